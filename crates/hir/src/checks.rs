//! What can only be seen of a package as a whole: names declared twice,
//! periods that overlap, cycles, issues that clash.

mod cycles;

use std::collections::BTreeMap;

use base::{Span, TextRange};
use ir::Day;
use problem::{LawProblem, Located, NameKind, NameProblem, Problem, Role, TypeProblem};
use syntax::ItemKind;

use crate::lower::Source;
use crate::model::{Body, Dates, Effect, Issue, Target, TargetKind};
use crate::names::{Names, name_kind};

/// The problems of a package that no item has by itself.
pub fn check(items: &[Source<'_>], names: &Names) -> Vec<Located> {
    let mut problems = Vec::new();
    duplicates(items, &mut problems);
    facts_twice(items, &mut problems);
    issues(items, names, &mut problems);
    targets(items, &mut problems);
    exceptions_say_something(items, &mut problems);
    cycles::check(items, names, &mut problems);
    problems
}

fn problem_at(source: &Source<'_>, range: TextRange, kind: impl Into<problem::Kind>) -> Located {
    Problem::new(kind, range).at(source.file, source.offset)
}

fn span_of(source: &Source<'_>) -> Span {
    Span { file: source.file, range: source.item.header.name_range + source.offset }
}

/// Kinds of which two items of one name are versions of each other.
fn has_versions(kind: ItemKind) -> bool {
    match kind {
        ItemKind::Definition
        | ItemKind::Prohibition
        | ItemKind::Exception
        | ItemKind::Interpretive
        | ItemKind::Conditions
        | ItemKind::Obligation
        | ItemKind::Scope
        | ItemKind::Exclusion
        | ItemKind::Sanction => true,
        ItemKind::Source
        | ItemKind::Facts
        | ItemKind::Record
        | ItemKind::Enum
        | ItemKind::Conduct
        | ItemKind::Constraint
        | ItemKind::Saving
        | ItemKind::Precedence
        | ItemKind::Power
        | ItemKind::Issue => false,
    }
}

/// Two items of one kind and name: versions whose periods must not overlap,
/// or a mistake. Records and enums share their names.
fn duplicates(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let mut by_name: BTreeMap<(NameKind, &str), Vec<&Source<'_>>> = BTreeMap::new();
    for source in items.iter().filter(|source| source.kind != ItemKind::Facts) {
        by_name.entry((name_kind(source.kind), &source.item.header.name)).or_default().push(source);
    }
    for ((kind, name), sources) in by_name {
        for (at, later) in sources.iter().enumerate() {
            for first in &sources[..at] {
                let (one, other) = (first.item.header.dates, later.item.header.dates);
                let dated = one != Dates::default() || other != Dates::default();
                let range = later.item.header.name_range;
                if !has_versions(later.kind) || !dated {
                    let duplicate = NameProblem::Duplicate { kind, name: name.to_owned() };
                    let mut located = problem_at(later, range, duplicate);
                    located.problem = located.problem.with(Role::First, span_of(first));
                    problems.push(located);
                    break;
                }
                if let Some(day) = overlap(one, other) {
                    let overlap = LawProblem::Overlap { name: name.to_owned(), day: day.to_string() };
                    let mut located = problem_at(later, range, overlap);
                    located.problem = located.problem.with(Role::First, span_of(first));
                    problems.push(located);
                    break;
                }
            }
        }
    }
}

/// The first day on which both apply.
fn overlap(one: Dates, other: Dates) -> Option<Day> {
    let start = |dates: Dates| dates.applicable_from().unwrap_or(Day(i32::MIN));
    let first = start(one).max(start(other));
    (one.apply_on(first) && other.apply_on(first)).then_some(first)
}

/// One fact declared in two `facts` items.
fn facts_twice(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let mut known: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for (at, source) in items.iter().enumerate() {
        let (Body::Fields(fields), ItemKind::Facts) = (&source.item.body, source.kind) else { continue };
        for field in fields {
            let span = Span { file: source.file, range: field.range + source.offset };
            match known.get(field.path.as_str()) {
                // Twice in one item was reported there.
                Some((first, _)) if *first == at => {}
                Some((_, first)) => {
                    let duplicate = NameProblem::Duplicate { kind: NameKind::Fact, name: field.path.clone() };
                    let mut located = problem_at(source, field.range, duplicate);
                    located.problem = located.problem.with(Role::First, *first);
                    problems.push(located);
                }
                None => {
                    known.insert(&field.path, (at, span));
                }
            }
        }
    }
}

/// Issues on one target must all narrow or all widen; an effect must fit its
/// target; what a reading drops must be there.
fn issues(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) {
    let mut on: BTreeMap<(&str, Option<&str>), Vec<(&Source<'_>, &Issue)>> = BTreeMap::new();
    for source in items {
        let Body::Issue(issue) = &source.item.body else { continue };
        let Some(Target { to: TargetKind::Rule { name, part }, .. }) = &issue.target else {
            if let Some(Target { to: TargetKind::Provision(citation), range }) = &issue.target {
                let misplaced = TypeProblem::Misplaced { clause: "issue", on: citation.to_string() };
                problems.push(problem_at(source, *range, misplaced));
            }
            continue;
        };
        let kinds: Vec<NameKind> = names.rules.get(name).into_iter().flatten().map(|rule| rule.kind).collect();
        effects(source, issue, &kinds, part.is_some(), items, problems);
        on.entry((name, part.as_deref())).or_default().push((source, issue));
    }
    for several in on.values().filter(|several| several.len() > 1) {
        let all = |fits: fn(&Effect) -> bool| {
            several.iter().all(|(_, issue)| issue.readings.iter().all(|reading| fits(&reading.effect)))
        };
        let narrowing = all(|effect| matches!(effect, Effect::Keeps | Effect::Narrows(_)));
        let widening = all(|effect| matches!(effect, Effect::Keeps | Effect::Widens(_)));
        let must = several.iter().any(|(_, issue)| {
            matches!(&issue.target, Some(Target { to: TargetKind::Rule { name, part: Some(_) }, .. })
                if names.rules.get(name).is_some_and(|rules| rules.iter().any(|rule| rule.kind == NameKind::Obligation)))
        });
        if (!narrowing && !widening) || must {
            let (first, second) = (several[0].0, several[1].0);
            let clash = LawProblem::IssuesClash {
                first: first.item.header.name.clone(),
                second: second.item.header.name.clone(),
            };
            let mut located = problem_at(second, second.item.header.name_range, clash);
            located.problem = located.problem.with(Role::First, span_of(first));
            problems.push(located);
        }
    }
}

fn effects(
    source: &Source<'_>,
    issue: &Issue,
    kinds: &[NameKind],
    part: bool,
    items: &[Source<'_>],
    problems: &mut Vec<Located>,
) {
    let obligation = kinds.contains(&NameKind::Obligation);
    let whole_rule = !part && !kinds.is_empty();
    let target = issue.target.as_ref().map(|target| &target.to);
    let event_must = matches!(target, Some(TargetKind::Rule { name, part: Some(part) }) if obligation && {
        items.iter().any(|source| source.item.header.name == *name && match &source.item.body {
            Body::Obligation(obligation) => obligation
                .musts
                .iter()
                .any(|must| must.header.name == *part && !must.asked.action.ty.is_formula()),
            _ => false,
        })
    });
    for reading in &issue.readings {
        let misplaced = match &reading.effect {
            Effect::Narrows(_) if event_must => Some("narrows with"),
            Effect::Widens(_) if event_must => Some("widens with"),
            Effect::Narrows(_) if whole_rule && obligation => Some("narrows with"),
            Effect::Widens(_) if whole_rule && obligation => Some("widens with"),
            Effect::Replaces(_) if whole_rule => Some("replaces with"),
            Effect::Replaces(asked) if asked.has_limits() && !(part && obligation) => Some("a time limit"),
            Effect::AddsException(_) if part || kinds.is_empty() => Some("adds exception"),
            Effect::Drops(_) if part || kinds.is_empty() => Some("drops"),
            Effect::Keeps
            | Effect::Narrows(_)
            | Effect::Widens(_)
            | Effect::Replaces(_)
            | Effect::AddsException(_)
            | Effect::Drops(_) => None,
        };
        if let Some(clause) = misplaced {
            let on = match (part, obligation) {
                (true, true) => "this `must`",
                (true, false) => "an element",
                (false, true) => "an obligation as a whole",
                (false, false) if kinds.is_empty() => "a definition",
                (false, false) => "a rule as a whole",
            };
            let misplaced = TypeProblem::Misplaced { clause, on: on.to_owned() };
            problems.push(problem_at(source, reading.range, misplaced));
        }
        if let (Effect::Drops(dropped), Some(TargetKind::Rule { name, .. })) = (&reading.effect, target) {
            let there = parts_of(name, items);
            for named in dropped.iter().filter(|named| !there.contains(&named.text)) {
                let unknown = NameProblem::Unknown {
                    kind: NameKind::Conditions,
                    name: named.text.clone(),
                    suggestion: crate::names::nearest(&named.text, there.iter().map(String::as_str)),
                };
                problems.push(problem_at(source, named.range, unknown));
            }
        }
    }
}

/// The elements of a rule and the conditions it is subject to.
fn parts_of(name: &str, items: &[Source<'_>]) -> Vec<String> {
    let rules = items.iter().filter(|source| source.item.header.name == name);
    let mut parts = Vec::new();
    for source in rules {
        if let Body::Rule(rule) = &source.item.body {
            parts.extend(rule.elements.iter().map(|element| element.header.name.clone()));
            parts.extend(rule.subject_to.iter().map(|named| named.text.clone()));
        }
    }
    parts
}

/// A provision as a target in which no norm has its basis is worth a look.
fn targets(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let norms = |source: &&Source<'_>| matches!(source.kind, ItemKind::Prohibition | ItemKind::Obligation);
    let basis: Vec<_> = items.iter().filter(norms).flat_map(|source| &source.item.header.basis).collect();
    for source in items {
        for target in source.item.targets() {
            let TargetKind::Provision(citation) = &target.to else { continue };
            let covers = |outer: &base::ProvisionId, inner: &base::ProvisionId| {
                outer.contains(inner) || (citation.through.is_some() && outer.parent().is_some_and(|up| up.contains(inner)))
            };
            if !basis.iter().any(|cited| covers(&citation.provision, &cited.citation.provision)) {
                let empty = LawProblem::EmptyTarget { target: citation.to_string() };
                problems.push(problem_at(source, target.range, empty));
            }
        }
    }
}

/// An exception without anything that must hold would always hold.
fn exceptions_say_something(items: &[Source<'_>], problems: &mut Vec<Located>) {
    for source in items {
        let Body::Rule(rule) = &source.item.body else { continue };
        let silent = rule.elements.is_empty() && rule.in_so_far_as.is_none() && rule.subject_to.is_empty();
        if silent && !matches!(source.kind, ItemKind::Prohibition) {
            let empty = LawProblem::NoElements { name: source.item.header.name.clone() };
            problems.push(problem_at(source, source.item.header.name_range, empty));
        }
    }
}

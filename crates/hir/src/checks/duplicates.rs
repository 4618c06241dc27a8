//! Two items of one name: versions of each other, or a mistake.

use std::collections::BTreeMap;

use ir::Day;
use problem::{LawProblem, Located, NameKind, NameProblem, Role, TypeProblem};
use syntax::ItemKind;

use crate::model::{Body, Dates};
use crate::names::name_kind;
use crate::source::{ByName, Source, relate};

pub fn check(by_name: &ByName<'_, '_>, problems: &mut Vec<Located>) {
    for (name, all) in by_name {
        let mut by_kind: BTreeMap<NameKind, Vec<&Source<'_>>> = BTreeMap::new();
        for source in all {
            by_kind.entry(name_kind(source.kind)).or_default().push(source);
        }
        for (kind, sources) in by_kind.into_iter().filter(|(_, sources)| sources.len() > 1) {
            versions(kind, name, sources, problems);
        }
    }
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

/// Items of one kind of name and one name. Records and enums share theirs,
/// and so do exceptions and interpretive rules.
fn versions(kind: NameKind, name: &str, sources: Vec<&Source<'_>>, problems: &mut Vec<Located>) {
    let first = sources[0];
    for later in &sources[1..] {
        definitions_agree(name, first, later, problems);
    }
    let mut in_time: Vec<(usize, &Source<'_>)> = sources.into_iter().enumerate().collect();
    in_time.sort_by_key(|(at, source)| (source.item.header.dates.applicable_from(), *at));
    // Of those so far the one that lasts longest: whatever overlaps with any, overlaps with it.
    let mut longest = in_time[0];
    for &(at, source) in &in_time[1..] {
        let (one, other) = (longest.1.item.header.dates, source.item.header.dates);
        let (first, later) = if longest.0 < at { (longest.1, source) } else { (source, longest.1) };
        // What the user can mend stands in the package itself.
        let (first, later) = if first.package < later.package { (later, first) } else { (first, later) };
        let undated = one == Dates::default() && other == Dates::default();
        if !has_versions(source.kind) || first.kind != later.kind || undated {
            let duplicate = NameProblem::Duplicate { kind, name: name.to_owned() };
            problems.push(relate(later.problem_at_name(duplicate), Role::First, first.name_span()));
        } else if let Some(day) = one.overlap(other) {
            let overlap = LawProblem::Overlap { name: name.to_owned(), day: shown(one, other, day) };
            problems.push(relate(later.problem_at_name(overlap), Role::First, first.name_span()));
        }
        let end = |dates: Dates| dates.applies_until.unwrap_or(Day(i32::MAX));
        if end(other) > end(one) {
            longest = (at, source);
        }
    }
}

/// The day as it is shown: of two versions that both go back to the beginning
/// of time the last day of the one that ends first.
fn shown(one: Dates, other: Dates, day: Day) -> String {
    let ends = [one.applies_until, other.applies_until];
    let day = if day == Day(i32::MIN) { ends.into_iter().flatten().min().unwrap_or(day) } else { day };
    day.to_string()
}

/// Whoever uses a definition relies on one type and one parameter.
fn definitions_agree(name: &str, first: &Source<'_>, later: &Source<'_>, problems: &mut Vec<Located>) {
    let (Body::Definition(record, means), Body::Definition(own_record, own_means)) =
        (&first.item.body, &later.item.body)
    else {
        return;
    };
    let formulas = means.ty.is_formula() && own_means.ty.is_formula();
    let problem = if record != own_record {
        let argument = TypeProblem::Argument { name: name.to_owned(), record: record.clone() };
        later.problem_at_name(argument)
    } else if !formulas && means.ty.join(&own_means.ty) != Some(means.ty.clone()) {
        let mismatch = TypeProblem::Mismatch { expected: means.ty.name(), found: own_means.ty.name() };
        later.problem(own_means.range, mismatch)
    } else {
        return;
    };
    problems.push(relate(problem, Role::First, first.name_span()));
}

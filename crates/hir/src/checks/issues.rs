//! Issues: effects that fit their targets, and targets with more than one
//! issue.

use std::collections::BTreeMap;

use problem::{LawProblem, Located, NameKind, NameProblem, Role, TypeProblem};

use crate::model::{Body, Effect, Issue, Reading, Target, TargetKind};
use crate::names::{Names, nearest};
use crate::source::{ByName, Source, relate};

/// Issues by what they are about: a rule or definition, or a part of it.
type OnTarget<'a, 's> = BTreeMap<(&'a str, Option<&'a str>), Vec<(&'s Source<'a>, &'a Issue)>>;

pub fn check(items: &[Source<'_>], by_name: &ByName<'_, '_>, names: &Names, problems: &mut Vec<Located>) {
    let mut on: OnTarget<'_, '_> = BTreeMap::new();
    for source in items {
        let Body::Issue(issue) = &source.item.body else { continue };
        match &issue.target {
            Some(Target { to: TargetKind::Rule { name, part }, .. }) => {
                effects(source, issue, &Discussed::new(name, part.as_deref(), by_name, names), problems);
                on.entry((name, part.as_deref())).or_default().push((source, issue));
            }
            Some(Target { to: TargetKind::Provision(citation), range }) => {
                let misplaced = TypeProblem::Misplaced { clause: "issue", on: citation.to_string() };
                problems.push(source.problem(*range, misplaced));
            }
            Some(Target { to: TargetKind::Broken, .. }) | None => {}
        }
    }
    for ((name, part), several) in on.into_iter().filter(|(_, several)| several.len() > 1) {
        let is_must = Discussed::new(name, part, by_name, names).place == Place::Must;
        clash(&several, is_must, problems);
    }
}

/// Two issues on one target must all narrow or all widen. On a `must` there
/// is one at most: each of its readings is a variant.
fn clash(several: &[(&Source<'_>, &Issue)], is_must: bool, problems: &mut Vec<Located>) {
    let all = |fits: fn(&Effect) -> bool| {
        several.iter().all(|(_, issue)| issue.readings.iter().all(|reading| fits(&reading.effect)))
    };
    let narrowing = all(|effect| matches!(effect, Effect::Keeps | Effect::Narrows(_)));
    let widening = all(|effect| matches!(effect, Effect::Keeps | Effect::Widens(_)));
    if (narrowing || widening) && !is_must {
        return;
    }
    let (first, second) = (several[0].0, several[1].0);
    let clash = LawProblem::IssuesClash { first: first.name().to_owned(), second: second.name().to_owned() };
    problems.push(relate(second.problem_at_name(clash), Role::First, first.name_span()));
}

/// What an issue is about.
struct Discussed<'a> {
    place: Place,
    /// The elements of the rule and the conditions it is subject to.
    parts: Vec<&'a str>,
    /// Whether it is a `must` that asks for an event.
    event: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Definition,
    Rule,
    Obligation,
    Element,
    Must,
}

impl<'a> Discussed<'a> {
    fn new(name: &str, part: Option<&str>, by_name: &ByName<'a, '_>, names: &Names) -> Discussed<'a> {
        let rules = names.rules.get(name).into_iter().flatten();
        let kinds: Vec<NameKind> = rules.map(|rule| rule.kind).collect();
        let obligation = kinds.contains(&NameKind::Obligation);
        let place = match part {
            Some(_) if obligation => Place::Must,
            Some(_) => Place::Element,
            None if obligation => Place::Obligation,
            None if kinds.is_empty() => Place::Definition,
            None => Place::Rule,
        };
        let (mut parts, mut event) = (Vec::new(), false);
        for source in by_name.get(name).into_iter().flatten() {
            match &source.item.body {
                Body::Rule(rule) => {
                    parts.extend(rule.elements.iter().map(|element| element.header.name.as_str()));
                    parts.extend(rule.subject_to.iter().map(|named| named.text.as_str()));
                }
                Body::Obligation(obligation) => {
                    let mut musts = obligation.musts.iter();
                    event |= musts.any(|must| {
                        Some(must.header.name.as_str()) == part && !must.asked.action.ty.is_formula()
                    });
                }
                _ => {}
            }
        }
        Discussed { place, parts, event }
    }

    /// The clause of an effect that does not fit.
    fn misfit(&self, effect: &Effect) -> Option<&'static str> {
        let part = matches!(self.place, Place::Element | Place::Must);
        match effect {
            Effect::Keeps => None,
            Effect::Narrows(_) => (self.event || self.place == Place::Obligation).then_some("narrows with"),
            Effect::Widens(_) => (self.event || self.place == Place::Obligation).then_some("widens with"),
            Effect::Replaces(_) if matches!(self.place, Place::Rule | Place::Obligation) => {
                Some("replaces with")
            }
            Effect::Replaces(asked) => {
                (asked.has_limits() && self.place != Place::Must).then_some("a time limit")
            }
            Effect::AddsException(_) => (part || self.place == Place::Definition).then_some("adds exception"),
            Effect::Drops(_) => (part || self.place == Place::Definition).then_some("drops"),
        }
    }

    fn name(&self) -> &'static str {
        match self.place {
            Place::Definition => "a definition",
            Place::Rule => "a rule as a whole",
            Place::Obligation => "an obligation as a whole",
            Place::Element => "an element",
            Place::Must => "this `must`",
        }
    }
}

fn effects(source: &Source<'_>, issue: &Issue, target: &Discussed<'_>, problems: &mut Vec<Located>) {
    for Reading { effect, range, .. } in &issue.readings {
        if let Some(clause) = target.misfit(effect) {
            let misplaced = TypeProblem::Misplaced { clause, on: target.name().to_owned() };
            problems.push(source.problem(*range, misplaced));
        } else if let Effect::Drops(dropped) = effect {
            for named in dropped.iter().filter(|named| !target.parts.contains(&named.text.as_str())) {
                let unknown = NameProblem::Unknown {
                    kind: NameKind::Conditions,
                    name: named.text.clone(),
                    suggestion: nearest(&named.text, target.parts.iter().copied()),
                };
                problems.push(source.problem(named.range, unknown));
            }
        }
    }
}

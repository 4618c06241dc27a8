//! Rules that rest on themselves, and chains too long to be followed.

use std::collections::BTreeMap;

use problem::{LawProblem, Located, NameProblem, Role};
use syntax::ItemKind;

use super::{problem_at, span_of};
use crate::graph;
use crate::lower::Source;
use crate::model::{Body, Effect, ExprKind, TargetKind};
use crate::names::{CHAIN_LIMIT, Names};
use crate::types::Ty;

pub fn check(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) {
    let edges = edges(items);
    let cycles = graph::cycles(items.len(), &|at| edges[at].clone());
    for cycle in &cycles {
        let source = &items[cycle[0]];
        let names = cycle.iter().map(|&at| items[at].item.header.name.clone()).collect();
        let mut located = problem_at(source, source.item.header.name_range, NameProblem::Cycle { names });
        for &at in &cycle[1..] {
            located.problem = located.problem.with(Role::Through, span_of(&items[at]));
        }
        problems.push(located);
    }
    if cycles.is_empty() {
        chains(items, names, problems);
    }
}

/// What each item rests on: definitions that it calls, obligations it is
/// provided on, its conditions, its exceptions, and what issues on it say.
fn edges(items: &[Source<'_>]) -> Vec<Vec<usize>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, source) in items.iter().enumerate() {
        by_name.entry(&source.item.header.name).or_default().push(at);
    }
    let find = |name: &str, fits: &dyn Fn(ItemKind) -> bool| -> Vec<usize> {
        let all = by_name.get(name).into_iter().flatten().copied();
        all.filter(|&at| fits(items[at].kind)).collect()
    };
    let mut edges = vec![Vec::new(); items.len()];
    for (at, source) in items.iter().enumerate() {
        for expr in source.item.expressions() {
            expr.walk(&mut |expr| match &expr.kind {
                ExprKind::Call(name, _) => edges[at].extend(find(name, &|kind| kind == ItemKind::Definition)),
                ExprKind::Provided(_, obligations) => {
                    for named in obligations {
                        edges[at].extend(find(&named.text, &|kind| kind == ItemKind::Obligation));
                    }
                }
                _ => {}
            });
        }
        match &source.item.body {
            Body::Rule(rule) => {
                for named in &rule.subject_to {
                    edges[at].extend(find(&named.text, &|kind| kind == ItemKind::Conditions));
                }
                for target in rule.targets.iter().filter(|_| source.kind == ItemKind::Exception) {
                    if let TargetKind::Rule { name, .. } = &target.to {
                        for rule in find(name, &is_defeasible) {
                            edges[rule].push(at);
                        }
                    }
                }
            }
            Body::Issue(issue) => {
                if let Some(TargetKind::Rule { name, .. }) = issue.target.as_ref().map(|target| &target.to) {
                    for rule in find(name, &|kind| kind != ItemKind::Issue) {
                        edges[rule].push(at);
                    }
                }
                for reading in &issue.readings {
                    if let Effect::AddsException(named) = &reading.effect {
                        edges[at].extend(find(&named.text, &|kind| kind == ItemKind::Exception));
                    }
                }
            }
            Body::Fields(fields) if source.kind == ItemKind::Record => {
                for field in fields {
                    if let Ty::Record(name) = &field.ty {
                        edges[at].extend(find(name, &|kind| kind == ItemKind::Record));
                    }
                }
            }
            Body::Source { .. }
            | Body::Fields(_)
            | Body::Enum(_)
            | Body::Conduct(_)
            | Body::Constraint(_)
            | Body::Definition(..)
            | Body::Obligation(_)
            | Body::Note(_)
            | Body::Sanction { .. } => {}
        }
    }
    edges
}

fn is_defeasible(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Prohibition
            | ItemKind::Obligation
            | ItemKind::Exception
            | ItemKind::Exclusion
            | ItemKind::Scope
            | ItemKind::Interpretive
    )
}

/// Chains of definitions, and of exceptions to exceptions.
fn chains(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) {
    let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in items.iter().filter(|source| source.kind == ItemKind::Exception) {
        for target in source.item.targets() {
            if let TargetKind::Rule { name, .. } = &target.to {
                below.entry(name).or_default().push(&source.item.header.name);
            }
        }
    }
    let edges = |name: &str| below.get(name).cloned().unwrap_or_default();
    let depths = graph::depths(below.keys().copied(), &edges, CHAIN_LIMIT);
    let too_long = |source: &&Source<'_>| {
        let name = &source.item.header.name;
        (source.kind == ItemKind::Definition && names.too_deep.contains(name))
            || (source.kind != ItemKind::Definition && depths.get(name).is_some_and(|depth| *depth >= CHAIN_LIMIT))
    };
    if let Some(source) = items.iter().find(too_long) {
        let name = source.item.header.name.clone();
        let chain = LawProblem::ChainTooLong { name, limit: CHAIN_LIMIT };
        problems.push(problem_at(source, source.item.header.name_range, chain));
    }
}

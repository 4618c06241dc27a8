//! Items that rest on themselves, and chains too long to be followed.

use std::collections::HashMap;

use problem::{LawProblem, Located, NameProblem, Role};
use syntax::ItemKind;

use crate::graph;
use crate::model::{Body, Effect, ExprKind, TargetKind};
use crate::names::{CHAIN_LIMIT, Names};
use crate::source::{Source, relate};
use crate::types::Ty;

/// Whether anything rests on itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycles {
    /// Nothing does.
    None,
    /// Something does.
    Some,
}

pub fn check(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) -> Cycles {
    let edges = edges(items);
    let components = graph::components(&edges);
    let cycles = graph::cycles(&edges, &components);
    for cycle in &cycles {
        let source = &items[cycle[0]];
        let names = cycle.iter().map(|&at| items[at].name().to_owned()).collect();
        let located = source.problem_at_name(NameProblem::Cycle { names });
        let through = cycle[1..].iter().map(|&at| items[at].name_span());
        problems.push(through.fold(located, |located, span| relate(located, Role::Through, span)));
    }
    if !cycles.is_empty() {
        return Cycles::Some;
    }
    chains(items, names, &graph::depths(&edges, &components), problems);
    Cycles::None
}

/// What each item rests on: definitions that it calls, obligations it is
/// provided on, its conditions, its exceptions, the records in it, and what
/// issues on it say.
fn edges(items: &[Source<'_>]) -> Vec<Vec<usize>> {
    let mut named: HashMap<(ItemKind, &str), Vec<usize>> = HashMap::new();
    for (at, source) in items.iter().enumerate() {
        named.entry((source.kind, source.name())).or_default().push(at);
    }
    let mut graph = Graph { named, edges: vec![Vec::new(); items.len()] };
    for (at, source) in items.iter().enumerate() {
        graph.formulas(at, source);
        graph.clauses(at, source);
    }
    for edges in &mut graph.edges {
        edges.sort_unstable();
        edges.dedup();
    }
    graph.edges
}

struct Graph<'a> {
    named: HashMap<(ItemKind, &'a str), Vec<usize>>,
    edges: Vec<Vec<usize>>,
}

/// The kinds that an exception can defeat.
const DEFEASIBLE: &[ItemKind] = &[
    ItemKind::Prohibition,
    ItemKind::Obligation,
    ItemKind::Exception,
    ItemKind::Interpretive,
    ItemKind::Exclusion,
    ItemKind::Scope,
];

/// The kinds that an issue can be about.
const DISCUSSED: &[ItemKind] = &[
    ItemKind::Prohibition,
    ItemKind::Obligation,
    ItemKind::Exception,
    ItemKind::Interpretive,
    ItemKind::Exclusion,
    ItemKind::Scope,
    ItemKind::Conditions,
    ItemKind::Definition,
];

impl<'a> Graph<'a> {
    fn find(&self, name: &str, kinds: &[ItemKind]) -> Vec<usize> {
        kinds.iter().filter_map(|kind| self.named.get(&(*kind, name))).flatten().copied().collect()
    }

    /// The item at `from` rests on the items of that name.
    fn rests_on(&mut self, from: usize, name: &str, kinds: &[ItemKind]) {
        let found = self.find(name, kinds);
        self.edges[from].extend(found);
    }

    /// The items of that name rest on the item at `to`.
    fn is_rested_on(&mut self, to: usize, name: &str, kinds: &[ItemKind]) {
        for from in self.find(name, kinds) {
            self.edges[from].push(to);
        }
    }

    fn formulas(&mut self, at: usize, source: &Source<'a>) {
        for expr in source.item.expressions() {
            expr.walk(&mut |expr| match &expr.kind {
                ExprKind::Call(name, _) => self.rests_on(at, name, &[ItemKind::Definition]),
                ExprKind::Provided(_, obligations) => {
                    for named in obligations {
                        self.rests_on(at, &named.text, &[ItemKind::Obligation]);
                    }
                }
                _ => {}
            });
        }
    }

    fn clauses(&mut self, at: usize, source: &Source<'a>) {
        match &source.item.body {
            Body::Rule(rule) => {
                for named in &rule.subject_to {
                    self.rests_on(at, &named.text, &[ItemKind::Conditions]);
                }
                for target in rule.targets.iter().filter(|_| source.kind == ItemKind::Exception) {
                    if let TargetKind::Rule { name, .. } = &target.to {
                        self.is_rested_on(at, name, DEFEASIBLE);
                    }
                }
            }
            Body::Issue(issue) => {
                if let Some(TargetKind::Rule { name, .. }) = issue.target.as_ref().map(|target| &target.to) {
                    self.is_rested_on(at, name, DISCUSSED);
                }
                for reading in &issue.readings {
                    if let Effect::AddsException(named) = &reading.effect {
                        self.rests_on(at, &named.text, &[ItemKind::Exception, ItemKind::Interpretive]);
                    }
                }
            }
            Body::Fields(fields) if source.kind == ItemKind::Record => {
                for field in fields {
                    if let Ty::Record(name) = &field.ty {
                        self.rests_on(at, name, &[ItemKind::Record]);
                    }
                }
            }
            Body::Source { .. }
            | Body::Fields(_)
            | Body::Enum(_)
            | Body::Conduct { .. }
            | Body::Constraint(_)
            | Body::Definition(..)
            | Body::Obligation(_)
            | Body::Note(_)
            | Body::Sanction { .. } => {}
        }
    }
}

/// The first item of which the chain below is too long: by what it rests on,
/// or, for a definition, by what it mentions.
fn chains(items: &[Source<'_>], names: &Names, depths: &[usize], problems: &mut Vec<Located>) {
    let exact = (0..items.len()).find(|at| depths[*at] == CHAIN_LIMIT + 1);
    let mentioned = || {
        let beyond = |source: &Source<'_>| {
            source.kind == ItemKind::Definition
                && names.order.get(source.name()).is_some_and(|found| !found.within_limit)
        };
        items.iter().position(beyond)
    };
    if let Some(at) = exact.or_else(mentioned) {
        let chain = LawProblem::ChainTooLong { name: items[at].name().to_owned(), limit: CHAIN_LIMIT as u32 };
        problems.push(items[at].problem_at_name(chain));
    }
}

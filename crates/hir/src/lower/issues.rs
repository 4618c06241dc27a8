//! Open questions of law: what their readings do to what they are about.

use std::collections::BTreeMap;

use base::{Citation, TextRange};
use ir::{IssueId, MemberSet, Node, NodeId};

use super::{Lowering, Source};
use crate::model::{Body, Effect, Issue, TargetKind};
use crate::names::Names;

/// The issues of a package by what they are about.
pub struct Issues {
    /// The items, by number of the issue.
    pub list: Vec<usize>,
    /// The issues on a rule or definition, or on a part of it.
    on: BTreeMap<(String, Option<String>), Vec<IssueId>>,
    /// The readings that add an exception, by its name.
    adds: BTreeMap<String, (IssueId, MemberSet)>,
}

impl Issues {
    /// Collects the issues of a package.
    pub fn collect(items: &[Source<'_>], names: &Names) -> Issues {
        let mut list = Vec::new();
        let mut on: BTreeMap<_, Vec<IssueId>> = BTreeMap::new();
        let mut adds = BTreeMap::new();
        debug_assert!(names.issues.len() <= usize::from(u16::MAX));
        for (at, source) in items.iter().enumerate() {
            let Body::Issue(issue) = &source.item.body else { continue };
            let id = IssueId(list.len() as u16);
            list.push(at);
            if let Some(target) = &issue.target
                && let TargetKind::Rule { name, part } = &target.to
            {
                on.entry((name.clone(), part.clone())).or_default().push(id);
            }
            for (reading, effect) in issue.readings.iter().map(|reading| &reading.effect).enumerate() {
                if let Effect::AddsException(name) = effect {
                    let entry = adds.entry(name.text.clone()).or_insert((id, MemberSet::default()));
                    entry.1 = entry.1.with(reading as u8);
                }
            }
        }
        Issues { list, on, adds }
    }

    /// The issues on a rule or definition, or on a part of it.
    pub fn on(&self, name: &str, part: Option<&str>) -> Vec<IssueId> {
        self.on.get(&(name.to_owned(), part.map(str::to_owned))).cloned().unwrap_or_default()
    }

    /// The readings under which alone an exception exists.
    pub fn adding(&self, exception: &str) -> Option<(IssueId, MemberSet)> {
        self.adds.get(exception).copied()
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn body_of(&self, id: IssueId) -> (usize, &'a Issue) {
        let at = self.issues.list[usize::from(id.0)];
        match &self.items[at].item.body {
            Body::Issue(issue) => (at, issue),
            _ => unreachable!("only issues are listed as issues"),
        }
    }

    /// A formula or term under the issues on it: `name.part`, or `name` as a
    /// whole.
    pub(super) fn with_issues(&mut self, node: NodeId, name: &str, part: Option<&str>) -> NodeId {
        self.issues.on(name, part).into_iter().fold(node, |node, id| self.chosen(node, id))
    }

    fn chosen(&mut self, node: NodeId, id: IssueId) -> NodeId {
        let (at, issue) = self.body_of(id);
        let home = self.home(at);
        let branches = issue.readings.iter().map(|reading| match &reading.effect {
            Effect::Keeps | Effect::AddsException(_) | Effect::Drops(_) => node,
            Effect::Narrows(with) => {
                let with = self.expr(at, with);
                self.all(vec![node, with], home, reading.range)
            }
            Effect::Widens(with) => {
                let with = self.expr(at, with);
                self.any(vec![node, with], home, reading.range)
            }
            Effect::Replaces(asked) => self.expr(at, &asked.action),
        });
        let branches: Vec<NodeId> = branches.collect();
        self.choose(id, branches, self.items[at].item.header.name_range)
    }

    /// A choice by issue; branches that are all the same are no choice.
    pub(super) fn choose(&mut self, id: IssueId, branches: Vec<NodeId>, range: TextRange) -> NodeId {
        if let Some(first) = branches.first()
            && branches.iter().all(|branch| branch == first)
        {
            return *first;
        }
        let home = self.home(self.issues.list[usize::from(id.0)]);
        let list = self.pool.list(branches);
        self.add(Node::Choose(id, list), home, range)
    }

    /// Under which readings of which issue on `rule` the thing named `name`
    /// is dropped: the readings that keep it.
    pub(super) fn kept_under(&self, rule: &str, name: &str) -> Option<(IssueId, MemberSet)> {
        self.issues.on(rule, None).into_iter().find_map(|id| {
            let (_, issue) = self.body_of(id);
            let drops = |effect: &Effect| {
                matches!(effect, Effect::Drops(names) if names.iter().any(|named| named.text == name))
            };
            if !issue.readings.iter().any(|reading| drops(&reading.effect)) {
                return None;
            }
            let keeping = issue.readings.iter().enumerate().filter(|(_, reading)| !drops(&reading.effect));
            Some((id, keeping.map(|(at, _)| at as u8).collect()))
        })
    }

    /// What holds where the reading is one of `readings`, and elsewhere.
    pub(super) fn under(
        &mut self,
        (id, readings): (IssueId, MemberSet),
        inside: NodeId,
        outside: NodeId,
    ) -> NodeId {
        let (at, issue) = self.body_of(id);
        let count = issue.readings.len() as u8;
        let branches =
            (0..count).map(|reading| if readings.contains(reading) { inside } else { outside }).collect();
        self.choose(id, branches, self.items[at].item.header.name_range)
    }

    pub(super) fn issue(&self, at: usize) -> ir::Issue {
        let header = &self.items[at].item.header;
        let Body::Issue(issue) = &self.items[at].item.body else {
            unreachable!("only issues are listed as issues")
        };
        let readings = issue.readings.iter().map(|reading| {
            let cited = reading.header.basis.iter().chain(&reading.header.recitals);
            ir::Reading {
                name: reading.header.name.clone(),
                label: self.localised(&reading.header.label),
                basis: cited.map(|cited| cited.citation.clone()).collect::<Vec<Citation>>(),
                status: reading.status,
            }
        });
        let default = issue.default.as_ref().and_then(|(name, reason)| {
            let at = issue.readings.iter().position(|reading| reading.header.name == name.text)?;
            Some((at as u8, reason.clone()))
        });
        let target = issue.target.as_ref().map_or_else(String::new, |target| match &target.to {
            TargetKind::Rule { name, part: Some(part) } => format!("{name}.{part}"),
            TargetKind::Rule { name, part: None } => name.clone(),
            TargetKind::Provision(citation) => citation.to_string(),
            TargetKind::Broken => String::new(),
        });
        ir::Issue {
            name: header.name.clone(),
            label: self.localised(&header.label),
            target,
            readings: readings.collect(),
            default,
            span: self.span(at, header.name_range),
        }
    }

    /// The issues on a rule as a whole that narrow or widen it, or replace it.
    pub(super) fn issues_on_whole(&self, name: &str) -> Vec<IssueId> {
        self.issues.on(name, None)
    }
}

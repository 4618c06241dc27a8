//! Open questions of law: what their readings do to what they are about.

use std::collections::HashMap;

use base::{Citation, TextRange};
use ir::{IssueId, MemberSet, Node, NodeId};

use super::{Lowering, Source};
use crate::model::{Body, Effect, Issue, TargetKind};
use crate::translations::key;

/// The issues of a package by what they are about.
pub struct Issues<'a> {
    /// The items, by number of the issue.
    pub list: Vec<usize>,
    /// The issues on a rule or definition, or on a part of it.
    on: HashMap<(&'a str, Option<&'a str>), Vec<IssueId>>,
    /// The readings that add an exception, by its name.
    adds: HashMap<&'a str, (IssueId, MemberSet)>,
}

impl<'a> Issues<'a> {
    /// Collects the issues of a package.
    pub fn collect(items: &'a [Source<'a>]) -> Issues<'a> {
        let mut issues = Issues { list: Vec::new(), on: HashMap::new(), adds: HashMap::new() };
        for (at, source) in items.iter().enumerate() {
            let Body::Issue(issue) = &source.item.body else { continue };
            // That there are not too many was checked.
            let id = IssueId(issues.list.len() as u16);
            issues.list.push(at);
            if let Some(TargetKind::Rule { name, part }) = issue.target.as_ref().map(|target| &target.to) {
                issues.on.entry((name, part.as_deref())).or_default().push(id);
            }
            for (reading, effect) in issue.readings.iter().map(|reading| &reading.effect).enumerate() {
                if let Effect::AddsException(name) = effect {
                    let entry = issues.adds.entry(&name.text).or_insert((id, MemberSet::default()));
                    entry.1 = entry.1.with(reading as u8);
                }
            }
        }
        issues
    }

    /// The issues on a rule or definition, or on a part of it.
    pub fn on(&self, name: &str, part: Option<&str>) -> Vec<IssueId> {
        self.on.get(&(name, part)).cloned().unwrap_or_default()
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
            let key = key("reading", &[&header.name, &reading.header.name]);
            ir::Reading {
                name: reading.header.name.clone(),
                label: self.label(at, &key, &reading.header),
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
            label: self.own_label(at),
            target,
            readings: readings.collect(),
            default,
            span: self.span(at, header.name_range),
        }
    }
}

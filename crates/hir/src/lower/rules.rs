//! Elements, conditions and exceptions: what prohibitions, exceptions and
//! gates share.

use std::collections::BTreeSet;

use base::Citation;
use ir::{Conditions, Element, Exception, IssueId, Node, NodeId, ObligationId, Point, RestsOn, Type};
use problem::{LawProblem, NameKind, NameProblem};
use syntax::ItemKind;

use super::{ELEMENT_LIMIT, Lowering, citations};
use crate::model::{self, Body, Effect, Expr, ExprKind, Rule};

impl<'a> Lowering<'a> {
    pub(super) fn rule_of(&self, at: usize) -> Option<&'a Rule> {
        match &self.items[at].item.body {
            Body::Rule(rule) => Some(rule),
            _ => None,
        }
    }

    /// The elements of a rule that are there on the day.
    pub(super) fn elements(&mut self, at: usize) -> Vec<Element> {
        let Some(rule) = self.rule_of(at) else { return Vec::new() };
        let name = self.items[at].item.header.name.as_str();
        let mut elements = Vec::new();
        for element in &rule.elements {
            self.elements += 1;
            if self.elements > ELEMENT_LIMIT {
                let many = NameProblem::TooMany { kind: NameKind::Element, limit: ELEMENT_LIMIT as u32 };
                let first = self.elements == ELEMENT_LIMIT + 1;
                self.problems.extend(first.then(|| self.items[at].problem_at_name(many)));
                return elements;
            }
            self.look_at(element.header.dates);
            if element.header.dates.apply_on(self.day) {
                elements.push(self.element(at, name, element));
            }
        }
        for id in self.issues.on(name, None) {
            elements.extend(self.narrowing(at, id));
        }
        let silent = rule.forbids.is_none() && rule.in_so_far_as.is_none() && rule.subject_to.is_empty();
        if elements.is_empty() && !rule.elements.is_empty() && silent {
            // All of them begin later or have ended: the rule would hold of anything.
            let empty = LawProblem::NoElements { name: name.to_owned() };
            self.report_once(at, self.items[at].item.header.name_range, empty);
        }
        elements
    }

    fn element(&mut self, at: usize, rule: &'a str, element: &'a model::Element) -> Element {
        let home = self.home(at);
        let range = element.range;
        let (mut formula, points) = self.points(at, &element.formula);
        formula = self.with_issues(formula, rule, Some(&element.header.name));
        for id in self.issues.on(rule, None) {
            formula = self.widened(formula, id);
        }
        if let Some(kept) = self.kept_under(rule, &element.header.name) {
            let dropped = self.add(Node::Known(true), home, range);
            formula = self.under(kept, formula, dropped);
        }
        let holds = match &element.kinds {
            None => formula,
            Some(kinds) => {
                let inside = self.kind_in(kinds, home, range);
                let outside = self.not(inside, home, range);
                self.any(vec![outside, formula], home, range)
            }
        };
        Element {
            name: element.header.name.clone(),
            kinds: element.kinds.as_ref().map(|kinds| kinds.iter().copied().collect()),
            basis: citations(&element.header.basis),
            formula,
            holds,
            points,
            rests_on: self.rests_on(formula, &[&element.formula]),
            span: self.span(at, range),
        }
    }

    /// A formula, with its lettered points where it is a group of them.
    fn points(&mut self, at: usize, expr: &'a Expr) -> (NodeId, Vec<Point>) {
        let ExprKind::Group(kind, points) = &expr.kind else { return (self.expr(at, expr), Vec::new()) };
        let points: Vec<Point> = points
            .iter()
            .map(|(name, point)| Point { name: name.clone(), formula: self.expr(at, point) })
            .collect();
        let nodes = points.iter().map(|point| point.formula).collect();
        (self.group(*kind, nodes, self.home(at), expr.range), points)
    }

    /// A reading that narrows a whole rule gives it one element more, named
    /// after the issue.
    fn narrowing(&mut self, at: usize, id: IssueId) -> Option<Element> {
        let (issue_at, issue) = self.body_of(id);
        let narrows = |effect: &'a Effect| match effect {
            Effect::Narrows(with) => Some(with),
            _ => None,
        };
        let exprs: Vec<&Expr> =
            issue.readings.iter().filter_map(|reading| narrows(&reading.effect)).collect();
        if exprs.is_empty() {
            return None;
        }
        let home = self.home(issue_at);
        let header = &self.items[issue_at].item.header;
        let branches = issue.readings.iter().map(|reading| match narrows(&reading.effect) {
            Some(with) => self.expr(issue_at, with),
            None => self.add(Node::Known(true), home, reading.range),
        });
        let branches = branches.collect();
        let formula = self.choose(id, branches, header.name_range);
        Some(Element {
            name: header.name.clone(),
            kinds: None,
            basis: Vec::new(),
            formula,
            holds: formula,
            points: Vec::new(),
            rests_on: self.rests_on(formula, &exprs),
            span: self.span(at, self.items[at].item.header.name_range),
        })
    }

    /// A reading that widens a whole rule widens each of its elements.
    fn widened(&mut self, formula: NodeId, id: IssueId) -> NodeId {
        let (at, issue) = self.body_of(id);
        let home = self.home(at);
        let branches = issue.readings.iter().map(|reading| match &reading.effect {
            Effect::Widens(with) => {
                let with = self.expr(at, with);
                self.any(vec![formula, with], home, reading.range)
            }
            Effect::Keeps
            | Effect::Narrows(_)
            | Effect::Replaces(_)
            | Effect::AddsException(_)
            | Effect::Drops(_) => formula,
        });
        let branches = branches.collect();
        self.choose(id, branches, self.items[at].item.header.name_range)
    }

    /// What a formula rests on beside facts.
    pub(super) fn rests_on(&self, formula: NodeId, written: &[&Expr]) -> RestsOn {
        let definitions = self.definitions_in(written);
        let mut issues = BTreeSet::new();
        let mut judgement = false;
        self.walk(formula, &mut |_, node| match node {
            Node::Choose(issue, _) => {
                issues.insert(issue);
            }
            Node::Test(slot) => judgement |= self.is_judgement(slot),
            _ => {}
        });
        RestsOn {
            definitions: definitions.into_iter().collect(),
            issues: issues.into_iter().collect(),
            judgement,
        }
    }

    fn is_judgement(&self, slot: ir::SlotRef) -> bool {
        match slot.frame {
            frame @ (0 | 1) => {
                let layout = &self.schema.layouts[usize::from(frame)];
                layout.fields.get(slot.slot as usize).is_some_and(|field| field.ty == Type::Judgement)
            }
            _ => self.schema.layouts.iter().skip(2).any(|layout| {
                layout.fields.get(slot.slot as usize).is_some_and(|field| field.ty == Type::Judgement)
            }),
        }
    }

    /// The definitions that expressions use, directly or not.
    fn definitions_in(&self, written: &[&Expr]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut pending = written.to_vec();
        while let Some(expr) = pending.pop() {
            expr.walk(&mut |expr| {
                if let ExprKind::Call(name, _) = &expr.kind
                    && found.insert(name.clone())
                {
                    let versions =
                        self.named.get(&(ItemKind::Definition, name.as_str())).into_iter().flatten();
                    pending.extend(versions.filter_map(|at| match &self.items[*at].item.body {
                        Body::Definition(_, means) => Some(means),
                        _ => None,
                    }));
                }
            });
        }
        found
    }

    /// Calls `visit` once for each node under `root`.
    pub(super) fn walk(&self, root: NodeId, visit: &mut dyn FnMut(NodeId, Node)) {
        let nodes = self.pool.nodes();
        let mut seen = BTreeSet::new();
        let mut pending = vec![root];
        while let Some(id) = pending.pop() {
            if seen.insert(id) {
                visit(id, nodes.node(id));
                pending.extend(nodes.children_of(id));
            }
        }
    }

    /// An exception, scope or exclusion as of the day.
    pub(super) fn exception(&mut self, at: usize) -> Exception {
        let header = &self.items[at].item.header;
        let home = self.home(at);
        let range = header.name_range;
        let rule = self.rule_of(at);
        let elements = self.elements(at);
        let in_so_far_as =
            rule.and_then(|rule| rule.in_so_far_as.as_ref()).map(|extent| self.expr(at, extent));
        let mut conditions = Vec::new();
        for name in rule.into_iter().flat_map(|rule| &rule.subject_to) {
            conditions.extend(self.conditions(&header.name, &name.text));
        }
        // A provision as a target means the norms that lie in it, not their exceptions.
        let exceptions = self.exceptions_to(&header.name, &[]);

        let only_under = self.issues.adding(&header.name);
        let mut holds: Vec<NodeId> = elements.iter().map(|element| element.holds).collect();
        holds.extend(in_so_far_as);
        holds.extend(conditions.iter().map(|conditions| conditions.holds));
        for exception in &exceptions {
            holds.push(self.not(exception.holds, home, range));
        }
        let mut all = self.all(holds, home, range);
        if let Some(readings) = only_under {
            let absent = self.add(Node::Known(false), home, range);
            all = self.under(readings, all, absent);
        }
        Exception {
            name: header.name.clone(),
            label: self.own_label(at),
            basis: citations(&header.basis),
            recitals: citations(&header.recitals),
            only_under,
            provided_that: self.provided_that(all),
            elements,
            in_so_far_as,
            conditions,
            exceptions,
            holds: all,
            span: self.span(at, range),
        }
    }

    fn conditions(&mut self, of: &str, name: &str) -> Option<Conditions> {
        let at = self.needed(ItemKind::Conditions, name)?;
        let header = &self.items[at].item.header;
        let home = self.home(at);
        let elements = self.elements(at);
        let nodes = elements.iter().map(|element| element.holds).collect();
        let mut holds = self.all(nodes, home, header.name_range);
        let only_under = self.kept_under(of, name);
        if let Some(readings) = only_under {
            let dropped = self.add(Node::Known(true), home, header.name_range);
            holds = self.under(readings, holds, dropped);
        }
        Some(Conditions {
            name: name.to_owned(),
            basis: citations(&header.basis),
            only_under,
            elements,
            holds,
        })
    }

    /// The obligations that a formula stands or falls with.
    fn provided_that(&self, root: NodeId) -> Vec<ObligationId> {
        let mut found = BTreeSet::new();
        self.walk(root, &mut |_, node| {
            if let Node::Kept(obligation) = node {
                found.insert(obligation);
            }
        });
        found.into_iter().collect()
    }

    /// The operative exceptions to a rule that are there on the day.
    pub(super) fn exceptions_to(&mut self, name: &str, basis: &[Citation]) -> Vec<Exception> {
        let found = self.rules_on(ItemKind::Exception, name, basis);
        found.into_iter().map(|at| self.exception(at)).collect()
    }

    /// The rules of a kind that are directed at a rule and are there on the
    /// day, in order.
    pub(super) fn rules_on(&mut self, kind: ItemKind, name: &str, basis: &[Citation]) -> Vec<usize> {
        // With more elements than can be there is no program: what is left need not be looked at.
        if self.elements > ELEMENT_LIMIT {
            return Vec::new();
        }
        let mut found = self.directed.at_whole(name, basis, self.names);
        found.retain(|&at| self.items[at].kind == kind);
        for &at in &found {
            self.look_at(self.items[at].item.header.dates);
        }
        found.retain(|&at| self.items[at].item.header.dates.apply_on(self.day));
        found
    }
}

//! Interpretive rules: on which norms they bear, and on what in them.

use std::collections::BTreeSet;

use base::Citation;
use ir::{Arguing, Direction, Element, Exception};
use syntax::ItemKind;

use super::Lowering;
use crate::model::TargetKind;

impl<'a> Lowering<'a> {
    /// The interpretive rules that speak about a norm, its elements, its
    /// exceptions, or a definition that an element uses.
    pub(super) fn arguments_on(
        &mut self,
        name: &str,
        basis: &[Citation],
        elements: &[Element],
        exceptions: &[Exception],
    ) -> Vec<Arguing> {
        let mut found = Vec::new();
        for at in self.spoken_of(name, basis, elements, exceptions) {
            let source = self.items[at];
            if source.kind != ItemKind::Interpretive {
                continue;
            }
            let Some(rule) = self.rule_of(at) else { continue };
            let Some(direction) = rule.interpretive else { continue };
            let mut bearing = None;
            for target in &rule.targets {
                bearing = bearing.or(self.bearing(&target.to, name, basis, elements, exceptions));
            }
            let Some((target, bears_on)) = bearing else { continue };
            self.look_at(source.item.header.dates);
            if source.item.header.dates.apply_on(self.day) {
                found.push(self.arguing(at, direction, target, bears_on));
            }
        }
        found
    }

    /// The items that are directed at a norm or at anything in it, in order.
    fn spoken_of(
        &self,
        name: &str,
        basis: &[Citation],
        elements: &[Element],
        exceptions: &[Exception],
    ) -> Vec<usize> {
        let mut found = self.directed.at_whole(name, basis, self.names);
        found.extend(self.directed.at_name(name));
        let mut names: BTreeSet<&str> =
            elements.iter().flat_map(|element| &element.rests_on.definitions).map(String::as_str).collect();
        let mut pending: Vec<&Exception> = exceptions.iter().collect();
        while let Some(exception) = pending.pop() {
            names.insert(&exception.name);
            names.extend(exception.conditions.iter().map(|conditions| conditions.name.as_str()));
            pending.extend(&exception.exceptions);
        }
        found.extend(names.into_iter().flat_map(|name| self.directed.at_name(name)));
        found.sort_unstable();
        found.dedup();
        found
    }

    fn arguing(&mut self, at: usize, direction: Direction, target: String, bears_on: Vec<u16>) -> Arguing {
        Arguing { direction, target, bears_on, rule: self.exception(at) }
    }

    fn bearing(
        &self,
        target: &TargetKind,
        name: &str,
        basis: &[Citation],
        elements: &[Element],
        exceptions: &[Exception],
    ) -> Option<(String, Vec<u16>)> {
        match target {
            TargetKind::Broken => None,
            TargetKind::Provision(citation) => {
                let covered = basis.iter().any(|cited| self.names.covers(citation, cited));
                covered.then(|| (citation.to_string(), Vec::new()))
            }
            TargetKind::Rule { name: rule, part: Some(part) } if rule == name => {
                let at = elements.iter().position(|element| element.name == *part);
                Some((format!("{rule}.{part}"), at.map(|at| at as u16).into_iter().collect()))
            }
            TargetKind::Rule { name: rule, part: None } if rule == name => Some((rule.clone(), Vec::new())),
            TargetKind::Rule { name: rule, part } => {
                let target = part.as_ref().map_or_else(|| rule.clone(), |part| format!("{rule}.{part}"));
                if exceptions.iter().any(|exception| mentions(exception, rule)) {
                    return Some((target, Vec::new()));
                }
                let uses = |element: &&Element| element.rests_on.definitions.contains(rule);
                let using = elements.iter().enumerate().filter(|(_, element)| uses(element));
                let using: Vec<u16> = using.map(|(at, _)| at as u16).collect();
                (!using.is_empty()).then_some((target, using))
            }
        }
    }
}

/// Whether an exception, or one below it, is the named rule or subject to it.
fn mentions(exception: &Exception, rule: &str) -> bool {
    exception.name == rule
        || exception.conditions.iter().any(|conditions| conditions.name == rule)
        || exception.exceptions.iter().any(|inner| mentions(inner, rule))
}

//! What prohibitions, exceptions, conditions and gates share: elements, and
//! the limits of an exception.

use std::collections::HashMap;

use problem::{LawProblem, NameKind, NameProblem};
use syntax::ast::{self, AstNode, HasElements, HasLimits};

use super::Elaborator;
use super::path::Spelled;
use super::targets::named;
use crate::model::{Base, Dates, Element, Expr, Header, Rule, Target};

impl Elaborator<'_> {
    pub(super) fn rule(&mut self, node: &impl HasElements, header: &Header, targets: Vec<Target>) -> Rule {
        let mut seen: HashMap<String, Vec<Dates>> = HashMap::new();
        let elements =
            node.elements().map(|element| self.element(&element, header.dates, &mut seen)).collect();
        Rule {
            targets,
            interpretive: None,
            forbids: None,
            elements,
            in_so_far_as: None,
            subject_to: Vec::new(),
        }
    }

    pub(super) fn limited(&mut self, node: &impl HasLimits, header: &Header, targets: Vec<Target>) -> Rule {
        let mut rule = self.rule(node, header, targets);
        rule.in_so_far_as = node.in_so_far_as().map(|extent| self.formula(Some(extent), node.range()));
        rule.subject_to = node.subject_to().into_iter().map(named).collect();
        for name in &rule.subject_to {
            self.rule_of_kind(name, &[NameKind::Conditions]);
        }
        rule
    }

    fn element(
        &mut self,
        node: &ast::Element,
        outer: Dates,
        seen: &mut HashMap<String, Vec<Dates>>,
    ) -> Element {
        let header = self.header_within(node, outer);
        let name = header.name.as_str();
        if !name.is_empty() {
            let earlier = seen.entry(name.to_owned()).or_default();
            let clash = earlier.iter().find_map(|dates| dates.overlap(header.dates));
            let undated = header.dates == Dates::default() || earlier.contains(&Dates::default());
            earlier.push(header.dates);
            match clash {
                _ if name == "conduct" => self.twice(&header),
                Some(_) if undated => self.twice(&header),
                Some(day) => {
                    let overlap = LawProblem::Overlap { name: name.to_owned(), day: day.to_string() };
                    self.problem(overlap, header.name_range);
                }
                None => {}
            }
        }
        let formula =
            if node.is_bare() { self.bare(&header) } else { self.formula(node.expr(), node.range()) };
        let kinds = node.on().map(|on| self.kinds(&on));
        Element { header, kinds, formula, range: node.range() }
    }

    fn twice(&mut self, header: &Header) {
        let duplicate = NameProblem::Duplicate { kind: NameKind::Element, name: header.name.clone() };
        self.problem(duplicate, header.name_range);
    }

    /// `element E` means `element E = E`.
    fn bare(&mut self, header: &Header) -> Expr {
        let (name, range) = (header.name.clone(), header.name_range);
        let path = Spelled { package: None, segments: vec![name.clone()], range };
        let expr = self.reference(&path, None);
        self.as_formula(expr, || name)
    }

    pub(super) fn scope_assumes_nothing(&mut self, header: &Header, rule: &Rule) {
        for element in &rule.elements {
            let mut found = Vec::new();
            element.formula.walk(&mut |expr| {
                for field in expr.reads() {
                    let info = match field.base {
                        Base::Facts => self.names.field(&self.names.facts, &field.path),
                        Base::Conduct => self.names.field(&self.names.conduct.fields, &field.path),
                        Base::Variable(_) => None,
                    };
                    if info.is_some_and(|info| info.assumed) {
                        found.push((field.path.clone(), expr.range));
                    }
                }
            });
            for (fact, range) in found {
                self.problem(LawProblem::ScopeAssumes { scope: header.name.clone(), fact }, range);
            }
        }
    }
}

//! Open questions of law and their readings.

use std::collections::BTreeSet;

use ir::ReadingStatus;
use problem::{LawProblem, NameKind, NameProblem, SyntaxProblem};
use syntax::SyntaxKind;
use syntax::ast::{self, AstNode, EffectKind};

use super::Elaborator;
use super::targets::{DISCUSSED, named};
use crate::model::{Effect, Header, Issue, Reading};

impl Elaborator<'_> {
    pub(super) fn issue(&mut self, header: &Header, node: &ast::Issue) -> Issue {
        let target = self.targets(node, DISCUSSED, true).into_iter().next();
        let dates = header.dates;
        let mut seen = BTreeSet::new();
        let readings: Vec<Reading> = node
            .readings()
            .map(|reading| {
                let header = self.header_within(&reading, dates);
                if !header.name.is_empty() && !seen.insert(header.name.clone()) {
                    let duplicate =
                        NameProblem::Duplicate { kind: NameKind::Reading, name: header.name.clone() };
                    self.problem(duplicate, header.name_range);
                }
                self.reading(header, &reading)
            })
            .collect();
        if readings.len() < 2 {
            self.missing(LawProblem::TooFewReadings { name: header.name.clone() }, header);
        }
        let default = node.default().map(|(name, reason)| {
            if !seen.contains(&name.text) {
                self.unknown(NameKind::Reading, &name.text, seen.iter().map(String::as_str), name.range);
            }
            (named(name), reason.map_or_else(String::new, |reason| reason.text))
        });
        if let Some(over) = readings.get(ir::MemberSet::CAPACITY) {
            let limit = ir::MemberSet::CAPACITY as u32;
            self.problem(NameProblem::TooMany { kind: NameKind::Reading, limit }, over.header.name_range);
        }
        Issue { target, readings, default }
    }

    fn reading(&mut self, header: Header, node: &ast::Reading) -> Reading {
        let has = |kind| node.syntax().children().any(|child| child.kind() == kind);
        let whole = !has(SyntaxKind::Error);
        if whole && !has(SyntaxKind::StatusClause) {
            let missing = SyntaxProblem::MissingClause { clause: "status", item: "reading" };
            self.problem(missing, header.name_range);
        }
        if whole && !has(SyntaxKind::BasisClause) && !has(SyntaxKind::RecitalsClause) {
            let missing = LawProblem::NoBasis { item: "reading", name: header.name.clone() };
            self.problem(missing, header.name_range);
        }
        let status = match node.status() {
            Some(ast::ReadingStatus::Recital) => ReadingStatus::Recital,
            Some(ast::ReadingStatus::Consultation) => ReadingStatus::Consultation,
            Some(ast::ReadingStatus::Draft) => ReadingStatus::Draft,
            Some(ast::ReadingStatus::Guidelines) => ReadingStatus::Guidelines,
            Some(ast::ReadingStatus::Judgment) => ReadingStatus::Judgment,
            Some(ast::ReadingStatus::Opinion) => ReadingStatus::Opinion,
            Some(ast::ReadingStatus::Literature) => ReadingStatus::Literature,
            Some(ast::ReadingStatus::Text) | None => ReadingStatus::Text,
        };
        let effect = node.effect();
        let range = effect.as_ref().map_or(header.name_range, |effect| effect.range);
        let effect = match effect.map(|effect| effect.kind) {
            Some(EffectKind::Keeps) | None => Effect::Keeps,
            Some(EffectKind::Narrows(expr)) => Effect::Narrows(self.formula(Some(expr), range)),
            Some(EffectKind::Widens(expr)) => Effect::Widens(self.formula(Some(expr), range)),
            Some(EffectKind::Replaces(expr, timings)) => {
                Effect::Replaces(Box::new(self.asked(Some(expr), timings, range)))
            }
            Some(EffectKind::AddsException(name)) => {
                let name = named(name);
                self.rule_of_kind(&name, &[NameKind::Exception]);
                Effect::AddsException(name)
            }
            Some(EffectKind::Drops(names)) => Effect::Drops(names.into_iter().map(named).collect()),
        };
        Reading { header, status, effect, range }
    }
}

//! Obligations: what must be, and by when.

use std::collections::HashSet;

use base::TextRange;
use ir::StandardKind;
use problem::{NameKind, NameProblem, SyntaxProblem, TypeProblem};
use syntax::ast::{self, AstNode, HasWhen, Timing};

use super::Elaborator;
use super::literal::duration;
use crate::model::{Asked, ExprKind, Header, Must, Obligation};
use crate::types::Ty;

impl Elaborator<'_> {
    pub(super) fn obligation(&mut self, header: &Header, node: &ast::Obligation) -> Obligation {
        let addressed_to = node.addressed_to().map_or_else(Vec::new, |roles| self.roles(&roles));
        let on = node.on().map(|on| self.kinds(&on));
        let when = node.when().map(|when| self.formula(Some(when), node.range()));
        let mut seen = HashSet::new();
        let dates = header.dates;
        let musts = node.musts().map(|must| {
            let header = self.header_within(&must, dates);
            if !header.name.is_empty() && !seen.insert(header.name.clone()) {
                let duplicate = NameProblem::Duplicate { kind: NameKind::Must, name: header.name.clone() };
                self.problem(duplicate, header.name_range);
            }
            let asked = self.asked(must.expr(), must.timings(), must.range());
            if must.is_negative() && (asked.limit.is_some() || asked.standard.is_some() || asked.each_year) {
                self.problem(
                    TypeProblem::Misplaced { clause: "a time limit", on: "`must not`".into() },
                    must.range(),
                );
            }
            Must { header, negative: must.is_negative(), asked, range: must.range() }
        });
        Obligation { addressed_to, on, when, musts: musts.collect() }
    }

    /// A condition or event with its limits in time.
    pub(super) fn asked(&mut self, expr: Option<ast::Expr>, timings: Vec<Timing>, place: TextRange) -> Asked {
        let mut asked =
            Asked { action: self.term(expr, place), standard: None, limit: None, each_year: false };
        let event = matches!(asked.action.ty, Ty::Event | Ty::Error);
        if !event && !asked.action.ty.is_formula() {
            self.mismatch("event", &asked.action);
        }
        for timing in timings {
            let (at, clause) = match &timing {
                Timing::Immediately { range } => (*range, "immediately"),
                Timing::WithoutUndueDelay { range } => (*range, "without undue delay"),
                Timing::AtTheLatest { range, .. } => (*range, "at the latest"),
                Timing::EachYear { range } => (*range, "each year"),
            };
            if !event {
                self.problem(TypeProblem::LimitWithoutEvent, at);
                continue;
            }
            let repeated = match timing {
                Timing::Immediately { .. } => asked.standard.replace(StandardKind::Immediately).is_some(),
                Timing::WithoutUndueDelay { .. } => {
                    asked.standard.replace(StandardKind::WithoutUndueDelay).is_some()
                }
                Timing::AtTheLatest { duration: length, duration_range, moment, .. } => {
                    let from = self.term(Some(moment), at);
                    if !from.ty.is_time() && from.ty != Ty::Error {
                        self.mismatch("event", &from);
                    }
                    let length = length.and_then(|(amount, unit)| {
                        let length = duration(amount, unit);
                        if length.is_none() {
                            let text = amount.to_string();
                            self.problem(SyntaxProblem::NumberRange { text }, duration_range.unwrap_or(at));
                        }
                        length
                    });
                    asked.limit.replace((length, from)).is_some()
                }
                Timing::EachYear { .. } => {
                    if !matches!(asked.action.kind, ExprKind::Earliest(..) | ExprKind::Broken) {
                        let on = "what is not an `earliest of`".to_owned();
                        self.problem(TypeProblem::Misplaced { clause: "each year", on }, at);
                    }
                    std::mem::replace(&mut asked.each_year, true)
                }
            };
            if repeated {
                self.problem(SyntaxProblem::RepeatedClause { clause }, at);
            }
        }
        asked
    }
}

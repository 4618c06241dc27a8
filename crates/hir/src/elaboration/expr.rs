//! Expressions: what they mean and what type they have.

use std::sync::Arc;

use base::TextRange;
use problem::{NameKind, TypeProblem};
use syntax::ast::{self, AstNode, InList};

use super::Elaborator;
use super::literal::broken;
use super::targets::named;
use crate::model::{Expr, ExprKind, GroupKind, Named, Over};
use crate::types::{EnumTy, Ty};

impl Elaborator<'_> {
    /// An expression that must be a formula.
    pub(super) fn formula(&mut self, node: Option<ast::Expr>, place: TextRange) -> Expr {
        let Some(node) = node else { return broken(place) };
        let expr = self.expr(&node, None);
        let text = node.syntax().text();
        self.as_formula(expr, || text.to_string())
    }

    /// The expression if it is a formula; `text` is how it is written.
    pub(super) fn as_formula(&mut self, expr: Expr, text: impl FnOnce() -> String) -> Expr {
        if expr.ty.is_formula() {
            return expr;
        }
        if expr.ty == Ty::Event {
            self.problem(TypeProblem::EventAsFormula { event: text() }, expr.range);
        } else {
            self.mismatch("bool", &expr);
        }
        broken(expr.range)
    }

    /// An expression of any type.
    pub(super) fn term(&mut self, node: Option<ast::Expr>, place: TextRange) -> Expr {
        node.map_or_else(|| broken(place), |node| self.expr(&node, None))
    }

    pub(super) fn expr(&mut self, node: &ast::Expr, expected: Option<&Arc<EnumTy>>) -> Expr {
        let range = node.range();
        match node {
            ast::Expr::PathExpr(path) => match path.path() {
                Some(path) => self.path(&path, expected),
                None => broken(range),
            },
            ast::Expr::Apply(apply) => self.apply(apply),
            ast::Expr::Literal(literal) => self.literal(literal),
            ast::Expr::Paren(paren) => match paren.inner() {
                Some(inner) => self.expr(&inner, expected),
                None => broken(range),
            },
            ast::Expr::Logic(logic) => {
                let operands = logic.operands().map(|operand| self.formula(Some(operand), range)).collect();
                let kind = match logic.op() {
                    ast::LogicOp::And => ExprKind::All(operands),
                    ast::LogicOp::Or => ExprKind::Any(operands),
                };
                formula(kind, range)
            }
            ast::Expr::Not(not) => {
                let operand = self.formula(not.operand(), range);
                formula(ExprKind::Not(Box::new(operand)), range)
            }
            ast::Expr::Group(group) => {
                let points = group.points().map(|point| {
                    let name = point.name().map_or_else(String::new, |name| name.text);
                    (name, self.formula(point.expr(), point.range()))
                });
                let kind = match group.kind() {
                    ast::GroupKind::Any => GroupKind::Any,
                    ast::GroupKind::All => GroupKind::All,
                    ast::GroupKind::None => GroupKind::None,
                };
                formula(ExprKind::Group(kind, points.collect()), range)
            }
            ast::Expr::Comparison(comparison) => self.comparison(comparison),
            ast::Expr::In(node) => self.membership(node),
            ast::Expr::Happened(happened) => {
                let event = self.term(happened.event(), range);
                if event.ty != Ty::Event && event.ty != Ty::Error {
                    self.mismatch("event", &event);
                    return broken(range);
                }
                formula(ExprKind::Happened(Box::new(event)), range)
            }
            ast::Expr::Arithmetic(row) => self.row(row),
            ast::Expr::PercentOf(node) => self.percent_of(node),
            ast::Expr::Quantifier(quantifier) => self.quantifier(quantifier),
            ast::Expr::Count(count) => self.count(count),
            ast::Expr::Extremum(extremum) => self.extremum(extremum),
            ast::Expr::Pick(pick) => self.pick(pick),
            ast::Expr::Case(case) => self.case(case),
            ast::Expr::Provided(provided) => self.provided(provided),
            ast::Expr::Set(_) => {
                self.problem(TypeProblem::Misplaced { clause: "{ }", on: "an expression".into() }, range);
                broken(range)
            }
        }
    }

    fn quantifier(&mut self, quantifier: &ast::Quantifier) -> Expr {
        let range = quantifier.range();
        let body = quantifier.body();
        let found = self.over(quantifier, |this| Some(this.formula(body, range)));
        let Some((over, body)) = found else { return broken(range) };
        let body = Box::new(body);
        let kind = match quantifier.kind() {
            ast::QuantifierKind::Some => ExprKind::Some(over, body),
            ast::QuantifierKind::Every => ExprKind::Every(over, body),
        };
        formula(kind, range)
    }

    fn count(&mut self, count: &ast::Count) -> Expr {
        let range = count.range();
        let filter = count.body();
        let found = self.over(count, |this| Some(filter.map(|filter| this.formula(Some(filter), range))));
        let Some((over, filter)) = found else { return broken(range) };
        Expr { kind: ExprKind::Count(over, filter.map(Box::new)), ty: Ty::Integer, range }
    }

    fn pick(&mut self, pick: &ast::Pick) -> Expr {
        let range = pick.range();
        let choices: Vec<Expr> = pick.choices().map(|choice| self.expr(&choice, None)).collect();
        let Some(ty) = self.joined(choices.iter()) else { return broken(range) };
        let ordered = ty.orderable(&ty);
        if !ordered {
            let clause = match pick.kind() {
                ast::PickKind::Higher => "higher of",
                ast::PickKind::Lower => "lower of",
            };
            self.problem(TypeProblem::Misplaced { clause, on: ty.name() }, range);
            return broken(range);
        }
        let kind = match pick.kind() {
            ast::PickKind::Higher => ExprKind::Highest(choices),
            ast::PickKind::Lower => ExprKind::Lowest(choices),
        };
        Expr { kind, ty, range }
    }

    fn case(&mut self, case: &ast::Case) -> Expr {
        let range = case.range();
        let branches = case.branches().map(|branch| {
            let condition = self.formula(branch.condition(), branch.range());
            (condition, self.term(branch.value(), branch.range()))
        });
        let branches: Vec<(Expr, Expr)> = branches.collect();
        let otherwise = self.term(case.otherwise(), range);
        let values = branches.iter().map(|(_, value)| value).chain([&otherwise]);
        let Some(ty) = self.joined(values) else { return broken(range) };
        Expr { kind: ExprKind::Case(branches, Box::new(otherwise)), ty, range }
    }

    fn provided(&mut self, provided: &ast::Provided) -> Expr {
        let range = provided.range();
        let inner = self.formula(provided.expr(), range);
        let mut obligations: Vec<Named> = provided.obligations().into_iter().map(named).collect();
        obligations.retain(|name| self.rule_of_kind(name, &[NameKind::Obligation]).is_some());
        formula(ExprKind::Provided(Box::new(inner), obligations), range)
    }

    fn extremum(&mut self, node: &ast::Extremum) -> Expr {
        let range = node.range();
        let (item, filter) = (node.item(), node.body());
        let found = self.over(node, |this| {
            let event = this.event_field(&item?)?;
            Some((event, filter.map(|filter| Box::new(this.formula(Some(filter), range)))))
        });
        let Some((over, (event, filter))) = found else { return broken(range) };
        let kind = match node.kind() {
            ast::ExtremumKind::Earliest => ExprKind::Earliest(over, event, filter),
            ast::ExtremumKind::Latest => ExprKind::Latest(over, event, filter),
        };
        Expr { kind, ty: Ty::Event, range }
    }

    /// Elaborates what stands under a variable that runs over a list.
    fn over<N: InList, T>(
        &mut self,
        node: &N,
        inside: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<(Over, T)> {
        let (variable, list) = (node.variable()?, node.list()?);
        let over = self.list(&list)?;
        self.variables.push((variable.text, over.record.clone()));
        let inside = inside(self);
        self.variables.pop();
        Some((over, inside?))
    }

    /// The one type of several; reports two that have none.
    fn joined<'e>(&mut self, mut exprs: impl Iterator<Item = &'e Expr>) -> Option<Ty> {
        let first = exprs.next()?;
        let mut ty = first.ty.clone();
        for expr in exprs {
            match ty.join(&expr.ty) {
                Some(joined) => ty = joined,
                None => {
                    self.mismatch(&ty.name(), expr);
                    return None;
                }
            }
        }
        Some(ty)
    }

    pub(super) fn mismatch(&mut self, expected: &str, expr: &Expr) {
        if expr.ty != Ty::Error {
            let mismatch = TypeProblem::Mismatch { expected: expected.to_owned(), found: expr.ty.name() };
            self.problem(mismatch, expr.range);
        }
    }
}

pub(super) fn formula(kind: ExprKind, range: TextRange) -> Expr {
    Expr { kind, ty: Ty::Bool, range }
}

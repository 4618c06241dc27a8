//! Comparisons, membership and arithmetic: which types go together.

use base::TextRange;
use ir::{ArithmeticOp, CompareOp};
use problem::{NameKind, SyntaxProblem, TypeProblem};
use syntax::ast::{self, AstNode, InRight};

use super::Elaborator;
use super::expr::formula;
use super::literal::{broken, percentage};
use crate::model::{Expr, ExprKind};
use crate::types::Ty;

impl Elaborator<'_> {
    pub(super) fn row(&mut self, row: &ast::Arithmetic) -> Expr {
        let range = row.range();
        let rest = row.rest();
        // A row nests to the left: each operator is one level.
        let (outside, length) = (self.operators, rest.len());
        if let Some((_, place, _)) = rest.get(syntax::DEPTH_LIMIT - outside) {
            self.problem(SyntaxProblem::TooDeep { limit: syntax::DEPTH_LIMIT as u32 }, *place);
            return broken(range);
        }
        self.operators = outside + length;
        let first = self.term(row.first(), range);
        let whole = rest.into_iter().fold(first, |left, (op, place, right)| {
            let right = self.term(Some(right), range);
            self.arithmetic(op, place, left, right)
        });
        self.operators = outside;
        whole
    }

    pub(super) fn percent_of(&mut self, node: &ast::PercentOf) -> Expr {
        let range = node.range();
        let rate = node.percentage().and_then(|literal| match literal.value() {
            Some(ast::LiteralValue::Percentage(text)) => percentage(&text),
            _ => None,
        });
        let Some(rate) = rate else { return broken(range) };
        let amount = self.term(node.base(), range);
        let rate = Expr { kind: ExprKind::Value(ir::Value::Decimal(rate)), ty: Ty::Decimal, range };
        self.arithmetic(ast::ArithmeticOp::Mul, range, rate, amount)
    }

    pub(super) fn comparison(&mut self, node: &ast::Comparison) -> Expr {
        let range = node.range();
        let (Some(left), Some(op), Some(right)) = (node.left(), node.op(), node.right()) else {
            return broken(range);
        };
        let left = self.expr(&left, None);
        let expected = match &left.ty {
            Ty::Enum(members) => Some(members.clone()),
            _ => None,
        };
        let before = self.problems.len();
        let is_name = matches!(right, ast::Expr::PathExpr(_));
        let right = self.expr(&right, expected.as_ref());
        if left.ty == Ty::Error && is_name {
            // It may be a member of the enum that would stand on the left.
            self.problems.truncate(before);
        }
        let (op, operator, equality) = match op {
            ast::CompareOp::Eq => (CompareOp::Equal, "==", true),
            ast::CompareOp::Ne => (CompareOp::NotEqual, "!=", true),
            ast::CompareOp::Lt => (CompareOp::Less, "<", false),
            ast::CompareOp::Le => (CompareOp::AtMost, "<=", false),
            ast::CompareOp::Gt => (CompareOp::Greater, ">", false),
            ast::CompareOp::Ge => (CompareOp::AtLeast, ">=", false),
        };
        let fits = if equality { left.ty.equatable(&right.ty) } else { left.ty.orderable(&right.ty) };
        if !fits {
            self.incompatible(operator, &left, &right, range);
            return broken(range);
        }
        formula(ExprKind::Compare(op, Box::new(left), Box::new(right)), range)
    }

    pub(super) fn membership(&mut self, node: &ast::In) -> Expr {
        let range = node.range();
        let (Some(left), Some(right)) = (node.left(), node.right()) else { return broken(range) };
        let left = self.expr(&left, None);
        let Ty::Enum(members) = left.ty.clone() else {
            self.mismatch("enum", &left);
            return broken(range);
        };
        let kind = match right {
            InRight::Set(set) => {
                let numbers = set.members().into_iter().filter_map(|name| {
                    let at = members.members.iter().position(|member| *member == name.text);
                    if at.is_none() {
                        let known = members.members.iter().map(String::as_str);
                        self.unknown(NameKind::Member, &name.text, known, name.range);
                    }
                    at.map(|at| at as u8)
                });
                ExprKind::OneOf(Box::new(left), numbers.collect())
            }
            InRight::Expr(right) => {
                let right = self.expr(&right, None);
                if right.ty != Ty::Set(members) && right.ty != Ty::Error {
                    self.incompatible("in", &left, &right, range);
                    return broken(range);
                }
                ExprKind::In(Box::new(left), Box::new(right))
            }
        };
        let inside = formula(kind, range);
        if node.is_negated() { formula(ExprKind::Not(Box::new(inside)), range) } else { inside }
    }

    fn arithmetic(&mut self, op: ast::ArithmeticOp, place: TextRange, left: Expr, right: Expr) -> Expr {
        let range = left.range.cover(right.range);
        let Some(ty) = arithmetic_type(op, &left.ty, &right.ty) else {
            let operator = match op {
                ast::ArithmeticOp::Add => "+",
                ast::ArithmeticOp::Sub => "-",
                ast::ArithmeticOp::Mul => "*",
                ast::ArithmeticOp::Div => "/",
            };
            self.incompatible(operator, &left, &right, place);
            return broken(range);
        };
        let op = match op {
            ast::ArithmeticOp::Add => ArithmeticOp::Add,
            ast::ArithmeticOp::Sub => ArithmeticOp::Subtract,
            ast::ArithmeticOp::Mul => ArithmeticOp::Multiply,
            ast::ArithmeticOp::Div => ArithmeticOp::Divide,
        };
        Expr { kind: ExprKind::Arithmetic(op, Box::new(left), Box::new(right)), ty, range }
    }

    fn incompatible(&mut self, operator: &str, left: &Expr, right: &Expr, range: TextRange) {
        if left.ty == Ty::Error || right.ty == Ty::Error {
            return;
        }
        let (left, right) = match (&left.ty, &right.ty) {
            (Ty::Money(left), Ty::Money(right)) if left != right => {
                let currency = TypeProblem::Currency { left: left.clone(), right: right.clone() };
                return self.problem(currency, range);
            }
            (left, right) => (left.name(), right.name()),
        };
        self.problem(TypeProblem::Incompatible { operator: operator.to_owned(), left, right }, range);
    }
}

/// The type of reckoning with two types, if they can be.
fn arithmetic_type(op: ast::ArithmeticOp, left: &Ty, right: &Ty) -> Option<Ty> {
    use ast::ArithmeticOp::{Add, Div, Mul, Sub};
    match (op, left, right) {
        (_, Ty::Error, _) | (_, _, Ty::Error) => Some(Ty::Error),
        (Add | Sub, Ty::Money(one), Ty::Money(other)) => (one == other).then(|| left.clone()),
        (Mul, Ty::Money(_), number) if number.is_number() => Some(left.clone()),
        (Mul, number, Ty::Money(_)) if number.is_number() => Some(right.clone()),
        (Div, Ty::Money(_), number) if number.is_number() => Some(left.clone()),
        (Div, Ty::Money(one), Ty::Money(other)) => (one == other).then_some(Ty::Decimal),
        (Add | Sub, Ty::Duration, Ty::Duration) => Some(Ty::Duration),
        (Add | Sub, time, Ty::Duration) if time.is_time() => Some(time.clone()),
        (Add | Sub | Mul, Ty::Integer, Ty::Integer) => Some(Ty::Integer),
        (_, one, other) if one.is_number() && other.is_number() => Some(Ty::Decimal),
        _ => None,
    }
}

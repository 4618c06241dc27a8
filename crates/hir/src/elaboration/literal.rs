//! Constants.

use base::TextRange;
use ir::{Bounds, Duration, Value};
use jiff::Timestamp;
use problem::SyntaxProblem;
use rust_decimal::Decimal;
use syntax::ast::{self, AstNode, LiteralValue, Unit};

use super::Elaborator;
use super::header::day;
use crate::model::{Expr, ExprKind};
use crate::types::Ty;

impl Elaborator<'_> {
    pub(super) fn literal(&mut self, literal: &ast::Literal) -> Expr {
        let range = literal.range();
        let Some(value) = literal.value() else { return broken(range) };
        let number_range = |text: &str| SyntaxProblem::NumberRange { text: text.to_owned() };
        let (kind, ty) = match value {
            LiteralValue::Bool(known) => (ExprKind::Known(known), Ty::Bool),
            LiteralValue::String(text) => (ExprKind::Text(text), Ty::Text),
            LiteralValue::Integer(number) => (ExprKind::Value(Value::Integer(number)), Ty::Integer),
            LiteralValue::Decimal(text) => match text.parse() {
                Ok(number) => (ExprKind::Value(Value::Decimal(number)), Ty::Decimal),
                Err(_) => return self.refuse(number_range(&text), range),
            },
            LiteralValue::Percentage(text) => match percentage(&text) {
                Some(number) => (ExprKind::Value(Value::Decimal(number)), Ty::Decimal),
                None => return self.refuse(number_range(&text), range),
            },
            LiteralValue::Money { currency, amount } => match amount.parse() {
                Ok(number) => (ExprKind::Value(Value::Decimal(number)), Ty::Money(currency.text)),
                Err(_) => return self.refuse(number_range(&amount), range),
            },
            LiteralValue::Date(date) => match day(&date) {
                Some(day) => (ExprKind::Value(Value::Day(day)), Ty::Date),
                None => return broken(range),
            },
            LiteralValue::DateTime(text) => match text.parse::<Timestamp>() {
                Ok(stamp) => (ExprKind::Value(Value::Time(Bounds::at(stamp.as_microsecond()))), Ty::DateTime),
                Err(_) => return self.refuse(SyntaxProblem::NoSuchDate { text }, range),
            },
            LiteralValue::Unlimited => (ExprKind::Value(Value::Duration(Duration::Unlimited)), Ty::Duration),
            LiteralValue::Duration { amount, unit } => match duration(amount, unit) {
                Some(length) => (ExprKind::Value(Value::Duration(length)), Ty::Duration),
                None => return self.refuse(number_range(&amount.to_string()), range),
            },
        };
        Expr { kind, ty, range }
    }

    fn refuse(&mut self, problem: SyntaxProblem, range: TextRange) -> Expr {
        self.problem(problem, range);
        broken(range)
    }
}

/// An expression that has a problem of its own.
pub(super) fn broken(range: TextRange) -> Expr {
    Expr { kind: ExprKind::Broken, ty: Ty::Error, range }
}

/// `7 %` as 0.07.
pub(super) fn percentage(text: &str) -> Option<Decimal> {
    text.parse::<Decimal>().ok()?.checked_div(Decimal::ONE_HUNDRED)
}

/// A length of time, if it fits.
pub(super) fn duration(amount: i64, unit: Unit) -> Option<Duration> {
    let calendar = |factor: i64| i32::try_from(amount.checked_mul(factor)?).ok();
    let (mut months, mut days, mut micros) = (0, 0, 0);
    match unit {
        Unit::Minute => micros = ir::time::clock_micros(0, amount)?,
        Unit::Hour => micros = ir::time::clock_micros(amount, 0)?,
        Unit::Day => days = calendar(1)?,
        Unit::Week => days = calendar(7)?,
        Unit::Month => months = calendar(1)?,
        Unit::Year => months = calendar(12)?,
    }
    Some(Duration::Limited { months, days, micros })
}

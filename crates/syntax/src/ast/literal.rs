//! Values written down.

use super::name::{Date, Name, unescape};
use super::{AstNode, nodes, token_of, tokens};
use crate::kind::SyntaxKind;

nodes! {
    /// A value written down.
    Literal = Literal;
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// What a literal stands for. Numbers keep their text where a machine number would lose something;
/// the `_` between digits are gone from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LiteralValue {
    /// `true` or `false`.
    Bool(bool),
    /// A text, without quotes and escapes.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A decimal number: `7.5`.
    Decimal(String),
    /// A percentage, without its sign: `7.5`.
    Percentage(String),
    /// A day.
    Date(Date),
    /// A time with its offset, as written: `2026-12-02T08:40+01:00`.
    DateTime(String),
    /// `24 hours`.
    Duration {
        /// How many.
        amount: i64,
        /// Of what.
        unit: Unit,
    },
    /// `unlimited`.
    Unlimited,
    /// `EUR 35_000_000`.
    Money {
        /// The currency.
        currency: Name,
        /// The amount: `35000000`.
        amount: String,
    },
}

impl Unit {
    /// The unit that a word names, in singular or plural.
    pub fn of(word: &str) -> Option<Unit> {
        match word.strip_suffix('s').unwrap_or(word) {
            "minute" => Some(Unit::Minute),
            "hour" => Some(Unit::Hour),
            "day" => Some(Unit::Day),
            "week" => Some(Unit::Week),
            "month" => Some(Unit::Month),
            "year" => Some(Unit::Year),
            _ => None,
        }
    }
}

impl Literal {
    /// The value; none if it is out of range or the calendar does not have it.
    pub fn value(&self) -> Option<LiteralValue> {
        let node = self.syntax();
        let digits = |kind| token_of(node, kind).map(|token| token.text().replace('_', ""));
        let number = digits(SyntaxKind::Integer).or_else(|| digits(SyntaxKind::Decimal));
        let first = tokens(node).next()?;
        if first.kind() == SyntaxKind::Currency {
            return Some(LiteralValue::Money { currency: Name::of(&first), amount: number? });
        }
        if token_of(node, SyntaxKind::Percent).is_some() {
            return Some(LiteralValue::Percentage(number?));
        }
        if let Some(unit) = token_of(node, SyntaxKind::Unit) {
            let amount = number?.parse().ok()?;
            return Some(LiteralValue::Duration { amount, unit: Unit::of(unit.text())? });
        }
        if first.kind() == SyntaxKind::Keyword {
            return match first.text() {
                "true" => Some(LiteralValue::Bool(true)),
                "false" => Some(LiteralValue::Bool(false)),
                "unlimited" => Some(LiteralValue::Unlimited),
                _ => None,
            };
        }
        match first.kind() {
            SyntaxKind::String => Some(LiteralValue::String(unescape(first.text()))),
            SyntaxKind::Integer => Some(LiteralValue::Integer(number?.parse().ok()?)),
            SyntaxKind::Decimal => Some(LiteralValue::Decimal(number?)),
            SyntaxKind::Date => Date::of(&first).map(LiteralValue::Date),
            SyntaxKind::DateTime => Some(LiteralValue::DateTime(first.text().to_owned())),
            _ => None,
        }
    }
}

//! Comparisons: which orders of two terms are possible, and what an operator
//! makes of them. It is met if every possible order fits it, not met if none
//! does.

use ir::{Bounds, CompareOp, Instant, Status, Value};
use rust_decimal::Decimal;

use crate::calendar::Calendar;
use crate::duration;
use crate::term::Term;

/// What is known of an event of which nothing is known.
pub(crate) const UNKNOWN_TIME: Bounds = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };

/// The orders in which two terms can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orders(u8);

impl Orders {
    pub(crate) const LESS: Orders = Orders(1);
    pub(crate) const EQUAL: Orders = Orders(2);
    pub(crate) const GREATER: Orders = Orders(4);
    pub(crate) const DIFFERENT: Orders = Orders(5);
    pub(crate) const ANY: Orders = Orders(7);

    /// Those that are possible. There always is one: bounds that contradict
    /// each other settle nothing.
    pub(crate) fn possible(less: bool, equal: bool, greater: bool) -> Orders {
        match u8::from(less) | u8::from(equal) << 1 | u8::from(greater) << 2 {
            0 => Orders::ANY,
            orders => Orders(orders),
        }
    }

    /// Whether a comparison holds.
    pub(crate) fn status(self, op: CompareOp) -> Status {
        let fitting = match op {
            CompareOp::Equal => 0b010,
            CompareOp::NotEqual => 0b101,
            CompareOp::Less => 0b001,
            CompareOp::AtMost => 0b011,
            CompareOp::Greater => 0b100,
            CompareOp::AtLeast => 0b110,
        };
        if self.0 & !fitting == 0 {
            Status::Met
        } else if self.0 & fitting == 0 {
            Status::NotMet
        } else {
            Status::Unknown
        }
    }
}

impl From<std::cmp::Ordering> for Orders {
    fn from(order: std::cmp::Ordering) -> Orders {
        match order {
            std::cmp::Ordering::Less => Orders::LESS,
            std::cmp::Ordering::Equal => Orders::EQUAL,
            std::cmp::Ordering::Greater => Orders::GREATER,
        }
    }
}

/// The orders in which two terms can stand. Terms of different types settle
/// nothing; a date against a time is the bounds of that day.
pub(crate) fn orders(left: Term, right: Term, calendar: &Calendar, texts: &[String]) -> Orders {
    let same = |same: bool| if same { Orders::EQUAL } else { Orders::DIFFERENT };
    let (left, right) = match (left, right) {
        (Term::Value(left), Term::Value(right)) => (left, right),
        (Term::Count { .. }, Term::Value(_) | Term::Count { .. }) | (Term::Value(_), Term::Count { .. }) => {
            return match (as_range(left), as_range(right)) {
                (Some(left), Some(right)) => ranges(left, right),
                (None, _) | (_, None) => Orders::ANY,
            };
        }
    };
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => left.cmp(&right).into(),
        (Value::Integer(_) | Value::Decimal(_), Value::Integer(_) | Value::Decimal(_)) => {
            as_decimal(left).cmp(&as_decimal(right)).into()
        }
        (Value::Time(left), Value::Time(right)) => times(left, right),
        (Value::Day(left), Value::Day(right)) => left.cmp(&right).into(),
        (Value::Day(left), Value::Time(right)) => times(calendar.bounds_of(left), right),
        (Value::Time(left), Value::Day(right)) => times(left, calendar.bounds_of(right)),
        (Value::Duration(left), Value::Duration(right)) => duration::orders(left, right),
        (Value::Bool(left), Value::Bool(right)) => same(left == right),
        (Value::Member(left), Value::Member(right)) => same(left == right),
        (Value::Set(left), Value::Set(right)) => same(left == right),
        (Value::Text(left), Value::Text(right)) => {
            let text = |at: u32| texts.get(at as usize);
            same(left == right || text(left).is_some_and(|left| Some(left) == text(right)))
        }
        (
            Value::Unknown
            | Value::Bool(_)
            | Value::Member(_)
            | Value::Set(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Text(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::List(_),
            _,
        ) => Orders::ANY,
    }
}

/// An open bound is before every instant and *never* after every instant; two
/// open or two never-bounds settle nothing.
fn times(left: Bounds, right: Bounds) -> Orders {
    let unsettled = |a: Instant, b: Instant| a == b && (a == Bounds::OPEN || a == Bounds::NEVER);
    Orders::possible(
        left.earliest < right.latest || unsettled(left.earliest, right.latest),
        left.earliest <= right.latest && right.earliest <= left.latest,
        left.latest > right.earliest || unsettled(left.latest, right.earliest),
    )
}

/// Whether a time compares so with another.
pub(crate) fn time_status(op: CompareOp, left: Bounds, right: Bounds) -> Status {
    times(left, right).status(op)
}

/// Whether an event happened by a moment: `e <= as_of`.
pub(crate) fn happened(event: Bounds, by: Instant) -> Status {
    time_status(CompareOp::AtMost, event, Bounds::at(by))
}

/// The bounds of a time, of a day, or of an event that is unknown.
pub(crate) fn as_bounds(term: Term, calendar: &Calendar) -> Option<Bounds> {
    match term.value() {
        Value::Time(bounds) => Some(bounds),
        Value::Day(day) => Some(calendar.bounds_of(day)),
        Value::Unknown => Some(UNKNOWN_TIME),
        Value::Bool(_)
        | Value::Member(_)
        | Value::Set(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Text(_)
        | Value::Duration(_)
        | Value::List(_) => None,
    }
}

/// The number that a value is.
pub(crate) fn as_decimal(value: Value) -> Option<Decimal> {
    match value {
        Value::Integer(number) => Some(Decimal::from(number)),
        Value::Decimal(number) => Some(number),
        Value::Unknown
        | Value::Bool(_)
        | Value::Member(_)
        | Value::Set(_)
        | Value::Text(_)
        | Value::Day(_)
        | Value::Time(_)
        | Value::Duration(_)
        | Value::List(_) => None,
    }
}

type Range = (Decimal, Option<Decimal>);

fn as_range(term: Term) -> Option<Range> {
    match term {
        Term::Count { low, high } => Some((low.into(), high.map(Decimal::from))),
        Term::Value(value) => as_decimal(value).map(|number| (number, Some(number))),
    }
}

fn ranges(left: Range, right: Range) -> Orders {
    let below = |low: Decimal, high: Option<Decimal>| high.is_none_or(|high| low < high);
    let reaches = |low: Decimal, high: Option<Decimal>| high.is_none_or(|high| low <= high);
    let whole = left.0.fract().is_zero() && right.0.fract().is_zero();
    Orders::possible(
        below(left.0, right.1),
        whole && reaches(left.0, right.1) && reaches(right.0, left.1),
        below(right.0, left.1),
    )
}

#[cfg(test)]
mod tests;

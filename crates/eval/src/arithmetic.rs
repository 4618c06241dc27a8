//! Reckoning with values. An unknown makes the result unknown; so does a
//! division by zero and a result out of range.

use ir::{ArithmeticOp, Bounds, CompareOp, Duration, Status, Value};
use rust_decimal::Decimal;

use crate::calendar::Calendar;
use crate::compare::{as_decimal, orders};
use crate::term::Term;

/// Two values reckoned with.
pub(crate) fn reckon(op: ArithmeticOp, left: Value, right: Value, calendar: &Calendar) -> Value {
    let result = match op {
        ArithmeticOp::Add => add(left, right, calendar),
        ArithmeticOp::Subtract => match right {
            Value::Duration(duration) => negated(duration).and_then(|less| moved(left, less, calendar)),
            Value::Integer(_) | Value::Decimal(_) => {
                numbers(left, right, i64::checked_sub, Decimal::checked_sub)
            }
            Value::Unknown
            | Value::Bool(_)
            | Value::Member(_)
            | Value::Set(_)
            | Value::Text(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::List(_) => None,
        },
        ArithmeticOp::Multiply => match (left, right) {
            (Value::Duration(duration), factor) | (factor, Value::Duration(duration)) => {
                times(duration, factor)
            }
            (left, right) => numbers(left, right, i64::checked_mul, Decimal::checked_mul),
        },
        // Seven halves are three and a half, of whole numbers too.
        ArithmeticOp::Divide => match (as_decimal(left), as_decimal(right)) {
            (Some(left), Some(right)) => left.checked_div(right).map(Value::Decimal),
            (None, _) | (_, None) => None,
        },
    };
    result.unwrap_or_default()
}

fn add(left: Value, right: Value, calendar: &Calendar) -> Option<Value> {
    match (left, right) {
        (value, Value::Duration(duration)) | (Value::Duration(duration), value) => {
            moved(value, duration, calendar)
        }
        (left, right) => numbers(left, right, i64::checked_add, Decimal::checked_add),
    }
}

fn numbers(
    left: Value,
    right: Value,
    of_integers: fn(i64, i64) -> Option<i64>,
    of_decimals: fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<Value> {
    if let (Value::Integer(left), Value::Integer(right)) = (left, right) {
        return of_integers(left, right).map(Value::Integer);
    }
    of_decimals(as_decimal(left)?, as_decimal(right)?).map(Value::Decimal)
}

/// A time, a day or a duration, and a duration. A day and days is a day; an
/// open bound stays open.
fn moved(value: Value, by: Duration, calendar: &Calendar) -> Option<Value> {
    let (months, days, micros) = match by {
        Duration::Limited { months, days, micros } => (months, days, micros),
        Duration::Unlimited => {
            return matches!(value, Value::Duration(_)).then_some(Value::Duration(Duration::Unlimited));
        }
    };
    match value {
        Value::Duration(Duration::Unlimited) => Some(value),
        Value::Duration(Duration::Limited { months: more_months, days: more_days, micros: more_micros }) => {
            let months = months.checked_add(more_months)?;
            let days = days.checked_add(more_days)?;
            let micros = micros.checked_add(more_micros)?;
            Some(Value::Duration(Duration::Limited { months, days, micros }))
        }
        Value::Day(day) if micros == 0 => calendar.day_after(day, months, days).map(Value::Day),
        Value::Day(day) => moved(Value::Time(calendar.bounds_of(day)), by, calendar),
        Value::Time(Bounds { earliest, latest }) => {
            let shift = |instant| match instant {
                Bounds::OPEN | Bounds::NEVER => Some(instant),
                instant => calendar.instant_after(instant, months, days, micros),
            };
            Some(Value::Time(Bounds { earliest: shift(earliest)?, latest: shift(latest)? }))
        }
        Value::Unknown
        | Value::Bool(_)
        | Value::Member(_)
        | Value::Set(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Text(_)
        | Value::List(_) => None,
    }
}

fn negated(duration: Duration) -> Option<Duration> {
    match duration {
        Duration::Unlimited => None,
        Duration::Limited { months, days, micros } => Some(Duration::Limited {
            months: months.checked_neg()?,
            days: days.checked_neg()?,
            micros: micros.checked_neg()?,
        }),
    }
}

fn times(duration: Duration, factor: Value) -> Option<Value> {
    let Value::Integer(factor) = factor else { return None };
    let product = match duration {
        Duration::Unlimited if factor > 0 => Duration::Unlimited,
        Duration::Unlimited => return None,
        Duration::Limited { months, days, micros } => {
            let small = i32::try_from(factor).ok()?;
            Duration::Limited {
                months: months.checked_mul(small)?,
                days: days.checked_mul(small)?,
                micros: micros.checked_mul(factor)?,
            }
        }
    };
    Some(Value::Duration(product))
}

/// The higher of two values of one type; unknown if that is not settled.
pub(crate) fn the_higher(left: Value, right: Value, calendar: &Calendar) -> Value {
    if let (Value::Time(left), Value::Time(right)) = (left, right) {
        return Value::Time(Bounds {
            earliest: left.earliest.max(right.earliest),
            latest: left.latest.max(right.latest),
        });
    }
    extreme(left, right, CompareOp::AtLeast, calendar)
}

/// The lower of two values of one type; unknown if that is not settled.
pub(crate) fn the_lower(left: Value, right: Value, calendar: &Calendar) -> Value {
    if let (Value::Time(left), Value::Time(right)) = (left, right) {
        return Value::Time(Bounds {
            earliest: left.earliest.min(right.earliest),
            latest: left.latest.min(right.latest),
        });
    }
    extreme(left, right, CompareOp::AtMost, calendar)
}

fn extreme(left: Value, right: Value, op: CompareOp, calendar: &Calendar) -> Value {
    let beats =
        |one, other| orders(Term::Value(one), Term::Value(other), calendar, &[]).status(op) == Status::Met;
    if beats(left, right) {
        left
    } else if beats(right, left) {
        right
    } else {
        Value::Unknown
    }
}

#[cfg(test)]
mod tests;

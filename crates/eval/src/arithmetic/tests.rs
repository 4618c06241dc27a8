use ir::{ArithmeticOp, Bounds, Duration, Value};

use super::*;
use crate::sample::{Sample, at, day, days, hours, months, time};

fn check(op: ArithmeticOp, left: Value, right: Value, expected: Value) {
    let calendar = Calendar::new(&Sample::new().finish());
    assert_eq!(reckon(op, left, right, &calendar), expected, "{left:?} {op:?} {right:?}");
}

fn decimal(text: &str) -> Value {
    Value::Decimal(text.parse().unwrap())
}

fn date(text: &str) -> Value {
    Value::Day(day(text))
}

#[test]
fn numbers() {
    check(ArithmeticOp::Add, Value::Integer(2), Value::Integer(3), Value::Integer(5));
    check(ArithmeticOp::Multiply, decimal("0.07"), Value::Integer(500), decimal("35"));
    check(ArithmeticOp::Divide, Value::Integer(7), Value::Integer(2), decimal("3.5"));
    check(ArithmeticOp::Divide, Value::Integer(7), Value::Integer(0), Value::Unknown);
    check(ArithmeticOp::Multiply, Value::Integer(i64::MAX), Value::Integer(2), Value::Unknown);
    check(ArithmeticOp::Add, Value::Unknown, Value::Integer(2), Value::Unknown);
}

#[test]
fn a_time_and_a_duration_follow_the_local_calendar() {
    // The clock goes forward in the night of 29 March 2026.
    let before = time("2026-03-28T08:40Z");
    check(ArithmeticOp::Add, before, Value::Duration(days(1)), time("2026-03-29T07:40Z"));
    check(ArithmeticOp::Add, before, Value::Duration(hours(24)), time("2026-03-29T08:40Z"));
    let end_of_january = time("2028-01-31T12:00Z");
    check(ArithmeticOp::Add, end_of_january, Value::Duration(months(1)), time("2028-02-29T12:00Z"));
    check(
        ArithmeticOp::Subtract,
        time("2028-02-29T12:00Z"),
        Value::Duration(months(12)),
        time("2027-02-28T12:00Z"),
    );
}

#[test]
fn open_bounds_stay_open() {
    let by = |text| Value::Time(Bounds { earliest: Bounds::OPEN, latest: at(text) });
    check(ArithmeticOp::Add, by("2026-12-02T08:40Z"), Value::Duration(hours(2)), by("2026-12-02T10:40Z"));
}

#[test]
fn a_date_and_days_is_a_date() {
    check(ArithmeticOp::Add, date("2026-12-02"), Value::Duration(days(30)), date("2027-01-01"));
    check(ArithmeticOp::Add, date("2024-02-29"), Value::Duration(months(12)), date("2025-02-28"));
    let noon = Value::Time(Bounds { earliest: at("2026-12-02T11:00Z"), latest: at("2026-12-03T11:00Z") - 1 });
    check(ArithmeticOp::Add, date("2026-12-02"), Value::Duration(hours(12)), noon);
}

#[test]
fn durations() {
    check(ArithmeticOp::Add, Value::Duration(days(1)), Value::Duration(days(2)), Value::Duration(days(3)));
    check(ArithmeticOp::Multiply, Value::Duration(months(2)), Value::Integer(3), Value::Duration(months(6)));
    let unlimited = Value::Duration(Duration::Unlimited);
    check(ArithmeticOp::Add, unlimited, Value::Duration(days(2)), unlimited);
    check(ArithmeticOp::Subtract, unlimited, unlimited, Value::Unknown);
    check(ArithmeticOp::Add, time("2026-12-02T08:40Z"), unlimited, Value::Unknown);
}

#[test]
fn results_out_of_range_are_unknown() {
    let late = Value::Time(Bounds::at(i64::MAX - 5));
    for far in [months(i32::MAX), days(i32::MAX), hours(i64::MAX / 3_600_000_000)] {
        check(ArithmeticOp::Add, late, Value::Duration(far), Value::Unknown);
    }
    check(ArithmeticOp::Subtract, late, Value::Duration(months(i32::MIN)), Value::Unknown);
    check(ArithmeticOp::Add, Value::Day(ir::Day(i32::MAX)), Value::Duration(days(1)), Value::Unknown);
    check(ArithmeticOp::Subtract, date("2026-12-02"), Value::Duration(days(i32::MIN)), Value::Unknown);
}

#[test]
fn the_higher_and_the_lower() {
    let calendar = Calendar::new(&Sample::new().finish());
    let (low, high) = (Value::Integer(2), decimal("2.5"));
    assert_eq!(the_higher(low, high, &calendar), high);
    assert_eq!(the_lower(low, high, &calendar), low);
    assert_eq!(the_higher(low, Value::Unknown, &calendar), Value::Unknown);
    let (month, thirty) = (Value::Duration(months(1)), Value::Duration(days(30)));
    assert_eq!(the_higher(month, thirty, &calendar), Value::Unknown);
    assert_eq!(the_lower(month, Value::Duration(days(40)), &calendar), month);
}

use ir::{Bounds, CompareOp, Day, Value};

use super::*;
use crate::sample::{Sample, at, day, sign};

fn calendar() -> Calendar {
    Calendar::new(&Sample::new().finish())
}

/// A time: `2026-12-02`, `2026-12-02T08:40Z`, `by …`, `after …` (that is, not
/// by), `now` and `not yet` (with `as_of` 2026-12-31T12:00Z), `?`.
fn written(text: &str) -> Value {
    let calendar = calendar();
    let as_of = at("2026-12-31T12:00Z");
    let bounds = |text: &str| match text.parse::<Day>() {
        Ok(day) => calendar.bounds_of(day),
        Err(_) => Bounds::at(at(text)),
    };
    Value::Time(match text.split_once(' ') {
        Some(("by", time)) => Bounds { earliest: Bounds::OPEN, latest: bounds(time).latest },
        Some(("after", time)) => Bounds { earliest: bounds(time).earliest + 1, latest: Bounds::NEVER },
        Some(_) => Bounds { earliest: as_of + 1, latest: Bounds::NEVER },
        None if text == "?" => return Value::Unknown,
        None => bounds(text),
    })
}

/// The signs of `<`, `<=`, `==`, `>=`, `>`, `!=`.
fn signs(left: Term, right: Term, texts: &[String]) -> String {
    let ops = [
        CompareOp::Less,
        CompareOp::AtMost,
        CompareOp::Equal,
        CompareOp::AtLeast,
        CompareOp::Greater,
        CompareOp::NotEqual,
    ];
    let orders = orders(left, right, &calendar(), texts);
    ops.into_iter().map(|op| sign(orders.status(op))).collect()
}

fn check(left: &str, right: &str, expected: &str) {
    let (left_time, right_time) = (Term::Value(written(left)), Term::Value(written(right)));
    assert_eq!(signs(left_time, right_time, &[]), expected, "{left} against {right}");
}

fn check_values(left: Value, right: Value, expected: &str) {
    assert_eq!(signs(Term::Value(left), Term::Value(right), &[]), expected, "{left:?} {right:?}");
}

#[test]
fn exact_times_compare_exactly() {
    check("2026-12-02T08:40Z", "2026-12-02T08:40Z", "-+++--");
    check("2026-12-02T08:40Z", "2026-12-02T08:41Z", "++---+");
    check("2026-12-02T08:41Z", "2026-12-02T08:40Z", "---+++");
}

#[test]
fn a_bare_date_settles_only_what_all_its_instants_settle() {
    check("2026-12-02", "2026-12-03", "++---+");
    check("2026-12-02", "2026-12-02", "??????");
    check("2026-12-02", "2026-12-02T08:40Z", "??????");
    // In Brussels the day ends at 23:00 in Greenwich.
    check("2026-12-02", "2026-12-02T23:00Z", "++---+");
}

#[test]
fn an_event_by_a_time_is_surely_before_what_is_later() {
    check("by 2026-12-02T08:40Z", "2026-12-02T08:40Z", "?+??-?");
    check("by 2026-12-02T08:40Z", "2026-12-03T08:40Z", "++---+");
    check("by 2026-12-02T08:40Z", "2026-12-01T08:40Z", "??????");
}

#[test]
fn an_event_not_by_a_time_is_surely_after_it() {
    check("after 2026-12-02T08:40Z", "2026-12-02T08:40Z", "---+++");
    check("after 2026-12-02T08:40Z", "2026-12-03T08:40Z", "??????");
    check("not yet", "2026-12-31T12:00Z", "---+++");
}

#[test]
fn open_bounds_settle_nothing_against_each_other() {
    check("by 2026-12-02", "by 2026-12-02", "??????");
    check("after 2026-12-02", "after 2026-12-02", "??????");
    check("by 2026-12-01", "after 2026-12-01T23:59Z", "++---+");
    check("?", "2026-12-02", "??????");
    check("?", "?", "??????");
}

#[test]
fn dates_compare_as_days_and_against_times_as_bounds() {
    let date = |text: &str| Value::Day(day(text));
    check_values(date("2026-12-02"), date("2026-12-02"), "-+++--");
    check_values(date("2026-12-02"), date("2026-12-03"), "++---+");
    check_values(date("2026-12-02"), written("2026-12-02T08:40Z"), "??????");
    check_values(written("2026-12-01T22:59Z"), date("2026-12-02"), "++---+");
}

#[test]
fn numbers_compare_across_their_types() {
    let decimal = |text: &str| Value::Decimal(text.parse().unwrap());
    check_values(Value::Integer(2), Value::Integer(3), "++---+");
    check_values(Value::Integer(2), decimal("2.0"), "-+++--");
    check_values(decimal("2.5"), Value::Integer(2), "---+++");
}

#[test]
fn what_has_no_order_is_the_same_or_different() {
    check_values(Value::Member(1), Value::Member(1), "-+++--");
    check_values(Value::Member(1), Value::Member(2), "??-??+");
    check_values(Value::Bool(true), Value::Bool(false), "??-??+");
    check_values(Value::Bool(true), Value::Integer(1), "??????");
}

#[test]
fn texts_are_equal_by_what_they_say() {
    let texts = ["a".to_owned(), "b".to_owned(), "a".to_owned()];
    let text = |at| Term::Value(Value::Text(at));
    assert_eq!(signs(text(0), text(2), &texts), "-+++--");
    assert_eq!(signs(text(0), text(1), &texts), "??-??+");
}

#[test]
fn a_count_with_bounds_is_decided_by_them() {
    let count = |low, high| Term::Count { low, high };
    let number = |number| Term::Value(Value::Integer(number));
    assert_eq!(signs(count(2, None), number(2), &[]), "-??+??");
    assert_eq!(signs(count(0, Some(1)), number(2), &[]), "++---+");
    assert_eq!(signs(count(1, Some(3)), number(2), &[]), "??????");
    assert_eq!(signs(count(0, None), Term::UNKNOWN, &[]), "??????");
    let half = Term::Value(Value::Decimal("1.5".parse().unwrap()));
    assert_eq!(signs(count(1, Some(2)), half, &[]), "??-??+");
}

#[test]
fn bounds_that_contradict_each_other_settle_nothing() {
    let absurd = Value::Time(Bounds { earliest: 5, latest: 3 });
    check_values(absurd, Value::Time(Bounds::at(4)), "??????");
}

use ir::{CompareOp, Duration};

use super::*;
use crate::sample::{days, hours, months, sign};

/// The signs of `<`, `==`, `>`.
fn check(left: Duration, right: Duration, expected: &str) {
    let ops = [CompareOp::Less, CompareOp::Equal, CompareOp::Greater];
    let signs: String = ops.into_iter().map(|op| sign(orders(left, right).status(op))).collect();
    assert_eq!(signs, expected, "{left:?} against {right:?}");
}

#[test]
fn lengths_of_one_kind_compare_exactly() {
    check(months(12), months(12), "-+-");
    check(months(6), months(12), "+--");
    check(days(14), days(15), "+--");
    check(hours(48), hours(24), "--+");
}

#[test]
fn days_against_hours_are_exact_up_to_a_change_of_the_clock() {
    check(days(1), hours(24), "???");
    check(days(1), hours(23), "-??");
    check(days(1), hours(22), "--+");
    check(days(10), hours(241), "??-");
    check(days(10), hours(242), "+--");
}

#[test]
fn months_against_days_hold_only_if_they_do_for_every_beginning() {
    check(months(1), days(27), "--+");
    check(months(1), days(28), "-??");
    check(months(1), days(30), "???");
    check(months(1), days(31), "??-");
    check(months(1), days(32), "+--");
    check(months(12), days(365), "-??");
    check(months(12), days(367), "+--");
    check(months(48), days(1461), "??-");
    check(months(4800), days(146_097), "-+-");
}

#[test]
fn what_two_durations_have_in_common_cancels_out() {
    let mixed = |months, days| Duration::Limited { months, days, micros: 0 };
    check(mixed(1, 1), months(1), "--+");
    check(mixed(1, 5), months(2), "+--");
    check(Duration::Limited { months: 0, days: 1, micros: 1 }, days(1), "--+");
}

#[test]
fn unlimited_is_longer_than_all_else() {
    check(Duration::Unlimited, months(i32::MAX), "--+");
    check(hours(1), Duration::Unlimited, "+--");
    check(Duration::Unlimited, Duration::Unlimited, "-+-");
}

use ir::{Bounds, Duration, Zone};

use super::*;
use crate::sample::{Sample, at, days, hours, months};

fn calendar() -> Calendar {
    Calendar::new(&Sample::new().finish())
}

/// A period that runs from an instant ends then, in local time.
fn check(from: &str, period: Duration, expected: &str) {
    let end = due(Bounds::at(at(from)), period, &calendar()).unwrap();
    assert_eq!(end.earliest, end.latest);
    let brussels = Zone::named("Europe/Brussels").unwrap();
    assert_eq!(brussels.format(end.latest), expected, "{period:?} from {from}");
}

#[test]
fn the_hour_of_the_event_is_not_counted() {
    check("2026-12-02T08:40Z", hours(24), "2026-12-03T10:00:00+01:00");
    check("2026-12-02T08:00Z", hours(24), "2026-12-03T10:00:00+01:00");
    check("2026-12-02T08:59Z", hours(1), "2026-12-02T11:00:00+01:00");
}

#[test]
fn hours_run_through_weekends_and_changes_of_the_clock() {
    check("2026-12-04T15:30Z", hours(24), "2026-12-05T17:00:00+01:00");
    check("2026-03-28T08:40Z", hours(24), "2026-03-29T11:00:00+02:00");
    check("2026-10-24T08:40Z", hours(24), "2026-10-25T10:00:00+01:00");
}

#[test]
fn minutes_run_from_the_event_itself() {
    let half_an_hour = Duration::Limited { months: 0, days: 0, micros: 1_800_000_000 };
    check("2026-12-02T08:40Z", half_an_hour, "2026-12-02T10:10:00+01:00");
}

#[test]
fn the_day_of_the_event_is_not_counted_and_the_last_counts_to_its_end() {
    check("2026-12-07T08:40Z", days(3), "2026-12-10T23:59:59+01:00");
    check("2026-12-07T23:30Z", days(3), "2026-12-11T23:59:59+01:00");
    check("2026-12-07T08:40Z", days(7), "2026-12-14T23:59:59+01:00");
}

#[test]
fn a_day_that_the_month_does_not_have_is_its_last() {
    check("2028-01-31T12:00Z", months(1), "2028-02-29T23:59:59+01:00");
    check("2027-08-31T12:00Z", months(1), "2027-09-30T23:59:59+02:00");
    // 29 February a year later is 28 February 2029, a Wednesday.
    check("2028-02-29T12:00Z", months(12), "2029-02-28T23:59:59+01:00");
}

#[test]
fn a_limit_on_a_weekend_or_holiday_ends_with_the_next_working_day() {
    // 2026-12-05 is a Saturday.
    check("2026-12-02T12:00Z", days(3), "2026-12-07T23:59:59+01:00");
    // Christmas Day is a Friday; then come Saturday and Sunday.
    check("2026-12-18T12:00Z", days(7), "2026-12-28T23:59:59+01:00");
    check("2026-11-25T12:00Z", months(1), "2026-12-28T23:59:59+01:00");
}

#[test]
fn two_days_or_more_contain_two_working_days() {
    // Saturday and Sunday: moved to Monday, which alone is a working day.
    check("2026-12-04T12:00Z", days(2), "2026-12-08T23:59:59+01:00");
    // Sunday, Monday: Monday alone.
    check("2026-12-05T12:00Z", days(2), "2026-12-08T23:59:59+01:00");
    check("2026-12-05T12:00Z", days(1), "2026-12-07T23:59:59+01:00");
    // 24 December, then the holiday and the weekend.
    check("2026-12-23T12:00Z", days(2), "2026-12-28T23:59:59+01:00");
}

#[test]
fn from_a_bare_date_hours_give_a_range_and_days_do_not() {
    let calendar = calendar();
    let from = calendar.bounds_of(crate::sample::day("2026-12-02"));
    let range = due(from, hours(24), &calendar).unwrap();
    assert_eq!(range.earliest, at("2026-12-03T00:00Z"));
    assert_eq!(range.latest, at("2026-12-03T23:00Z"));
    let exact = due(from, days(5), &calendar).unwrap();
    assert_eq!(exact.earliest, exact.latest);
}

#[test]
fn open_bounds_stay_open_and_no_end_is_no_end() {
    let open = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };
    assert_eq!(due(open, days(3), &calendar()), Some(open));
    assert_eq!(due(open, Duration::Unlimited, &calendar()), None);
    assert_eq!(due(Bounds::at(0), months(i32::MAX), &calendar()), None);
    assert_eq!(due(Bounds::at(0), hours(i64::MAX / 3_600_000_000), &calendar()), None);
}

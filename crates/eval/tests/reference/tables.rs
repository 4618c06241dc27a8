//! The naive evaluator against what `docs/language/outcomes.md` says in
//! words and tables, so that it is not only as right as the real one.

use eval::{ConductRef, DutyStatus};
use ir::*;

use crate::cases::{Case, MustDecided};
use crate::generate::SPAN;
use crate::naive::Naive;
use crate::program;
use crate::times::{Calendar, compare_durations, compare_times};

fn brussels(text: &str) -> Instant {
    let zone = Zone::named("Europe/Brussels").unwrap();
    let (day, time) = text.split_once(' ').unwrap();
    let (hours, minutes) = time.split_once(':').unwrap();
    let date = day.parse::<Day>().unwrap().date();
    zone.instant(date.at(hours.parse().unwrap(), minutes.parse().unwrap(), 0, 0))
}

fn hours(hours: i64) -> Duration {
    Duration::Limited { months: 0, days: 0, micros: hours * 3_600_000_000 }
}

fn days(days: i32) -> Duration {
    Duration::Limited { months: 0, days, micros: 0 }
}

fn months(months: i32) -> Duration {
    Duration::Limited { months, days: 0, micros: 0 }
}

#[test]
fn times_compare_by_their_bounds() {
    let (at, open, never) = (Bounds::at, Bounds::OPEN, Bounds::NEVER);
    let from_to = |earliest, latest| Bounds { earliest, latest };
    for (a, op, b, expected) in [
        (at(1), CompareOp::AtMost, at(1), Status::Met),
        (at(1), CompareOp::Less, at(1), Status::NotMet),
        (from_to(1, 3), CompareOp::AtMost, at(3), Status::Met),
        (from_to(1, 3), CompareOp::Less, at(3), Status::Unknown),
        (from_to(1, 3), CompareOp::Less, at(1), Status::NotMet),
        (from_to(open, 3), CompareOp::AtMost, at(3), Status::Met),
        (from_to(3, never), CompareOp::Greater, at(2), Status::Met),
        (from_to(3, never), CompareOp::Equal, at(2), Status::NotMet),
        (from_to(1, 3), CompareOp::Equal, from_to(1, 3), Status::Unknown),
        (from_to(open, never), CompareOp::AtMost, from_to(open, never), Status::Unknown),
        (from_to(3, never), CompareOp::AtMost, from_to(3, never), Status::Unknown),
        (at(1), CompareOp::NotEqual, at(1), Status::NotMet),
    ] {
        assert_eq!(compare_times(op, a, b), expected, "{a:?} {op:?} {b:?}");
    }
}

#[test]
fn durations_compare_for_every_start() {
    for (a, op, b, expected) in [
        (months(12), CompareOp::Equal, months(12), Status::Met),
        (days(2), CompareOp::Less, days(3), Status::Met),
        (days(1), CompareOp::Equal, hours(24), Status::Unknown),
        (days(3), CompareOp::AtMost, hours(73), Status::Met),
        (days(3), CompareOp::Less, hours(73), Status::Unknown),
        (months(1), CompareOp::AtMost, days(31), Status::Met),
        (months(1), CompareOp::Less, days(31), Status::Unknown),
        (months(1), CompareOp::Greater, days(27), Status::Met),
        (months(12), CompareOp::AtLeast, days(365), Status::Met),
        (months(12), CompareOp::Equal, days(365), Status::Unknown),
        (months(48), CompareOp::AtLeast, days(1461), Status::Unknown),
        (Duration::Unlimited, CompareOp::Greater, months(9_999), Status::Met),
        (Duration::Unlimited, CompareOp::Equal, Duration::Unlimited, Status::Met),
    ] {
        assert_eq!(compare_durations(op, a, b), expected, "{a:?} {op:?} {b:?}");
    }
}

#[test]
fn limits_are_counted_as_regulation_1182_71_does() {
    let holiday: Day = "2026-12-25".parse().unwrap();
    let calendar = Calendar::new("Europe/Brussels", &[holiday]);
    for (event, length, ends) in [
        ("2026-12-02 08:40", hours(24), "2026-12-03 09:00"),
        ("2026-12-02 08:00", hours(24), "2026-12-03 09:00"),
        // Hours run on through a Saturday, and through a change of the clock.
        ("2026-12-04 08:40", hours(24), "2026-12-05 09:00"),
        ("2026-10-24 08:40", hours(24), "2026-10-25 08:00"),
        ("2026-12-02 08:40", days(1), "2026-12-04 00:00"),
        // Friday and one day: Saturday, so the end of Monday.
        ("2026-12-04 08:40", days(1), "2026-12-08 00:00"),
        // Friday and two days: Monday is the first working day, Tuesday the second.
        ("2026-12-04 08:40", days(2), "2026-12-09 00:00"),
        // Wednesday and two days end on a holiday: the end of Monday.
        ("2026-12-23 08:40", days(2), "2026-12-29 00:00"),
        ("2027-01-31 08:40", months(1), "2027-03-02 00:00"),
    ] {
        let expected = brussels(ends) - i64::from(length != hours(24));
        assert_eq!(calendar.end_of_limit(brussels(event), length), expected, "{event} {length:?}");
    }
}

/// The moment of assessment of the tests below.
const AS_OF: Instant = 1_000_000_000_000_000;

/// What a `must` on event slot 4 of the system comes to, with the standard in
/// slot 0 and the limit at the date in slot 11.
fn must(event: Bounds, due: Option<Bounds>, standard: Option<Option<bool>>) -> DutyStatus {
    let mut pool = NodePool::default();
    let read = |slot| Node::Read(SlotRef { frame: 0, slot });
    let action = Action::Event(pool.add(read(4), (SPAN, None)));
    let from = pool.add(read(11), (SPAN, None));
    let judgement = SlotRef { frame: 0, slot: 0 };
    let variant = MustVariant {
        action,
        standard: standard.map(|_| Standard { kind: StandardKind::Immediately, judgement }),
        limit: due.map(|_| Limit { duration: None, from }),
        each_year: false,
    };
    let mut program = program::program(0, 0);
    program.nodes = pool.finish();
    let mut facts = Facts::empty(&program.schema, &program.texts);
    facts.values[4] = Value::Time(event);
    facts.values[11] = due.map_or(Value::Unknown, Value::Time);
    facts.values[0] = standard.flatten().map_or(Value::Unknown, Value::Bool);
    let as_of = AsOf { instant: AS_OF, from: AsOfSource::Facts };
    let settings = Settings { as_of, picks: Vec::new() };
    let naive = Naive::new(&program, &facts, &settings);
    let day = Day(0);
    let case = Case { conduct: ConductRef::System, row: 0, version: 0, day, unknown: false };
    let MustDecided { status, .. } = naive.must(&variant, false, None, &case);
    status
}

#[test]
fn the_table_of_duties() {
    use DutyStatus::*;
    let (at, before, after) = (Bounds::at(AS_OF), Bounds::at(AS_OF - 1_000), Bounds::at(AS_OF + 1_000));
    let long_before = Bounds::at(AS_OF - 2_000);
    let not_yet = Bounds { earliest: AS_OF + 1, latest: Bounds::NEVER };
    let unknown = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };
    let (no, yes, open) = (Some(Some(false)), Some(Some(true)), Some(None));
    for (event, due, standard, expected) in [
        (at, Some(before), None, Violated),
        (not_yet, Some(before), yes, Violated),
        (before, Some(after), no, Violated),
        (before, None, no, Violated),
        (long_before, Some(before), None, Fulfilled),
        (before, None, yes, Fulfilled),
        (long_before, Some(before), open, Undetermined),
        (before, None, open, Undetermined),
        (before, Some(unknown), None, Undetermined),
        (before, Some(unknown), yes, Undetermined),
        (not_yet, Some(at), None, Pending),
        (not_yet, Some(after), no, Pending),
        (not_yet, Some(unknown), None, Undetermined),
        (not_yet, None, no, Violated),
        (not_yet, None, yes, Pending),
        (not_yet, None, open, Undetermined),
        (not_yet, None, None, Pending),
        (unknown, Some(after), None, Pending),
        (unknown, Some(after), yes, Pending),
        (unknown, Some(after), open, Undetermined),
        (unknown, Some(after), no, Undetermined),
        (unknown, Some(before), None, Undetermined),
        (unknown, None, None, Undetermined),
    ] {
        assert_eq!(must(event, due, standard), expected, "{event:?} {due:?} {standard:?}");
    }
}

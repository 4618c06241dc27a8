use ir::{Action, Node, SlotRef, Type, Value};

use crate::Evaluator;
use crate::sample::{PLACING, Sample, add_conduct, assessed, duty, facts, must, records, set, time};

/// A duty from 2025-02-02 to report each year, for conduct that began then,
/// on reports made at these times (and perhaps on others).
fn check(from: Value, reports: &[Value], complete: bool, as_of: &str, expected: &str) {
    let mut sample = Sample::new();
    let layout = sample.record("Report", vec![("made", Type::Event)]);
    let slot = sample.fact("reports", Type::List(layout));
    let list = sample.read(slot);
    let event = sample.read(SlotRef { frame: 2, slot: 1 });
    let filter = sample.known(true);
    let earliest = sample.node(Node::Earliest { list, frame: 2, event, filter });
    let mut report = must("report", Action::Event(earliest));
    report.variants[0].each_year = true;
    let trigger = sample.known(true);
    sample.oblige("annual_report", duty(trigger, vec![report]));
    let program = sample.finish();

    let mut given = facts(&program);
    add_conduct(&mut given, &program, PLACING, from);
    let rows: Vec<(&str, &[Value])> = reports.iter().map(|made| ("", std::slice::from_ref(made))).collect();
    let value = records(&mut given, &program, layout, &rows, complete);
    set(&mut given, 0, slot, value);

    let settings = assessed(&program, as_of);
    let found = Evaluator::new(&program).derive(&given, &settings);
    assert_eq!(found.obligations[0].status.name(), expected);
}

const FROM: &str = "2025-06-01T08:00Z";
const AS_OF: &str = "2027-03-01T12:00Z";

fn in_years(years: &[u16]) -> Vec<Value> {
    years.iter().map(|year| time(&format!("{year}-02-15T12:00Z"))).collect()
}

#[test]
fn every_year_from_the_beginning_to_now_has_its_report() {
    check(time(FROM), &in_years(&[2025, 2026, 2027]), true, AS_OF, "fulfilled");
    check(time(FROM), &in_years(&[2025, 2026, 2027]), false, AS_OF, "fulfilled");
}

#[test]
fn a_past_year_without_a_report_is_a_violation() {
    check(time(FROM), &in_years(&[2025, 2027]), true, AS_OF, "violated");
    check(time(FROM), &in_years(&[2025, 2027]), false, AS_OF, "undetermined");
    check(time(FROM), &[], true, AS_OF, "violated");
}

#[test]
fn the_current_year_can_still_be_made_good() {
    check(time(FROM), &in_years(&[2025, 2026]), true, AS_OF, "pending");
    check(time(FROM), &in_years(&[2025, 2026]), false, AS_OF, "undetermined");
}

#[test]
fn a_report_at_an_unknown_time_leaves_a_year_open() {
    let mut reports = in_years(&[2025, 2027]);
    reports.push(Value::Unknown);
    check(time(FROM), &reports, true, AS_OF, "undetermined");
}

#[test]
fn the_duty_begins_with_the_conduct_and_not_before_its_period() {
    check(time("2027-01-10T08:00Z"), &in_years(&[2027]), true, AS_OF, "fulfilled");
    check(time("2025-02-03T08:00Z"), &in_years(&[2026, 2027]), true, AS_OF, "violated");
}

#[test]
fn where_the_beginning_is_unknown_past_years_violate_nothing() {
    check(Value::Unknown, &in_years(&[2025, 2026, 2027]), true, AS_OF, "fulfilled");
    check(Value::Unknown, &in_years(&[2027]), true, AS_OF, "undetermined");
}

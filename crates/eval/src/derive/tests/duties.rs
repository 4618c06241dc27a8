//! Obligations with their reasons.

use ir::{Action, Completeness, Conduct, MustVariant, SlotRef, State, Status, Type, Value};

use super::{AS_OF, derived, named, paths};
use crate::sample::{
    PLACING, Sample, USE, add_conduct, assessed, days, duty, exception, facts, must, set, time, timely,
};
use crate::{DutyCase, DutyStatus};

/// Deployers must register what they use within five days, unless exempt.
fn check(kind: u8, exempt: Value, registered: Value, as_of: &str, look: impl Fn(&DutyCase)) {
    let mut sample = Sample::new();
    let exemption = sample.fact("exempt", Type::Bool);
    let registration = sample.conduct("registered", Type::Event);
    let exempting = sample.test(exemption);
    let event = sample.read(registration);
    let from = sample.read(SlotRef { frame: 1, slot: Conduct::FROM });
    let trigger = sample.kind_in(&[USE]);
    let mut body = duty(trigger, vec![timely("registration", event, None, Some((days(5), from)))]);
    body.exceptions.push(exception("exemption", exempting));
    sample.oblige("register", body);
    let program = sample.finish();
    let mut given = facts(&program);
    let row = add_conduct(&mut given, &program, kind, time("2026-12-02T08:40Z"));
    given.values[(row + Conduct::UNTIL) as usize] = time("2026-12-30T08:40Z");
    set(&mut given, 0, exemption, exempt);
    set(&mut given, row, registration, registered);
    look(&derived(&program, &given, &assessed(&program, as_of)).obligations[0].cases[0]);
}

const NO: Value = Value::Bool(false);

#[test]
fn a_duty_in_time_is_fulfilled() {
    check(USE, NO, time("2026-12-04T12:00Z"), AS_OF, |case| {
        assert_eq!(case.status, DutyStatus::Fulfilled);
        assert_eq!(paths(&case.musts[0].because), ["conduct.registered", "conduct.from"]);
        assert_eq!(paths(&case.when.because), ["conduct.kind"]);
    });
}

#[test]
fn a_duty_that_is_not_triggered_says_on_which_facts() {
    check(PLACING, NO, Value::Unknown, AS_OF, |case| {
        assert_eq!(case.status, DutyStatus::NotTriggered);
        assert_eq!((case.when.status, paths(&case.when.because)), (Status::NotMet, vec!["conduct.kind"]));
    });
    check(USE, Value::Bool(true), Value::Unknown, AS_OF, |case| {
        assert_eq!(case.status, DutyStatus::NotTriggered);
        assert_eq!(case.exceptions[0].status, Status::Met);
    });
}

#[test]
fn an_open_exception_leaves_the_duty_undetermined() {
    check(USE, Value::Unknown, time("2026-12-20T12:00Z"), AS_OF, |case| {
        assert_eq!(case.status, DutyStatus::Undetermined);
        assert_eq!(named(&case.musts[0].needs), ["fact exempt"]);
    });
}

#[test]
fn an_unknown_event_is_pending_until_it_is_due() {
    check(USE, NO, Value::Unknown, "2026-12-04T12:00Z", |case| {
        assert_eq!(case.status, DutyStatus::Pending);
        assert!(case.musts[0].due.is_some() && case.musts[0].needs.is_empty());
    });
    check(USE, NO, Value::Unknown, AS_OF, |case| {
        assert_eq!(case.status, DutyStatus::Undetermined);
        assert_eq!(named(&case.musts[0].needs), ["fact conduct.registered"]);
    });
}

#[test]
fn a_duty_whose_readings_differ_is_undetermined() {
    let mut sample = Sample::new();
    let issue = sample.issue("how_soon");
    let [first, second] = ["a", "b"].map(|name| sample.fact(name, Type::Bool));
    let [one, other] = [first, second].map(|slot| sample.test(slot));
    let always = sample.known(true);
    let mut told = must("told", Action::Condition(one));
    told.issue = Some(issue);
    let action = Action::Condition(other);
    told.variants.push(MustVariant { action, standard: None, limit: None, each_year: false });
    sample.oblige("tell", duty(always, vec![told]));
    let program = sample.finish();
    let status = |values: [Value; 2]| {
        let mut given = facts(&program);
        add_conduct(&mut given, &program, PLACING, time("2026-12-02T08:40Z"));
        given.values[..2].copy_from_slice(&values);
        let case = derived(&program, &given, &assessed(&program, AS_OF)).obligations[0].cases[0].clone();
        (case.status, named(&case.musts[0].needs).join(", "))
    };
    let (yes, open) = (Value::Bool(true), Value::Unknown);
    assert_eq!(status([yes, yes]), (DutyStatus::Fulfilled, String::new()));
    assert_eq!(status([yes, NO]), (DutyStatus::Undetermined, "reading how_soon".into()));
    assert_eq!(status([yes, open]), (DutyStatus::Undetermined, "fact b, reading how_soon".into()));
}

#[test]
fn an_event_that_must_not_be_is_a_violation_when_it_happened() {
    let mut sample = Sample::new();
    let disclosed = sample.fact("disclosed", Type::Event);
    let event = sample.read(disclosed);
    let always = sample.known(true);
    let mut secret = must("disclosure", Action::Event(event));
    secret.negative = true;
    sample.oblige("secrecy", duty(always, vec![secret]));
    let program = sample.finish();
    let status = |value| {
        let mut given = facts(&program);
        add_conduct(&mut given, &program, PLACING, time("2026-12-02T08:40Z"));
        set(&mut given, 0, disclosed, value);
        derived(&program, &given, &assessed(&program, AS_OF)).obligations[0].status
    };
    assert_eq!(status(time("2026-12-05T08:00Z")), DutyStatus::Violated);
    assert_eq!(status(Value::Unknown), DutyStatus::Undetermined);
}

#[test]
fn hypothetical_conduct_leaves_a_duty_undetermined() {
    let mut sample = Sample::new();
    let always = sample.known(true);
    let never = sample.known(false);
    sample.oblige("always", duty(always, vec![must("done", Action::Condition(never))]));
    let program = sample.finish();
    let mut given = facts(&program);
    given.completeness = Completeness::Absent;
    let found = derived(&program, &given, &assessed(&program, AS_OF));
    assert_eq!(found.obligations[0].status, DutyStatus::Undetermined);
    assert_eq!(named(&found.obligations[0].cases[0].musts[0].needs), ["list conduct"]);
}

#[test]
fn before_its_period_a_duty_is_not_triggered_with_a_state() {
    let mut sample = Sample::new();
    let always = sample.known(true);
    sample.oblige("always", duty(always, vec![must("done", Action::Condition(always))]));
    let program = sample.finish();
    let mut given = facts(&program);
    add_conduct(&mut given, &program, PLACING, time("2025-01-02T08:40Z"));
    let found = derived(&program, &given, &assessed(&program, AS_OF));
    let case = &found.obligations[0].cases[0];
    assert_eq!((case.status, case.state), (DutyStatus::NotTriggered, Some(State::NotYetApplicable)));
}

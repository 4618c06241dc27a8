//! Urgent use of real-time identification: excepted provided that the
//! authorisation is requested within 24 hours (Article 5(3) of the AI Act).

use ir::{
    Action, Bounds, Completeness, Conduct, Facts, LayoutId, Node, Program, SlotRef, Subject, Type, Value,
};

use super::{derived, named};
use crate::sample::{
    Sample, USE, add_conduct, assessed, at, duty, element, exception, facts, hours, must, prohibits, records,
    set, time, timely,
};
use crate::{CaseFinding, DutyStatus, Outcome};

struct Identification {
    program: Program,
    urgent: SlotRef,
    in_time: SlotRef,
    authorisations: SlotRef,
    layout: LayoutId,
}

fn identification() -> Identification {
    let mut sample = Sample::new();
    let layout = sample.record("Authorisation", vec![("requested", Type::Event)]);
    let urgent = sample.conduct("urgent", Type::Judgement);
    let authorisations = sample.conduct("authorisations", Type::List(layout));
    let in_time = sample.in_time("request_authorisation.request.in_time");

    let urgency = sample.test(urgent);
    let list = sample.read(authorisations);
    let event = sample.read(SlotRef { frame: 2, slot: 1 });
    let filter = sample.known(true);
    let requested = sample.node(Node::Earliest { list, frame: 2, event, filter });
    let from = sample.read(SlotRef { frame: 1, slot: Conduct::FROM });
    let request = timely("request", requested, Some(in_time), Some((hours(24), from)));
    let obligation = sample.oblige("request_authorisation", duty(urgency, vec![request]));

    let kept = sample.node(Node::Kept(obligation));
    let holds = sample.all(&[urgency, kept]);
    let kind = sample.kind_in(&[USE]);
    let mut urgent_use = exception("urgent_use", holds);
    urgent_use.provided_that.push(obligation);
    let body = prohibits(vec![element("conduct", kind)], vec![urgent_use]);
    sample.prohibit("identification", Subject::Conduct, body);
    Identification { program: sample.finish(), urgent, in_time, authorisations, layout }
}

impl Identification {
    /// Use from 2026-12-02T08:40Z, urgent, with these requests.
    fn facts(&self, requests: &[Value], complete: bool) -> Facts {
        let mut given = facts(&self.program);
        let row = add_conduct(&mut given, &self.program, USE, time("2026-12-02T08:40Z"));
        set(&mut given, row, self.urgent, Value::Bool(true));
        given.values[(row + Conduct::UNTIL) as usize] = time("2026-12-02T10:00Z");
        let rows: Vec<(&str, &[Value])> =
            requests.iter().map(|at| ("a1", std::slice::from_ref(at))).collect();
        let value = records(&mut given, &self.program, self.layout, &rows, complete);
        set(&mut given, row, self.authorisations, value);
        given
    }

    fn case(&self, given: &Facts, as_of: &str) -> CaseFinding {
        derived(&self.program, given, &assessed(&self.program, as_of)).prohibitions[0].cases[0].clone()
    }
}

#[test]
fn before_the_limit_the_duty_is_pending_and_the_exception_holds() {
    let sample = identification();
    let given = sample.facts(&[], true);
    let case = sample.case(&given, "2026-12-03T09:00Z");
    assert_eq!((case.outcome, case.since), (Outcome::Excepted, None));
    let kept = &case.exceptions[0].provided_that[0];
    assert_eq!(kept.status, DutyStatus::Pending);
    // The hour of 08:40 is not counted.
    assert_eq!(kept.due, Some(Bounds::at(at("2026-12-03T09:00Z"))));
}

#[test]
fn after_a_violation_it_is_prohibited_since_the_limit() {
    let sample = identification();
    let given = sample.facts(&[], true);
    let case = sample.case(&given, "2026-12-03T09:01Z");
    assert_eq!(case.outcome, Outcome::Prohibited);
    assert_eq!(case.since, Some(Bounds::at(at("2026-12-03T09:00Z"))));

    let late = sample.facts(&[time("2026-12-03T10:00Z")], true);
    let case = sample.case(&late, "2026-12-31T12:00Z");
    assert_eq!(case.since, Some(Bounds::at(at("2026-12-03T09:00Z"))));
}

#[test]
fn what_would_be_prohibited_anyway_has_no_since() {
    let sample = identification();
    let mut given = sample.facts(&[], true);
    let row = given.conduct[0];
    set(&mut given, row, sample.urgent, Value::Bool(false));
    let case = sample.case(&given, "2026-12-31T12:00Z");
    assert_eq!((case.outcome, case.since), (Outcome::Prohibited, None));
}

#[test]
fn the_judgement_on_the_standard_is_needed_once_the_request_is_known() {
    let sample = identification();
    let mut given = sample.facts(&[time("2026-12-02T12:00Z")], true);
    let case = sample.case(&given, "2026-12-31T12:00Z");
    assert_eq!(case.outcome, Outcome::Undetermined);
    assert_eq!(named(&case.needs), ["judgement request_authorisation.request.in_time"]);

    let row = given.conduct[0];
    set(&mut given, row, sample.in_time, Value::Bool(true));
    assert_eq!(sample.case(&given, "2026-12-31T12:00Z").outcome, Outcome::Excepted);
}

#[test]
fn an_unknown_request_is_needed_first() {
    let sample = identification();
    let given = sample.facts(&[Value::Unknown], true);
    let case = sample.case(&given, "2026-12-31T12:00Z");
    assert_eq!(named(&case.needs), ["fact conduct.authorisations[a1].requested"]);
    let given = sample.facts(&[], false);
    let case = sample.case(&given, "2026-12-31T12:00Z");
    assert_eq!(named(&case.needs), ["list conduct.authorisations"]);
}

#[test]
fn a_violated_condition_has_no_moment() {
    let mut sample = Sample::new();
    let registered = sample.fact("registered", Type::Bool);
    let registered = sample.test(registered);
    let always = sample.known(true);
    let obligation =
        sample.oblige("register", duty(always, vec![must("registered", Action::Condition(registered))]));
    let kept = sample.node(Node::Kept(obligation));
    let body = prohibits(vec![element("always", always)], vec![exception("e", kept)]);
    sample.prohibit("p", Subject::Conduct, body);
    let program = sample.finish();
    let mut given = facts(&program);
    given.completeness = Completeness::Complete;
    add_conduct(&mut given, &program, USE, time("2026-12-30T08:40Z"));
    given.values[0] = Value::Bool(false);
    let case = super::only_case(&program, &given);
    assert_eq!((case.outcome, case.since), (Outcome::Prohibited, None));
}

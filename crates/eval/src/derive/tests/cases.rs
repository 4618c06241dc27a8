//! The order of outcomes, and what is told of each.

use ir::{
    Arguing, Completeness, Direction, Gate, GateKind, MemberSet, SlotRef, State, Status, Subject, Type, Value,
};

use super::{AS_OF, derived, only_case, paths};
use crate::sample::{
    PLACING, Sample, USE, add_conduct, assessed, at, element, exception, facts, prohibits, set, time, version,
};
use crate::{ConductRef, Evaluator, Outcome};

/// A prohibition with one scope, one element, one exception and one to that;
/// their facts are given as `+`, `-` or `?`.
fn check(signs: &str, expected: Outcome) {
    let mut sample = Sample::new();
    let slots = ["scope", "element", "exception", "inner"].map(|name| sample.fact(name, Type::Bool));
    let [scope, required, excepting, inner] = slots.map(|slot| sample.test(slot));
    let not_inner = sample.not(inner);
    let holds = sample.all(&[excepting, not_inner]);
    let mut outer = exception("outer", holds);
    outer.exceptions.push(exception("inner", inner));
    let mut body = prohibits(vec![element("required", required)], vec![outer]);
    body.gates.push(Gate { kind: GateKind::Scope, rule: exception("territory", scope) });
    sample.prohibit("p", Subject::System, body);
    let program = sample.finish();
    let mut given = facts(&program);
    for (slot, sign) in slots.into_iter().zip(signs.chars()) {
        let value = match sign {
            '+' => Value::Bool(true),
            '-' => Value::Bool(false),
            _ => Value::Unknown,
        };
        set(&mut given, 0, slot, value);
    }
    let case = only_case(&program, &given);
    assert_eq!(case.outcome, expected, "{signs}");
    assert_eq!(case.excluded_by.is_some(), expected == Outcome::OutOfScope);
    assert_eq!(case.needs.is_empty(), expected != Outcome::Undetermined);
}

#[test]
fn a_prohibition_is_decided_in_the_order_of_the_law() {
    check("-+--", Outcome::OutOfScope);
    check("--+-", Outcome::OutOfScope);
    check("+--?", Outcome::NotMet);
    check("++--", Outcome::Prohibited);
    check("+?--", Outcome::Undetermined);
    check("++?-", Outcome::Undetermined);
}

#[test]
fn an_unknown_step_is_passed_over() {
    check("?-??", Outcome::NotMet);
    check("??+-", Outcome::Excepted);
    check("?+--", Outcome::Undetermined);
}

#[test]
fn an_exception_to_an_exception_reinstates() {
    check("+++-", Outcome::Excepted);
    check("++++", Outcome::Prohibited);
    check("+++?", Outcome::Undetermined);
}

#[test]
fn hypothetical_conduct_is_never_prohibited() {
    let mut sample = Sample::new();
    let always = sample.known(true);
    sample.prohibit("p", Subject::Conduct, prohibits(vec![element("always", always)], Vec::new()));
    let program = sample.finish();
    let mut given = facts(&program);
    given.completeness = Completeness::Absent;
    let case = only_case(&program, &given);
    assert_eq!(case.outcome, Outcome::Undetermined);
    assert_eq!(super::named(&case.needs), ["list conduct"]);
}

#[test]
fn without_conduct_nothing_is_met() {
    let mut sample = Sample::new();
    let always = sample.known(true);
    sample.prohibit("p", Subject::Conduct, prohibits(vec![element("always", always)], Vec::new()));
    let program = sample.finish();
    let found = derived(&program, &facts(&program), &assessed(&program, AS_OF));
    assert_eq!(found.prohibitions[0].outcome, Outcome::NotMet);
    assert_eq!(found.prohibitions[0].cases, []);
}

#[test]
fn a_norm_that_does_not_apply_says_why() {
    let mut sample = Sample::new();
    let versions = vec![
        version(None, Some("2027-08-01"), State::NotYetApplicable, None),
        version(Some("2027-08-02"), None, State::Applicable, Some(prohibits(Vec::new(), Vec::new()))),
    ];
    sample.prohibit_in("p", Subject::System, versions);
    let program = sample.finish();
    let case = only_case(&program, &facts(&program));
    assert_eq!(case.outcome, Outcome::NotApplicable);
    assert_eq!(case.state, Some(State::NotYetApplicable));
}

#[test]
fn a_piece_that_the_facts_do_not_show_is_undetermined() {
    let mut sample = Sample::new();
    let kind = sample.kind_in(&[USE]);
    let body = || prohibits(vec![element("conduct", kind)], Vec::new());
    let versions = vec![
        version(None, Some("2026-12-01"), State::Applicable, Some(body())),
        version(Some("2026-12-02"), None, State::Applicable, Some(body())),
    ];
    sample.prohibit_in("p", Subject::Conduct, versions);
    let program = sample.finish();
    let mut given = facts(&program);
    add_conduct(&mut given, &program, USE, time("2026-11-01T08:00Z"));
    let found = derived(&program, &given, &assessed(&program, AS_OF));
    let [first, second] = &found.prohibitions[0].cases[..] else { panic!("two cases") };
    assert_eq!((first.outcome, second.outcome), (Outcome::Prohibited, Outcome::Undetermined));
    assert_eq!(second.elements[0].status, Status::Unknown);
    assert_eq!(paths(&second.elements[0].because), ["conduct.until"]);
    assert_eq!(super::named(&second.needs), ["fact conduct.until"]);
}

#[test]
fn elements_on_other_kinds_are_left_out_and_so_is_what_argues_on_them() {
    let mut sample = Sample::new();
    let slots = ["purpose", "lawful"].map(|name| sample.fact(name, Type::Bool));
    let [purpose, lawful] = slots.map(|slot| sample.test(slot));
    let placing = sample.kind_in(&[PLACING]);
    let other = sample.not(placing);
    let holds = sample.any(&[other, purpose]);
    let mut on_placing = element("purpose", holds);
    on_placing.formula = purpose;
    on_placing.kinds = Some(MemberSet::default().with(PLACING));
    let mut body = prohibits(vec![on_placing, element("lawful", lawful)], Vec::new());
    for (target, bears_on) in [("p.purpose", vec![0]), ("p.lawful", vec![1]), ("p", vec![])] {
        let rule = exception("rule", lawful);
        body.arguments.push(Arguing { direction: Direction::For, target: target.into(), bears_on, rule });
    }
    sample.prohibit("p", Subject::Conduct, body);
    let program = sample.finish();
    let arguing = |kind, values: [Value; 2]| {
        let mut given = facts(&program);
        add_conduct(&mut given, &program, kind, time("2026-12-15T08:00Z"));
        given.values[..2].copy_from_slice(&values);
        let case = only_case(&program, &given);
        let arguments: Vec<u16> = case.arguments.iter().map(|argument| argument.index).collect();
        (case.elements.len(), arguments)
    };
    let (yes, no, open) = (Value::Bool(true), Value::Bool(false), Value::Unknown);
    assert_eq!(arguing(USE, [open, yes]), (1, vec![1, 2]));
    assert_eq!(arguing(PLACING, [open, yes]), (2, vec![0, 1, 2]));
    // Not met for want of lawfulness: what is unknown no longer matters.
    assert_eq!(arguing(PLACING, [open, no]), (2, vec![1, 2]));
}

#[test]
fn constraints_are_asked_of_each_conduct() {
    let mut sample = Sample::new();
    let [from, until] = [ir::Conduct::FROM, ir::Conduct::UNTIL].map(|slot| SlotRef { frame: 1, slot });
    let [from, until] = [from, until].map(|slot| sample.read(slot));
    let formula = sample.compare(ir::CompareOp::AtMost, from, until);
    sample.constraint("ends_after_it_starts", Subject::Conduct, formula);
    let program = sample.finish();
    let mut given = facts(&program);
    for until in ["2026-12-20T08:00Z", "2026-12-01T08:00Z"] {
        let row = add_conduct(&mut given, &program, USE, time("2026-12-15T08:00Z"));
        given.values[(row + ir::Conduct::UNTIL) as usize] = Value::Time(ir::Bounds::at(at(until)));
    }
    let broken = Evaluator::new(&program).broken_constraints(&given, &assessed(&program, AS_OF));
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0].conduct, ConductRef::Listed(1));
    assert_eq!(paths(&broken[0].because), ["conduct.from", "conduct.until"]);
}

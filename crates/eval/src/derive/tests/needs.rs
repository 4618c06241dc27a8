//! What would settle a case, and what was assumed.

use ir::{Node, SlotRef, Subject, Type, Value};

use super::{AS_OF, derived, named, only_case, paths};
use crate::Outcome;
use crate::sample::{
    Sample, USE, add_conduct, assessed, element, exception, facts, pick, prohibits, records, set, time,
};

#[test]
fn needs_are_the_open_slots_of_unknown_nodes_by_kind() {
    let mut sample = Sample::new();
    let judged = sample.fact("disproportionate", Type::Judgement);
    let slots = ["a", "b", "c", "d"].map(|name| sample.fact(name, Type::Bool));
    let judgement = sample.test(judged);
    let [a, b, c, d] = slots.map(|slot| sample.test(slot));
    let first = sample.any(&[judgement, a]);
    let settled = sample.any(&[b, c]);
    let body = prohibits(vec![element("first", first), element("settled", settled)], vec![exception("e", d)]);
    sample.prohibit("p", Subject::System, body);
    let program = sample.finish();
    let mut given = facts(&program);
    // `c` makes the second element met, whatever `b` is.
    set(&mut given, 0, slots[2], Value::Bool(true));
    let case = only_case(&program, &given);
    assert_eq!(case.outcome, Outcome::Undetermined);
    assert_eq!(named(&case.needs), ["fact a", "fact d", "judgement disproportionate"]);
    assert_eq!(paths(&case.elements[0].because), ["disproportionate", "a"]);
    assert_eq!(paths(&case.elements[1].because), ["c"]);
}

#[test]
fn an_issue_that_is_not_picked_is_needed_only_where_readings_differ() {
    let mut sample = Sample::new();
    let issue = sample.issue("emotions_from_what");
    let [a, b] = ["a", "b"].map(|name| sample.fact(name, Type::Bool));
    let branches = [a, b].map(|slot| sample.test(slot));
    let chosen = sample.choose(issue, &branches);
    sample.prohibit("p", Subject::System, prohibits(vec![element("inference", chosen)], Vec::new()));
    let program = sample.finish();
    let mut given = facts(&program);
    set(&mut given, 0, a, Value::Bool(true));
    set(&mut given, 0, b, Value::Bool(false));
    let case = only_case(&program, &given);
    assert_eq!(named(&case.needs), ["reading emotions_from_what"]);
    assert_eq!(case.elements[0].open_issues, [issue]);

    let mut settings = assessed(&program, AS_OF);
    pick(&mut settings, issue, 0);
    assert_eq!(derived(&program, &given, &settings).prohibitions[0].outcome, Outcome::Prohibited);
    pick(&mut settings, issue, 1);
    assert_eq!(derived(&program, &given, &settings).prohibitions[0].outcome, Outcome::NotMet);

    set(&mut given, 0, b, Value::Bool(true));
    assert_eq!(only_case(&program, &given).outcome, Outcome::Prohibited);
}

#[test]
fn quantifiers_name_the_records_that_decide() {
    let mut sample = Sample::new();
    let layout = sample.record("Authorisation", vec![("granted", Type::Bool)]);
    let slot = sample.conduct("authorisations", Type::List(layout));
    let list = sample.read(slot);
    let body = sample.test(SlotRef { frame: 2, slot: 1 });
    let some = sample.node(Node::Some { list, frame: 2, body });
    let not = sample.not(some);
    sample.prohibit("p", Subject::Conduct, prohibits(vec![element("unauthorised", not)], Vec::new()));
    let program = sample.finish();
    let check = |rows: &[(&str, &[Value])], complete, because: &[&str], needs: &[&str]| {
        let mut given = facts(&program);
        let row = add_conduct(&mut given, &program, USE, time("2026-12-15T08:00Z"));
        let value = records(&mut given, &program, layout, rows, complete);
        set(&mut given, row, slot, value);
        let case = only_case(&program, &given);
        assert_eq!(paths(&case.elements[0].because), because);
        assert_eq!(named(&case.needs), needs);
    };
    let (yes, no, open) = (Value::Bool(true), Value::Bool(false), Value::Unknown);
    check(&[("a1", &[yes]), ("a2", &[no])], true, &["conduct.authorisations[a1].granted"], &[]);
    let both = ["conduct.authorisations[0].granted", "conduct.authorisations[a2].granted"];
    check(&[("", &[no]), ("a2", &[no])], true, &both, &[]);
    check(&[], true, &["conduct.authorisations"], &[]);
    let one = ["conduct.authorisations[a2].granted"];
    check(&[("a1", &[no]), ("a2", &[open])], true, &one, &["fact conduct.authorisations[a2].granted"]);
    let list = ["conduct.authorisations"];
    check(&[("a1", &[no])], false, &list, &["list conduct.authorisations"]);
}

#[test]
fn times_of_which_only_bounds_are_known_are_open_facts() {
    let mut sample = Sample::new();
    let assessment = sample.fact("impact_assessment", Type::Event);
    let event = sample.read(assessment);
    let from = sample.read(SlotRef { frame: 1, slot: ir::Conduct::FROM });
    let before = sample.compare(ir::CompareOp::AtMost, event, from);
    sample.prohibit("p", Subject::Conduct, prohibits(vec![element("assessed", before)], Vec::new()));
    let program = sample.finish();
    let mut given = facts(&program);
    let from = ir::Zone::named("Europe/Brussels").unwrap().bounds_of(crate::sample::day("2026-12-15"));
    add_conduct(&mut given, &program, USE, Value::Time(from));
    set(&mut given, 0, assessment, time("2026-12-15T08:00Z"));
    let case = only_case(&program, &given);
    assert_eq!(named(&case.needs), ["fact conduct.from"]);
}

#[test]
fn assumptions_that_matter_are_listed() {
    let mut sample = Sample::new();
    let slots = ["military", "scoring", "other"].map(|name| sample.fact(name, Type::Bool));
    let [military, scoring, other] = slots.map(|slot| sample.test(slot));
    let body = |sample: &mut Sample| {
        let not = sample.not(military);
        let excluded = sample.any(&[military, other]);
        prohibits(vec![element("scoring", scoring), element("civil", not)], vec![exception("e", excluded)])
    };
    let body = body(&mut sample);
    sample.prohibit("p", Subject::System, body);
    let program = sample.finish();
    let mut given = facts(&program);
    for slot in slots {
        set(&mut given, 0, slot, Value::Bool(slot == slots[1]));
    }
    given.assumed = vec![slots[0].slot];
    let case = only_case(&program, &given);
    assert_eq!(case.outcome, Outcome::Prohibited);
    assert_eq!(paths(&case.assumed), ["military"]);
    assert!(case.assumed[0].assumed);

    // Not met in any event: the assumption settles nothing.
    set(&mut given, 0, slots[1], Value::Bool(false));
    let case = only_case(&program, &given);
    assert_eq!((case.outcome, case.assumed.len()), (Outcome::NotMet, 0));
}

//! Conduct, records, silence and assumptions.

use ir::{Completeness, LayoutId, Value};

use super::{bad, decode_with, good, options, yaml};
use crate::Options;

const AUTHORISATION: LayoutId = LayoutId(2);

fn check_completeness(text: &str, expected: (Completeness, usize)) {
    let case = good(text);
    assert_eq!((case.facts.completeness, case.facts.conduct.len()), expected, "{text}");
}

#[test]
fn the_list_of_conduct_is_complete_unless_it_says_otherwise() {
    check_completeness("id: x", (Completeness::Absent, 0));
    check_completeness("conduct: null", (Completeness::Absent, 0));
    check_completeness("conduct: { value: null }", (Completeness::Absent, 0));
    check_completeness("conduct: []", (Completeness::Complete, 0));
    check_completeness("conduct: [{}, {}]", (Completeness::Complete, 2));
    check_completeness("conduct: { value: [{}], complete: false }", (Completeness::Incomplete, 1));
    check_completeness("conduct: { value: [{}], complete: true }", (Completeness::Complete, 1));
    assert_eq!(bad("conduct: {}"), ["P0503 /conduct `{}`"]);
    assert_eq!(bad("conduct: use"), ["P0503 /conduct `use`"]);
    assert_eq!(bad("conduct: [use]"), ["P0503 /conduct/0 `use`"]);
    assert_eq!(
        bad("conduct: { value: [], complete: 1, valu: 2 }"),
        ["P0503 /conduct/complete `1`", "P0502 /conduct/valu `valu`"]
    );
}

#[test]
fn lists_of_records_nest() {
    let case = good(
        "conduct:\n- kind: use\n  authorisations:\n    value:\n    - id: a1\n      remarks: [{ text: one }, { text: two }]\n    - result: granted\n    complete: false\n",
    );
    let Value::List(authorisations) = case.conduct(0, "authorisations") else { panic!() };
    assert_eq!((authorisations.len, authorisations.complete), (2, false));
    let row = |list: ir::ListRef, index: u32| case.facts.rows[(list.start + index) as usize];
    assert_eq!(case.field(AUTHORISATION, row(authorisations, 1), "result"), Value::Member(0));
    let Value::List(remarks) = case.field(AUTHORISATION, row(authorisations, 0), "remarks") else { panic!() };
    assert_eq!((remarks.len, remarks.complete), (2, true));
    let text = |index| case.field(LayoutId(3), row(remarks, index), "text");
    assert_eq!((text(0), text(1)), (Value::Text(2), Value::Text(3)));
    assert_eq!(case.field(AUTHORISATION, row(authorisations, 1), "remarks"), Value::Unknown);
}

#[test]
fn built_in_and_nested_fields_of_conduct() {
    let case = good(
        "conduct: [{ id: u1, kind: use, operator: deployer, from: 2026-12-02, until: false, request_authorisation: { request: { in_time: true } } }]",
    );
    assert_eq!(case.conduct(0, "kind"), Value::Member(2));
    assert_eq!(case.conduct(0, "operator"), Value::Member(1));
    assert_eq!(case.conduct(0, "request_authorisation.request.in_time"), Value::Bool(true));
    assert_eq!(case.hypothetical("kind"), Value::Unknown);
}

#[test]
fn silence_is_filled_in_where_the_policy_says_so_and_null_is_not_silence() {
    let case = good(
        "conduct: { value: [{ kind: use, authorisations: [{ remarks: [{}] }] }, { supervised: null }], complete: false }",
    );
    assert_eq!(case.fact("exclusively_military"), Value::Bool(false));
    assert_eq!(case.conduct(0, "supervised"), Value::Bool(true));
    assert_eq!(case.conduct(1, "supervised"), Value::Unknown);
    assert_eq!(case.hypothetical("supervised"), Value::Bool(true));
    // The system's, the hypothetical's, that of the first conduct and that of the remark.
    assert_eq!(case.facts.assumed.len(), 4);
    assert!(case.facts.assumed.is_sorted());

    let case = good("{ exclusively_military: null, conduct: [] }");
    assert_eq!(case.fact("exclusively_military"), Value::Unknown);
    let case = good("{ exclusively_military: { value: null, because: unclear }, conduct: [] }");
    assert_eq!((case.fact("exclusively_military"), &case.facts.assumed[..]), (Value::Unknown, &[][..]));
    // What other conduct does not have is not assumed of it, nor anything of no conduct.
    assert_eq!(good("conduct: [{ kind: placing_on_market }]").facts.assumed.len(), 1);

    let case = decode_with(&[yaml("conduct: [{ kind: use }]")], &Options { assumptions: false, ..options() });
    let case = case.unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(
        (case.fact("exclusively_military"), case.conduct(0, "supervised")),
        (Value::Unknown, Value::Unknown)
    );
    assert!(case.facts.assumed.is_empty());
}

#[test]
fn fields_of_another_kind_of_conduct() {
    assert_eq!(
        bad("conduct: [{ urgent: true, kind: placing_on_market }]"),
        ["P0520 /conduct/0/urgent `urgent`"]
    );
    good("conduct: [{ urgent: true }, { kind: placing_on_market, urgent: null }]");
}

#[test]
fn ids_are_distinct_within_a_list() {
    assert_eq!(
        bad("conduct: [{ id: a }, { id: b }, { id: a }, { id: a }]"),
        ["P0521 /conduct/2/id `a`", "P0521 /conduct/3/id `a`"]
    );
    assert_eq!(
        bad("conduct: { value: [{ authorisations: [{ id: a }, { id: { value: a } }] }] }"),
        ["P0521 /conduct/value/0/authorisations/1/id `{ value: a }`"]
    );
    good(
        "conduct: [{ id: a, authorisations: [{ id: a }] }, { authorisations: [{ id: a }] }, { id: null }, {}]",
    );
}

#[test]
fn a_path_can_be_a_fact_and_lead_to_others() {
    assert_eq!(good("impact: true").fact("impact"), Value::Bool(true));
    assert_eq!(good("impact: { value: true }").fact("impact"), Value::Bool(true));
    assert_eq!(good("impact: { serious: true }").fact("impact.serious"), Value::Bool(true));
    let case = good("scoring: { over_period: true, ground: { behaviour: { value: false } } }");
    assert_eq!(case.fact("scoring.over_period"), Value::Bool(true));
    assert_eq!(case.fact("scoring.ground.behaviour"), Value::Bool(false));
    good("scoring: null");
    assert_eq!(bad("scoring: true"), ["P0503 /scoring `true`"]);
}

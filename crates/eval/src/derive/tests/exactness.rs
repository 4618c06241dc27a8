//! Where Kleene's walk may misjudge.

use ir::{CompareOp, Subject, Type, Value};

use super::only_case;
use crate::sample::{Sample, element, facts, prohibits, set};

#[test]
fn an_open_slot_of_both_polarities_makes_a_case_inexact() {
    let mut sample = Sample::new();
    let [a, b] = ["a", "b"].map(|name| sample.fact(name, Type::Bool));
    let [first, second] = [a, b].map(|slot| sample.test(slot));
    let not = sample.not(first);
    let either = sample.any(&[first, not]);
    let mut body = prohibits(vec![element("either", either), element("b", second)], Vec::new());
    body.correlated = vec![a];
    sample.prohibit("p", Subject::System, body);
    let program = sample.finish();
    let mut given = facts(&program);
    assert!(!only_case(&program, &given).exact);
    set(&mut given, 0, a, Value::Bool(true));
    assert!(only_case(&program, &given).exact);
    set(&mut given, 0, a, Value::Unknown);
    set(&mut given, 0, b, Value::Bool(false));
    assert!(only_case(&program, &given).exact, "settled");
}

#[test]
fn an_open_comparison_that_is_opaque_makes_a_case_inexact() {
    let mut sample = Sample::new();
    let [a, b] = ["a", "b"].map(|name| sample.fact(name, Type::Integer));
    let [left, right] = [a, b].map(|slot| sample.read(slot));
    let less = sample.compare(CompareOp::Less, left, right);
    let mut body = prohibits(vec![element("less", less)], Vec::new());
    body.opaque = vec![less];
    sample.prohibit("p", Subject::System, body);
    let program = sample.finish();
    assert!(!only_case(&program, &facts(&program)).exact);
}

#[test]
fn an_open_constraint_on_an_open_slot_of_the_norm_makes_a_case_inexact() {
    let mut sample = Sample::new();
    let [a, b] = ["a", "b"].map(|name| sample.fact(name, Type::Bool));
    let [first, second] = [a, b].map(|slot| sample.test(slot));
    let not = sample.not(first);
    let implies = sample.any(&[not, second]);
    sample.constraint("a_implies_b", Subject::System, implies);
    sample.prohibit("p", Subject::System, prohibits(vec![element("a", first)], Vec::new()));
    let program = sample.finish();
    let mut given = facts(&program);
    assert!(!only_case(&program, &given).exact);
    set(&mut given, 0, b, Value::Bool(true));
    assert!(only_case(&program, &given).exact, "the constraint is kept in any event");
}

use ir::{Node, NodeId, Status, Type, Value};

use crate::Evaluator;
use crate::sample::{Sample, assessed, facts, pick, sign};

/// A formula over `a`, `b` and `c`, on each combination of their values that
/// is written as three of `+`, `-` and `?`.
fn check(
    formula: impl Fn(&mut Sample, [NodeId; 3]) -> NodeId,
    picked: Option<u8>,
    expected: &[(&str, char)],
) {
    let mut sample = Sample::new();
    let issue = sample.issue("question");
    let slots = ["a", "b", "c"].map(|name| sample.fact(name, Type::Bool));
    let parts = slots.map(|slot| sample.test(slot));
    let formula = formula(&mut sample, parts);
    let program = sample.finish();
    let evaluator = Evaluator::new(&program);
    let mut settings = assessed(&program, "2026-12-31T12:00Z");
    if let Some(reading) = picked {
        pick(&mut settings, issue, reading);
    }
    for &(signs, wanted) in expected {
        let mut facts = facts(&program);
        for (slot, of) in signs.chars().enumerate() {
            facts.values[slot] = match of {
                '+' => Value::Bool(true),
                '-' => Value::Bool(false),
                _ => Value::Unknown,
            };
        }
        let status = evaluator.scope(&facts, &settings).formula(formula);
        assert_eq!(sign(status), wanted, "{signs}");
    }
}

#[test]
fn connectives_are_kleenes() {
    check(
        |sample, parts| sample.all(&parts),
        None,
        &[("+++", '+'), ("+?+", '?'), ("?-+", '-'), ("???", '?')],
    );
    check(
        |sample, parts| sample.any(&parts),
        None,
        &[("---", '-'), ("-?-", '?'), ("?+-", '+'), ("???", '?')],
    );
    check(|sample, [a, ..]| sample.not(a), None, &[("+", '-'), ("-", '+'), ("?", '?')]);
}

#[test]
fn a_picked_issue_is_the_branch_of_its_reading() {
    let choose = |sample: &mut Sample, [a, b, _]: [NodeId; 3]| sample.choose(ir::IssueId(0), &[a, b]);
    check(choose, Some(0), &[("+-", '+'), ("?+", '?')]);
    check(choose, Some(1), &[("+-", '-'), ("?+", '+')]);
    check(choose, Some(7), &[("++", '?')]);
}

#[test]
fn an_open_issue_is_what_all_branches_agree_on() {
    let choose = |sample: &mut Sample, [a, b, _]: [NodeId; 3]| sample.choose(ir::IssueId(0), &[a, b]);
    check(choose, None, &[("++", '+'), ("--", '-'), ("+-", '?'), ("+?", '?')]);
}

#[test]
fn a_case_is_what_the_branches_that_can_be_taken_agree_on() {
    let case = |sample: &mut Sample, [a, b, c]: [NodeId; 3]| {
        let list = sample.pool.list(vec![a, b, c]);
        sample.node(Node::Case(list))
    };
    check(case, None, &[("++-", '+'), ("-+-", '-'), ("?++", '+'), ("?+-", '?'), ("?--", '-'), ("??+", '?')]);
}

#[test]
fn broken_references_are_unknown() {
    let beyond = ir::SlotRef { frame: 200, slot: 9 };
    check(|sample, _| sample.test(beyond), None, &[("+++", '?')]);
    check(|sample, _| sample.node(Node::Kept(ir::ObligationId(9))), None, &[("+++", '?')]);
    assert_eq!(Status::Unknown.name(), "unknown");
}

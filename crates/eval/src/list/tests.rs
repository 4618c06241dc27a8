use ir::{Bounds, CompareOp, Node, Program, SlotRef, Type, Value};

use crate::Evaluator;
use crate::sample::{Sample, assessed, at, facts, records, set, sign, time};
use crate::term::Term;

const AS_OF: &str = "2026-12-31T12:00Z";

/// What is known of a record: when, and whether the filter holds.
type Row = (Value, Value);

struct Nodes {
    program: Program,
    list: SlotRef,
    layout: ir::LayoutId,
    earliest: ir::NodeId,
    latest: ir::NodeId,
    count: ir::NodeId,
    two: ir::NodeId,
    some: ir::NodeId,
    every: ir::NodeId,
}

fn nodes() -> Nodes {
    let mut sample = Sample::new();
    let layout = sample.record("Request", vec![("made", Type::Event), ("counts", Type::Bool)]);
    let list = sample.fact("requests", Type::List(layout));
    let records = sample.read(list);
    let event = sample.read(SlotRef { frame: 2, slot: 1 });
    let filter = sample.test(SlotRef { frame: 2, slot: 2 });
    let earliest = sample.node(Node::Earliest { list: records, frame: 2, event, filter });
    let latest = sample.node(Node::Latest { list: records, frame: 2, event, filter });
    let count = sample.node(Node::Count { list: records, frame: 2, filter });
    let number = sample.literal(Value::Integer(2));
    let two = sample.compare(CompareOp::AtLeast, count, number);
    let some = sample.node(Node::Some { list: records, frame: 2, body: filter });
    let every = sample.node(Node::Every { list: records, frame: 2, body: filter });
    Nodes { program: sample.finish(), list, layout, earliest, latest, count, two, some, every }
}

struct Results {
    earliest: Term,
    latest: Term,
    count: Term,
    /// The signs of `count >= 2`, `some` and `every`.
    signs: String,
}

fn evaluated(list: Option<(&[Row], bool)>) -> Results {
    let nodes = nodes();
    let mut given = facts(&nodes.program);
    if let Some((rows, complete)) = list {
        let rows: Vec<[Value; 2]> = rows.iter().map(|&(made, counts)| [made, counts]).collect();
        let rows: Vec<(&str, &[Value])> = rows.iter().map(|row| ("", &row[..])).collect();
        let value = records(&mut given, &nodes.program, nodes.layout, &rows, complete);
        set(&mut given, 0, nodes.list, value);
    }
    let settings = assessed(&nodes.program, AS_OF);
    let evaluator = Evaluator::new(&nodes.program);
    let mut scope = evaluator.scope(&given, &settings);
    Results {
        earliest: scope.term(nodes.earliest),
        latest: scope.term(nodes.latest),
        count: scope.term(nodes.count),
        signs: [nodes.two, nodes.some, nodes.every].map(|node| sign(scope.formula(node))).iter().collect(),
    }
}

const YES: Value = Value::Bool(true);
const NO: Value = Value::Bool(false);
const OPEN: Value = Value::Unknown;

fn between(earliest: &str, latest: &str) -> Term {
    let bound = |text: &str, open| if text.is_empty() { open } else { at(text) };
    let (earliest, latest) = (bound(earliest, Bounds::OPEN), bound(latest, Bounds::NEVER));
    Term::Value(Value::Time(Bounds { earliest, latest }))
}

fn not_yet() -> Term {
    Term::Value(Value::Time(Bounds { earliest: at(AS_OF) + 1, latest: Bounds::NEVER }))
}

const FIRST: &str = "2026-12-01T08:00Z";
const SECOND: &str = "2026-12-05T08:00Z";

#[test]
fn complete_lists_are_exact() {
    let found = evaluated(Some((&[(time(SECOND), YES), (time(FIRST), YES), (OPEN, NO)], true)));
    assert_eq!(found.earliest, between(FIRST, FIRST));
    assert_eq!(found.latest, between(SECOND, SECOND));
    assert_eq!(found.count, Term::Value(Value::Integer(2)));
    assert_eq!(found.signs, "++-");
}

#[test]
fn incomplete_lists_settle_only_what_more_records_cannot_change() {
    let found = evaluated(Some((&[(time(SECOND), YES), (time(FIRST), YES)], false)));
    assert_eq!(found.earliest, between("", FIRST));
    assert_eq!(found.latest, between(SECOND, ""));
    assert_eq!(found.count, Term::Count { low: 2, high: None });
    assert_eq!(found.signs, "++?");
    assert_eq!(evaluated(Some((&[(time(FIRST), NO)], false))).signs, "??-");
}

#[test]
fn unknown_filters_leave_a_range() {
    let found = evaluated(Some((&[(time(SECOND), YES), (time(FIRST), OPEN)], true)));
    assert_eq!(found.earliest, between(FIRST, SECOND));
    assert_eq!(found.latest, between(SECOND, SECOND));
    assert_eq!(found.count, Term::Count { low: 1, high: Some(2) });
    assert_eq!(found.signs, "?+?");
    let later = evaluated(Some((&[(time(FIRST), YES), (time(SECOND), OPEN)], true)));
    assert_eq!(later.earliest, between(FIRST, FIRST));
    assert_eq!(later.latest, between(FIRST, SECOND));
}

#[test]
fn where_perhaps_no_record_counts_it_perhaps_has_not_happened() {
    let found = evaluated(Some((&[(time(FIRST), OPEN)], true)));
    assert_eq!(found.earliest, between(FIRST, ""));
    assert_eq!(found.latest, between(FIRST, ""));
}

#[test]
fn of_an_empty_complete_list_it_has_not_happened() {
    for rows in [&[][..], &[(time(FIRST), NO)]] {
        let found = evaluated(Some((rows, true)));
        assert_eq!(found.earliest, not_yet());
        assert_eq!(found.latest, not_yet());
        assert_eq!(found.count, Term::Value(Value::Integer(0)));
    }
}

#[test]
fn of_an_empty_incomplete_list_nothing_is_known() {
    let found = evaluated(Some((&[], false)));
    assert_eq!(found.earliest, between("", ""));
    assert_eq!(found.latest, between("", ""));
    assert_eq!(found.signs, "???");
}

#[test]
fn an_absent_list_is_unknown() {
    let found = evaluated(None);
    assert_eq!(found.earliest, Term::UNKNOWN);
    assert_eq!(found.count, Term::UNKNOWN);
    assert_eq!(found.signs, "???");
}

#[test]
fn an_event_that_is_unknown_opens_the_bounds() {
    let found = evaluated(Some((&[(OPEN, YES), (time(FIRST), YES)], true)));
    assert_eq!(found.earliest, between("", FIRST));
    assert_eq!(found.latest, between(FIRST, ""));
}

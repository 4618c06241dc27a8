use ir::{Type, Value};

use super::*;
use crate::sample::{Sample, USE, add_conduct, facts, records, set, time};

#[test]
fn facts_are_named_by_row_and_record() {
    let mut sample = Sample::new();
    let note = sample.record("Note", vec![("text", Type::Text)]);
    let authorisation =
        sample.record("Authorisation", vec![("requested", Type::Event), ("notes", Type::List(note))]);
    sample.fact("scoring.over_period", Type::Bool);
    let list = sample.conduct("authorisations", Type::List(authorisation));
    let in_time = sample.in_time("request_authorisation.request.in_time");
    let program = sample.finish();

    let mut given = facts(&program);
    let row = add_conduct(&mut given, &program, USE, time("2026-12-02T08:40Z"));
    let notes = records(&mut given, &program, note, &[("", &[]), ("", &[])], true);
    let rows: [(&str, &[Value]); 2] = [("a1", &[]), ("", &[Value::Unknown, notes])];
    let value = records(&mut given, &program, authorisation, &rows, true);
    set(&mut given, row, list, value);
    let rows = Rows::new(&program.schema, &given);

    let check = |place: u32, expected: &str| {
        assert_eq!(rows.fact(place, &given).unwrap().path, expected);
    };
    check(0, "scoring.over_period");
    check(row + list.slot, "conduct.authorisations");
    check(row + in_time.slot, "request_authorisation.request.in_time");
    let Value::List(list) = value else { panic!("no list") };
    let start = list.start as usize;
    check(given.rows[start] + 1, "conduct.authorisations[a1].requested");
    check(given.rows[start + 1] + 1, "conduct.authorisations[1].requested");
    let Value::List(inner) = notes else { panic!("no list") };
    let inner = given.rows[inner.start as usize + 1];
    check(inner + 1, "conduct.authorisations[1].notes[1].text");
    assert!(rows.lies_in(inner + 1, row + ir::Conduct::BUILT_IN));
    assert_eq!(rows.record_slot(inner + 1), Some(1));
}

use ir::{Bounds, Completeness, Conduct, Facts, Program, State, Subject, Value};

use super::*;
use crate::calendar::Calendar;
use crate::sample::{
    PLACING, Sample, USE, add_conduct, assessed, at, element, facts, prohibits, time, version,
};

/// A norm whose second version begins on 2026-12-02, and whose third on
/// 2027-08-02.
fn program() -> Program {
    let mut sample = Sample::new();
    let kind = sample.kind_in(&[PLACING, USE]);
    let body = || Some(prohibits(vec![element("conduct", kind)], Vec::new()));
    let versions = vec![
        version(None, Some("2026-12-01"), State::Applicable, body()),
        version(Some("2026-12-02"), Some("2027-08-01"), State::Applicable, body()),
        version(Some("2027-08-02"), None, State::Applicable, body()),
    ];
    sample.prohibit_in("p", Subject::Conduct, versions);
    sample.finish()
}

/// The versions of the cases, `?` after those that the facts do not show.
fn cases(program: &Program, facts: &Facts, as_of: &str) -> String {
    let calendar = Calendar::new(program);
    let starts: Vec<Instant> = (program.prohibitions[0].versions.0.iter())
        .map(|version| version.period.from.map_or(Bounds::OPEN, |day| calendar.start_of(day)))
        .collect();
    let mut found = Vec::new();
    each_case(facts, &program.schema, &assessed(program, as_of), Subject::Conduct, &starts, |case| {
        let shown = match case.shown {
            Shown::Surely => "",
            Shown::NotBeyond => "?",
            Shown::Hypothetical => " hypothetical",
        };
        found.push(format!("{}{shown}", case.version));
    });
    found.join(" ")
}

fn check(kind: u8, from: Value, until: Value, as_of: &str, expected: &str) {
    let program = program();
    let mut facts = facts(&program);
    let row = add_conduct(&mut facts, &program, kind, from);
    facts.values[(row + Conduct::UNTIL) as usize] = until;
    assert_eq!(cases(&program, &facts, as_of), expected);
}

fn not_by(text: &str) -> Value {
    Value::Time(Bounds { earliest: at(text) + 1, latest: Bounds::NEVER })
}

fn by(text: &str) -> Value {
    Value::Time(Bounds { earliest: Bounds::OPEN, latest: at(text) })
}

const NOVEMBER: &str = "2026-11-01T08:00Z";
const DECEMBER: &str = "2026-12-15T08:00Z";

#[test]
fn momentary_conduct_falls_in_the_period_of_its_day() {
    check(PLACING, time(NOVEMBER), Value::Unknown, DECEMBER, "0");
    check(PLACING, time("2026-12-01T22:59Z"), Value::Unknown, DECEMBER, "0");
    check(PLACING, time("2026-12-01T23:00Z"), Value::Unknown, DECEMBER, "1");
}

#[test]
fn lasting_conduct_is_split_where_a_version_begins() {
    check(USE, time(NOVEMBER), time(DECEMBER), "2026-12-31T12:00Z", "0 1");
    check(USE, time(NOVEMBER), time("2027-09-01T08:00Z"), "2027-12-31T12:00Z", "0 1 2");
    check(USE, time(NOVEMBER), time("2026-12-01T22:59Z"), "2026-12-31T12:00Z", "0");
    check(USE, time(DECEMBER), time(DECEMBER), "2026-12-31T12:00Z", "1");
}

#[test]
fn a_piece_after_what_the_facts_show_has_an_unknown_conduct() {
    // Until when is unknown.
    check(USE, time(NOVEMBER), Value::Unknown, DECEMBER, "0 1?");
    // It still went on, so much is known, at the end of November.
    check(USE, time(NOVEMBER), not_by("2026-11-30T12:00Z"), DECEMBER, "0 1?");
    check(USE, time(NOVEMBER), not_by("2026-12-03T12:00Z"), DECEMBER, "0 1");
    check(USE, time(NOVEMBER), not_by("2026-12-03T12:00Z"), "2027-12-31T12:00Z", "0 1 2?");
    // It had ended by mid-December at the latest.
    check(USE, time(NOVEMBER), by(DECEMBER), "2027-12-31T12:00Z", "0 1?");
}

#[test]
fn conduct_is_not_looked_at_beyond_the_moment_of_assessment() {
    check(USE, time(NOVEMBER), not_by(NOVEMBER), "2026-11-15T12:00Z", "0");
    check(USE, time(NOVEMBER), not_by(DECEMBER), DECEMBER, "0 1");
    check(USE, time(DECEMBER), Value::Unknown, NOVEMBER, "1");
}

#[test]
fn conduct_without_a_date_is_under_the_law_of_the_assessment() {
    check(USE, Value::Unknown, Value::Unknown, NOVEMBER, "0");
    check(USE, Value::Unknown, time(NOVEMBER), DECEMBER, "1");
}

#[test]
fn without_a_complete_list_there_is_a_hypothetical_conduct() {
    let program = program();
    let mut facts = facts(&program);
    assert_eq!(cases(&program, &facts, DECEMBER), "");
    facts.completeness = Completeness::Absent;
    assert_eq!(cases(&program, &facts, DECEMBER), "1 hypothetical");
    facts.completeness = Completeness::Incomplete;
    add_conduct(&mut facts, &program, PLACING, time(NOVEMBER));
    assert_eq!(cases(&program, &facts, DECEMBER), "0 1 hypothetical");
}

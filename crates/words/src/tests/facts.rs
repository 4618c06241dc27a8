//! The facts of a system, filled in, with what the input says beside them.

use ir::{Bounds, Completeness, Conduct, Day, Duration, Facts, LayoutId, ListRef, MemberSet, Value, Zone};

use super::program::{day, program};
use super::schema::slot;
use crate::report::Provenance;

pub(super) fn zone() -> Zone {
    Zone::named("Europe/Brussels").expect("a zone")
}

/// The instant of a time on the clock in the zone of the policy.
pub(super) fn at(date: &str, hour: i8, minute: i8) -> ir::Instant {
    let Day(_) = day(date);
    zone().instant(day(date).date().at(hour, minute, 0, 0))
}

/// Two uses: one by a deployer, one by a provider of which little is known.
pub(super) fn facts() -> Facts {
    let program = program();
    let schema = &program.schema;
    let mut facts = Facts::empty(schema, &program.texts);
    let set = |facts: &mut Facts, row: u32, slot: u32, value| facts.values[(row + slot) as usize] = value;
    for (slot, value) in [
        (slot::AI_SYSTEM, Value::Bool(true)),
        (slot::OVER_PERIOD, Value::Bool(true)),
        (slot::MILITARY, Value::Bool(false)),
        (slot::TURNOVER, Value::Decimal("1250000000.50".parse().expect("a number"))),
        (slot::MAXIMUM, Value::Duration(Duration::Limited { months: 48, days: 0, micros: 0 })),
        (slot::ASSESSMENT, Value::Time(zone().bounds_of(day("2026-11-20")))),
        (slot::OBJECTIVES, Value::Set([1, 2].into_iter().collect::<MemberSet>())),
        (slot::SCORE, Value::Decimal("0.75".parse().expect("a number"))),
    ] {
        set(&mut facts, Facts::SYSTEM, slot, value);
    }
    facts.assumed.push(slot::MILITARY);
    facts.texts.push("u1".into());
    facts.completeness = Completeness::Incomplete;
    let first = facts.push_row(schema, LayoutId::CONDUCT);
    let second = facts.push_row(schema, LayoutId::CONDUCT);
    let record = facts.push_row(schema, LayoutId(2));
    facts.rows.push(record);
    facts.conduct.extend([first, second]);
    for (row, slot, value) in [
        (first, Conduct::ID, Value::Text(0)),
        (first, Conduct::KIND, Value::Member(1)),
        (first, Conduct::OPERATOR, Value::Member(1)),
        (first, Conduct::FROM, Value::Time(Bounds::at(at("2026-12-02", 9, 40)))),
        (
            first,
            Conduct::UNTIL,
            Value::Time(Bounds { earliest: at("2026-12-02", 9, 40) + 1, latest: Bounds::NEVER }),
        ),
        (first, slot::URGENT, Value::Bool(true)),
        (first, slot::AUTHORISATIONS, Value::List(ListRef { start: 0, len: 1, complete: false })),
        (
            record,
            slot::REQUESTED,
            Value::Time(Bounds { earliest: Bounds::OPEN, latest: at("2026-12-02", 12, 0) }),
        ),
        (second, Conduct::KIND, Value::Member(0)),
        (second, Conduct::OPERATOR, Value::Member(0)),
        (second, Conduct::FROM, Value::Time(zone().bounds_of(day("2026-10-01")))),
    ] {
        set(&mut facts, row, slot, value);
    }
    facts
}

/// What the input says of two judgements.
pub(super) fn provenance(value: u32) -> Option<Provenance> {
    let text = |text: &str| Some(text.to_owned());
    match value {
        slot::AI_SYSTEM => Some(Provenance {
            because: text("it infers `scores` from data,\nsee the *design*"),
            evidence: vec!["design.pdf".into(), "interview_2".into()],
            assessed_by: text("A. de Vries"),
            on: text("2026-11-30"),
            considering: Vec::new(),
        }),
        slot::MILITARY => None,
        slot::OVER_PERIOD => Some(Provenance {
            on: text("2026-11-30"),
            considering: vec![("ai_act article 5(2)(a)".into(), "the harm is serious".into())],
            ..Provenance::default()
        }),
        _ => None,
    }
}

//! Facts, times and settings.

use ir::{
    AsOf, AsOfSource, Bounds, Completeness, Conduct, Day, Duration, Facts, Instant, IssueId, LayoutId,
    ListRef, Pick, PickSource, Program, Settings, SlotRef, Status, Value, Zone,
};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An instant as `2026-12-02T08:40Z`.
pub fn at(text: &str) -> Instant {
    let (date, time) = text.strip_suffix('Z').and_then(|text| text.split_once('T')).unwrap();
    let (hours, minutes) = time.split_once(':').unwrap();
    let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
    Zone::UTC.start_of(day(date)) + minutes * 60_000_000
}

pub fn time(text: &str) -> Value {
    Value::Time(Bounds::at(at(text)))
}

pub fn hours(hours: i64) -> Duration {
    Duration::Limited { months: 0, days: 0, micros: hours * 3_600_000_000 }
}

pub fn days(days: i32) -> Duration {
    Duration::Limited { months: 0, days, micros: 0 }
}

pub fn months(months: i32) -> Duration {
    Duration::Limited { months, days: 0, micros: 0 }
}

/// Settings with no picks, assessed at an instant.
pub fn assessed(program: &Program, as_of: &str) -> Settings {
    let as_of = AsOf { instant: at(as_of), from: AsOfSource::Facts };
    Settings { as_of, picks: vec![None; program.issues.len()] }
}

pub fn pick(settings: &mut Settings, issue: IssueId, reading: u8) {
    settings.picks[usize::from(issue.0)] = Some(Pick { reading, from: PickSource::Flag });
}

/// Facts with a complete list of no conduct.
pub fn facts(program: &Program) -> Facts {
    let mut facts = Facts::empty(&program.schema, &program.texts);
    facts.completeness = Completeness::Complete;
    facts
}

pub fn set(facts: &mut Facts, row: u32, slot: SlotRef, value: Value) {
    facts.values[(row + slot.slot) as usize] = value;
}

/// Adds conduct and says where its row begins.
pub fn add_conduct(facts: &mut Facts, program: &Program, kind: u8, from: Value) -> u32 {
    let row = facts.push_row(&program.schema, LayoutId::CONDUCT);
    facts.conduct.push(row);
    facts.values[(row + Conduct::KIND) as usize] = Value::Member(kind);
    facts.values[(row + Conduct::FROM) as usize] = from;
    row
}

/// A list of records, each with an id (none if empty) and these values.
pub fn records(
    facts: &mut Facts,
    program: &Program,
    layout: LayoutId,
    rows: &[(&str, &[Value])],
    complete: bool,
) -> Value {
    let mut starts = Vec::new();
    for (id, values) in rows {
        let row = facts.push_row(&program.schema, layout);
        if !id.is_empty() {
            facts.texts.push((*id).to_owned());
            facts.values[row as usize] = Value::Text(facts.texts.len() as u32 - 1);
        }
        for (place, &value) in values.iter().enumerate() {
            facts.values[row as usize + 1 + place] = value;
        }
        starts.push(row);
    }
    let start = facts.rows.len() as u32;
    facts.rows.extend(starts);
    Value::List(ListRef { start, len: rows.len() as u32, complete })
}

/// A truth value as `+`, `-` or `?`.
pub fn sign(status: Status) -> char {
    match status {
        Status::Met => '+',
        Status::NotMet => '-',
        Status::Unknown => '?',
    }
}

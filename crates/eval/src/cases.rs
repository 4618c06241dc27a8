//! Which cases a norm has: one for each conduct in each period that it
//! reaches. It knows nothing of what is decided in them.

use ir::{Bounds, Completeness, Conduct, Facts, Instant, Schema, Settings, Subject, Value};

use crate::compare::UNKNOWN_TIME;
use crate::derivation::ConductRef;

/// What a norm is decided for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    /// The conduct.
    pub(crate) conduct: ConductRef,
    /// The row of the conduct; for the system that of the hypothetical one.
    pub(crate) row: u32,
    /// The moment whose law decides.
    pub(crate) moment: Instant,
    /// The place of the norm's version at that moment.
    pub(crate) version: u16,
    /// Whether the facts show that the conduct took place in that period.
    pub(crate) shown: Shown,
}

/// Whether there is conduct at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The facts show it (or the case is about the system).
    Surely,
    /// The facts show conduct, but not that it went on so long.
    NotBeyond,
    /// It is conduct that nobody has entered.
    Hypothetical,
}

impl Case {
    /// The system under the law of `as_of`.
    pub(crate) fn of_system(schema: &Schema, settings: &Settings) -> Case {
        Case {
            conduct: ConductRef::System,
            row: Facts::hypothetical(schema),
            moment: settings.as_of.instant,
            version: 0,
            shown: Shown::Surely,
        }
    }

    /// Conduct of which nothing is known, under the law of `as_of`.
    pub(crate) fn hypothetical(schema: &Schema, settings: &Settings) -> Case {
        Case {
            conduct: ConductRef::Hypothetical,
            row: Facts::hypothetical(schema),
            moment: settings.as_of.instant,
            version: 0,
            shown: Shown::Hypothetical,
        }
    }
}

/// The version at a moment, of versions that begin at `starts`.
#[inline]
pub(crate) fn version_at(starts: &[Instant], moment: Instant) -> u16 {
    starts.partition_point(|&start| start <= moment).saturating_sub(1) as u16
}

/// Calls `visit` with each case of a norm whose versions begin at `starts`.
pub(crate) fn each_case(
    facts: &Facts,
    schema: &Schema,
    settings: &Settings,
    subject: Subject,
    starts: &[Instant],
    mut visit: impl FnMut(Case),
) {
    let at = |case: Case| Case { version: version_at(starts, case.moment), ..case };
    match subject {
        Subject::System => visit(at(Case::of_system(schema, settings))),
        Subject::Conduct => {
            for (number, &row) in facts.conduct.iter().enumerate() {
                let conduct = ConductRef::Listed(number as u32);
                each_piece(facts, schema, settings, (conduct, row), starts, &mut visit);
            }
            match facts.completeness {
                Completeness::Complete => {}
                Completeness::Incomplete | Completeness::Absent => {
                    visit(at(Case::hypothetical(schema, settings)));
                }
            }
        }
    }
}

/// The pieces of listed conduct. Only lasting conduct has more than one: it
/// is split where a version begins, from `from` to the last moment at which
/// the facts can show it.
fn each_piece(
    facts: &Facts,
    schema: &Schema,
    settings: &Settings,
    (conduct, row): (ConductRef, u32),
    starts: &[Instant],
    visit: &mut impl FnMut(Case),
) {
    let as_of = settings.as_of.instant;
    let slot = |slot: u32| facts.values.get(row as usize + slot as usize).copied().unwrap_or_default();
    let case = |moment, version, shown| Case { conduct, row, moment, version, shown };

    let Some(begin) = known_date(slot(Conduct::FROM)) else {
        return visit(case(as_of, version_at(starts, as_of), Shown::Surely));
    };
    let first = version_at(starts, begin);
    visit(case(begin, first, Shown::Surely));
    if !is_lasting(slot(Conduct::KIND), schema) {
        return;
    }
    let until = if let Value::Time(bounds) = slot(Conduct::UNTIL) { bounds } else { UNKNOWN_TIME };
    let last = until.latest.min(as_of);
    let shown_to = until.earliest.saturating_sub(1).min(as_of);
    for (version, &start) in starts.iter().enumerate().skip(usize::from(first) + 1) {
        if start > last {
            break;
        }
        let shown = if start > shown_to { Shown::NotBeyond } else { Shown::Surely };
        visit(case(start, version as u16, shown));
    }
}

/// The moment whose law governs conduct that begins at a time: a bare date
/// lies in one day and so under one law.
fn known_date(from: Value) -> Option<Instant> {
    let Value::Time(Bounds { earliest, .. }) = from else { return None };
    (earliest != Bounds::OPEN && earliest != Bounds::NEVER).then_some(earliest)
}

fn is_lasting(kind: Value, schema: &Schema) -> bool {
    let Value::Member(kind) = kind else { return false };
    schema.conduct.lasting.contains(kind)
}

#[cfg(test)]
mod tests;

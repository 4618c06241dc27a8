//! Where the versions of each norm begin, as instants, so that no time zone
//! is asked while deciding.

use ir::{Bounds, Instant, Program, Versions};

use crate::calendar::Calendar;

/// The first instants of the versions of each norm.
#[derive(Clone, Debug)]
pub(crate) struct Boundaries {
    prohibitions: Vec<Vec<Instant>>,
    obligations: Vec<Vec<Instant>>,
}

impl Boundaries {
    /// Those of a program.
    pub(crate) fn new(program: &Program, calendar: &Calendar) -> Boundaries {
        let prohibitions = &program.prohibitions;
        let obligations = &program.obligations;
        Boundaries {
            prohibitions: prohibitions.iter().map(|norm| starts(&norm.versions, calendar)).collect(),
            obligations: obligations.iter().map(|norm| starts(&norm.versions, calendar)).collect(),
        }
    }

    /// Those of a prohibition, by number.
    #[inline]
    pub(crate) fn of_prohibition(&self, number: usize) -> &[Instant] {
        self.prohibitions.get(number).map_or(&[], Vec::as_slice)
    }

    /// Those of an obligation, by number.
    #[inline]
    pub(crate) fn of_obligation(&self, number: usize) -> &[Instant] {
        self.obligations.get(number).map_or(&[], Vec::as_slice)
    }
}

fn starts<B>(versions: &Versions<B>, calendar: &Calendar) -> Vec<Instant> {
    let start = |from: Option<ir::Day>| from.map_or(Bounds::OPEN, |day| calendar.start_of(day));
    versions.0.iter().map(|version| start(version.period.from)).collect()
}

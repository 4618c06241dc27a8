//! The calendar of a package: its time zone and its holidays. Nothing here
//! knows of facts or formulas.
//!
//! `ir` counts days without asking whether they exist; here every day is
//! checked first, so that no arithmetic on facts can go wrong.

use ir::{Bounds, Day, Instant, Node, Program, Value, Zone};

/// 31 December 9999, the last day that can be reckoned with.
const LAST: i32 = 2_932_896;
/// 1 January of the year −9999, the first.
const FIRST: i32 = -4_371_587;
/// The most months and days that a calendar of 20,000 years can be asked to move.
const MOST_MONTHS: i32 = 239_976;
const MOST_DAYS: i32 = LAST - FIRST;

/// The days of a package.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    zone: Zone,
    holidays: Vec<Day>,
    /// The bounds of the days that the program names, by day: the zone is
    /// slow to ask.
    named: Vec<(Day, Bounds)>,
}

impl Calendar {
    /// The calendar of a program. A zone that is not known is UTC.
    pub(crate) fn new(program: &Program) -> Calendar {
        let zone = Zone::named(&program.policy.time_zone).unwrap_or(Zone::UTC);
        let mut holidays = program.policy.holidays.clone();
        holidays.sort_unstable();
        let mut calendar = Calendar { zone, holidays, named: Vec::new() };
        let mut named = Vec::new();
        for node in &program.nodes.table {
            if let Node::Literal(id) = node
                && let Value::Day(day) = program.nodes.literal(*id)
            {
                named.push((day, calendar.bounds_of(day)));
            }
        }
        named.sort_unstable_by_key(|(day, _)| *day);
        named.dedup_by_key(|(day, _)| *day);
        calendar.named = named;
        calendar
    }

    /// All instants of a day.
    pub(crate) fn bounds_of(&self, day: Day) -> Bounds {
        match self.named.binary_search_by_key(&day, |(named, _)| *named) {
            Ok(at) => self.named[at].1,
            Err(_) => Bounds { earliest: self.start_of(day), latest: self.end_of(day) },
        }
    }

    /// The first instant of a day; of one outside the calendar an open bound.
    pub(crate) fn start_of(&self, day: Day) -> Instant {
        match day.0 {
            ..FIRST => Bounds::OPEN,
            FIRST..=LAST => self.zone.start_of(day),
            _ => Bounds::NEVER,
        }
    }

    /// The last instant of a day.
    pub(crate) fn end_of(&self, day: Day) -> Instant {
        let next = self.start_of(day.next());
        if next == Bounds::OPEN || next == Bounds::NEVER { next } else { next - 1 }
    }

    /// The day on which an instant lies.
    pub(crate) fn day_of(&self, instant: Instant) -> Day {
        self.zone.day_of(instant)
    }

    /// The year in which an instant lies.
    pub(crate) fn year_of(&self, instant: Instant) -> i16 {
        self.zone.local(instant).year()
    }

    /// All instants of a year.
    pub(crate) fn year(&self, year: i16) -> Bounds {
        let edge = |day: Option<Day>, open| day.map_or(open, |day| self.start_of(day));
        let end = edge(year.checked_add(1).and_then(|next| Day::new(next, 1, 1)), Bounds::NEVER);
        Bounds {
            earliest: edge(Day::new(year, 1, 1), Bounds::OPEN),
            latest: if end == Bounds::NEVER { end } else { end - 1 },
        }
    }

    /// The day so many months and then days later; none outside the calendar.
    pub(crate) fn day_after(&self, day: Day, months: i32, days: i32) -> Option<Day> {
        let within = (FIRST..=LAST).contains(&day.0)
            && (-MOST_MONTHS..=MOST_MONTHS).contains(&months)
            && (-MOST_DAYS..=MOST_DAYS).contains(&days);
        if !within {
            return None;
        }
        let later = day.plus(months, days);
        (FIRST < later.0 && later.0 < LAST).then_some(later)
    }

    /// The instant so many months and days on the local calendar, and then
    /// microseconds on the clock, later.
    pub(crate) fn instant_after(
        &self,
        instant: Instant,
        months: i32,
        days: i32,
        micros: i64,
    ) -> Option<Instant> {
        if months == 0 && days == 0 {
            return instant.checked_add(micros);
        }
        let local = self.zone.local(instant);
        let day = self.day_after(Day::from(local.date()), months, days)?;
        self.zone.instant(day.date().to_datetime(local.time())).checked_add(micros)
    }

    /// The beginning of the local hour in which an instant lies.
    pub(crate) fn hour_of(&self, instant: Instant) -> Instant {
        let local = self.zone.local(instant);
        let seconds = i64::from(local.minute()) * 60 + i64::from(local.second());
        let into = seconds * 1_000_000 + i64::from(local.subsec_nanosecond()) / 1_000;
        instant.saturating_sub(into)
    }

    /// The first working day from a day on: not a Saturday, Sunday or holiday.
    pub(crate) fn working_day_from(&self, day: Day) -> Day {
        let mut day = day;
        while day.0 < LAST && !self.is_working_day(day) {
            day = day.next();
        }
        day
    }

    fn is_working_day(&self, day: Day) -> bool {
        // 1970-01-01 was a Thursday: counted from Monday, day 3 of its week.
        let weekday = (day.0.rem_euclid(7) + 3) % 7;
        weekday < 5 && self.holidays.binary_search(&day).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_ends_where_years_have_five_digits() {
        assert_eq!(Day::new(9999, 12, 31), Some(Day(LAST)));
        assert_eq!(Day::new(-9999, 1, 1), Some(Day(FIRST)));
    }
}

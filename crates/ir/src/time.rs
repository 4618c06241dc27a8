//! Days on the calendar, instants on the clock, and the time zone between
//! them. Pure arithmetic: nothing here reads a clock.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant: microseconds since 1970-01-01T00:00:00Z.
pub type Instant = i64;

/// A day of the calendar: days since 1970-01-01. Serialised as `2026-12-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// What is known of when something is or happened: at some instant from
/// `earliest` to `latest`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bounds {
    /// The first possible instant; [`Bounds::OPEN`] if there is none.
    pub earliest: Instant,
    /// The last possible instant; [`Bounds::NEVER`] if it may not happen.
    pub latest: Instant,
}

/// The time zone of a package: it turns days into instants and back.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
const MICROS_PER_DAY: i64 = 86_400_000_000;

impl Bounds {
    /// No first instant is known.
    pub const OPEN: Instant = i64::MIN;
    /// It may lie in the future, or never be.
    pub const NEVER: Instant = i64::MAX;

    /// Exactly then.
    pub fn at(instant: Instant) -> Bounds {
        Bounds { earliest: instant, latest: instant }
    }

    /// Both bounds moved by the same function; open bounds stay open.
    pub fn map(self, shift: impl Fn(Instant) -> Instant) -> Bounds {
        let earliest = if self.earliest == Bounds::OPEN { Bounds::OPEN } else { shift(self.earliest) };
        let latest = if self.latest == Bounds::NEVER { Bounds::NEVER } else { shift(self.latest) };
        Bounds { earliest, latest }
    }
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().map(Day::from)
    }

    /// The day as a calendar date; days beyond the year 9999 are clamped.
    pub fn date(self) -> Date {
        EPOCH.saturating_add(i64::from(self.0).days())
    }

    /// The next day.
    pub fn next(self) -> Day {
        Day(self.0.saturating_add(1))
    }

    /// The day before.
    pub fn previous(self) -> Day {
        Day(self.0.saturating_sub(1))
    }

    /// The day `months` and then `days` later, as calendars count: a day that
    /// the month does not have becomes its last.
    pub fn plus(self, months: i32, days: i32) -> Day {
        let later = self.date().saturating_add(i64::from(months).months());
        Day::from(later.saturating_add(i64::from(days).days()))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day(EPOCH.until(date).map_or(0, |span| span.get_days()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date())
    }
}

impl std::str::FromStr for Day {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Day, jiff::Error> {
        text.parse::<Date>().map(Day::from)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// The zone of an IANA name such as `Europe/Brussels`, from the table that
    /// is built in.
    pub fn named(name: &str) -> Option<Zone> {
        TimeZone::get(name).ok().map(Zone)
    }

    /// The first instant of a day.
    pub fn start_of(&self, day: Day) -> Instant {
        self.instant(day.date().at(0, 0, 0, 0))
    }

    /// The last instant of a day. Of the last day that the calendar has it is
    /// its first.
    pub fn end_of(&self, day: Day) -> Instant {
        (self.start_of(day.next()) - 1).max(self.start_of(day))
    }

    /// All instants of a day.
    pub fn bounds_of(&self, day: Day) -> Bounds {
        Bounds { earliest: self.start_of(day), latest: self.end_of(day) }
    }

    /// The day on which an instant lies.
    pub fn day_of(&self, instant: Instant) -> Day {
        Day::from(self.local(instant).date())
    }

    /// The time on the wall at an instant.
    pub fn local(&self, instant: Instant) -> DateTime {
        self.0.to_datetime(timestamp(instant))
    }

    /// The instant of a time on the wall; of two the earlier, and where the
    /// clock skips it, the moment after the gap.
    pub fn instant(&self, local: DateTime) -> Instant {
        self.0.to_ambiguous_timestamp(local).compatible().map_or_else(
            |_| if local.year() < 1970 { Bounds::OPEN } else { Bounds::NEVER },
            |timestamp| timestamp.as_microsecond(),
        )
    }

    /// The instant as ISO 8601 with this zone's offset:
    /// `2026-12-02T23:59:59+01:00`. Fractions of a second are left out.
    pub fn format(&self, instant: Instant) -> String {
        let stamp = timestamp(instant - instant.rem_euclid(1_000_000));
        let offset = self.0.to_offset(stamp);
        stamp.display_with_offset(offset).to_string()
    }
}

fn timestamp(instant: Instant) -> Timestamp {
    Timestamp::from_microsecond(instant).unwrap_or(if instant < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Microseconds in whole hours and minutes, for durations on the clock.
pub fn clock_micros(hours: i64, minutes: i64) -> Option<i64> {
    let micros_per_minute = MICROS_PER_DAY / 24 / 60;
    hours.checked_mul(60)?.checked_add(minutes)?.checked_mul(micros_per_minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_later_stays_within_the_month() {
        assert_eq!(day("2024-01-31").plus(1, 0), day("2024-02-29"));
        assert_eq!(day("2023-01-31").plus(1, 0), day("2023-02-28"));
        assert_eq!(day("2024-02-29").plus(12, 0), day("2025-02-28"));
    }

    #[test]
    fn the_day_on_which_clocks_change_has_its_own_length() {
        let brussels = Zone::named("Europe/Brussels").unwrap();
        let hours = |day| {
            let Bounds { earliest, latest } = brussels.bounds_of(day);
            (latest - earliest + 1) / 3_600_000_000
        };
        assert_eq!(hours(day("2026-03-29")), 23);
        assert_eq!(hours(day("2026-10-25")), 25);
        assert_eq!(hours(day("2026-12-02")), 24);
    }

    #[test]
    fn instants_print_with_the_offset_of_the_zone() {
        let brussels = Zone::named("Europe/Brussels").unwrap();
        assert_eq!(brussels.format(brussels.end_of(day("2026-12-02"))), "2026-12-02T23:59:59+01:00");
        assert_eq!(brussels.format(brussels.start_of(day("2026-07-27"))), "2026-07-27T00:00:00+02:00");
    }
}

//! Dates and times as facts write them.

use std::str::FromStr;

use ir::{Bounds, Day, Instant, Zone};

/// A moment as it was given: a day, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenTime {
    /// `2026-12-02`: some instant of that day in the package's time zone.
    Day(Day),
    /// `2026-12-02T08:40:00+01:00`.
    Instant(Instant),
}

/// Why a text is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// It does not look like one.
    NotATime,
    /// It looks like one, but the calendar or the clock does not have it, or
    /// its offset is missing.
    Impossible,
}

const MICROS_PER_SECOND: i64 = 1_000_000;
const SECONDS_PER_DAY: i64 = 86_400;

impl GivenTime {
    /// All instants that it can be.
    pub fn bounds(self, zone: &Zone) -> Bounds {
        match self {
            GivenTime::Instant(instant) => Bounds::at(instant),
            GivenTime::Day(day) => {
                let Bounds { earliest, latest } = zone.bounds_of(day);
                // The calendar ends in the year 9999; its last day does not end before it begins.
                Bounds { earliest, latest: latest.max(earliest) }
            }
        }
    }
}

impl FromStr for GivenTime {
    type Err = TimeError;

    /// Reads `2026-12-02`, or RFC 3339 with or without seconds.
    fn from_str(text: &str) -> Result<GivenTime, TimeError> {
        let looks_like_one = text
            .as_bytes()
            .first_chunk::<5>()
            .is_some_and(|head| head[..4].iter().all(u8::is_ascii_digit) && head[4] == b'-');
        let error = if looks_like_one { TimeError::Impossible } else { TimeError::NotATime };
        parse(text.as_bytes()).ok_or(error)
    }
}

fn parse(text: &[u8]) -> Option<GivenTime> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    if date[4] != b'-' || date[7] != b'-' {
        return None;
    }
    let day = Day::new(
        i16::try_from(number(&date[..4])?).ok()?,
        i8::try_from(number(&date[5..7])?).ok()?,
        i8::try_from(number(&date[8..])?).ok()?,
    )?;
    if rest.is_empty() {
        return Some(GivenTime::Day(day));
    }
    let (hours_minutes, rest) = rest.split_first_chunk::<6>()?;
    if !matches!(hours_minutes[0], b'T' | b't') || hours_minutes[3] != b':' {
        return None;
    }
    let (hours, minutes) = (number(&hours_minutes[1..3])?, number(&hours_minutes[4..])?);
    let (seconds, micros, rest) = match rest {
        [b':', tens, ones, rest @ ..] => {
            let (micros, rest) = fraction(rest)?;
            (number(&[*tens, *ones])?, micros, rest)
        }
        _ => (0, 0, rest),
    };
    if hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let seconds = i64::from(day.0) * SECONDS_PER_DAY + hours * 3_600 + minutes * 60 + seconds - offset(rest)?;
    Some(GivenTime::Instant(seconds * MICROS_PER_SECOND + micros))
}

/// The fraction of a second, cut off after microseconds, and what follows it.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let [b'.', digits @ ..] = text else { return Some((0, text)) };
    let len = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    if len == 0 {
        return None;
    }
    let micros = number(&digits[..len.min(6)])?;
    let missing = 6 - len.min(6) as u32;
    Some((micros * 10_i64.pow(missing), &digits[len..]))
}

/// The offset from UTC in seconds.
fn offset(text: &[u8]) -> Option<i64> {
    match *text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (number(&[h1, h2])?, number(&[m1, m2])?);
            let seconds = hours * 3_600 + minutes * 60;
            let fits = hours <= 23 && minutes <= 59;
            fits.then_some(if sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, TimeError>) {
        let brussels = Zone::named("Europe/Brussels").unwrap();
        let found = text.parse::<GivenTime>().map(|time| match time {
            GivenTime::Day(day) => day.to_string(),
            GivenTime::Instant(instant) => brussels.format(instant),
        });
        assert_eq!(found.as_deref().map_err(|&error| error), expected, "{text}");
    }

    #[test]
    fn dates_and_times_with_an_offset() {
        check("2026-12-02", Ok("2026-12-02"));
        check("2026-12-02T08:40:00Z", Ok("2026-12-02T09:40:00+01:00"));
        check("2026-12-02t08:40:00.123456789+01:00", Ok("2026-12-02T08:40:00+01:00"));
        check("2026-07-02T08:40-03:30", Ok("2026-07-02T14:10:00+02:00"));
        assert_eq!("1970-01-01T00:00:00.25Z".parse(), Ok(GivenTime::Instant(250_000)));
        assert_eq!("1969-12-31T23:59:59.5Z".parse(), Ok(GivenTime::Instant(-500_000)));
    }

    #[test]
    fn times_that_no_clock_or_calendar_has() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-12-02T08:40:00",
            "2026-12-02 08:40:00Z",
            "2026-12-02T24:00:00Z",
            "2026-12-02T08:60Z",
            "2026-12-02T08:40:60Z",
            "2026-12-02T08:40:00.Z",
            "2026-12-02T08:40:00+25:00",
            "2026-12-02T08:40:00Zz",
            "2026-12-0é",
        ] {
            check(text, Err(TimeError::Impossible));
        }
        for text in ["", "soon", "20261202", "02-12-2026", "+2026-12-02"] {
            check(text, Err(TimeError::NotATime));
        }
    }

    #[test]
    fn the_last_day_of_the_calendar_does_not_end_before_it_begins() {
        let Bounds { earliest, latest } = GivenTime::Day("9999-12-31".parse().unwrap()).bounds(&Zone::UTC);
        assert!(earliest <= latest);
    }
}

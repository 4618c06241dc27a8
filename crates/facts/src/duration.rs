//! Lengths of time as facts write them: ISO 8601 or words.

use ir::Duration;

use crate::number::NumberError;

const MICROS_PER_SECOND: i64 = 1_000_000;
const MICROS_PER_MINUTE: i64 = 60 * MICROS_PER_SECOND;
const MICROS_PER_HOUR: i64 = 60 * MICROS_PER_MINUTE;

/// Reads `P1Y6M`, `PT24H`, `24 hours`, `1 year 6 months` or `unlimited`.
pub(crate) fn duration(text: &str) -> Result<Duration, NumberError> {
    match text {
        "unlimited" => Ok(Duration::Unlimited),
        _ => match text.strip_prefix('P') {
            Some(parts) => iso(parts),
            None => words(text),
        },
    }
}

#[derive(Default)]
struct Sum {
    months: i32,
    days: i32,
    micros: i64,
}

impl Sum {
    fn add(&mut self, amount: i64, unit: Unit) -> Result<(), NumberError> {
        let calendar = |sum: i32, times: i64| -> Option<i32> {
            sum.checked_add(i32::try_from(amount.checked_mul(times)?).ok()?)
        };
        let clock = |sum: i64, times: i64| sum.checked_add(amount.checked_mul(times)?);
        let fits = match unit {
            Unit::Months(times) => calendar(self.months, times).map(|months| self.months = months),
            Unit::Days(times) => calendar(self.days, times).map(|days| self.days = days),
            Unit::Micros(times) => clock(self.micros, times).map(|micros| self.micros = micros),
        };
        fits.ok_or(NumberError::OutOfRange)
    }

    fn finish(self) -> Duration {
        Duration::Limited { months: self.months, days: self.days, micros: self.micros }
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Months(i64),
    Days(i64),
    Micros(i64),
}

/// The units of ISO 8601 in their order: before the `T`, and behind it.
const CALENDAR: [(u8, Unit); 4] =
    [(b'Y', Unit::Months(12)), (b'M', Unit::Months(1)), (b'W', Unit::Days(7)), (b'D', Unit::Days(1))];
const CLOCK: [(u8, Unit); 3] = [
    (b'H', Unit::Micros(MICROS_PER_HOUR)),
    (b'M', Unit::Micros(MICROS_PER_MINUTE)),
    (b'S', Unit::Micros(MICROS_PER_SECOND)),
];

fn iso(parts: &str) -> Result<Duration, NumberError> {
    let mut sum = Sum::default();
    let (calendar, clock) = match parts.split_once('T') {
        Some((_, "")) => return Err(NumberError::NotANumber),
        Some((calendar, clock)) => (calendar, clock),
        None if parts.is_empty() => return Err(NumberError::NotANumber),
        None => (parts, ""),
    };
    iso_parts(calendar, &CALENDAR, &mut sum)?;
    iso_parts(clock, &CLOCK, &mut sum)?;
    Ok(sum.finish())
}

fn iso_parts(mut text: &str, mut units: &[(u8, Unit)], sum: &mut Sum) -> Result<(), NumberError> {
    while !text.is_empty() {
        let digits = text.bytes().position(|byte| !byte.is_ascii_digit()).ok_or(NumberError::NotANumber)?;
        let designator = text.as_bytes()[digits];
        let unit = units.iter().position(|(letter, _)| *letter == designator);
        let unit = unit.ok_or(NumberError::NotANumber)?;
        sum.add(amount(&text[..digits])?, units[unit].1)?;
        units = &units[unit + 1..];
        text = &text[digits + 1..];
    }
    Ok(())
}

fn words(text: &str) -> Result<Duration, NumberError> {
    let mut words = text.split_ascii_whitespace();
    let mut sum = Sum::default();
    let mut parts = 0;
    while let Some(number) = words.next() {
        let unit = words.next().ok_or(NumberError::NotANumber)?;
        let unit = match unit.strip_suffix('s').unwrap_or(unit) {
            "year" => Unit::Months(12),
            "month" => Unit::Months(1),
            "week" => Unit::Days(7),
            "day" => Unit::Days(1),
            "hour" => Unit::Micros(MICROS_PER_HOUR),
            "minute" => Unit::Micros(MICROS_PER_MINUTE),
            _ => return Err(NumberError::NotANumber),
        };
        sum.add(amount(number)?, unit)?;
        parts += 1;
    }
    if parts == 0 { Err(NumberError::NotANumber) } else { Ok(sum.finish()) }
}

fn amount(digits: &str) -> Result<i64, NumberError> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    digits.parse().map_err(|_| NumberError::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<(i32, i32, i64), NumberError>) {
        let expected = expected.map(|(months, days, hours)| Duration::Limited {
            months,
            days,
            micros: hours * MICROS_PER_HOUR,
        });
        assert_eq!(duration(text), expected, "{text}");
    }

    #[test]
    fn iso_and_words() {
        check("P4Y", Ok((48, 0, 0)));
        check("P1Y6M", Ok((18, 0, 0)));
        check("P2W1DT24H", Ok((0, 15, 24)));
        check("PT60M", Ok((0, 0, 1)));
        check("PT3600S", Ok((0, 0, 1)));
        check("24 hours", Ok((0, 0, 24)));
        check("4 years", Ok((48, 0, 0)));
        check("1 year 6 months", Ok((18, 0, 0)));
        check("1  week", Ok((0, 7, 0)));
        assert_eq!(duration("unlimited"), Ok(Duration::Unlimited));
    }

    #[test]
    fn what_is_not_a_duration() {
        for text in [
            "",
            "P",
            "PT",
            "P1",
            "P1H",
            "PT1Y",
            "P1M1Y",
            "P1DT",
            "P1Y1Y",
            "P-1Y",
            "P1.5Y",
            "years",
            "4",
            "four years",
        ] {
            check(text, Err(NumberError::NotANumber));
        }
        for text in ["-1 day", "1 fortnight", "24 hours later", "Pé", "P1é"] {
            check(text, Err(NumberError::NotANumber));
        }
    }

    #[test]
    fn durations_out_of_range() {
        for text in
            ["P999999999999Y", "99999999999999999999 days", "PT9999999999999999H", "P2000000000M2000000000M"]
        {
            assert!(duration(text).is_err(), "{text}");
        }
        check("P999999999Y", Err(NumberError::OutOfRange));
    }
}

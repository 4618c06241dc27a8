//! Calendar days, for the periods in which provisions exist. No clock, no
//! time zone, no arithmetic but "the day before".

use std::fmt;
use std::str::FromStr;

/// A day of the calendar. Written `2026-12-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        let exists = day >= 1 && day <= month_length(year, month);
        exists.then_some(Day { year, month, day })
    }

    /// The day before.
    pub fn previous(self) -> Day {
        let Day { year, month, day } = self;
        if day > 1 {
            Day { year, month, day: day - 1 }
        } else if month > 1 {
            Day { year, month: month - 1, day: month_length(year, month - 1) }
        } else {
            Day { year: year - 1, month: 12, day: 31 }
        }
    }
}

/// Zero for what is not a month.
fn month_length(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Day, DayError> {
        let digits = |range: std::ops::Range<usize>| {
            let part = text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            part.ok_or(DayError)
        };
        if text.len() != 10 || text.as_bytes()[4] != b'-' || text.as_bytes()[7] != b'-' {
            return Err(DayError);
        }
        let year = digits(0..4)?.parse().map_err(|_| DayError)?;
        let month = digits(5..7)?.parse().map_err(|_| DayError)?;
        let day = digits(8..10)?.parse().map_err(|_| DayError)?;
        Day::new(year, month, day).ok_or(DayError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for text in ["2026-12-02", "2024-02-29", "2000-02-29"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(text));
        }
        for text in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-1-01", "2026-00-10", "+026-01-01", "", "é"]
        {
            assert_eq!(text.parse::<Day>(), Err(DayError), "{text}");
        }
    }

    #[test]
    fn the_day_before_crosses_months_and_years() {
        for (day, before) in
            [("2026-07-27", "2026-07-26"), ("2024-03-01", "2024-02-29"), ("2025-01-01", "2024-12-31")]
        {
            assert_eq!(day.parse::<Day>().unwrap().previous().to_string(), before);
        }
    }
}

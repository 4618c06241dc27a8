//! Time limits, counted as Regulation (EEC, Euratom) No 1182/71 does: the
//! rules on periods, dates and time limits in acts of the Union. It knows of
//! periods and days, not of duties.

use ir::{Bounds, Day, Duration, Instant};

use crate::calendar::Calendar;

const MICROS_PER_HOUR: i64 = 3_600_000_000;

/// When a period ends that runs from an event, as a range where the event is
/// one; none if it has no end, or one that the calendar does not have.
pub(crate) fn due(from: Bounds, period: Duration, calendar: &Calendar) -> Option<Bounds> {
    let (months, days, micros) = match period {
        Duration::Limited { months, days, micros } => (months, days, micros),
        Duration::Unlimited => return None,
    };
    let end = |instant| match instant {
        Bounds::OPEN | Bounds::NEVER => Some(instant),
        instant if months == 0 && days == 0 => end_on_the_clock(instant, micros, calendar),
        instant => {
            let day = end_on_the_calendar(calendar.day_of(instant), months, days, calendar)?;
            calendar.end_of(day).checked_add(micros)
        }
    };
    Some(Bounds { earliest: end(from.earliest)?, latest: end(from.latest)? })
}

/// A period in hours. Article 3(1), first subparagraph: the hour during which
/// the event occurs is not counted; Article 3(2)(a): it ends with the expiry
/// of the last hour. Hours pass on the clock, over a change of it too, and
/// Article 3(4) does not move their end. The Regulation has no periods in
/// minutes; they run from the event itself.
fn end_on_the_clock(event: Instant, micros: i64, calendar: &Calendar) -> Option<Instant> {
    let whole_hours = micros > 0 && micros % MICROS_PER_HOUR == 0;
    let start = if whole_hours { calendar.hour_of(event).checked_add(MICROS_PER_HOUR)? } else { event };
    start.checked_add(micros)
}

/// A period in days, weeks, months or years: its last day.
///
/// Article 3(1), second subparagraph: the day of the event is not counted.
/// Article 3(2)(b) and (c): it ends with the last hour of the last day, which
/// of months and years is the day with the same date, or the last of a month
/// that does not have it. Article 3(4): where that is a public holiday, a
/// Sunday or a Saturday, it ends with the following working day; not where it
/// is counted back. Article 3(5): a period of two days or more includes at
/// least two working days.
fn end_on_the_calendar(event: Day, months: i32, days: i32, calendar: &Calendar) -> Option<Day> {
    let last = calendar.day_after(event, months, days)?;
    if last < event {
        return Some(last);
    }
    let last = calendar.working_day_from(last);
    if months == 0 && days < 2 {
        return Some(last);
    }
    let first_working = calendar.working_day_from(event.next());
    let second_working = calendar.working_day_from(first_working.next());
    Some(last.max(second_working))
}

#[cfg(test)]
mod tests;

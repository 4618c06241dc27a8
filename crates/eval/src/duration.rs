//! Durations against each other. Months and days are counted on the calendar,
//! hours on the clock, so that how long they take depends on when they begin:
//! a comparison is settled only if every beginning settles it alike.

use ir::Duration;

use crate::compare::Orders;

const MICROS_PER_HOUR: i128 = 3_600_000_000;
const MICROS_PER_DAY: i128 = 24 * MICROS_PER_HOUR;

/// The orders in which two durations can stand. Both run from the same
/// beginning, so what they have in common cancels out. `unlimited` is longer
/// than all else.
pub(crate) fn orders(left: Duration, right: Duration) -> Orders {
    let (left, right) = match (left, right) {
        (Duration::Unlimited, Duration::Unlimited) => return Orders::EQUAL,
        (Duration::Unlimited, Duration::Limited { .. }) => return Orders::GREATER,
        (Duration::Limited { .. }, Duration::Unlimited) => return Orders::LESS,
        (
            Duration::Limited { months, days, micros },
            Duration::Limited { months: other_months, days: other_days, micros: other_micros },
        ) => ((months, days, micros), (other_months, other_days, other_micros)),
    };
    let months = i64::from(left.0) - i64::from(right.0);
    let days = i64::from(left.1) - i64::from(right.1);
    let micros = i128::from(left.2) - i128::from(right.2);

    let (fewest, most) = days_in(months);
    let (fewest, most) = (i128::from(fewest + days), i128::from(most + days));
    // Of days against hours a change of the clock can make one hour.
    let on_calendar = months != 0 || days != 0;
    let change = if on_calendar && micros != 0 { MICROS_PER_HOUR } else { 0 };
    let low = fewest * MICROS_PER_DAY + micros - change;
    let high = most * MICROS_PER_DAY + micros + change;
    Orders::possible(low < 0, low <= 0 && 0 <= high, high > 0)
}

/// The fewest and the most days that so many months can take.
///
/// Months begin on the same day of the month as they end, or on its last day;
/// so the extremes are those between first days of months, and the calendar
/// repeats itself after 400 years.
fn days_in(months: i64) -> (i64, i64) {
    if months < 0 {
        let (fewest, most) = days_in(-months);
        return (-most, -fewest);
    }
    let (cycles, rest) = (months / MONTHS_PER_CYCLE as i64, (months % MONTHS_PER_CYCLE as i64) as usize);
    let whole = cycles * DAYS_PER_CYCLE;
    if rest == 0 {
        return (whole, whole);
    }
    let (mut fewest, mut most) = (i64::MAX, i64::MIN);
    for (start, &before) in DAYS_BEFORE.iter().enumerate() {
        let end = start + rest;
        let beyond = if end >= MONTHS_PER_CYCLE { DAYS_PER_CYCLE } else { 0 };
        let days = i64::from(DAYS_BEFORE[end % MONTHS_PER_CYCLE]) + beyond - i64::from(before);
        fewest = fewest.min(days);
        most = most.max(days);
    }
    (whole + fewest, whole + most)
}

const MONTHS_PER_CYCLE: usize = 4_800;
const DAYS_PER_CYCLE: i64 = 146_097;

/// How many days of a cycle of 400 years lie before each month.
static DAYS_BEFORE: [i32; MONTHS_PER_CYCLE] = {
    const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut before = [0; MONTHS_PER_CYCLE];
    let mut month = 0;
    let mut days = 0;
    while month < MONTHS_PER_CYCLE {
        before[month] = days;
        let year = month / 12;
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year == 0);
        let february = if month % 12 == 1 && leap { 1 } else { 0 };
        days += LENGTHS[month % 12] + february;
        month += 1;
    }
    before
};

#[cfg(test)]
mod tests;

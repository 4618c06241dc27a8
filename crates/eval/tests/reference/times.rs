//! Times, durations and time limits for the naive evaluator, as the sections
//! "Times" and "Time limits" of `docs/language/outcomes.md` word them.

use std::cmp::Ordering;

use ir::{Bounds, CompareOp, Day, Duration, Instant, Status};
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

const HOUR: i64 = 3_600_000_000;

/// Nothing is known: at any instant, or never.
pub const ANY_TIME: Bounds = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };

/// The calendar and clock of a package.
pub struct Calendar {
    zone: TimeZone,
    holidays: Vec<Day>,
}

impl Calendar {
    pub fn new(zone: &str, holidays: &[Day]) -> Calendar {
        Calendar { zone: TimeZone::get(zone).unwrap(), holidays: holidays.to_vec() }
    }

    fn local(&self, instant: Instant) -> DateTime {
        self.zone.to_datetime(Timestamp::from_microsecond(instant).unwrap())
    }

    fn instant(&self, local: DateTime) -> Option<Instant> {
        Some(self.zone.to_ambiguous_timestamp(local).compatible().ok()?.as_microsecond())
    }

    pub fn day_of(&self, instant: Instant) -> Day {
        Day::from(self.local(instant).date())
    }

    pub fn year_of(&self, instant: Instant) -> i16 {
        self.local(instant).year()
    }

    pub fn start(&self, day: Day) -> Instant {
        self.instant(day.date().at(0, 0, 0, 0)).unwrap()
    }

    pub fn end(&self, day: Day) -> Instant {
        self.start(tomorrow(day)) - 1
    }

    pub fn whole_day(&self, day: Day) -> Bounds {
        Bounds { earliest: self.start(day), latest: self.end(day) }
    }

    /// The first and the last instant of a calendar year.
    pub fn year(&self, year: i16) -> (Instant, Instant) {
        (self.start(date(year, 1, 1).into()), self.end(date(year, 12, 31).into()))
    }

    /// A time plus (`sign` 1) or minus (`sign` -1) a duration: both bounds
    /// move, open ones stay. None if out of range, or without end.
    pub fn moved(&self, time: Bounds, by: Duration, sign: i32) -> Option<Bounds> {
        let Duration::Limited { months, days, micros } = by else { return None };
        let one = |instant: Instant| {
            if instant == Bounds::OPEN || instant == Bounds::NEVER {
                return Some(instant);
            }
            let mut moved = instant;
            if months != 0 || days != 0 {
                let local = self.local(instant);
                let day = day_plus(local.date(), months.checked_mul(sign)?, days.checked_mul(sign)?)?;
                moved = self.instant(day.to_datetime(local.time()))?;
            }
            let moved = moved.checked_add(micros.checked_mul(i64::from(sign))?)?;
            Timestamp::from_microsecond(moved).ok().map(|_| moved)
        };
        Some(Bounds { earliest: one(time.earliest)?, latest: one(time.latest)? })
    }

    fn is_working(&self, day: Day) -> bool {
        !matches!(day.date().weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// When a limit of `duration` after `event` ends, by Regulation 1182/71,
    /// Article 3.
    pub fn end_of_limit(&self, event: Instant, duration: Duration) -> Instant {
        let Duration::Limited { months, days, micros } = duration else { return Bounds::NEVER };
        if months == 0 && days == 0 {
            // The hour in which the event falls is not counted.
            let local = self.local(event);
            let into_the_hour = i64::from(local.minute()) * 60_000_000
                + i64::from(local.second()) * 1_000_000
                + i64::from(local.subsec_nanosecond()) / 1_000;
            return event - into_the_hour + HOUR + micros;
        }
        // The day of the event is not counted.
        let first = tomorrow(self.day_of(event));
        let mut last = Day::from(day_plus(self.day_of(event).date(), months, days).unwrap());
        let two_days_or_more = months > 0 || days >= 2;
        let working_days = |last: Day| (first.0..=last.0).filter(|&day| self.is_working(Day(day))).count();
        while !self.is_working(last) || (two_days_or_more && working_days(last) < 2) {
            last = tomorrow(last);
        }
        self.end(last)
    }
}

pub fn tomorrow(day: Day) -> Day {
    Day(day.0 + 1)
}

/// A day that the month does not have becomes its last.
pub fn day_plus(day: Date, months: i32, days: i32) -> Option<Date> {
    day.checked_add(months.months()).ok()?.checked_add(days.days()).ok()
}

/// `a <= b`: met if the latest of a is at or before the earliest of b, not met
/// if the earliest of a is after the latest of b.
pub fn at_most(a: Bounds, b: Bounds) -> Status {
    if a.latest != Bounds::NEVER && b.earliest != Bounds::OPEN && a.latest <= b.earliest {
        Status::Met
    } else if a.earliest != Bounds::OPEN && b.latest != Bounds::NEVER && a.earliest > b.latest {
        Status::NotMet
    } else {
        Status::Unknown
    }
}

/// `a < b`: met if the latest of a is before the earliest of b, not met if the
/// earliest of a is at or after the latest of b.
pub fn before(a: Bounds, b: Bounds) -> Status {
    if a.latest != Bounds::NEVER && b.earliest != Bounds::OPEN && a.latest < b.earliest {
        Status::Met
    } else if a.earliest != Bounds::OPEN && b.latest != Bounds::NEVER && a.earliest >= b.latest {
        Status::NotMet
    } else {
        Status::Unknown
    }
}

/// `a == b`: met if all four bounds are one instant, not met if the ranges do
/// not meet.
pub fn same(a: Bounds, b: Bounds) -> Status {
    let known = |time: Bounds| time.earliest != Bounds::OPEN && time.latest != Bounds::NEVER;
    if known(a) && known(b) && a.earliest == a.latest && b.earliest == b.latest && a == b {
        Status::Met
    } else if before(a, b) == Status::Met || before(b, a) == Status::Met {
        Status::NotMet
    } else {
        Status::Unknown
    }
}

pub fn compare_times(op: CompareOp, a: Bounds, b: Bounds) -> Status {
    match op {
        CompareOp::Equal => same(a, b),
        CompareOp::NotEqual => !same(a, b),
        CompareOp::Less => before(a, b),
        CompareOp::AtMost => at_most(a, b),
        CompareOp::Greater => before(b, a),
        CompareOp::AtLeast => at_most(b, a),
    }
}

/// Whether two values in this order satisfy the comparison.
pub fn fits(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Equal => order == Ordering::Equal,
        CompareOp::NotEqual => order != Ordering::Equal,
        CompareOp::Less => order == Ordering::Less,
        CompareOp::AtMost => order != Ordering::Greater,
        CompareOp::Greater => order == Ordering::Greater,
        CompareOp::AtLeast => order != Ordering::Less,
    }
}

/// A comparison of which only the possible orders are known.
pub fn for_all_orders(op: CompareOp, orders: &[Ordering]) -> Status {
    if orders.iter().all(|&order| fits(op, order)) {
        Status::Met
    } else if orders.iter().all(|&order| !fits(op, order)) {
        Status::NotMet
    } else {
        Status::Unknown
    }
}

/// Durations are laid side by side from every start: which ends first?
pub fn compare_durations(op: CompareOp, a: Duration, b: Duration) -> Status {
    let (a, b) = match (a, b) {
        (Duration::Unlimited, Duration::Unlimited) => return for_all_orders(op, &[Ordering::Equal]),
        (Duration::Unlimited, _) => return for_all_orders(op, &[Ordering::Greater]),
        (_, Duration::Unlimited) => return for_all_orders(op, &[Ordering::Less]),
        (Duration::Limited { months, days, micros }, b) => ((months, days, micros), b),
    };
    let Duration::Limited { months, days, micros } = b else { unreachable!() };
    let b = (months, days, micros);
    // Days in years around a leap day that is there (2000) and one that is not
    // (2100); where the months are the same, any start does.
    let starts: Vec<Date> = match a.0 == b.0 {
        true => vec![date(2000, 1, 1)],
        false => date(1995, 1, 1)
            .series(1.day())
            .take(3_700)
            .chain(date(2095, 1, 1).series(1.day()).take(3_700))
            .collect(),
    };
    let mut orders = Vec::new();
    for start in starts {
        let end = |(months, days, _)| Day::from(day_plus(start, months, days).unwrap()).0;
        let days_longer = i64::from(end(a) - end(b));
        let micros_longer = a.2 - b.2;
        let same_days = a.0 == b.0 && a.1 == b.1;
        if same_days || micros_longer == 0 {
            orders.push(days_longer.cmp(&0).then(micros_longer.cmp(&0)));
        } else {
            // A change of the clock makes any number of days up to an hour
            // longer or shorter.
            let longer = days_longer * 24 * HOUR + micros_longer;
            orders.extend((-1..=1).map(|change| (longer + change * HOUR).cmp(&0)));
        }
    }
    // Where one may be shorter and may be longer, it may be as long.
    if orders.contains(&Ordering::Less) && orders.contains(&Ordering::Greater) {
        orders.push(Ordering::Equal);
    }
    for_all_orders(op, &orders)
}

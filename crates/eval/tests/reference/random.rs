//! A random generator, and random days, instants and amounts.

use ir::{Day, Duration, Instant, MemberSet, Zone};
use rust_decimal::Decimal;

/// A small random generator (splitmix64), so that a seed says it all.
#[derive(Clone)]
pub struct Rng(pub u64);

impl Rng {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// Some of the first `members` members, at least one.
    pub fn members(&mut self, members: u8) -> MemberSet {
        let some = (0..members).filter(|_| self.percent(50)).collect::<MemberSet>();
        if some.0 == 0 { some.with(self.below(usize::from(members)) as u8) } else { some }
    }
}

/// Days around which laws change, clocks change and conduct takes place.
pub fn day(rng: &mut Rng) -> Day {
    let near =
        ["2025-02-02", "2025-03-30", "2025-08-01", "2025-10-26", "2025-12-31", "2026-02-28", "2026-08-02"];
    Day(rng.pick(&near).parse::<Day>().unwrap().0 + rng.pick(&[0, 0, 0, 0, 1, -1, 2, 30]))
}

/// An instant on such a day, often at its very beginning or end.
pub fn instant(rng: &mut Rng, zone: &Zone) -> Instant {
    let day = day(rng);
    match rng.below(6) {
        0 => zone.start_of(day),
        1 => zone.end_of(day),
        2 => zone.start_of(day) + 8 * 3_600_000_000 + 40 * 60_000_000,
        3 => zone.start_of(day) + 3_600_000_000 * rng.below(24) as i64,
        4 => zone.start_of(day) + 1_800_000_000 * rng.below(8) as i64,
        _ => zone.start_of(day) + (rng.next() % 86_400_000_000) as i64,
    }
}

pub fn duration(rng: &mut Rng) -> Duration {
    let hour = 3_600_000_000;
    let (months, days, micros) = match rng.below(6) {
        0 => (rng.pick(&[1, 1, 2, 6, 12, 24, 48]), 0, 0),
        1 => (0, rng.pick(&[1, 2, 3, 7, 28, 30, 31, 365, 366, 1461]), 0),
        2 => (0, 0, hour * rng.pick(&[1, 2, 24, 24, 48, 72, 73, 71, 744])),
        3 => (0, 0, 60_000_000 * rng.pick(&[30, 90, 1440])),
        4 => (rng.below(3) as i32, rng.below(3) as i32, hour * rng.below(3) as i64),
        _ => return if rng.percent(30) { Duration::Unlimited } else { duration(rng) },
    };
    Duration::Limited { months, days, micros }
}

pub fn decimal(rng: &mut Rng) -> Decimal {
    Decimal::new(rng.pick(&[0, 1, 5, 10, 15, 20, 35, -10]), rng.pick(&[0, 0, 1, 2]))
}

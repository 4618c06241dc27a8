//! Random facts, and random ways to fill in what they leave open.

use ir::*;

use crate::random::{Rng, day, decimal, duration, instant};

/// Writes rows of facts.
pub struct Filler<'a> {
    pub rng: Rng,
    pub program: &'a Program,
    pub zone: Zone,
    pub as_of: Instant,
    /// How often, in a hundred, a slot stays unknown.
    pub unknown: usize,
}

/// A slot of some row that is not fully known.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its place in [`Facts::values`].
    pub at: u32,
    pub ty: Type,
    pub path: String,
    /// Whether a date of conduct, which picks the law, or its kind.
    pub dates: bool,
}

impl<'a> Filler<'a> {
    pub fn new(seed: u64, program: &'a Program, settings: &Settings, unknown: usize) -> Filler<'a> {
        let zone = Zone::named(&program.policy.time_zone).unwrap();
        Filler { rng: Rng(seed), program, zone, as_of: settings.as_of.instant, unknown }
    }

    /// The facts of a system.
    pub fn facts(&mut self, size: usize) -> Facts {
        let schema = &self.program.schema;
        let mut facts = Facts::empty(schema, &self.program.texts);
        facts.texts.extend(["third".to_owned(), "fourth".to_owned()]);
        self.row(&mut facts, Facts::SYSTEM, LayoutId::FACTS, size);
        facts.completeness = self.rng.pick(&[
            Completeness::Absent,
            Completeness::Incomplete,
            Completeness::Complete,
            Completeness::Complete,
        ]);
        if facts.completeness != Completeness::Absent {
            for _ in 0..self.rng.below(size.min(3) + 1) {
                let row = facts.push_row(schema, LayoutId::CONDUCT);
                facts.conduct.push(row);
                self.row(&mut facts, row, LayoutId::CONDUCT, size);
                self.conduct(&mut facts, row);
            }
        }
        facts
    }

    /// Kind and dates are mostly known, and more often such as lasts.
    fn conduct(&mut self, facts: &mut Facts, row: u32) {
        if self.rng.percent(80) {
            facts.values[(row + Conduct::KIND) as usize] = Value::Member(self.rng.pick(&[0, 1, 2, 2, 3]));
        }
        let from = self.exact_or_day();
        facts.values[(row + Conduct::FROM) as usize] =
            if self.rng.percent(85) { from } else { Value::Unknown };
    }

    fn row(&mut self, facts: &mut Facts, row: u32, layout: LayoutId, size: usize) {
        for (slot, field) in self.program.schema.layout(layout).fields.iter().enumerate() {
            if !self.rng.percent(self.unknown) {
                facts.values[row as usize + slot] = self.value(facts, &field.ty, size);
            }
        }
    }

    fn value(&mut self, facts: &mut Facts, ty: &Type, size: usize) -> Value {
        let members = |id: &EnumId| self.program.schema.enum_type(*id).members.len() as u8;
        let rng = &mut self.rng;
        match ty {
            Type::Bool | Type::Judgement => Value::Bool(rng.percent(50)),
            Type::Event => Value::Time(self.event()),
            Type::Integer => Value::Integer(rng.pick(&[0, 1, 1, 2, 3])),
            Type::Decimal | Type::Money(_) => Value::Decimal(decimal(rng)),
            Type::Text => Value::Text(rng.below(facts.texts.len()) as u32),
            Type::Date => Value::Day(day(rng)),
            Type::DateTime => self.exact_or_day(),
            Type::Duration => Value::Duration(duration(rng)),
            Type::Enum(id) => Value::Member(rng.below(usize::from(members(id))) as u8),
            Type::Set(id) => Value::Set(rng.members(members(id))),
            Type::List(layout) => {
                let complete =
                    self.rng.percent(self.unknown.min(1) * 65 + 100 * usize::from(self.unknown == 0));
                self.list(facts, *layout, &[], complete, size)
            }
        }
    }

    /// A list with these rows and up to two others.
    fn list(
        &mut self,
        facts: &mut Facts,
        layout: LayoutId,
        known: &[u32],
        complete: bool,
        size: usize,
    ) -> Value {
        let mut rows = known.to_vec();
        for _ in 0..self.rng.below(size.min(2) + 1) {
            let row = facts.push_row(&self.program.schema, layout);
            self.row(facts, row, layout, size);
            rows.push(row);
        }
        let start = facts.rows.len() as u32;
        facts.rows.extend(&rows);
        Value::List(ListRef { start, len: rows.len() as u32, complete })
    }

    /// A datetime, or any instant of a day.
    fn exact_or_day(&mut self) -> Value {
        if self.rng.percent(40) {
            return Value::Time(self.zone.bounds_of(day(&mut self.rng)));
        }
        Value::Time(Bounds::at(instant(&mut self.rng, &self.zone)))
    }

    /// What is known of an event; none is after `as_of`.
    fn event(&mut self) -> Bounds {
        let (zone, as_of) = (self.zone.clone(), self.as_of);
        let some_time = instant(&mut self.rng, &zone).min(as_of);
        let some_day = day(&mut self.rng).min(zone.day_of(as_of));
        let open = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };
        match if self.unknown == 0 { self.rng.pick(&[0, 0, 6]) } else { self.rng.below(8) } {
            0 => Bounds::at(some_time),
            1 => zone.bounds_of(some_day),
            2 => Bounds { latest: as_of, ..open },
            3 => Bounds {
                latest: if self.rng.percent(50) { some_time } else { zone.end_of(some_day) },
                ..open
            },
            4 => Bounds { earliest: some_time + 1, ..open },
            5 => {
                let other = instant(&mut self.rng, &zone).min(as_of);
                Bounds { earliest: some_time.min(other - 1) + 1, latest: some_time.max(other) }
            }
            _ => Bounds { earliest: as_of + 1, ..open },
        }
    }

    /// Fills in one slot: an unknown with any value of its type, bounds with
    /// narrower ones, a list with more records.
    pub fn fill(&mut self, facts: &mut Facts, open: &Open) {
        let filled = match (facts.values[open.at as usize], &open.ty) {
            (Value::Time(bounds), _) => Value::Time(self.within(bounds)),
            (Value::List(list), Type::List(layout)) => {
                let rows = facts.rows[list.start as usize..(list.start + list.len) as usize].to_vec();
                let complete = self.unknown == 0 || self.rng.percent(70);
                self.list(facts, *layout, &rows, complete, 2)
            }
            (_, ty) => self.value(facts, ty, 2),
        };
        facts.values[open.at as usize] = filled;
    }

    /// An instant within bounds; or, if it may be later, not by `as_of`.
    fn within(&mut self, bounds: Bounds) -> Bounds {
        let last = bounds.latest.min(self.as_of);
        if bounds.latest == Bounds::NEVER && (self.rng.percent(50) || bounds.earliest > last) {
            return Bounds { earliest: bounds.earliest.max(self.as_of + 1), latest: Bounds::NEVER };
        }
        if bounds.earliest > last {
            return bounds;
        }
        let spread = last.saturating_sub(bounds.earliest).min(500 * 86_400_000_000);
        let back = (self.rng.next() % (spread as u64 + 1)) as i64;
        let near = instant(&mut self.rng, &self.zone);
        let exact = if (bounds.earliest..=last).contains(&near) { near } else { last - back };
        Bounds::at(exact)
    }

    /// Every slot of every row that is not fully known.
    pub fn open(&self, facts: &Facts) -> Vec<Open> {
        let mut found = Vec::new();
        let rows = [(Facts::SYSTEM, LayoutId::FACTS, String::new())];
        let named = |(at, &row): (usize, &u32)| (row, LayoutId::CONDUCT, format!("conduct[{at}]."));
        let rows = rows.into_iter().chain(facts.conduct.iter().enumerate().map(named));
        for (row, layout, path) in rows {
            self.open_in(facts, row, layout, &path, &mut found);
        }
        found
    }

    fn open_in(&self, facts: &Facts, row: u32, layout: LayoutId, path: &str, found: &mut Vec<Open>) {
        for (slot, field) in self.program.schema.layout(layout).fields.iter().enumerate() {
            let at = row + slot as u32;
            let path = format!("{path}{}", field.path);
            let open = match facts.values[at as usize] {
                Value::Unknown => true,
                Value::Time(bounds) => {
                    let not_by_as_of = bounds.earliest > self.as_of && bounds.latest == Bounds::NEVER;
                    bounds.earliest != bounds.latest && !not_by_as_of
                }
                Value::List(list) => {
                    if let Type::List(layout) = field.ty {
                        for index in 0..list.len {
                            let row = facts.rows[(list.start + index) as usize];
                            self.open_in(facts, row, layout, &format!("{path}[{index}]."), found);
                        }
                    }
                    !list.complete
                }
                _ => false,
            };
            if open {
                let dates = layout == LayoutId::CONDUCT
                    && [Conduct::KIND, Conduct::FROM, Conduct::UNTIL].contains(&(slot as u32));
                found.push(Open { at, ty: field.ty.clone(), path, dates });
            }
        }
    }

    /// All open slots filled in (but for the kind and the dates of conduct),
    /// and all issues picked.
    pub fn complete(&mut self, facts: &Facts, settings: &Settings) -> (Facts, Settings) {
        let (mut facts, mut settings) = (facts.clone(), settings.clone());
        self.unknown = 0;
        for _ in 0..4 {
            let open: Vec<Open> = self.open(&facts).into_iter().filter(|open| !open.dates).collect();
            for open in &open {
                self.fill(&mut facts, open);
            }
        }
        for (issue, pick) in self.program.issues.iter().zip(&mut settings.picks) {
            let reading = self.rng.below(issue.readings.len()) as u8;
            pick.get_or_insert(Pick { reading, from: PickSource::Facts });
        }
        (facts, settings)
    }

    /// Takes over one slot from other facts; of a list the records that lie
    /// at or behind `known`, as copies.
    pub fn take(&self, facts: &mut Facts, other: &Facts, open: &Open, known: u32) {
        facts.values[open.at as usize] =
            self.copy(facts, other, other.values[open.at as usize], &open.ty, known);
    }

    fn copy(&self, facts: &mut Facts, other: &Facts, value: Value, ty: &Type, known: u32) -> Value {
        let (Value::List(list), Type::List(layout)) = (value, ty) else { return value };
        let mut rows = Vec::new();
        for &from in &other.rows[list.start as usize..(list.start + list.len) as usize] {
            if from < known {
                rows.push(from);
                continue;
            }
            let row = facts.push_row(&self.program.schema, *layout);
            for (slot, field) in self.program.schema.layout(*layout).fields.iter().enumerate() {
                let value = other.values[from as usize + slot];
                facts.values[row as usize + slot] = self.copy(facts, other, value, &field.ty, known);
            }
            rows.push(row);
        }
        let start = facts.rows.len() as u32;
        facts.rows.extend(rows);
        Value::List(ListRef { start, ..list })
    }
}

//! Events: when something happened, as far as is known.

use ir::{Bounds, Value};
use problem::FactsProblem;

use crate::report::Step;
use crate::suggest::nearest;
use crate::tape::Shape;
use crate::times::{GivenTime, TimeError};
use crate::walk::{Slot, Walk};

impl<'a> Walk<'a> {
    /// The bounds of an event (docs/language/outcomes.md, Times).
    pub fn event(&mut self, slot: Slot<'a>, at: u32) -> Value {
        let bounds = match self.report.tape.shape(at) {
            Shape::Bool(happened) => {
                // Without a moment of assessment there is an error already.
                let as_of = self.as_of.unwrap_or(Bounds::NEVER);
                return Value::Time(if happened {
                    Bounds { earliest: Bounds::OPEN, latest: as_of }
                } else {
                    Bounds { earliest: as_of.saturating_add(1), latest: Bounds::NEVER }
                });
            }
            Shape::Object(_) => self.between(slot, at),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => {
                self.time(slot, at).map(|time| time.bounds(&self.decoder.zone))
            }
            Shape::Null | Shape::Number | Shape::List(_) => {
                self.no_event(slot, at);
                None
            }
        };
        let Some(bounds) = bounds else { return Value::Unknown };
        if bounds.earliest > bounds.latest {
            let fact = self.report.fact(slot.layout, slot.slot);
            self.report.error(at, FactsProblem::EmptyEvent { fact });
            return Value::Unknown;
        }
        // What may never be is not surely later.
        if let Some(as_of) = self.as_of
            && bounds.earliest > as_of
            && bounds.latest != Bounds::NEVER
        {
            let fact = self.report.fact(slot.layout, slot.slot);
            let as_of = self.decoder.zone.format(as_of);
            self.report.error(at, FactsProblem::EventAfterAsOf { fact, as_of });
            return Value::Unknown;
        }
        if bounds == (Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER }) {
            return Value::Unknown;
        }
        Value::Time(bounds)
    }

    /// `{ by: T }`, `{ not_by: T }` or both.
    fn between(&mut self, slot: Slot<'a>, at: u32) -> Option<Bounds> {
        let tape = self.report.tape;
        let mut bounds = Bounds { earliest: Bounds::OPEN, latest: Bounds::NEVER };
        let mut seen: (Option<u32>, Option<u32>) = (None, None);
        let mut fits = true;
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            self.report.path.push(Step::Key(name));
            let (by, first) = match name {
                "by" => (true, seen.0.replace(key)),
                "not_by" => (false, seen.1.replace(key)),
                _ => {
                    let nearest = nearest(name, ["by", "not_by", "value"].into_iter());
                    self.unknown_part(slot, key, nearest.map(str::to_owned));
                    self.report.path.pop();
                    fits = false;
                    continue;
                }
            };
            if let Some(first) = first {
                let first = (self.report.file, first);
                self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
                fits = false;
            } else if tape.shape(value) != Shape::Null {
                match self.time(slot, value).map(|time| time.bounds(&self.decoder.zone)) {
                    // Done by some instant of that day: by its last at the latest.
                    Some(Bounds { latest, .. }) if by => bounds.latest = latest,
                    // Not done by some instant of that day: at least not by its first.
                    Some(Bounds { earliest, .. }) => bounds.earliest = earliest.saturating_add(1),
                    None => fits = false,
                }
            }
            self.report.path.pop();
        }
        if seen == (None, None) && fits {
            self.no_event(slot, at);
        }
        fits.then_some(bounds)
    }

    fn time(&mut self, slot: Slot<'a>, at: u32) -> Option<GivenTime> {
        match self.report.tape.text(at).map(str::parse) {
            Some(Ok(time)) => return Some(time),
            Some(Err(TimeError::Impossible)) => self.bad_date(at),
            Some(Err(TimeError::NotATime)) | None => self.no_event(slot, at),
        }
        None
    }

    fn no_event(&mut self, slot: Slot<'a>, at: u32) {
        self.wrong_type(slot, self.report.schema.type_name(slot.ty), at);
    }
}

//! What stands at a fact: a plain value, or an object around it that says
//! where the value comes from.

use ir::{ProvenanceAt, Type, Value};
use problem::FactsProblem;

use crate::report::{Step, shortened};
use crate::suggest::nearest;
use crate::tape::Shape;
use crate::times::{GivenTime, TimeError};
use crate::walk::{Slot, Walk};

/// The keys around a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    Value,
    Because,
    Evidence,
    AssessedBy,
    On,
    Considering,
    Complete,
}

const AROUND: [(&str, Around); 7] = [
    ("value", Around::Value),
    ("because", Around::Because),
    ("evidence", Around::Evidence),
    ("assessed_by", Around::AssessedBy),
    ("on", Around::On),
    ("considering", Around::Considering),
    ("complete", Around::Complete),
];

/// The keys and values found, by [`Around`].
type Found = [Option<(u32, u32)>; AROUND.len()];

impl<'a> Walk<'a> {
    /// The value of a slot. What is wrong is reported and counts as unknown.
    pub fn given_value(&mut self, slot: Slot<'a>, at: u32) -> Value {
        match self.report.tape.shape(at) {
            Shape::Null => Value::Unknown,
            Shape::Object(_) if self.is_around(slot, at) => self.around(slot, at),
            Shape::Bool(_) | Shape::Number | Shape::List(_) | Shape::Object(_) => self.plain(slot, at),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => self.plain(slot, at),
        }
    }

    fn plain(&mut self, slot: Slot<'a>, at: u32) -> Value {
        let value = self.value(slot, at, true);
        if value != Value::Unknown && slot.ty == &Type::Judgement && self.options.warnings {
            let fact = self.report.fact(slot.layout, slot.slot);
            self.report.warning(at, FactsProblem::JudgementBare { fact });
            self.unaddressed(slot, at, None);
        }
        value
    }

    /// Events and amounts of money can be objects themselves.
    fn is_around(&self, slot: Slot<'a>, at: u32) -> bool {
        match slot.ty {
            Type::Event | Type::Money(_) => self.report.tape.entry(at, "value").is_some(),
            Type::Bool | Type::Judgement | Type::Integer | Type::Decimal | Type::Text | Type::Date => true,
            Type::DateTime | Type::Duration | Type::Enum(_) | Type::Set(_) | Type::List(_) => true,
        }
    }

    fn around(&mut self, slot: Slot<'a>, at: u32) -> Value {
        let found = self.keys_around(slot, at);
        let Some((_, inner)) = found[Around::Value as usize] else {
            let expected = self.report.schema.type_name(slot.ty);
            self.wrong_type(slot, expected, at);
            return Value::Unknown;
        };
        let complete = self.complete(slot, found[Around::Complete as usize]);
        self.report.path.push(Step::Key("value"));
        let value = match self.report.tape.shape(inner) {
            Shape::Null => Value::Unknown,
            Shape::Bool(_) | Shape::Number | Shape::List(_) | Shape::Object(_) => {
                self.value(slot, inner, complete)
            }
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => self.value(slot, inner, complete),
        };
        self.report.path.pop();
        let provenance =
            [Around::Because, Around::Evidence, Around::AssessedBy, Around::On, Around::Considering];
        if provenance.iter().any(|&key| found[key as usize].is_some()) {
            self.provenance(slot, &found);
            let range = self.report.tape.range(at);
            self.facts.provenance.push(ProvenanceAt {
                value: slot.value,
                input: self.report.file as u16,
                range: range.start().into()..range.end().into(),
            });
        }
        if value != Value::Unknown && slot.ty == &Type::Judgement && self.options.warnings {
            let says = |key: Around| found[key as usize].is_some_and(|(_, at)| self.says_something(at));
            if !(says(Around::AssessedBy) && says(Around::Because)) {
                let fact = self.report.fact(slot.layout, slot.slot);
                self.report.warning(at, FactsProblem::JudgementBare { fact });
            }
            self.unaddressed(slot, at, found[Around::Considering as usize].map(|(_, at)| at));
        }
        value
    }

    /// Finds the keys that may stand here and reports the others.
    fn keys_around(&mut self, slot: Slot<'a>, at: u32) -> Found {
        let tape = self.report.tape;
        let mut found: Found = [None; AROUND.len()];
        // Without any key that belongs around a value this is no such object,
        // and what is wrong is its type.
        let is_meant =
            tape.entries(at).any(|(key, _)| AROUND.iter().any(|&(name, _)| tape.text(key) == Some(name)));
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            let around = AROUND.iter().find(|&&(known, around)| known == name && self.allows(slot, around));
            self.report.path.push(Step::Key(name));
            match around {
                Some(&(_, around)) => match &mut found[around as usize] {
                    Some((first, _)) => {
                        let first = (self.report.file, *first);
                        self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
                    }
                    free @ None => *free = Some((key, value)),
                },
                None if is_meant => {
                    let names = AROUND.iter().filter(|&&(_, around)| self.allows(slot, around));
                    let suggests = self.report.suggests();
                    let suggestion =
                        if suggests { nearest(name, names.map(|&(name, _)| name)) } else { None };
                    self.unknown_part(slot, key, suggestion.map(str::to_owned));
                }
                None => {}
            }
            self.report.path.pop();
        }
        found
    }

    fn allows(&self, slot: Slot<'a>, around: Around) -> bool {
        match around {
            Around::Value | Around::Because | Around::Evidence | Around::AssessedBy | Around::On => true,
            Around::Considering => !self.table(slot.layout).factors[slot.slot as usize].is_empty(),
            Around::Complete => matches!(slot.ty, Type::List(_)),
        }
    }

    /// A key within a fact that means nothing there.
    pub fn unknown_part(&mut self, slot: Slot<'a>, key: u32, suggestion: Option<String>) {
        let name = shortened(self.report.tape.text(key).unwrap_or_default());
        let key_name = format!("{}.{name}", self.report.fact(slot.layout, slot.slot));
        self.report.error(key, FactsProblem::UnknownFact { key: key_name, suggestion });
    }

    fn complete(&mut self, slot: Slot<'a>, found: Option<(u32, u32)>) -> bool {
        let Some((_, at)) = found else { return true };
        match self.report.tape.shape(at) {
            Shape::Bool(complete) => complete,
            Shape::Null | Shape::Number | Shape::List(_) | Shape::Object(_) => {
                self.no_part(slot, "complete", "bool", at);
                false
            }
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => {
                self.no_part(slot, "complete", "bool", at);
                false
            }
        }
    }

    /// Reports a part around a value that is of the wrong type.
    fn no_part(&mut self, slot: Slot<'a>, part: &'a str, expected: &str, at: u32) {
        let fact = format!("{}.{part}", self.report.fact(slot.layout, slot.slot));
        let found = self.report.found(at);
        self.report.path.push(Step::Key(part));
        self.report.error(at, FactsProblem::WrongType { fact, expected: expected.into(), found });
        self.report.path.pop();
    }

    /// Checks that provenance is made of texts; it is read when asked for.
    fn provenance(&mut self, slot: Slot<'a>, found: &Found) {
        let tape = self.report.tape;
        let is_text = |at: u32| tape.text(at).is_some() || tape.shape(at) == Shape::Null;
        for &(name, around) in &AROUND {
            let Some((_, at)) = found[around as usize] else { continue };
            match around {
                Around::Value | Around::Complete => {}
                Around::Because | Around::AssessedBy => {
                    if !is_text(at) {
                        self.no_part(slot, name, "text", at);
                    }
                }
                Around::Evidence => {
                    let is_list = matches!(tape.shape(at), Shape::List(_));
                    let texts = is_list && tape.items(at).all(|item| tape.text(item).is_some());
                    if !is_text(at) && !texts {
                        self.no_part(slot, name, "text", at);
                    }
                }
                Around::On => match tape.text(at).map(str::parse::<GivenTime>) {
                    Some(Ok(_)) => {}
                    Some(Err(TimeError::Impossible)) => {
                        self.report.path.push(Step::Key(name));
                        self.bad_date(at);
                        self.report.path.pop();
                    }
                    Some(Err(TimeError::NotATime)) => self.no_part(slot, name, "date", at),
                    None if tape.shape(at) == Shape::Null => {}
                    None => self.no_part(slot, name, "date", at),
                },
                Around::Considering => self.considering(slot, at),
            }
        }
    }

    /// Checks the factors that a judgement addresses.
    fn considering(&mut self, slot: Slot<'a>, at: u32) {
        let tape = self.report.tape;
        match tape.shape(at) {
            Shape::Object(_) => {}
            Shape::Null => return,
            Shape::Bool(_) | Shape::Number | Shape::List(_) => {
                return self.no_part(slot, "considering", "object", at);
            }
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => {
                return self.no_part(slot, "considering", "object", at);
            }
        }
        let factors = &self.table(slot.layout).factors[slot.slot as usize];
        let mut first: Vec<Option<u32>> = vec![None; factors.len()];
        self.report.path.push(Step::Key("considering"));
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            self.report.path.push(Step::Key(name));
            match factors.iter().position(|factor| factor.is(name)) {
                None => {
                    let names =
                        factors.iter().flat_map(|factor| [factor.short.as_str(), factor.full.as_str()]);
                    let suggestion = if self.report.suggests() { nearest(name, names) } else { None };
                    self.unknown_part(slot, key, suggestion.map(str::to_owned));
                }
                Some(factor) => match first[factor].replace(key) {
                    Some(first) => {
                        let first = (self.report.file, first);
                        self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
                    }
                    None if tape.text(value).is_none() && tape.shape(value) != Shape::Null => {
                        let fact = format!("{}.considering", self.report.fact(slot.layout, slot.slot));
                        let found = self.report.found(value);
                        self.report
                            .error(value, FactsProblem::WrongType { fact, expected: "text".into(), found });
                    }
                    None => {}
                },
            }
            self.report.path.pop();
        }
        self.report.path.pop();
    }

    /// Warns of each factor that a judgement says nothing about.
    fn unaddressed(&mut self, slot: Slot<'a>, at: u32, considering: Option<u32>) {
        let tape = self.report.tape;
        for factor in &self.table(slot.layout).factors[slot.slot as usize] {
            let addresses = |(key, value): (u32, u32)| {
                tape.text(key).is_some_and(|name| factor.is(name)) && self.says_something(value)
            };
            if !considering.is_some_and(|object| tape.entries(object).any(addresses)) {
                let fact = self.report.fact(slot.layout, slot.slot);
                let factor = factor.short.clone();
                self.report.warning(at, FactsProblem::FactorUnaddressed { fact, factor });
            }
        }
    }

    fn says_something(&self, at: u32) -> bool {
        self.report.tape.text(at).is_some_and(|text| !text.trim().is_empty())
    }
}

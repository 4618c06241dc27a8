//! From a node to the value of a slot, by the slot's type.

use ir::{EnumId, MemberSet, Type, Value};
use problem::FactsProblem;

use crate::duration::duration;
use crate::number::{NumberError, decimal, integer};
use crate::report::{Step, shortened};
use crate::suggest::nearest;
use crate::tape::Shape;
use crate::times::{GivenTime, TimeError};
use crate::walk::{Slot, Walk};

impl<'a> Walk<'a> {
    /// The value of a node that is not `null` and has nothing around it.
    /// `complete` is said of a list. What is wrong is reported and unknown.
    pub fn value(&mut self, slot: Slot<'a>, at: u32, complete: bool) -> Value {
        let tape = self.report.tape;
        let ty = slot.ty;
        let shape = tape.shape(at);
        let value = match ty {
            Type::Bool | Type::Judgement => match shape {
                Shape::Bool(holds) => Some(Value::Bool(holds)),
                Shape::Null | Shape::Number | Shape::List(_) | Shape::Object(_) => None,
                Shape::Plain | Shape::Quoted | Shape::Owned(_) => None,
            },
            Type::Event => return self.event(slot, at),
            Type::Integer => match shape {
                Shape::Number => match integer(tape.raw(at)) {
                    Ok(number) => Some(Value::Integer(number)),
                    Err(NumberError::OutOfRange) => return self.number_range(at),
                    Err(NumberError::NotANumber) => None,
                },
                Shape::Null | Shape::Bool(_) | Shape::List(_) | Shape::Object(_) => None,
                Shape::Plain | Shape::Quoted | Shape::Owned(_) => None,
            },
            Type::Decimal => match self.digits(at).map(decimal) {
                Some(Ok(number)) => Some(Value::Decimal(number)),
                Some(Err(NumberError::OutOfRange)) => return self.number_range(at),
                Some(Err(NumberError::NotANumber)) | None => None,
            },
            Type::Money(currency) => return self.money(slot, currency, at),
            Type::Text => tape.text(at).map(|text| self.text(text)),
            Type::Date => match tape.text(at).map(str::parse) {
                Some(Ok(GivenTime::Day(day))) => Some(Value::Day(day)),
                Some(Err(TimeError::Impossible)) => return self.no_date(at),
                Some(Ok(GivenTime::Instant(_)) | Err(TimeError::NotATime)) | None => None,
            },
            Type::DateTime => match tape.text(at).map(str::parse::<GivenTime>) {
                Some(Ok(time)) => Some(Value::Time(time.bounds(&self.decoder.zone))),
                Some(Err(TimeError::Impossible)) => return self.no_date(at),
                Some(Err(TimeError::NotATime)) | None => None,
            },
            Type::Duration => match tape.text(at).map(duration) {
                Some(Ok(duration)) => Some(Value::Duration(duration)),
                Some(Err(NumberError::OutOfRange)) => return self.number_range(at),
                Some(Err(NumberError::NotANumber)) | None => None,
            },
            Type::Enum(id) => match tape.text(at) {
                Some(name) => match self.decoder.program.schema.enum_type(*id).member(name) {
                    Some(member) => Some(Value::Member(member)),
                    None => return self.unknown_member(slot, *id, at),
                },
                None => None,
            },
            Type::Set(id) => match shape {
                Shape::List(_) => return self.set(slot, *id, at),
                Shape::Null | Shape::Bool(_) | Shape::Number | Shape::Object(_) => None,
                Shape::Plain | Shape::Quoted | Shape::Owned(_) => None,
            },
            Type::List(layout) => match shape {
                Shape::List(_) => return self.list(slot, *layout, at, complete),
                Shape::Null | Shape::Bool(_) | Shape::Number | Shape::Object(_) => None,
                Shape::Plain | Shape::Quoted | Shape::Owned(_) => None,
            },
        };
        value.unwrap_or_else(|| {
            self.wrong_type(slot, self.report.schema.type_name(ty), at);
            Value::Unknown
        })
    }

    /// Reports a value that is not of the expected type.
    pub fn wrong_type(&mut self, slot: Slot<'a>, expected: String, at: u32) {
        let fact = self.report.fact(slot.layout, slot.slot);
        let found = self.report.found(at);
        self.report.error(at, FactsProblem::WrongType { fact, expected, found });
    }

    fn number_range(&mut self, at: u32) -> Value {
        let tape = self.report.tape;
        let text = shortened(tape.text(at).unwrap_or_else(|| tape.raw(at)));
        self.report.error(at, FactsProblem::NumberRange { text });
        Value::Unknown
    }

    fn no_date(&mut self, at: u32) -> Value {
        self.bad_date(at);
        Value::Unknown
    }

    /// The digits of a number, or of a text that may be one. YAML's other
    /// bases are for integers.
    fn digits(&self, at: u32) -> Option<&'a str> {
        let tape = self.report.tape;
        match tape.shape(at) {
            Shape::Number => Some(tape.raw(at)),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => tape.text(at),
            Shape::Null | Shape::Bool(_) | Shape::List(_) | Shape::Object(_) => None,
        }
    }

    /// `"EUR 35000000.00"` or `{ "amount": "35000000.00", "currency": "EUR" }`.
    fn money(&mut self, slot: Slot<'a>, currency: &str, at: u32) -> Value {
        let tape = self.report.tape;
        let mut parts = (None, None);
        if let Some(text) = tape.text(at) {
            let split = text.split_once(' ');
            parts = (split.map(|(currency, _)| currency), split.map(|(_, amount)| amount.trim_start()));
        }
        let mut seen: (Option<u32>, Option<u32>) = (None, None);
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            self.report.path.push(Step::Key(name));
            let first = match name {
                "currency" => {
                    parts.0 = tape.text(value);
                    seen.0.replace(key)
                }
                "amount" => {
                    parts.1 = self.digits(value);
                    seen.1.replace(key)
                }
                _ => {
                    let nearest = nearest(name, ["amount", "currency", "value"].into_iter());
                    self.unknown_part(slot, key, nearest.map(str::to_owned));
                    None
                }
            };
            if let Some(first) = first {
                let first = (self.report.file, first);
                self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
            }
            self.report.path.pop();
        }
        match parts {
            (Some(given), Some(amount)) if given == currency => match decimal(amount) {
                Ok(amount) => return Value::Decimal(amount),
                Err(NumberError::OutOfRange) => return self.number_range(at),
                Err(NumberError::NotANumber) => {}
            },
            (Some(_) | None, Some(_) | None) => {}
        }
        self.wrong_type(slot, self.report.schema.type_name(slot.ty), at);
        Value::Unknown
    }

    fn set(&mut self, slot: Slot<'a>, id: EnumId, at: u32) -> Value {
        let tape = self.report.tape;
        let members = self.decoder.program.schema.enum_type(id);
        let mut set = MemberSet::default();
        for (index, item) in tape.items(at).enumerate() {
            self.report.path.push(Step::Index(index));
            match tape.text(item) {
                Some(name) => match members.member(name) {
                    Some(member) => set = set.with(member),
                    None => {
                        self.unknown_member(slot, id, item);
                    }
                },
                None => self.wrong_type(slot, self.report.schema.type_name(slot.ty), item),
            }
            self.report.path.pop();
        }
        Value::Set(set)
    }

    fn unknown_member(&mut self, slot: Slot<'a>, id: EnumId, at: u32) -> Value {
        let members = &self.report.schema.enum_type(id).members;
        let name = self.report.tape.text(at).unwrap_or_default();
        let names = members.iter().map(String::as_str);
        let suggestion = if self.report.suggests() { nearest(name, names) } else { None };
        let problem = FactsProblem::UnknownMember {
            fact: self.report.fact(slot.layout, slot.slot),
            value: shortened(name),
            suggestion: suggestion.map(str::to_owned),
            members: members.clone(),
        };
        self.report.error(at, problem);
        Value::Unknown
    }
}

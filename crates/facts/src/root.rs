//! The top of a facts file: what is no fact (`id`, `as_of`, `readings`), the
//! list of conduct, and the row of the system.

use ir::{Completeness, Facts, LayoutId};
use problem::{FactsProblem, NameKind};

use crate::report::{Step, shortened};
use crate::suggest::nearest;
use crate::table::Reserved;
use crate::tape::Shape;
use crate::times::{GivenTime, TimeError};
use crate::walk::Walk;

/// What the reserved keys say.
#[derive(Debug, Default)]
pub(crate) struct Root {
    pub id: Option<String>,
    pub picks: Vec<Option<u8>>,
}

impl<'a> Walk<'a> {
    /// Reads all files: the system's row, the conduct, the hypothetical row.
    pub fn root(&mut self) -> Root {
        let system = self.open(LayoutId::FACTS, Facts::SYSTEM);
        for file in 0..self.inputs.len() {
            self.report.turn_to(file);
            let tape = self.report.tape;
            match tape.nodes.first().map(|root| root.shape) {
                Some(Shape::Object(_)) => self.object(system, 0, 0),
                // A broken file, or an empty one in YAML.
                None | Some(Shape::Null) => {}
                Some(Shape::Bool(_) | Shape::Number | Shape::List(_)) => {
                    self.wrong_reserved("facts", "object", 0)
                }
                Some(Shape::Plain | Shape::Quoted | Shape::Owned(_)) => {
                    self.wrong_reserved("facts", "object", 0);
                }
            }
        }
        self.close(system);
        if self.facts.completeness != Completeness::Complete {
            let row = self.open(LayoutId::CONDUCT, Facts::hypothetical(self.report.schema));
            self.close(row);
        }
        Root { id: self.id.take().map(str::to_owned), picks: std::mem::take(&mut self.picks) }
    }

    /// Reads the value of a reserved key.
    pub fn reserved(&mut self, reserved: Reserved, at: u32) {
        if self.report.tape.shape(at) == Shape::Null {
            return;
        }
        match reserved {
            Reserved::Id => match self.report.tape.text(at) {
                Some(id) => self.id = Some(id),
                None => self.wrong_reserved("id", "text", at),
            },
            // Its value is known already; here it is only checked.
            Reserved::AsOf => match self.report.tape.text(at).map(str::parse::<GivenTime>) {
                Some(Ok(_)) => {}
                Some(Err(TimeError::Impossible)) => self.bad_date(at),
                Some(Err(TimeError::NotATime)) | None => self.wrong_reserved("as_of", "datetime", at),
            },
            Reserved::Readings => self.readings(at),
            Reserved::Conduct => self.conduct(at),
        }
    }

    pub fn wrong_reserved(&mut self, name: &str, expected: &str, at: u32) {
        let found = self.report.found(at);
        let problem = FactsProblem::WrongType { fact: name.into(), expected: expected.into(), found };
        self.report.error(at, problem);
    }

    pub fn bad_date(&mut self, at: u32) {
        let text = shortened(self.report.tape.text(at).unwrap_or_default());
        self.report.error(at, FactsProblem::BadDate { text });
    }

    fn readings(&mut self, at: u32) {
        let tape = self.report.tape;
        if !matches!(tape.shape(at), Shape::Object(_)) {
            return self.wrong_reserved("readings", "object", at);
        }
        let issues = &self.decoder.program.issues;
        self.picked.resize(issues.len(), None);
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            self.report.path.push(Step::Key(name));
            match issues.iter().position(|issue| issue.name == name) {
                Some(issue) => match self.picked[issue] {
                    Some(first) if first.0 == self.report.file => {
                        self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
                    }
                    Some(first) => self.given_twice(key, format!("readings.{name}"), first),
                    None => {
                        self.picked[issue] = Some((self.report.file, key));
                        self.reading(issue, value);
                    }
                },
                None => {
                    let names = issues.iter().map(|issue| issue.name.as_str());
                    self.unknown_choice(key, NameKind::Issue, name, names);
                }
            }
            self.report.path.pop();
        }
    }

    fn reading(&mut self, issue: usize, at: u32) {
        let tape = self.report.tape;
        let readings = &self.decoder.program.issues[issue].readings;
        let Some(name) = tape.text(at) else {
            if tape.shape(at) != Shape::Null {
                self.wrong_reserved(
                    &format!("readings.{}", self.decoder.program.issues[issue].name),
                    "text",
                    at,
                );
            }
            return;
        };
        match readings.iter().position(|reading| reading.name == name) {
            Some(reading) => self.picks[issue] = Some(reading as u8),
            None => {
                let names = readings.iter().map(|reading| reading.name.as_str());
                self.unknown_choice(at, NameKind::Reading, name, names);
            }
        }
    }

    fn unknown_choice<'n>(
        &mut self,
        at: u32,
        kind: NameKind,
        name: &str,
        names: impl Iterator<Item = &'n str>,
    ) {
        let suggests = self.report.suggests();
        let suggestion = if suggests { nearest(name, names).map(str::to_owned) } else { None };
        self.report.error(at, FactsProblem::UnknownChoice { kind, name: shortened(name), suggestion });
    }
}

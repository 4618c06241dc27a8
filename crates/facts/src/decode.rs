//! Decoding: all inputs onto tapes, then the tapes into slots.

use ir::{AsOf, AsOfSource, Facts, Instant, LayoutId, Program, Zone};
use problem::{FactsProblem, Located};
use rustc_hash::FxHashMap;

use crate::input::{Decoded, Format, Input, Options};
use crate::report::{Report, nowhere, refused};
use crate::root::Root;
use crate::table::Table;
use crate::tape::{Refused, SIZE_LIMIT, Shape, Tape};
use crate::times::GivenTime;
use crate::walk::Walk;
use crate::{json, yaml};

/// Decodes facts for one program. Built once; reads any number of systems,
/// from any number of threads.
#[derive(Debug)]
pub struct Decoder<'p> {
    pub(crate) program: &'p Program,
    pub(crate) zone: Zone,
    pub(crate) tables: Vec<Table>,
    /// The texts of the program by number.
    pub(crate) texts: FxHashMap<&'p str, u32>,
}

impl<'p> Decoder<'p> {
    /// A decoder for a program. A time zone that does not exist, which the
    /// compiler refuses, is read as UTC.
    pub fn new(program: &'p Program) -> Decoder<'p> {
        Decoder {
            program,
            zone: Zone::named(&program.policy.time_zone).unwrap_or(Zone::UTC),
            tables: Table::all(program),
            texts: program.texts.iter().map(String::as_str).zip(0..).collect(),
        }
    }

    /// Reads the facts of one system into `facts`, whatever was in there. The
    /// inputs are merged object by object. On an error nothing is decoded,
    /// and all errors of all inputs are returned, in their order.
    pub fn decode(
        &self,
        inputs: &[Input<'_>],
        options: &Options,
        facts: &mut Facts,
    ) -> Result<Decoded, Vec<Located>> {
        facts.reset(&self.program.schema, &self.program.texts);
        let mut tapes = Vec::with_capacity(inputs.len());
        let mut errors = Vec::new();
        for (file, input) in inputs.iter().enumerate() {
            match read(input) {
                Ok(tape) => tapes.push(tape),
                Err(Refused { problem, range }) => {
                    errors.push(refused(file, problem, range));
                    // A broken file gives no facts; the others are still looked at.
                    tapes.push(Tape::new(input.text, 0));
                }
            }
        }
        let broken = !errors.is_empty();
        let as_of = self.as_of(&tapes, options);
        let none = Tape::new("", 0);
        let report = Report {
            schema: &self.program.schema,
            tapes: &tapes,
            file: 0,
            tape: tapes.first().unwrap_or(&none),
            path: Vec::with_capacity(16),
            within: Vec::new(),
            errors,
            warnings: Vec::new(),
        };
        let as_of_instant = as_of.ok().map(|as_of| as_of.instant);
        let mut walk = Walk::new(self, inputs, options, as_of_instant, facts, report);
        let Root { id, picks } = walk.root();
        let (mut errors, warnings) = walk.finish();
        if as_of == Err(NoAsOf::Missing) && !broken {
            errors.push(nowhere(FactsProblem::NoDate));
        }
        match as_of {
            Ok(as_of) if errors.is_empty() => Ok(Decoded { id, as_of, picks, warnings }),
            Ok(_) | Err(NoAsOf::Missing | NoAsOf::Wrong) => {
                facts.reset(&self.program.schema, &self.program.texts);
                errors.sort_by_key(|located| (located.file, located.problem.range.start()));
                Err(errors)
            }
        }
    }

    /// The moment of assessment: that of the flag, else of the facts, else of
    /// the clock. It is looked for first, as events are relative to it.
    fn as_of(&self, tapes: &[Tape<'_>], options: &Options) -> Result<AsOf, NoAsOf> {
        if let Some(given) = options.as_of {
            return Ok(AsOf { instant: self.moment(given), from: AsOfSource::Flag });
        }
        for tape in tapes.iter().filter(|tape| !tape.nodes.is_empty()) {
            let Some(at) = tape.entry(0, "as_of").filter(|&at| tape.shape(at) != Shape::Null) else {
                continue;
            };
            let given = tape.text(at).and_then(|text| text.parse().ok()).ok_or(NoAsOf::Wrong)?;
            return Ok(AsOf { instant: self.moment(given), from: AsOfSource::Facts });
        }
        match options.clock {
            Some(instant) => Ok(AsOf { instant, from: AsOfSource::Clock }),
            None => Err(NoAsOf::Missing),
        }
    }

    fn moment(&self, given: GivenTime) -> Instant {
        match given {
            GivenTime::Instant(instant) => instant,
            GivenTime::Day(day) => self.zone.end_of(day),
        }
    }

    pub(crate) fn table(&self, layout: LayoutId) -> &Table {
        &self.tables[usize::from(layout.0)]
    }
}

/// Why there is no moment of assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoAsOf {
    /// Nothing gives one.
    Missing,
    /// The facts give something that is none; they are told so where it stands.
    Wrong,
}

/// Puts one input on a tape.
pub(crate) fn read<'a>(input: &Input<'a>) -> Result<Tape<'a>, Refused> {
    if input.text.len() > SIZE_LIMIT {
        let problem = FactsProblem::TooLarge { limit: SIZE_LIMIT as u64 };
        return Err(Refused { problem, range: base::TextRange::default() });
    }
    let start = if input.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    match input.format {
        Format::Json => json::read(input.text, start),
        Format::Yaml => yaml::read(input.text, start),
    }
}

//! `policyc eval --batch`: a system a line, an answer a line, in memory that
//! does not grow with the lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::Path;

use base::TextRange;
use eval::Evaluator;
use facts::{Decoder, Format, Input};
use ir::{Facts, Program};
use problem::{FactsProblem, Located, Problem};
use words::Files;
use words::problems::problem_json;
use words::report::{BatchLine, EvalReport, Id};

use crate::arguments::{EvalArguments, EvalFormat};
use crate::eval::{Request, Run, decide, put_away};
use crate::session::{Session, nowhere};
use crate::{Ending, disk, output};

/// The longest line that is read.
const LINE_LIMIT: usize = 8 * 1024 * 1024;

/// After this many lines a terminal is told how far the work is.
const PROGRESS: u64 = 10_000;

/// What is counted along the way.
#[derive(Default)]
struct Tally {
    lines: u64,
    refused: u64,
    findings: u64,
    undetermined: u64,
}

/// What ends a batch before its last line.
enum Stop {
    /// The lines cannot be read.
    Input(io::Error),
    /// The answers cannot be written.
    Output(io::Error),
}

/// Answers a batch line by line.
pub fn run(arguments: &EvalArguments, request: &Request, session: &mut Session, program: &Program) -> Ending {
    let path = match input(arguments) {
        Ok(path) => path,
        Err(usage) => {
            session.tell(&[nowhere(usage)], arguments.lang);
            return Ending::NoAnswer;
        }
    };
    let name = disk::name(path);
    let mut tally = Tally::default();
    let mut batch = Batch { arguments, request, program, name: &name };
    let stopped = match open(path) {
        Ok(reader) => batch.answer(reader, session, &mut tally),
        Err(error) => Err(Stop::Input(error)),
    };
    match stopped {
        Ok(()) => {}
        // A reader that has gone away ends the run quietly.
        Err(Stop::Output(error)) if error.kind() == ErrorKind::BrokenPipe => return ending(&tally),
        Err(Stop::Output(error)) => return output::failed(&error),
        Err(Stop::Input(error)) => {
            let detail = disk::reason(&error);
            session.tell(&[nowhere(FactsProblem::Unreadable { path: name, detail })], arguments.lang);
            return Ending::NoAnswer;
        }
    }
    if tally.refused > 0 || tally.undetermined > 0 {
        progress(&tally, arguments);
    }
    ending(&tally)
}

/// The one input that a batch has.
fn input(arguments: &EvalArguments) -> Result<&Path, FactsProblem> {
    if let Some(format @ (EvalFormat::Text | EvalFormat::Markdown)) = arguments.format {
        let value = format!("{format:?}").to_lowercase();
        return Err(FactsProblem::Usage { flag: "--batch --format", value });
    }
    if let [path] = arguments.facts.as_slice() {
        return Ok(path);
    }
    let names: Vec<String> = arguments.facts.iter().map(|path| disk::show(path)).collect();
    Err(FactsProblem::Usage { flag: "--batch --facts", value: names.join(" --facts ") })
}

fn open(path: &Path) -> io::Result<BufReader<Box<dyn Read>>> {
    let from: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(path)?) };
    Ok(BufReader::new(from))
}

fn ending(tally: &Tally) -> Ending {
    match tally {
        Tally { refused: 1.., .. } => Ending::NoAnswer,
        Tally { findings: 1.., .. } => Ending::Finding,
        _ => Ending::Clean,
    }
}

fn progress(tally: &Tally, arguments: &EvalArguments) {
    output::tell(&words::notices::batch(tally.lines, tally.refused, tally.undetermined, arguments.lang));
}

struct Batch<'a> {
    arguments: &'a EvalArguments,
    request: &'a Request,
    program: &'a Program,
    name: &'a str,
}

impl Batch<'_> {
    fn answer(
        &mut self,
        mut reader: impl BufRead,
        session: &mut Session,
        tally: &mut Tally,
    ) -> Result<(), Stop> {
        let decoder = Decoder::new(self.program);
        let evaluator = Evaluator::new(self.program);
        let mut facts = Facts::empty(&self.program.schema, &self.program.texts);
        let mut out = BufWriter::new(io::stdout().lock());
        let mut number = 0;
        while let Some(line) = next_line(&mut reader).map_err(Stop::Input)? {
            number += 1;
            if line.is_blank() {
                continue;
            }
            tally.lines += 1;
            let first = session.shelf().next();
            let (id, answered) = match self.text(line, number, session) {
                Ok(text) => {
                    let run = Run {
                        request: self.request,
                        session,
                        program: self.program,
                        decoder: &decoder,
                        evaluator: &evaluator,
                        first,
                    };
                    let input = Input { name: self.name, format: Format::Json, text: &text };
                    (id_of(&text), decide(&run, &[input], &mut facts, self.arguments))
                }
                Err(problems) => (None, Err(problems)),
            };
            let answer = self.line(session, number, id, answered, tally);
            session.shelf().truncate(first);
            write(&mut out, &answer).map_err(Stop::Output)?;
            if tally.lines.is_multiple_of(PROGRESS) && io::stderr().is_terminal() {
                progress(tally, self.arguments);
            }
        }
        Ok(())
    }

    /// The text of a line, which is a file of its own in what is shown.
    fn text(&self, line: Line, number: u64, session: &mut Session) -> Result<String, Vec<Located>> {
        let name = format!("{}:{number}", self.name);
        match line {
            Line::Whole(bytes) => put_away(session, name, bytes),
            Line::TooLong => {
                let problem = FactsProblem::TooLarge { limit: LINE_LIMIT as u64 };
                let file = Some(session.shelf().add(name, String::new()));
                Err(vec![Located {
                    file,
                    pointer: None,
                    problem: Problem::new(problem, TextRange::default()),
                }])
            }
        }
    }

    fn line(
        &self,
        session: &Session,
        line: u64,
        id: Option<Id>,
        answered: Result<EvalReport, Vec<Located>>,
        tally: &mut Tally,
    ) -> BatchLine {
        match answered {
            Ok(report) => {
                tally.findings += u64::from(self.request.fail_on.found_in(&report.summary));
                let open = report.summary.counts.undetermined + report.summary.obligations.undetermined;
                tally.undetermined += u64::from(open > 0);
                BatchLine { line, id, result: Some(report), problems: Vec::new() }
            }
            Err(problems) => {
                tally.refused += 1;
                let files: &Files<'_> = &|id| session.file(id);
                let voice = session.voice(self.arguments.lang);
                let problems = problems.iter().map(|problem| problem_json(problem, files, voice)).collect();
                BatchLine { line, id, result: None, problems }
            }
        }
    }
}

/// Writes an answer, whole: whoever reads along has it at once.
fn write(out: &mut impl Write, answer: &BatchLine) -> io::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A line of the input.
enum Line {
    /// Without its break.
    Whole(Vec<u8>),
    /// More than is read; the rest of it was passed over.
    TooLong,
}

impl Line {
    fn is_blank(&self) -> bool {
        match self {
            Line::Whole(bytes) => {
                bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii().is_empty()
            }
            Line::TooLong => false,
        }
    }
}

/// Reads a line; none at the end.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut limited = reader.by_ref().take(LINE_LIMIT as u64 + 1);
    if limited.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() <= LINE_LIMIT || line.last() == Some(&b'\n') {
        while matches!(line.last(), Some(b'\n' | b'\r')) {
            line.pop();
        }
        return Ok(Some(Line::Whole(line)));
    }
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        reader.consume(used);
        if end.is_some() || used == 0 {
            return Ok(Some(Line::TooLong));
        }
    }
}

/// What a line calls itself, even where its facts do not fit.
fn id_of(text: &str) -> Option<Id> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: Option<serde_json::Value>,
    }
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // A list would be read as the fields in their order.
    let object = text.starts_with('{').then_some(text)?;
    let named: Named = serde_json::from_str(object).ok()?;
    match named.id? {
        serde_json::Value::String(text) => Some(Id::Text(text)),
        serde_json::Value::Number(number) => number.as_i64().map(Id::Number),
        _ => None,
    }
}

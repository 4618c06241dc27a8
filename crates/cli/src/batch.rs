//! `policyc eval --batch`: a system a line, an answer a line, in memory that
//! does not grow with the lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;

use eval::Evaluator;
use facts::{Decoder, Format, Input};
use ir::{Facts, Program};
use problem::{FactsProblem, Located};
use words::Files;
use words::problems::problem_json;
use words::report::{BatchLine, Id};

use crate::arguments::{EvalArguments, EvalFormat};
use crate::eval::{Request, Run, decide};
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

/// Answers a batch line by line.
pub fn run(arguments: &EvalArguments, request: &Request, session: &mut Session, program: &Program) -> Ending {
    let [path] = arguments.facts.as_slice() else {
        let usage = FactsProblem::Usage { flag: "--batch", value: format!("{} --facts", arguments.facts.len()) };
        session.tell(&[nowhere(usage)], arguments.lang);
        return Ending::NoAnswer;
    };
    if let Some(format @ (EvalFormat::Text | EvalFormat::Markdown)) = arguments.format {
        let usage = FactsProblem::Usage { flag: "--format", value: format!("{format:?}").to_lowercase() };
        session.tell(&[nowhere(usage)], arguments.lang);
        return Ending::NoAnswer;
    }
    let name = if path == Path::new("-") { "<stdin>".to_owned() } else { disk::show(path) };
    let reader: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => {
                let detail = disk::reason(&error);
                session.tell(&[nowhere(FactsProblem::Unreadable { path: name, detail })], arguments.lang);
                return Ending::NoAnswer;
            }
        }
    };
    let mut tally = Tally::default();
    let mut batch = Batch { arguments, request, program, name: &name };
    match batch.answer(BufReader::new(reader), session, &mut tally) {
        Ok(()) => {}
        // A reader that has gone away ends the run quietly.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            let detail = disk::reason(&error);
            session.tell(&[nowhere(FactsProblem::Unreadable { path: name, detail })], arguments.lang);
            return Ending::NoAnswer;
        }
    }
    if tally.refused > 0 || tally.undetermined > 0 {
        output::tell(&words::notices::batch(tally.lines, tally.refused, tally.undetermined, arguments.lang));
    }
    match (tally.refused, tally.findings) {
        (1.., _) => Ending::NoAnswer,
        (0, 1..) => Ending::Finding,
        (0, 0) => Ending::Clean,
    }
}

struct Batch<'a> {
    arguments: &'a EvalArguments,
    request: &'a Request,
    program: &'a Program,
    name: &'a str,
}

impl Batch<'_> {
    fn answer(&mut self, mut reader: impl BufRead, session: &mut Session, tally: &mut Tally) -> io::Result<()> {
        let decoder = Decoder::new(self.program);
        let evaluator = Evaluator::new(self.program);
        let mut facts = Facts::empty(&self.program.schema, &self.program.texts);
        let mut out = io::BufWriter::new(io::stdout().lock());
        let mut line = Vec::new();
        let mut number = 0;
        while let Some(whole) = next_line(&mut reader, &mut line)? {
            number += 1;
            let text = if whole {
                String::from_utf8(std::mem::take(&mut line)).map_err(|_| "it is not UTF-8".to_owned())
            } else {
                Err(String::new())
            };
            if matches!(&text, Ok(text) if text.trim_start_matches('\u{feff}').trim().is_empty()) {
                continue;
            }
            tally.lines += 1;
            let first = session.shelf().next();
            let answered = match text {
                Ok(text) => {
                    session.shelf().add(format!("{}:{number}", self.name), text.clone());
                    let run = Run {
                        request: self.request,
                        session,
                        program: self.program,
                        decoder: &decoder,
                        evaluator: &evaluator,
                        first,
                    };
                    let input = Input { name: self.name, format: Format::Json, text: &text };
                    let id = id_of(&text);
                    (id, decide(&run, &[input], &mut facts, self.arguments))
                }
                Err(detail) if detail.is_empty() => {
                    (None, Err(vec![nowhere(FactsProblem::TooLarge { limit: LINE_LIMIT as u64 })]))
                }
                Err(detail) => {
                    (None, Err(vec![nowhere(FactsProblem::Malformed { format: "JSON", detail })]))
                }
            };
            self.write(&mut out, session, number, answered, tally)?;
            session.shelf().truncate(first);
            if tally.lines.is_multiple_of(PROGRESS) && io::stderr().is_terminal() {
                output::tell(&words::notices::batch(
                    tally.lines,
                    tally.refused,
                    tally.undetermined,
                    self.arguments.lang,
                ));
            }
        }
        out.flush()
    }

    fn write(
        &self,
        out: &mut impl Write,
        session: &Session,
        line: u64,
        (id, answered): (Option<Id>, Result<words::report::EvalReport, Vec<Located>>),
        tally: &mut Tally,
    ) -> io::Result<()> {
        let files: &Files<'_> = &|id| session.file(id);
        let voice = session.voice(self.arguments.lang);
        let answer = match answered {
            Ok(report) => {
                tally.findings += u64::from(self.request.fail_on.found_in(&report.summary));
                let open = report.summary.counts.undetermined + report.summary.obligations.undetermined;
                tally.undetermined += u64::from(open > 0);
                BatchLine { line, id, result: Some(report), problems: Vec::new() }
            }
            Err(problems) => {
                tally.refused += 1;
                let problems = problems.iter().map(|problem| problem_json(problem, files, voice)).collect();
                BatchLine { line, id, result: None, problems }
            }
        };
        serde_json::to_writer(&mut *out, &answer)?;
        out.write_all(b"\n")
    }
}

/// Reads a line without its break; `Some(false)` if it is too long, which
/// skips it; none at the end.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let mut limited = reader.by_ref().take(LINE_LIMIT as u64 + 1);
    if limited.read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.len() <= LINE_LIMIT || line.last() == Some(&b'\n') {
        while matches!(line.last(), Some(b'\n' | b'\r')) {
            line.pop();
        }
        return Ok(Some(true));
    }
    line.clear();
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(Some(false));
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        reader.consume(used);
        if end.is_some() {
            return Ok(Some(false));
        }
    }
}

/// What a line calls itself, even where its facts do not fit.
fn id_of(text: &str) -> Option<Id> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: Option<serde_json::Value>,
    }
    let named: Named = serde_json::from_str(text).ok()?;
    match named.id? {
        serde_json::Value::String(text) => Some(Id::Text(text)),
        serde_json::Value::Number(number) => number.as_i64().map(Id::Number),
        _ => None,
    }
}

//! `policyc eval`.

use std::path::Path;

use base::{TextRange, TextSize};
use eval::Evaluator;
use facts::{Decoded, Decoder, Format, Input, Options, Provenances};
use ir::{Facts, Program, Settings};
use problem::{FactsProblem, Located, NameKind, Problem, SyntaxProblem};
use words::problems::CheckSummary;
use words::report::{Answer, EvalReport, Provenance, Selection};
use words::{Files, Style};

use crate::arguments::{EvalArguments, EvalFormat};
use crate::finding::FailOn;
use crate::session::{Session, nowhere, tell_alone};
use crate::{Ending, batch, disk, output};

/// Decides facts against a package and prints the answer.
pub fn run(arguments: &EvalArguments) -> Ending {
    let mut session = match Session::open(arguments.package.as_deref()) {
        Ok(session) => session,
        Err(problems) => {
            tell_alone(&problems, arguments.lang);
            return Ending::NoAnswer;
        }
    };
    let Some(program) = session.program.clone().filter(|_| !session.has_errors()) else {
        session.tell(&session.problems, arguments.lang);
        return Ending::NoAnswer;
    };
    // Whoever decides facts need not read what its author can improve.
    if !session.problems.is_empty() {
        let warnings = CheckSummary { errors: 0, warnings: session.problems.len() };
        output::tell(&words::notices::checked(session.name(), &warnings, arguments.lang));
    }
    let request = match Request::read(arguments, &program) {
        Ok(request) => request,
        Err(problems) => {
            session.tell(&problems, arguments.lang);
            return Ending::NoAnswer;
        }
    };
    if arguments.batch {
        return batch::run(arguments, &request, &mut session, &program);
    }
    match answer(arguments, &request, &mut session, &program) {
        Ok(report) => finish(arguments, &request, &session, &report),
        Err(problems) => {
            session.tell(&problems, arguments.lang);
            Ending::NoAnswer
        }
    }
}

/// What the flags ask, checked against the program.
pub struct Request {
    pub options: Options,
    pub fail_on: FailOn,
    pub selection: Selection,
    readings: Vec<(String, String)>,
    profile: Option<String>,
}

impl Request {
    fn read(arguments: &EvalArguments, program: &Program) -> Result<Request, Vec<Located>> {
        let mut problems = Vec::new();
        let as_of = arguments.as_of.as_ref().and_then(|text| {
            let given = text.parse().ok();
            if given.is_none() {
                problems.push(nowhere(FactsProblem::BadDate { text: text.clone() }));
            }
            given
        });
        let mut usage = |flag, value: String| problems.push(nowhere(FactsProblem::Usage { flag, value }));
        let readings = arguments.reading.iter().filter_map(|text| {
            let pair = text.split_once('=').map(|(issue, reading)| (issue.to_owned(), reading.to_owned()));
            if pair.is_none() {
                usage("--reading", text.clone());
            }
            pair
        });
        let readings = readings.collect();
        if arguments.facts.iter().filter(|path| *path == Path::new("-")).count() > 1 {
            usage("--facts", "- --facts -".to_owned());
        }
        let clock = (!arguments.batch).then(|| jiff::Timestamp::now().as_microsecond());
        let fail_on = FailOn::read(&arguments.fail_on).map_err(|found| problems.extend(found));
        let selection = select(arguments, program).map_err(|found| problems.extend(found));
        match (fail_on, selection) {
            (Ok(fail_on), Ok(selection)) if problems.is_empty() => {
                let options =
                    Options { as_of, clock, assumptions: !arguments.no_assumptions, warnings: true };
                Ok(Request { options, fail_on, selection, readings, profile: arguments.profile.clone() })
            }
            _ => Err(problems),
        }
    }

    /// The settings for facts that were decoded.
    pub fn settings(&self, program: &Program, decoded: &Decoded) -> Result<Settings, Vec<Located>> {
        let picks = facts::choose(program, &decoded.picks, self.profile.as_deref(), &self.readings)?;
        Ok(Settings { as_of: decoded.as_of, picks })
    }
}

fn select(arguments: &EvalArguments, program: &Program) -> Result<Selection, Vec<Located>> {
    let mut problems = Vec::new();
    let mut unknown = |kind, name: &String, known: Vec<&str>| {
        let suggestion = hir::names::nearest(name, known.into_iter());
        problems.push(nowhere(FactsProblem::UnknownChoice { kind, name: name.clone(), suggestion }));
    };
    let mut selection = Selection::operators(&program.schema);
    if let Some(norm) = &arguments.norm {
        let prohibitions = program.prohibitions.iter().map(|norm| norm.name.as_str());
        let norms: Vec<&str> =
            prohibitions.chain(program.obligations.iter().map(|norm| norm.name.as_str())).collect();
        if !norms.contains(&norm.as_str()) {
            unknown(NameKind::Norm, norm, norms);
        }
        selection.norm = Some(norm.clone());
    }
    let roles = program.schema.enum_type(program.schema.conduct.roles);
    let numbers = arguments.roles.iter().filter_map(|role| {
        let number = roles.member(role);
        if number.is_none() {
            unknown(NameKind::Role, role, roles.members.iter().map(String::as_str).collect());
        }
        number
    });
    let chosen = numbers.collect();
    if !arguments.roles.is_empty() {
        selection.roles = chosen;
    }
    if problems.is_empty() { Ok(selection) } else { Err(problems) }
}

fn answer(
    arguments: &EvalArguments,
    request: &Request,
    session: &mut Session,
    program: &Program,
) -> Result<EvalReport, Vec<Located>> {
    let first = session.shelf().next();
    let mut texts = Vec::new();
    for path in &arguments.facts {
        let name = disk::name(path);
        let text = match disk::read_facts(path) {
            Ok(bytes) => put_away(session, name.clone(), bytes),
            Err(error) => {
                let detail = disk::reason(&error);
                Err(vec![nowhere(FactsProblem::Unreadable { path: name.clone(), detail })])
            }
        };
        texts.push((name, text?));
    }
    let inputs: Vec<Input<'_>> =
        texts.iter().map(|(name, text)| Input { name, format: format_of(name, text), text }).collect();
    let decoder = Decoder::new(program);
    let evaluator = Evaluator::new(program);
    let mut facts = Facts::empty(&program.schema, &program.texts);
    decide(
        &Run { request, session, program, decoder: &decoder, evaluator: &evaluator, first },
        &inputs,
        &mut facts,
        arguments,
    )
}

/// All that one answer is made with.
pub struct Run<'a> {
    pub request: &'a Request,
    pub session: &'a Session,
    pub program: &'a Program,
    pub decoder: &'a Decoder<'a>,
    pub evaluator: &'a Evaluator<'a>,
    /// The number of the first facts file.
    pub first: u32,
}

/// Decodes facts and decides them.
pub fn decide(
    run: &Run<'_>,
    inputs: &[Input<'_>],
    facts: &mut Facts,
    arguments: &EvalArguments,
) -> Result<EvalReport, Vec<Located>> {
    let Run { request, session, program, decoder, evaluator, first } = *run;
    // Decoding counts the files of facts alone.
    let shift = |mut located: Located| {
        let related = located.problem.related.iter_mut().map(|related| &mut related.span.file);
        related.chain(&mut located.file).for_each(|file| file.0 += first);
        located
    };
    let shift_all = |problems: Vec<Located>| problems.into_iter().map(shift).collect::<Vec<_>>();
    let decoded = decoder.decode(inputs, &request.options, facts).map_err(shift_all)?;
    let settings = request.settings(program, &decoded)?;
    let broken = evaluator.broken_constraints(facts, &settings);
    if !broken.is_empty() {
        return Err(broken.iter().map(|broken| nowhere(explain(program, facts, broken))).collect());
    }
    let derivation = evaluator.derive(facts, &settings);
    let provenances = Provenances::new(inputs);
    let provenance = |value: u32| {
        let found = provenances.of(facts.provenance_of(value)?);
        Some(Provenance {
            because: found.because,
            evidence: found.evidence,
            assessed_by: found.assessed_by,
            on: found.on,
            considering: found.considering,
        })
    };
    let warnings = shift_all(decoded.warnings);
    let files: &Files<'_> = &|id| session.file(id);
    Ok(words::report::build(&Answer {
        engine: env!("CARGO_PKG_VERSION"),
        program,
        facts,
        provenance: &provenance,
        settings: &settings,
        derivation: &derivation,
        problems: &warnings,
        selection: &request.selection,
        files,
        voice: session.voice(arguments.lang),
    }))
}

fn explain(program: &Program, facts: &Facts, broken: &eval::Broken) -> FactsProblem {
    let conduct = match broken.conduct {
        eval::ConductRef::Listed(at) => Some(conduct_name(facts, at)),
        eval::ConductRef::System | eval::ConductRef::Hypothetical => None,
    };
    let name =
        program.constraints.get(usize::from(broken.constraint)).map(|constraint| constraint.name.clone());
    FactsProblem::Constraint {
        name: name.unwrap_or_default(),
        conduct,
        facts: broken.because.iter().map(|fact| fact.path.clone()).collect(),
    }
}

/// The id of a conduct, else its place.
fn conduct_name(facts: &Facts, at: u32) -> String {
    let row = facts.conduct.get(at as usize).copied().unwrap_or_default();
    match facts.values.get((row + ir::Conduct::ID) as usize) {
        Some(ir::Value::Text(text)) => facts.texts.get(*text as usize).cloned().unwrap_or_default(),
        Some(_) | None => at.to_string(),
    }
}

fn finish(arguments: &EvalArguments, request: &Request, session: &Session, report: &EvalReport) -> Ending {
    let text = match arguments.format.unwrap_or(EvalFormat::Text) {
        EvalFormat::Json => output::json(report),
        EvalFormat::Text => words::file_note::text(report, session.citations(), Style::Ansi),
        EvalFormat::Markdown => words::file_note::markdown(report, session.citations()),
    };
    if let Err(error) = output::print(&text) {
        return output::failed(&error);
    }
    if report.as_of.from == ir::AsOfSource::Clock {
        output::tell(&words::notices::clock(report, arguments.lang));
    }
    if request.fail_on.found_in(&report.summary) {
        return Ending::Finding;
    }
    if let Some(open) = words::notices::still_open(&report.summary, arguments.lang) {
        output::tell(&open);
    }
    Ending::Clean
}

/// Makes text of an input, and keeps it with the files that output shows.
///
/// # Errors
/// If it is not UTF-8: where that begins.
pub fn put_away(session: &mut Session, name: String, bytes: Vec<u8>) -> Result<String, Vec<Located>> {
    match String::from_utf8(bytes) {
        Ok(text) => {
            session.shelf().add(name, text.clone());
            Ok(text)
        }
        Err(error) => {
            let start = TextSize::new(error.utf8_error().valid_up_to() as u32);
            let range = TextRange::at(start, TextSize::of(char::REPLACEMENT_CHARACTER));
            let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = Some(session.shelf().add(name, shown));
            Err(vec![Located { file, pointer: None, problem: Problem::new(SyntaxProblem::NotUtf8, range) }])
        }
    }
}

/// The format of a file: by its name, else by how it begins.
pub fn format_of(name: &str, text: &str) -> Format {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    match extension {
        Some("json") => Format::Json,
        Some("yaml" | "yml") => Format::Yaml,
        Some(_) | None if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => Format::Json,
        Some(_) | None => Format::Yaml,
    }
}

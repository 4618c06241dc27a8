//! Problems as data: `policyc/check/1`, and the `problems` of other output.

use base::Span;
use problem::{Located, Severity};
use serde::Serialize;

use super::{Described, describe};
use crate::citing::Voice;
use crate::source::{Files, SpanReport};

/// A problem, as all JSON output has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemReport {
    /// The code: `P0203`.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is.
    pub message: String,
    /// Where, if it is in a file that can be shown.
    pub span: Option<SpanReport>,
    /// Where in the facts: a JSON pointer.
    pub pointer: Option<String>,
    /// What explains it, then what to do.
    pub help: Vec<String>,
}

/// The answer of `policyc check --format json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// `policyc/check/1`.
    pub schema: &'static str,
    /// The version of the engine.
    pub engine: String,
    /// The package; none if its manifest cannot be read.
    pub policy: Option<PolicyReport>,
    /// The problems, in the order given.
    pub problems: Vec<ProblemReport>,
    /// How many there are.
    pub summary: CheckSummary,
}

/// A package by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyReport {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// How many problems there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CheckSummary {
    /// Those for which nothing is decided.
    pub errors: usize,
    /// The others.
    pub warnings: usize,
}

/// A problem as data.
pub fn problem_json(located: &Located, files: &Files<'_>, voice: Voice<'_>) -> ProblemReport {
    let Described { code, severity, title, notes, helps, label: _, related: _ } = describe(located, voice);
    let span = located.file.map(|file| Span { file, range: located.problem.range });
    ProblemReport {
        code,
        severity: severity.name(),
        message: title,
        span: span.and_then(|span| SpanReport::new(span, files)),
        pointer: located.pointer.clone(),
        help: notes.into_iter().chain(helps).collect(),
    }
}

impl CheckReport {
    /// The name of this form of output.
    pub const SCHEMA: &'static str = "policyc/check/1";

    /// The report on a package's problems.
    pub fn new(
        engine: &str,
        policy: Option<PolicyReport>,
        problems: &[Located],
        files: &Files<'_>,
        voice: Voice<'_>,
    ) -> CheckReport {
        let count = |severity| problems.iter().filter(|it| it.problem.kind.severity() == severity).count();
        CheckReport {
            schema: CheckReport::SCHEMA,
            engine: engine.to_owned(),
            policy,
            problems: problems.iter().map(|problem| problem_json(problem, files, voice)).collect(),
            summary: CheckSummary { errors: count(Severity::Error), warnings: count(Severity::Warning) },
        }
    }
}

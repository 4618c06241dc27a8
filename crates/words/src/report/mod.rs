//! An answer as data: `policyc/eval/1`, the contract of `eval --format json`.
//!
//! The structs are serialised key by key in the order in which they stand.
//! Fields that are skipped carry what only the sentences of
//! [`crate::file_note`] need.

mod batch;
mod build;
mod cases;
mod conduct;
mod duties;
mod duty;
mod exceptions;
mod fact;
mod names;
mod outcome;
mod rules;
mod selection;
mod summary;
mod value;

pub use batch::{BatchLine, Id};
pub use build::{Answer, build};
pub use conduct::{ConductReport, LawReport};
pub use duty::{DutyCaseReport, MustReport, ObligationReport, TriggerReport};
pub use fact::{FactReport, Mode, Provenance};
pub use outcome::{
    AmountReport, CaseReport, NeedReport, NormReport, NoteReport, SanctionReport, WayOut, WayOutFact,
};
pub use rules::{
    ArgumentReport, ConditionsReport, ElementReport, ExceptionReport, ExtentReport, KeptReport, OnlyUnder,
    PointReport, RestsOnReport,
};
pub use selection::Selection;
pub use summary::{DutyCounts, OutcomeCounts, Summary};
pub(crate) use value::clock_parts;
pub use value::{Moment, ReportValue, Stamp};

pub use crate::file_note::summary_sentence;

use base::Lang;
use serde::Serialize;

use crate::problems::ProblemReport;
use names::in_order;

/// A whole answer.
#[derive(Clone, Debug, Serialize)]
pub struct EvalReport {
    /// `policyc/eval/1`.
    pub schema: &'static str,
    /// The version of the engine.
    pub engine: String,
    /// The package.
    pub policy: HashedPolicy,
    /// The moment of assessment.
    pub as_of: AsOfReport,
    /// Every issue of the policy with the reading picked, in the order of the
    /// policy.
    #[serde(serialize_with = "in_order")]
    pub readings: Vec<(String, Option<PickReport>)>,
    /// The language of labels and texts.
    pub language: Lang,
    /// What it comes to, for the roles selected.
    pub summary: Summary,
    /// The prohibitions.
    pub outcomes: Vec<NormReport>,
    /// The obligations.
    pub obligations: Vec<ObligationReport>,
    /// Warnings about the facts.
    pub problems: Vec<ProblemReport>,
    /// The questions of the issues, in the order of `readings`.
    #[serde(skip)]
    pub questions: Vec<String>,
    /// The roles that the summary is for, where those are not the operators.
    #[serde(skip)]
    pub roles: Vec<String>,
    /// The IANA name of the time zone of all times.
    #[serde(skip)]
    pub time_zone: String,
}

/// A package by name, version and content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HashedPolicy {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of its program.
    pub hash: String,
}

/// The moment of assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AsOfReport {
    /// When, in the time zone of the package.
    pub instant: String,
    /// Where it comes from.
    pub from: ir::AsOfSource,
}

/// A reading picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PickReport {
    /// The reading.
    pub reading: String,
    /// Who picked it.
    pub from: ir::PickSource,
}

impl EvalReport {
    /// The name of this form of output.
    pub const SCHEMA: &'static str = "policyc/eval/1";
}

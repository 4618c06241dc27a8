//! Obligations as output has them.

use base::Citation;
use eval::DutyStatus;
use ir::{Day, State, Status};
use serde::Serialize;

use super::conduct::{ConductReport, LawReport};
use super::fact::FactReport;
use super::names::duty;
use super::outcome::{NeedReport, NoteReport, SanctionReport};
use super::rules::{ArgumentReport, ExceptionReport};
use super::value::Moment;
use crate::source::SpanReport;

/// How an obligation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObligationReport {
    /// Its name.
    pub norm: String,
    /// What it is called.
    pub label: String,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// The roles it binds; empty if it binds whoever acts.
    pub addressed_to: Vec<String>,
    /// The cases.
    pub cases: Vec<DutyCaseReport>,
    /// What stands beside it.
    pub notes: Vec<NoteReport>,
    /// Where it is written.
    pub span: Option<SpanReport>,
    /// The worst status of its cases.
    #[serde(skip)]
    pub status: DutyStatus,
    /// The worst status of the cases that count; none if the duty is that of
    /// roles which are not selected.
    #[serde(skip)]
    pub counted: Option<DutyStatus>,
}

/// How an obligation stands for one conduct in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyCaseReport {
    /// The conduct; none for the system as such.
    pub conduct: Option<ConductReport>,
    /// The days whose law decides.
    pub law: LawReport,
    /// The worst status of its `must`s.
    #[serde(serialize_with = "duty")]
    pub status: DutyStatus,
    /// Why it is not applicable.
    pub state: Option<State>,
    /// The scope that is left or the exclusion that is entered.
    pub excluded_by: Option<String>,
    /// Whether no open fact is judged more openly than it need be.
    pub exact: bool,
    /// What triggers it.
    pub when: TriggerReport,
    /// What must be, one by one.
    pub must: Vec<MustReport>,
    /// The exceptions.
    pub exceptions: Vec<ExceptionReport>,
    /// The interpretive rules.
    pub arguments: Vec<ArgumentReport>,
    /// The assumed facts on which the status rests.
    pub assumed: Vec<FactReport>,
    /// The sanctions on its violation.
    pub sanctions: Vec<SanctionReport>,
    /// The scope or exclusion that `excluded_by` names.
    #[serde(skip)]
    pub gate: Option<ExceptionReport>,
    /// The first day on which the obligation applies, where it does not yet.
    #[serde(skip)]
    pub applies_from: Option<Day>,
}

/// What triggers a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TriggerReport {
    /// Whether it is triggered.
    pub status: Status,
    /// The facts that make it so.
    pub because: Vec<FactReport>,
}

/// How a `must` stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MustReport {
    /// Its name.
    pub name: String,
    /// How it stands.
    #[serde(serialize_with = "duty")]
    pub status: DutyStatus,
    /// When it is due at the latest.
    pub due: Option<Moment>,
    /// The facts that make it so.
    pub because: Vec<FactReport>,
    /// What would settle it.
    pub needs: Vec<NeedReport>,
    /// What it is called.
    #[serde(skip)]
    pub label: Option<String>,
    /// Its own provisions.
    #[serde(skip)]
    pub basis: Vec<Citation>,
    /// `must not`.
    #[serde(skip)]
    pub negative: bool,
    /// Pending, with no limit in the text.
    #[serde(skip)]
    pub no_limit: bool,
}

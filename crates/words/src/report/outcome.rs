//! Prohibitions as output has them.

use base::Citation;
use eval::{NeedKind, Outcome};
use ir::{Day, NoteKind, State};
use serde::Serialize;

use super::conduct::{ConductReport, LawReport};
use super::fact::FactReport;
use super::names::{need, outcome, outcomes};
use super::rules::{ArgumentReport, ElementReport, ExceptionReport};
use super::value::{Moment, ReportValue};
use crate::source::SpanReport;

/// How a prohibition stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NormReport {
    /// Its name.
    pub norm: String,
    /// What it is called.
    pub label: String,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// The worst outcome of its cases.
    #[serde(serialize_with = "outcome")]
    pub outcome: Outcome,
    /// The cases.
    pub cases: Vec<CaseReport>,
    /// What stands beside it.
    pub notes: Vec<NoteReport>,
    /// Where it is written.
    pub span: Option<SpanReport>,
    /// The worst outcome of the cases that count.
    #[serde(skip)]
    pub counted: Outcome,
}

/// How a prohibition stands for one conduct in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseReport {
    /// The conduct; none for the system as such.
    pub conduct: Option<ConductReport>,
    /// The days whose law decides.
    pub law: LawReport,
    /// The outcome.
    #[serde(serialize_with = "outcome")]
    pub outcome: Outcome,
    /// Since when, because of a violated duty.
    pub since: Option<Moment>,
    /// Whether no open fact is judged more openly than it need be.
    pub exact: bool,
    /// The outcomes that the open facts leave possible.
    #[serde(serialize_with = "outcomes")]
    pub possible: Vec<Outcome>,
    /// Why it is not applicable.
    pub state: Option<State>,
    /// The scope that is left or the exclusion that is entered.
    pub excluded_by: Option<String>,
    /// The elements.
    pub elements: Vec<ElementReport>,
    /// The exceptions.
    pub exceptions: Vec<ExceptionReport>,
    /// The interpretive rules.
    pub arguments: Vec<ArgumentReport>,
    /// What would settle it.
    pub needs: Vec<NeedReport>,
    /// The smallest changes that lead to another outcome.
    pub ways_out: Vec<WayOut>,
    /// The assumed facts on which the outcome rests.
    pub assumed: Vec<FactReport>,
    /// The sanctions.
    pub sanctions: Vec<SanctionReport>,
    /// The scope or exclusion that `excluded_by` names.
    #[serde(skip)]
    pub gate: Option<ExceptionReport>,
    /// The first day on which the norm applies, where it does not yet.
    #[serde(skip)]
    pub applies_from: Option<Day>,
}

/// What would settle a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedReport {
    /// Which kind.
    #[serde(serialize_with = "need")]
    pub kind: NeedKind,
    /// The fact with its path, the list, or the issue.
    pub name: String,
    /// The question to be answered.
    #[serde(skip)]
    pub question: Option<String>,
    /// Of an issue the readings there are.
    #[serde(skip)]
    pub readings: Vec<String>,
}

/// A change of facts that leads to another outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WayOut {
    /// The outcome.
    #[serde(serialize_with = "outcome")]
    pub outcome: Outcome,
    /// What the facts must be.
    #[serde(rename = "if")]
    pub conditions: Vec<WayOutFact>,
}

/// A fact with the value it must have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WayOutFact {
    /// The fact, with its path.
    pub fact: String,
    /// The value.
    pub value: ReportValue,
}

/// A sanction: its cap, never its amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SanctionReport {
    /// Its name.
    pub name: String,
    /// Why it cannot be imposed.
    pub state: Option<State>,
    /// The cap, where it is known.
    pub cap: Option<AmountReport>,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// What would settle the cap.
    pub needs: Vec<NeedReport>,
    /// What it is called.
    #[serde(skip)]
    pub label: String,
    /// Whether it is certain that it can be imposed.
    #[serde(skip)]
    pub certain: bool,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AmountReport {
    /// How much, as a decimal number.
    pub amount: String,
    /// The currency.
    pub currency: String,
}

/// A saving, a rule of precedence or a power beside a norm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteReport {
    /// Which of them.
    pub kind: NoteKind,
    /// What is saved or prevailed over; of a power where it stands.
    pub provision: Option<Citation>,
    /// What is said of it.
    pub text: String,
    /// Of a power the roles that have it.
    #[serde(skip)]
    pub roles: Vec<String>,
}

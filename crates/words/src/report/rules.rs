//! Elements, exceptions, conditions and arguments as output has them.

use base::Citation;
use eval::DutyStatus;
use ir::{Direction, Status};
use serde::Serialize;

use super::fact::FactReport;
use super::names::duty;
use super::value::Moment;

/// How an element or a condition stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ElementReport {
    /// Its name.
    pub name: String,
    /// Whether it holds.
    pub status: Status,
    /// Its own provisions.
    pub basis: Vec<Citation>,
    /// The facts that make it so.
    pub because: Vec<FactReport>,
    /// Its lettered points.
    pub points: Vec<PointReport>,
    /// What it rests on beside facts.
    pub rests_on: RestsOnReport,
    /// The issues left open that keep it unknown.
    #[serde(skip)]
    pub open_issues: Vec<String>,
    /// Whether the outcome does not rest on it.
    #[serde(skip)]
    pub immaterial: bool,
}

/// How a lettered point stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointReport {
    /// Its letter.
    pub name: String,
    /// Whether it holds.
    pub status: Status,
    /// The facts that make it so.
    pub because: Vec<FactReport>,
}

/// What an element rests on beside facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RestsOnReport {
    /// Definitions.
    pub definitions: Vec<String>,
    /// The issues whose readings it is chosen by.
    pub readings: Vec<String>,
    /// Whether a judgement is among the facts.
    pub judgement: bool,
}

/// How an exception stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExceptionReport {
    /// Its name.
    pub name: String,
    /// Whether it applies.
    pub status: Status,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// Its elements.
    pub elements: Vec<ElementReport>,
    /// The conditions it is subject to.
    pub conditions: Vec<ConditionsReport>,
    /// The extent to which it holds.
    pub in_so_far_as: Option<ExtentReport>,
    /// The duties it stands or falls with.
    pub provided_that: Vec<KeptReport>,
    /// The readings under which alone it exists.
    pub only_under: Vec<OnlyUnder>,
    /// The exceptions to it.
    pub exceptions: Vec<ExceptionReport>,
    /// What it is called.
    #[serde(skip)]
    pub label: Option<String>,
}

/// How named conditions stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConditionsReport {
    /// Their name.
    pub name: String,
    /// Whether all are met.
    pub status: Status,
    /// The provisions they encode.
    pub basis: Vec<Citation>,
    /// The conditions one by one.
    pub elements: Vec<ElementReport>,
    /// The readings under which alone they must be met.
    pub only_under: Vec<OnlyUnder>,
}

/// The extent to which an exception holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExtentReport {
    /// Whether it holds to any extent.
    pub status: Status,
    /// The facts that make it so.
    pub because: Vec<FactReport>,
}

/// How a duty stands with which an exception stands or falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptReport {
    /// The obligation.
    pub norm: String,
    /// The `must` of it.
    pub must: String,
    /// How it stands.
    #[serde(serialize_with = "duty")]
    pub status: DutyStatus,
    /// When it is due at the latest.
    pub due: Option<Moment>,
}

/// A reading of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnlyUnder {
    /// The issue.
    pub issue: String,
    /// The reading.
    pub reading: String,
}

/// How an interpretive rule stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArgumentReport {
    /// The rule.
    pub rule: String,
    /// For or against its target.
    pub direction: Direction,
    /// Whether its elements hold.
    pub status: Status,
    /// The recitals in which it stands.
    pub recitals: Vec<Citation>,
    /// What it is called.
    #[serde(skip)]
    pub label: Option<String>,
    /// What it speaks about.
    #[serde(skip)]
    pub target: String,
}

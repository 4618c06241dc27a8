//! A line of `eval --batch`: `policyc/batch/1`.

use serde::Serialize;

use super::EvalReport;
use crate::problems::ProblemReport;

/// The answer to one line of input.
#[derive(Clone, Debug, Serialize)]
pub struct BatchLine {
    /// The line, from 1.
    pub line: u64,
    /// The `id` that the line gives itself.
    pub id: Option<Id>,
    /// The answer; none if the facts do not fit.
    pub result: Option<EvalReport>,
    /// Why there is none.
    pub problems: Vec<ProblemReport>,
}

/// What a line calls itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
}

//! `P03xx` in words: types and units.

use problem::TypeProblem;

use super::Draft;
use super::tokens::token;
use crate::citing::Voice;

pub(super) fn draft(problem: &TypeProblem, voice: Voice<'_>) -> Draft {
    match problem {
        TypeProblem::Mismatch { expected, found } => {
            Draft::new("p0301").given("expected", expected).given("found", found).label().help("help")
        }
        TypeProblem::Incompatible { operator, left, right } => Draft::new("p0302")
            .given("operator", operator)
            .given("left", left)
            .given("right", right)
            .help("help"),
        TypeProblem::Currency { left, right } => {
            Draft::new("p0303").given("left", left).given("right", right).help("help")
        }
        TypeProblem::EventAsFormula { event } => Draft::new("p0304").given("event", event).help("help"),
        TypeProblem::Argument { name, record } => match record {
            Some(record) => Draft::new("p0305").given("name", name).given("record", record).help("help"),
            None => Draft::new("p0305").given("name", name).title("none").help("help-none"),
        },
        TypeProblem::SetTooLarge { limit } => Draft::new("p0306").with("limit", *limit).help("help"),
        TypeProblem::AssumedType { found } => {
            Draft::new("p0307").given("found", found).note("note").help("help")
        }
        TypeProblem::LimitWithoutEvent => Draft::new("p0308").help("help"),
        TypeProblem::Misplaced { clause, on } => {
            let [clause, on] = [*clause, on.as_str()].map(|text| token(text, voice.lang));
            Draft::new("p0309").with("clause", clause).with("on", on).help("help")
        }
    }
}

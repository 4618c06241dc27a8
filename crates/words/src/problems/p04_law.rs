//! `P04xx` in words: rules that do not fit the law or each other.

use problem::LawProblem;

use super::Draft;
use crate::citing::Voice;
use crate::file_note::moment::day_text;

pub(super) fn draft(problem: &LawProblem, voice: Voice<'_>) -> Draft {
    let day = |text: &str| day_text(text, voice.lang);
    match problem {
        LawProblem::NoBasis { item, name } => {
            Draft::new("p0401").with("item", *item).given("name", name).help("help")
        }
        LawProblem::OperativeOnRecital { name } => {
            Draft::new("p0402").given("name", name).note("note").help("help")
        }
        LawProblem::InterpretiveWithBasis { name } => {
            Draft::new("p0403").given("name", name).note("note").help("help")
        }
        LawProblem::Overlap { name, day: first } => {
            Draft::new("p0404").given("name", name).with("day", day(first)).help("help")
        }
        LawProblem::EmptyPeriod { from, until } => {
            Draft::new("p0405").with("from", day(from)).with("until", day(until)).help("help")
        }
        LawProblem::NoVersion { norm, uses, day: first } => Draft::new("p0406")
            .given("norm", norm)
            .given("uses", uses)
            .with("day", day(first))
            .help("help"),
        LawProblem::IssuesClash { first, second } => {
            Draft::new("p0407").given("first", first).given("second", second).note("note").help("help")
        }
        LawProblem::EmptyTarget { target } => Draft::new("p0408").given("target", target).help("help"),
        LawProblem::ScopeAssumes { scope, fact } => {
            Draft::new("p0409").given("scope", scope).given("fact", fact).note("note").help("help")
        }
        LawProblem::TooFewReadings { name } => Draft::new("p0410").given("name", name).help("help"),
        LawProblem::NoElements { name } => Draft::new("p0411").given("name", name).help("help"),
    }
}

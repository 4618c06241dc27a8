//! `P04xx` in words: rules that do not fit the law or each other.

use base::Citation;
use problem::LawProblem;

use super::Draft;
use crate::citing::Voice;
use crate::file_note::moment::day_text;
use crate::sentence::code;

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
        LawProblem::NoVersion { norm, uses, day: first } => {
            Draft::new("p0406").given("norm", norm).given("uses", uses).with("day", day(first)).help("help")
        }
        LawProblem::IssuesClash { first, second } => {
            Draft::new("p0407").given("first", first).given("second", second).note("note").help("help")
        }
        LawProblem::EmptyTarget { target } => {
            let cited = target.parse::<Citation>().map(|citation| voice.cite(&citation));
            Draft::new("p0408").with("target", cited.unwrap_or_else(|_| code(target))).help("help")
        }
        LawProblem::ScopeAssumes { scope, fact } => {
            Draft::new("p0409").given("scope", scope).given("fact", fact).note("note").help("help")
        }
        LawProblem::TooFewReadings { name } => Draft::new("p0410").given("name", name).help("help"),
        LawProblem::ChainTooLong { name, limit } => {
            Draft::new("p0412").given("name", name).with("limit", *limit).help("help")
        }
        LawProblem::Untranslated { key, language } => {
            Draft::new("p0413").given("key", key).given("language", language).help("help")
        }
        LawProblem::OrphanTranslation { key, suggestion } => {
            Draft::new("p0414").given("key", key).suggest(suggestion.as_deref())
        }
        LawProblem::TranslationNotPlain { key } => Draft::new("p0415").given("key", key).help("help"),
        LawProblem::FormulaTooLarge { norm, limit } => {
            Draft::new("p0416").given("norm", norm).with("limit", *limit).help("help")
        }
        LawProblem::NoElements { name } => Draft::new("p0411").given("name", name).help("help"),
    }
}

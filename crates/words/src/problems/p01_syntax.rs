//! `P01xx` in words: the text is not in the language.

use base::Lang;
use problem::SyntaxProblem;

use super::tokens::token;
use super::{Draft, sizes};
use crate::citing::Voice;
use crate::sentence::{Join, list};

/// The most tokens that are named as expected.
const NAMED: usize = 3;

pub(super) fn draft(problem: &SyntaxProblem, voice: Voice<'_>) -> Draft {
    match problem {
        SyntaxProblem::Unexpected { found, expected } => {
            let draft = Draft::new("p0101").given("found", found).label();
            let draft = if found.is_empty() { draft.title("end") } else { draft };
            match expected.as_slice() {
                [] => draft.help("help-none"),
                tokens => draft.with("expected", expectation(tokens, voice.lang)).help("help"),
            }
        }
        SyntaxProblem::NoItem { found, suggestion } => {
            Draft::new("p0102").given("found", found).label().suggest(*suggestion)
        }
        SyntaxProblem::Unclosed { open } => {
            let close = match open {
                '(' => ')',
                '[' => ']',
                _ => '}',
            };
            let draft = Draft::new("p0103").with("open", open.to_string()).with("close", close.to_string());
            draft.label().help("help")
        }
        SyntaxProblem::TooDeep { limit } => Draft::new("p0104").with("limit", *limit).help("help"),
        SyntaxProblem::TooLarge { limit } => {
            Draft::new("p0105").with("limit", sizes::size(*limit)).help("help")
        }
        SyntaxProblem::MixedLogic => Draft::new("p0106").label().help("help"),
        SyntaxProblem::ReservedWord { word } => Draft::new("p0107").given("word", word).label().help("help"),
        SyntaxProblem::NoSuchDate { text } => Draft::new("p0108").given("text", text).help("help"),
        SyntaxProblem::NumberRange { text } => Draft::new("p0109").given("text", text).help("help"),
        SyntaxProblem::RepeatedClause { clause } => {
            Draft::new("p0110").with("clause", *clause).label().help("help")
        }
        SyntaxProblem::MissingClause { clause, item } => {
            Draft::new("p0111").with("clause", *clause).with("item", *item).help("help")
        }
        SyntaxProblem::NotUtf8 => Draft::new("p0112").help("help"),
    }
}

/// The expected tokens as a list.
fn expectation(tokens: &[&'static str], lang: Lang) -> String {
    let words: Vec<String> = tokens.iter().take(NAMED).map(|text| token(text, lang)).collect();
    list(lang, Join::Or, &words)
}

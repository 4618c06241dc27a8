//! `P05xx` in words: facts, flags and tests.

use problem::FactsProblem;

use super::{Draft, kinds, sizes};
use crate::citing::Voice;
use crate::file_note::moment::moment_text;
use crate::sentence::{Join, codes};

/// The most members of an enum that are listed.
const LISTED: usize = 12;

pub(super) fn draft(problem: &FactsProblem, voice: Voice<'_>) -> Draft {
    let lang = voice.lang;
    match problem {
        FactsProblem::Malformed { format, detail } => {
            Draft::new("p0501").with("format", *format).given("detail", detail).note("note").help("help")
        }
        FactsProblem::UnknownFact { key, suggestion } => {
            Draft::new("p0502").given("key", key).suggest(suggestion.as_deref())
        }
        FactsProblem::WrongType { fact, expected, found } => Draft::new("p0503")
            .given("fact", fact)
            .given("expected", expected)
            .given("found", found)
            .label()
            .help(example(expected)),
        FactsProblem::UnknownMember { fact, value, suggestion, members } => {
            let draft = Draft::new("p0504").given("fact", fact).given("value", value);
            let draft = match suggestion {
                Some(near) => draft.given("suggestion", near).help("help-near"),
                None => draft,
            };
            match members.as_slice() {
                [] => draft,
                few if few.len() <= LISTED => draft.with("members", codes(lang, Join::And, few)).note("note"),
                many => {
                    let shown = codes(lang, Join::And, &many[..LISTED]);
                    draft.with("members", shown).with("more", many.len() - LISTED).note("note-more")
                }
            }
        }
        FactsProblem::BadDate { text } => Draft::new("p0505").given("text", text).help("help"),
        FactsProblem::NumberRange { text } => Draft::new("p0506").given("text", text).help("help"),
        FactsProblem::DuplicateKey { key } => Draft::new("p0507").given("key", key).label().help("help"),
        FactsProblem::GivenTwice { fact, first } => {
            Draft::new("p0508").given("fact", fact).given("first", first).note("note").help("help")
        }
        FactsProblem::EventAfterAsOf { fact, as_of } => {
            Draft::new("p0509").given("fact", fact).with("moment", moment_text(as_of, lang)).help("help")
        }
        FactsProblem::EmptyEvent { fact } => Draft::new("p0510").given("fact", fact).help("help"),
        FactsProblem::Constraint { name, conduct, facts } => {
            let draft = Draft::new("p0511").given("name", name);
            let draft = match conduct {
                Some(id) => draft.given("conduct", id).note("note-conduct"),
                None => draft,
            };
            match facts.as_slice() {
                [] => draft.help("help-none"),
                facts => draft.with("facts", codes(lang, Join::Or, facts)).help("help"),
            }
        }
        FactsProblem::TooDeep { limit } => Draft::new("p0512").with("limit", *limit).help("help"),
        FactsProblem::TooLarge { limit } => {
            Draft::new("p0513").with("limit", sizes::size(*limit)).note("note").help("help")
        }
        FactsProblem::NoDate => Draft::new("p0514").note("note").help("help"),
        FactsProblem::UnknownChoice { kind, name, suggestion } => Draft::new("p0515")
            .with("kind", kinds::bare(*kind, lang))
            .given("name", name)
            .suggest(suggestion.as_deref()),
        FactsProblem::JudgementBare { fact } => Draft::new("p0516").given("fact", fact).help("help"),
        FactsProblem::FactorUnaddressed { fact, factor } => Draft::new("p0517")
            .given("fact", fact)
            .given("key", factor)
            .with("factor", voice.cite_text(factor))
            .help("help"),
        FactsProblem::Unreadable { path, detail } => {
            Draft::new("p0518").given("path", path).given("detail", detail).note("note").help("help")
        }
        FactsProblem::NoPackage { folder } => Draft::new("p0519").given("folder", folder).help("help"),
        FactsProblem::FieldOnOtherKind { field, kind } => {
            Draft::new("p0520").given("field", field).given("kind", kind).help("help")
        }
        FactsProblem::DuplicateId { id } => Draft::new("p0521").given("id", id).label().help("help"),
        FactsProblem::Manifest { detail } => {
            Draft::new("p0522").given("detail", detail).note("note").help("help")
        }
        FactsProblem::Usage { flag, value } => {
            Draft::new("p0523").with("flag", *flag).given("value", value).help("help")
        }
    }
}

/// Which example of a value helps, by the type as the language writes it.
fn example(ty: &str) -> &'static str {
    match ty {
        "bool" | "judgement" => "help-bool",
        "event" => "help-event",
        "date" => "help-date",
        "datetime" => "help-datetime",
        "integer" => "help-integer",
        "text" => "help-text",
        _ if ty.starts_with("list of ") || ty.starts_with("set of ") => "help-list",
        _ => "help",
    }
}

//! `P02xx` in words: names and citations.

use base::{Citation, Lang, ProvisionId, Root};
use law::Level;
use problem::NameProblem;

use super::{Draft, kinds};
use crate::citing::Voice;
use crate::file_note::moment::day_text;
use crate::sentence::{self, Join, codes};

/// The most kinds that are named as expected.
const NAMED: usize = 3;

pub(super) fn draft(problem: &NameProblem, voice: Voice<'_>) -> Draft {
    let lang = voice.lang;
    match problem {
        NameProblem::Unknown { kind, name, suggestion } => Draft::new("p0201")
            .with("kind", kinds::bare(*kind, lang))
            .given("name", name)
            .suggest(suggestion.as_deref()),
        NameProblem::Ambiguous { name, candidates } => {
            let draft = Draft::new("p0202").given("name", name).label();
            match candidates.as_slice() {
                [] => draft.help("help-none"),
                some => draft.with("candidates", codes(lang, Join::Or, some)).help("help"),
            }
        }
        NameProblem::UnknownProvision { citation, parent, missing, existing } => {
            unknown_provision(citation, parent, missing, existing, voice)
        }
        NameProblem::Duplicate { kind, name } => {
            Draft::new("p0204").with("kind", kinds::the(*kind, lang)).given("name", name).label().help("help")
        }
        NameProblem::UnknownSource { name, suggestion } => {
            Draft::new("p0205").given("name", name).suggest(suggestion.as_deref())
        }
        NameProblem::ProvisionNotYet { citation, from, at } => Draft::new("p0206")
            .with("citation", within_sentence(citation, voice))
            .with("from", day_text(from, lang))
            .with("at", day_text(at, lang))
            .label()
            .note("note")
            .help("help"),
        NameProblem::Cycle { names } => {
            let first = names.first().map_or("", String::as_str);
            let circle: Vec<String> =
                names.iter().map(String::as_str).chain([first]).map(sentence::code).collect();
            Draft::new("p0207")
                .given("name", first)
                .with("circle", circle.join(" → "))
                .note("note")
                .help("help")
        }
        NameProblem::WrongKind { name, found, expected } => {
            let draft = Draft::new("p0208").given("name", name).with("found", kinds::a(*found, lang));
            let kinds: Vec<String> = expected.iter().take(NAMED).map(|kind| kinds::a(*kind, lang)).collect();
            match kinds.as_slice() {
                [] => draft.help("help-none"),
                kinds => draft.with("expected", sentence::list(lang, Join::Or, kinds)).help("help"),
            }
        }
        NameProblem::NoDefaultSource { sources } => {
            Draft::new("p0209").with("sources", codes(lang, Join::And, sources)).note("note").help("help")
        }
        NameProblem::TooMany { kind, limit } => {
            Draft::new("p0210").with("kind", kinds::bare(*kind, lang)).with("limit", *limit).help("help")
        }
        NameProblem::PathWithin { path, within } => {
            Draft::new("p0211").given("path", path).given("within", within).help("help")
        }
    }
}

fn unknown_provision(
    citation: &str,
    parent: &str,
    missing: &str,
    existing: &[String],
    voice: Voice<'_>,
) -> Draft {
    let lang = voice.lang;
    let level = level_of_missing(citation, parent, voice);
    let step = match level {
        Some(level) => format!("{} {}", level.noun(false, lang), level.list(&[missing.to_owned()], lang)),
        None => missing.to_owned(),
    };
    let draft = Draft::new("p0203").with("parent", within_sentence(parent, voice)).with("step", step).label();
    let draft = match parent.parse::<ProvisionId>() {
        Ok(ProvisionId { root: Root::Act, .. }) => {
            draft.with("citation", within_sentence(citation, voice)).title("root")
        }
        Ok(_) | Err(_) => draft,
    };
    if existing.is_empty() {
        return draft.note("note-none").help("help-parent");
    }
    let level = level.unwrap_or(Level::Point);
    draft
        .with("noun", level.noun(existing.len() > 1, lang))
        .with("existing", level.list(existing, lang))
        .with("count", existing.len())
        .note("note")
        .help("help")
}

/// What the missing step would be, as far as the citation tells.
fn level_of_missing(citation: &str, parent: &str, voice: Voice<'_>) -> Option<Level> {
    let provision = citation.parse::<Citation>().ok()?.provision;
    let parent = parent.parse::<ProvisionId>().ok()?;
    match (&parent.root, &provision.root) {
        (Root::Act, Root::Article(_)) => Some(Level::Article),
        (Root::Act, Root::Annex(_)) => Some(Level::Annex),
        (Root::Act, Root::Recital(_)) => Some(Level::Recital),
        (Root::Act, Root::Act) => None,
        (Root::Article(_) | Root::Annex(_) | Root::Recital(_), _) => {
            voice.citations.levels(&provision).get(parent.parts.len()).copied()
        }
    }
}

/// A citation as it stands within a sentence: without a capital of its own.
fn within_sentence(canonical: &str, voice: Voice<'_>) -> String {
    let text = voice.cite_text(canonical);
    let begins = match voice.lang {
        Lang::En => ["Article ", "Annex ", "Recital "],
        Lang::Nl => ["Artikel ", "Bijlage ", "Overweging "],
    };
    if begins.iter().any(|begin| text.starts_with(begin)) {
        text[..1].to_lowercase() + &text[1..]
    } else {
        text
    }
}

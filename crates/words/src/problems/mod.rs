//! Problems as sentences. A module holds those of one cause, like the crate
//! `problem`; each match is complete, so a problem without a sentence does
//! not compile.

mod check;
mod kinds;
mod p01_syntax;
mod p02_names;
mod p03_types;
mod p04_law;
mod p05_facts;
mod render;
mod sizes;
mod tokens;

pub use check::{CheckReport, CheckSummary, PolicyReport, ProblemReport, problem_json};
pub use render::render_problems;

use base::Span;
use problem::{Kind, Located, Role, Severity};

use crate::citing::Voice;
use crate::sentence::{Sentence, say};

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its code: `P0203`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is.
    pub title: String,
    /// What stands at the place, in a few words.
    pub label: Option<String>,
    /// What explains it.
    pub notes: Vec<String>,
    /// What to do.
    pub helps: Vec<String>,
    /// What stands at other places that explain it.
    pub related: Vec<(Span, String)>,
}

/// What a problem says: a message of the Fluent files and which of its
/// attributes.
struct Draft {
    sentence: Sentence,
    title: Option<&'static str>,
    label: bool,
    notes: Vec<&'static str>,
    helps: Vec<&'static str>,
}

/// A problem in words.
pub fn describe(located: &Located, voice: Voice<'_>) -> Described {
    let lang = voice.lang;
    let kind = &located.problem.kind;
    let draft = draft(kind, voice);
    let all = |names: &[&str]| names.iter().filter_map(|name| draft.sentence.attribute(lang, name)).collect();
    let title = draft.title.and_then(|name| draft.sentence.attribute(lang, name));
    let related = located.problem.related.iter().map(|related| {
        let role = match related.role {
            Role::First => "role-first",
            Role::Declared => "role-declared",
            Role::Candidate => "role-candidate",
            Role::Through => "role-through",
        };
        (related.span, say(lang, role))
    });
    Described {
        code: kind.code(),
        severity: kind.severity(),
        title: title.unwrap_or_else(|| draft.sentence.say(lang)),
        label: draft.label.then(|| draft.sentence.attribute(lang, "label")).flatten(),
        notes: all(&draft.notes),
        helps: all(&draft.helps),
        related: related.collect(),
    }
}

fn draft(kind: &Kind, voice: Voice<'_>) -> Draft {
    match kind {
        Kind::Syntax(problem) => p01_syntax::draft(problem, voice),
        Kind::Name(problem) => p02_names::draft(problem, voice),
        Kind::Type(problem) => p03_types::draft(problem, voice),
        Kind::Law(problem) => p04_law::draft(problem, voice),
        Kind::Facts(problem) => p05_facts::draft(problem, voice),
    }
}

impl Draft {
    fn new(id: &'static str) -> Draft {
        Draft { sentence: Sentence::new(id), title: None, label: false, notes: vec![], helps: vec![] }
    }

    /// A word of ours, a number, or a phrase that is already put together.
    fn with(mut self, name: &'static str, value: impl Into<fluent_bundle::FluentValue<'static>>) -> Draft {
        self.sentence = self.sentence.with(name, value);
        self
    }

    /// A name or text of the user.
    fn given(mut self, name: &'static str, text: &str) -> Draft {
        self.sentence = self.sentence.given(name, text);
        self
    }

    fn title(mut self, name: &'static str) -> Draft {
        self.title = Some(name);
        self
    }

    fn label(mut self) -> Draft {
        self.label = true;
        self
    }

    fn note(mut self, name: &'static str) -> Draft {
        self.notes.push(name);
        self
    }

    fn help(mut self, name: &'static str) -> Draft {
        self.helps.push(name);
        self
    }

    /// A did-you-mean where something is near, else the general advice.
    fn suggest(self, suggestion: Option<&str>) -> Draft {
        match suggestion {
            Some(near) => self.given("suggestion", near).help("help-near"),
            None => self.help("help"),
        }
    }
}

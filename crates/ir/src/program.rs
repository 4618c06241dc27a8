//! A policy, lowered.

use base::{Citation, Lang, Span};
use serde::{Deserialize, Serialize};

use crate::node::{IssueId, Nodes};
use crate::norm::{Constraint, Note, Obligation, Prohibition, Sanction};
use crate::schema::{Localised, Schema};
use crate::time::Day;

/// A whole policy as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// What `policy.toml` says of the package.
    pub policy: Policy,
    /// The acts that are cited.
    pub sources: Vec<Source>,
    /// The slots.
    pub schema: Schema,
    /// The texts that literals use: number *n* is `Value::Text(n)` in every
    /// [`crate::Facts`] as well.
    pub texts: Vec<String>,
    /// All formulas and terms.
    pub nodes: Nodes,
    /// What cannot be otherwise.
    pub constraints: Vec<Constraint>,
    /// The prohibitions, in the order of the law and then of the files.
    pub prohibitions: Vec<Prohibition>,
    /// The obligations, likewise.
    pub obligations: Vec<Obligation>,
    /// The sanctions.
    pub sanctions: Vec<Sanction>,
    /// Savings, rules of precedence, powers.
    pub notes: Vec<Note>,
    /// The open questions of law.
    pub issues: Vec<Issue>,
    /// Named picks of readings.
    pub profiles: Vec<Profile>,
}

/// What a package says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// `sha256:` and the hash of the program without spans and comments.
    pub hash: String,
    /// Its languages; the first is that of the `.pol` files.
    pub languages: Vec<Lang>,
    /// The IANA name of its time zone.
    pub time_zone: String,
    /// The public holidays past which time limits move.
    pub holidays: Vec<Day>,
}

/// An act that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name in citations: `ai_act`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its number: `Regulation (EU) 2024/1689`.
    pub number: String,
    /// Its CELEX number, by which its structure is known.
    pub celex: String,
}

/// An open question of law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// The question.
    pub label: Localised,
    /// What it is about, as written.
    pub target: String,
    /// The readings there are.
    pub readings: Vec<Reading>,
    /// The reading that is picked by silence, and why.
    pub default: Option<(u8, String)>,
    /// Where it is written.
    pub span: Span,
}

/// One answer to an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// The answer in words.
    pub label: Localised,
    /// What it rests on, recitals too.
    pub basis: Vec<Citation>,
    /// How much weight that has.
    pub status: ReadingStatus,
}

/// The standing of what a reading rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingStatus {
    /// The words of the provision.
    Text,
    /// A recital.
    Recital,
    /// A consultation.
    Consultation,
    /// A draft.
    Draft,
    /// Adopted guidelines.
    Guidelines,
    /// A judgment.
    Judgment,
    /// An opinion, as of an Advocate General.
    Opinion,
    /// Legal writing.
    Literature,
}

/// Readings picked together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The reading of each issue that it picks.
    pub picks: Vec<(IssueId, u8)>,
}

impl Program {
    /// The source with this name.
    pub fn source(&self, name: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.name == name)
    }
}

//! Readings of an open question of law.

use base::TextRange;

use super::clauses::HasClauses;
use super::element::{Timing, timings};
use super::expr::Expr;
use super::name::{Name, names};
use super::{AstNode, child, first_keyword, node_of, nodes};
use crate::kind::SyntaxKind;

nodes! {
    /// `reading R { … }`.
    Reading = Reading;
    /// What a reading does to the words of its target.
    EffectClause = EffectClause;
}

impl HasClauses for Reading {}

/// What authority a reading has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadingStatus {
    /// The words themselves.
    Text,
    /// A recital.
    Recital,
    /// A consultation.
    Consultation,
    /// Draft guidelines.
    Draft,
    /// Adopted guidelines.
    Guidelines,
    /// A judgment.
    Judgment,
    /// An opinion.
    Opinion,
    /// Writers.
    Literature,
}

impl ReadingStatus {
    /// Every status there is, in the order of the reference.
    pub const ALL: [ReadingStatus; 8] = [
        ReadingStatus::Text,
        ReadingStatus::Recital,
        ReadingStatus::Consultation,
        ReadingStatus::Draft,
        ReadingStatus::Guidelines,
        ReadingStatus::Judgment,
        ReadingStatus::Opinion,
        ReadingStatus::Literature,
    ];

    /// The word in the language.
    pub fn word(self) -> &'static str {
        match self {
            ReadingStatus::Text => "text",
            ReadingStatus::Recital => "recital",
            ReadingStatus::Consultation => "consultation",
            ReadingStatus::Draft => "draft",
            ReadingStatus::Guidelines => "guidelines",
            ReadingStatus::Judgment => "judgment",
            ReadingStatus::Opinion => "opinion",
            ReadingStatus::Literature => "literature",
        }
    }

    /// The status that a word names.
    pub fn of(word: &str) -> Option<ReadingStatus> {
        ReadingStatus::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// What a reading does, and where it says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Effect {
    /// What it does.
    pub kind: EffectKind,
    /// The bytes of the clause.
    pub range: TextRange,
}

/// What a reading does to the words of its target.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EffectKind {
    /// `keeps`: nothing.
    Keeps,
    /// `narrows with F`.
    Narrows(Expr),
    /// `widens with F`.
    Widens(Expr),
    /// `replaces with F`, with limits in time where the target is a `must`.
    Replaces(Expr, Vec<Timing>),
    /// `adds exception E`.
    AddsException(Name),
    /// `drops C, …`.
    Drops(Vec<Name>),
}

impl Reading {
    /// `status S`.
    pub fn status(&self) -> Option<ReadingStatus> {
        ReadingStatus::of(&Name::first(&node_of(self.syntax(), SyntaxKind::StatusClause)?)?.text)
    }

    /// What the reading does; none if it does not say.
    pub fn effect(&self) -> Option<Effect> {
        let clause: EffectClause = child(self.syntax())?;
        let node = clause.syntax();
        let kind = match first_keyword(node)?.text() {
            "keeps" => EffectKind::Keeps,
            "narrows" => EffectKind::Narrows(child(node)?),
            "widens" => EffectKind::Widens(child(node)?),
            "replaces" => EffectKind::Replaces(child(node)?, timings(node)),
            "adds" => EffectKind::AddsException(Name::first(node)?),
            "drops" => EffectKind::Drops(names(node).collect()),
            _ => return None,
        };
        Some(Effect { kind, range: node.text_range() })
    }
}

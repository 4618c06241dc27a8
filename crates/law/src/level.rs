//! What a step of a citation is. Brackets look alike; whether `(1)` is a
//! paragraph, a point or a definition is known to the structure of the act.

use base::{Part, ProvisionId, Root};

use crate::act::Act;
use crate::label::is_number;

/// The kind of a provision within its act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// An article.
    Article,
    /// An annex.
    Annex,
    /// A recital.
    Recital,
    /// A section of an annex: `annex I(A)`.
    Section,
    /// A numbered paragraph of an article.
    Paragraph,
    /// A subparagraph; in an article without numbered paragraphs, an
    /// unnumbered paragraph.
    Subparagraph,
    /// A sentence.
    Sentence,
    /// A point, at any depth.
    Point,
    /// A numbered definition.
    Definition,
    /// A numbered entry of an annex.
    Item,
    /// An entry of a list without numbers, counted from 1.
    Indent,
}

/// The level of each part of a provision. What the act's structure does not
/// tell is taken from how EU acts are drafted: in an article, digits are a
/// paragraph and letters a point.
pub fn levels(act: Option<&Act>, provision: &ProvisionId) -> Vec<Level> {
    let mut levels = act.map(|act| act.known_levels(provision)).unwrap_or_default();
    for part in &provision.parts[levels.len()..] {
        levels.push(match part {
            Part::Subparagraph(_) => Level::Subparagraph,
            Part::Sentence(_) => Level::Sentence,
            Part::Bracket(label) => bracket_level(&provision.root, levels.last().copied(), label),
        });
    }
    levels
}

fn bracket_level(root: &Root, before: Option<Level>, label: &str) -> Level {
    match (root, before) {
        (Root::Article(_), None) if is_number(label) => Level::Paragraph,
        (Root::Annex(_), None) if label.starts_with(|first: char| first.is_ascii_uppercase()) => {
            Level::Section
        }
        (Root::Annex(_), None | Some(Level::Section)) if is_number(label) => Level::Item,
        (Root::Act | Root::Article(_) | Root::Annex(_) | Root::Recital(_), _) => Level::Point,
    }
}

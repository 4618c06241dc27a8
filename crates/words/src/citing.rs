//! How provisions are cited, and in which language all is said.

use base::{Citation, Lang};

/// Writes citations as lawyers do. What the acts are called is known to
/// whoever has the package at hand.
pub trait Citations {
    /// The citation in words: `Article 5(1)(c) of the AI Act`, `artikel 5,
    /// lid 1, punt c), van de AI-verordening`.
    fn cite(&self, citation: &Citation, lang: Lang) -> String;
}

/// A language, and how it cites.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The language.
    pub lang: Lang,
    /// Who writes the citations.
    pub citations: &'a dyn Citations,
}

impl Voice<'_> {
    /// A citation in words.
    pub(crate) fn cite(self, citation: &Citation) -> String {
        self.citations.cite(citation, self.lang)
    }

    /// A citation given in canonical form, in words; as it is given where it
    /// is no such thing.
    pub(crate) fn cite_text(self, canonical: &str) -> String {
        canonical.parse().map_or_else(|_| canonical.to_owned(), |citation| self.cite(&citation))
    }
}

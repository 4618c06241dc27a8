//! How provisions are cited, and in which language all is said.

use base::{Citation, Lang, ProvisionId};
use law::Level;

/// Writes citations as lawyers do. What the acts are called is known to
/// whoever has the package at hand.
pub trait Citations {
    /// The citation in words: `Article 5(1)(c) of the AI Act`, `artikel 5,
    /// lid 1, punt c), van de AI-verordening`.
    fn cite(&self, citation: &Citation, lang: Lang) -> String;

    /// The same without the act, where that follows from what stands beside it.
    fn cite_place(&self, citation: &Citation, lang: Lang) -> String {
        self.cite(citation, lang)
    }

    /// What each part of a provision is: a paragraph, a point. Without the
    /// structure of the act it is what drafters of EU acts make of it.
    fn levels(&self, provision: &ProvisionId) -> Vec<Level> {
        law::levels(None, provision)
    }
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

    /// Several citations, one after the other: of those that follow each other
    /// in one act only the last names it.
    pub(crate) fn cite_all(self, citations: &[Citation]) -> Vec<String> {
        let next = citations.iter().skip(1).map(Some).chain([None]);
        let words = citations.iter().zip(next).map(|(citation, next)| {
            let same_act = next.is_some_and(|next| next.provision.source == citation.provision.source);
            if same_act { self.citations.cite_place(citation, self.lang) } else { self.cite(citation) }
        });
        words.collect()
    }

    /// A citation given in canonical form, in words; as it is given where it
    /// is no such thing.
    pub(crate) fn cite_text(self, canonical: &str) -> String {
        canonical.parse().map_or_else(|_| canonical.to_owned(), |citation| self.cite(&citation))
    }
}

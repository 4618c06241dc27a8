//! How provisions are cited, and in which language all is said.

use base::{Citation, Lang, ProvisionId, Root};
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

    /// Several citations, one after the other, before `next` if that is given.
    /// Of those that follow each other in one act only the last names it, and
    /// recitals are taken together: `recitals 10 to 12 AI Act`.
    pub(crate) fn cite_all(self, citations: &[Citation], next: Option<&Citation>) -> Vec<String> {
        let mut words = Vec::new();
        let mut rest = citations;
        while let Some(first) = rest.first() {
            let recitals = rest.iter().map_while(recital_number);
            let in_act = rest.iter().take_while(|it| it.provision.source == first.provision.source).count();
            let numbers: Vec<String> = recitals.take(in_act).map(|number| number.to_string()).collect();
            let (these, behind) = rest.split_at(numbers.len().max(1));
            let last = these.last().unwrap_or(first);
            let act_follows =
                behind.first().or(next).is_some_and(|it| it.provision.source == last.provision.source);
            let place = self.citations.cite_place(last, self.lang);
            let full = if act_follows { place.clone() } else { self.cite(last) };
            words.push(match (numbers.len(), full.strip_prefix(&place)) {
                (0 | 1, _) => full,
                (_, act) => {
                    let noun = Level::Recital.noun(true, self.lang);
                    let list = Level::Recital.list(&numbers, self.lang);
                    format!("{noun} {list}{}", act.unwrap_or_default())
                }
            });
            rest = behind;
        }
        words
    }

    /// A citation given in canonical form, in words; as it is given where it
    /// is no such thing.
    pub(crate) fn cite_text(self, canonical: &str) -> String {
        canonical.parse().map_or_else(|_| canonical.to_owned(), |citation| self.cite(&citation))
    }
}

/// The number of a recital that is cited as a whole.
fn recital_number(citation: &Citation) -> Option<u32> {
    let Citation { provision: ProvisionId { root, parts, .. }, through } = citation;
    match root {
        Root::Recital(number) if parts.is_empty() && through.is_none() => Some(*number),
        Root::Recital(_) | Root::Act | Root::Article(_) | Root::Annex(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use base::{Citation, Lang};

    use super::Voice;
    use crate::tests::acts;

    fn check(citations: &[&str], en: &str, nl: &str) {
        let citations: Vec<Citation> = citations.iter().map(|text| text.parse().unwrap()).collect();
        let acts = acts();
        for (lang, expected) in [(Lang::En, en), (Lang::Nl, nl)] {
            assert_eq!(Voice { lang, citations: &acts }.cite_all(&citations, None).join("; "), expected);
        }
    }

    #[test]
    fn an_act_is_named_once_and_recitals_are_taken_together() {
        check(&["ai_act recital 31"], "recital 31 AI Act", "overweging 31 AI-verordening");
        check(
            &[
                "ai_act article 5(2)",
                "ai_act recital 10",
                "ai_act recital 11",
                "ai_act recital 12",
                "gdpr recital 4",
            ],
            "Article 5(2); recitals 10 to 12 AI Act; recital 4 GDPR",
            "artikel 5, lid 2; overwegingen 10 tot en met 12 AI-verordening; overweging 4 AVG",
        );
        check(
            &["gdpr article 9", "ai_act recital 28", "ai_act recital 31"],
            "Article 9 GDPR; recitals 28 and 31 AI Act",
            "artikel 9 AVG; overwegingen 28 en 31 AI-verordening",
        );
    }
}

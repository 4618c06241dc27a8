//! What provisions refer to, and why: Article 5 of the AI Act, the definitions
//! it uses, the recitals behind it, and what refers to it. It makes sure that
//! "Article 16 TFEU" leads to the TFEU.

use std::sync::LazyLock;

use base::{Citation, ProvisionId};

/// A reference of one provision to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The provision that refers. Its `source` is the CELEX number of its act.
    pub from: ProvisionId,
    /// What it refers to; the `source` is a CELEX number as well.
    pub to: Citation,
    /// What the reference does.
    pub kind: ReferenceKind,
}

/// What a reference does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// The target is a list that decides: Annex II.
    List,
    /// The target defines a word of the provision.
    Definition,
    /// The provision narrows the target.
    Narrows,
    /// What the target lays down is a condition.
    Condition,
    /// The target stands beside the provision, untouched.
    WithoutPrejudice,
    /// A duty that follows what the target regulates.
    Duty,
    /// National law may or must work out the target.
    NationalLaw,
    /// A report on what the target regulates.
    Report,
    /// The provision penalises a breach of the target.
    Penalty,
    /// The provision says from when the target applies.
    Date,
    /// The provision rests on the target.
    LegalBasis,
    /// The act prevails over the target as the more special law.
    PrevailsOver,
    /// The provision says whom the target does not bind.
    NotBinding,
    /// The target is only mentioned.
    Mention,
}

impl ReferenceKind {
    const WORDS: [(&'static str, ReferenceKind); 14] = [
        ("list", ReferenceKind::List),
        ("definition", ReferenceKind::Definition),
        ("narrows", ReferenceKind::Narrows),
        ("condition", ReferenceKind::Condition),
        ("without_prejudice", ReferenceKind::WithoutPrejudice),
        ("duty", ReferenceKind::Duty),
        ("national_law", ReferenceKind::NationalLaw),
        ("report", ReferenceKind::Report),
        ("penalty", ReferenceKind::Penalty),
        ("date", ReferenceKind::Date),
        ("legal_basis", ReferenceKind::LegalBasis),
        ("prevails_over", ReferenceKind::PrevailsOver),
        ("not_binding", ReferenceKind::NotBinding),
        ("mention", ReferenceKind::Mention),
    ];

    fn from_word(word: &str) -> Option<ReferenceKind> {
        ReferenceKind::WORDS.iter().find_map(|&(name, kind)| (name == word).then_some(kind))
    }
}

static REFERENCES: LazyLock<Vec<Reference>> =
    LazyLock::new(|| read("32024R1689", include_str!("../data/32024R1689.references")).unwrap_or_default());

/// What a provision, or a part of it, refers to. The `source` of the provision
/// is taken to be a CELEX number.
pub fn references_from(provision: &ProvisionId) -> Vec<&'static Reference> {
    REFERENCES.iter().filter(|reference| provision.contains(&reference.from)).collect()
}

/// What refers to a provision or a part of it. The `source` of the provision
/// is taken to be a CELEX number.
pub fn references_to(provision: &ProvisionId) -> Vec<&'static Reference> {
    REFERENCES.iter().filter(|reference| provision.contains(&reference.to.provision)).collect()
}

/// A line is a provision, a kind, and a target, after a CELEX number if it is
/// one of another act.
fn read(celex: &str, text: &str) -> Option<Vec<Reference>> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| read_line(celex, line)).collect()
}

fn read_line(celex: &str, line: &str) -> Option<Reference> {
    let words: Vec<&str> = line.split_ascii_whitespace().collect();
    let (at, kind) =
        words.iter().enumerate().find_map(|(at, word)| Some((at, ReferenceKind::from_word(word)?)))?;
    let target = words[at + 1..].join(" ");
    let own = ["article ", "annex ", "recital "].iter().any(|root| target.starts_with(root));
    let target = if own { format!("{celex} {target}") } else { target };
    let from = format!("{celex} {}", words[..at].join(" "));
    Some(Reference { from: from.parse().ok()?, to: target.parse().ok()?, kind })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::existence::Existence;
    use crate::{Act, Day};

    fn check(references: Vec<&Reference>, expected: &[&str]) {
        let found: Vec<String> =
            references.iter().map(|it| format!("{} -> {}", it.from.place(), it.to)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_reference_names_the_act_it_leads_to() {
        let of = |provision: &str| references_from(&provision.parse().unwrap());
        check(
            of("32024R1689 article 5(1) subparagraph 2"),
            &["article 5(1) subparagraph 2 -> 32016R0679 article 9"],
        );
        check(
            of("32024R1689 recital 38"),
            &[
                "recital 38 -> 12016E article 16",
                "recital 38 -> 32016L0680 article 10",
                "recital 38 -> 32016L0680 article 8",
            ],
        );
    }

    #[test]
    fn a_provision_knows_what_refers_to_it() {
        let to = |provision: &str| references_to(&provision.parse().unwrap());
        check(to("32024R1689 article 27"), &["article 5(2) subparagraph 2 -> 32024R1689 article 27"]);
        check(to("32024R1689 article 16"), &[]);
    }

    #[test]
    fn both_ends_of_every_reference_exist() {
        assert!(!REFERENCES.is_empty());
        let day = Day::new(2026, 12, 2);
        for reference in REFERENCES.iter() {
            let from = Act::by_celex("32024R1689").unwrap().exists(&reference.from, day);
            assert!(matches!(from, Existence::Yes { .. }), "{}", reference.from);
            if let Some(act) = Act::by_celex(&reference.to.provision.source) {
                assert!(matches!(act.cites(&reference.to, day), Existence::Yes { .. }), "{}", reference.to);
            }
        }
    }
}

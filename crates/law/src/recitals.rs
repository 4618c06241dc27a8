//! Which recitals explain which provision. Editorial, but with its ground:
//! the recital cites the provision, repeats its words, or gives its context.

use std::sync::LazyLock;

use base::{ProvisionId, Root};

use crate::order::law_order;

/// A recital that explains a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The provision. Its `source` is the CELEX number of its act.
    pub provision: ProvisionId,
    /// The recital. Its `source` is the CELEX number of its act, which may be
    /// the act that inserted the provision.
    pub recital: ProvisionId,
    /// What ties them.
    pub tie: Tie,
}

/// What ties a recital to a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tie {
    /// The recital cites the provision.
    Named,
    /// The recital repeats the words of the provision.
    Words,
    /// The recital gives the reason, a date or a term the provision rests on.
    Context,
}

static LINKS: LazyLock<Vec<Link>> =
    LazyLock::new(|| read("32024R1689", include_str!("../data/32024R1689.recitals")).unwrap_or_default());

/// The recitals that explain a provision, or what it is a part of, or a part
/// of it; in this order, the nearest first. The `source` of the provision is
/// taken to be a CELEX number.
pub fn recitals_of(provision: &ProvisionId) -> Vec<&'static Link> {
    let around = LINKS.iter().filter(|link| link.provision.contains(provision));
    let within =
        LINKS.iter().filter(|link| provision.contains(&link.provision) && link.provision != *provision);
    let mut links: Vec<&Link> = around.collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.provision.parts.len()));
    let mut parts: Vec<&Link> = within.collect();
    parts.sort_by(|one, two| law_order(&one.provision, &two.provision));
    links.extend(parts);
    links
}

/// The provisions that a recital explains. The `source` of the recital is
/// taken to be a CELEX number.
pub fn recitals_explained_by(recital: &ProvisionId) -> Vec<&'static Link> {
    LINKS.iter().filter(|link| link.recital == *recital).collect()
}

/// A line is a provision, its tie, and numbers, after a CELEX number if the
/// recitals are those of another act.
fn read(celex: &str, text: &str) -> Option<Vec<Link>> {
    let mut links = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (at, tie) = [(" named ", Tie::Named), (" words ", Tie::Words), (" context ", Tie::Context)]
            .into_iter()
            .find_map(|(word, tie)| Some((line.find(word)?, tie)))?;
        let provision: ProvisionId = format!("{celex} {}", &line[..at]).parse().ok()?;
        let mut source = celex;
        for word in line[at..].split_ascii_whitespace().skip(1) {
            match word.parse() {
                Ok(number) => {
                    let root = Root::Recital(number);
                    let recital = ProvisionId { source: source.to_owned(), root, parts: Vec::new() };
                    links.push(Link { provision: provision.clone(), recital, tie });
                }
                Err(_) => source = word,
            }
        }
    }
    Some(links)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::existence::Existence;
    use crate::{Act, Day};

    fn check(provision: &str, expected: &[&str]) {
        let links = recitals_of(&provision.parse().unwrap());
        let recitals: Vec<String> = links.iter().map(|link| link.recital.to_string()).collect();
        assert_eq!(recitals, expected);
    }

    #[test]
    fn the_nearest_recitals_come_first() {
        check(
            "32024R1689 article 5(1)(c)(ii)",
            &[
                "32024R1689 recital 31",
                "32024R1689 recital 28",
                "32024R1689 recital 26",
                "32024R1689 recital 179",
            ],
        );
        check("32024R1689 article 5(3) subparagraph 2", &["32024R1689 recital 35"]);
        check("gdpr article 9", &[]);
    }

    #[test]
    fn what_was_inserted_is_explained_by_the_inserting_act() {
        let links = recitals_of(&"32024R1689 article 5(1b)".parse().unwrap());
        assert!(links.iter().all(|link| link.recital.source == "32026R1744"));
        assert_eq!(links.len(), 7);
    }

    #[test]
    fn a_recital_leads_back_to_its_provisions() {
        let links = recitals_explained_by(&"32024R1689 recital 36".parse().unwrap());
        let places: Vec<String> = links.iter().map(|link| link.provision.place().to_string()).collect();
        assert_eq!(places, ["article 5(4)", "article 5(6)", "article 5(7)"]);
    }

    #[test]
    fn both_ends_of_every_link_exist() {
        assert!(!LINKS.is_empty());
        for link in LINKS.iter() {
            for end in [&link.provision, &link.recital] {
                let existence = Act::by_celex(&end.source).unwrap().exists(end, Day::new(2026, 12, 2));
                assert!(matches!(existence, Existence::Yes { .. }), "{end}");
            }
        }
    }
}

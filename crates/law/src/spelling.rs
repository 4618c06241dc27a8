//! One spelling per provision: `5(1)(h)` and `5(1) subparagraph 1 (h)` are the
//! same point, `5(4)` and its only subparagraph the same text.

use base::{Part, ProvisionId};

use crate::act::{Act, Node};
use crate::walk::Place;

impl Act {
    /// The provision with its subparagraph spelled out where the text above is
    /// divided into several, and without it where it is not. What the
    /// structure does not know stays as it is.
    pub fn spelled_out(&self, provision: &ProvisionId) -> ProvisionId {
        let Some(node) = self.node(&provision.root) else { return provision.clone() };
        let mut place = Place::Node(node);
        let mut parts = Vec::new();
        for (at, part) in provision.parts.iter().enumerate() {
            let Ok((next, _)) = place.step(part, None) else {
                parts.extend_from_slice(&provision.parts[at..]);
                break;
            };
            if let Place::Node(node) = place {
                let divided = node.subparagraphs.len() > 1;
                match part {
                    Part::Subparagraph(_) if !divided => {}
                    Part::Bracket(label) if divided => {
                        parts.extend(subparagraph_with(node, label).map(Part::Subparagraph));
                        parts.push(part.clone());
                    }
                    Part::Sentence(_) if divided => parts.extend([Part::Subparagraph(1), part.clone()]),
                    Part::Bracket(_) | Part::Subparagraph(_) | Part::Sentence(_) => parts.push(part.clone()),
                }
            } else {
                parts.push(part.clone());
            }
            place = next;
        }
        ProvisionId { source: provision.source.clone(), root: provision.root.clone(), parts }
    }

    /// Whether `inner` is `outer` or lies in it, however either is spelled.
    pub fn contains(&self, outer: &ProvisionId, inner: &ProvisionId) -> bool {
        self.spelled_out(outer).contains(&self.spelled_out(inner))
    }
}

/// The first subparagraph, from 1, that has a point with this label.
fn subparagraph_with(node: &Node, label: &str) -> Option<u32> {
    let has = |points: &[Node]| points.iter().any(|point| point.label == label);
    let index = node.subparagraphs.iter().position(|subparagraph| has(&subparagraph.points))?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act() -> &'static Act {
        Act::by_celex("32024R1689").unwrap()
    }

    fn id(place: &str) -> ProvisionId {
        format!("ai_act {place}").parse().unwrap()
    }

    fn check(place: &str, expected: &str) {
        assert_eq!(act().spelled_out(&id(place)).place().to_string(), expected);
    }

    #[test]
    fn the_subparagraph_is_named_where_there_are_several() {
        check("article 5(1)(h)(iii)", "article 5(1) subparagraph 1(h)(iii)");
        check("article 6(3)(a)", "article 6(3) subparagraph 2(a)");
        check("article 113(a)", "article 113 subparagraph 3(a)");
        check("article 5(4) subparagraph 1 sentence 2", "article 5(4) sentence 2");
        check("article 5(3) sentence 2", "article 5(3) subparagraph 1 sentence 2");
        check("article 5(9)(a)", "article 5(9)(a)");
        check("recital 38", "recital 38");
    }

    #[test]
    fn what_lies_in_a_provision_does_so_in_every_spelling() {
        let contains = |outer: &str, inner: &str| act().contains(&id(outer), &id(inner));
        assert!(contains("article 5(1)", "article 5(1)(h)"));
        assert!(contains("article 5(1) subparagraph 1", "article 5(1)(h)"));
        assert!(contains("article 5(1)(h)", "article 5(1) subparagraph 1 (h)(i)"));
        assert!(contains("article 5(4) subparagraph 1", "article 5(4)"));
        assert!(!contains("article 5(1) subparagraph 2", "article 5(1)(h)"));
        assert!(!contains("article 5(1)", "article 5(1a)"));
    }
}

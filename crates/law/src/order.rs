//! The order in which provisions stand in an act, without its structure.

use std::cmp::Ordering;

use base::{Part, ProvisionId, Root};

use crate::label::{is_number, roman, split};

/// The order of the law: recitals, articles, annexes; (1) (1a) (1b) (2);
/// (b) (ba) (bb) (c); (i) (ii) … (v) … (x) below another point; a provision
/// before its parts; points before the second subparagraph. Sources go by
/// name.
pub fn law_order(one: &ProvisionId, two: &ProvisionId) -> Ordering {
    let keys = |provision: &ProvisionId| (root_key(&provision.root), part_keys(&provision.parts));
    one.source.cmp(&two.source).then_with(|| keys(one).cmp(&keys(two))).then_with(|| one.cmp(two))
}

type LabelKey = (u8, u32, String);

fn root_key(root: &Root) -> LabelKey {
    match root {
        Root::Act => (0, 0, String::new()),
        Root::Recital(number) => (1, *number, String::new()),
        Root::Article(number) => {
            let (_, number, suffix) = label_key(number, false);
            (2, number, suffix)
        }
        Root::Annex(number) => {
            let (base, suffix) = split(number);
            let (_, value, _) = label_key(&base.to_ascii_lowercase(), true);
            (3, value, suffix.map(String::from).unwrap_or_default())
        }
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Sentence(u32),
    Bracket(LabelKey),
    Subparagraph(u32),
}

/// A bracket or sentence that names no subparagraph is taken to stand in the
/// first, so that (1)(h) goes before (1) second subparagraph.
fn part_keys(parts: &[Part]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut in_subparagraph = false;
    let mut under_point = false;
    for part in parts {
        match part {
            Part::Subparagraph(number) => keys.push(Key::Subparagraph(*number)),
            Part::Bracket(_) | Part::Sentence(_) if !in_subparagraph => keys.push(Key::Subparagraph(1)),
            Part::Bracket(_) | Part::Sentence(_) => {}
        }
        in_subparagraph = matches!(part, Part::Subparagraph(_));
        match part {
            Part::Subparagraph(_) => {}
            Part::Sentence(number) => keys.push(Key::Sentence(*number)),
            Part::Bracket(label) => {
                keys.push(Key::Bracket(label_key(label, under_point)));
                under_point = !is_number(label);
            }
        }
    }
    keys
}

/// Numbers before letters. Letters go by the alphabet, which puts (ba) between
/// (b) and (c); under another point they are Roman numerals.
fn label_key(label: &str, numerals: bool) -> LabelKey {
    if is_number(label) {
        let end = label.find(|next: char| !next.is_ascii_digit()).unwrap_or(label.len());
        let (digits, suffix) = label.split_at(end);
        return (0, digits.parse().unwrap_or(u32::MAX), suffix.to_owned());
    }
    if numerals {
        let (base, suffix) = split(label);
        if let Some(value) = roman(base) {
            return (1, value, suffix.map(String::from).unwrap_or_default());
        }
    }
    (2, 0, label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(in_order: &[&str]) {
        let expected: Vec<ProvisionId> =
            in_order.iter().map(|place| format!("a {place}").trim().parse().unwrap()).collect();
        let mut sorted = expected.clone();
        sorted.reverse();
        sorted.sort_by(law_order);
        assert_eq!(sorted, expected);
    }

    #[test]
    fn added_provisions_stand_where_the_law_puts_them() {
        check(&["article 5(1)", "article 5(1a)", "article 5(1b)", "article 5(2)", "article 5(10)"]);
        check(&["article 5(1)(b)", "article 5(1)(ba)", "article 5(1)(bb)", "article 5(1)(c)"]);
        check(&["article 4", "article 4a", "article 5", "article 60a", "article 113"]);
    }

    #[test]
    fn numerals_below_a_point_are_numbers_and_points_are_letters() {
        check(&[
            "article 1(1)(h)",
            "article 1(1)(i)",
            "article 1(1)(j)",
            "article 1(1)(v)",
            "article 1(1)(w)",
        ]);
        check(&["article 1(e)(i)", "article 1(e)(iv)", "article 1(e)(v)", "article 1(e)(ix)"]);
    }

    #[test]
    fn a_provision_goes_before_its_parts_and_points_before_the_next_subparagraph() {
        check(&[
            "",
            "recital 2",
            "recital 38",
            "article 5",
            "article 5(1)",
            "article 5(1)(a)",
            "article 5(1)(c)(ii)",
            "article 5(1) subparagraph 2",
            "article 5(1) subparagraph 2 sentence 1",
            "article 5(2)",
            "annex II",
            "annex IX",
            "annex X",
        ]);
    }
}

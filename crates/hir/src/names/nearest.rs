//! The name that was probably meant.

/// Longer names than this are not compared.
const LONGEST: usize = 100;

/// The name most like `name`, if one is near enough to be meant: at most a
/// third of its letters off.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = name.chars().count();
    if length > LONGEST {
        return None;
    }
    let letters = letters(name);
    let mut best: Option<(usize, usize, &str)> = None;
    for candidate in known {
        let limit = length.max(candidate.len()).div_ceil(3);
        // A cheap bound first: each edit changes at most two letters of the set.
        let apart = (letters ^ self::letters(candidate)).count_ones() as usize;
        if candidate.len() > LONGEST || length.abs_diff(candidate.len()) > limit || apart > 2 * limit {
            continue;
        }
        let distance = strsim::osa_distance(name, candidate);
        let better = best.is_none_or(|(nearest, length, _)| (distance, candidate.len()) < (nearest, length));
        if (1..=limit).contains(&distance) && better {
            best = Some((distance, candidate.len(), candidate));
        }
    }
    best.map(|(_, _, name)| name.to_owned())
}

/// The characters of a name as a set of bits.
fn letters(name: &str) -> u64 {
    name.bytes().fold(0, |set, byte| set | 1 << (byte & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, known: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(name, known.iter().copied()).as_deref(), expected, "{name}");
    }

    #[test]
    fn the_nearest_name_is_suggested() {
        check("scoring_perod", &["scoring_period", "scoring"], Some("scoring_period"));
        check("ab", &["ba", "abc"], Some("ba"));
    }

    #[test]
    fn a_name_far_from_all_has_no_suggestion() {
        check("urgent", &["authorisation", "objective"], None);
        check("x", &[], None);
        check(&"a".repeat(1_000_000), &["a"], None);
    }
}

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
        let size = candidate.len();
        let near = best.map_or(length.max(size).div_ceil(3), |(distance, ..)| distance);
        // Cheap bounds first: each edit changes the length by one, and at most two letters of the set.
        let apart = (letters ^ self::letters(candidate)).count_ones() as usize;
        if size > LONGEST || length.abs_diff(size) > near || apart > 2 * near {
            continue;
        }
        let distance = distance(name, candidate);
        let better = best.is_none_or(|(nearest, length, _)| (distance, size) < (nearest, length));
        if (1..=near).contains(&distance) && better {
            best = Some((distance, size, candidate));
        }
    }
    best.map(|(_, _, name)| name.to_owned())
}

/// The number of edits between two names. What they begin and end with alike
/// is left out first: most of what is compared differs in the middle only.
fn distance(one: &str, other: &str) -> usize {
    let alike = |(one, other): &(char, char)| one == other;
    let start: usize =
        one.chars().zip(other.chars()).take_while(alike).map(|(char, _)| char.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end: usize =
        one.chars().rev().zip(other.chars().rev()).take_while(alike).map(|(char, _)| char.len_utf8()).sum();
    strsim::osa_distance(&one[..one.len() - end], &other[..other.len() - end])
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

//! The labels of paragraphs and points: `2`, `1a`, `ba`, `iii`. Amending acts
//! put new ones between old ones with a letter: (1) (1a) (1b) (2), and
//! (b) (ba) (bb) (c).

use std::borrow::Cow;

/// Whether the label is that of a numbered provision: `2`, `14a`.
pub(crate) fn is_number(label: &str) -> bool {
    label.starts_with(|first: char| first.is_ascii_digit())
}

/// The value of a small Roman numeral.
pub(crate) fn roman(label: &str) -> Option<u32> {
    let value = |digit| match digit {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        _ => None,
    };
    let digits: Vec<u32> = label.bytes().map(value).collect::<Option<_>>()?;
    let mut total = 0;
    for (at, &digit) in digits.iter().enumerate() {
        let next = digits.get(at + 1).copied().unwrap_or(0);
        total = if digit < next { total - i64::from(digit) } else { total + i64::from(digit) };
    }
    let total = u32::try_from(total).ok().filter(|&total| total > 0)?;
    (roman_numeral(total) == label).then_some(total)
}

/// The small Roman numeral of a number.
pub(crate) fn roman_numeral(mut number: u32) -> String {
    let mut text = String::new();
    for (value, digits) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while number >= value {
            text.push_str(digits);
            number -= value;
        }
    }
    text
}

/// A label without the letter that an amending act added to it, and that
/// letter: `1a` is `1` and `a`, `ba` is `b` and `a`, `iii` has none.
pub(crate) fn split(label: &str) -> (&str, Option<char>) {
    let Some((at, last)) = label.char_indices().next_back() else { return (label, None) };
    let base = &label[..at];
    let is_base = if is_number(label) || base.starts_with(|first: char| first.is_ascii_uppercase()) {
        !base.is_empty()
    } else {
        roman(label).is_none() && (base.len() == 1 || roman(base).is_some())
    };
    if is_base && last.is_ascii_lowercase() { (base, Some(last)) } else { (label, None) }
}

/// Whether `next` is the label that comes right after `label`.
pub(crate) fn follows(label: &str, next: &str) -> bool {
    if let (Ok(number), Ok(next)) = (label.parse::<u32>(), next.parse::<u32>()) {
        return number.checked_add(1) == Some(next);
    }
    if let (Some(number), Some(next)) = (roman(label), roman(next))
        && number + 1 == next
    {
        return true;
    }
    let letters = |label: &str, next: &str| match (label.as_bytes(), next.as_bytes()) {
        ([letter], [next]) => letter.is_ascii_alphabetic() && letter + 1 == *next,
        _ => false,
    };
    if letters(label, next) {
        return true;
    }
    match (split(label), split(next)) {
        ((base, Some(suffix)), (next_base, Some(next_suffix))) => {
            base == next_base && suffix as u32 + 1 == next_suffix as u32
        }
        ((_, None), _) | (_, (_, None)) => false,
    }
}

/// The labels of a range, both ends included. Empty if it is none.
pub(crate) fn range<'a>(first: &'a str, last: &'a str) -> Vec<Cow<'a, str>> {
    let numbers = |first: u32, last: u32, write: fn(u32) -> String| {
        (first..=last).map(|number| Cow::Owned(write(number))).collect()
    };
    if let (Ok(first), Ok(last)) = (first.parse(), last.parse()) {
        return numbers(first, last, |number| number.to_string());
    }
    if let ("i", Some(last)) = (first, roman(last).filter(|&last| last > 1)) {
        return numbers(1, last, roman_numeral);
    }
    match (first.as_bytes(), last.as_bytes()) {
        (&[from], &[to]) if from.is_ascii_lowercase() && to.is_ascii_lowercase() => {
            (from..=to).map(|letter| Cow::Owned(char::from(letter).to_string())).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_added_letter_is_told_from_the_label() {
        let cases = [
            ("1a", ("1", Some('a'))),
            ("14b", ("14", Some('b'))),
            ("ba", ("b", Some('a'))),
            ("iia", ("ii", Some('a'))),
            ("IIa", ("II", Some('a'))),
        ];
        for (label, expected) in cases {
            assert_eq!(split(label), expected, "{label}");
        }
        for whole in ["1", "14", "b", "ii", "iv", "xi", "II", ""] {
            assert_eq!(split(whole), (whole, None), "{whole}");
        }
    }

    #[test]
    fn a_label_follows_another_in_numbers_letters_and_numerals() {
        for (label, next) in
            [("2", "3"), ("c", "d"), ("h", "i"), ("i", "j"), ("i", "ii"), ("viii", "ix"), ("1a", "1b")]
        {
            assert!(follows(label, next), "{label} {next}");
        }
        for (label, next) in [("1", "1a"), ("1b", "2"), ("b", "ba"), ("bb", "c"), ("i", "iii"), ("3", "2")] {
            assert!(!follows(label, next), "{label} {next}");
        }
    }

    #[test]
    fn roman_numerals_have_one_spelling() {
        assert_eq!(roman("xiv"), Some(14));
        for text in ["iiii", "vx", "", "ic"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}

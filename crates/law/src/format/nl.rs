//! Dutch: "artikel 5, lid 1, punt h), i)", "artikel 5, lid 3, tweede alinea,
//! derde volzin", "artikel 5, lid 1 bis", "bijlage III, punt 5, b)",
//! "overweging 38".

use base::{Part, Root};

use super::Step;
use crate::label::split;
use crate::level::Level;

/// A place in an act.
pub(super) fn place(root: &Root, steps: &[Step<'_>]) -> String {
    let mut text = match root {
        Root::Act => String::new(),
        Root::Article(number) => format!("artikel {}", numbered(number)),
        Root::Annex(number) => format!("bijlage {}", numbered(number)),
        Root::Recital(number) => format!("overweging {number}"),
    };
    // Below a point the noun is not repeated: "punt h), i)".
    let mut below_point = false;
    for step in steps {
        text.push_str(", ");
        match step.part {
            Part::Bracket(label) => {
                text.push_str(&bracket(step, label, below_point));
                below_point = is_point(step.level);
            }
            Part::Subparagraph(number) => {
                text.push_str(&format!("{} alinea", ordinal(*number)));
                below_point = false;
            }
            Part::Sentence(number) => {
                text.push_str(&format!("{} volzin", ordinal(*number)));
                below_point = false;
            }
        }
    }
    text
}

fn is_point(level: Level) -> bool {
    match level {
        Level::Point | Level::Definition | Level::Item => true,
        Level::Article
        | Level::Annex
        | Level::Recital
        | Level::Section
        | Level::Paragraph
        | Level::Subparagraph
        | Level::Sentence
        | Level::Indent => false,
    }
}

fn bracket(step: &Step<'_>, first: &str, below_point: bool) -> String {
    let Step { level, through, .. } = *step;
    let (one, several) = match level {
        Level::Indent => {
            return match through {
                None => format!("{} streepje", counted(first)),
                Some(last) => format!("{} tot en met {} streepje", counted(first), counted(last)),
            };
        }
        Level::Section => ("afdeling ", "afdelingen "),
        Level::Paragraph => ("lid ", "leden "),
        Level::Article
        | Level::Annex
        | Level::Recital
        | Level::Subparagraph
        | Level::Sentence
        | Level::Point
        | Level::Definition
        | Level::Item => {
            if below_point {
                ("", "")
            } else {
                ("punt ", "punten ")
            }
        }
    };
    match through {
        None => format!("{one}{}", label(first, level)),
        Some(last) => format!("{several}{} tot en met {}", label(first, level), label(last, level)),
    }
}

/// A label as it stands in a list of its level: "1 bis", "b bis)".
pub(crate) fn label(label: &str, level: Level) -> String {
    match level {
        Level::Point | Level::Definition => format!("{})", numbered(label)),
        Level::Article
        | Level::Annex
        | Level::Recital
        | Level::Section
        | Level::Paragraph
        | Level::Subparagraph
        | Level::Sentence
        | Level::Item
        | Level::Indent => numbered(label),
    }
}

/// A label with the letter of an amending act as Dutch counts it: `1a` is
/// "1 bis", `bb` is "b ter". Beyond the words in use the label stands as it is.
fn numbered(label: &str) -> String {
    const WORDS: [&str; 12] = [
        "bis",
        "ter",
        "quater",
        "quinquies",
        "sexies",
        "septies",
        "octies",
        "nonies",
        "decies",
        "undecies",
        "duodecies",
        "terdecies",
    ];
    let (base, suffix) = split(label);
    let word = suffix.and_then(|letter| WORDS.get((letter as usize).checked_sub('a' as usize)?));
    match word {
        Some(word) => format!("{base} {word}"),
        None => label.to_owned(),
    }
}

/// The number of an act as written in English, in Dutch. What it does not
/// know it leaves.
pub(super) fn act_number(number: &str) -> String {
    const KINDS: [(&str, &str); 6] = [
        ("Implementing Regulation", "Uitvoeringsverordening"),
        ("Delegated Regulation", "Gedelegeerde Verordening"),
        ("Framework Decision", "Kaderbesluit"),
        ("Regulation", "Verordening"),
        ("Directive", "Richtlijn"),
        ("Decision", "Besluit"),
    ];
    const PARTS: [(&str, &str); 5] =
        [("(EC)", "(EG)"), ("(EEC)", "(EEG)"), ("/EC", "/EG"), ("/EEC", "/EEG"), ("/JHA", "/JBZ")];
    let kind = KINDS.iter().find_map(|(en, nl)| Some((nl, number.strip_prefix(en)?.strip_prefix(' ')?)));
    let Some((kind, rest)) = kind else { return number.to_owned() };
    let words = rest.split(' ').map(|word| match word {
        "No" => "nr.".to_owned(),
        word => PARTS
            .iter()
            .find_map(|(en, nl)| word.strip_suffix(en).map(|start| format!("{start}{nl}")))
            .unwrap_or_else(|| word.to_owned()),
    });
    format!("{kind} {}", words.collect::<Vec<_>>().join(" "))
}

fn counted(label: &str) -> String {
    label.parse().map_or_else(|_| label.to_owned(), ordinal)
}

fn ordinal(number: u32) -> String {
    const WORDS: [&str; 12] = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
        "elfde", "twaalfde",
    ];
    match number.checked_sub(1).and_then(|at| WORDS.get(at as usize)) {
        Some(word) => (*word).to_owned(),
        None => format!("{number}e"),
    }
}

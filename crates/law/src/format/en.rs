//! English: "Article 5(1)(h)(i)", "Article 5(3), second subparagraph, third
//! sentence", "Annex III, point 5(b)", "recital 38".

use base::{Part, Root};

use super::Step;
use crate::level::Level;

/// A place in an act.
pub(super) fn place(root: &Root, steps: &[Step<'_>]) -> String {
    let mut text = match root {
        Root::Act => String::new(),
        Root::Article(number) => format!("Article {number}"),
        Root::Annex(number) => format!("Annex {number}"),
        Root::Recital(number) => format!("recital {number}"),
    };
    // Brackets follow the number of an article, and each other.
    let mut joins = matches!(root, Root::Article(_));
    for (at, step) in steps.iter().enumerate() {
        match step.part {
            Part::Bracket(label) => {
                text.push_str(&bracket(step, label, joins));
                joins = true;
            }
            Part::Subparagraph(number) => {
                // What has no numbered paragraphs has unnumbered ones.
                let noun = if at == 0 { "paragraph" } else { "subparagraph" };
                text.push_str(&format!(", {} {noun}", ordinal(*number)));
                joins = false;
            }
            Part::Sentence(number) => {
                text.push_str(&format!(", {} sentence", ordinal(*number)));
                joins = false;
            }
        }
    }
    text
}

fn bracket(step: &Step<'_>, first: &str, joins: bool) -> String {
    let Step { level, through, .. } = *step;
    let label = |it: &str| label(it, level);
    let range = |noun: &str| match through {
        None => format!(", {noun} {}", label(first)),
        Some(last) => format!(", {noun}s {} to {}", label(first), label(last)),
    };
    match level {
        Level::Indent => match through {
            None => format!(", {} indent", counted(first)),
            Some(last) => format!(", {} to {} indents", counted(first), counted(last)),
        },
        Level::Section => range("Section"),
        Level::Item => range("point"),
        Level::Paragraph if joins => match through {
            None => format!("({first})"),
            Some(last) => format!("({first}) to ({last})"),
        },
        Level::Paragraph => range("paragraph"),
        Level::Article
        | Level::Annex
        | Level::Recital
        | Level::Subparagraph
        | Level::Sentence
        | Level::Point
        | Level::Definition => match through {
            None if joins => format!("({first})"),
            Some(last) if joins => format!("({first}) to ({last})"),
            None | Some(_) => range("point"),
        },
    }
}

/// A label as it stands in a list of its level: "1a", "(ba)".
pub(crate) fn label(label: &str, level: Level) -> String {
    match level {
        Level::Point | Level::Definition => format!("({label})"),
        Level::Article
        | Level::Annex
        | Level::Recital
        | Level::Section
        | Level::Paragraph
        | Level::Subparagraph
        | Level::Sentence
        | Level::Item
        | Level::Indent => label.to_owned(),
    }
}

fn counted(label: &str) -> String {
    label.parse().map_or_else(|_| label.to_owned(), ordinal)
}

fn ordinal(number: u32) -> String {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    let word = number.checked_sub(1).and_then(|at| WORDS.get(at as usize));
    match (word, number % 10, number % 100) {
        (Some(word), _, _) => (*word).to_owned(),
        (None, 1, tens) if tens != 11 => format!("{number}st"),
        (None, 2, tens) if tens != 12 => format!("{number}nd"),
        (None, 3, tens) if tens != 13 => format!("{number}rd"),
        (None, _, _) => format!("{number}th"),
    }
}

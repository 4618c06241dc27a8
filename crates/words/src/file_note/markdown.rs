//! A note as Markdown. What users wrote is escaped: it stays text.

use super::blocks::{Block, Line};
use crate::style::Tone;

pub(super) fn print(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut in_list = false;
    for block in blocks {
        let (line, is_item) = match block {
            Block::Title(line) => (format!("# {}", inline(line)), false),
            Block::Section(line) => (format!("## {}", inline(line)), false),
            Block::Norm(line) => (format!("### {}", heading(line)), false),
            Block::Case(line) => (format!("**{}**", heading(line)), false),
            Block::Paragraph(line) => (inline(line), false),
            Block::Short(line) => (format!("- {}", inline(line)), true),
            Block::Item(depth, line) => {
                (format!("{:indent$}- {}", "", inline(line), indent = 2 * depth), true)
            }
        };
        let goes_on = in_list && is_item;
        if !text.is_empty() && !goes_on {
            text.push('\n');
        }
        text.push_str(&line);
        text.push('\n');
        in_list = is_item;
    }
    text
}

/// The pieces, with those that stand out in bold.
fn inline(line: &Line) -> String {
    let piece = |(tone, text): &(Tone, String)| match tone {
        Tone::Plain => escaped(text),
        Tone::Strong | Tone::Finding | Tone::Open | Tone::Settled => format!("**{}**", escaped(text)),
    };
    line.0.iter().map(piece).collect()
}

/// The pieces of what stands out as a whole.
fn heading(line: &Line) -> String {
    line.0.iter().map(|(_, text)| escaped(text)).collect()
}

/// The text without markup of its own. Between backticks nothing needs to be
/// escaped; an underscore within a word is no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (at, stretch) in text.split('`').enumerate() {
        if at > 0 {
            escaped.push('`');
        }
        let mut before = ' ';
        for (place, letter) in stretch.char_indices() {
            let within_word = || {
                let behind = stretch[place + letter.len_utf8()..].chars().next();
                before.is_alphanumeric() && behind.is_some_and(char::is_alphanumeric)
            };
            let markup = match letter {
                '\\' | '*' | '<' | '>' | '[' | ']' | '#' | '|' | '~' => true,
                '_' => !within_word(),
                _ => false,
            };
            if at % 2 == 0 && markup {
                escaped.push('\\');
            }
            escaped.push(letter);
            before = letter;
        }
    }
    escaped
}

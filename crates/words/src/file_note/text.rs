//! A note as text: headings underlined, lists indented, one line a statement.

use super::blocks::{Block, Line};
use crate::style::{Style, Tone};

pub(super) fn print(blocks: &[Block], style: Style) -> String {
    let mut text = String::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        if before.is_some_and(|before| apart(before, block)) {
            text.push('\n');
        }
        let line = match block {
            Block::Title(line) => underlined(line, '=', style),
            Block::Section(line) => underlined(line, '-', style),
            Block::Norm(line) | Block::Short(line) | Block::Paragraph(line) => painted(line, style),
            Block::Case(line) => format!("  {}", painted(line, style)),
            Block::Item(depth, line) => {
                format!("{:indent$}- {}", "", painted(line, style), indent = 2 + 2 * depth)
            }
        };
        text.push_str(&line);
        text.push('\n');
        before = Some(block);
    }
    text
}

/// Whether an empty line stands between two blocks.
fn apart(before: &Block, block: &Block) -> bool {
    match (before, block) {
        (Block::Title(_) | Block::Section(_), _) => true,
        (_, Block::Title(_) | Block::Section(_) | Block::Norm(_)) => true,
        (Block::Short(_), Block::Short(_)) => false,
        (Block::Norm(_), Block::Short(_)) => false,
        (_, Block::Short(_)) => true,
        (Block::Item(..) | Block::Short(_), Block::Case(_)) => true,
        (Block::Paragraph(_), _) | (_, Block::Case(_) | Block::Item(..)) => false,
        (_, Block::Paragraph(_)) => true,
    }
}

fn underlined(line: &Line, with: char, style: Style) -> String {
    let plain = painted(line, Style::Plain);
    let rule: String = plain.chars().map(|_| with).collect();
    format!("{}\n{rule}", style.paint(Tone::Strong, &plain))
}

fn painted(line: &Line, style: Style) -> String {
    line.0.iter().map(|(tone, text)| style.paint(*tone, text)).collect()
}

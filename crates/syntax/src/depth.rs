//! How deeply an item is nested, by a scan before pest: brackets, and the words that nest without
//! brackets (`not not F`, `some a in xs : some b in ys : F`, `list of list of T`).

use crate::rough::{is_blank, string_length, word};

/// The deepest nesting that is read.
pub const DEPTH_LIMIT: usize = 128;

/// The place at which a text is nested more deeply than is read.
pub(crate) fn too_deep(text: &str) -> Option<usize> {
    let mut scan = DepthScan { levels: vec![0], words: 0, row: 0, after_operand: false };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let length = match bytes[at] {
            b'#' => text[at..].find('\n').unwrap_or(text.len() - at),
            b'"' => string_length(&bytes[at..]),
            byte if is_blank(byte) => 1,
            byte if byte.is_ascii_alphanumeric() || byte == b'_' => {
                let word = word(&text[at..]);
                let after_dot = at > 0 && bytes[at - 1] == b'.';
                scan.word(if after_dot { "" } else { word });
                word.len()
            }
            byte => {
                scan.symbol(byte);
                1
            }
        };
        if bytes[at] == b'"' {
            scan.operand();
        }
        if scan.depth() > DEPTH_LIMIT {
            return Some(at);
        }
        at += length;
    }
    None
}

struct DepthScan {
    /// For each open bracket, and for the item itself, how many words nest in it.
    levels: Vec<usize>,
    /// The sum of those.
    words: usize,
    /// How many of `not`, `of`, `list` and `set` follow each other.
    row: usize,
    /// Whether the last thing ended an operand, so that a bracket begins something new.
    after_operand: bool,
}

impl DepthScan {
    fn depth(&self) -> usize {
        self.levels.len() - 1 + self.words + self.row
    }

    fn word(&mut self, word: &str) {
        match word {
            "some" | "every" | "count" | "earliest" | "latest" => {
                if let Some(level) = self.levels.last_mut() {
                    *level += 1;
                    self.words += 1;
                }
                self.row = 0;
                self.after_operand = false;
            }
            "not" | "of" => {
                self.row += 1;
                self.after_operand = false;
            }
            "list" | "set" => self.after_operand = false,
            "and" | "or" | "in" | "for" => {
                self.row = 0;
                self.after_operand = false;
            }
            "element" | "when" | "must" | "means" | "always" | "reading" | "cap" | "basis" | "label"
            | "narrows" | "widens" | "replaces" | "subject" => {
                self.row = 0;
                self.reset();
                self.after_operand = false;
            }
            _ => self.operand_word(word),
        }
    }

    fn operand_word(&mut self, word: &str) {
        // `7 % of 7 % of x`: the number does not end the row.
        if !word.starts_with(|first: char| first.is_ascii_digit()) {
            self.row = 0;
        }
        self.after_operand = true;
    }

    fn operand(&mut self) {
        self.row = 0;
        self.after_operand = true;
    }

    fn symbol(&mut self, byte: u8) {
        match byte {
            b'(' | b'{' => {
                if self.after_operand {
                    self.reset();
                }
                self.levels.push(0);
                self.row = 0;
                self.after_operand = false;
            }
            b')' | b'}' => {
                if self.levels.len() > 1 {
                    self.reset();
                    self.levels.pop();
                }
                self.operand();
            }
            b',' => {
                self.reset();
                self.row = 0;
                self.after_operand = false;
            }
            b'%' | b'.' => {}
            _ => {
                self.row = 0;
                self.after_operand = false;
            }
        }
    }

    /// Forgets the words of the innermost bracket: what they began is over.
    fn reset(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            self.words -= *level;
            *level = 0;
        }
    }
}

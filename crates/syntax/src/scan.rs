//! The split of a file into items, without parsing. An item begins with its keyword in column 0;
//! strings do not span lines, so the start of a line says everything.

use std::fmt;

use base::TextRange;
use problem::{Problem, SyntaxProblem};

use crate::rough::{is_blank, word};

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: usize = 8 * 1024 * 1024;

/// A file in pieces. They follow each other without a hole: together they are the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// The pieces in order.
    pub pieces: Vec<Piece>,
    /// What is wrong between the items; the ranges count from the start of the file.
    pub problems: Vec<Problem>,
}

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An item.
    Item(RawItem),
    /// What stands between items.
    Gap(Gap),
}

/// An item that has not been parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawItem {
    /// Its kind.
    pub kind: ItemKind,
    /// Its name; empty for facts and conduct, and where the name is missing.
    pub name: String,
    /// From the keyword to the last thing that is neither blank nor a comment of its own line.
    pub range: TextRange,
    /// The name; without one, the keyword.
    pub name_range: TextRange,
}

/// Blanks and comments between items, or text that belongs to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The bytes.
    pub range: TextRange,
    /// Whether it holds more than blanks, comments and a byte order mark.
    pub stray: bool,
}

macro_rules! item_kinds {
    ($($(#[$doc:meta])* $kind:ident $keyword:literal,)*) => {
        /// What an item is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ItemKind {
            $($(#[$doc])* $kind,)*
        }

        impl ItemKind {
            /// Every kind of item.
            pub const ALL: &[ItemKind] = &[$(ItemKind::$kind,)*];

            /// The word that begins the item.
            pub fn keyword(self) -> &'static str {
                match self { $(ItemKind::$kind => $keyword,)* }
            }
        }
    };
}

item_kinds! {
    /// `source`.
    Source "source",
    /// `facts`.
    Facts "facts",
    /// `record`.
    Record "record",
    /// `enum`.
    Enum "enum",
    /// `conduct`.
    Conduct "conduct",
    /// `constraint`.
    Constraint "constraint",
    /// `definition`.
    Definition "definition",
    /// `prohibition`.
    Prohibition "prohibition",
    /// `exception`.
    Exception "exception",
    /// `interpretive exception` or `interpretive support`.
    Interpretive "interpretive",
    /// `conditions`.
    Conditions "conditions",
    /// `obligation`.
    Obligation "obligation",
    /// `scope`.
    Scope "scope",
    /// `exclusion`.
    Exclusion "exclusion",
    /// `saving`.
    Saving "saving",
    /// `precedence`.
    Precedence "precedence",
    /// `power`.
    Power "power",
    /// `sanction`.
    Sanction "sanction",
    /// `issue`.
    Issue "issue",
}

impl ItemKind {
    /// The kind that a word begins.
    pub fn of(keyword: &str) -> Option<ItemKind> {
        ItemKind::ALL.iter().copied().find(|kind| kind.keyword() == keyword)
    }

    fn has_name(self) -> bool {
        !matches!(self, ItemKind::Facts | ItemKind::Conduct)
    }
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.keyword())
    }
}

impl Scan {
    /// The items in order.
    pub fn items(&self) -> impl Iterator<Item = &RawItem> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Item(item) => Some(item),
            Piece::Gap(_) => None,
        })
    }
}

impl Piece {
    /// The bytes of the piece.
    pub fn range(&self) -> TextRange {
        match self {
            Piece::Item(item) => item.range,
            Piece::Gap(gap) => gap.range,
        }
    }
}

/// Splits a file into items and what stands between them.
pub fn scan(text: &str) -> Scan {
    let mut scanner = Scanner { text, pieces: Vec::new(), problems: Vec::new(), done: 0, open: None, end: 0 };
    if text.len() > FILE_LIMIT {
        let range = range(0, text.len().min(u32::MAX as usize));
        scanner.problems.push(Problem::new(
            SyntaxProblem::TooLarge { limit: FILE_LIMIT as u64 },
            TextRange::empty(0.into()),
        ));
        scanner.pieces.push(Piece::Gap(Gap { range, stray: true }));
        return Scan { pieces: scanner.pieces, problems: scanner.problems };
    }
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
        scanner.line(at, end);
        at = end;
    }
    scanner.finish();
    Scan { pieces: scanner.pieces, problems: scanner.problems }
}

/// What the lines since the last gap belong to.
#[derive(Clone, Copy)]
enum Open {
    Item(ItemKind, usize),
    Stray(usize),
}

struct Scanner<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    problems: Vec<Problem>,
    /// Up to where there are pieces.
    done: usize,
    open: Option<Open>,
    /// The end of the last line with content, without its line break.
    end: usize,
}

impl Scanner<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let Some(first) = line.bytes().find(|byte| !is_blank(*byte)) else { return };
        if first == b'#' {
            return;
        }
        if !is_blank(line.as_bytes()[0]) {
            let word = word(line);
            if let Some(kind) = ItemKind::of(word) {
                self.close();
                self.open = Some(Open::Item(kind, start));
            } else if first != b'}' || self.open.is_none() {
                self.stray(start, line);
            }
        } else if self.open.is_none() {
            self.stray(start + line.len() - line.trim_start().len(), line.trim_start());
        }
        self.end = start + line.bytes().rposition(|byte| !is_blank(byte)).map_or(0, |last| last + 1);
    }

    fn stray(&mut self, start: usize, line: &str) {
        if !matches!(self.open, Some(Open::Stray(_))) {
            self.close();
            self.open = Some(Open::Stray(start));
        }
        let found = match word(line) {
            "" => line.chars().take(1).collect(),
            word => word.to_owned(),
        };
        let problem = SyntaxProblem::NoItem { suggestion: nearest(&found), found: found.clone() };
        self.problems.push(Problem::new(problem, range(start, start + found.len())));
    }

    fn close(&mut self) {
        match self.open.take() {
            Some(Open::Item(kind, start)) => {
                self.gap(start);
                let item = raw_item(kind, start, &self.text[start..self.end]);
                self.pieces.push(Piece::Item(item));
                self.done = self.end;
            }
            Some(Open::Stray(start)) => {
                self.gap(start);
                self.pieces.push(Piece::Gap(Gap { range: range(start, self.end), stray: true }));
                self.done = self.end;
            }
            None => {}
        }
    }

    fn gap(&mut self, until: usize) {
        if self.done < until {
            self.pieces.push(Piece::Gap(Gap { range: range(self.done, until), stray: false }));
            self.done = until;
        }
    }

    fn finish(&mut self) {
        self.close();
        self.gap(self.text.len());
    }
}

fn raw_item(kind: ItemKind, start: usize, text: &str) -> RawItem {
    let keyword = kind.keyword();
    let mut item = RawItem {
        kind,
        name: String::new(),
        range: range(start, start + text.len()),
        name_range: range(start, start + keyword.len()),
    };
    let mut at = keyword.len();
    if kind == ItemKind::Interpretive {
        at += skip_trivia(&text[at..]);
        let side = word(&text[at..]);
        if side != "exception" && side != "support" {
            return item;
        }
        at += side.len();
    }
    if kind.has_name() {
        at += skip_trivia(&text[at..]);
        let name = word(&text[at..]);
        if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            item.name = name.to_owned();
            item.name_range = range(start + at, start + at + name.len());
        }
    }
    item
}

/// How many bytes of blanks and comments the text begins with.
fn skip_trivia(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        if !rest.starts_with('#') {
            return text.len() - rest.len();
        }
        rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
    }
}

/// The item keyword that was probably meant.
fn nearest(found: &str) -> Option<&'static str> {
    closest(found, ItemKind::ALL.iter().map(|kind| kind.keyword()))
}

/// The word nearest to `found`, if it is near: at most two letters off, and fewer for short words.
pub(crate) fn closest(found: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if found.len() < 3 || found.len() > 24 {
        return None;
    }
    let most = if found.len() < 5 { 1 } else { 2 };
    let distances = words.map(|word| (strsim::osa_distance(found, word), word));
    distances.filter(|(distance, _)| *distance <= most).min().map(|(_, word)| word)
}

pub(crate) fn range(start: usize, end: usize) -> TextRange {
    TextRange::new((start as u32).into(), (end as u32).into())
}

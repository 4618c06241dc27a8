//! The problems found so far, and where in the facts decoding stands.

use base::{Span, TextRange};
use ir::{LayoutId, Schema};
use problem::{FactsProblem, Located, Problem, Role};

use crate::input::file_id;
use crate::tape::{Shape, Tape};

/// After so many errors no more are collected.
const ERROR_LIMIT: usize = 1_000;
/// Beyond so many errors nobody reads suggestions.
const SUGGESTION_LIMIT: usize = 100;
/// The most characters of the input that a problem repeats.
const EXCERPT: usize = 60;

/// A step down into a facts file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// A record that decoding is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Within {
    /// The layout and slot of the list.
    pub list: (LayoutId, u32),
    /// The node of the record.
    pub record: u32,
    /// Its place in the list.
    pub index: usize,
}

/// What is collected, and the way to where decoding stands.
pub(crate) struct Report<'a> {
    pub schema: &'a Schema,
    pub tapes: &'a [Tape<'a>],
    /// The file that is read.
    pub file: usize,
    /// Its tape.
    pub tape: &'a Tape<'a>,
    pub path: Vec<Step<'a>>,
    pub within: Vec<Within>,
    pub errors: Vec<Located>,
    pub warnings: Vec<Located>,
}

impl<'a> Report<'a> {
    /// Turns to a file.
    pub fn turn_to(&mut self, file: usize) {
        self.file = file;
        self.tape = &self.tapes[file];
    }

    /// An error at a node, on the way where decoding stands.
    pub fn error(&mut self, at: u32, problem: FactsProblem) {
        let range = self.tape.range(at);
        self.error_with(Problem::new(problem, range));
    }

    /// An error, with an earlier node that it clashes with.
    pub fn clash(&mut self, at: u32, problem: FactsProblem, first: (usize, u32)) {
        let (file, node) = first;
        let span = Span { file: file_id(file), range: self.tapes[file].range(node) };
        let range = self.tape.range(at);
        self.error_with(Problem::new(problem, range).with(Role::First, span));
    }

    fn error_with(&mut self, problem: Problem) {
        if self.errors.len() < ERROR_LIMIT {
            let located = self.located(problem);
            self.errors.push(located);
        }
    }

    /// A warning at a node.
    pub fn warning(&mut self, at: u32, problem: FactsProblem) {
        let range = self.tape.range(at);
        let located = self.located(Problem::new(problem, range));
        self.warnings.push(located);
    }

    fn located(&self, problem: Problem) -> Located {
        Located { file: Some(file_id(self.file)), pointer: Some(pointer(&self.path)), problem }
    }

    /// Whether a problem may still take time to look for suggestions.
    pub fn suggests(&self) -> bool {
        self.errors.len() < SUGGESTION_LIMIT
    }

    /// A field with its path, records by id or else by index:
    /// `conduct.authorisations[a1].requested`.
    pub fn fact(&self, layout: LayoutId, slot: u32) -> String {
        let field = &self.schema.layout(layout).fields[slot as usize];
        if let (Some(alias), LayoutId::FACTS | LayoutId::CONDUCT) = (&field.alias, layout) {
            return alias.clone();
        }
        self.prefix(layout) + &field.path
    }

    /// What stands before the path of a field where decoding is.
    pub fn prefix(&self, layout: LayoutId) -> String {
        let outermost = self.within.first().map_or(layout, |within| within.list.0);
        let mut name = String::from(if outermost == LayoutId::CONDUCT { "conduct." } else { "" });
        for within in &self.within {
            let (layout, slot) = within.list;
            name += &self.schema.layout(layout).fields[slot as usize].path;
            match self.record_id(within.record) {
                Some(id) => name += &format!("[{}]", shortened(id)),
                None => name += &format!("[{}]", within.index),
            }
            name.push('.');
        }
        name
    }

    fn record_id(&self, record: u32) -> Option<&'a str> {
        let tape = self.tape;
        let id = tape.entry(record, "id")?;
        tape.text(id).or_else(|| tape.text(tape.entry(id, "value")?))
    }

    /// What stands at a node, shortened; texts in quotes, whatever the format.
    pub fn found(&self, at: u32) -> String {
        let tape = self.tape;
        match tape.shape(at) {
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => {
                format!("\"{}\"", shortened(tape.text(at).unwrap_or_default()))
            }
            Shape::Null | Shape::Bool(_) | Shape::Number | Shape::List(_) | Shape::Object(_) => {
                shortened(tape.raw(at))
            }
        }
    }
}

/// A problem with an input as a whole, or one that cannot be read.
pub(crate) fn refused(file: usize, problem: FactsProblem, range: TextRange) -> Located {
    Located { file: Some(file_id(file)), pointer: None, problem: Problem::new(problem, range) }
}

/// A problem that is in no file.
pub(crate) fn nowhere(problem: FactsProblem) -> Located {
    let range = TextRange::default();
    Located { file: None, pointer: None, problem: Problem::new(problem, range) }
}

/// The beginning of a text, on one line.
pub(crate) fn shortened(text: &str) -> String {
    let mut characters = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = characters.by_ref().take(EXCERPT).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

/// RFC 6901.
fn pointer(path: &[Step<'_>]) -> String {
    let mut pointer = String::new();
    for step in path {
        pointer.push('/');
        match step {
            Step::Key(key) if key.contains(['~', '/']) => {
                pointer += &key.replace('~', "~0").replace('/', "~1");
            }
            Step::Key(key) => pointer += key,
            Step::Index(index) => pointer += &index.to_string(),
        }
    }
    pointer
}

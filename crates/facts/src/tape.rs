//! A text of JSON or YAML as a flat row of nodes with their places: what both
//! formats have in common, and all that decoding sees of them.
//!
//! A container is followed by what it contains and knows where that ends, so
//! reading goes forwards without recursion and any part can be skipped. Texts
//! are kept as places in the input; only those written with escapes are
//! copied. The tape knows nothing of facts.

use base::TextRange;
use problem::FactsProblem;

/// The deepest nesting of objects and lists that is read.
pub(crate) const DEPTH_LIMIT: usize = 128;

/// The largest input in bytes, aliases counted as what they stand for.
pub(crate) const SIZE_LIMIT: usize = 8 * 1024 * 1024;

/// Why a text has no tape: what is wrong, and the bytes where.
#[derive(Debug)]
pub(crate) struct Refused {
    pub problem: FactsProblem,
    pub range: TextRange,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Null,
    Bool(bool),
    /// Its digits are the bytes of its range.
    Number,
    /// A text that stands in the input as it is.
    Plain,
    /// A text between one byte of quotes on either side.
    Quoted,
    /// A text that was written with escapes or over several lines, by number.
    Owned(u32),
    /// Its items follow, up to this node.
    List(u32),
    /// Its keys and values follow in turn, up to this node.
    Object(u32),
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub start: u32,
    pub end: u32,
    pub shape: Shape,
}

/// The nodes of one input, the root first.
#[derive(Debug)]
pub(crate) struct Tape<'t> {
    /// The whole input.
    pub input: &'t str,
    pub nodes: Vec<Node>,
    /// The texts that are not in the input as they are.
    pub owned: Vec<String>,
}

impl<'t> Tape<'t> {
    /// A tape without nodes.
    pub fn new(input: &'t str, capacity: usize) -> Tape<'t> {
        Tape { input, nodes: Vec::with_capacity(capacity), owned: Vec::new() }
    }

    /// What a node is.
    #[inline]
    pub fn shape(&self, at: u32) -> Shape {
        self.nodes[at as usize].shape
    }

    /// The bytes of a node, quotes and brackets included.
    pub fn range(&self, at: u32) -> TextRange {
        let Node { start, end, .. } = self.nodes[at as usize];
        TextRange::new(start.into(), end.into())
    }

    /// A node as it is written.
    #[inline]
    pub fn raw(&self, at: u32) -> &str {
        let Node { start, end, .. } = self.nodes[at as usize];
        &self.input[start as usize..end as usize]
    }

    /// What a text says.
    #[inline(always)]
    pub fn text(&self, at: u32) -> Option<&str> {
        let Node { start, end, shape } = self.nodes[at as usize];
        match shape {
            Shape::Plain => Some(&self.input[start as usize..end as usize]),
            Shape::Quoted => Some(&self.input[start as usize + 1..end as usize - 1]),
            Shape::Owned(number) => Some(&self.owned[number as usize]),
            Shape::Null | Shape::Bool(_) | Shape::Number | Shape::List(_) | Shape::Object(_) => None,
        }
    }

    /// The node after this one and all that it contains.
    #[inline]
    pub fn after(&self, at: u32) -> u32 {
        match self.shape(at) {
            Shape::List(after) | Shape::Object(after) => after,
            Shape::Null | Shape::Bool(_) | Shape::Number => at + 1,
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => at + 1,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self, at: u32) -> Items<'_> {
        match self.shape(at) {
            Shape::List(after) => Items { tape: self, next: at + 1, after },
            Shape::Null | Shape::Bool(_) | Shape::Number | Shape::Object(_) => Items::none(self),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => Items::none(self),
        }
    }

    /// The keys and values of an object; none of anything else.
    pub fn entries(&self, at: u32) -> Entries<'_> {
        match self.shape(at) {
            Shape::Object(after) => Entries(Items { tape: self, next: at + 1, after }),
            Shape::Null | Shape::Bool(_) | Shape::Number | Shape::List(_) => Entries(Items::none(self)),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => Entries(Items::none(self)),
        }
    }

    /// The value of the first key with this name.
    pub fn entry(&self, at: u32, name: &str) -> Option<u32> {
        self.entries(at).find(|&(key, _)| self.text(key) == Some(name)).map(|(_, value)| value)
    }
}

/// Nodes that follow each other.
pub(crate) struct Items<'a> {
    tape: &'a Tape<'a>,
    next: u32,
    after: u32,
}

impl<'a> Items<'a> {
    fn none(tape: &'a Tape<'a>) -> Items<'a> {
        Items { tape, next: 0, after: 0 }
    }
}

impl Iterator for Items<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.next >= self.after {
            return None;
        }
        let at = self.next;
        self.next = self.tape.after(at);
        Some(at)
    }
}

/// Keys with their values.
pub(crate) struct Entries<'a>(Items<'a>);

impl Iterator for Entries<'_> {
    type Item = (u32, u32);

    #[inline]
    fn next(&mut self) -> Option<(u32, u32)> {
        Some((self.0.next()?, self.0.next()?))
    }
}

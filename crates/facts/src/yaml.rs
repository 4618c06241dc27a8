//! YAML onto a tape: the events of saphyr-parser, with plain words read by
//! the core schema of YAML 1.2, so `yes` is a text and `2026-12-02` too.
//!
//! What has no counterpart in JSON is refused: tags, merge keys, keys that
//! are not texts, several documents. An alias is copied, and counted, so that
//! a small text cannot stand for a huge one.

use base::TextRange;
use problem::FactsProblem;
use rustc_hash::FxHashMap;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::tape::{DEPTH_LIMIT, Node, Refused, SIZE_LIMIT, Shape, Tape};

/// What a node counts for beside its text when aliases are copied.
const NODE_WEIGHT: usize = 8;

/// Reads the `input` from the byte `start` on, behind a byte order mark.
pub(crate) fn read(input: &str, start: usize) -> Result<Tape<'_>, Refused> {
    let mut builder = Builder {
        tape: Tape::new(input, 64),
        places: Places { input, byte: start, character: 0 },
        open: Vec::new(),
        anchors: FxHashMap::default(),
        weight: input.len(),
        documents: 0,
    };
    let mut parser = Parser::new_from_str(&input[start..]);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => builder.event(event, span)?,
            Err(error) => {
                let at = TextRange::empty(builder.places.byte_of(error.marker().index()).into());
                // The scanner looks ahead and may meet its own limit first.
                let too_deep = error.info() == "recursion limit exceeded";
                return Err(if too_deep { self::too_deep(at) } else { malformed(error.info(), at) });
            }
        }
    }
    if builder.tape.nodes.is_empty() {
        let end = input.len() as u32;
        builder.tape.nodes.push(Node { start: end, end, shape: Shape::Null });
    }
    Ok(builder.tape)
}

fn malformed(detail: &str, range: TextRange) -> Refused {
    Refused { problem: FactsProblem::Malformed { format: "YAML", detail: detail.into() }, range }
}

fn too_deep(range: TextRange) -> Refused {
    Refused { problem: FactsProblem::TooDeep { limit: DEPTH_LIMIT as u32 }, range }
}

/// A container that is not closed yet.
struct Open {
    at: u32,
    anchor: usize,
    object: bool,
    /// How many keys, values or items it has.
    children: u32,
    /// How deeply those are nested.
    height: usize,
}

/// A node that an alias can stand for.
#[derive(Clone, Copy)]
struct Anchored {
    at: u32,
    after: u32,
    height: usize,
}

struct Builder<'t> {
    tape: Tape<'t>,
    places: Places<'t>,
    open: Vec<Open>,
    anchors: FxHashMap<usize, Anchored>,
    weight: usize,
    documents: usize,
}

impl<'t> Builder<'t> {
    fn event(&mut self, event: Event<'t>, span: Span) -> Result<(), Refused> {
        let start = self.places.byte_of(span.start.index());
        let end = self.places.byte_of(span.end.index()).max(start);
        let range = TextRange::new(start.into(), end.into());
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => {
                self.documents += 1;
                let several = malformed("more than one document", range);
                if self.documents > 1 { Err(several) } else { Ok(()) }
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => Err(malformed("a tag", range)),
            Event::Scalar(content, style, anchor, None) => self.scalar(&content, style, anchor, range),
            Event::SequenceStart(anchor, None) => self.container(false, anchor, range),
            Event::MappingStart(anchor, None) => self.container(true, anchor, range),
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(start);
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, range),
        }
    }

    /// Counts a child of the innermost container; says whether it is a key.
    fn child(&mut self) -> bool {
        let Some(parent) = self.open.last_mut() else { return false };
        parent.children += 1;
        parent.object && parent.children % 2 == 1
    }

    fn scalar(
        &mut self,
        content: &str,
        style: ScalarStyle,
        anchor: usize,
        range: TextRange,
    ) -> Result<(), Refused> {
        let is_key = self.child();
        let range = written(self.tape.input, range, style);
        let raw = &self.tape.input[range];
        let shape = match style {
            ScalarStyle::Plain if content == "<<" && is_key => {
                return Err(malformed("a merge key `<<`", range));
            }
            ScalarStyle::Plain => match plain(content) {
                Shape::Plain if content != raw => self.own(content),
                shape => shape,
            },
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let inner = raw.get(1..raw.len().saturating_sub(1));
                if inner == Some(content) { Shape::Quoted } else { self.own(content) }
            }
            ScalarStyle::Literal | ScalarStyle::Folded => self.own(content),
        };
        let is_text = matches!(shape, Shape::Plain | Shape::Quoted | Shape::Owned(_));
        if is_key && !is_text {
            return Err(malformed("a key that is not a text", range));
        }
        let at = self.tape.nodes.len() as u32;
        self.tape.nodes.push(Node { start: range.start().into(), end: range.end().into(), shape });
        self.anchor(anchor, Anchored { at, after: at + 1, height: 0 });
        Ok(())
    }

    fn own(&mut self, content: &str) -> Shape {
        self.tape.owned.push(content.to_owned());
        Shape::Owned(self.tape.owned.len() as u32 - 1)
    }

    fn container(&mut self, object: bool, anchor: usize, range: TextRange) -> Result<(), Refused> {
        if self.child() {
            return Err(malformed("a key that is not a text", range));
        }
        if self.open.len() == DEPTH_LIMIT {
            return Err(too_deep(range));
        }
        // The range of an event includes its anchor and the space behind it; a
        // container begins with its bracket, in block style with its first child.
        let (anchored, rest) = behind_anchor(&self.tape.input[range]);
        let in_brackets = rest.starts_with(['{', '[']);
        let bracket = u32::from(range.start()) + anchored as u32;
        let (start, end) =
            if in_brackets { (bracket, bracket + 1) } else { (range.end().into(), range.end().into()) };
        let at = self.tape.nodes.len() as u32;
        self.open.push(Open { at, anchor, object, children: 0, height: 1 });
        let shape = if object { Shape::Object(0) } else { Shape::List(0) };
        self.tape.nodes.push(Node { start, end, shape });
        Ok(())
    }

    /// Closes the innermost container; its bracket, if it has one, stands at
    /// the byte `bracket`.
    fn close(&mut self, bracket: u32) {
        let Some(Open { at, anchor, object, height, .. }) = self.open.pop() else { return };
        let after = self.tape.nodes.len() as u32;
        let last = self.tape.nodes.last().map_or(bracket, |last| last.end);
        let node = &mut self.tape.nodes[at as usize];
        let in_brackets = node.end > node.start;
        node.end = if in_brackets { bracket + 1 } else { last.max(node.start) };
        node.shape = if object { Shape::Object(after) } else { Shape::List(after) };
        self.anchor(anchor, Anchored { at, after, height });
    }

    /// Remembers a finished node by its anchor and tells the container of it.
    fn anchor(&mut self, anchor: usize, node: Anchored) {
        if anchor > 0 {
            self.anchors.insert(anchor, node);
        }
        if let Some(parent) = self.open.last_mut() {
            parent.height = parent.height.max(node.height + 1);
        }
    }

    fn alias(&mut self, anchor: usize, range: TextRange) -> Result<(), Refused> {
        let is_key = self.child();
        let Some(&Anchored { at, after, height }) = self.anchors.get(&anchor) else {
            return Err(malformed("an alias within what it stands for", range));
        };
        if is_key && self.tape.text(at).is_none() {
            return Err(malformed("a key that is not a text", range));
        }
        if self.open.len() + height > DEPTH_LIMIT {
            return Err(too_deep(range));
        }
        let copy = self.tape.nodes.len() as u32;
        let moved = copy - at;
        for original in at..after {
            let mut node = self.tape.nodes[original as usize];
            self.weight += NODE_WEIGHT + self.tape.text(original).map_or(0, str::len);
            if self.weight > SIZE_LIMIT {
                return Err(Refused { problem: FactsProblem::TooLarge { limit: SIZE_LIMIT as u64 }, range });
            }
            node.shape = match node.shape {
                Shape::List(end) => Shape::List(end + moved),
                Shape::Object(end) => Shape::Object(end + moved),
                scalar @ (Shape::Null | Shape::Bool(_) | Shape::Number) => scalar,
                text @ (Shape::Plain | Shape::Quoted | Shape::Owned(_)) => text,
            };
            self.tape.nodes.push(node);
        }
        self.anchor(0, Anchored { at: copy, after: copy + (after - at), height });
        Ok(())
    }
}

/// The bytes of a scalar itself: without its anchor, and without the spaces
/// and comments behind it.
fn written(input: &str, range: TextRange, style: ScalarStyle) -> TextRange {
    let (anchored, raw) = behind_anchor(&input[range]);
    let start = usize::from(range.start()) + anchored;
    let len = match style {
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => raw.trim_end().len(),
        ScalarStyle::SingleQuoted => quoted_length(raw, b'\''),
        ScalarStyle::DoubleQuoted => quoted_length(raw, b'"'),
    };
    TextRange::at((start as u32).into(), (len as u32).into())
}

/// What stands behind an anchor, if there is one, and how far behind.
fn behind_anchor(raw: &str) -> (usize, &str) {
    if !raw.starts_with('&') {
        return (0, raw);
    }
    let name = raw.find(char::is_whitespace).unwrap_or(raw.len());
    let rest = raw[name..].trim_start();
    (raw.len() - rest.len(), rest)
}

fn quoted_length(raw: &str, quote: u8) -> usize {
    let bytes = raw.as_bytes();
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        let doubled = quote == b'\'' && byte == quote && bytes.get(at + 1) == Some(&quote);
        let escape = quote == b'"' && byte == b'\\';
        if byte == quote && !doubled {
            return at + 1;
        }
        at += if doubled || escape { 2 } else { 1 };
    }
    raw.len()
}

/// What a plain word is in the core schema.
fn plain(word: &str) -> Shape {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => Shape::Null,
        "true" | "True" | "TRUE" => Shape::Bool(true),
        "false" | "False" | "FALSE" => Shape::Bool(false),
        _ if is_number(word) => Shape::Number,
        _ => Shape::Plain,
    }
}

fn is_number(word: &str) -> bool {
    let all = |digits: &str, radix| !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    if let Some(digits) = word.strip_prefix("0x") {
        return all(digits, 16);
    }
    if let Some(digits) = word.strip_prefix("0o") {
        return all(digits, 8);
    }
    if matches!(word, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = word.strip_prefix(['-', '+']).unwrap_or(word);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| all(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), 10))
}

/// From the characters that saphyr counts to bytes. Events come nearly in
/// order, so it walks from the last place to the next.
struct Places<'t> {
    input: &'t str,
    byte: usize,
    character: usize,
}

impl Places<'_> {
    fn byte_of(&mut self, character: usize) -> u32 {
        while self.character < character {
            let Some(next) = self.input[self.byte..].chars().next() else { break };
            self.byte += next.len_utf8();
            self.character += 1;
        }
        while self.character > character {
            let Some(previous) = self.input[..self.byte].chars().next_back() else { break };
            self.byte -= previous.len_utf8();
            self.character -= 1;
        }
        self.byte as u32
    }
}

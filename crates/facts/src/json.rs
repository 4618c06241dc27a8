//! JSON onto a tape.
//!
//! A scanner of our own, because decoding needs what serde_json does not
//! give: where each value stands, and numbers as they are written. It accepts
//! what serde_json accepts, which is tested; escapes are resolved, and errors
//! described, by serde_json itself.

use base::TextRange;
use problem::FactsProblem;
use serde::de::IgnoredAny;

use crate::tape::{DEPTH_LIMIT, Node, Refused, Shape, Tape};

/// Reads the `input` from the byte `start` on, behind a byte order mark.
pub(crate) fn read(input: &str, start: usize) -> Result<Tape<'_>, Refused> {
    let mut scanner = Scanner {
        bytes: input.as_bytes(),
        at: start,
        tape: Tape::new(input, (input.len() / 8).clamp(16, 1 << 16)),
        open: Vec::with_capacity(8),
    };
    match scanner.document() {
        Ok(()) => Ok(scanner.tape),
        Err(Fault::TooDeep) => {
            let problem = FactsProblem::TooDeep { limit: DEPTH_LIMIT as u32 };
            Err(Refused { problem, range: character(input, scanner.at) })
        }
        Err(Fault::Malformed) => {
            let detail = describe(&input[start..]);
            let problem = FactsProblem::Malformed { format: "JSON", detail };
            Err(Refused { problem, range: character(input, scanner.at) })
        }
    }
}

enum Fault {
    Malformed,
    TooDeep,
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
    tape: Tape<'t>,
    /// The containers that are not closed yet.
    open: Vec<u32>,
}

impl Scanner<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        self.space();
        let mut expects_value = true;
        loop {
            if expects_value {
                expects_value = self.value()?;
                continue;
            }
            // A value has ended; what may follow depends on what is open.
            let Some(&container) = self.open.last() else { break };
            self.space();
            let in_object = matches!(self.tape.shape(container), Shape::Object(_));
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.space();
                    if in_object {
                        self.key()?;
                    }
                    expects_value = true;
                }
                Some(b'}') if in_object => self.close(),
                Some(b']') if !in_object => self.close(),
                _ => return Err(Fault::Malformed),
            }
        }
        self.space();
        if self.at == self.bytes.len() { Ok(()) } else { Err(Fault::Malformed) }
    }

    /// Reads a scalar or the beginning of a container; says whether another
    /// value follows at once.
    fn value(&mut self) -> Result<bool, Fault> {
        match self.peek() {
            Some(b'"') => self.text()?,
            Some(b'{') => {
                self.open(Shape::Object(0))?;
                self.space();
                if self.peek() == Some(b'}') {
                    self.close();
                } else {
                    self.key()?;
                    return Ok(true);
                }
            }
            Some(b'[') => {
                self.open(Shape::List(0))?;
                self.space();
                if self.peek() == Some(b']') {
                    self.close();
                } else {
                    return Ok(true);
                }
            }
            Some(b't') => self.word(b"true", Shape::Bool(true))?,
            Some(b'f') => self.word(b"false", Shape::Bool(false))?,
            Some(b'n') => self.word(b"null", Shape::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(Fault::Malformed),
        }
        Ok(false)
    }

    fn open(&mut self, shape: Shape) -> Result<(), Fault> {
        if self.open.len() == DEPTH_LIMIT {
            return Err(Fault::TooDeep);
        }
        self.open.push(self.tape.nodes.len() as u32);
        self.push(self.at, self.at, shape);
        self.at += 1;
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let after = self.tape.nodes.len() as u32;
        if let Some(container) = self.open.pop() {
            let node = &mut self.tape.nodes[container as usize];
            node.end = self.at as u32;
            node.shape = match node.shape {
                Shape::Object(_) => Shape::Object(after),
                Shape::List(_) => Shape::List(after),
                other @ (Shape::Null | Shape::Bool(_) | Shape::Number) => other,
                other @ (Shape::Plain | Shape::Quoted | Shape::Owned(_)) => other,
            };
        }
    }

    fn key(&mut self) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return Err(Fault::Malformed);
        }
        self.text()?;
        self.space();
        if self.peek() != Some(b':') {
            return Err(Fault::Malformed);
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn text(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        loop {
            self.at += plain_length(&self.bytes[self.at..]);
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') if self.bytes.len() > self.at + 1 => {
                    escaped = true;
                    self.at += 2;
                }
                _ => return Err(Fault::Malformed),
            }
        }
        self.at += 1;
        let mut shape = Shape::Quoted;
        if escaped {
            let resolved = serde_json::from_str(&self.tape.input[start..self.at]);
            if resolved.is_err() {
                self.at = start;
            }
            shape = Shape::Owned(self.tape.owned.len() as u32);
            self.tape.owned.push(resolved.map_err(|_| Fault::Malformed)?);
        }
        self.push(start, self.at, shape);
        Ok(())
    }

    fn word(&mut self, word: &[u8], shape: Shape) -> Result<(), Fault> {
        if !self.bytes[self.at..].starts_with(word) {
            return Err(Fault::Malformed);
        }
        self.push(self.at, self.at + word.len(), shape);
        self.at += word.len();
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        self.push(start, self.at, Shape::Number);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Fault::Malformed) }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, shape: Shape) {
        self.tape.nodes.push(Node { start: start as u32, end: end as u32, shape });
    }
}

/// How many bytes there are before a quote, a backslash or a control
/// character. Eight at a time: a byte of the mask is set where one stands,
/// and nowhere before the first.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGHS: u64 = ONES << 7;
    let mut at = 0;
    while let Some((chunk, _)) = bytes[at..].split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let quote = word ^ (ONES * u64::from(b'"'));
        let quote = quote.wrapping_sub(ONES) & !quote;
        let backslash = word ^ (ONES * u64::from(b'\\'));
        let backslash = backslash.wrapping_sub(ONES) & !backslash;
        let mask = (control | quote | backslash) & HIGHS;
        if mask != 0 {
            return at + (mask.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = bytes[at..].iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
    rest.map_or(bytes.len(), |found| at + found)
}

/// What serde_json says of the text, without the place.
fn describe(text: &str) -> String {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else {
        return "invalid escape".into();
    };
    let mut detail = error.to_string();
    if let Some(place) = detail.rfind(" at line ") {
        detail.truncate(place);
    }
    detail
}

/// The character at a byte; nothing at the end.
fn character(input: &str, at: usize) -> TextRange {
    let mut start = at.min(input.len());
    while !input.is_char_boundary(start) {
        start -= 1;
    }
    let len = input[start..].chars().next().map_or(0, char::len_utf8);
    TextRange::at((start as u32).into(), (len as u32).into())
}

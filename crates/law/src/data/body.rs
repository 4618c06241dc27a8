//! What stands right of the `=` in a data file: subparagraphs, points and
//! counts of sentences.

use std::borrow::Cow;

use super::{Read, number, period};
use crate::act::{Change, Node, Period, Sentences, Subparagraph};
use crate::label::{self, is_number};
use crate::level::Level;

/// A reader of one body.
pub(super) struct Body<'a> {
    rest: &'static str,
    level: Level,
    counted: bool,
    changes: &'a [Change],
}

/// The count where nothing else is said.
pub(super) fn one_sentence(counted: bool) -> Option<Sentences> {
    counted.then_some(Sentences { count: 1, then: None })
}

impl<'a> Body<'a> {
    /// A reader of `text`, whose outermost points have this level.
    pub fn new(text: &'static str, level: Level, counted: bool, changes: &'a [Change]) -> Body<'a> {
        Body { rest: text, level, counted, changes }
    }

    /// Reads the whole text into a node.
    pub fn fill(mut self, node: &mut Node) -> Read<()> {
        node.subparagraphs = self.subparagraphs(self.level)?;
        if self.rest.is_empty() { Ok(()) } else { Err("a bracket too many") }
    }

    fn subparagraphs(&mut self, level: Level) -> Read<Vec<Subparagraph>> {
        let fresh = |counted| Subparagraph { sentences: one_sentence(counted), ..Subparagraph::default() };
        let mut all = Vec::new();
        let mut current = fresh(self.counted);
        loop {
            self.rest = self.rest.trim_ascii_start();
            match self.rest.as_bytes().first() {
                None | Some(b')') => break,
                Some(b'/') => {
                    self.rest = &self.rest[1..];
                    all.push(std::mem::replace(&mut current, fresh(self.counted)));
                }
                Some(b':') => current.sentences = Some(self.sentences()?),
                Some(b'+' | b'~') => current.period = self.mark()?,
                Some(b'*') => {
                    self.rest = &self.rest[1..];
                    let count = number(self.word())?;
                    let label = |number: u32| Cow::Owned(number.to_string());
                    current.points.extend((1..=count).map(|number| self.node(label(number), Level::Indent)));
                }
                Some(_) => self.points(level, &mut current.points)?,
            }
        }
        all.push(current);
        Ok(all)
    }

    /// A point, or a range of them.
    fn points(&mut self, level: Level, points: &mut Vec<Node>) -> Read<()> {
        let first = self.word();
        if first.is_empty() {
            return Err("a character that cannot stand here");
        }
        if let Some(rest) = self.rest.strip_prefix('-') {
            self.rest = rest;
            let range = label::range(first, self.word());
            if range.is_empty() {
                return Err("not a range");
            }
            points.extend(range.into_iter().map(|label| self.node(label, level)));
            return Ok(());
        }
        let mut point = self.node(Cow::Borrowed(first), level);
        if self.rest.starts_with(['+', '~']) {
            point.period = self.mark()?;
        }
        if self.rest.starts_with(':') {
            point.sentences = Some(self.sentences()?);
        }
        if let Some(rest) = self.rest.strip_prefix('(') {
            self.rest = rest;
            point.subparagraphs =
                self.subparagraphs(if point.level == Level::Section { Level::Item } else { Level::Point })?;
            if let [single] = point.subparagraphs.as_mut_slice() {
                single.sentences = point.sentences;
            }
            self.rest = self.rest.strip_prefix(')').ok_or("a bracket is not closed")?;
        }
        points.push(point);
        Ok(())
    }

    /// The level of entries of an annex depends on their label.
    fn node(&self, label: Cow<'static, str>, level: Level) -> Node {
        let level = match level {
            Level::Item if label.starts_with(|first: char| first.is_ascii_uppercase()) => Level::Section,
            Level::Item if !is_number(&label) => Level::Point,
            Level::Article
            | Level::Annex
            | Level::Recital
            | Level::Section
            | Level::Paragraph
            | Level::Subparagraph
            | Level::Sentence
            | Level::Point
            | Level::Definition
            | Level::Item
            | Level::Indent => level,
        };
        Node { sentences: one_sentence(self.counted), ..Node::new(label, level) }
    }

    /// `:3`, or `:1+o2`.
    fn sentences(&mut self) -> Read<Sentences> {
        self.rest = &self.rest[1..];
        let count = number(self.word())?;
        if !self.rest.starts_with('+') {
            return Ok(Sentences { count, then: None });
        }
        let day = self.mark()?.since.ok_or("not a mark")?;
        Ok(Sentences { count, then: Some((day, number(self.word())?)) })
    }

    /// `+o`: a sign and one letter.
    fn mark(&mut self) -> Read<Period> {
        let (mark, rest) = self.rest.split_at_checked(2).ok_or("a mark is missing")?;
        self.rest = rest;
        period(mark, self.changes)
    }

    fn word(&mut self) -> &'static str {
        let end = self.rest.find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }
}

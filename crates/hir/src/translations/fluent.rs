//! A file of translations in the syntax of Project Fluent. Its values are
//! plain text: what a placeable stands for would not be known here.

use std::collections::BTreeMap;

use base::{TextRange, TextSize};
use fluent_syntax::ast;
use problem::{FactsProblem, LawProblem, Problem};

use crate::db::{Db, SourceFile};

/// A file of translations, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// The entries by key.
    pub entries: BTreeMap<String, Entry>,
    /// What is wrong with the file; ranges in the file.
    pub problems: Vec<Problem>,
}

/// The texts of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The bytes of the key.
    pub range: TextRange,
    /// The bytes of the key, where a text stands right behind it: no text of
    /// a policy is translated so.
    pub value: Option<TextRange>,
    /// The texts by attribute.
    pub attributes: BTreeMap<String, Attribute>,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The text; its lines are joined by blanks.
    pub text: String,
    /// The bytes of the attribute's name.
    pub range: TextRange,
}

impl Translation {
    /// Whether there is a text for `key.attribute`.
    pub fn has(&self, path: &str) -> bool {
        let found = path.split_once('.').and_then(|(key, name)| self.entries.get(key)?.attributes.get(name));
        found.is_some()
    }
}

/// Reads a file of translations.
#[salsa::tracked]
pub fn translation(db: &dyn Db, file: SourceFile) -> Translation {
    Translation::read(file.text(db))
}

impl Translation {
    /// Reads a text.
    pub fn read(text: &str) -> Translation {
        // Braces are taken for text and looked for in it afterwards, so that
        // no nesting of placeables is ever parsed.
        let flat: String = text.chars().map(|char| if is_brace(char) { '|' } else { char }).collect();
        let (resource, errors) = match fluent_syntax::parser::parse(flat.as_str()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut reader = Reader { text, flat: &flat, found: Translation::default() };
        for error in errors {
            reader.malformed(&error);
        }
        for entry in resource.body {
            match entry {
                ast::Entry::Message(message) => reader.message(&message),
                ast::Entry::Term(term) => {
                    let range = reader.range(term.id.name);
                    reader.not_plain(format!("-{}", term.id.name), range);
                }
                // Junk is what an error was about.
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_)
                | ast::Entry::Junk { .. } => {}
            }
        }
        reader.found
    }
}

fn is_brace(char: char) -> bool {
    matches!(char, '{' | '}')
}

struct Reader<'a> {
    text: &'a str,
    /// The same text without braces, of the same length.
    flat: &'a str,
    found: Translation,
}

impl<'a> Reader<'a> {
    fn message(&mut self, message: &ast::Message<&'a str>) {
        let key = message.id.name;
        let range = self.range(key);
        if self.found.entries.contains_key(key) {
            let twice = FactsProblem::DuplicateKey { key: key.to_owned() };
            self.found.problems.push(Problem::new(twice, range));
            return;
        }
        let mut entry = Entry { range, value: message.value.as_ref().map(|_| range), ..Entry::default() };
        if let Some(value) = &message.value {
            self.plain(key, value);
        }
        for attribute in &message.attributes {
            let range = self.range(attribute.id.name);
            let path = format!("{key}.{}", attribute.id.name);
            let text = self.plain(&path, &attribute.value);
            let attribute_text = Attribute { text, range };
            if entry.attributes.insert(attribute.id.name.to_owned(), attribute_text).is_some() {
                self.found.problems.push(Problem::new(FactsProblem::DuplicateKey { key: path }, range));
            }
        }
        self.found.entries.insert(key.to_owned(), entry);
    }

    /// A text on one line; a brace in it is a problem.
    fn plain(&mut self, path: &str, pattern: &ast::Pattern<&'a str>) -> String {
        let lines = pattern.elements.iter().filter_map(|element| match element {
            ast::PatternElement::TextElement { value } => Some(*value),
            ast::PatternElement::Placeable { .. } => None,
        });
        let mut joined = String::new();
        let mut brace = None;
        for line in lines {
            let range = self.range(line);
            let at = self.text[range].find(is_brace);
            brace = brace.or_else(|| at.map(|at| range.start() + TextSize::new(at as u32)));
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(line.trim());
        }
        if let Some(at) = brace {
            self.not_plain(path.to_owned(), TextRange::at(at, 1.into()));
        }
        joined.trim().to_owned()
    }

    fn not_plain(&mut self, key: String, range: TextRange) {
        self.found.problems.push(Problem::new(LawProblem::TranslationNotPlain { key }, range));
    }

    fn malformed(&mut self, error: &fluent_syntax::parser::ParserError) {
        let slice = error.slice.clone().unwrap_or(error.pos.clone());
        let junk = self.text.get(slice.clone()).unwrap_or_default();
        // An entry with a placeable over several lines falls apart without its braces.
        if let Some(at) = junk.find(is_brace) {
            let key = junk.split(|char: char| char.is_whitespace() || char == '=').next().unwrap_or_default();
            let at = TextSize::new((slice.start + at) as u32);
            self.not_plain(key.to_owned(), TextRange::at(at, 1.into()));
            return;
        }
        let detail = error.kind.to_string();
        let start = error.pos.start.min(self.text.len());
        let end = error.pos.end.clamp(start, self.text.len());
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
        self.found.problems.push(Problem::new(FactsProblem::Malformed { format: "Fluent", detail }, range));
    }

    /// The bytes of a slice of the text.
    fn range(&self, slice: &str) -> TextRange {
        let start =
            (slice.as_ptr() as usize).saturating_sub(self.flat.as_ptr() as usize).min(self.flat.len());
        TextRange::at(TextSize::new(start as u32), TextSize::of(slice))
    }
}

//! The texts of an item, and the keys under which they are translated.

use base::TextRange;
use syntax::ItemKind;

use crate::model::{Body, Field, Header, Item};

/// A text that stands inline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The key of what it is about.
    pub key: String,
    /// Which of its texts.
    pub kind: TextKind,
    /// The text.
    pub inline: &'a str,
    /// The place of what it is about, in the item.
    pub range: TextRange,
}

/// The texts that things have: the attributes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// What it is called.
    Label,
    /// The question that settles it.
    Ask,
    /// More about it.
    Help,
    /// What those who have a power may do.
    May,
}

impl TextKind {
    /// The attribute.
    pub fn name(self) -> &'static str {
        match self {
            TextKind::Label => "label",
            TextKind::Ask => "ask",
            TextKind::Help => "help",
            TextKind::May => "may",
        }
    }
}

impl Text<'_> {
    /// Key and attribute: `fact-sme.ask`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.key, self.kind.name())
    }
}

/// The key of something: what it is, and the names that lead to it. The dots
/// of a path become hyphens, which no name has.
pub fn key(what: &str, names: &[&str]) -> String {
    let mut key = what.to_owned();
    for name in names {
        key.push('-');
        key.push_str(&name.replace('.', "-"));
    }
    key
}

/// The key of a field: of the facts, of conduct, or of a record by its name.
pub fn field_key(kind: ItemKind, record: &str, path: &str) -> String {
    match kind {
        ItemKind::Conduct => key("conduct", &[path]),
        ItemKind::Record => key("record", &[record, path]),
        _ => key("fact", &[path]),
    }
}

/// The texts of an item that stand inline. Versions of an item share their
/// keys.
pub fn texts(kind: ItemKind, item: &Item) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    let name = item.header.name.as_str();
    if !name.is_empty() {
        header(key(kind.keyword(), &[name]), &item.header, &mut found);
    }
    match &item.body {
        Body::Fields(fields) | Body::Conduct { fields, .. } => {
            for field in fields {
                self::field(field_key(kind, name, &field.path), field, &mut found);
            }
        }
        Body::Rule(rule) => {
            for element in &rule.elements {
                header(key("element", &[name, &element.header.name]), &element.header, &mut found);
            }
        }
        Body::Obligation(obligation) => {
            for must in &obligation.musts {
                header(key("must", &[name, &must.header.name]), &must.header, &mut found);
            }
        }
        Body::Note(note) => {
            if let Some(inline) = &note.may {
                let key = key(kind.keyword(), &[name]);
                found.push(Text { key, kind: TextKind::May, inline, range: item.header.name_range });
            }
        }
        Body::Issue(issue) => {
            for reading in &issue.readings {
                header(key("reading", &[name, &reading.header.name]), &reading.header, &mut found);
            }
        }
        Body::Source { .. }
        | Body::Enum(_)
        | Body::Constraint(_)
        | Body::Definition(..)
        | Body::Sanction { .. } => {}
    }
    found
}

fn header<'a>(key: String, header: &'a Header, found: &mut Vec<Text<'a>>) {
    for (kind, text) in [(TextKind::Label, &header.label), (TextKind::Help, &header.help)] {
        if let Some(inline) = text {
            found.push(Text { key: key.clone(), kind, inline, range: header.name_range });
        }
    }
}

fn field<'a>(key: String, field: &'a Field, found: &mut Vec<Text<'a>>) {
    let texts = [(TextKind::Label, &field.label), (TextKind::Ask, &field.ask), (TextKind::Help, &field.help)];
    for (kind, text) in texts {
        if let Some(inline) = text {
            found.push(Text { key: key.clone(), kind, inline, range: field.range });
        }
    }
}

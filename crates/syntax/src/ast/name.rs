//! Names, paths, texts and dates: the smallest values with a place.

use base::TextRange;

use super::{AstNode, nodes, token_of, tokens};
use crate::kind::{SyntaxKind, SyntaxNode, SyntaxToken};

/// A name where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Its bytes.
    pub range: TextRange,
}

/// A list of names where it stands, such as that of `forbids`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Names {
    /// The names in order.
    pub names: Vec<Name>,
    /// The bytes of the clause, keyword included.
    pub range: TextRange,
}

/// The content of a string where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    /// What the quotes hold, without escapes.
    pub text: String,
    /// Its bytes, quotes included.
    pub range: TextRange,
}

/// A day that the calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month, from 1.
    pub day: i8,
    /// Its bytes.
    pub range: TextRange,
}

nodes! {
    /// A name with the way to it: `conduct.from`, `national::objective`.
    Path = Path;
}

impl Path {
    /// The package in front of `::`.
    pub fn package(&self) -> Option<Name> {
        let second = tokens(self.syntax()).nth(1)?;
        let first = token_of(self.syntax(), SyntaxKind::Name)?;
        (second.kind() == SyntaxKind::ColonColon).then(|| Name::of(&first))
    }

    /// The names between the dots, the package left out.
    pub fn segments(&self) -> Vec<Name> {
        let skipped = usize::from(self.package().is_some());
        names(self.syntax()).skip(skipped).collect()
    }

    /// The path as it is written, without blanks: `conduct.from`.
    pub fn text(&self) -> String {
        self.syntax().text().to_string()
    }
}

impl Name {
    /// The name that a token holds.
    pub(super) fn of(token: &SyntaxToken) -> Name {
        Name { text: token.text().to_owned(), range: token.text_range() }
    }

    /// The first name among the child tokens.
    pub(super) fn first(node: &SyntaxNode) -> Option<Name> {
        names(node).next()
    }
}

/// The names among the child tokens, names of types included.
pub(super) fn names(node: &SyntaxNode) -> impl Iterator<Item = Name> + use<> {
    tokens(node)
        .filter(|token| matches!(token.kind(), SyntaxKind::Name | SyntaxKind::TypeName))
        .map(|token| Name::of(&token))
}

impl Text {
    /// The first string among the child tokens.
    pub(super) fn first(node: &SyntaxNode) -> Option<Text> {
        let token = token_of(node, SyntaxKind::String)?;
        Some(Text { text: unescape(token.text()), range: token.text_range() })
    }
}

impl Date {
    /// The date that a token holds, if there is such a day.
    pub(super) fn of(token: &SyntaxToken) -> Option<Date> {
        let (year, month, day) = calendar_day(token.text())?;
        Some(Date { year, month, day, range: token.text_range() })
    }

    /// The first date among the child tokens.
    pub(super) fn first(node: &SyntaxNode) -> Option<Date> {
        Date::of(&token_of(node, SyntaxKind::Date)?)
    }
}

/// What a string holds: without its quotes, `\"` and `\\` undone.
pub(super) fn unescape(literal: &str) -> String {
    let inner = literal.strip_prefix('"').unwrap_or(literal);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        text.push(if char == '\\' { chars.next().unwrap_or('\\') } else { char });
    }
    text
}

/// Year, month and day of `2026-12-02`, if the calendar has that day.
pub(crate) fn calendar_day(text: &str) -> Option<(i16, i8, i8)> {
    let mut parts = text.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    let day: i8 = parts.next()?.parse().ok()?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (year >= 1 && (1..=days).contains(&day)).then_some((year, month, day))
}

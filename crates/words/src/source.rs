//! Files as whoever read them has them, and places in them as people write
//! those.

use base::{FileId, LineColumn, LineIndex, Span};
use serde::Serialize;

/// A file that can be shown.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its path, as it is shown.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Where its lines begin.
    pub lines: &'a LineIndex,
}

/// Finds the file of a number; none if it cannot be shown.
pub type Files<'a> = dyn Fn(FileId) -> Option<SourceFile<'a>> + 'a;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpanReport {
    /// The path.
    pub file: String,
    /// Where it begins.
    pub start: Place,
    /// Right behind its last character.
    pub end: Place,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl SpanReport {
    /// The place of a span; none if its file cannot be shown.
    pub fn new(span: Span, files: &Files<'_>) -> Option<SpanReport> {
        let SourceFile { path, text, lines } = files(span.file)?;
        let place = |offset| Place::from(lines.line_column(text, offset));
        Some(SpanReport {
            file: path.to_owned(),
            start: place(span.range.start()),
            end: place(span.range.end()),
        })
    }
}

impl From<LineColumn> for Place {
    fn from(LineColumn { line, column }: LineColumn) -> Place {
        Place { line, column }
    }
}

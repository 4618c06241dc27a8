//! What a note consists of, whatever it is printed as.

use crate::style::Tone;

/// A part of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The title of the whole.
    Title(Line),
    /// The title of a section.
    Section(Line),
    /// The heading of a norm that is explained at length.
    Norm(Line),
    /// A norm in one line.
    Short(Line),
    /// The heading of a case.
    Case(Line),
    /// A statement in a list, at a depth from 0.
    Item(usize, Line),
    /// A paragraph by itself.
    Paragraph(Line),
}

/// A line in pieces. Names stand between backticks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line(pub(super) Vec<(Tone, String)>);

impl Line {
    /// A line that does not stand out.
    pub(super) fn plain(text: String) -> Line {
        Line(vec![(Tone::Plain, text)])
    }

    /// The same line with a piece more.
    pub(super) fn and(mut self, tone: Tone, text: impl Into<String>) -> Line {
        self.0.push((tone, text.into()));
        self
    }
}

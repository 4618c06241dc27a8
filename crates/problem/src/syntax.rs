//! `P01xx`: the text is not in the language.

/// A problem of syntax.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxProblem {
    /// Something else was expected here.
    Unexpected {
        /// What stands there, shortened; empty at the end of the item.
        found: String,
        /// What could stand there: keywords and kinds of tokens, as the
        /// grammar names them, at most three.
        expected: Vec<&'static str>,
    },
    /// A line in column 0 begins no item.
    NoItem {
        /// The word that stands there.
        found: String,
        /// The item keyword that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// An item or group has no closing brace.
    Unclosed {
        /// The bracket that was opened.
        open: char,
    },
    /// Brackets are nested too deeply.
    TooDeep {
        /// The deepest nesting that is read.
        limit: u32,
    },
    /// The file is too large.
    TooLarge {
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// `and` and `or` stand beside each other without brackets.
    MixedLogic,
    /// A word of the language is used as a name.
    ReservedWord {
        /// The word.
        word: String,
    },
    /// A date that no calendar has.
    NoSuchDate {
        /// The text.
        text: String,
    },
    /// A number that is too large or too precise.
    NumberRange {
        /// The text.
        text: String,
    },
    /// A clause that stands only once stands twice.
    RepeatedClause {
        /// The clause's keyword.
        clause: &'static str,
    },
    /// A clause that must be there is not.
    MissingClause {
        /// The clause's keyword.
        clause: &'static str,
        /// The item's keyword.
        item: &'static str,
    },
    /// A file that is not UTF-8.
    NotUtf8,
}

impl SyntaxProblem {
    /// The code.
    pub fn code(&self) -> &'static str {
        match self {
            SyntaxProblem::Unexpected { .. } => "P0101",
            SyntaxProblem::NoItem { .. } => "P0102",
            SyntaxProblem::Unclosed { .. } => "P0103",
            SyntaxProblem::TooDeep { .. } => "P0104",
            SyntaxProblem::TooLarge { .. } => "P0105",
            SyntaxProblem::MixedLogic => "P0106",
            SyntaxProblem::ReservedWord { .. } => "P0107",
            SyntaxProblem::NoSuchDate { .. } => "P0108",
            SyntaxProblem::NumberRange { .. } => "P0109",
            SyntaxProblem::RepeatedClause { .. } => "P0110",
            SyntaxProblem::MissingClause { .. } => "P0111",
            SyntaxProblem::NotUtf8 => "P0112",
        }
    }
}

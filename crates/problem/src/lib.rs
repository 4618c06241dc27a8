//! What can be wrong with a policy or with facts: a code, its arguments and
//! the place. No sentences: those are made in `words`, in each language.
//!
//! A module holds the problems of one cause. Codes are never reused.

mod facts;
mod law;
mod names;
mod syntax;
mod types;

pub use facts::FactsProblem;
pub use law::LawProblem;
pub use names::{NameKind, NameProblem};
pub use syntax::SyntaxProblem;
pub use types::TypeProblem;

use base::{FileId, Span, TextRange};

/// One thing that is wrong, at a place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Problem {
    /// What is wrong.
    pub kind: Kind,
    /// The bytes it is about.
    pub range: TextRange,
    /// Other places that explain it. They are in files of their own, so their
    /// ranges are absolute.
    pub related: Vec<Related>,
}

/// A place that explains a problem elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is there.
    pub role: Role,
}

/// What stands at a related place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The earlier of two that clash.
    First,
    /// Where the name is declared.
    Declared,
    /// One of several things that a name can mean.
    Candidate,
    /// A further step of a cycle.
    Through,
}

/// A problem with its file. Without a file it concerns the run as a whole,
/// such as a flag or a folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located {
    /// The file.
    pub file: Option<FileId>,
    /// The JSON pointer into a facts file: `/conduct/0/from`.
    pub pointer: Option<String>,
    /// The problem; its range counts from the start of the file.
    pub problem: Problem,
}

/// The problems by cause.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `P01xx`: the text is not in the language.
    Syntax(SyntaxProblem),
    /// `P02xx`: names and citations.
    Name(NameProblem),
    /// `P03xx`: types and units.
    Type(TypeProblem),
    /// `P04xx`: rules that do not fit the law or each other.
    Law(LawProblem),
    /// `P05xx`: facts, flags and tests.
    Facts(FactsProblem),
}

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is decided until it is mended.
    Error,
    /// Worth a look; the answer stands.
    Warning,
}

impl Severity {
    /// The word in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Kind {
    /// The code, such as `P0203`.
    pub fn code(&self) -> &'static str {
        match self {
            Kind::Syntax(problem) => problem.code(),
            Kind::Name(problem) => problem.code(),
            Kind::Type(problem) => problem.code(),
            Kind::Law(problem) => problem.code(),
            Kind::Facts(problem) => problem.code(),
        }
    }

    /// Whether the answer stands in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            Kind::Syntax(_) | Kind::Name(_) | Kind::Type(_) => Severity::Error,
            Kind::Law(problem) => problem.severity(),
            Kind::Facts(problem) => problem.severity(),
        }
    }
}

impl Problem {
    /// A problem with no related places.
    pub fn new(kind: impl Into<Kind>, range: TextRange) -> Problem {
        Problem { kind: kind.into(), range, related: Vec::new() }
    }

    /// The same problem with one related place more.
    pub fn with(mut self, role: Role, span: Span) -> Problem {
        self.related.push(Related { span, role });
        self
    }

    /// The same problem in `file`, with its range moved by `offset` bytes:
    /// from the start of an item to the start of its file.
    pub fn at(mut self, file: FileId, offset: base::TextSize) -> Located {
        self.range += offset;
        Located { file: Some(file), pointer: None, problem: self }
    }
}

macro_rules! into_kind {
    ($($problem:ident => $kind:ident),*) => {$(
        impl From<$problem> for Kind {
            fn from(problem: $problem) -> Kind {
                Kind::$kind(problem)
            }
        }
    )*};
}

into_kind!(SyntaxProblem => Syntax, NameProblem => Name, TypeProblem => Type, LawProblem => Law, FactsProblem => Facts);

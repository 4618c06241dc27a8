//! `P05xx`: facts, flags and tests.

use crate::{NameKind, Severity};

/// A problem with the facts, or with what was asked of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FactsProblem {
    /// The text is not JSON or not YAML.
    Malformed {
        /// `JSON` or `YAML`.
        format: &'static str,
        /// What the reader of that format says.
        detail: String,
    },
    /// The policy has no such fact.
    UnknownFact {
        /// The key.
        key: String,
        /// The nearest key.
        suggestion: Option<String>,
    },
    /// A value of another type than the fact has.
    WrongType {
        /// The fact, with its path.
        fact: String,
        /// The type of the fact, as the language writes it.
        expected: String,
        /// What stands there, shortened.
        found: String,
    },
    /// A value that is not a member of the enum.
    UnknownMember {
        /// The fact, with its path.
        fact: String,
        /// The value.
        value: String,
        /// The nearest member.
        suggestion: Option<String>,
        /// The members there are.
        members: Vec<String>,
    },
    /// A date that no calendar has, or a time that is not one.
    BadDate {
        /// The text.
        text: String,
    },
    /// A number out of range.
    NumberRange {
        /// The text.
        text: String,
    },
    /// One key twice in an object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// One fact in two files.
    GivenTwice {
        /// The fact.
        fact: String,
        /// The file that gave it first.
        first: String,
    },
    /// An event after the moment of assessment.
    EventAfterAsOf {
        /// The fact, with its path.
        fact: String,
        /// The moment of assessment.
        as_of: String,
    },
    /// An event whose bounds exclude each other.
    EmptyEvent {
        /// The fact, with its path.
        fact: String,
    },
    /// The facts break a constraint.
    Constraint {
        /// The constraint.
        name: String,
        /// The conduct it concerns, by id or index.
        conduct: Option<String>,
        /// The facts it reads.
        facts: Vec<String>,
    },
    /// Objects or lists are nested too deeply.
    TooDeep {
        /// The deepest nesting that is read.
        limit: u32,
    },
    /// The facts are too large, aliases counted as what they stand for.
    TooLarge {
        /// The largest size in bytes.
        limit: u64,
    },
    /// No date in a batch, test or diff.
    NoDate,
    /// A name in a flag or in the facts that the policy does not have.
    UnknownChoice {
        /// What was looked for: a norm, issue, reading, profile or role.
        kind: NameKind,
        /// The name.
        name: String,
        /// The nearest name.
        suggestion: Option<String>,
    },
    /// A judgement without the person or the reason.
    JudgementBare {
        /// The fact, with its path.
        fact: String,
    },
    /// A judgement that leaves a factor unaddressed.
    FactorUnaddressed {
        /// The fact, with its path.
        fact: String,
        /// The factor, as a citation.
        factor: String,
    },
    /// A file or folder that cannot be read.
    Unreadable {
        /// The path.
        path: String,
        /// What the system says.
        detail: String,
    },
    /// No package here or above.
    NoPackage {
        /// The folder where the search began.
        folder: String,
    },
    /// A field that does not belong to this kind of conduct.
    FieldOnOtherKind {
        /// The field.
        field: String,
        /// The kind of the conduct.
        kind: String,
    },
    /// Two records, or two pieces of conduct, with one id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// `policy.toml` is not what it should be.
    Manifest {
        /// What the reader says.
        detail: String,
    },
    /// A flag that cannot be used this way.
    Usage {
        /// The flag.
        flag: &'static str,
        /// The value.
        value: String,
    },
}

impl FactsProblem {
    /// The code.
    pub fn code(&self) -> &'static str {
        match self {
            FactsProblem::Malformed { .. } => "P0501",
            FactsProblem::UnknownFact { .. } => "P0502",
            FactsProblem::WrongType { .. } => "P0503",
            FactsProblem::UnknownMember { .. } => "P0504",
            FactsProblem::BadDate { .. } => "P0505",
            FactsProblem::NumberRange { .. } => "P0506",
            FactsProblem::DuplicateKey { .. } => "P0507",
            FactsProblem::GivenTwice { .. } => "P0508",
            FactsProblem::EventAfterAsOf { .. } => "P0509",
            FactsProblem::EmptyEvent { .. } => "P0510",
            FactsProblem::Constraint { .. } => "P0511",
            FactsProblem::TooDeep { .. } => "P0512",
            FactsProblem::TooLarge { .. } => "P0513",
            FactsProblem::NoDate => "P0514",
            FactsProblem::UnknownChoice { .. } => "P0515",
            FactsProblem::JudgementBare { .. } => "P0516",
            FactsProblem::FactorUnaddressed { .. } => "P0517",
            FactsProblem::Unreadable { .. } => "P0518",
            FactsProblem::NoPackage { .. } => "P0519",
            FactsProblem::FieldOnOtherKind { .. } => "P0520",
            FactsProblem::DuplicateId { .. } => "P0521",
            FactsProblem::Manifest { .. } => "P0522",
            FactsProblem::Usage { .. } => "P0523",
        }
    }

    /// Whether the answer stands in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            FactsProblem::JudgementBare { .. } | FactsProblem::FactorUnaddressed { .. } => Severity::Warning,
            FactsProblem::Malformed { .. }
            | FactsProblem::UnknownFact { .. }
            | FactsProblem::WrongType { .. }
            | FactsProblem::UnknownMember { .. }
            | FactsProblem::BadDate { .. }
            | FactsProblem::NumberRange { .. }
            | FactsProblem::DuplicateKey { .. }
            | FactsProblem::GivenTwice { .. }
            | FactsProblem::EventAfterAsOf { .. }
            | FactsProblem::EmptyEvent { .. }
            | FactsProblem::Constraint { .. }
            | FactsProblem::TooDeep { .. }
            | FactsProblem::TooLarge { .. }
            | FactsProblem::NoDate
            | FactsProblem::UnknownChoice { .. }
            | FactsProblem::Unreadable { .. }
            | FactsProblem::NoPackage { .. }
            | FactsProblem::FieldOnOtherKind { .. }
            | FactsProblem::DuplicateId { .. }
            | FactsProblem::Manifest { .. }
            | FactsProblem::Usage { .. } => Severity::Error,
        }
    }
}

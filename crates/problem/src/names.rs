//! `P02xx`: names and citations.

/// A problem with a name or a citation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NameProblem {
    /// Nothing has this name.
    Unknown {
        /// What was looked for.
        kind: NameKind,
        /// The name.
        name: String,
        /// The nearest name that exists.
        suggestion: Option<String>,
    },
    /// Several things have this name.
    Ambiguous {
        /// The name.
        name: String,
        /// How each can be written so that it is clear.
        candidates: Vec<String>,
    },
    /// Two declarations of one name that are not versions of each other.
    Duplicate {
        /// What is declared.
        kind: NameKind,
        /// The name.
        name: String,
    },
    /// The source is not declared.
    UnknownSource {
        /// The name.
        name: String,
        /// The nearest source.
        suggestion: Option<String>,
    },
    /// The act has no such provision.
    UnknownProvision {
        /// The citation in canonical form.
        citation: String,
        /// The provision that does exist and lacks the next step.
        parent: String,
        /// The step that does not exist.
        missing: String,
        /// The steps that exist there, in order.
        existing: Vec<String>,
    },
    /// The provision exists, but not on the day from which the rule applies.
    ProvisionNotYet {
        /// The citation in canonical form.
        citation: String,
        /// The first day, `2026-07-27`.
        from: String,
        /// The day of the rule.
        at: String,
    },
    /// Definitions, exceptions or conditions that rest on themselves.
    Cycle {
        /// The names in order; the last rests on the first.
        names: Vec<String>,
    },
    /// The name exists but is not what can stand here.
    WrongKind {
        /// The name.
        name: String,
        /// What it is.
        found: NameKind,
        /// What could stand here.
        expected: Vec<NameKind>,
    },
    /// Several sources are declared, and `policy.toml` does not say which one
    /// a citation without a name in front is of.
    NoDefaultSource {
        /// The sources, in the order of the files.
        sources: Vec<String>,
    },
    /// More of one kind than a program can number.
    TooMany {
        /// Of what.
        kind: NameKind,
        /// The most there can be.
        limit: u32,
    },
    /// A field whose path lies within that of another, which has a value of
    /// its own.
    PathWithin {
        /// The path.
        path: String,
        /// The path that it lies in.
        within: String,
    },
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// An act that is cited.
    Source,
    /// A fact.
    Fact,
    /// A field of conduct or of a record.
    Field,
    /// A type: a record or an enum.
    Type,
    /// A member of an enum.
    Member,
    /// A kind of conduct.
    ConductKind,
    /// A role that engages in conduct.
    Role,
    /// A definition.
    Definition,
    /// A prohibition.
    Prohibition,
    /// An exception, operative or interpretive.
    Exception,
    /// A group of conditions.
    Conditions,
    /// An obligation.
    Obligation,
    /// A `must` of an obligation.
    Must,
    /// An element.
    Element,
    /// A positive scope.
    Scope,
    /// An exclusion.
    Exclusion,
    /// A saving.
    Saving,
    /// A power.
    Power,
    /// A rule on precedence.
    Precedence,
    /// A sanction.
    Sanction,
    /// A constraint.
    Constraint,
    /// An open question of law.
    Issue,
    /// A reading of an issue.
    Reading,
    /// A profile of readings.
    Profile,
    /// A variable of a quantifier.
    Variable,
    /// A norm: a prohibition or an obligation.
    Norm,
    /// A key of `policy.toml`.
    ManifestKey,
    /// A package.
    Package,
    /// A version of an item, or a period in which nothing about it changes.
    Version,
}

impl NameProblem {
    /// The code.
    pub fn code(&self) -> &'static str {
        match self {
            NameProblem::Unknown { .. } => "P0201",
            NameProblem::Ambiguous { .. } => "P0202",
            NameProblem::UnknownProvision { .. } => "P0203",
            NameProblem::Duplicate { .. } => "P0204",
            NameProblem::UnknownSource { .. } => "P0205",
            NameProblem::ProvisionNotYet { .. } => "P0206",
            NameProblem::Cycle { .. } => "P0207",
            NameProblem::WrongKind { .. } => "P0208",
            NameProblem::NoDefaultSource { .. } => "P0209",
            NameProblem::TooMany { .. } => "P0210",
            NameProblem::PathWithin { .. } => "P0211",
        }
    }
}

//! `P04xx`: rules that do not fit the law or each other.

use crate::Severity;

/// A problem between a rule and the law, or between rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LawProblem {
    /// A rule that decides has no `basis`.
    NoBasis {
        /// The item's keyword.
        item: &'static str,
        /// Its name.
        name: String,
    },
    /// An operative exception rests on recitals alone.
    OperativeOnRecital {
        /// The exception.
        name: String,
    },
    /// An interpretive rule has a basis outside the recitals.
    InterpretiveWithBasis {
        /// The rule.
        name: String,
    },
    /// Two versions of one item hold on the same day.
    Overlap {
        /// The item.
        name: String,
        /// The first day on which both hold.
        day: String,
    },
    /// A period that ends before it begins.
    EmptyPeriod {
        /// The first day.
        from: String,
        /// The last day.
        until: String,
    },
    /// A norm applies on a day on which something it uses has no version.
    NoVersion {
        /// The norm.
        norm: String,
        /// What it uses.
        uses: String,
        /// The first such day.
        day: String,
    },
    /// Two issues on one target, not all narrowing or all widening.
    IssuesClash {
        /// The first issue.
        first: String,
        /// The second.
        second: String,
    },
    /// A target lies in no norm: nothing has its basis there.
    EmptyTarget {
        /// The target as written.
        target: String,
    },
    /// A positive scope reads a fact that silence fills in.
    ScopeAssumes {
        /// The scope.
        scope: String,
        /// The fact.
        fact: String,
    },
    /// An issue with fewer than two readings.
    TooFewReadings {
        /// The issue.
        name: String,
    },
    /// A norm that nothing can meet: no element and no conduct.
    NoElements {
        /// The norm.
        name: String,
    },
    /// Definitions or exceptions that rest on each other in too long a chain.
    ChainTooLong {
        /// The first of the chain.
        name: String,
        /// The longest chain that is read.
        limit: u32,
    },
    /// A text of the policy that a language of the package does not have.
    Untranslated {
        /// The key and attribute of the missing entry: `fact-sme.ask`.
        key: String,
        /// The code of the language.
        language: String,
    },
    /// A translation of what the policy does not have.
    OrphanTranslation {
        /// The key, with its attribute where only that is unknown.
        key: String,
        /// The nearest key that has no translation yet.
        suggestion: Option<String>,
    },
    /// A translation that is more than plain text: with a placeable, or a
    /// term.
    TranslationNotPlain {
        /// The key.
        key: String,
    },
    /// A norm that is too large once its definitions are written out.
    FormulaTooLarge {
        /// The norm.
        norm: String,
        /// The most formulas and terms that are read.
        limit: u32,
    },
}

impl LawProblem {
    /// The code.
    pub fn code(&self) -> &'static str {
        match self {
            LawProblem::NoBasis { .. } => "P0401",
            LawProblem::OperativeOnRecital { .. } => "P0402",
            LawProblem::InterpretiveWithBasis { .. } => "P0403",
            LawProblem::Overlap { .. } => "P0404",
            LawProblem::EmptyPeriod { .. } => "P0405",
            LawProblem::NoVersion { .. } => "P0406",
            LawProblem::IssuesClash { .. } => "P0407",
            LawProblem::EmptyTarget { .. } => "P0408",
            LawProblem::ScopeAssumes { .. } => "P0409",
            LawProblem::TooFewReadings { .. } => "P0410",
            LawProblem::NoElements { .. } => "P0411",
            LawProblem::ChainTooLong { .. } => "P0412",
            LawProblem::Untranslated { .. } => "P0413",
            LawProblem::OrphanTranslation { .. } => "P0414",
            LawProblem::TranslationNotPlain { .. } => "P0415",
            LawProblem::FormulaTooLarge { .. } => "P0416",
        }
    }

    /// Whether the answer stands in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            LawProblem::EmptyTarget { .. }
            | LawProblem::Untranslated { .. }
            | LawProblem::OrphanTranslation { .. } => Severity::Warning,
            LawProblem::NoBasis { .. }
            | LawProblem::OperativeOnRecital { .. }
            | LawProblem::InterpretiveWithBasis { .. }
            | LawProblem::Overlap { .. }
            | LawProblem::EmptyPeriod { .. }
            | LawProblem::NoVersion { .. }
            | LawProblem::IssuesClash { .. }
            | LawProblem::ScopeAssumes { .. }
            | LawProblem::TooFewReadings { .. }
            | LawProblem::NoElements { .. }
            | LawProblem::ChainTooLong { .. }
            | LawProblem::TranslationNotPlain { .. }
            | LawProblem::FormulaTooLarge { .. } => Severity::Error,
        }
    }
}

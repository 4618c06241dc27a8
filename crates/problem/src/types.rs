//! `P03xx`: types and units. Types are given as the language writes them.

/// A problem with a type or a unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeProblem {
    /// An expression has another type than its place wants.
    Mismatch {
        /// The type that the place wants.
        expected: String,
        /// The type that the expression has.
        found: String,
    },
    /// Two sides cannot be compared or reckoned with each other.
    Incompatible {
        /// The operator.
        operator: String,
        /// The type on the left.
        left: String,
        /// The type on the right.
        right: String,
    },
    /// Two amounts in different currencies.
    Currency {
        /// The currency on the left.
        left: String,
        /// The currency on the right.
        right: String,
    },
    /// An event alone is not a formula.
    EventAsFormula {
        /// The event as written.
        event: String,
    },
    /// A definition for a record is used without one, or the reverse.
    Argument {
        /// The definition.
        name: String,
        /// The record that it is for, if it is.
        record: Option<String>,
    },
    /// A set with more members than can be held.
    SetTooLarge {
        /// The most members.
        limit: u32,
    },
    /// A default by silence on something that is not a bool or judgement.
    AssumedType {
        /// The type.
        found: String,
    },
    /// A time limit on a `must` that is not an event.
    LimitWithoutEvent,
    /// A clause that fits only some types stands on another.
    Misplaced {
        /// The clause.
        clause: &'static str,
        /// What it stands on.
        on: String,
    },
}

impl TypeProblem {
    /// The code.
    pub fn code(&self) -> &'static str {
        match self {
            TypeProblem::Mismatch { .. } => "P0301",
            TypeProblem::Incompatible { .. } => "P0302",
            TypeProblem::Currency { .. } => "P0303",
            TypeProblem::EventAsFormula { .. } => "P0304",
            TypeProblem::Argument { .. } => "P0305",
            TypeProblem::SetTooLarge { .. } => "P0306",
            TypeProblem::AssumedType { .. } => "P0307",
            TypeProblem::LimitWithoutEvent => "P0308",
            TypeProblem::Misplaced { .. } => "P0309",
        }
    }
}

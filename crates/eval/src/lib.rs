//! Three-valued evaluation of programs, with reasons.
//!
//! [`Evaluator::decide`] gives outcomes and element statuses and allocates
//! nothing once its buffers have grown. [`Evaluator::derive`] gives the same
//! with reasons, as a [`Derivation`].

pub mod derivation;

pub use derivation::{
    ArgumentFinding, CaseFinding, ConditionsFinding, ConductRef, Derivation, DutyCase, DutyStatus,
    ElementFinding, ExceptionFinding, FactRef, Kept, MustFinding, Need, NeedKind, NormFinding,
    ObligationFinding, Outcome, PointFinding, SanctionFinding,
};

//! Three-valued evaluation of programs, with reasons.
//!
//! [`Evaluator::decide`] gives outcomes and element statuses and allocates
//! nothing once its buffers have grown. [`Evaluator::derive`] gives the same
//! with reasons, as a [`Derivation`]: it calls the same functions, so the two
//! cannot disagree. `docs/language/outcomes.md` is the specification.
//!
//! Reading order: the shape of an answer ([`derivation`], [`decisions`]);
//! where formulas find their facts (`scope`), formulas and terms and what
//! they are made of; time limits; what a norm makes of its formulas; reasons.

pub mod decisions;
pub mod derivation;

mod calendar;
mod scope;

mod arithmetic;
mod compare;
mod duration;
mod formula;
mod list;
mod term;

mod deadline;
mod must;
mod yearly;

mod cases;
mod duty;
mod outcome;
mod since;

mod boundaries;
mod decide;
mod evaluator;

mod reasons;

mod duty_reasons;
mod exact;
mod findings;
mod needs;
mod paths;
mod reads;

mod derive;
mod duty_case;
mod prohibition_case;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;

pub use decisions::{CaseDecision, Decisions, DutyDecision, Stretch};
pub use derivation::{
    ArgumentFinding, CaseFinding, ConditionsFinding, ConductRef, Derivation, DutyCase, DutyStatus,
    ElementFinding, ExceptionFinding, FactRef, Kept, MustFinding, Need, NeedKind, NormFinding,
    ObligationFinding, Outcome, PointFinding, SanctionFinding,
};
pub use evaluator::{Broken, Evaluator};

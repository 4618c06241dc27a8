//! The program: what lowering makes of a policy, as plain data that says on
//! which facts each norm is met.
//!
//! It knows nothing of syntax, of salsa, or of how a policy is spelled: sugar
//! has died in lowering. It can be serialised, evaluated, analysed and run at
//! scale without the compiler. Nodes are first-order: tests on slots, Kleene's
//! connectives, choice by issue, quantifiers over nested lists, arithmetic.
//!
//! Reading order: [`value`] what a slot can hold, [`time`] days and instants,
//! [`schema`] which slots there are, [`node`] formulas and terms, [`norm`]
//! what is decided by them, [`program`] all of it together, [`facts`] the
//! slots of one system, filled in, [`settings`] what else an answer depends on.

pub mod facts;
pub mod node;
pub mod norm;
pub mod program;
pub mod schema;
pub mod settings;
pub mod time;
pub mod value;

pub use facts::{Completeness, Facts, ProvenanceAt};
pub use node::{
    ArithmeticOp, CompareOp, IssueId, LiteralId, Node, NodeId, NodeList, NodePool, Nodes, ObligationId,
    SlotRef,
};
pub use norm::{
    Action, Arguing, Conditions, Constraint, Direction, Duty, Element, Exception, Gate, GateKind, Limit,
    Must, MustVariant, Note, NoteKind, Obligation, Period, Point, Prohibition, Prohibits, RestsOn, Sanction,
    SanctionUse, Standard, StandardKind, State, Subject, Version, Versions,
};
pub use program::{Issue, Policy, Profile, Program, Reading, ReadingStatus, Source};
pub use schema::{Conduct, EnumId, EnumType, Field, Layout, LayoutId, Localised, MemberSet, Schema, Type};
pub use settings::{AsOf, AsOfSource, Pick, PickSource, Settings};
pub use time::{Bounds, Day, Instant, Zone};
pub use value::{Duration, ListRef, Status, Value};

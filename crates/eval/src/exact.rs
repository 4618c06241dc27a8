//! Whether Kleene's walk is exact in a case: whether *unknown* means that some
//! completions of the open facts are prohibited and some are not. Lowering
//! says where that can fail; here it is asked whether anything there is open.

use ir::{IssueId, Node, NodeId, SlotRef, Status, Value};

use crate::cases::Shown;
use crate::paths::Rows;
use crate::reads::Shared;
use crate::reasons::Found;
use crate::scope::Scope;
use crate::term::Term;

/// Where Kleene's walk may misjudge a version of a norm.
pub(crate) struct Suspects<'a> {
    /// Slots read with both polarities, or by several tests.
    pub(crate) slots: &'a [SlotRef],
    /// Issues chosen by in several places.
    pub(crate) issues: &'a [IssueId],
    /// Quantifiers and comparisons that share slots.
    pub(crate) opaque: &'a [NodeId],
    /// Slots that constraints read too.
    pub(crate) shared: &'a [Shared],
}

impl Scope<'_> {
    /// Whether nothing suspect is open in the case. `open` is what leaves it
    /// undetermined.
    pub(crate) fn is_exact(&mut self, suspects: &Suspects<'_>, open: &Found, rows: &Rows<'_>) -> bool {
        !suspects.slots.iter().any(|&slot| self.is_suspect(slot, open, rows))
            && suspects.issues.iter().all(|&issue| self.pick(issue).is_some())
            && !suspects.opaque.iter().any(|&node| self.is_opaque(node))
            && !suspects.shared.iter().any(|shared| self.is_constrained(*shared, open, rows))
    }

    /// Whether a slot is open, or something in the records of its list is. Of
    /// a record's slot it is not known here which record is meant: then any
    /// that is open counts.
    fn is_suspect(&self, slot: SlotRef, open: &Found, rows: &Rows<'_>) -> bool {
        match slot.frame {
            0 | 1 => self.is_open(self.read(slot)) || self.is_found_in(slot, open, rows),
            _ => open.slots().iter().any(|&place| rows.record_slot(place) == Some(slot.slot)),
        }
    }

    /// Whether a slot, or something in the records of its list, is among what
    /// leaves the case open.
    fn is_found_in(&self, slot: SlotRef, open: &Found, rows: &Rows<'_>) -> bool {
        let Some(list) = self.place(slot) else { return false };
        (slot.frame == 1 && self.case.shown == Shown::Hypothetical && open.conduct())
            || open.slots().iter().any(|&place| rows.lies_in(place, list))
    }

    /// Whether a node is unknown. Records of quantifiers around it are not
    /// entered here, so that what depends on them is.
    fn is_opaque(&mut self, node: NodeId) -> bool {
        self.enter_case(self.case);
        match self.node(node) {
            Node::Known(_)
            | Node::Test(_)
            | Node::Not(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Compare(..)
            | Node::OneOf(..)
            | Node::In(..)
            | Node::Happened(_)
            | Node::Some { .. }
            | Node::Every { .. }
            | Node::Kept(_) => self.formula(node) == Status::Unknown,
            Node::Choose(..)
            | Node::Literal(_)
            | Node::Read(_)
            | Node::Arithmetic(..)
            | Node::Count { .. }
            | Node::Earliest { .. }
            | Node::Latest { .. }
            | Node::Highest(_)
            | Node::Lowest(_)
            | Node::Case(_) => match self.term(node) {
                Term::Value(Value::Bool(_)) => false,
                Term::Value(value) => self.is_open(value),
                Term::Count { .. } => true,
            },
        }
    }

    /// Whether a constraint that the facts leave open reads an open slot that
    /// the norm reads.
    fn is_constrained(&mut self, shared: Shared, open: &Found, rows: &Rows<'_>) -> bool {
        if !self.is_found_in(shared.slot, open, rows) {
            return false;
        }
        self.enter_case(self.case);
        let constraint = self.program.constraints.get(usize::from(shared.constraint));
        constraint.is_some_and(|constraint| self.formula(constraint.formula) == Status::Unknown)
    }
}

//! What [`crate::Evaluator::decide`] fills: outcomes and statuses in flat
//! arrays that are reused from one system to the next.

use ir::Status;

use crate::derivation::{ConductRef, DutyStatus, Outcome};

/// How a system stands, without reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decisions {
    /// The cases of all prohibitions: by prohibition, then by conduct, then
    /// by period.
    pub cases: Vec<CaseDecision>,
    /// The statuses of the elements of those cases; none for an element that
    /// is left out because it is on other kinds of conduct.
    pub elements: Vec<Option<Status>>,
    /// The cases of all obligations, in the same order.
    pub duties: Vec<DutyDecision>,
    /// The statuses of the `must`s of those cases.
    pub musts: Vec<DutyStatus>,
    /// The outcome of each prohibition: the worst of its cases.
    pub prohibitions: Vec<Outcome>,
    /// The status of each obligation: the worst of its cases.
    pub obligations: Vec<DutyStatus>,
    /// The worst outcome of all; `NotApplicable` if there are no prohibitions.
    pub outcome: Outcome,
    /// The worst status of all; `NotTriggered` if there are no obligations.
    pub duty: DutyStatus,
}

/// A prohibition in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseDecision {
    /// Its place in [`ir::Program::prohibitions`].
    pub prohibition: u16,
    /// The conduct.
    pub conduct: ConductRef,
    /// The place of its version.
    pub version: u16,
    /// The outcome.
    pub outcome: Outcome,
    /// Where its elements lie in [`Decisions::elements`]; empty if it is not
    /// applicable.
    pub elements: Stretch,
}

/// An obligation in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyDecision {
    /// Its place in [`ir::Program::obligations`].
    pub obligation: u16,
    /// The conduct.
    pub conduct: ConductRef,
    /// The place of its version.
    pub version: u16,
    /// The worst status of its `must`s.
    pub status: DutyStatus,
    /// Where its `must`s lie in [`Decisions::musts`]; empty if it is not
    /// applicable.
    pub musts: Stretch,
}

/// Part of an array.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub start: u32,
    /// How many.
    pub len: u32,
}

impl Default for Decisions {
    fn default() -> Decisions {
        Decisions {
            cases: Vec::new(),
            elements: Vec::new(),
            duties: Vec::new(),
            musts: Vec::new(),
            prohibitions: Vec::new(),
            obligations: Vec::new(),
            outcome: Outcome::NotApplicable,
            duty: DutyStatus::NotTriggered,
        }
    }
}

impl Decisions {
    /// The statuses of the elements of a case, in the order of its version.
    pub fn elements_of(&self, case: &CaseDecision) -> &[Option<Status>] {
        case.elements.of(&self.elements)
    }

    /// The statuses of the `must`s of a case, in the order of its version.
    pub fn musts_of(&self, case: &DutyDecision) -> &[DutyStatus] {
        case.musts.of(&self.musts)
    }

    /// Forgets everything and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.cases.clear();
        self.elements.clear();
        self.duties.clear();
        self.musts.clear();
        self.prohibitions.clear();
        self.obligations.clear();
        self.outcome = Outcome::NotApplicable;
        self.duty = DutyStatus::NotTriggered;
    }
}

impl Stretch {
    /// From a place to the end of what there is now.
    pub(crate) fn since(start: usize, end: usize) -> Stretch {
        Stretch { start: start as u32, len: (end - start) as u32 }
    }

    fn of<T>(self, array: &[T]) -> &[T] {
        let start = self.start as usize;
        array.get(start..start + self.len as usize).unwrap_or(&[])
    }
}

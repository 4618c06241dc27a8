//! How a prohibition stands in a case: scope, elements and exceptions in the
//! order of `docs/language/outcomes.md`, section Cases.

use ir::{Element, Exception, Gate, GateKind, Prohibition, Prohibits, State, Status, Subject};

use crate::derivation::Outcome;
use crate::scope::Scope;

/// The name of the element that asks for the kind of conduct.
const CONDUCT: &str = "conduct";

impl<'a> Scope<'a> {
    /// What the prohibition asks in the case's version; none where it cannot
    /// be applied.
    pub(crate) fn prohibits(&self, prohibition: &'a Prohibition) -> Option<&'a Prohibits> {
        let version = prohibition.versions.0.get(usize::from(self.case.version))?;
        version.body.as_ref().filter(|_| version.state == State::Applicable)
    }

    /// The outcome in the case. The status of each element is put into
    /// `elements`; of those on other kinds of conduct it is none.
    pub(crate) fn outcome(
        &mut self,
        prohibition: &'a Prohibition,
        elements: &mut Vec<Option<Status>>,
    ) -> Outcome {
        let Some(body) = self.prohibits(prohibition) else { return Outcome::NotApplicable };
        let (scope, _) = self.gates(&body.gates);
        let mut all = Status::Met;
        for (place, element) in body.elements.iter().enumerate() {
            let status = self.element_of(prohibition.subject, place, element);
            elements.push(status);
            all = all.and(status.unwrap_or(Status::Met));
        }
        if scope == Status::NotMet {
            return Outcome::OutOfScope;
        }
        if all == Status::NotMet {
            return Outcome::NotMet;
        }
        match (self.exceptions(&body.exceptions), scope.and(all)) {
            (Status::Met, _) => Outcome::Excepted,
            (Status::NotMet, Status::Met) if self.is_prohibiting(prohibition.subject) => Outcome::Prohibited,
            (Status::NotMet | Status::Unknown, _) => Outcome::Undetermined,
        }
    }

    /// Whether the case is about something that took place: no conduct is
    /// prohibited that the facts do not show.
    fn is_prohibiting(&self, subject: Subject) -> bool {
        match subject {
            Subject::System => true,
            Subject::Conduct => self.as_far_as_shown(Status::Met) == Status::Met,
        }
    }

    /// The status of an element of a prohibition. The element `conduct` is
    /// unknown where the conduct is.
    fn element_of(&mut self, subject: Subject, place: usize, element: &Element) -> Option<Status> {
        let status = self.element(element);
        if self.is_unshown_conduct(subject, place, element) {
            return status.map(|status| status.and(Status::Unknown));
        }
        status
    }

    /// Whether an element asks for conduct that the facts do not show.
    pub(crate) fn is_unshown_conduct(&self, subject: Subject, place: usize, element: &Element) -> bool {
        place == 0 && element.name == CONDUCT && !self.is_prohibiting(subject)
    }

    /// The status of an element; none if it is on other kinds of conduct.
    pub(crate) fn element(&mut self, element: &Element) -> Option<Status> {
        if let Some(kinds) = element.kinds
            && let Some(kind) = self.kind()
            && !kinds.contains(kind)
        {
            return None;
        }
        Some(self.part(element.holds))
    }

    /// Whether the case is in scope, and the first gate that excludes it.
    pub(crate) fn gates(&mut self, gates: &[Gate]) -> (Status, Option<usize>) {
        let mut scope = Status::Met;
        for (place, gate) in gates.iter().enumerate() {
            let rule = self.formula(gate.rule.holds);
            scope = scope.and(match gate.kind {
                GateKind::Scope => rule,
                GateKind::Exclusion => !rule,
            });
            if scope == Status::NotMet {
                return (scope, Some(place));
            }
        }
        (scope, None)
    }

    /// Whether one of several exceptions applies.
    pub(crate) fn exceptions(&mut self, exceptions: &[Exception]) -> Status {
        let mut status = Status::NotMet;
        for exception in exceptions {
            status = status.or(self.formula(exception.holds));
            if status == Status::Met {
                break;
            }
        }
        status
    }
}

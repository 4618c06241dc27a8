//! How elements, exceptions and gates stand, with the facts that make it so.

use ir::{Conditions, Element, Exception, Gate, NodeId, ObligationId, Status};

use crate::derivation::{ConditionsFinding, ElementFinding, ExceptionFinding, FactRef, Kept, PointFinding};
use crate::paths::Rows;
use crate::reasons::Found;
use crate::scope::Scope;

/// Tells how the parts of a norm stand in the case that the scope is in.
pub(crate) struct Teller<'s, 'a> {
    pub(crate) scope: &'s mut Scope<'a>,
    pub(crate) rows: &'s Rows<'a>,
    /// Whether the outcome does not rest on what is unknown.
    pub(crate) settled: bool,
}

impl Teller<'_, '_> {
    /// The facts that were found.
    pub(crate) fn facts(&self, found: &Found) -> Vec<FactRef> {
        self.rows.facts(found.slots(), self.scope.facts)
    }

    /// Elements, without those on other kinds of conduct.
    pub(crate) fn elements(&mut self, elements: &[Element]) -> Vec<ElementFinding> {
        let mut findings = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            if let Some(status) = self.scope.element(element) {
                findings.push(self.element(index, element, status));
            }
        }
        findings
    }

    /// An element that is not left out.
    pub(crate) fn element(&mut self, index: usize, element: &Element, status: Status) -> ElementFinding {
        // Where the kind is known to be one that the element concerns, it says
        // nothing more.
        let concerned = element.kinds.is_some() && self.scope.kind().is_some();
        let formula = if concerned { element.formula } else { element.holds };
        let mut finding = self.formula(index, formula, status);
        for point in &element.points {
            let status = self.scope.formula(point.formula);
            let because = self.scope.because(point.formula);
            finding.points.push(PointFinding { status, because: self.facts(&because) });
        }
        finding
    }

    /// What asks for conduct that the facts do not show: unknown, because it
    /// is not said until when the conduct went on.
    pub(crate) fn unshown(&mut self, index: usize, formula: NodeId) -> ElementFinding {
        let mut finding = self.formula(index, formula, Status::Unknown);
        let mut until = Found::default();
        self.scope.add_open_conduct(&mut until);
        if !until.slots().is_empty() {
            finding.because = self.facts(&until);
        }
        finding
    }

    /// A formula by itself, with the status that it has.
    pub(crate) fn formula(&mut self, index: usize, formula: NodeId, status: Status) -> ElementFinding {
        let because = self.scope.because(formula);
        ElementFinding {
            index: index as u16,
            status,
            immaterial: self.settled && status == Status::Unknown,
            because: self.facts(&because),
            open_issues: if status == Status::Unknown { because.issues().to_vec() } else { Vec::new() },
            points: Vec::new(),
        }
    }

    /// Scopes and exclusions.
    pub(crate) fn gates(&mut self, gates: &[Gate]) -> Vec<ExceptionFinding> {
        gates.iter().map(|gate| self.exception(&gate.rule)).collect()
    }

    /// Exceptions.
    pub(crate) fn exceptions(&mut self, exceptions: &[Exception]) -> Vec<ExceptionFinding> {
        exceptions.iter().map(|exception| self.exception(exception)).collect()
    }

    /// An exception, with the exceptions to it.
    pub(crate) fn exception(&mut self, exception: &Exception) -> ExceptionFinding {
        ExceptionFinding {
            status: self.scope.formula(exception.holds),
            elements: self.elements(&exception.elements),
            in_so_far_as: exception.in_so_far_as.map(|extent| {
                let status = self.scope.formula(extent);
                self.formula(0, extent, status)
            }),
            conditions: exception.conditions.iter().map(|conditions| self.conditions(conditions)).collect(),
            provided_that: exception.provided_that.iter().flat_map(|&id| self.kept(id)).collect(),
            exceptions: self.exceptions(&exception.exceptions),
        }
    }

    fn conditions(&mut self, conditions: &Conditions) -> ConditionsFinding {
        ConditionsFinding {
            status: self.scope.formula(conditions.holds),
            elements: self.elements(&conditions.elements),
        }
    }

    /// The `must`s of a duty on which an exception depends.
    fn kept(&mut self, id: ObligationId) -> Vec<Kept> {
        let mut kept = Vec::new();
        if let Some(obligation) = self.scope.program.obligations.get(usize::from(id.0)) {
            let version = self.scope.version_of(id);
            self.scope.within_duty(|scope| {
                scope.duty(obligation, version, |state| {
                    let must = kept.len() as u16;
                    kept.push(Kept { obligation: id.0, must, status: state.status, due: state.due });
                })
            });
        }
        kept
    }
}

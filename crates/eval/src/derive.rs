//! Deciding all norms of a program with reasons: what prohibitions and
//! obligations have in common. Outcomes and statuses come from the functions
//! that [`crate::Evaluator::decide`] calls.

use ir::{Arguing, Facts, Instant, SanctionUse, State, Status, Subject, Value};

use crate::cases::{Case, each_case};
use crate::compare::as_decimal;
use crate::derivation::{ArgumentFinding, Derivation, FactRef, Need, SanctionFinding};
use crate::findings::Teller;
use crate::needs::needs;
use crate::paths::Rows;
use crate::reads::Reads;
use crate::reasons::{Found, Looking};
use crate::scope::Scope;

/// Derives an answer from the facts of a scope.
pub(crate) struct Deriver<'a> {
    pub(crate) reads: &'a Reads,
    pub(crate) scope: Scope<'a>,
    pub(crate) rows: Rows<'a>,
}

impl<'a> Deriver<'a> {
    pub(crate) fn new(reads: &'a Reads, scope: Scope<'a>) -> Deriver<'a> {
        let rows = Rows::new(&scope.program.schema, scope.facts);
        Deriver { reads, scope, rows }
    }

    /// The whole answer.
    pub(crate) fn derive(mut self) -> Derivation {
        let program = self.scope.program;
        let bare = without_assumptions(self.scope.facts);
        let mut bare = bare.as_ref().map(|facts| Scope { facts, ..self.scope.clone() });
        let mut answer = Derivation { prohibitions: Vec::new(), obligations: Vec::new() };
        for (number, norm) in program.prohibitions.iter().enumerate() {
            answer.prohibitions.push(self.prohibition(number, norm, bare.as_mut()));
        }
        for (number, norm) in program.obligations.iter().enumerate() {
            answer.obligations.push(self.obligation(number, norm, bare.as_mut()));
        }
        answer
    }

    /// The cases of a norm whose versions begin at `starts`.
    pub(crate) fn cases(&self, subject: Subject, starts: &[Instant]) -> Vec<Case> {
        let mut cases = Vec::new();
        let Scope { program, facts, settings, .. } = self.scope;
        each_case(facts, &program.schema, settings, subject, starts, |case| cases.push(case));
        cases
    }

    /// What is told of the parts of a norm in the case that is entered.
    pub(crate) fn teller(&mut self, settled: bool) -> Teller<'_, 'a> {
        Teller { scope: &mut self.scope, rows: &self.rows, settled }
    }

    /// The facts that were found.
    pub(crate) fn facts(&self, found: &Found) -> Vec<FactRef> {
        self.rows.facts(found.slots(), self.scope.facts)
    }

    /// The needs that were found.
    pub(crate) fn needs(&self, found: &Found) -> Vec<Need> {
        needs(found, &self.rows, self.scope.program, self.scope.facts)
    }

    /// Those of the open facts that are assumed.
    pub(crate) fn assumed(&self, open: &Found) -> Vec<FactRef> {
        let assumed = &self.scope.facts.assumed;
        let places: Vec<u32> = open.slots().iter().copied().filter(|place| assumed.contains(place)).collect();
        self.rows.facts(&places, self.scope.facts)
    }

    /// The notes that matter: all but those whose `when` surely does not hold
    /// in the first case of the norm.
    pub(crate) fn notes(&mut self, notes: &[u16], subject: Subject, cases: &[Case]) -> Vec<u16> {
        let Scope { program, settings, .. } = self.scope;
        let case = cases.first().copied().unwrap_or_else(|| match subject {
            Subject::System => Case::of_system(&program.schema, settings),
            Subject::Conduct => Case::hypothetical(&program.schema, settings),
        });
        self.scope.enter_case(case);
        let mut matters = |note: &u16| {
            let when = program.notes.get(usize::from(*note)).and_then(|note| note.when);
            when.is_none_or(|when| self.scope.formula(when) != Status::NotMet)
        };
        notes.iter().copied().filter(|note| matters(note)).collect()
    }

    /// The interpretive rules on a norm that bear on something that matters.
    pub(crate) fn arguments(
        &mut self,
        arguments: &[Arguing],
        settled: bool,
        matters: impl Fn(usize) -> bool,
    ) -> Vec<ArgumentFinding> {
        let mut findings = Vec::new();
        for (index, argument) in arguments.iter().enumerate() {
            let targets = &argument.bears_on;
            if targets.is_empty() || targets.iter().any(|&target| matters(usize::from(target))) {
                let finding = self.teller(settled).exception(&argument.rule);
                findings.push(ArgumentFinding {
                    index: index as u16,
                    direction: argument.direction,
                    finding,
                });
            }
        }
        findings
    }

    /// The sanctions beside a norm in the case that is entered.
    pub(crate) fn sanctions(&mut self, uses: &[SanctionUse]) -> Vec<SanctionFinding> {
        let program = self.scope.program;
        let mut findings = Vec::new();
        for used in uses {
            let Some(sanction) = program.sanctions.get(usize::from(used.sanction)) else { continue };
            let when = sanction.when.map_or(Status::Met, |when| self.scope.formula(when));
            let cap = as_decimal(self.scope.term(sanction.cap).value());
            let mut open = Found::default();
            if let (Status::Unknown, Some(when)) = (when, sanction.when) {
                self.scope.explain(when, Looking::Open, &mut open);
            }
            if cap.is_none() {
                self.scope.explain_terms(&[sanction.cap], Looking::Open, &mut open);
            }
            findings.push(SanctionFinding {
                sanction: used.sanction,
                state: (used.state != State::Applicable).then_some(used.state),
                when,
                cap,
                needs: self.needs(&open),
            });
        }
        findings
    }
}

/// The facts with everything unknown that silence filled in; none if nothing
/// was.
fn without_assumptions(facts: &Facts) -> Option<Facts> {
    if facts.assumed.is_empty() {
        return None;
    }
    let mut bare = facts.clone();
    for &place in &facts.assumed {
        if let Some(value) = bare.values.get_mut(place as usize) {
            *value = Value::Unknown;
        }
    }
    Some(bare)
}

#[cfg(test)]
mod tests;

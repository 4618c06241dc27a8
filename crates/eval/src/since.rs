//! Since when a case is prohibited that an exception would cover if a duty on
//! which it depends had been kept.

use ir::{Bounds, ObligationId, Prohibition};

use crate::derivation::{DutyStatus, Outcome};
use crate::must::MustState;
use crate::reads::duties_in;
use crate::scope::Scope;

impl<'a> Scope<'a> {
    /// The first violation of a duty that an exception is `provided` on, if
    /// the case is prohibited and would not be had all of them been kept. None
    /// too where the moment of a violation is not known.
    pub(crate) fn since(&mut self, prohibition: &'a Prohibition) -> Option<Bounds> {
        let body = self.prohibits(prohibition)?;
        self.all_kept = true;
        let otherwise = self.outcome(prohibition, &mut Vec::new());
        self.all_kept = false;
        if otherwise == Outcome::Prohibited {
            return None;
        }
        let exceptions = body.exceptions.iter().map(|exception| exception.holds);
        let gates = body.gates.iter().map(|gate| gate.rule.holds);
        let obligations = duties_in(self.program, exceptions.chain(gates));
        let mut first: Option<Bounds> = None;
        for id in obligations {
            for state in self.violations(id) {
                let at = state.violated_at?;
                first = Some(first.map_or(at, |first| Bounds {
                    earliest: first.earliest.min(at.earliest),
                    latest: first.latest.min(at.latest),
                }));
            }
        }
        first
    }

    fn violations(&mut self, id: ObligationId) -> Vec<MustState> {
        let mut violated = Vec::new();
        if let Some(obligation) = self.program.obligations.get(usize::from(id.0)) {
            let version = self.version_of(id);
            self.within_duty(|scope| {
                scope.duty(obligation, version, |state| {
                    if state.status == DutyStatus::Violated {
                        violated.push(state);
                    }
                })
            });
        }
        violated
    }
}

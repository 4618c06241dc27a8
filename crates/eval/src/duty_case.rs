//! How an obligation stands, with reasons.

use ir::{Bounds, Duty, Must, Obligation, Status};

use crate::cases::Case;
use crate::derivation::{DutyCase, DutyStatus, ElementFinding, MustFinding, ObligationFinding};
use crate::derive::Deriver;
use crate::exact::Suspects;
use crate::must::MustState;
use crate::reasons::Found;
use crate::scope::Scope;

impl<'a> Deriver<'a> {
    /// How an obligation stands. `bare` is the scope of the facts without
    /// assumptions.
    pub(crate) fn obligation<'b>(
        &mut self,
        number: usize,
        norm: &'a Obligation,
        mut bare: Option<&mut Scope<'b>>,
    ) -> ObligationFinding
    where
        'a: 'b,
    {
        let cases = self.cases(norm.subject, self.scope.boundaries.of_obligation(number));
        let mut findings = Vec::new();
        for &case in &cases {
            let mut finding = self.duty_case(number, norm, case);
            if let Some(bare) = &mut bare {
                bare.enter_case(case);
                if bare.duty(norm, case.version, |_| {}) == DutyStatus::Undetermined {
                    finding.assumed = self.assumed(&bare.open_in_duty(norm, case.version));
                }
            }
            findings.push(finding);
        }
        let status = findings.iter().map(|case| case.status).max();
        ObligationFinding {
            status: status.unwrap_or(DutyStatus::NotTriggered),
            cases: findings,
            notes: self.notes(&norm.notes, norm.subject, &cases),
        }
    }

    fn duty_case(&mut self, number: usize, norm: &'a Obligation, case: Case) -> DutyCase {
        self.scope.enter_case(case);
        let mut states = Vec::new();
        let status = self.scope.duty(norm, case.version, |state| states.push(state));
        let version = norm.versions.0.get(usize::from(case.version));
        let mut finding = DutyCase {
            conduct: case.conduct,
            version: case.version,
            law: version.map(|version| version.period).unwrap_or_default(),
            status,
            state: None,
            excluded_by: None,
            exact: true,
            gates: Vec::new(),
            when: NOT_ASKED,
            musts: Vec::new(),
            exceptions: Vec::new(),
            arguments: Vec::new(),
            assumed: Vec::new(),
            sanctions: Vec::new(),
        };
        let Some(duty) = self.scope.asked_by(norm, case.version) else {
            finding.state = version.map(|version| version.state);
            return finding;
        };
        let settled = status == DutyStatus::NotTriggered;
        finding.gates = self.teller(settled).gates(&duty.gates);
        finding.when = self.trigger(norm, duty, settled);
        finding.exceptions = self.teller(settled).exceptions(&duty.exceptions);
        let binds = self.scope.binds(norm.subject, duty);
        let since = self.scope.begun(norm, case.version);
        for (index, (must, state)) in duty.musts.iter().zip(states).enumerate() {
            finding.musts.push(self.must(norm, duty, binds, since, (index, must, state)));
        }
        if let (_, Some(gate)) = self.scope.gates(&duty.gates) {
            finding.excluded_by = duty.gates.get(gate).map(|gate| gate.rule.name.clone());
        } else {
            finding.arguments = self.arguments(&duty.arguments, settled, |_| true);
        }
        match status {
            DutyStatus::NotTriggered | DutyStatus::Fulfilled | DutyStatus::Pending => {}
            DutyStatus::Undetermined => {
                let open = self.scope.open_in_duty(norm, case.version);
                let suspects = Suspects {
                    slots: &duty.correlated,
                    issues: &duty.correlated_issues,
                    opaque: &duty.opaque,
                    shared: self.reads.of_obligation(number, case.version),
                };
                finding.exact = self.scope.is_exact(&suspects, &open, &self.rows);
            }
            DutyStatus::Violated => finding.sanctions = self.sanctions(&duty.sanctions),
        }
        finding
    }

    /// Whether the duty is triggered, and on which facts.
    fn trigger(&mut self, norm: &Obligation, duty: &Duty, settled: bool) -> ElementFinding {
        let trigger = self.scope.formula(duty.trigger);
        let triggered = self.scope.triggered(norm.subject, duty);
        let mut teller = self.teller(settled);
        match triggered == trigger {
            true => teller.formula(0, duty.trigger, triggered),
            false => teller.unshown(0, duty.trigger),
        }
    }

    fn must(
        &mut self,
        norm: &Obligation,
        duty: &Duty,
        binds: Status,
        since: Bounds,
        (index, must, state): (usize, &Must, MustState),
    ) -> MustFinding {
        let mut because = Found::default();
        let mut open = Found::default();
        match binds {
            Status::NotMet => {}
            Status::Unknown => {
                let own = self.scope.must(must, since);
                self.scope.add_open_binding(norm.subject, duty, &mut because);
                self.scope.add_open_binding(norm.subject, duty, &mut open);
                self.scope.add_open_must(must, own.asks, since, &mut open);
            }
            Status::Met => {
                self.scope.explain_must(must, state.asks, &mut because);
                self.scope.add_open_must(must, state.asks, since, &mut open);
            }
        }
        MustFinding {
            index: index as u16,
            status: state.status,
            due: state.due,
            no_limit: state.no_limit,
            because: self.facts(&because),
            needs: self.needs(&open),
        }
    }
}

impl<'a> Scope<'a> {
    /// What leaves an obligation open in the case: whether it binds, and of
    /// its `must`s those that would be undetermined if it does.
    fn open_in_duty(&mut self, norm: &'a Obligation, version: u16) -> Found {
        let mut found = Found::default();
        let Some(duty) = self.asked_by(norm, version) else { return found };
        self.add_open_binding(norm.subject, duty, &mut found);
        let since = self.begun(norm, version);
        for must in &duty.musts {
            let state = self.must(must, since);
            self.add_open_must(must, state.asks, since, &mut found);
        }
        found
    }
}

/// The trigger of a duty that cannot be applied.
const NOT_ASKED: ElementFinding = ElementFinding {
    index: 0,
    status: Status::Unknown,
    immaterial: true,
    because: Vec::new(),
    open_issues: Vec::new(),
    points: Vec::new(),
};

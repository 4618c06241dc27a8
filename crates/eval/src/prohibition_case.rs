//! How a prohibition stands, with reasons.

use ir::{Element, Prohibition, Prohibits, Status, Subject};

use crate::cases::Case;
use crate::derivation::{CaseFinding, ElementFinding, NormFinding, Outcome};
use crate::derive::Deriver;
use crate::exact::Suspects;
use crate::reasons::Found;
use crate::scope::Scope;

impl<'a> Deriver<'a> {
    /// How a prohibition stands. `bare` is the scope of the facts without
    /// assumptions.
    pub(crate) fn prohibition<'b>(
        &mut self,
        number: usize,
        norm: &'a Prohibition,
        mut bare: Option<&mut Scope<'b>>,
    ) -> NormFinding
    where
        'a: 'b,
    {
        let cases = self.cases(norm.subject, self.scope.boundaries.of_prohibition(number));
        let mut findings = Vec::new();
        for &case in &cases {
            let mut finding = self.prohibition_case(number, norm, case);
            if let Some(bare) = &mut bare {
                bare.enter_case(case);
                if bare.outcome(norm, &mut Vec::new()) == Outcome::Undetermined {
                    finding.assumed = self.assumed(&bare.open_in(norm));
                }
            }
            findings.push(finding);
        }
        let outcome = findings.iter().map(|case| case.outcome).max();
        NormFinding {
            outcome: outcome.unwrap_or(Outcome::NotMet),
            cases: findings,
            notes: self.notes(&norm.notes, norm.subject, &cases),
        }
    }

    fn prohibition_case(&mut self, number: usize, norm: &'a Prohibition, case: Case) -> CaseFinding {
        self.scope.enter_case(case);
        let mut statuses = Vec::new();
        let outcome = self.scope.outcome(norm, &mut statuses);
        let version = norm.versions.0.get(usize::from(case.version));
        let mut finding = CaseFinding {
            conduct: case.conduct,
            version: case.version,
            law: version.map(|version| version.period).unwrap_or_default(),
            outcome,
            since: None,
            exact: true,
            state: None,
            excluded_by: None,
            gates: Vec::new(),
            elements: Vec::new(),
            exceptions: Vec::new(),
            arguments: Vec::new(),
            needs: Vec::new(),
            assumed: Vec::new(),
            sanctions: Vec::new(),
        };
        let Some(body) = self.scope.prohibits(norm) else {
            finding.state = version.map(|version| version.state);
            return finding;
        };
        let settled = match outcome {
            Outcome::OutOfScope | Outcome::NotMet | Outcome::Excepted => true,
            Outcome::NotApplicable | Outcome::Undetermined | Outcome::Prohibited => false,
        };
        finding.gates = self.teller(settled).gates(&body.gates);
        finding.elements = self.elements(norm.subject, &body.elements, &statuses, settled);
        finding.exceptions = self.teller(settled).exceptions(&body.exceptions);
        // A rule on elements that no longer matter has nothing to say.
        let matters = |target: usize| match statuses.get(target).copied().flatten() {
            Some(Status::Unknown) => !settled,
            Some(Status::Met | Status::NotMet) => true,
            None => false,
        };
        match outcome {
            Outcome::NotApplicable => {}
            Outcome::OutOfScope => {
                let (_, gate) = self.scope.gates(&body.gates);
                finding.excluded_by =
                    gate.and_then(|gate| body.gates.get(gate)).map(|gate| gate.rule.name.clone());
            }
            Outcome::NotMet | Outcome::Excepted => {
                finding.arguments = self.arguments(&body.arguments, settled, matters);
            }
            Outcome::Undetermined => {
                finding.arguments = self.arguments(&body.arguments, settled, matters);
                let open = self.scope.open_in(norm);
                finding.needs = self.needs(&open);
                finding.exact = self.is_exact(number, case, body, &open);
            }
            Outcome::Prohibited => {
                finding.arguments = self.arguments(&body.arguments, settled, matters);
                finding.since = self.scope.since(norm);
                finding.sanctions = self.sanctions(&body.sanctions);
            }
        }
        finding
    }

    fn elements(
        &mut self,
        subject: Subject,
        elements: &[Element],
        statuses: &[Option<Status>],
        settled: bool,
    ) -> Vec<ElementFinding> {
        let mut findings = Vec::new();
        for (index, (element, status)) in elements.iter().zip(statuses).enumerate() {
            let Some(status) = *status else { continue };
            let unshown = status == Status::Unknown && self.scope.is_unshown_conduct(subject, index, element);
            let mut teller = self.teller(settled);
            findings.push(match unshown {
                true => teller.unshown(index, element.holds),
                false => teller.element(index, element, status),
            });
        }
        findings
    }

    fn is_exact(&mut self, number: usize, case: Case, body: &Prohibits, open: &Found) -> bool {
        let suspects = Suspects {
            slots: &body.correlated,
            issues: &body.correlated_issues,
            opaque: &body.opaque,
            shared: self.reads.of_prohibition(number, case.version),
        };
        self.scope.is_exact(&suspects, open, &self.rows)
    }
}

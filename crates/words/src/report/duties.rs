//! Obligations and their cases, built.

use eval::{DutyCase, DutyStatus, MustFinding, ObligationFinding};
use ir::{Duty, MemberSet, Obligation};

use super::build::Builder;
use super::cases::applies_from;
use super::duty::{DutyCaseReport, MustReport, ObligationReport, TriggerReport};
use super::value::Moment;
use crate::source::SpanReport;

impl Builder<'_> {
    pub(super) fn obligations(&self) -> Vec<ObligationReport> {
        let findings = self.program().obligations.iter().zip(&self.answer.derivation.obligations);
        let selected = findings.filter(|(norm, _)| self.answer.selection.names(&norm.name));
        selected.map(|(norm, finding)| self.obligation(norm, finding)).collect()
    }

    fn obligation(&self, norm: &Obligation, finding: &ObligationFinding) -> ObligationReport {
        let worst = finding.cases.iter().find(|case| case.status == finding.status);
        let version = self.version(&norm.versions, worst.map(|case| case.version));
        let schema = &self.program().schema;
        let roles = &schema.enum_type(schema.conduct.roles).members;
        let bound = addressees(version.body.as_ref(), norm);
        ObligationReport {
            norm: norm.name.clone(),
            label: self.text(&version.label, &norm.name),
            basis: version.basis.clone(),
            recitals: version.recitals.clone(),
            addressed_to: bound.iter().filter_map(|role| roles.get(usize::from(role)).cloned()).collect(),
            cases: finding.cases.iter().map(|case| self.duty_case(norm, case)).collect(),
            notes: self.notes(&finding.notes),
            span: SpanReport::new(version.span, self.answer.files),
            status: finding.status,
            counted: self.counted(bound, finding),
        }
    }

    /// The worst status of the cases that count for the roles selected. A
    /// duty of an authority binds it whoever acted, so there the operator
    /// does not matter.
    fn counted(&self, bound: MemberSet, finding: &ObligationFinding) -> Option<DutyStatus> {
        let MemberSet(selected) = self.answer.selection.roles;
        let MemberSet(operators) = self.program().schema.conduct.operators;
        if bound != MemberSet::default() && bound.0 & selected == 0 {
            return None;
        }
        let whoever_acted = bound.0 & selected & !operators != 0;
        let counting =
            finding.cases.iter().filter(|case| whoever_acted || self.operator_selected(case.conduct));
        Some(counting.map(|case| case.status).max().unwrap_or(DutyStatus::NotTriggered))
    }

    fn duty_case(&self, norm: &Obligation, case: &DutyCase) -> DutyCaseReport {
        let body = self.version(&norm.versions, Some(case.version)).body.as_ref();
        let gates = body.map(|body| body.gates.as_slice()).unwrap_or_default();
        let must = |finding: &MustFinding| self.must(body?, finding);
        DutyCaseReport {
            conduct: self.conduct(case.conduct),
            law: case.law.into(),
            status: case.status,
            state: case.state,
            excluded_by: case.excluded_by.clone(),
            exact: case.exact,
            when: TriggerReport { status: case.when.status, because: self.facts(&case.when.because) },
            must: case.musts.iter().filter_map(must).collect(),
            exceptions: body
                .map(|body| self.exceptions(&body.exceptions, &case.exceptions))
                .unwrap_or_default(),
            arguments: body.map(|body| self.arguments(&body.arguments, &case.arguments)).unwrap_or_default(),
            assumed: self.facts(&case.assumed),
            sanctions: self.sanctions(&case.sanctions),
            gate: self.gate(gates, &case.gates, case.excluded_by.as_deref()),
            applies_from: applies_from(&norm.versions, case.version),
        }
    }

    fn must(&self, body: &Duty, finding: &MustFinding) -> Option<MustReport> {
        let must = body.musts.get(usize::from(finding.index))?;
        Some(MustReport {
            name: must.name.clone(),
            status: finding.status,
            due: finding.due.and_then(|due| Moment::new(due, &self.zone)),
            because: self.facts(&finding.because),
            needs: self.needs(&finding.needs),
            label: self.optional(&must.label),
            basis: must.basis.clone(),
            negative: must.negative,
            no_limit: finding.no_limit,
        })
    }
}

/// The roles that the duty binds in this version, or else in the first in
/// which it applies.
fn addressees(body: Option<&Duty>, norm: &Obligation) -> MemberSet {
    let first = || norm.versions.0.iter().find_map(|version| version.body.as_ref());
    body.or_else(first).map(|body| body.addressed_to).unwrap_or_default()
}

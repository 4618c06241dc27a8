//! Prohibitions and their cases, built.

use base::Citation;
use eval::{CaseFinding, Need, NeedKind, NormFinding, Outcome, SanctionFinding};
use ir::{Day, Prohibition, State, Status, Versions};

use super::build::Builder;
use super::outcome::{AmountReport, CaseReport, NeedReport, NormReport, NoteReport, SanctionReport};
use super::value::Moment;
use crate::source::SpanReport;

impl Builder<'_> {
    pub(super) fn norms(&self) -> Vec<NormReport> {
        let findings = self.program().prohibitions.iter().zip(&self.answer.derivation.prohibitions);
        let selected = findings.filter(|(norm, _)| self.answer.selection.names(&norm.name));
        selected.map(|(norm, finding)| self.norm(norm, finding)).collect()
    }

    fn norm(&self, norm: &Prohibition, finding: &NormFinding) -> NormReport {
        let worst = finding.cases.iter().find(|case| case.outcome == finding.outcome);
        let version = self.version(&norm.versions, worst.map(|case| case.version));
        let counting = finding.cases.iter().filter(|case| self.operator_selected(case.conduct));
        NormReport {
            norm: norm.name.clone(),
            label: self.text(&version.label, &norm.name),
            basis: version.basis.clone(),
            recitals: version.recitals.clone(),
            outcome: finding.outcome,
            cases: finding.cases.iter().map(|case| self.case(norm, case)).collect(),
            notes: self.notes(&finding.notes),
            span: SpanReport::new(version.span, self.answer.files),
            counted: counting.map(|case| case.outcome).max().unwrap_or(Outcome::NotMet),
        }
    }

    fn case(&self, norm: &Prohibition, case: &CaseFinding) -> CaseReport {
        let version = self.version(&norm.versions, Some(case.version));
        let body = version.body.as_ref();
        let gates = body.map(|body| body.gates.as_slice()).unwrap_or_default();
        CaseReport {
            conduct: self.conduct(case.conduct),
            law: case.law.into(),
            outcome: case.outcome,
            since: case.since.and_then(|since| Moment::new(since, &self.zone)),
            exact: case.exact,
            possible: Vec::new(),
            state: case.state,
            excluded_by: case.excluded_by.clone(),
            elements: body.map(|body| self.elements(&body.elements, &case.elements)).unwrap_or_default(),
            exceptions: body
                .map(|body| self.exceptions(&body.exceptions, &case.exceptions))
                .unwrap_or_default(),
            arguments: body.map(|body| self.arguments(&body.arguments, &case.arguments)).unwrap_or_default(),
            needs: self.needs(&case.needs),
            ways_out: Vec::new(),
            assumed: self.facts(&case.assumed),
            sanctions: self.sanctions(&case.sanctions),
            gate: self.gate(gates, &case.gates, case.excluded_by.as_deref()),
            applies_from: applies_from(&norm.versions, case.version),
        }
    }

    /// The version of a case, or else that of the moment of assessment.
    pub(super) fn version<'v, B>(&self, versions: &'v Versions<B>, case: Option<u16>) -> &'v ir::Version<B> {
        let today = || versions.at(self.zone.day_of(self.answer.settings.as_of.instant));
        case.and_then(|place| versions.0.get(usize::from(place))).unwrap_or_else(today)
    }

    pub(super) fn needs(&self, needs: &[Need]) -> Vec<NeedReport> {
        needs.iter().map(|need| self.need(need)).collect()
    }

    fn need(&self, need: &Need) -> NeedReport {
        let issue = match need.kind {
            NeedKind::Reading => self.program().issues.iter().find(|issue| issue.name == need.name),
            NeedKind::Fact | NeedKind::Judgement | NeedKind::List => None,
        };
        let asked = need.fact.as_ref().and_then(|fact| self.field(fact));
        let question = match (issue, asked) {
            (Some(issue), _) => self.optional(&issue.label),
            (None, Some(field)) => self.optional(&field.ask),
            (None, None) => None,
        };
        let readings = issue.map(|issue| issue.readings.iter().map(|reading| reading.name.clone()).collect());
        NeedReport {
            kind: need.kind,
            name: need.name.clone(),
            question,
            readings: readings.unwrap_or_default(),
        }
    }

    /// The sanctions that can be imposed, or may be.
    pub(super) fn sanctions(&self, findings: &[SanctionFinding]) -> Vec<SanctionReport> {
        let possible = findings.iter().filter(|finding| finding.when != Status::NotMet);
        let report = |finding: &SanctionFinding| {
            let sanction = self.program().sanctions.get(usize::from(finding.sanction))?;
            Some(SanctionReport {
                name: sanction.name.clone(),
                state: finding.state,
                cap: finding.cap.map(|cap| AmountReport {
                    amount: cap.normalize().to_string(),
                    currency: sanction.currency.clone(),
                }),
                basis: sanction.basis.clone(),
                needs: self.needs(&finding.needs),
                label: self.text(&sanction.label, &sanction.name),
                certain: finding.when == Status::Met,
            })
        };
        possible.filter_map(report).collect()
    }

    /// One entry for each provision that a note names.
    pub(super) fn notes(&self, numbers: &[u16]) -> Vec<NoteReport> {
        let roles = &self.program().schema.enum_type(self.program().schema.conduct.roles).members;
        let notes = numbers.iter().filter_map(|number| self.program().notes.get(usize::from(*number)));
        let entries = notes.flat_map(|note| {
            let provisions: &[Citation] =
                if note.provisions.is_empty() { &note.basis } else { &note.provisions };
            let text = if note.text.0.is_empty() { &note.label } else { &note.text };
            let entry = |provision: Option<&Citation>| NoteReport {
                kind: note.kind,
                provision: provision.cloned(),
                text: self.text(text, &note.name),
                roles: note.roles.iter().filter_map(|role| roles.get(usize::from(role)).cloned()).collect(),
            };
            let entries: Vec<NoteReport> = match provisions {
                [] => vec![entry(None)],
                some => some.iter().map(|provision| entry(Some(provision))).collect(),
            };
            entries
        });
        entries.collect()
    }
}

/// The first day on which a norm applies, where on that of the case it does
/// not yet.
pub(super) fn applies_from<B>(versions: &Versions<B>, case: u16) -> Option<Day> {
    let later = versions.0.get(usize::from(case)..)?;
    let waiting = later.first().map(|version| version.state);
    let first = later.iter().find(|version| version.state == State::Applicable)?;
    match waiting? {
        State::NotYetInForce | State::NotYetApplicable => first.period.from,
        State::Applicable | State::NoLongerApplicable => None,
    }
}

//! Elements, exceptions, conditions and arguments, built.

use eval::{ArgumentFinding, ElementFinding, ExceptionFinding, Kept};
use ir::{Arguing, Element, Exception, Gate, IssueId, MemberSet, RestsOn};

use super::build::Builder;
use super::rules::{
    ArgumentReport, ConditionsReport, ElementReport, ExceptionReport, ExtentReport, KeptReport, OnlyUnder,
    PointReport, RestsOnReport,
};
use super::value::Moment;

impl Builder<'_> {
    pub(super) fn elements(&self, rules: &[Element], findings: &[ElementFinding]) -> Vec<ElementReport> {
        let report = |finding: &ElementFinding| {
            let rule = rules.get(usize::from(finding.index))?;
            let points = rule.points.iter().zip(&finding.points);
            Some(ElementReport {
                name: rule.name.clone(),
                status: finding.status,
                basis: rule.basis.clone(),
                because: self.facts(&finding.because),
                points: points
                    .map(|(point, finding)| PointReport {
                        name: point.name.clone(),
                        status: finding.status,
                        because: self.facts(&finding.because),
                    })
                    .collect(),
                rests_on: self.rests_on(&rule.rests_on),
                open_issues: finding.open_issues.iter().filter_map(|issue| self.issue(*issue)).collect(),
                immaterial: finding.immaterial,
            })
        };
        findings.iter().filter_map(report).collect()
    }

    pub(super) fn exceptions(
        &self,
        rules: &[Exception],
        findings: &[ExceptionFinding],
    ) -> Vec<ExceptionReport> {
        rules.iter().zip(findings).map(|(rule, finding)| self.exception(rule, finding)).collect()
    }

    fn exception(&self, rule: &Exception, finding: &ExceptionFinding) -> ExceptionReport {
        let conditions = rule.conditions.iter().zip(&finding.conditions);
        ExceptionReport {
            name: rule.name.clone(),
            status: finding.status,
            basis: rule.basis.clone(),
            recitals: rule.recitals.clone(),
            elements: self.elements(&rule.elements, &finding.elements),
            conditions: conditions
                .map(|(rule, finding)| ConditionsReport {
                    name: rule.name.clone(),
                    status: finding.status,
                    basis: rule.basis.clone(),
                    elements: self.elements(&rule.elements, &finding.elements),
                    only_under: self.only_under(rule.only_under),
                })
                .collect(),
            in_so_far_as: finding
                .in_so_far_as
                .as_ref()
                .map(|extent| ExtentReport { status: extent.status, because: self.facts(&extent.because) }),
            provided_that: finding.provided_that.iter().filter_map(|kept| self.kept(kept)).collect(),
            only_under: self.only_under(rule.only_under),
            exceptions: self.exceptions(&rule.exceptions, &finding.exceptions),
            label: self.optional(&rule.label),
        }
    }

    pub(super) fn arguments(&self, rules: &[Arguing], findings: &[ArgumentFinding]) -> Vec<ArgumentReport> {
        let report = |finding: &ArgumentFinding| {
            let Arguing { rule, target, .. } = rules.get(usize::from(finding.index))?;
            Some(ArgumentReport {
                rule: rule.name.clone(),
                direction: finding.direction,
                status: finding.finding.status,
                recitals: rule.recitals.clone(),
                label: self.optional(&rule.label),
                target: target.clone(),
            })
        };
        findings.iter().filter_map(report).collect()
    }

    /// The gate of this name.
    pub(super) fn gate(
        &self,
        gates: &[Gate],
        findings: &[ExceptionFinding],
        name: Option<&str>,
    ) -> Option<ExceptionReport> {
        let (gate, finding) = gates.iter().zip(findings).find(|(gate, _)| Some(&*gate.rule.name) == name)?;
        Some(self.exception(&gate.rule, finding))
    }

    fn kept(&self, kept: &Kept) -> Option<KeptReport> {
        let obligation = self.program().obligations.get(usize::from(kept.obligation))?;
        let bodies = obligation.versions.0.iter().filter_map(|version| version.body.as_ref());
        let must = bodies.filter_map(|body| body.musts.get(usize::from(kept.must))).next()?;
        Some(KeptReport {
            norm: obligation.name.clone(),
            must: must.name.clone(),
            status: kept.status,
            due: kept.due.and_then(|due| Moment::new(due, &self.zone)),
        })
    }

    fn rests_on(&self, rests_on: &RestsOn) -> RestsOnReport {
        RestsOnReport {
            definitions: rests_on.definitions.clone(),
            readings: rests_on.issues.iter().filter_map(|issue| self.issue(*issue)).collect(),
            judgement: rests_on.judgement,
        }
    }

    fn only_under(&self, only: Option<(IssueId, MemberSet)>) -> Vec<OnlyUnder> {
        let found = only
            .and_then(|(issue, readings)| Some((self.program().issues.get(usize::from(issue.0))?, readings)));
        let Some((issue, readings)) = found else { return Vec::new() };
        let reading = |place| {
            let reading = issue.readings.get(usize::from(place))?;
            Some(OnlyUnder { issue: issue.name.clone(), reading: reading.name.clone() })
        };
        readings.iter().filter_map(reading).collect()
    }

    fn issue(&self, issue: IssueId) -> Option<String> {
        Some(self.program().issues.get(usize::from(issue.0))?.name.clone())
    }
}

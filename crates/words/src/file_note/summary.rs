//! The answer in one sentence. It never says that something is permitted: a
//! clean result is "no prohibition met", with all that this rests on.

use eval::{DutyStatus, Outcome};

use super::Writer;
use super::moment::due;
use super::unknown::Unknown;
use crate::report::{FactReport, NormReport};
use crate::sentence::{Join, Sentence, capital, code, codes, list, one_line};

/// The most names that one part of the sentence gives.
const NAMED: usize = 8;

impl Writer<'_> {
    pub(super) fn summary_sentence(&self) -> String {
        let summary = &self.report.summary;
        let clean = match summary.outcome {
            Some(Outcome::Prohibited | Outcome::Undetermined) | None => false,
            Some(Outcome::Excepted | Outcome::NotMet | Outcome::OutOfScope | Outcome::NotApplicable) => true,
        };
        let mut parts = Vec::new();
        parts.extend(self.norms(Outcome::Prohibited, "summary-prohibited"));
        parts.extend(self.norms(Outcome::Undetermined, "summary-undetermined"));
        if clean {
            parts.push(self.say("summary-clean"));
        }
        if summary.outcome.is_none() {
            parts.push(self.say("summary-no-prohibitions"));
        }
        for (status, id) in [
            (DutyStatus::Violated, "summary-violated"),
            (DutyStatus::Undetermined, "summary-duties-undetermined"),
            (DutyStatus::Pending, "summary-pending"),
        ] {
            parts.extend(self.duties_with(status, id));
        }
        parts.extend(self.norms(Outcome::Excepted, "summary-excepted"));
        parts.extend(self.basis_of_the_answer(clean));
        parts.extend(self.norms(Outcome::OutOfScope, "summary-out-of-scope"));
        parts.extend(self.norms(Outcome::NotApplicable, "summary-not-applicable"));
        parts.extend(self.not_counted());
        parts.push(self.not_covered());
        let mut sentence = parts.join("; ");
        if !self.report.roles.is_empty() {
            let roles = codes(self.lang(), Join::And, &self.report.roles);
            sentence =
                self.speak(Sentence::new("summary-for").with("roles", roles).with("summary", sentence));
        }
        format!("{}.", capital(&sentence))
    }

    /// What was assumed and what was left unknown; after a clean result also
    /// that nothing was.
    fn basis_of_the_answer(&self, clean: bool) -> Vec<String> {
        let assumed: Vec<String> = self.all_assumed().iter().map(|fact| self.statement(fact)).collect();
        let Unknown { material, immaterial } = self.unknown();
        let unknown: Vec<String> = material.iter().map(|name| code(name)).collect();
        let part = |names: &[String], some: &str, none: &str| match names {
            [] => clean.then(|| self.say(none)),
            names => Some(self.speak(Sentence::new(some).with("names", self.some(names)))),
        };
        let mut parts = Vec::new();
        parts.extend(part(&assumed, "summary-assumed", "summary-nothing-assumed"));
        if immaterial.is_empty() || !unknown.is_empty() {
            parts.extend(part(&unknown, "summary-unknown", "summary-nothing-unknown"));
        }
        if !immaterial.is_empty() {
            let sentence = Sentence::new("summary-unknown-immaterial").with("count", immaterial.len());
            parts.push(self.speak(sentence));
        }
        parts
    }

    fn norms(&self, outcome: Outcome, id: &'static str) -> Option<String> {
        let norms = self.report.outcomes.iter().filter(|norm| norm.counted == outcome);
        let names: Vec<String> = norms.map(|norm| self.norm_name(norm)).collect();
        (!names.is_empty()).then(|| self.speak(Sentence::new(id).with("norms", self.some(&names))))
    }

    fn norm_name(&self, norm: &NormReport) -> String {
        self.cited(&one_line(&norm.label), &norm.basis)
    }

    fn duties_with(&self, status: DutyStatus, id: &'static str) -> Option<String> {
        let duties = self.report.obligations.iter().filter(|duty| duty.counted == Some(status));
        let names: Vec<String> = duties
            .map(|duty| {
                let musts = duty.cases.iter().flat_map(|case| &case.must);
                let due = musts.filter(|must| must.status == status).find_map(|must| must.due.as_ref());
                let name = self.cited(&one_line(&duty.label), &duty.basis);
                match (status, due) {
                    (DutyStatus::Pending, Some(moment)) => {
                        let due_at = due_text(self, moment);
                        self.speak(Sentence::new("with-due").with("statement", name).with("due", due_at))
                    }
                    (
                        DutyStatus::NotTriggered
                        | DutyStatus::Fulfilled
                        | DutyStatus::Pending
                        | DutyStatus::Undetermined
                        | DutyStatus::Violated,
                        _,
                    ) => name,
                }
            })
            .collect();
        (!names.is_empty()).then(|| self.speak(Sentence::new(id).with("duties", self.some(&names))))
    }

    /// Outcomes that are printed and do not count, because they concern roles
    /// that were not asked for.
    fn not_counted(&self) -> Option<String> {
        let prohibited = self.report.outcomes.iter().filter(|norm| norm.counted < norm.outcome);
        let norms = prohibited.map(|norm| one_line(&norm.label));
        let duties = self.report.obligations.iter();
        let duties = duties.filter(|duty| {
            duty.counted.is_none_or(|counted| counted < duty.status) && duty.status > DutyStatus::NotTriggered
        });
        let names: Vec<String> = norms.chain(duties.map(|duty| one_line(&duty.label))).collect();
        (!names.is_empty())
            .then(|| self.speak(Sentence::new("summary-not-counted").with("names", self.some(&names))))
    }

    fn not_covered(&self) -> String {
        let norms = self.report.outcomes.len() + self.report.obligations.len();
        let sentence = Sentence::new("summary-not-covered")
            .with("count", norms)
            .given("policy", &self.report.policy.name)
            .given("version", &self.report.policy.version);
        self.speak(sentence)
    }

    /// The first few names, and how many more there are.
    fn some(&self, names: &[String]) -> String {
        match names.get(..NAMED) {
            Some(first) if names.len() > NAMED => {
                let more = Sentence::new("more").with("count", names.len() - NAMED);
                let shown = [first, &[self.speak(more)]].concat();
                list(self.lang(), Join::And, &shown)
            }
            Some(_) | None => list(self.lang(), Join::And, names),
        }
    }

    fn all_assumed(&self) -> Vec<&FactReport> {
        let mut all = Vec::new();
        let cases = self.report.outcomes.iter().flat_map(|norm| &norm.cases).flat_map(|case| &case.assumed);
        let duties =
            self.report.obligations.iter().flat_map(|duty| &duty.cases).flat_map(|case| &case.assumed);
        for fact in cases.chain(duties) {
            if !all.iter().any(|known: &&FactReport| known.fact == fact.fact) {
                all.push(fact);
            }
        }
        all
    }
}

fn due_text(writer: &Writer<'_>, moment: &crate::report::Moment) -> String {
    due(moment, writer.lang())
}

//! The obligations of a note, with their due times.

use eval::DutyStatus;
use ir::Status;

use super::Writer;
use super::blocks::{Block, Line};
use super::moment::due;
use crate::report::{DutyCaseReport, MustReport, ObligationReport};
use crate::sentence::{Join, Sentence, capital, code, codes, one_line};
use crate::style::Tone;

impl Writer<'_> {
    pub(super) fn duties(&mut self) {
        let report = self.report;
        if report.obligations.is_empty() {
            return;
        }
        self.section("section-obligations");
        let mut obligations: Vec<&ObligationReport> = report.obligations.iter().collect();
        obligations.sort_by_key(|obligation| std::cmp::Reverse(obligation.status));
        let triggered = |obligation: &&ObligationReport| obligation.status > DutyStatus::NotTriggered;
        let (long, short): (Vec<_>, Vec<_>) = obligations.into_iter().partition(triggered);
        for obligation in &long {
            self.duty_at_length(obligation);
        }
        if !long.is_empty() && !short.is_empty() {
            self.others("section-other-obligations");
        }
        for obligation in &short {
            self.duty_in_one_line(obligation);
        }
        self.notes_beside("beside-the-norms", short.iter().flat_map(|obligation| &obligation.notes));
    }

    fn duty_at_length(&mut self, obligation: &ObligationReport) {
        let heading = self.duty_heading(obligation);
        self.blocks.push(Block::Norm(heading));
        for case in &obligation.cases {
            let text = self.case_heading(case.conduct.as_ref(), &case.law);
            let several = obligation.cases.len() > 1;
            let line = Line::plain(capital(&if several { format!("{text}: ") } else { text }));
            let status = if several { self.duty_status(case.status) } else { String::new() };
            self.blocks.push(Block::Case(line.and(tone(case.status), status)));
            self.duty_case(case);
        }
        self.notes_beside("beside-the-norm", &obligation.notes);
    }

    fn duty_case(&mut self, case: &DutyCaseReport) {
        if case.status == DutyStatus::NotTriggered {
            let text = self.why_not_triggered(case);
            self.item(0, &text);
            return;
        }
        let trigger = match case.when.status {
            Status::Met => "trigger-met",
            Status::NotMet => "trigger-not-met",
            Status::Unknown => "trigger-open",
        };
        let text = self.by_facts(self.say(trigger), &case.when.because);
        self.item(0, &text);
        for must in &case.must {
            let text = self.must(must);
            self.item(0, &text);
            self.needs(1, &must.needs);
        }
        self.exceptions(0, &case.exceptions);
        self.arguments(0, &case.arguments);
        self.assumed(0, &case.assumed);
        self.sanctions(0, &case.sanctions);
        if !case.exact {
            let text = self.say("not-exact");
            self.item(0, &text);
        }
    }

    /// "`request` is pending, due by 3 December 2026 at 09:00, because …".
    fn must(&self, must: &MustReport) -> String {
        let name = match &must.label {
            Some(label) => format!("{} “{}”", code(&must.name), one_line(label)),
            None => code(&must.name),
        };
        let id = if must.negative { "must-not" } else { "must" };
        let sentence = Sentence::new(id)
            .with("name", self.cited(&name, &must.basis))
            .with("status", self.duty_status(must.status));
        let mut text = self.speak(sentence);
        if let Some(moment) = &must.due {
            let due = due(moment, self.lang());
            text = self.speak(Sentence::new("with-due").with("statement", text).with("due", due));
        }
        if must.no_limit {
            text = self.speak(Sentence::new("no-limit").with("statement", text));
        }
        self.by_facts(text, &must.because)
    }

    fn duty_in_one_line(&mut self, obligation: &ObligationReport) {
        let mut reasons = self.each_as_first(&obligation.cases, |case| self.why_not_triggered(case));
        reasons.dedup();
        if reasons.is_empty() {
            reasons.push(self.say("no-conduct"));
        }
        let line = self.duty_heading(obligation).and(Tone::Plain, format!(": {}", reasons.join("; ")));
        self.blocks.push(Block::Short(line));
    }

    fn why_not_triggered(&self, case: &DutyCaseReport) -> String {
        if case.state.is_some() {
            return self.not_applicable(case.state, case.applies_from);
        }
        if case.excluded_by.is_some() {
            return self.out_of_scope(case.gate.as_ref(), case.excluded_by.as_deref());
        }
        if let Some(exception) = case.exceptions.iter().find(|exception| exception.status == Status::Met) {
            return self.exception(exception);
        }
        self.by_facts(self.say("trigger-not-met"), &case.when.because)
    }

    fn duty_heading(&self, obligation: &ObligationReport) -> Line {
        let sources = self.sources(&obligation.basis, &obligation.recitals);
        let status = capital(&self.duty_status(obligation.status));
        let mut text = format!(": {}{sources}", one_line(&obligation.label));
        if !obligation.addressed_to.is_empty() {
            let roles = codes(self.lang(), Join::And, &obligation.addressed_to);
            text = self.speak(Sentence::new("addressed-to").with("statement", text).with("roles", roles));
        }
        Line::default().and(tone(obligation.status), status).and(Tone::Plain, text)
    }

    pub(super) fn duty_status(&self, status: DutyStatus) -> String {
        self.say(match status {
            DutyStatus::NotTriggered => "duty-not-triggered",
            DutyStatus::Fulfilled => "duty-fulfilled",
            DutyStatus::Pending => "duty-pending",
            DutyStatus::Undetermined => "duty-undetermined",
            DutyStatus::Violated => "duty-violated",
        })
    }
}

fn tone(status: DutyStatus) -> Tone {
    match status {
        DutyStatus::Violated => Tone::Finding,
        DutyStatus::Undetermined | DutyStatus::Pending => Tone::Open,
        DutyStatus::Fulfilled | DutyStatus::NotTriggered => Tone::Settled,
    }
}

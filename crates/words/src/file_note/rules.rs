//! Elements, exceptions and arguments of a case, one by one.

use eval::DutyStatus;
use ir::{Direction, Status};

use super::Writer;
use super::moment::due;
use crate::report::{ArgumentReport, ElementReport, ExceptionReport, KeptReport, OnlyUnder};
use crate::sentence::{Join, Sentence, code, list, one_line};

impl Writer<'_> {
    pub(super) fn elements(&mut self, depth: usize, elements: &[ElementReport]) {
        for element in elements {
            let text = self.element_in_full(element);
            self.item(depth, &text);
            for point in &element.points {
                let text = self.point(point);
                self.item(depth + 1, &text);
            }
        }
    }

    /// Exceptions with all that they ask; `to` an exception or to the norm.
    pub(super) fn exceptions(&mut self, depth: usize, exceptions: &[ExceptionReport]) {
        for exception in exceptions {
            let text = self.exception(exception);
            let lacking = self.lacking(exception);
            if exception.status == Status::NotMet && !lacking.is_empty() {
                self.item(depth, &format!("{text}: {}", lacking.join("; ")));
                continue;
            }
            self.item(depth, &text);
            self.elements(depth + 1, &exception.elements);
            if let Some(extent) = &exception.in_so_far_as {
                let text = self.stands(&self.say("extent"), extent.status);
                let text = self.by_facts(text, &extent.because);
                self.item(depth + 1, &text);
            }
            for conditions in &exception.conditions {
                let name = self.cited(&code(&conditions.name), &conditions.basis);
                let id = match conditions.status {
                    Status::Met => "conditions-met",
                    Status::NotMet => "conditions-not-met",
                    Status::Unknown => "conditions-open",
                };
                let name = self.only_under(name, &conditions.only_under);
                let text = self.speak(Sentence::new(id).with("name", name));
                self.item(depth + 1, &text);
                self.elements(depth + 2, &conditions.elements);
            }
            for kept in &exception.provided_that {
                let text = self.kept(kept);
                self.item(depth + 1, &text);
            }
            self.exceptions(depth + 1, &exception.exceptions);
        }
    }

    /// Why an exception does not apply: what of it is not met, and what stands
    /// in its way.
    fn lacking(&self, exception: &ExceptionReport) -> Vec<String> {
        let conditions = exception.conditions.iter().flat_map(|conditions| &conditions.elements);
        let elements = exception.elements.iter().chain(conditions);
        let missing = elements.filter(|element| element.status == Status::NotMet);
        let mut lacking: Vec<String> = missing.map(|element| self.element(element)).collect();
        if let Some(extent) = exception.in_so_far_as.as_ref().filter(|it| it.status == Status::NotMet) {
            lacking.push(self.by_facts(self.stands(&self.say("extent"), extent.status), &extent.because));
        }
        let violated = exception.provided_that.iter().filter(|kept| kept.status == DutyStatus::Violated);
        lacking.extend(violated.map(|kept| self.kept(kept)));
        let reinstating = exception.exceptions.iter().filter(|inner| inner.status == Status::Met);
        lacking.extend(reinstating.map(|inner| self.exception(inner)));
        lacking
    }

    /// The exception by itself: "exception `a` (Article …) applies".
    pub(super) fn exception(&self, exception: &ExceptionReport) -> String {
        let sources = [exception.basis.as_slice(), exception.recitals.as_slice()].concat();
        let name = match &exception.label {
            Some(label) => format!("{} “{}”", code(&exception.name), one_line(label)),
            None => code(&exception.name),
        };
        let name = self.only_under(self.cited(&name, &sources), &exception.only_under);
        let id = match exception.status {
            Status::Met => "exception-applies",
            Status::NotMet => "exception-fails",
            Status::Unknown => "exception-open",
        };
        self.speak(Sentence::new(id).with("name", name))
    }

    pub(super) fn arguments(&mut self, depth: usize, arguments: &[ArgumentReport]) {
        for argument in arguments {
            let text = self.argument(argument);
            self.item(depth, &text);
        }
    }

    fn argument(&self, argument: &ArgumentReport) -> String {
        let id = match argument.direction {
            Direction::For => "argument-for",
            Direction::Against => "argument-against",
        };
        let label = match &argument.label {
            Some(label) => format!("{} “{}”", code(&argument.rule), one_line(label)),
            None => code(&argument.rule),
        };
        let name = self.cited(&label, &argument.recitals);
        self.speak(
            Sentence::new(id)
                .with("target", code(&argument.target))
                .with("status", self.stands(&name, argument.status)),
        )
    }

    fn kept(&self, kept: &KeptReport) -> String {
        let sentence = Sentence::new("provided-that")
            .with("duty", code(&format!("{}.{}", kept.norm, kept.must)))
            .with("status", self.duty_status(kept.status));
        let text = self.speak(sentence);
        match &kept.due {
            Some(moment) => {
                let due = due(moment, self.lang());
                self.speak(Sentence::new("with-due").with("statement", text).with("due", due))
            }
            None => text,
        }
    }

    fn only_under(&self, name: String, readings: &[OnlyUnder]) -> String {
        if readings.is_empty() {
            return name;
        }
        let readings: Vec<String> = readings
            .iter()
            .map(|only| {
                let sentence = Sentence::new("reading-of").with("reading", code(&only.reading));
                self.speak(sentence.with("issue", code(&only.issue)))
            })
            .collect();
        let readings = list(self.lang(), Join::Or, &readings);
        self.speak(Sentence::new("only-under").with("name", name).with("readings", readings))
    }
}

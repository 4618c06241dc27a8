//! The prohibitions of a note: at length where something is decided, in one
//! line where a norm does not bite.

use base::Citation;
use eval::Outcome;
use ir::{State, Status};

use super::Writer;
use super::blocks::{Block, Line};
use super::moment::{day, moment};
use crate::report::{CaseReport, ConductReport, ExceptionReport, LawReport, NormReport};
use crate::sentence::{Join, Sentence, capital, code, list, one_line};
use crate::style::Tone;

impl Writer<'_> {
    pub(super) fn prohibitions(&mut self) {
        let report = self.report;
        if report.outcomes.is_empty() {
            return;
        }
        self.section("section-prohibitions");
        let mut norms: Vec<&NormReport> = report.outcomes.iter().collect();
        norms.sort_by_key(|norm| std::cmp::Reverse(norm.outcome));
        let bites = |norm: &&NormReport| norm.outcome >= Outcome::Excepted;
        let (long, short): (Vec<_>, Vec<_>) = norms.into_iter().partition(bites);
        for norm in &long {
            self.at_length(norm);
        }
        if !long.is_empty() && !short.is_empty() {
            self.others("section-other-prohibitions");
        }
        for norm in &short {
            self.in_one_line(norm);
        }
        self.notes_beside("beside-the-norms", short.iter().flat_map(|norm| &norm.notes));
    }

    fn at_length(&mut self, norm: &NormReport) {
        let heading = self.heading(norm);
        self.blocks.push(Block::Norm(heading));
        for case in &norm.cases {
            let text = self.case_heading(case.conduct.as_ref(), &case.law);
            let several = norm.cases.len() > 1;
            let line = Line::plain(capital(&if several { format!("{text}: ") } else { text }));
            let outcome = if several { self.outcome(case.outcome) } else { String::new() };
            self.blocks.push(Block::Case(line.and(tone(case.outcome), outcome)));
            match case.outcome {
                Outcome::Prohibited | Outcome::Undetermined | Outcome::Excepted => self.case(case),
                Outcome::NotMet | Outcome::OutOfScope | Outcome::NotApplicable => {
                    let text = self.why_not(case);
                    self.item(0, &text);
                    self.assumed(0, &case.assumed);
                }
            }
        }
        self.notes_beside("beside-the-norm", &norm.notes);
    }

    fn case(&mut self, case: &CaseReport) {
        if let Some(since) = &case.since {
            let since = moment(since, self.lang());
            let text = self.speak(Sentence::new("since").with("moment", since));
            self.item(0, &text);
        }
        self.elements(0, &case.elements);
        self.exceptions(0, &case.exceptions);
        self.arguments(0, &case.arguments);
        self.needs(0, &case.needs);
        self.ways_out(0, &case.ways_out);
        self.assumed(0, &case.assumed);
        self.sanctions(0, &case.sanctions);
        if !case.exact {
            let text = self.say("not-exact");
            self.item(0, &text);
        }
    }

    fn in_one_line(&mut self, norm: &NormReport) {
        let reasons = self.each_as_first(&norm.cases, |case| {
            (self.case_heading(case.conduct.as_ref(), &case.law), self.why_not(case))
        });
        let line = self.heading(norm);
        let same = reasons.windows(2).all(|pair| pair[0].1 == pair[1].1);
        match reasons.as_slice() {
            [] => {
                let reason = self.say("no-conduct");
                self.blocks.push(Block::Short(line.and(Tone::Plain, format!(": {reason}"))));
            }
            [(_, reason), ..] if same => {
                self.blocks.push(Block::Short(line.and(Tone::Plain, format!(": {reason}"))));
            }
            several => {
                self.blocks.push(Block::Short(line));
                for (case, reason) in several {
                    self.item(1, &format!("{case}: {reason}"));
                }
            }
        }
    }

    /// "Prohibited: Social scoring (Article 5(1)(c) AI Act; recital 31)".
    fn heading(&self, norm: &NormReport) -> Line {
        let sources = self.sources(&norm.basis, &norm.recitals);
        let outcome = capital(&self.outcome(norm.outcome));
        Line::default()
            .and(tone(norm.outcome), outcome)
            .and(Tone::Plain, format!(": {}{sources}", one_line(&norm.label)))
    }

    /// Basis and recitals behind a label.
    pub(super) fn sources(&self, basis: &[Citation], recitals: &[Citation]) -> String {
        let parts = [self.voice.cite_all(basis, recitals.first()), self.voice.cite_all(recitals, None)];
        let parts = parts.iter().filter(|part| !part.is_empty());
        let parts: Vec<String> = parts.map(|part| list(self.lang(), Join::And, part)).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
    }

    /// Which conduct a case is about, and the law of which days decides it.
    pub(super) fn case_heading(&self, conduct: Option<&ConductReport>, law: &LawReport) -> String {
        let subject = match conduct {
            None => self.say("subject-system"),
            Some(conduct) if conduct.hypothetical => self.say("subject-hypothetical"),
            Some(conduct) => self.subject(conduct),
        };
        let date = |date: ir::Day| day(date, self.lang());
        let law = match (law.from, law.until) {
            (None, None) => return subject,
            (Some(from), None) => Sentence::new("law-from").with("from", date(from)),
            (None, Some(until)) => Sentence::new("law-until").with("until", date(until)),
            (Some(from), Some(until)) => {
                Sentence::new("law-between").with("from", date(from)).with("until", date(until))
            }
        };
        format!("{subject}, {}", self.speak(law))
    }

    fn subject(&self, conduct: &ConductReport) -> String {
        let number = conduct.index.map_or_else(String::new, |index| (index + 1).to_string());
        let name = conduct.id.as_deref().map_or(number, code);
        let known = |part: &Option<String>, id| match part {
            Some(name) => self.speak(Sentence::new(id).with("name", code(name))),
            None => self.say(&format!("{id}-unknown")),
        };
        let mut parts = vec![known(&conduct.kind, "of-kind"), known(&conduct.operator, "by-operator")];
        parts.push(match &conduct.from {
            Some(from) => moment(from, self.lang()),
            None => self.say("undated"),
        });
        self.speak(Sentence::new("subject").with("name", name).with("parts", parts.join(", ")))
    }

    /// Why a case does not end in a prohibition, in one statement.
    fn why_not(&self, case: &CaseReport) -> String {
        match case.outcome {
            Outcome::NotApplicable => self.not_applicable(case.state, case.applies_from),
            Outcome::OutOfScope => self.out_of_scope(case.gate.as_ref(), case.excluded_by.as_deref()),
            Outcome::NotMet | Outcome::Excepted | Outcome::Undetermined | Outcome::Prohibited => {
                let missing = case.elements.iter().filter(|element| element.status == Status::NotMet);
                missing.map(|element| self.element(element)).collect::<Vec<_>>().join("; ")
            }
        }
    }

    pub(super) fn not_applicable(&self, state: Option<State>, from: Option<ir::Day>) -> String {
        let id = match state {
            Some(State::NotYetInForce) => "not-yet-in-force",
            Some(State::NotYetApplicable) => "not-yet-applicable",
            Some(State::NoLongerApplicable) => "no-longer-applicable",
            Some(State::Applicable) | None => "not-applicable",
        };
        let state = self.say(id);
        match from {
            Some(from) => {
                let from = day(from, self.lang());
                self.speak(Sentence::new("applies-from").with("state", state).with("from", from))
            }
            None => state,
        }
    }

    /// Which exclusion is entered, or which scope is left, and why.
    pub(super) fn out_of_scope(&self, gate: Option<&ExceptionReport>, name: Option<&str>) -> String {
        let Some(gate) = gate else { return code(name.unwrap_or_default()) };
        let id = if gate.status == Status::Met { "exclusion-entered" } else { "scope-left" };
        let sources = [gate.basis.as_slice(), gate.recitals.as_slice()].concat();
        let name = self.cited(&code(&gate.name), &sources);
        let deciding = gate.elements.iter().filter(|element| element.status == gate.status);
        let reasons: Vec<String> = deciding.flat_map(|element| self.facts(&element.because)).collect();
        self.because(self.speak(Sentence::new(id).with("name", name)), &reasons)
    }

    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        self.say(match outcome {
            Outcome::NotApplicable => "outcome-not-applicable",
            Outcome::OutOfScope => "outcome-out-of-scope",
            Outcome::NotMet => "outcome-not-met",
            Outcome::Excepted => "outcome-excepted",
            Outcome::Undetermined => "outcome-undetermined",
            Outcome::Prohibited => "outcome-prohibited",
        })
    }
}

fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Prohibited => Tone::Finding,
        Outcome::Undetermined => Tone::Open,
        Outcome::Excepted | Outcome::NotMet | Outcome::OutOfScope | Outcome::NotApplicable => Tone::Settled,
    }
}

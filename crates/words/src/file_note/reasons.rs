//! "… is met because …": statements with their reasons.

use base::Citation;
use ir::Status;

use super::Writer;
use crate::report::{ElementReport, FactReport, PointReport};
use crate::sentence::{Join, Sentence, code, codes, list};

impl Writer<'_> {
    /// What a name is said to be: "`a` is met".
    pub(super) fn stands(&self, name: &str, status: Status) -> String {
        let id = match status {
            Status::Met => "is-met",
            Status::NotMet => "is-not-met",
            Status::Unknown => "is-open",
        };
        self.speak(Sentence::new(id).with("name", name.to_owned()))
    }

    /// A statement with what it follows from.
    pub(super) fn because(&self, statement: String, reasons: &[String]) -> String {
        if reasons.is_empty() {
            return statement;
        }
        let reasons = list(self.lang(), Join::And, reasons);
        self.speak(Sentence::new("because").with("statement", statement).with("reasons", reasons))
    }

    /// An element with its reasons: "`a` is met because `b` is true".
    pub(super) fn element(&self, element: &ElementReport) -> String {
        self.element_because(element, self.facts(&element.because))
    }

    fn element_because(&self, element: &ElementReport, mut reasons: Vec<String>) -> String {
        let name = self.cited(&code(&element.name), &element.basis);
        reasons.extend(
            element
                .open_issues
                .iter()
                .map(|issue| self.speak(Sentence::new("issue-open").with("issue", code(issue)))),
        );
        self.because(self.stands(&name, element.status), &reasons)
    }

    /// The same with what it rests on and whether it matters.
    pub(super) fn element_in_full(&self, element: &ElementReport) -> String {
        // What has points is met because of those.
        let facts = if element.points.is_empty() { self.facts(&element.because) } else { Vec::new() };
        let mut text = self.element_because(element, facts);
        if element.immaterial {
            return self.speak(Sentence::new("immaterial").with("statement", text));
        }
        let grounds = self.grounds(element);
        if !grounds.is_empty() {
            let grounds = list(self.lang(), Join::And, &grounds);
            text = self.speak(Sentence::new("rests-on").with("statement", text).with("grounds", grounds));
        }
        text
    }

    /// A lettered point: "point (ii) is met because …".
    pub(super) fn point(&self, point: &PointReport) -> String {
        let label = law::Level::Point.list(std::slice::from_ref(&point.name), self.lang());
        let name = self.speak(Sentence::new("point").with("label", label));
        self.because(self.stands(&name, point.status), &self.facts(&point.because))
    }

    /// A statement on something that has facts only.
    pub(super) fn by_facts(&self, statement: String, facts: &[FactReport]) -> String {
        self.because(statement, &self.facts(facts))
    }

    /// A name with the provisions it comes from behind it, between brackets.
    pub(super) fn cited(&self, name: &str, citations: &[Citation]) -> String {
        if citations.is_empty() { name.to_owned() } else { format!("{name} ({})", self.citations(citations)) }
    }

    pub(super) fn citations(&self, citations: &[Citation]) -> String {
        list(self.lang(), Join::And, &self.voice.cite_all(citations, None))
    }

    fn grounds(&self, element: &ElementReport) -> Vec<String> {
        let rests_on = &element.rests_on;
        let mut grounds = Vec::new();
        if rests_on.judgement {
            grounds.push(self.say("ground-judgement"));
        }
        if !rests_on.definitions.is_empty() {
            let names = codes(self.lang(), Join::And, &rests_on.definitions);
            let count = rests_on.definitions.len();
            grounds.push(
                self.speak(Sentence::new("ground-definitions").with("names", names).with("count", count)),
            );
        }
        for issue in &rests_on.readings {
            let picked = self.report.readings.iter().find(|(name, _)| name == issue);
            let sentence = match picked.and_then(|(_, pick)| pick.as_ref()) {
                Some(pick) => Sentence::new("ground-reading").with("reading", code(&pick.reading)),
                None => Sentence::new("ground-issue"),
            };
            grounds.push(self.speak(sentence.with("issue", code(issue))));
        }
        grounds
    }
}

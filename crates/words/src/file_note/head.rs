//! The beginning of a note: which policy, at which moment, under which
//! readings of open questions; and the warnings about the facts.

use ir::{AsOfSource, PickSource};

use super::Writer;
use super::blocks::{Block, Line};
use super::moment::moment_text;
use crate::sentence::{Sentence, code, one_line};

impl Writer<'_> {
    pub(super) fn head(&mut self) {
        let report = self.report;
        let title = Sentence::new("note-title")
            .given("policy", &report.policy.name)
            .given("version", &report.policy.version);
        let title = self.speak(title);
        self.blocks.push(Block::Title(Line::plain(title)));
        let from = match report.as_of.from {
            AsOfSource::Flag => "as-of-flag",
            AsOfSource::Facts => "as-of-facts",
            AsOfSource::Clock => "as-of-clock",
        };
        let as_of = Sentence::new("as-of")
            .with("moment", moment_text(&report.as_of.instant, self.lang()))
            .given("zone", &report.time_zone)
            .with("source", self.say(from));
        let made_with =
            Sentence::new("made-with").given("engine", &report.engine).given("hash", &report.policy.hash);
        for text in [self.speak(as_of), self.speak(made_with)] {
            self.item(0, &text);
        }
        let open = self.open_issues();
        for ((issue, pick), question) in report.readings.iter().zip(&report.questions) {
            if pick.is_none() && !open.contains(issue.as_str()) {
                continue;
            }
            let sentence = match pick {
                None => Sentence::new("question-open"),
                Some(pick) => {
                    let from = match pick.from {
                        PickSource::Default => "pick-default",
                        PickSource::Facts => "pick-facts",
                        PickSource::Profile => "pick-profile",
                        PickSource::Flag => "pick-flag",
                    };
                    Sentence::new("question-answered")
                        .with("reading", code(&pick.reading))
                        .with("source", self.say(from))
                }
            };
            let text = self.speak(sentence.given("question", question).with("issue", code(issue)));
            self.item(0, &text);
        }
    }

    pub(super) fn warnings(&mut self) {
        let report = self.report;
        if report.problems.is_empty() {
            return;
        }
        self.section("section-warnings");
        for problem in &report.problems {
            let place =
                problem.pointer.as_deref().map_or_else(String::new, |at| format!(" ({})", one_line(at)));
            let text = format!("{}: {}{place}", problem.code, problem.message);
            self.item(0, &text);
        }
    }
}

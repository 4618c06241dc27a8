//! What is missing, and where each answer leads.

use eval::NeedKind;

use super::Writer;
use crate::report::{NeedReport, WayOut};
use crate::sentence::{Join, Sentence, code, codes, list, one_line};

impl Writer<'_> {
    pub(super) fn needs(&mut self, depth: usize, needs: &[NeedReport]) {
        if needs.is_empty() {
            return;
        }
        let text = self.say("needs");
        self.item(depth, &text);
        for need in needs {
            let text = self.need(need);
            self.item(depth + 1, &text);
        }
    }

    fn need(&self, need: &NeedReport) -> String {
        let id = match need.kind {
            NeedKind::Fact => "need-fact",
            NeedKind::Judgement => "need-judgement",
            NeedKind::Reading => "need-reading",
            NeedKind::List => "need-list",
        };
        let mut text = self.speak(Sentence::new(id).with("name", code(&need.name)));
        if let Some(question) = &need.question {
            text = format!("{text}: {}", one_line(question));
        }
        if !need.readings.is_empty() {
            let readings = codes(self.lang(), Join::Or, &need.readings);
            text = format!("{text} ({readings})");
        }
        text
    }

    /// "Prohibited if …", "not met if …".
    pub(super) fn ways_out(&mut self, depth: usize, ways: &[WayOut]) {
        for way in ways {
            let conditions: Vec<String> =
                way.conditions.iter().map(|it| self.value_of(&it.fact, &it.value, false)).collect();
            let sentence = Sentence::new("way-out")
                .with("outcome", self.outcome(way.outcome))
                .with("conditions", list(self.lang(), Join::And, &conditions));
            let text = self.speak(sentence);
            self.item(depth, &text);
        }
    }
}

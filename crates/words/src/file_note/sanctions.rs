//! Assumptions, sanctions, savings and powers: what stands beside a case.

use ir::{NoteKind, State};

use super::Writer;
use super::blocks::{Block, Line};
use crate::report::{FactReport, NoteReport, SanctionReport};
use crate::sentence::{Join, Sentence, capital, codes, one_line};

impl Writer<'_> {
    pub(super) fn assumed(&mut self, depth: usize, facts: &[FactReport]) {
        for fact in facts {
            let statement = self.cited(&self.statement(fact), &fact.basis);
            let text = self.speak(Sentence::new("assumed").with("statement", statement));
            self.item(depth, &text);
        }
    }

    pub(super) fn sanctions(&mut self, depth: usize, sanctions: &[SanctionReport]) {
        for sanction in sanctions {
            let text = self.sanction(sanction);
            self.item(depth, &text);
        }
    }

    /// The cap, never an amount: what is imposed is for others.
    fn sanction(&self, sanction: &SanctionReport) -> String {
        let name = self.cited(&one_line(&sanction.label), &sanction.basis);
        let needs: Vec<&str> = sanction.needs.iter().map(|need| need.name.as_str()).collect();
        let missing = codes(self.lang(), Join::And, &needs);
        let sentence = match (sanction.state, &sanction.cap) {
            (Some(State::NotYetInForce | State::NotYetApplicable), _) => Sentence::new("sanction-not-yet"),
            (Some(State::NoLongerApplicable), _) => Sentence::new("sanction-no-longer"),
            (Some(State::Applicable) | None, _) if !sanction.certain => {
                Sentence::new("sanction-open").with("count", needs.len()).with("missing", missing)
            }
            (Some(State::Applicable) | None, Some(cap)) => {
                Sentence::new("sanction-cap").with("cap", self.money(&cap.amount, &cap.currency))
            }
            (Some(State::Applicable) | None, None) => {
                Sentence::new("sanction-cap-open").with("count", needs.len()).with("missing", missing)
            }
        };
        self.speak(sentence.with("name", name))
    }

    /// The notes of a norm that is explained at length, under a heading of
    /// their own: they belong to none of its cases.
    pub(super) fn notes_beside(&mut self, notes: &[NoteReport]) {
        if !notes.is_empty() {
            let heading = capital(&self.say("beside-the-norm"));
            self.blocks.push(Block::Case(Line::plain(heading)));
            self.notes(0, notes);
        }
    }

    pub(super) fn notes(&mut self, depth: usize, notes: &[NoteReport]) {
        for note in notes {
            let text = self.note(note);
            self.item(depth, &text);
        }
    }

    fn note(&self, note: &NoteReport) -> String {
        let id = match note.kind {
            NoteKind::WithoutPrejudiceTo => "without-prejudice-to",
            NoteKind::PrevailsOver => "prevails-over",
            NoteKind::Power if note.roles.is_empty() => "power",
            NoteKind::Power => "power-of",
        };
        let provision = note.provision.as_ref().map(|provision| self.voice.cite(provision));
        let sentence = Sentence::new(id)
            .given("text", &note.text)
            .with("provision", provision.unwrap_or_default())
            .with("roles", codes(self.lang(), Join::And, &note.roles));
        self.speak(sentence)
    }
}

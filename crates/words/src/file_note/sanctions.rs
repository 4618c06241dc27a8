//! Assumptions, sanctions, savings and powers: what stands beside a case.

use base::Citation;
use ir::{NoteKind, State};

use super::Writer;
use super::blocks::{Block, Line};
use crate::report::{FactReport, NoteReport, SanctionReport};
use crate::sentence::{Join, Sentence, capital, codes, list, one_line};

impl Writer<'_> {
    pub(super) fn assumed(&mut self, depth: usize, facts: &[FactReport]) {
        if facts.is_empty() {
            return;
        }
        let statements: Vec<String> =
            facts.iter().map(|fact| self.cited(&self.statement(fact), &fact.basis)).collect();
        let statement = list(self.lang(), Join::And, &statements);
        let text = self.speak(Sentence::new("assumed").with("statement", statement));
        self.item(depth, &text);
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

    /// Notes under a heading of their own: they belong to none of the cases.
    /// What several say in the same words is said once, of all provisions.
    pub(super) fn notes_beside<'n>(
        &mut self,
        heading: &str,
        notes: impl IntoIterator<Item = &'n NoteReport>,
    ) {
        let mut groups: Vec<(&NoteReport, Vec<Citation>)> = Vec::new();
        for note in notes {
            let alike = |(first, _): &&mut (&NoteReport, Vec<Citation>)| {
                (first.kind, &first.text, &first.roles) == (note.kind, &note.text, &note.roles)
            };
            match groups.iter_mut().find(alike) {
                Some((_, provisions)) => {
                    let new = note.provision.iter().filter(|it| !provisions.contains(it)).cloned();
                    let new: Vec<Citation> = new.collect();
                    provisions.extend(new);
                }
                None => groups.push((note, note.provision.iter().cloned().collect())),
            }
        }
        if groups.is_empty() {
            return;
        }
        let heading = capital(&self.say(heading));
        self.blocks.push(Block::Case(Line::plain(heading)));
        for (note, provisions) in groups {
            let text = self.note(note, &provisions);
            self.item(0, &text);
        }
    }

    fn note(&self, note: &NoteReport, provisions: &[Citation]) -> String {
        let id = match note.kind {
            NoteKind::WithoutPrejudiceTo => "without-prejudice-to",
            NoteKind::PrevailsOver => "prevails-over",
            NoteKind::Power if note.roles.is_empty() => "power",
            NoteKind::Power => "power-of",
        };
        let sentence = Sentence::new(id)
            .given("text", &note.text)
            .with("provision", self.citations(provisions))
            .with("roles", codes(self.lang(), Join::And, &note.roles));
        self.speak(sentence)
    }
}

//! Savings, rules of precedence and powers beside the norms.

use ir::{Localised, Note};
use syntax::ItemKind;

use super::{BEGINNING, Lowering, citations};
use crate::model::Body;

impl<'a> Lowering<'a> {
    /// The notes beside a norm, by number.
    pub(super) fn notes_on(&mut self, kind: ItemKind, name: &str) -> Vec<u16> {
        let versions = self.named.get(&(kind, name)).cloned().unwrap_or_default();
        let mut basis = Vec::new();
        for at in versions {
            basis.extend(citations(&self.items[at].item.header.basis));
        }
        let mut beside = self.directed.candidates(name);
        beside.retain(|&at| {
            matches!(self.items[at].kind, ItemKind::Saving | ItemKind::Precedence | ItemKind::Power)
                && self.is_on(self.items[at].item, name, &basis)
        });
        beside.into_iter().filter_map(|at| self.note(at)).collect()
    }

    fn note(&mut self, at: usize) -> Option<u16> {
        if let Some(known) = self.notes.iter().position(|(item, _)| *item == at) {
            return Some(known as u16);
        }
        let header = &self.items[at].item.header;
        let Body::Note(note) = &self.items[at].item.body else { return None };
        self.day = header.dates.applicable_from().unwrap_or(BEGINNING);
        self.definitions.clear();
        let when = note.when.as_ref().map(|when| self.expr(at, when));
        let text = note.may.iter().map(|may| (self.lang, may.clone())).collect();
        let lowered = Note {
            kind: note.kind,
            name: header.name.clone(),
            label: self.localised(&header.label),
            basis: citations(&header.basis),
            recitals: citations(&header.recitals),
            provisions: citations(&note.provisions),
            roles: note.roles.iter().copied().collect(),
            text: Localised(text),
            when,
            span: self.span(at, header.name_range),
        };
        self.notes.push((at, lowered));
        Some(self.notes.len() as u16 - 1)
    }
}

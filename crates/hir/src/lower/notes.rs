//! Savings, rules of precedence and powers beside the norms.

use ir::Note;
use syntax::ItemKind;

use super::{BEGINNING, Lowering, Source, citations};
use crate::model::Body;
use crate::translations::{TextKind, key};

impl<'a> Lowering<'a> {
    /// The notes beside a norm, by number.
    pub(super) fn notes_on(&mut self, kind: ItemKind, name: &str) -> Vec<u16> {
        let versions = self.named.get(&(kind, name)).cloned().unwrap_or_default();
        let mut basis = Vec::new();
        for at in versions {
            basis.extend(citations(&self.items[at].item.header.basis));
        }
        let mut beside = self.directed.at_whole(name, &basis, self.names);
        beside.retain(|&at| {
            matches!(self.items[at].kind, ItemKind::Saving | ItemKind::Precedence | ItemKind::Power)
        });
        beside.into_iter().filter_map(|at| self.note(at)).collect()
    }

    fn note(&mut self, at: usize) -> Option<u16> {
        if let Some(known) = self.note_ids.get(&at) {
            return Some(*known);
        }
        let header = &self.items[at].item.header;
        let Body::Note(note) = &self.items[at].item.body else { return None };
        self.day = header.dates.applicable_from().unwrap_or(BEGINNING);
        self.horizon = None;
        self.norm = header.name.clone();
        self.definitions.clear();
        let when = note.when.as_ref().map(|when| self.expr(at, when));
        let Source { kind, package, .. } = self.items[at];
        let key = key(kind.keyword(), &[&header.name]);
        let lowered = Note {
            kind: note.kind,
            name: header.name.clone(),
            label: self.own_label(at),
            basis: citations(&header.basis),
            recitals: citations(&header.recitals),
            provisions: citations(&note.provisions),
            roles: note.roles.iter().copied().collect(),
            text: self.localisation.localised(package, &key, TextKind::May, note.may.as_ref()),
            when,
            span: self.span(at, header.name_range),
        };
        let number = u16::try_from(self.notes.len()).ok()?;
        self.notes.push(lowered);
        self.note_ids.insert(at, number);
        Some(number)
    }
}

//! Sanctions beside the norms, with their state on the day.

use base::Citation;
use ir::{Sanction, SanctionUse};
use syntax::ItemKind;

use super::norms::state_on;
use super::{Lowering, citations};
use crate::model::Body;
use crate::types::Ty;

impl<'a> Lowering<'a> {
    pub(super) fn sanctions_on(&mut self, name: &str, basis: &[Citation]) -> Vec<SanctionUse> {
        let mut uses = Vec::new();
        for at in self.directed.candidates(name) {
            let source = self.items[at];
            if source.kind != ItemKind::Sanction || !self.is_on(source.item, name, basis) {
                continue;
            }
            self.look_at(source.item.header.dates);
            let state = state_on(source.item.header.dates, self.day);
            uses.extend(self.sanction(at).map(|sanction| SanctionUse { sanction, state }));
        }
        uses
    }

    fn sanction(&mut self, at: usize) -> Option<u16> {
        let header = &self.items[at].item.header;
        let Body::Sanction { when, cap, .. } = &self.items[at].item.body else { return None };
        let currency = match &cap.ty {
            Ty::Money(currency) => currency.clone(),
            _ => return None,
        };
        let sanction = Sanction {
            name: header.name.clone(),
            label: self.localised(&header.label),
            basis: citations(&header.basis),
            when: when.as_ref().map(|when| self.expr(at, when)),
            cap: self.expr(at, cap),
            currency,
            span: self.span(at, header.name_range),
        };
        let known = self.sanctions.iter().position(|known| *known == sanction);
        let number = known.unwrap_or_else(|| {
            self.sanctions.push(sanction);
            self.sanctions.len() - 1
        });
        Some(number as u16)
    }
}

//! Sanctions beside the norms, with their state on the day.

use std::collections::{BTreeMap, HashMap};

use base::Citation;
use ir::{Sanction, SanctionUse};
use problem::{NameKind, NameProblem};
use syntax::ItemKind;

use super::{Lowering, citations};
use crate::model::Body;
use crate::types::Ty;

/// The sanctions so far. One has as many entries as its formulas have
/// versions.
#[derive(Default)]
pub struct Sanctions {
    /// The sanctions by number.
    pub list: Vec<Sanction>,
    numbers: HashMap<Sanction, u16>,
}

impl<'a> Lowering<'a> {
    pub(super) fn sanctions_on(&mut self, name: &str, basis: &[Citation]) -> Vec<SanctionUse> {
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in self.directed.at_whole(name, basis, self.names) {
            let source = self.items[at];
            if source.kind == ItemKind::Sanction {
                self.look_at(source.item.header.dates);
                by_name.entry(&source.item.header.name).or_default().push(at);
            }
        }
        let current = by_name.into_values().filter_map(|versions| self.current(&versions));
        let mut current: Vec<_> = current.collect();
        current.sort_unstable_by_key(|(at, _)| *at);
        let uses = current
            .into_iter()
            .filter_map(|(at, state)| self.sanction(at).map(|sanction| SanctionUse { sanction, state }));
        uses.collect()
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
            label: self.own_label(at),
            basis: citations(&header.basis),
            when: when.as_ref().map(|when| self.expr(at, when)),
            cap: self.expr(at, cap),
            currency,
            span: self.span(at, header.name_range),
        };
        if let Some(known) = self.sanctions.numbers.get(&sanction) {
            return Some(*known);
        }
        let Ok(number) = u16::try_from(self.sanctions.list.len()) else {
            let many = NameProblem::TooMany { kind: NameKind::Sanction, limit: u32::from(u16::MAX) };
            self.report_once(at, header.name_range, many);
            return None;
        };
        self.sanctions.numbers.insert(sanction.clone(), number);
        self.sanctions.list.push(sanction);
        Some(number)
    }
}

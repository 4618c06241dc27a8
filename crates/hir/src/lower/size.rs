//! How large a norm is once its definitions are written out. Nodes are
//! shared, but whoever walks a formula meets a shared node once for each use:
//! a chain of definitions that each use the next one twice has few nodes and
//! no end.

use ir::{NodeId, Nodes};
use problem::LawProblem;
use syntax::ItemKind;

use super::Lowering;

/// The most formulas and terms of a norm in all its periods.
const LIMIT: u32 = 100_000;

/// How many nodes a walk from each node meets.
#[derive(Debug, Default)]
pub struct Sizes(Vec<u32>);

impl Sizes {
    /// Takes in the nodes that have come since; children stand before parents.
    fn grow(&mut self, nodes: &Nodes) {
        for number in self.0.len()..nodes.table.len() {
            let below = nodes.children_of(NodeId(number as u32)).into_iter();
            let sizes = below.map(|child| self.0.get(child.0 as usize).copied().unwrap_or(u32::MAX));
            let size = sizes.fold(1, u32::saturating_add);
            self.0.push(size);
        }
    }

    fn of(&self, root: NodeId) -> u32 {
        self.0.get(root.0 as usize).copied().unwrap_or(u32::MAX)
    }
}

impl<'a> Lowering<'a> {
    /// Reports a norm that is too large to be walked.
    pub(super) fn check_size(&mut self, kind: ItemKind, name: &'a str, roots: &[NodeId]) {
        self.sizes.grow(self.pool.nodes());
        let size = roots.iter().map(|&root| self.sizes.of(root)).fold(0, u32::saturating_add);
        if size > LIMIT {
            let too_large = LawProblem::FormulaTooLarge { norm: name.to_owned(), limit: LIMIT };
            if let Some(&at) = self.named.get(&(kind, name)).and_then(|items| items.first()) {
                self.report_once(at, self.items[at].item.header.name_range, too_large);
            }
        }
    }
}

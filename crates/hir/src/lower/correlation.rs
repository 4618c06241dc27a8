//! Where Kleene's walk may say *unknown* although every completion of the
//! open facts gives the same: a slot that is read with both polarities or by
//! several tests, an issue that is chosen by in several places, a quantifier
//! or a comparison of two slots that shares a slot with another test.

use std::collections::{BTreeMap, BTreeSet};

use ir::{IssueId, Node, NodeId, Nodes, SlotRef};

/// What Kleene's walk may misjudge when it is unknown.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Correlation {
    /// Slots of the system and the conduct.
    pub slots: Vec<SlotRef>,
    /// Issues.
    pub issues: Vec<IssueId>,
    /// Tests with something of their own inside.
    pub opaque: Vec<NodeId>,
}

/// How something is used: with which signs, and by which tests.
#[derive(Default)]
struct Use {
    positive: bool,
    negative: bool,
    tests: BTreeSet<NodeId>,
}

#[derive(Default)]
struct Uses {
    slots: BTreeMap<SlotRef, Use>,
    issues: BTreeMap<IssueId, BTreeSet<NodeId>>,
    /// Quantifiers, and comparisons of several slots.
    compound: BTreeSet<NodeId>,
    opaque: BTreeSet<NodeId>,
}

/// Looks at the parts of a formula, each with whether it counts in favour.
pub fn find(nodes: &Nodes, parts: &[(NodeId, bool)]) -> Correlation {
    let mut uses = Uses::default();
    for &(part, positive) in parts {
        formula(nodes, part, positive, &mut uses);
    }
    let mut slots = Vec::new();
    for (slot, found) in &uses.slots {
        if (found.positive && found.negative) || found.tests.len() > 1 {
            slots.push(*slot);
            uses.opaque.extend(found.tests.iter().filter(|test| uses.compound.contains(test)));
        }
    }
    slots.retain(|slot| slot.frame < 2);
    let issues = uses.issues.into_iter().filter(|(_, places)| places.len() > 1).map(|(issue, _)| issue);
    Correlation { slots, issues: issues.collect(), opaque: uses.opaque.into_iter().collect() }
}

fn formula(nodes: &Nodes, root: NodeId, positive: bool, uses: &mut Uses) {
    let mut seen = BTreeSet::new();
    let mut pending = vec![(root, positive)];
    while let Some((id, positive)) = pending.pop() {
        if !seen.insert((id, positive)) {
            continue;
        }
        match nodes.node(id) {
            Node::Known(_) => {}
            Node::Test(slot) => uses.record(slot, id, positive),
            Node::Not(inner) => pending.push((inner, !positive)),
            Node::All(list) | Node::Any(list) => {
                pending.extend(nodes.list(list).iter().map(|&child| (child, positive)));
            }
            Node::Choose(issue, list) => {
                uses.issues.entry(issue).or_default().insert(id);
                pending.extend(nodes.list(list).iter().map(|&child| (child, positive)));
            }
            Node::Case(list) => {
                for (at, &child) in nodes.list(list).iter().enumerate() {
                    pending.push((child, positive));
                    if at % 2 == 0 {
                        pending.push((child, !positive));
                    }
                }
            }
            Node::Kept(_) => {
                uses.opaque.insert(id);
            }
            Node::Compare(..)
            | Node::OneOf(..)
            | Node::In(..)
            | Node::Happened(_)
            | Node::Some { .. }
            | Node::Every { .. } => test(nodes, id, positive, uses),
            Node::Literal(_)
            | Node::Read(_)
            | Node::Arithmetic(..)
            | Node::Count { .. }
            | Node::Earliest { .. }
            | Node::Latest { .. }
            | Node::Highest(_)
            | Node::Lowest(_) => {}
        }
    }
}

/// A test: all slots in it are read by it. A test of one slot with a constant
/// stands for itself; any other is compound.
fn test(nodes: &Nodes, id: NodeId, positive: bool, uses: &mut Uses) {
    let mut slots = BTreeSet::new();
    let mut mixed = false;
    let mut pending = vec![id];
    while let Some(node) = pending.pop() {
        match nodes.node(node) {
            Node::Test(slot) | Node::Read(slot) => {
                slots.insert(slot);
            }
            Node::Choose(issue, _) => {
                uses.issues.entry(issue).or_default().insert(id);
            }
            Node::Some { body, .. } | Node::Every { body, .. } => mixed |= correlated_inside(nodes, body),
            Node::Count { filter, .. } | Node::Earliest { filter, .. } | Node::Latest { filter, .. } => {
                mixed |= correlated_inside(nodes, filter);
            }
            Node::Kept(_) => mixed = true,
            _ => {}
        }
        pending.extend(nodes.children_of(node));
    }
    let quantified = slots.iter().any(|slot| slot.frame >= 2);
    if slots.len() > 1 || quantified {
        uses.compound.insert(id);
    }
    // A slot from outside is read again for every record.
    if mixed || (quantified && slots.iter().filter(|slot| slot.frame < 2).count() > 1) {
        uses.opaque.insert(id);
    }
    for slot in slots {
        uses.record(slot, id, positive);
    }
}

fn correlated_inside(nodes: &Nodes, body: NodeId) -> bool {
    let mut inside = Uses::default();
    formula(nodes, body, true, &mut inside);
    !inside.opaque.is_empty()
        || inside.slots.values().any(|found| (found.positive && found.negative) || found.tests.len() > 1)
}

impl Uses {
    fn record(&mut self, slot: SlotRef, test: NodeId, positive: bool) {
        let found = self.slots.entry(slot).or_default();
        found.tests.insert(test);
        if positive {
            found.positive = true;
        } else {
            found.negative = true;
        }
    }
}

//! Formulas and terms: one table of nodes, each structure in it once.

use std::collections::HashMap;

use base::{Citation, Span};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::schema::MemberSet;
use crate::value::Value;

/// A node by its number. Children have smaller numbers than their parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NodeId(pub u32);

/// A literal by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LiteralId(pub u32);

/// An issue by its number in [`crate::Program::issues`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IssueId(pub u16);

/// An obligation by its number in [`crate::Program::obligations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ObligationId(pub u16);

/// Several nodes that stand in a row in [`Nodes::children`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NodeList {
    /// The first.
    pub start: u32,
    /// How many.
    pub len: u32,
}

/// A slot, seen from a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SlotRef {
    /// Whose slot: 0 the system's facts, 1 the conduct, and from 2 the
    /// records of the quantifiers around it, the outermost first.
    pub frame: u8,
    /// The slot in that row's layout.
    pub slot: u32,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// Reckoning with two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ArithmeticOp {
    /// `+`; also a time and a duration.
    Add,
    /// `-`; also a time and a duration.
    Subtract,
    /// `*`; also a percentage `of` an amount.
    Multiply,
    /// `/`; by zero it is unknown.
    Divide,
}

/// A formula (it has a [`crate::Status`]) or a term (it has a [`Value`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Node {
    /// Formula: holds, or does not.
    Known(bool),
    /// Formula: a slot of type `bool` or `judgement` is true.
    Test(SlotRef),
    /// Formula: the other does not hold.
    Not(NodeId),
    /// Formula: all hold.
    All(NodeList),
    /// Formula: at least one holds.
    Any(NodeList),
    /// Formula: the terms compare so. Two unknown terms give unknown.
    Compare(CompareOp, NodeId, NodeId),
    /// Formula: the term, a member of an enum, is one of these.
    OneOf(NodeId, MemberSet),
    /// Formula: the first term, a member, is in the second, a set.
    In(NodeId, NodeId),
    /// Formula: the event happened at some time up to the moment of assessment.
    Happened(NodeId),
    /// Formula: the body holds of some record of the list. `frame` is the
    /// frame in which the body finds the record.
    Some {
        /// A term: the list.
        list: NodeId,
        /// Where the body finds the record.
        frame: u8,
        /// A formula.
        body: NodeId,
    },
    /// Formula: the body holds of every record of the list.
    Every {
        /// A term: the list.
        list: NodeId,
        /// Where the body finds the record.
        frame: u8,
        /// A formula.
        body: NodeId,
    },
    /// Formula: the obligation is not violated for the same conduct.
    Kept(ObligationId),
    /// Formula or term: the branch of the reading that is picked. Unpicked it
    /// is what all branches agree on, else unknown.
    Choose(IssueId, NodeList),
    /// Term: a constant.
    Literal(LiteralId),
    /// Term: what a slot holds.
    Read(SlotRef),
    /// Term: two terms reckoned with.
    Arithmetic(ArithmeticOp, NodeId, NodeId),
    /// Term: of how many records the filter holds.
    Count {
        /// A term: the list.
        list: NodeId,
        /// Where the filter finds the record.
        frame: u8,
        /// A formula.
        filter: NodeId,
    },
    /// Term: the earliest of an event over the records for which the filter
    /// holds.
    Earliest {
        /// A term: the list.
        list: NodeId,
        /// Where event and filter find the record.
        frame: u8,
        /// A term: the event.
        event: NodeId,
        /// A formula.
        filter: NodeId,
    },
    /// Term: the latest of them; unknown unless all have happened.
    Latest {
        /// A term: the list.
        list: NodeId,
        /// Where event and filter find the record.
        frame: u8,
        /// A term: the event.
        event: NodeId,
        /// A formula.
        filter: NodeId,
    },
    /// Term: the highest of several.
    Highest(NodeList),
    /// Term: the lowest of several.
    Lowest(NodeList),
    /// Formula or term: condition, branch, condition, branch, …, otherwise.
    /// The first branch whose condition holds.
    Case(NodeList),
}

/// All nodes of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nodes {
    /// The nodes, children before parents.
    pub table: Vec<Node>,
    /// The lists of children.
    pub children: Vec<NodeId>,
    /// The constants.
    pub literals: Vec<Value>,
    /// Where each node was written first, and what it cites.
    pub origins: Vec<(Span, Option<Citation>)>,
}

impl Nodes {
    /// The node with this number.
    #[inline]
    pub fn node(&self, id: NodeId) -> Node {
        self.table[id.0 as usize]
    }

    /// The nodes of a list.
    #[inline]
    pub fn list(&self, list: NodeList) -> &[NodeId] {
        &self.children[list.start as usize..(list.start + list.len) as usize]
    }

    /// A constant.
    #[inline]
    pub fn literal(&self, id: LiteralId) -> Value {
        self.literals[id.0 as usize]
    }

    /// The children of a node, in order.
    pub fn children_of(&self, id: NodeId) -> Vec<NodeId> {
        match self.node(id) {
            Node::Known(_) | Node::Test(_) | Node::Kept(_) | Node::Literal(_) | Node::Read(_) => Vec::new(),
            Node::Not(one) | Node::OneOf(one, _) | Node::Happened(one) => vec![one],
            Node::Compare(_, left, right) | Node::In(left, right) | Node::Arithmetic(_, left, right) => {
                vec![left, right]
            }
            Node::All(list)
            | Node::Any(list)
            | Node::Choose(_, list)
            | Node::Highest(list)
            | Node::Lowest(list)
            | Node::Case(list) => self.list(list).to_vec(),
            Node::Some { list, body, .. } | Node::Every { list, body, .. } => vec![list, body],
            Node::Count { list, filter, .. } => vec![list, filter],
            Node::Earliest { list, event, filter, .. } | Node::Latest { list, event, filter, .. } => {
                vec![list, event, filter]
            }
        }
    }
}

/// Nodes under construction: adding the same structure twice gives the same
/// number.
#[derive(Debug, Default)]
pub struct NodePool {
    nodes: Nodes,
    known: HashMap<Node, NodeId>,
    lists: HashMap<Vec<NodeId>, NodeList>,
    literals: HashMap<Value, LiteralId>,
}

impl NodePool {
    /// Adds a node, or finds it. The origin is kept from the first time.
    pub fn add(&mut self, node: Node, origin: (Span, Option<&Citation>)) -> NodeId {
        *self.known.entry(node).or_insert_with(|| {
            let id = NodeId(self.nodes.table.len() as u32);
            self.nodes.table.push(node);
            self.nodes.origins.push((origin.0, origin.1.cloned()));
            id
        })
    }

    /// Adds a list of children, or finds it.
    pub fn list(&mut self, items: Vec<NodeId>) -> NodeList {
        if let Some(&list) = self.lists.get(&items) {
            return list;
        }
        let list = NodeList { start: self.nodes.children.len() as u32, len: items.len() as u32 };
        self.nodes.children.extend(&items);
        self.lists.insert(items, list);
        list
    }

    /// Adds a constant, or finds it.
    pub fn literal(&mut self, value: Value) -> LiteralId {
        let value = match value {
            Value::Decimal(decimal) => Value::Decimal(Decimal::normalize(&decimal)),
            other => other,
        };
        *self.literals.entry(value).or_insert_with(|| {
            let id = LiteralId(self.nodes.literals.len() as u32);
            self.nodes.literals.push(value);
            id
        })
    }

    /// The nodes so far.
    pub fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    /// The finished table.
    pub fn finish(self) -> Nodes {
        self.nodes
    }
}

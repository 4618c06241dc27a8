//! The value of a term. Counts over lists that are not wholly known are
//! ranges of numbers, so that `count >= 2` is met once two are found.

use ir::{Bounds, Node, NodeId, NodeList, Status, Value};

use crate::arithmetic::{reckon, the_higher, the_lower};
use crate::calendar::Calendar;
use crate::scope::Scope;

/// What a term comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// A value, `Unknown` included.
    Value(Value),
    /// A count of which only bounds are known; `high` is open for a list that
    /// may be incomplete.
    Count {
        /// So many at least.
        low: i64,
        /// So many at most.
        high: Option<i64>,
    },
}

impl Term {
    pub(crate) const UNKNOWN: Term = Term::Value(Value::Unknown);

    /// The value; a count that is not exact has none.
    pub(crate) fn value(self) -> Value {
        match self {
            Term::Value(value) => value,
            Term::Count { .. } => Value::Unknown,
        }
    }

    /// Whether nothing about it is left open: two branches with the same
    /// bounds need not come to the same.
    fn is_exact(self) -> bool {
        match self {
            Term::Value(Value::Unknown) | Term::Count { .. } => false,
            Term::Value(Value::Time(Bounds { earliest, latest })) => earliest == latest,
            Term::Value(_) => true,
        }
    }
}

type OfTwo = fn(Value, Value, &Calendar) -> Value;

impl Scope<'_> {
    /// The value of a term; of a formula, its truth value.
    pub(crate) fn term(&mut self, id: NodeId) -> Term {
        match self.node(id) {
            Node::Literal(id) => Term::Value(self.program.nodes.literal(id)),
            Node::Read(slot) | Node::Test(slot) => Term::Value(self.read(slot)),
            Node::Arithmetic(op, left, right) => {
                let left = self.term(left).value();
                if left == Value::Unknown {
                    return Term::UNKNOWN;
                }
                let right = self.term(right).value();
                Term::Value(reckon(op, left, right, self.calendar))
            }
            Node::Count { list, frame, filter } => self.count(list, frame, filter),
            Node::Earliest { list, frame, event, filter } => self.earliest(list, frame, event, filter),
            Node::Latest { list, frame, event, filter } => self.latest(list, frame, event, filter),
            Node::Highest(list) => self.extreme(list, the_higher),
            Node::Lowest(list) => self.extreme(list, the_lower),
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => match self.branch(branches, reading) {
                    Some(branch) => self.term(branch),
                    None => Term::UNKNOWN,
                },
                None => self.agreed_term(branches),
            },
            Node::Case(list) => self.case_term(list),
            Node::Known(_)
            | Node::Not(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Compare(..)
            | Node::OneOf(..)
            | Node::In(..)
            | Node::Happened(_)
            | Node::Some { .. }
            | Node::Every { .. }
            | Node::Kept(_) => match self.formula(id) {
                Status::Met => Term::Value(Value::Bool(true)),
                Status::NotMet => Term::Value(Value::Bool(false)),
                Status::Unknown => Term::UNKNOWN,
            },
        }
    }

    /// The highest or lowest of several; unknown if one of them is.
    fn extreme(&mut self, list: NodeList, of_two: OfTwo) -> Term {
        let mut extreme = None;
        for &term in self.program.nodes.list(list) {
            let value = self.term(term).value();
            let so_far = extreme.map_or(value, |so_far| of_two(so_far, value, self.calendar));
            if so_far == Value::Unknown {
                return Term::UNKNOWN;
            }
            extreme = Some(so_far);
        }
        Term::Value(extreme.unwrap_or_default())
    }

    fn agreed_term(&mut self, branches: NodeList) -> Term {
        let mut agreed = None;
        for &branch in self.program.nodes.list(branches) {
            let term = self.term(branch);
            if !term.is_exact() || agreed.is_some_and(|agreed| agreed != term) {
                return Term::UNKNOWN;
            }
            agreed = Some(term);
        }
        agreed.unwrap_or(Term::UNKNOWN)
    }

    fn case_term(&mut self, list: NodeList) -> Term {
        let mut agreed = None;
        for arm in self.program.nodes.list(list).chunks(2) {
            let (condition, branch) = match *arm {
                [condition, branch] => (self.formula(condition), branch),
                [otherwise] => (Status::Met, otherwise),
                _ => continue,
            };
            if condition == Status::NotMet {
                continue;
            }
            let term = self.term(branch);
            if condition == Status::Met && agreed.is_none() {
                return term;
            }
            if !term.is_exact() || agreed.is_some_and(|agreed| agreed != term) {
                return Term::UNKNOWN;
            }
            if condition == Status::Met {
                return term;
            }
            agreed = Some(term);
        }
        Term::UNKNOWN
    }
}

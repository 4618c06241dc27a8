//! The status of a formula, by strong Kleene logic: *and* is the least of its
//! parts, *or* the greatest, and both stop where the rest cannot matter.

use ir::{CompareOp, Node, NodeId, NodeList, ObligationId, Status, Value};

use crate::compare::{as_bounds, happened, orders};
use crate::derivation::DutyStatus;
use crate::scope::{DUTIES, Scope};
use crate::term::Term;

impl Scope<'_> {
    /// The status of a formula. A term that is not a truth value is unknown.
    pub(crate) fn formula(&mut self, id: NodeId) -> Status {
        match self.node(id) {
            Node::Known(holds) => Status::from(holds),
            Node::Test(slot) | Node::Read(slot) => self.read(slot).status(),
            Node::Not(other) => !self.formula(other),
            Node::All(list) => self.all(list),
            Node::Any(list) => self.any(list),
            Node::Compare(op, left, right) => self.compare(op, left, right),
            Node::OneOf(term, members) => match self.term(term) {
                Term::Value(Value::Member(member)) => Status::from(members.contains(member)),
                Term::Value(_) | Term::Count { .. } => Status::Unknown,
            },
            Node::In(member, set) => match (self.term(member), self.term(set)) {
                (Term::Value(Value::Member(member)), Term::Value(Value::Set(set))) => {
                    Status::from(set.contains(member))
                }
                (Term::Value(_) | Term::Count { .. }, Term::Value(_) | Term::Count { .. }) => Status::Unknown,
            },
            Node::Happened(event) => {
                let event = self.term(event);
                as_bounds(event, self.calendar).map_or(Status::Unknown, |event| happened(event, self.as_of()))
            }
            Node::Some { list, frame, body } => self.some(list, frame, body),
            Node::Every { list, frame, body } => self.every(list, frame, body),
            Node::Kept(obligation) => self.kept(obligation),
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => match self.branch(branches, reading) {
                    Some(branch) => self.formula(branch),
                    None => Status::Unknown,
                },
                None => self.agreed(branches),
            },
            Node::Case(list) => self.case_formula(list),
            Node::Literal(id) => self.program.nodes.literal(id).status(),
            Node::Arithmetic(..)
            | Node::Count { .. }
            | Node::Earliest { .. }
            | Node::Latest { .. }
            | Node::Highest(_)
            | Node::Lowest(_) => Status::Unknown,
        }
    }

    fn all(&mut self, list: NodeList) -> Status {
        let mut status = Status::Met;
        for &part in self.program.nodes.list(list) {
            status = status.and(self.formula(part));
            if status == Status::NotMet {
                break;
            }
        }
        status
    }

    fn any(&mut self, list: NodeList) -> Status {
        let mut status = Status::NotMet;
        for &part in self.program.nodes.list(list) {
            status = status.or(self.formula(part));
            if status == Status::Met {
                break;
            }
        }
        status
    }

    fn compare(&mut self, op: CompareOp, left: NodeId, right: NodeId) -> Status {
        let left = self.term(left);
        if left == Term::UNKNOWN {
            return Status::Unknown;
        }
        let right = self.term(right);
        orders(left, right, self.calendar, &self.facts.texts).status(op)
    }

    /// The branch of a reading.
    pub(crate) fn branch(&self, branches: NodeList, reading: u8) -> Option<NodeId> {
        self.program.nodes.list(branches).get(usize::from(reading)).copied()
    }

    /// What all branches agree on.
    fn agreed(&mut self, branches: NodeList) -> Status {
        let mut agreed = None;
        for &branch in self.program.nodes.list(branches) {
            let status = self.formula(branch);
            if status == Status::Unknown || agreed.is_some_and(|agreed| agreed != status) {
                return Status::Unknown;
            }
            agreed = Some(status);
        }
        agreed.unwrap_or(Status::Unknown)
    }

    /// The first branch whose condition holds; while a condition is unknown,
    /// what the branches that can still be taken agree on.
    fn case_formula(&mut self, list: NodeList) -> Status {
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
            let status = self.formula(branch);
            if status == Status::Unknown || agreed.is_some_and(|agreed| agreed != status) {
                return Status::Unknown;
            }
            if condition == Status::Met {
                return status;
            }
            agreed = Some(status);
        }
        Status::Unknown
    }

    /// Whether an obligation is not violated for the same conduct. Pending,
    /// fulfilled and not triggered count as kept.
    fn kept(&mut self, obligation: ObligationId) -> Status {
        if self.all_kept {
            return Status::Met;
        }
        if self.depth >= DUTIES {
            return Status::Unknown;
        }
        match self.within_duty(|scope| scope.duty_status(obligation)) {
            DutyStatus::Violated => Status::NotMet,
            DutyStatus::Undetermined => Status::Unknown,
            DutyStatus::NotTriggered | DutyStatus::Fulfilled | DutyStatus::Pending => Status::Met,
        }
    }

    /// Looks at a duty from within a formula, whose records stay entered.
    pub(crate) fn within_duty<T>(&mut self, look: impl FnOnce(&mut Self) -> T) -> T {
        let frames = self.frames;
        self.depth += 1;
        let found = look(self);
        self.depth -= 1;
        self.frames = frames;
        found
    }
}

//! The status of a formula, by strong Kleene logic: *and* is the least of its
//! parts, *or* the greatest, and both stop where the rest cannot matter.

use ir::{CompareOp, IssueId, MemberSet, Node, NodeId, NodeList, ObligationId, Status, Value};

use crate::compare::{as_bounds, happened, orders};
use crate::derivation::DutyStatus;
use crate::scope::{DUTIES, Scope};
use crate::term::Term;

impl Scope<'_> {
    /// The status of a formula. A term that is not a truth value is unknown.
    ///
    /// The connectives and the tests on slots, most of every formula, are
    /// decided right here; the rest is called, so that the way through these
    /// stays short.
    pub(crate) fn formula(&mut self, id: NodeId) -> Status {
        match self.node(id) {
            Node::Known(holds) => Status::from(holds),
            Node::Test(slot) | Node::Read(slot) => self.read(slot).status(),
            Node::Not(other) => !self.formula(other),
            Node::All(list) => self.all(list),
            Node::Any(list) => self.any(list),
            Node::OneOf(term, members) => self.one_of(term, members),
            Node::Compare(op, left, right) => self.compare(op, left, right),
            Node::In(member, set) => self.is_in(member, set),
            Node::Happened(event) => self.happened(event),
            Node::Some { list, frame, body } => self.some(list, frame, body),
            Node::Every { list, frame, body } => self.every(list, frame, body),
            Node::Kept(obligation) => self.kept(obligation),
            Node::Choose(issue, branches) => self.choose(issue, branches),
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

    /// A part of a formula: most often a test, which needs no call.
    #[inline]
    pub(crate) fn part(&mut self, id: NodeId) -> Status {
        if let Node::Test(slot) = self.node(id) { self.read(slot).status() } else { self.formula(id) }
    }

    fn all(&mut self, list: NodeList) -> Status {
        let mut status = Status::Met;
        for &part in self.program.nodes.list(list) {
            status = status.and(self.part(part));
            if status == Status::NotMet {
                break;
            }
        }
        status
    }

    fn any(&mut self, list: NodeList) -> Status {
        let mut status = Status::NotMet;
        for &part in self.program.nodes.list(list) {
            status = status.or(self.part(part));
            if status == Status::Met {
                break;
            }
        }
        status
    }

    /// Whether a term, most often a slot, is one of some members.
    #[inline]
    fn one_of(&mut self, term: NodeId, members: MemberSet) -> Status {
        let value =
            if let Node::Read(slot) = self.node(term) { self.read(slot) } else { self.term(term).value() };
        let Value::Member(member) = value else { return Status::Unknown };
        Status::from(members.contains(member))
    }

    #[inline(never)]
    fn is_in(&mut self, member: NodeId, set: NodeId) -> Status {
        let (member, set) = (self.term(member).value(), self.term(set).value());
        let (Value::Member(member), Value::Set(set)) = (member, set) else { return Status::Unknown };
        Status::from(set.contains(member))
    }

    #[inline(never)]
    fn happened(&mut self, event: NodeId) -> Status {
        let event = self.term(event);
        as_bounds(event, self.calendar).map_or(Status::Unknown, |event| happened(event, self.as_of()))
    }

    #[inline(never)]
    fn compare(&mut self, op: CompareOp, left: NodeId, right: NodeId) -> Status {
        let left = self.term(left);
        if left == Term::UNKNOWN {
            return Status::Unknown;
        }
        let right = self.term(right);
        orders(left, right, self.calendar, &self.facts.texts).status(op)
    }

    #[inline(never)]
    fn choose(&mut self, issue: IssueId, branches: NodeList) -> Status {
        match self.pick(issue) {
            Some(reading) => match self.branch(branches, reading) {
                Some(branch) => self.formula(branch),
                None => Status::Unknown,
            },
            None => self.agreed(branches),
        }
    }

    /// The branch of a reading.
    pub(crate) fn branch(&self, branches: NodeList, reading: u8) -> Option<NodeId> {
        self.program.nodes.list(branches).get(usize::from(reading)).copied()
    }

    /// What all branches agree on.
    #[inline(never)]
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
    #[inline(never)]
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
    #[inline(never)]
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

#[cfg(test)]
mod tests;

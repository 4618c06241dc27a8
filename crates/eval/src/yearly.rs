//! Duties that recur each calendar year. It knows of years and events, not of
//! what triggers the duty.

use ir::{Bounds, CompareOp, Node, NodeId, Status};

use crate::compare::time_status;
use crate::derivation::DutyStatus;
use crate::must::MustState;
use crate::scope::Scope;

impl Scope<'_> {
    /// Whether an event lies in every calendar year, from that in which the
    /// duty began to that of the moment of assessment. A past year surely
    /// without it violates the duty; the current year can still be made good.
    pub(crate) fn each_year(&mut self, event: NodeId, since: Bounds) -> MustState {
        let current = self.calendar.year_of(self.as_of());
        let first = self.first_year(since, current);
        let mut past = Status::Met;
        if first.possible.is_none() {
            past = Status::Unknown;
        }
        for year in first.possible.unwrap_or(first.sure)..current {
            let bounds = self.calendar.year(year);
            let with = self.within(event, bounds);
            // A year in which the duty may not yet have begun violates nothing.
            let with = if year < first.sure { with.or(Status::Unknown) } else { with };
            past = past.and(with);
            if with == Status::NotMet {
                let state = MustState::of(DutyStatus::Violated);
                return MustState { violated_at: Some(Bounds::at(bounds.latest)), ..state };
            }
        }
        if past == Status::Unknown {
            return MustState::of(DutyStatus::Undetermined);
        }
        if first.sure > current {
            return self.pending_until_end_of(first.sure);
        }
        let so_far = Bounds { latest: self.as_of(), ..self.calendar.year(current) };
        match self.within(event, so_far) {
            Status::Met => MustState::of(DutyStatus::Fulfilled),
            Status::NotMet => self.pending_until_end_of(current),
            Status::Unknown => MustState::of(DutyStatus::Undetermined),
        }
    }

    fn pending_until_end_of(&self, year: i16) -> MustState {
        let end = Bounds::at(self.calendar.year(year).latest);
        MustState { due: Some(end), ..MustState::of(DutyStatus::Pending) }
    }

    fn first_year(&self, since: Bounds, current: i16) -> FirstYear {
        let possible = (since.earliest != Bounds::OPEN).then(|| self.calendar.year_of(since.earliest));
        // Where the beginning is not known, the duty is there this year.
        let sure = match since.latest {
            Bounds::OPEN | Bounds::NEVER => possible.unwrap_or(current).max(current),
            latest => self.calendar.year_of(latest),
        };
        FirstYear { possible, sure }
    }

    /// Whether an event lies within bounds. Of an `earliest of` every record
    /// is looked at, for that of an earlier year does not stand for the later.
    fn within(&mut self, event: NodeId, bounds: Bounds) -> Status {
        match self.node(event) {
            Node::Earliest { list, frame, event, filter } => {
                let Some(list) = self.list(list) else { return Status::Unknown };
                let mut status = if list.complete { Status::NotMet } else { Status::Unknown };
                for &row in self.records(list) {
                    self.enter(frame, row);
                    let counts = self.formula(filter);
                    if counts != Status::NotMet {
                        status = status.or(counts.and(self.within(event, bounds)));
                    }
                }
                status
            }
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => match self.branch(branches, reading) {
                    Some(branch) => self.within(branch, bounds),
                    None => Status::Unknown,
                },
                None => {
                    let mut branches = self.program.nodes.list(branches).iter();
                    let Some(&first) = branches.next() else { return Status::Unknown };
                    let status = self.within(first, bounds);
                    let agree = branches.all(|&branch| self.within(branch, bounds) == status);
                    if agree { status } else { Status::Unknown }
                }
            },
            Node::Known(_)
            | Node::Test(_)
            | Node::Not(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Compare(..)
            | Node::OneOf(..)
            | Node::In(..)
            | Node::Happened(_)
            | Node::Some { .. }
            | Node::Every { .. }
            | Node::Kept(_)
            | Node::Literal(_)
            | Node::Read(_)
            | Node::Arithmetic(..)
            | Node::Count { .. }
            | Node::Latest { .. }
            | Node::Highest(_)
            | Node::Lowest(_)
            | Node::Case(_) => {
                let event = self.event(event);
                let begun = time_status(CompareOp::AtLeast, event, Bounds::at(bounds.earliest));
                let over = time_status(CompareOp::AtMost, event, Bounds::at(bounds.latest));
                begun.and(over)
            }
        }
    }
}

/// The year in which a duty began.
struct FirstYear {
    /// The first in which it can have begun; none if that is open.
    possible: Option<i16>,
    /// The first in which it surely was there.
    sure: i16,
}

#[cfg(test)]
mod tests;

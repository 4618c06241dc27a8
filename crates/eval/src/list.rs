//! Quantifiers and what is gathered over a list. A list that is absent is
//! unknown; one that may be incomplete settles only what further records
//! cannot change.

use ir::{Bounds, ListRef, NodeId, Status, Value};

use crate::compare::{UNKNOWN_TIME, as_bounds};
use crate::scope::Scope;
use crate::term::Term;

impl Scope<'_> {
    /// The list that a term is, if it is known.
    pub(crate) fn list(&mut self, list: NodeId) -> Option<ListRef> {
        let Term::Value(Value::List(list)) = self.term(list) else { return None };
        Some(list)
    }

    #[inline(never)]
    pub(crate) fn some(&mut self, list: NodeId, frame: u8, body: NodeId) -> Status {
        let Some(list) = self.list(list) else { return Status::Unknown };
        let mut status = if list.complete { Status::NotMet } else { Status::Unknown };
        for &row in self.records(list) {
            self.enter(frame, row);
            status = status.or(self.formula(body));
            if status == Status::Met {
                break;
            }
        }
        status
    }

    #[inline(never)]
    pub(crate) fn every(&mut self, list: NodeId, frame: u8, body: NodeId) -> Status {
        let Some(list) = self.list(list) else { return Status::Unknown };
        let mut status = if list.complete { Status::Met } else { Status::Unknown };
        for &row in self.records(list) {
            self.enter(frame, row);
            status = status.and(self.formula(body));
            if status == Status::NotMet {
                break;
            }
        }
        status
    }

    #[inline(never)]
    pub(crate) fn count(&mut self, list: NodeId, frame: u8, filter: NodeId) -> Term {
        let Some(list) = self.list(list) else { return Term::UNKNOWN };
        let (mut low, mut open) = (0, 0);
        for &row in self.records(list) {
            self.enter(frame, row);
            match self.formula(filter) {
                Status::Met => low += 1,
                Status::Unknown => open += 1,
                Status::NotMet => {}
            }
        }
        match (list.complete, open) {
            (true, 0) => Term::Value(Value::Integer(low)),
            (true, open) => Term::Count { low, high: Some(low + open) },
            (false, _) => Term::Count { low, high: None },
        }
    }

    /// The earliest of an event over the records for which the filter holds.
    /// Where that is none of them, it has not happened.
    #[inline(never)]
    pub(crate) fn earliest(&mut self, list: NodeId, frame: u8, event: NodeId, filter: NodeId) -> Term {
        let Some(list) = self.list(list) else { return Term::UNKNOWN };
        let mut found = Bounds { earliest: Bounds::NEVER, latest: Bounds::NEVER };
        let mut surely = false;
        for &row in self.records(list) {
            self.enter(frame, row);
            let filter = self.formula(filter);
            if filter == Status::NotMet {
                continue;
            }
            let event = self.event(event);
            found.earliest = found.earliest.min(event.earliest);
            if filter == Status::Met {
                found.latest = found.latest.min(event.latest);
                surely = true;
            }
        }
        if !list.complete {
            found.earliest = Bounds::OPEN;
        } else if !surely {
            found.earliest = found.earliest.min(self.not_yet().earliest);
        }
        Term::Value(Value::Time(found))
    }

    /// The latest of an event over the records for which the filter holds.
    /// Where that is none of them, it has not happened.
    #[inline(never)]
    pub(crate) fn latest(&mut self, list: NodeId, frame: u8, event: NodeId, filter: NodeId) -> Term {
        let Some(list) = self.list(list) else { return Term::UNKNOWN };
        let mut found = Bounds { earliest: Bounds::OPEN, latest: Bounds::OPEN };
        let mut possibly = Bounds::NEVER;
        let mut surely = false;
        for &row in self.records(list) {
            self.enter(frame, row);
            let filter = self.formula(filter);
            if filter == Status::NotMet {
                continue;
            }
            let event = self.event(event);
            found.latest = found.latest.max(event.latest);
            possibly = possibly.min(event.earliest);
            if filter == Status::Met {
                found.earliest = found.earliest.max(event.earliest);
                surely = true;
            }
        }
        if !surely {
            // None may count: then it has not happened; or one may: then it
            // is no earlier than that one.
            let earliest = if list.complete { possibly.min(self.not_yet().earliest) } else { Bounds::OPEN };
            found = Bounds { earliest, latest: Bounds::NEVER };
        } else if !list.complete {
            found.latest = Bounds::NEVER;
        }
        Term::Value(Value::Time(found))
    }

    /// The bounds of an event; open if nothing is known.
    pub(crate) fn event(&mut self, event: NodeId) -> Bounds {
        let event = self.term(event);
        as_bounds(event, self.calendar).unwrap_or(UNKNOWN_TIME)
    }
}

#[cfg(test)]
mod tests;

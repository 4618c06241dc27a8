//! How one `must` of a duty stands that is triggered: the table of
//! `docs/language/outcomes.md`, section Duties. Whether the duty is triggered
//! is not known here.

use ir::{Action, Bounds, CompareOp, Instant, Limit, Must, MustVariant, Status, Value};

use crate::compare::{UNKNOWN_TIME, happened, time_status};
use crate::deadline;
use crate::derivation::DutyStatus;
use crate::scope::Scope;

/// How a `must` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MustState {
    /// All in all.
    pub(crate) status: DutyStatus,
    /// When it is due, where that is known.
    pub(crate) due: Option<Bounds>,
    /// Pending, with no limit in the text.
    pub(crate) no_limit: bool,
    /// What would settle it.
    pub(crate) asks: Asks,
    /// When it was violated, where it was and that is known.
    pub(crate) violated_at: Option<Bounds>,
}

/// What would settle a `must` that is undetermined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    /// It is settled, or pending.
    Nothing,
    /// The condition, or the times of the event and of its limit.
    Facts,
    /// The judgement whether the event was in time.
    Standard,
    /// The readings do not agree.
    Reading,
}

impl MustState {
    pub(crate) fn of(status: DutyStatus) -> MustState {
        let asks = if status == DutyStatus::Undetermined { Asks::Facts } else { Asks::Nothing };
        MustState { status, due: None, no_limit: false, asks, violated_at: None }
    }

    fn asking(asks: Asks) -> MustState {
        MustState { asks, ..MustState::of(DutyStatus::Undetermined) }
    }

    fn due(self, due: Bounds) -> MustState {
        let known = due.earliest != Bounds::OPEN && due.latest != Bounds::NEVER;
        MustState { due: known.then_some(due), ..self }
    }

    fn violated_at(self, at: Bounds) -> MustState {
        MustState { violated_at: Some(at), ..self }
    }
}

impl Scope<'_> {
    /// How a `must` stands. Unpicked, it is what all readings agree on. `since`
    /// is when the duty began.
    pub(crate) fn must(&mut self, must: &Must, since: Bounds) -> MustState {
        let picked = must.issue.map(|issue| self.pick(issue));
        let variant = match picked {
            None => must.variants.first(),
            Some(Some(reading)) => must.variants.get(usize::from(reading)),
            Some(None) => return self.must_under_all_readings(must, since),
        };
        match variant {
            Some(variant) => self.must_under_reading(must.negative, variant, since),
            None => MustState::asking(Asks::Facts),
        }
    }

    fn must_under_all_readings(&mut self, must: &Must, since: Bounds) -> MustState {
        let mut agreed: Option<MustState> = None;
        for variant in &must.variants {
            let state = self.must_under_reading(must.negative, variant, since);
            let Some(so_far) = agreed else {
                agreed = Some(state);
                continue;
            };
            if so_far.status != state.status || so_far.asks != state.asks {
                return MustState::asking(Asks::Reading);
            }
            agreed = Some(MustState {
                due: so_far.due.filter(|_| so_far.due == state.due),
                no_limit: so_far.no_limit && state.no_limit,
                violated_at: so_far.violated_at.filter(|_| so_far.violated_at == state.violated_at),
                ..so_far
            });
        }
        match agreed {
            Some(state) if state.status != DutyStatus::Undetermined => state,
            Some(_) | None => MustState::asking(Asks::Reading),
        }
    }

    /// How a `must` stands under one reading of it.
    pub(crate) fn must_under_reading(
        &mut self,
        negative: bool,
        variant: &MustVariant,
        since: Bounds,
    ) -> MustState {
        let event = match variant.action {
            Action::Condition(formula) => {
                let status = self.formula(formula);
                return MustState::of(match if negative { !status } else { status } {
                    Status::Met => DutyStatus::Fulfilled,
                    Status::NotMet => DutyStatus::Violated,
                    Status::Unknown => DutyStatus::Undetermined,
                });
            }
            Action::Event(event) => event,
        };
        if negative {
            let event = self.event(event);
            return match happened(event, self.as_of()) {
                Status::Met => MustState::of(DutyStatus::Violated).violated_at(event),
                Status::NotMet => MustState::of(DutyStatus::Fulfilled),
                Status::Unknown => MustState::of(DutyStatus::Undetermined),
            };
        }
        if variant.each_year {
            return self.each_year(event, since);
        }
        let due = variant.limit.and_then(|limit| self.limit(limit));
        let standard = variant.standard.map(|standard| self.read(standard.judgement).status());
        let event = self.event(event);
        let state = timed(event, due, standard, self.as_of());
        match due {
            Some(due) => state.due(due),
            None => state,
        }
    }

    /// When something is due at the latest, as a range; none if there is no
    /// limit. A limit that is not known has open bounds.
    pub(crate) fn limit(&mut self, limit: Limit) -> Option<Bounds> {
        if limit.duration == Some(ir::Duration::Unlimited) {
            return None;
        }
        let from = self.event(limit.from);
        let due = match (limit.duration, self.term(limit.from).value()) {
            (Some(duration), _) => deadline::due(from, duration, self.calendar).unwrap_or(UNKNOWN_TIME),
            (None, Value::Day(day)) => Bounds::at(self.calendar.end_of(day)),
            (None, _) => from,
        };
        Some(due)
    }
}

/// An event that must be, by a due time if there is a limit, and in time if a
/// standard is set. The arms are the rows of the table, in its order.
fn timed(event: Bounds, due: Option<Bounds>, standard: Option<Status>, as_of: Instant) -> MustState {
    let now = Bounds::at(as_of);
    let by_now = happened(event, as_of);
    let judged = |wanted| standard == Some(wanted);

    if let Some(due) = due
        && time_status(CompareOp::Greater, event, due) == Status::Met
        && time_status(CompareOp::Less, due, now) == Status::Met
    {
        return MustState::of(DutyStatus::Violated).violated_at(due);
    }
    match by_now {
        Status::Met => {
            if judged(Status::NotMet) {
                // When it became late is not known: at the due time if that is
                // past, else at some time before it was done.
                let past = due.filter(|&due| time_status(CompareOp::AtMost, due, now) == Status::Met);
                let before = Bounds { earliest: Bounds::OPEN, latest: event.latest.min(as_of) };
                return MustState::of(DutyStatus::Violated).violated_at(past.unwrap_or(before));
            }
            let in_limit = due.map_or(Status::Met, |due| time_status(CompareOp::AtMost, event, due));
            match (in_limit, standard) {
                (Status::Met, None | Some(Status::Met)) => MustState::of(DutyStatus::Fulfilled),
                (Status::Met, Some(Status::Unknown | Status::NotMet)) => MustState::asking(Asks::Standard),
                (Status::Unknown | Status::NotMet, _) => MustState::asking(Asks::Facts),
            }
        }
        Status::NotMet => match (due, standard) {
            (Some(due), _) => still_ahead(due, now),
            (None, Some(Status::NotMet)) => {
                let before = Bounds { earliest: Bounds::OPEN, latest: as_of };
                MustState::of(DutyStatus::Violated).violated_at(before)
            }
            (None, Some(Status::Met)) => MustState::of(DutyStatus::Pending),
            (None, Some(Status::Unknown)) => MustState::asking(Asks::Standard),
            (None, None) => MustState { no_limit: true, ..MustState::of(DutyStatus::Pending) },
        },
        Status::Unknown => match (due, standard) {
            (Some(due), None | Some(Status::Met)) => still_ahead(due, now),
            (Some(_), Some(Status::Unknown | Status::NotMet)) | (None, _) => MustState::asking(Asks::Facts),
        },
    }
}

/// Pending while the due time surely lies ahead.
fn still_ahead(due: Bounds, now: Bounds) -> MustState {
    match time_status(CompareOp::AtLeast, due, now) {
        Status::Met => MustState::of(DutyStatus::Pending),
        Status::NotMet | Status::Unknown => MustState::asking(Asks::Facts),
    }
}

#[cfg(test)]
mod tests;

//! Duties, as the section "Duties" of `docs/language/outcomes.md` words them.

use eval::{ConductRef, DutyStatus};
use ir::{
    Action, Bounds, Conduct, Day, Duty, Facts, Limit, MustVariant, Node, NodeId, ObligationId, SlotRef,
    State, Status, Value,
};

use crate::cases::{Case, DutyDecided, MustDecided};
use crate::naive::{Known, Naive, greatest, least};
use crate::times::at_most;

impl Naive<'_> {
    /// Not violated, where an undetermined duty is unknown.
    pub fn kept(&self, obligation: ObligationId, case: &Case) -> Status {
        if self.all_kept {
            return Status::Met;
        }
        let norm = &self.program.obligations[usize::from(obligation.0)];
        let in_it = |version: &ir::Version<Duty>| version.period.contains(case.day);
        let version = norm.versions.0.iter().position(in_it).unwrap();
        let decided = self.obligation(norm, &Case { version, ..case.clone() });
        match decided.musts.iter().map(|must| must.status).max() {
            Some(DutyStatus::Violated) => Status::NotMet,
            Some(DutyStatus::Undetermined) => Status::Unknown,
            _ => Status::Met,
        }
    }

    pub fn obligation(&self, norm: &ir::Obligation, case: &Case) -> DutyDecided {
        let version = &norm.versions.0[case.version];
        let mut decided = DutyDecided {
            conduct: case.conduct,
            version: case.version,
            excluded_by: None,
            musts: Vec::new(),
        };
        let (State::Applicable, Some(duty)) = (version.state, &version.body) else { return decided };
        let (within, excluded_by) = self.gates(&duty.gates, case);
        decided.excluded_by = excluded_by;
        let mut triggered = self.formula(duty.trigger, case, &[]);
        if case.unknown {
            triggered = triggered.and(Status::Unknown);
        }
        let excepted =
            duty.exceptions.iter().map(|exception| self.exception(exception, case).status).collect();
        let bound = least(vec![within, triggered, !greatest(excepted)]);
        for must in &duty.musts {
            let variant =
                |variant: &MustVariant| self.must(variant, must.negative, version.period.from, case);
            decided.musts.push(match (bound, must.issue.map(|issue| self.pick(issue))) {
                (Status::NotMet, _) => plain(DutyStatus::NotTriggered),
                (Status::Unknown, _) => plain(DutyStatus::Undetermined),
                (Status::Met, None) => variant(&must.variants[0]),
                (Status::Met, Some(Some(reading))) => variant(&must.variants[reading]),
                (Status::Met, Some(None)) => {
                    let all: Vec<MustDecided> = must.variants.iter().map(variant).collect();
                    all_agree(&all)
                }
            });
        }
        decided
    }

    pub fn must(&self, must: &MustVariant, negative: bool, begins: Option<Day>, case: &Case) -> MustDecided {
        use DutyStatus::*;
        use Status::*;
        let event = match must.action {
            Action::Condition(formula) => {
                let status = self.formula(formula, case, &[]);
                return plain(match if negative { !status } else { status } {
                    Met => Fulfilled,
                    NotMet => Violated,
                    Unknown => Undetermined,
                });
            }
            Action::Event(event) => event,
        };
        let as_of = self.as_of();
        if must.each_year {
            return self.each_year(event, begins, case);
        }
        let time = self.when(event, case, &[]);
        let happened = at_most(time, Bounds::at(as_of));
        if negative {
            return plain(match happened {
                Met => Violated,
                NotMet => Fulfilled,
                Unknown => Undetermined,
            });
        }
        let limit = must.limit.map(|limit| self.due(&limit, case));
        let by_limit = limit.map_or(Met, |due| at_most(time, due));
        let too_late = limit.is_some_and(|due| at_most(time, due) == NotMet && due.latest < as_of);
        let still_ahead = limit.is_some_and(|due| due.earliest != Bounds::OPEN && due.earliest >= as_of);
        // None: there is no standard.
        let in_time = must.standard.map(|standard| {
            let SlotRef { frame, slot } = standard.judgement;
            self.facts.values[(if frame == 0 { Facts::SYSTEM } else { case.row } + slot) as usize].status()
        });
        // The rows of the table, in order.
        let status = match (happened, limit, in_time) {
            _ if too_late => Violated,
            (Met, _, Some(NotMet)) => Violated,
            (Met, _, None | Some(Met)) if by_limit == Met => Fulfilled,
            (Met, _, _) => Undetermined,
            (NotMet, Some(_), _) if still_ahead => Pending,
            (NotMet, Some(_), _) => Undetermined,
            (NotMet, None, Some(NotMet)) => Violated,
            (NotMet, None, Some(Met) | None) => Pending,
            (NotMet, None, Some(Unknown)) => Undetermined,
            (Unknown, _, None | Some(Met)) if still_ahead => Pending,
            (Unknown, _, _) => Undetermined,
        };
        let due = limit.filter(|due| status == Pending && due.latest != Bounds::NEVER);
        MustDecided { status, due }
    }

    /// When a limit ends.
    fn due(&self, limit: &Limit, case: &Case) -> Bounds {
        let from = self.when(limit.from, case, &[]);
        let Some(duration) = limit.duration else {
            // A date as a limit ends with that day.
            let is_date = matches!(self.term(limit.from, case, &[]), Known::Exactly(Value::Day(_)));
            return if is_date { Bounds::at(from.latest) } else { from };
        };
        let ends = |instant| self.calendar.end_of_limit(instant, duration);
        Bounds {
            earliest: if from.earliest == Bounds::OPEN { Bounds::OPEN } else { ends(from.earliest) },
            latest: if from.latest == Bounds::NEVER { Bounds::NEVER } else { ends(from.latest) },
        }
    }

    /// A duty for every calendar year.
    fn each_year(&self, event: NodeId, begins: Option<Day>, case: &Case) -> MustDecided {
        let (times, complete) = self.occurrences(event, case);
        let as_of = self.as_of();
        let this_year = self.calendar.year_of(as_of);
        let no_earlier = begins.map(|day| day.date().year());
        // The years in which the duty can begin; without any date, long ago.
        let possible_first: Vec<i16> = match self.facts.values[(case.row + Conduct::FROM) as usize] {
            _ if case.conduct == ConductRef::System => vec![no_earlier.unwrap_or(this_year)],
            Value::Time(from) => {
                vec![self.calendar.year_of(from.earliest).max(no_earlier.unwrap_or(i16::MIN))]
            }
            _ => (no_earlier.unwrap_or(this_year - 20).min(this_year)..=this_year).collect(),
        };
        let done_in = |year: i16| {
            let (start, end) = self.calendar.year(year);
            let end = end.min(as_of);
            let in_year = |&(time, counts): &(Bounds, Status)| {
                let after_start = at_most(Bounds::at(start), time);
                least(vec![counts, after_start, at_most(time, Bounds::at(end))])
            };
            let mut found: Vec<Status> = times.iter().map(in_year).collect();
            if !complete {
                found.push(Status::Unknown);
            }
            greatest(found)
        };
        let by_the_end_of = |year: i16| MustDecided {
            status: DutyStatus::Pending,
            due: Some(Bounds::at(self.calendar.year(year).1)),
        };
        let from_year = |first: i16| {
            let past: Vec<Status> = (first..this_year).map(done_in).collect();
            match (least(past), done_in(this_year)) {
                // It has not begun.
                _ if first > this_year => by_the_end_of(first),
                (Status::NotMet, _) => plain(DutyStatus::Violated),
                (Status::Unknown, _) => plain(DutyStatus::Undetermined),
                (Status::Met, Status::Met) => plain(DutyStatus::Fulfilled),
                (Status::Met, Status::NotMet) => by_the_end_of(this_year),
                (Status::Met, Status::Unknown) => plain(DutyStatus::Undetermined),
            }
        };
        all_agree(&possible_first.into_iter().map(from_year).collect::<Vec<_>>())
    }

    /// The records of an `earliest of`, one by one: when, and whether the
    /// filter holds; and whether there are no others.
    fn occurrences(&self, event: NodeId, case: &Case) -> (Vec<(Bounds, Status)>, bool) {
        let Node::Earliest { list, event, filter, .. } = self.program.nodes.node(event) else {
            return (vec![(self.when(event, case, &[]), Status::Met)], true);
        };
        match self.term(list, case, &[]) {
            Known::Records(rows, complete) => {
                let one = |&row: &u32| (self.when(event, case, &[row]), self.formula(filter, case, &[row]));
                (rows.iter().map(one).collect(), complete)
            }
            _ => (Vec::new(), false),
        }
    }
}

fn plain(status: DutyStatus) -> MustDecided {
    MustDecided { status, due: None }
}

/// What all say, else undetermined.
fn all_agree(all: &[MustDecided]) -> MustDecided {
    let same_due = all.iter().all(|one| one.due == all[0].due);
    match all.iter().all(|one| one.status == all[0].status) {
        true if same_due => all[0].clone(),
        true => plain(all[0].status),
        false => plain(DutyStatus::Undetermined),
    }
}

//! How an obligation stands in a case: whether it is triggered, and each
//! `must` of it. Prohibitions ask through [`Scope::duty_status`] whether an
//! obligation is kept.

use ir::{Bounds, Conduct, Duty, Obligation, ObligationId, SlotRef, State, Status, Subject};

use crate::cases::version_at;
use crate::compare::{UNKNOWN_TIME, as_bounds};
use crate::derivation::DutyStatus;
use crate::must::MustState;
use crate::scope::Scope;
use crate::term::Term;

impl<'a> Scope<'a> {
    /// The worst status of the `must`s of an obligation, for the conduct and
    /// under the law of the case.
    pub(crate) fn duty_status(&mut self, id: ObligationId) -> DutyStatus {
        match self.program.obligations.get(usize::from(id.0)) {
            Some(obligation) => {
                let version = self.version_of(id);
                self.duty(obligation, version, |_| {})
            }
            None => DutyStatus::Undetermined,
        }
    }

    /// The version of an obligation under the law of the case.
    pub(crate) fn version_of(&self, id: ObligationId) -> u16 {
        version_at(self.boundaries.of_obligation(usize::from(id.0)), self.case.moment)
    }

    /// What an obligation asks in a version; none where it cannot be applied.
    pub(crate) fn asked_by(&self, obligation: &'a Obligation, version: u16) -> Option<&'a Duty> {
        let version = obligation.versions.0.get(usize::from(version))?;
        version.body.as_ref().filter(|_| version.state == State::Applicable)
    }

    /// How an obligation stands: the worst of its `must`s. Each is shown to
    /// `visit` in order; where the version cannot be applied there are none.
    pub(crate) fn duty(
        &mut self,
        obligation: &'a Obligation,
        version: u16,
        mut visit: impl FnMut(MustState),
    ) -> DutyStatus {
        let Some(duty) = self.asked_by(obligation, version) else { return DutyStatus::NotTriggered };
        let binds = self.binds(obligation.subject, duty);
        let since = self.begun(obligation, version);
        let mut worst = DutyStatus::NotTriggered;
        for must in &duty.musts {
            let state = match binds {
                Status::NotMet => MustState::of(DutyStatus::NotTriggered),
                Status::Unknown => MustState::of(DutyStatus::Undetermined),
                Status::Met => self.must(must, since),
            };
            worst = worst.max(state.status);
            visit(state);
        }
        worst
    }

    /// Whether a duty binds in the case: in scope, triggered, not excepted.
    pub(crate) fn binds(&mut self, subject: Subject, duty: &Duty) -> Status {
        let (scope, _) = self.gates(&duty.gates);
        if scope == Status::NotMet {
            return scope;
        }
        let triggered = scope.and(self.triggered(subject, duty));
        if triggered == Status::NotMet {
            return triggered;
        }
        triggered.and(!self.exceptions(&duty.exceptions))
    }

    /// Whether the conduct triggers a duty. Conduct that the facts do not show
    /// surely triggers none.
    pub(crate) fn triggered(&mut self, subject: Subject, duty: &Duty) -> Status {
        let trigger = self.formula(duty.trigger);
        match subject {
            Subject::System => trigger,
            Subject::Conduct => self.as_far_as_shown(trigger),
        }
    }

    /// When a duty began: the later of the first day of its period and, of a
    /// duty on conduct, `conduct.from`.
    pub(crate) fn begun(&self, obligation: &Obligation, version: u16) -> Bounds {
        let starts = obligation.versions.0.get(usize::from(version)).and_then(|version| version.period.from);
        let period = starts.map(|day| self.calendar.start_of(day));
        match obligation.subject {
            Subject::System => Bounds::at(period.unwrap_or(self.as_of())),
            Subject::Conduct => {
                let period = period.unwrap_or(Bounds::OPEN);
                let from = Term::Value(self.read(SlotRef { frame: 1, slot: Conduct::FROM }));
                let from = as_bounds(from, self.calendar).unwrap_or(UNKNOWN_TIME);
                Bounds { earliest: from.earliest.max(period), latest: from.latest.max(period) }
            }
        }
    }
}

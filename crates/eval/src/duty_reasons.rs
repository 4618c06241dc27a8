//! Which facts the status of a duty and of its `must`s rests on, and which
//! could still settle them.

use ir::{Action, Bounds, Duty, Exception, Gate, GateKind, Must, MustVariant, ObligationId, Status, Subject};

use crate::derivation::DutyStatus;
use crate::must::Asks;
use crate::reasons::{Found, Looking};
use crate::scope::{DUTIES, Scope};

impl Scope<'_> {
    /// Adds what a duty rests on that a formula asks about.
    pub(crate) fn explain_duty(&mut self, id: ObligationId, looking: Looking, found: &mut Found) {
        if self.depth < DUTIES {
            self.within_duty(|scope| scope.explain_obligation(id, looking, found));
        }
    }

    fn explain_obligation(&mut self, id: ObligationId, looking: Looking, found: &mut Found) {
        let Some(obligation) = self.program.obligations.get(usize::from(id.0)) else { return };
        let version = self.version_of(id);
        let Some(duty) = self.asked_by(obligation, version) else { return };
        let binds = self.binds(obligation.subject, duty);
        match (looking, binds) {
            (Looking::Because, Status::NotMet) => self.explain_unbound(duty, found),
            (Looking::Because, Status::Met) => {}
            (Looking::Because, Status::Unknown) | (Looking::Open, _) => {
                self.add_open_binding(obligation.subject, duty, found);
            }
        }
        if binds == Status::NotMet || (looking == Looking::Because && binds == Status::Unknown) {
            return;
        }
        let since = self.begun(obligation, version);
        let states: Vec<_> = duty.musts.iter().map(|must| self.must(must, since)).collect();
        let worst = states.iter().map(|state| state.status).max();
        for (must, state) in duty.musts.iter().zip(states) {
            let deciding = match worst {
                Some(DutyStatus::Violated | DutyStatus::Undetermined) => Some(state.status) == worst,
                Some(DutyStatus::NotTriggered | DutyStatus::Fulfilled | DutyStatus::Pending) | None => true,
            };
            match looking {
                Looking::Because if deciding => self.explain_must(must, state.asks, found),
                Looking::Because => {}
                Looking::Open => self.add_open_must(must, state.asks, since, found),
            }
        }
    }

    /// Adds why a duty does not bind: the first of gate, trigger, exception.
    fn explain_unbound(&mut self, duty: &Duty, found: &mut Found) {
        if let (_, Some(place)) = self.gates(&duty.gates)
            && let Some(gate) = duty.gates.get(place)
        {
            return self.explain(gate.rule.holds, Looking::Because, found);
        }
        if self.formula(duty.trigger) == Status::NotMet {
            return self.explain(duty.trigger, Looking::Because, found);
        }
        for exception in &duty.exceptions {
            if self.formula(exception.holds) == Status::Met {
                self.explain(exception.holds, Looking::Because, found);
            }
        }
    }

    /// Adds what leaves open whether a duty binds.
    pub(crate) fn add_open_binding(&mut self, subject: Subject, duty: &Duty, found: &mut Found) {
        self.add_open_gates(&duty.gates, found);
        match subject {
            Subject::System => {}
            Subject::Conduct => self.add_open_conduct(found),
        }
        self.add_open(duty.trigger, found);
        self.add_open_exceptions(&duty.exceptions, found);
    }

    /// Adds what leaves gates open.
    pub(crate) fn add_open_gates(&mut self, gates: &[Gate], found: &mut Found) {
        for gate in gates {
            match gate.kind {
                GateKind::Scope | GateKind::Exclusion => self.add_open(gate.rule.holds, found),
            }
        }
    }

    /// Adds what leaves exceptions open.
    pub(crate) fn add_open_exceptions(&mut self, exceptions: &[Exception], found: &mut Found) {
        for exception in exceptions {
            self.add_open(exception.holds, found);
        }
    }

    /// Adds the facts that a `must` rests on, under the readings that can be
    /// meant.
    pub(crate) fn explain_must(&mut self, must: &Must, asks: Asks, found: &mut Found) {
        for variant in self.variants_meant(must) {
            match variant.action {
                Action::Condition(formula) => self.explain(formula, Looking::Because, found),
                Action::Event(event) => self.explain_terms(&[event], Looking::Because, found),
            }
            if must.negative {
                continue;
            }
            if let Some(limit) = variant.limit {
                self.explain_terms(&[limit.from], Looking::Because, found);
            }
            if let Some(standard) = variant.standard
                && (asks == Asks::Standard || self.read(standard.judgement).status() != Status::Unknown)
            {
                self.mention(standard.judgement, Looking::Because, found);
            }
        }
        if asks == Asks::Reading
            && let Some(issue) = must.issue
        {
            found.add_issue(issue);
        }
    }

    /// Adds what would settle a `must`, as far as it asks for anything. The
    /// judgement on a standard is asked only once the event is known and
    /// within the limit.
    pub(crate) fn add_open_must(&mut self, must: &Must, asks: Asks, since: Bounds, found: &mut Found) {
        match asks {
            Asks::Nothing => {}
            Asks::Facts | Asks::Standard => {
                for variant in self.variants_meant(must) {
                    self.add_open_variant(must, variant, asks, found);
                }
            }
            Asks::Reading => {
                if let Some(issue) = must.issue {
                    found.add_issue(issue);
                }
                for variant in self.variants_meant(must) {
                    let state = self.must_under_reading(must.negative, variant, since);
                    self.add_open_variant(must, variant, state.asks, found);
                }
            }
        }
    }

    fn add_open_variant(&mut self, must: &Must, variant: &MustVariant, asks: Asks, found: &mut Found) {
        match (asks, variant.action) {
            (Asks::Nothing | Asks::Reading, _) => {}
            (Asks::Standard, _) => {
                if let Some(standard) = variant.standard {
                    self.mention(standard.judgement, Looking::Open, found);
                }
            }
            (Asks::Facts, Action::Condition(formula)) => self.add_open(formula, found),
            (Asks::Facts, Action::Event(event)) => match variant.limit.filter(|_| !must.negative) {
                Some(limit) => self.explain_terms(&[event, limit.from], Looking::Open, found),
                None => self.explain_terms(&[event], Looking::Open, found),
            },
        }
    }

    /// The variants of a `must` under the reading that is picked; else all.
    fn variants_meant<'m>(&self, must: &'m Must) -> &'m [MustVariant] {
        let picked = must.issue.map(|issue| self.pick(issue));
        match picked {
            Some(Some(reading)) => {
                let reading = usize::from(reading);
                must.variants.get(reading..=reading).unwrap_or(&[])
            }
            Some(None) => &must.variants,
            None => must.variants.get(..1).unwrap_or(&[]),
        }
    }
}

//! What an answer comes to.

use eval::{DutyStatus, Outcome};
use serde::Serialize;

use super::names::outcome_if_any;
use super::{NormReport, ObligationReport};

/// The worst outcome, and how many norms have which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The worst outcome; none if no prohibition is reported on.
    #[serde(serialize_with = "outcome_if_any")]
    pub outcome: Option<Outcome>,
    /// Of the prohibitions.
    pub counts: OutcomeCounts,
    /// Of the obligations.
    pub obligations: DutyCounts,
}

/// How many prohibitions have which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OutcomeCounts {
    /// Prohibited.
    pub prohibited: u32,
    /// Undetermined.
    pub undetermined: u32,
    /// Excepted.
    pub excepted: u32,
    /// Not met.
    pub not_met: u32,
    /// Out of scope.
    pub out_of_scope: u32,
    /// Not applicable.
    pub not_applicable: u32,
}

/// How many obligations have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DutyCounts {
    /// Violated.
    pub violated: u32,
    /// Undetermined.
    pub undetermined: u32,
    /// Pending.
    pub pending: u32,
    /// Fulfilled.
    pub fulfilled: u32,
    /// Not triggered.
    pub not_triggered: u32,
}

impl OutcomeCounts {
    /// How many have this outcome.
    pub fn of(&self, outcome: Outcome) -> u32 {
        match outcome {
            Outcome::Prohibited => self.prohibited,
            Outcome::Undetermined => self.undetermined,
            Outcome::Excepted => self.excepted,
            Outcome::NotMet => self.not_met,
            Outcome::OutOfScope => self.out_of_scope,
            Outcome::NotApplicable => self.not_applicable,
        }
    }

    fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Prohibited => &mut self.prohibited,
            Outcome::Undetermined => &mut self.undetermined,
            Outcome::Excepted => &mut self.excepted,
            Outcome::NotMet => &mut self.not_met,
            Outcome::OutOfScope => &mut self.out_of_scope,
            Outcome::NotApplicable => &mut self.not_applicable,
        } += 1;
    }
}

impl DutyCounts {
    /// How many have this status.
    pub fn of(&self, status: DutyStatus) -> u32 {
        match status {
            DutyStatus::Violated => self.violated,
            DutyStatus::Undetermined => self.undetermined,
            DutyStatus::Pending => self.pending,
            DutyStatus::Fulfilled => self.fulfilled,
            DutyStatus::NotTriggered => self.not_triggered,
        }
    }

    fn add(&mut self, status: DutyStatus) {
        *match status {
            DutyStatus::Violated => &mut self.violated,
            DutyStatus::Undetermined => &mut self.undetermined,
            DutyStatus::Pending => &mut self.pending,
            DutyStatus::Fulfilled => &mut self.fulfilled,
            DutyStatus::NotTriggered => &mut self.not_triggered,
        } += 1;
    }
}

impl Summary {
    /// The summary of what counts.
    pub(super) fn new(norms: &[NormReport], obligations: &[ObligationReport]) -> Summary {
        let mut counts = OutcomeCounts::default();
        for norm in norms {
            counts.add(norm.counted);
        }
        let mut duties = DutyCounts::default();
        for status in obligations.iter().filter_map(|obligation| obligation.counted) {
            duties.add(status);
        }
        Summary { outcome: norms.iter().map(|norm| norm.counted).max(), counts, obligations: duties }
    }
}

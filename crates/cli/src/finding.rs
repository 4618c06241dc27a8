//! What counts as a finding: `--fail-on`.

use eval::{DutyStatus, Outcome};
use problem::{FactsProblem, Located};
use words::report::Summary;

use crate::session::nowhere;

/// The outcomes and duty statuses that end with exit code 1.
pub struct FailOn {
    outcomes: Vec<Outcome>,
    duties: Vec<DutyStatus>,
}

const OUTCOMES: [Outcome; 6] = [
    Outcome::Prohibited,
    Outcome::Undetermined,
    Outcome::Excepted,
    Outcome::NotMet,
    Outcome::OutOfScope,
    Outcome::NotApplicable,
];

const DUTIES: [DutyStatus; 5] = [
    DutyStatus::Violated,
    DutyStatus::Undetermined,
    DutyStatus::Pending,
    DutyStatus::Fulfilled,
    DutyStatus::NotTriggered,
];

impl FailOn {
    /// Reads the names in `--fail-on`; `undetermined` means both.
    ///
    /// # Errors
    /// If a name is none of them.
    pub fn read(names: &[String]) -> Result<FailOn, Vec<Located>> {
        let mut fail_on = FailOn { outcomes: Vec::new(), duties: Vec::new() };
        for name in names.iter().filter(|name| !name.is_empty()) {
            let outcomes = OUTCOMES.into_iter().filter(|outcome| outcome.name() == name);
            let duties = DUTIES.into_iter().filter(|duty| duty.name() == name);
            let before = fail_on.outcomes.len() + fail_on.duties.len();
            fail_on.outcomes.extend(outcomes);
            fail_on.duties.extend(duties);
            if fail_on.outcomes.len() + fail_on.duties.len() == before {
                return Err(vec![unknown(name)]);
            }
        }
        Ok(fail_on)
    }

    /// Whether a summary holds one of them.
    pub fn found_in(&self, summary: &Summary) -> bool {
        self.outcomes.iter().any(|outcome| summary.counts.of(*outcome) > 0)
            || self.duties.iter().any(|duty| summary.obligations.of(*duty) > 0)
    }
}

fn unknown(name: &str) -> Located {
    let mut members: Vec<String> = OUTCOMES.iter().map(|outcome| outcome.name().to_owned()).collect();
    for duty in DUTIES {
        if !members.iter().any(|member| member == duty.name()) {
            members.push(duty.name().to_owned());
        }
    }
    let suggestion = hir::names::nearest(name, members.iter().map(String::as_str));
    nowhere(FactsProblem::UnknownMember { fact: "--fail-on".into(), value: name.into(), suggestion, members })
}

//! Deciding all norms of a program on the facts of one system, into buffers.

use crate::cases::each_case;
use crate::decisions::{CaseDecision, Decisions, DutyDecision, Stretch};
use crate::derivation::{DutyStatus, Outcome};
use crate::scope::Scope;

/// Decides every norm in every case. Allocates nothing once the buffers have
/// grown.
pub(crate) fn decide(scope: &mut Scope<'_>, out: &mut Decisions) {
    out.clear();
    decide_prohibitions(scope, out);
    decide_obligations(scope, out);
}

fn decide_prohibitions(scope: &mut Scope<'_>, out: &mut Decisions) {
    let (program, facts, settings) = (scope.program, scope.facts, scope.settings);
    let boundaries = scope.boundaries;
    for (number, prohibition) in program.prohibitions.iter().enumerate() {
        let starts = boundaries.of_prohibition(number);
        let mut worst = None;
        each_case(facts, &program.schema, settings, prohibition.subject, starts, |case| {
            scope.enter_case(case);
            let start = out.elements.len();
            let outcome = scope.outcome(prohibition, &mut out.elements);
            worst = worst.max(Some(outcome));
            out.cases.push(CaseDecision {
                prohibition: number as u16,
                conduct: case.conduct,
                version: case.version,
                outcome,
                elements: Stretch::since(start, out.elements.len()),
            });
        });
        let outcome = worst.unwrap_or(Outcome::NotMet);
        out.prohibitions.push(outcome);
        out.outcome = out.outcome.max(outcome);
    }
}

fn decide_obligations(scope: &mut Scope<'_>, out: &mut Decisions) {
    let (program, facts, settings) = (scope.program, scope.facts, scope.settings);
    let boundaries = scope.boundaries;
    for (number, obligation) in program.obligations.iter().enumerate() {
        let starts = boundaries.of_obligation(number);
        let mut worst = DutyStatus::NotTriggered;
        each_case(facts, &program.schema, settings, obligation.subject, starts, |case| {
            scope.enter_case(case);
            let start = out.musts.len();
            let status = scope.duty(obligation, case.version, |state| out.musts.push(state.status));
            worst = worst.max(status);
            out.duties.push(DutyDecision {
                obligation: number as u16,
                conduct: case.conduct,
                version: case.version,
                status,
                musts: Stretch::since(start, out.musts.len()),
            });
        });
        out.obligations.push(worst);
        out.duty = out.duty.max(worst);
    }
}

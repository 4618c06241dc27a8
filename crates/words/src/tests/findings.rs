//! Parts of derivations, as the evaluator gives them.

use eval::{
    CaseFinding, ConductRef, DutyCase, DutyStatus, ElementFinding, ExceptionFinding, FactRef, MustFinding,
    Need, NeedKind, Outcome, PointFinding,
};
use ir::{Facts, LayoutId, Period, Status};

use super::facts::facts;
use super::program::{day, program};

/// A fact of the system.
pub(super) fn of_system(slot: u32) -> FactRef {
    fact(LayoutId::FACTS, Facts::SYSTEM, slot, "")
}

/// A field of a conduct.
pub(super) fn of_conduct(place: usize, slot: u32) -> FactRef {
    fact(LayoutId::CONDUCT, facts().conduct[place], slot, "conduct.")
}

/// A field of the one authorisation.
pub(super) fn of_record(slot: u32) -> FactRef {
    fact(LayoutId(2), facts().rows[0], slot, "conduct.authorisations[0].")
}

fn fact(layout: LayoutId, row: u32, slot: u32, prefix: &str) -> FactRef {
    let (facts, program) = (facts(), program());
    let field = &program.schema.layout(layout).fields[slot as usize];
    let value_at = row + slot;
    FactRef {
        path: field.alias.clone().unwrap_or_else(|| format!("{prefix}{}", field.path)),
        value_at,
        value: facts.values[value_at as usize],
        layout,
        slot,
        assumed: facts.assumed.contains(&value_at),
    }
}

pub(super) fn element(index: u16, status: Status, because: Vec<FactRef>) -> ElementFinding {
    ElementFinding { index, status, immaterial: false, because, open_issues: Vec::new(), points: Vec::new() }
}

pub(super) fn point(status: Status, because: Vec<FactRef>) -> PointFinding {
    PointFinding { status, because }
}

pub(super) fn exception(status: Status, elements: Vec<ElementFinding>) -> ExceptionFinding {
    ExceptionFinding {
        status,
        elements,
        in_so_far_as: None,
        conditions: Vec::new(),
        provided_that: Vec::new(),
        exceptions: Vec::new(),
    }
}

pub(super) fn need(kind: NeedKind, fact: FactRef) -> Need {
    Need { kind, name: fact.path.clone(), fact: Some(fact) }
}

fn applicable() -> Period {
    Period { from: Some(day("2025-02-02")), until: None }
}

/// A case in the last version of its norm.
pub(super) fn case(conduct: ConductRef, outcome: Outcome, elements: Vec<ElementFinding>) -> CaseFinding {
    CaseFinding {
        conduct,
        version: 2,
        law: applicable(),
        outcome,
        since: None,
        exact: true,
        state: None,
        excluded_by: None,
        gates: vec![exception(Status::NotMet, vec![])],
        elements,
        exceptions: Vec::new(),
        arguments: Vec::new(),
        needs: Vec::new(),
        assumed: Vec::new(),
        sanctions: Vec::new(),
    }
}

pub(super) fn duty_case(conduct: ConductRef, trigger: Status, musts: Vec<MustFinding>) -> DutyCase {
    DutyCase {
        conduct,
        version: 2,
        law: applicable(),
        status: musts.iter().map(|must| must.status).max().unwrap_or(DutyStatus::NotTriggered),
        state: None,
        excluded_by: None,
        exact: true,
        gates: Vec::new(),
        when: element(0, trigger, Vec::new()),
        musts,
        exceptions: Vec::new(),
        arguments: Vec::new(),
        assumed: Vec::new(),
        sanctions: Vec::new(),
    }
}

pub(super) fn must(index: u16, status: DutyStatus, because: Vec<FactRef>) -> MustFinding {
    MustFinding { index, status, due: None, no_limit: false, because, needs: Vec::new() }
}

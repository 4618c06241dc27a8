//! Answers as the evaluator would give them: one with every outcome, and one
//! in which no prohibition is met.

use eval::{
    ArgumentFinding, CaseFinding, ConditionsFinding, ConductRef, Derivation, DutyStatus, ExceptionFinding,
    Kept, Need, NeedKind, NormFinding, ObligationFinding, Outcome, SanctionFinding,
};
use ir::{
    AsOf, AsOfSource, Bounds, Conduct, Direction, IssueId, Period, Pick, PickSource, Settings, State, Status,
};

use super::facts::{at, zone};
use super::findings::{
    case, duty_case, element, exception, must, need, of_conduct, of_record, of_system, point,
};
use super::program::day;
use super::schema::slot;

const U1: ConductRef = ConductRef::Listed(0);
const SECOND: ConductRef = ConductRef::Listed(1);

pub(super) fn settings() -> Settings {
    Settings {
        as_of: AsOf { instant: zone().end_of(day("2026-12-02")), from: AsOfSource::Facts },
        picks: vec![None, Some(Pick { reading: 0, from: PickSource::Profile })],
    }
}

fn norm(cases: Vec<CaseFinding>, notes: Vec<u16>) -> NormFinding {
    let outcome = cases.iter().map(|case| case.outcome).max().unwrap_or(Outcome::NotMet);
    NormFinding { outcome, cases, notes }
}

fn duty(cases: Vec<eval::DutyCase>) -> ObligationFinding {
    let status = cases.iter().map(|case| case.status).max().unwrap_or(DutyStatus::NotTriggered);
    ObligationFinding { status, cases, notes: Vec::new() }
}

/// `u1` is prohibited; the other conduct was by a provider and is open.
fn social_scoring() -> NormFinding {
    let mut treatment = element(3, Status::Met, vec![of_system(slot::OVER_PERIOD)]);
    treatment.points = vec![
        point(Status::NotMet, vec![of_system(slot::SCORE)]),
        point(Status::Met, vec![of_system(slot::TURNOVER)]),
    ];
    let elements = vec![
        element(0, Status::Met, vec![of_conduct(0, Conduct::KIND)]),
        element(1, Status::Met, vec![of_system(slot::AI_SYSTEM)]),
        element(2, Status::Met, vec![of_system(slot::OVER_PERIOD), of_system(slot::MAXIMUM)]),
        treatment,
    ];
    let sanction = |sanction, state, cap: Option<i64>, needs| SanctionFinding {
        sanction,
        state,
        when: Status::Met,
        cap: cap.map(Into::into),
        needs,
    };
    let prohibited = CaseFinding {
        arguments: vec![ArgumentFinding {
            index: 0,
            direction: Direction::Against,
            finding: exception(
                Status::NotMet,
                vec![element(0, Status::NotMet, vec![of_system(slot::SCORE)])],
            ),
        }],
        assumed: vec![of_system(slot::MILITARY)],
        sanctions: vec![
            sanction(0, None, Some(35_000_000), Vec::new()),
            sanction(1, Some(State::NotYetApplicable), None, Vec::new()),
            sanction(0, None, None, vec![need(NeedKind::Fact, of_system(slot::DISPROPORTIONATE))]),
        ],
        ..case(U1, Outcome::Prohibited, elements)
    };
    let open = CaseFinding {
        exact: false,
        needs: vec![need(NeedKind::Judgement, of_system(slot::DISPROPORTIONATE))],
        ..case(
            SECOND,
            Outcome::Undetermined,
            vec![
                element(0, Status::Met, vec![of_conduct(1, Conduct::KIND)]),
                element(3, Status::Unknown, vec![of_system(slot::DISPROPORTIONATE)]),
            ],
        )
    };
    norm(vec![prohibited, open], vec![0, 1, 2])
}

fn emotions() -> NormFinding {
    let mut inference = element(1, Status::Unknown, vec![]);
    inference.open_issues = vec![IssueId(0)];
    let reading = Need { kind: NeedKind::Reading, name: "emotions_from_what".into(), fact: None };
    let list = Need { kind: NeedKind::List, name: "conduct".into(), fact: None };
    let open = CaseFinding {
        needs: vec![need(NeedKind::Judgement, of_system(slot::DISPROPORTIONATE)), reading, list],
        ..case(
            U1,
            Outcome::Undetermined,
            vec![
                element(0, Status::Met, vec![of_system(slot::AI_SYSTEM)]),
                inference,
                element(2, Status::Unknown, vec![of_system(slot::DISPROPORTIONATE)]),
            ],
        )
    };
    norm(vec![open], Vec::new())
}

fn missing_person() -> ExceptionFinding {
    ExceptionFinding {
        in_so_far_as: Some(element(0, Status::Met, vec![of_conduct(0, slot::URGENT)])),
        conditions: vec![ConditionsFinding {
            status: Status::Met,
            elements: vec![
                element(0, Status::Met, vec![of_system(slot::ASSESSMENT), of_conduct(0, Conduct::FROM)]),
                element(1, Status::Met, vec![of_conduct(0, slot::URGENT)]),
            ],
        }],
        provided_that: vec![Kept {
            obligation: 0,
            must: 0,
            status: DutyStatus::Pending,
            due: Some(Bounds::at(at("2026-12-03", 10, 0))),
        }],
        exceptions: vec![exception(
            Status::NotMet,
            vec![element(0, Status::NotMet, vec![of_conduct(0, slot::AUTHORISATIONS)])],
        )],
        ..exception(Status::Met, vec![element(0, Status::Met, vec![of_system(slot::OBJECTIVES)])])
    }
}

fn excepted() -> NormFinding {
    let mut unsettled = element(1, Status::Unknown, vec![of_system(slot::DISPROPORTIONATE)]);
    unsettled.immaterial = true;
    let elements = vec![element(0, Status::Met, vec![of_conduct(0, Conduct::KIND)]), unsettled];
    let case = CaseFinding { exceptions: vec![missing_person()], ..case(U1, Outcome::Excepted, elements) };
    norm(vec![case], Vec::new())
}

fn not_met() -> NormFinding {
    let elements = |conduct: usize| {
        vec![
            element(0, Status::NotMet, vec![of_conduct(conduct, Conduct::KIND)]),
            element(1, Status::Met, vec![of_system(slot::OVER_PERIOD)]),
        ]
    };
    norm(vec![case(U1, Outcome::NotMet, elements(0)), case(SECOND, Outcome::NotMet, elements(1))], Vec::new())
}

fn not_applicable() -> NormFinding {
    let case = CaseFinding {
        version: 1,
        law: Period { from: Some(day("2026-07-27")), until: Some(day("2026-12-01")) },
        state: Some(State::NotYetApplicable),
        gates: Vec::new(),
        ..case(SECOND, Outcome::NotApplicable, Vec::new())
    };
    norm(vec![case], Vec::new())
}

fn out_of_scope() -> NormFinding {
    let case = CaseFinding {
        excluded_by: Some("military".into()),
        gates: vec![exception(Status::Met, vec![element(0, Status::Met, vec![of_system(slot::AI_SYSTEM)])])],
        ..case(ConductRef::Hypothetical, Outcome::OutOfScope, Vec::new())
    };
    norm(vec![case], Vec::new())
}

fn pending() -> ObligationFinding {
    let mut request = must(0, DutyStatus::Pending, vec![of_record(slot::REQUESTED)]);
    request.due = Some(Bounds::at(at("2026-12-03", 10, 0)));
    let mut case = duty_case(U1, Status::Met, vec![request]);
    case.when.because = vec![of_conduct(0, slot::URGENT)];
    case.assumed = vec![of_system(slot::MILITARY)];
    duty(vec![case])
}

fn violated() -> ObligationFinding {
    let mut stop = must(0, DutyStatus::Violated, vec![of_conduct(0, Conduct::UNTIL)]);
    stop.due = Some(zone().bounds_of(day("2026-12-01")));
    let output = must(1, DutyStatus::Fulfilled, vec![of_system(slot::SCORE)]);
    let mut case = duty_case(U1, Status::Met, vec![stop, output]);
    case.sanctions = vec![SanctionFinding {
        sanction: 0,
        state: None,
        when: Status::Unknown,
        cap: None,
        needs: vec![need(NeedKind::Fact, of_system(slot::TURNOVER))],
    }];
    duty(vec![case])
}

fn undetermined_duty() -> ObligationFinding {
    let mut report = must(0, DutyStatus::Undetermined, vec![of_system(slot::IN_TIME)]);
    report.needs = vec![need(NeedKind::Judgement, of_system(slot::IN_TIME))];
    duty(vec![duty_case(U1, Status::Unknown, vec![report])])
}

fn no_limit() -> ObligationFinding {
    let mut notify = must(0, DutyStatus::Pending, Vec::new());
    notify.no_limit = true;
    duty(vec![duty_case(U1, Status::Met, vec![notify])])
}

fn not_triggered() -> ObligationFinding {
    let mut case = duty_case(U1, Status::NotMet, vec![must(0, DutyStatus::NotTriggered, Vec::new())]);
    case.when.because = vec![of_conduct(0, Conduct::KIND)];
    duty(vec![case])
}

/// Every outcome and every status.
pub(super) fn full() -> Derivation {
    Derivation {
        prohibitions: vec![
            social_scoring(),
            not_met(),
            not_applicable(),
            emotions(),
            out_of_scope(),
            excepted(),
        ],
        obligations: vec![pending(), violated(), undetermined_duty(), no_limit()],
    }
}

/// No prohibition met, and a duty violated.
pub(super) fn clean() -> Derivation {
    let none = || norm(Vec::new(), Vec::new());
    Derivation {
        prohibitions: vec![not_met(), none(), not_applicable(), none(), out_of_scope(), excepted()],
        obligations: vec![not_triggered(), violated(), not_triggered(), not_triggered()],
    }
}

/// Nothing at all was done: no cases.
pub(super) fn nobody() -> Derivation {
    let full = full();
    Derivation {
        prohibitions: full.prohibitions.iter().map(|_| norm(Vec::new(), Vec::new())).collect(),
        obligations: full.obligations.iter().map(|_| duty(Vec::new())).collect(),
    }
}

/// Prohibited because a duty was violated on which an exception depends.
pub(super) fn revived() -> Derivation {
    let mut full = full();
    let case = &mut full.prohibitions[0].cases[0];
    case.since = Some(Bounds::at(at("2026-12-03", 10, 0)));
    full.prohibitions[0].cases.truncate(1);
    full
}

//! What problems say: facts by name, suggestions, what was found.

use problem::FactsProblem;

use super::{bad, first};

fn check_unknown(text: &str, key: &str, suggestion: Option<&str>) {
    let expected = FactsProblem::UnknownFact { key: key.into(), suggestion: suggestion.map(str::to_owned) };
    assert_eq!(first(text), expected, "{text}");
}

fn check_found(text: &str, fact: &str, expected: &str, found: &str) {
    let problem =
        FactsProblem::WrongType { fact: fact.into(), expected: expected.into(), found: found.into() };
    assert_eq!(first(text), problem, "{text}");
}

#[test]
fn unknown_keys_have_suggestions() {
    check_unknown("ai_sistem: true", "ai_sistem", Some("ai_system"));
    check_unknown("scoring: { over_periode: true }", "scoring.over_periode", Some("scoring.over_period"));
    check_unknown("over_period: true", "over_period", Some("scoring.over_period"));
    check_unknown("scoring.over_period: true", "scoring.over_period", Some("scoring: { over_period }"));
    check_unknown("scorings.over_period: true", "scorings.over_period", Some("scoring.over_period"));
    check_unknown("urgent: true", "urgent", Some("conduct.urgent"));
    check_unknown("conducts: []", "conducts", Some("conduct"));
    check_unknown("something_else: true", "something_else", None);
    check_unknown("conduct: [{ urgnt: true }]", "conduct.urgnt", Some("conduct.urgent"));
    check_unknown(
        "conduct: [{ authorisations: [{ id: a1, decidd: true }] }]",
        "conduct.authorisations[a1].decidd",
        Some("conduct.authorisations[a1].decided"),
    );
    check_unknown("ai_system: { value: true, becuse: x }", "ai_system.becuse", Some("because"));
    check_unknown("ai_system: { value: true, complete: true }", "ai_system.complete", None);
    check_unknown("impact_assessment: { bye: 2026-12-01 }", "impact_assessment.bye", Some("by"));
}

#[test]
fn values_of_a_wrong_type_are_shown_as_what_they_are() {
    check_found("ai_system: yes", "ai_system", "judgement", "\"yes\"");
    check_found("ai_system: 'true'", "ai_system", "judgement", "\"true\"");
    check_found("turnover: USD 5", "turnover", "money EUR", "\"USD 5\"");
    check_found("allowed_objectives: 5", "allowed_objectives", "set of Objective", "5");
    check_found("persons: 3.0", "persons", "integer", "3.0");
    check_found("ai_system: { because: x }", "ai_system", "judgement", "{ because: x }");
    check_found("ai_system: { yes: 1 }", "ai_system", "judgement", "{ yes: 1 }");
    check_found("scoring: { ground: 5 }", "scoring.ground", "object", "5");
    check_found(
        "conduct: [{ authorisations: [{ remarks: [{ id: r, text: 5 }] }] }]",
        "conduct.authorisations[0].remarks[r].text",
        "text",
        "5",
    );
    check_found("conduct: [{ authorisations: [5] }]", "conduct.authorisations[0]", "Authorisation", "5");
    check_found(
        "conduct: [{ request_authorisation: { request: { in_time: 1 } } }]",
        "request_authorisation.request.in_time",
        "judgement",
        "1",
    );
    let long = format!("name: [{}]", "x, ".repeat(100));
    let FactsProblem::WrongType { found, .. } = first(&long) else { panic!() };
    assert_eq!(found.chars().count(), 61);
}

#[test]
fn members_are_listed() {
    let expected = FactsProblem::UnknownMember {
        fact: "conduct.authorisations[0].result".into(),
        value: "grantd".into(),
        suggestion: Some("granted".into()),
        members: vec!["granted".into(), "rejected".into(), "pending".into()],
    };
    assert_eq!(first("conduct: [{ authorisations: [{ result: grantd }] }]"), expected);
}

#[test]
fn keys_stand_once_in_an_object() {
    assert_eq!(bad("name: a\nname: b"), ["P0507 /name `name`"]);
    assert_eq!(bad("id: a\nid: b"), ["P0507 /id `id`"]);
    assert_eq!(bad("scoring: {}\nscoring: { over_period: true }"), ["P0507 /scoring `scoring`"]);
    assert_eq!(bad("conduct: [{ kind: use, kind: use }]"), ["P0507 /conduct/0/kind `kind`"]);
    assert_eq!(bad("conduct: { value: [], value: [] }"), ["P0507 /conduct/value `value`"]);
    assert_eq!(bad("impact: { value: true, value: true }"), ["P0507 /impact/value `value`"]);
}

#[test]
fn pointers_are_escaped() {
    assert_eq!(bad("'a/b~c': 1"), ["P0502 /a~1b~0c `'a/b~c'`"]);
}

#[test]
fn a_flood_of_errors_ends() {
    let text: String = (0..5_000).map(|number| format!("unknown{number}: 1\n")).collect();
    assert_eq!(bad(&text).len(), 1_000);
}

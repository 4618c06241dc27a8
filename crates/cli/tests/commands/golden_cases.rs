//! Cases of article 5 of the AI Act whose outcome is known beforehand
//! (`law-facts.md`, section 6), on the reference policy. Each begins with an
//! example of the package or with facts that say no more than the case needs.

use serde_json::Value;

use crate::run::{package, reference};

/// The answer on an example.
fn example(name: &str, flags: &[&str]) -> Value {
    let facts = std::fs::read_to_string(package().join("examples").join(name)).unwrap();
    reference(&facts, flags).json()
}

/// A norm of an answer.
#[track_caller]
fn norm<'a>(answer: &'a Value, name: &str) -> &'a Value {
    let lists = ["outcomes", "obligations"].map(|key| answer[key].as_array().unwrap());
    lists.into_iter().flatten().find(|norm| norm["norm"] == name).unwrap()
}

/// The case of a conduct.
#[track_caller]
fn case<'a>(answer: &'a Value, name: &str, conduct: &str) -> &'a Value {
    let cases = norm(answer, name)["cases"].as_array().unwrap();
    cases.iter().find(|case| case["conduct"]["id"] == conduct).unwrap()
}

/// The cap of the fine in a case, and its state.
#[track_caller]
fn fine(case: &Value) -> (Value, Value) {
    let sanctions = case["sanctions"].as_array().unwrap();
    let fine = sanctions.iter().find(|sanction| sanction["name"] == "fine").unwrap();
    (fine["cap"]["amount"].clone(), fine["state"].clone())
}

/// An element of a case.
#[track_caller]
fn element<'a>(case: &'a Value, name: &str) -> &'a Value {
    let elements = case["elements"].as_array().unwrap();
    elements.iter().find(|element| element["name"] == name).unwrap()
}

#[test]
fn municipality_scoring_before_the_fines_apply() {
    let answer = example("municipality-scoring-2025-03.json", &[]);
    let case = case(&answer, "social_scoring", "use-1");
    assert_eq!(case["outcome"], "prohibited");
    assert_eq!(fine(case).1, "not_yet_applicable");
    let points = element(case, "consequence")["points"].as_array().unwrap();
    assert_eq!((&points[0]["name"], &points[0]["status"]), (&"i".into(), &"met".into()));
}

#[test]
fn municipality_scoring_once_the_fines_apply() {
    let answer = example("municipality-scoring-2025-09.yaml", &[]);
    let case = case(&answer, "social_scoring", "use-1");
    assert_eq!(case["outcome"], "prohibited");
    assert_eq!(fine(case), ("35000000".into(), Value::Null));
}

#[test]
fn municipality_scoring_before_the_prohibition_applies() {
    let facts =
        std::fs::read_to_string(package().join("examples/municipality-scoring-2025-03.json")).unwrap();
    let answer = reference(&facts.replace("2025-03-", "2024-08-"), &[]).json();
    let case = case(&answer, "social_scoring", "use-1");
    assert_eq!((&case["outcome"], &case["state"]), (&"not_applicable".into(), &"not_yet_applicable".into()));
}

#[test]
fn a_credit_score_in_its_own_context_is_no_social_scoring() {
    let answer = example("bank-credit-score.yaml", &[]);
    let norm = norm(&answer, "social_scoring");
    assert_eq!(norm["outcome"], "not_met");
    let arguments = norm["cases"][0]["arguments"].as_array().unwrap();
    assert!(arguments.iter().all(|argument| argument["recitals"][0] == "ai_act recital 31"), "{arguments:?}");
}

#[test]
fn nudify_app_before_the_omnibus_applies() {
    let answer = example("nudify-app-2026-11.json", &[]);
    let case = case(&answer, "intimate_material", "launch");
    assert_eq!((&case["outcome"], &case["state"]), (&"not_applicable".into(), &"not_yet_applicable".into()));
}

#[test]
fn nudify_app_before_the_omnibus_is_in_force() {
    let facts = std::fs::read_to_string(package().join("examples/nudify-app-2026-11.json")).unwrap();
    let answer = reference(&facts.replace("2026-11-22", "2026-07-26"), &[]).json();
    let case = case(&answer, "intimate_material", "launch");
    assert_eq!((&case["outcome"], &case["state"]), (&"not_applicable".into(), &"not_yet_in_force".into()));
}

#[test]
fn nudify_app_once_the_omnibus_applies() {
    let answer = example("nudify-app-2026-12.json", &[]);
    let case = case(&answer, "intimate_material", "launch");
    assert_eq!(case["outcome"], "prohibited");
    // A small enterprise with a turnover of 4 million: 7 % of it.
    assert_eq!(fine(case), ("280000".into(), Value::Null));
}

#[test]
fn an_image_model_with_safeguards_is_misused() {
    let answer = example("image-model-misused.yaml", &[]);
    assert_eq!(case(&answer, "intimate_material", "release")["outcome"], "not_met");
    assert_eq!(case(&answer, "intimate_material", "misuse")["outcome"], "prohibited");
}

#[test]
fn more_light_on_a_photo_is_no_manipulation() {
    let answer = example("photo-brightness.json", &[]);
    assert_eq!(norm(&answer, "intimate_material")["outcome"], "not_met");
}

#[test]
fn emotions_in_a_call_centre_and_in_a_cockpit() {
    assert_eq!(
        norm(&example("call-centre-emotions.json", &[]), "emotion_inference")["outcome"],
        "prohibited"
    );
    assert_eq!(norm(&example("pilots-safety.yaml", &[]), "emotion_inference")["outcome"], "excepted");
}

#[test]
fn emotions_from_typed_text_are_an_open_question() {
    let outcome = |flags: &[&str]| {
        let answer = example("typed-text-emotions.yaml", flags);
        let case = &norm(&answer, "emotion_inference")["cases"][0];
        (case["outcome"].as_str().unwrap().to_owned(), case["needs"].clone())
    };
    let (open, needs) = outcome(&[]);
    assert_eq!(open, "undetermined");
    assert_eq!((&needs[0]["kind"], &needs[0]["name"]), (&"reading".into(), &"emotions_from_what".into()));
    assert_eq!(outcome(&["--reading", "emotions_from_what=any_input"]).0, "prohibited");
    assert_eq!(outcome(&["--reading", "emotions_from_what=biometric"]).0, "not_met");
}

#[test]
fn a_missing_child_and_a_request_in_time() {
    let answer = example("missing-child-request-after-20-hours.json", &[]);
    assert_eq!(norm(&answer, "real_time_identification")["outcome"], "excepted");
    for duty in ["request_authorisation", "stop_after_rejection", "delete_after_rejection"] {
        assert_eq!(case(&answer, duty, "search-1")["status"], "fulfilled", "{duty}");
    }
}

#[test]
fn a_missing_child_and_a_request_too_late() {
    let name = "missing-child-request-after-30-hours.yaml";
    // From when the 24 hours run is an open question; here it makes no difference.
    for (flags, due) in [
        (&[][..], Value::Null),
        (&["--reading", "clock_start=from_start_of_use"], "2026-10-06T11:00:00+02:00".into()),
    ] {
        let answer = example(name, flags);
        let request = &case(&answer, "request_authorisation", "search-1")["must"][0];
        assert_eq!((&request["status"], &request["due"]), (&"violated".into(), &due));
    }
    let answer = example(name, &[]);
    let case = &norm(&answer, "real_time_identification")["cases"][0];
    assert_eq!(
        (&case["outcome"], &case["needs"][0]["name"]),
        (&"undetermined".into(), &"late_request".into())
    );
    let outcome = |reading: &str| {
        let answer = example(name, &["--reading", &format!("late_request={reading}")]);
        norm(&answer, "real_time_identification")["outcome"].clone()
    };
    assert_eq!(outcome("ban_revives"), "prohibited");
    assert_eq!(outcome("breach_of_duty_only"), "excepted");
}

#[test]
fn a_missing_child_in_denmark() {
    let answer = example("missing-child-denmark.yaml", &[]);
    let case = &norm(&answer, "real_time_identification")["cases"][0];
    assert_eq!((&case["outcome"], &case["excluded_by"]), (&"out_of_scope".into(), &"denmark".into()));
}

#[test]
fn a_search_afterwards_is_not_in_real_time() {
    let facts = std::fs::read_to_string(package().join("examples/missing-child-request-after-30-hours.yaml"))
        .unwrap();
    let later = facts.replace("without_delay:\n    value: true", "without_delay:\n    value: false");
    assert_ne!(facts, later);
    let answer = reference(&later, &[]).json();
    assert_eq!(norm(&answer, "real_time_identification")["outcome"], "not_met");
    assert_eq!(norm(&answer, "request_authorisation")["cases"][0]["status"], "not_triggered");
}

/// A database of faces from the internet, by an offender such as this.
fn scraping(offender: &str) -> Value {
    let facts = format!(
        "as_of: 2026-03-18
ai_system: true
face_database: {{ creates: true, for_recognition: true }}
scraping: {{ facial_images: true, untargeted: true, from_internet: true }}
conduct:
- id: use-1
  kind: use
  operator: deployer
  from: 2025-11-03
  until: {{ not_by: 2026-03-17 }}
  operator_in_union: true
  offender: {offender}
"
    );
    let answer = reference(&facts, &["--norm", "facial_databases"]).ends(1).json();
    let case = case(&answer, "facial_databases", "use-1").clone();
    assert_eq!(case["outcome"], "prohibited");
    case
}

#[test]
fn a_mid_cap_has_the_higher_cap() {
    let case =
        scraping("{ public_authority: false, undertaking: true, sme: false, turnover: EUR 100000000 }");
    assert_eq!(fine(&case), ("35000000".into(), Value::Null));
    let case =
        scraping("{ public_authority: false, undertaking: true, sme: false, turnover: EUR 1000000000 }");
    assert_eq!(fine(&case), ("70000000".into(), Value::Null));
}

#[test]
fn a_small_enterprise_has_the_lower_cap() {
    let case = scraping("{ public_authority: false, undertaking: true, sme: true, turnover: EUR 100000000 }");
    assert_eq!(fine(&case), ("7000000".into(), Value::Null));
}

#[test]
fn without_the_turnover_there_is_no_cap_but_a_question() {
    let case = scraping("{ public_authority: false, undertaking: true, sme: true }");
    assert_eq!(fine(&case).0, Value::Null);
    let needs = case["sanctions"][0]["needs"].as_array().unwrap();
    assert!(needs.iter().any(|need| need["name"] == "conduct.offender.turnover"), "{needs:?}");
}

//! The examples of the reference policy in a table: what is not plainly "not
//! met", and the duties that arise.

use serde_json::Value;

use crate::run::{Folder, package, reference};

/// What of an answer is worth a line.
fn line(answer: &Value) -> String {
    let list = |key: &str| answer[key].as_array().unwrap().clone();
    let mut found = Vec::new();
    for norm in list("outcomes") {
        let outcome = norm["outcome"].as_str().unwrap().to_owned();
        if !["not_met", "not_applicable"].contains(&outcome.as_str()) {
            found.push(format!("{} {outcome}", norm["norm"].as_str().unwrap()));
        }
    }
    for norm in list("obligations") {
        for case in norm["cases"].as_array().unwrap() {
            for must in case["must"].as_array().unwrap() {
                let (name, status) = (must["name"].as_str().unwrap(), must["status"].as_str().unwrap());
                if status != "not_triggered" {
                    found.push(format!("{}.{name} {status}", norm["norm"].as_str().unwrap()));
                }
            }
        }
    }
    if found.is_empty() { "nothing met".to_owned() } else { found.join("\n  ") }
}

#[test]
fn outcomes_of_the_examples() {
    let mut names: Vec<String> = std::fs::read_dir(package().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let lines = names.iter().map(|name| {
        let facts = std::fs::read_to_string(package().join("examples").join(name)).unwrap();
        let found = line(&reference(&facts, &[]).json());
        format!("{name}\n  {found}\n")
    });
    insta::assert_snapshot!(lines.collect::<String>(), @r"
    bank-credit-score.yaml
      nothing met
    call-centre-emotions.json
      emotion_inference prohibited
    cctv-face-database.json
      facial_databases prohibited
    image-model-misused.yaml
      intimate_material prohibited
    missing-child-denmark.yaml
      crime_prediction out_of_scope
      biometric_categorisation out_of_scope
      real_time_identification out_of_scope
    missing-child-request-after-20-hours.json
      real_time_identification excepted
      contents_of_notification.minimum_contents fulfilled
      contents_of_notification.sensitive_data fulfilled
      delete_after_rejection.delete fulfilled
      notify_use.notify_market_surveillance fulfilled
      notify_use.notify_data_protection fulfilled
      request_authorisation.request fulfilled
      stop_after_rejection.stop fulfilled
    missing-child-request-after-30-hours.yaml
      real_time_identification undetermined
      contents_of_notification.minimum_contents fulfilled
      contents_of_notification.sensitive_data fulfilled
      delete_after_rejection.delete fulfilled
      notify_use.notify_market_surveillance fulfilled
      notify_use.notify_data_protection fulfilled
      request_authorisation.request violated
      stop_after_rejection.stop fulfilled
    municipality-scoring-2025-03.json
      social_scoring prohibited
    municipality-scoring-2025-09.yaml
      social_scoring prohibited
    nudify-app-2026-11.json
      nothing met
    nudify-app-2026-12.json
      intimate_material prohibited
      child_abuse_material undetermined
    partly-filled-intake.yaml
      manipulation undetermined
      exploitation undetermined
      social_scoring undetermined
      crime_prediction undetermined
      facial_databases undetermined
      emotion_inference undetermined
      biometric_categorisation undetermined
    photo-brightness.json
      nothing met
    pilots-safety.yaml
      emotion_inference excepted
    predictive-policing.yaml
      crime_prediction prohibited
    typed-text-emotions.yaml
      emotion_inference undetermined
    ");
}

/// The README shows a part of what its second example prints, word for word.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(package().join("../../README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
    let facts = package().join("examples/typed-text-emotions.yaml");
    let package = package();
    let arguments = ["eval".as_ref(), package.as_os_str(), "--facts".as_ref(), facts.as_os_str()];
    let norm = ["--norm".as_ref(), "emotion_inference".as_ref()];
    let done = Folder::new().run(&[&arguments[..], &norm].concat());
    assert!(done.out.contains(shown), "the README shows\n{shown}\n\nbut this is printed\n{}", done.out);
}

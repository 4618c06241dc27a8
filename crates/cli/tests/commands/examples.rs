//! The examples of the reference policy in a table: what is not plainly "not
//! met", and the duties that arise.

use serde_json::Value;

use crate::run::{package, reference};

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
    insta::assert_snapshot!(lines.collect::<String>(), @"");
}

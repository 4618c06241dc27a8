//! What is printed fits the schemas in `docs/schemas`.

use std::path::Path;

use serde_json::Value;

use crate::run::{CLEAN, Folder, NOT_INSPECTED, PROHIBITED, package, reference};

fn schema(name: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schemas").join(name);
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[track_caller]
fn check(schema: &jsonschema::Validator, value: &Value, what: &str) {
    let errors: Vec<String> =
        schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn answers_on_all_examples() {
    let schema = schema("policyc-eval-1.schema.json");
    let folder = Folder::new();
    let package = package();
    let mut examples: Vec<_> =
        std::fs::read_dir(package.join("examples")).unwrap().map(|entry| entry.unwrap().path()).collect();
    examples.sort();
    assert!(examples.len() >= 16);
    for (example, lang) in examples.iter().zip(["en", "nl"].into_iter().cycle()) {
        let (package, example) = (package.to_str().unwrap(), example.to_str().unwrap());
        let done = folder.run(&["eval", package, "--facts", example, "--format", "json", "--lang", lang]);
        check(&schema, &done.json(), example);
    }
}

#[test]
fn answers_with_every_flag() {
    let schema = schema("policyc-eval-1.schema.json");
    let folder = Folder::new();
    for facts in [CLEAN, PROHIBITED, NOT_INSPECTED, "{}", "conduct: []", "risky: true"] {
        for flags in [
            &[][..],
            &["--no-assumptions"],
            &["--norm", "risk"],
            &["--norm", "report"],
            &["--for", "inspector"],
            &["--profile", "strict", "--lang", "nl"],
        ] {
            check(&schema, &folder.eval(facts, flags).json(), &format!("{facts} {flags:?}"));
        }
    }
    check(&schema, &reference("{}", &["--no-assumptions"]).json(), "nothing known");
}

#[test]
fn checks() {
    let schema = schema("policyc-check-1.schema.json");
    let folder = Folder::new();
    folder.write("broken/policy.toml", "[policy");
    folder.write("wrong/policy.toml", crate::run::MANIFEST);
    folder.write("wrong/rules.pol", "prohibition {\n\nnonsense\n");
    for (package, code) in [("tiny", 0), ("broken", 1), ("wrong", 1)] {
        let report = folder.run(&["check", package, "--format", "json"]).ends(code).json();
        check(&schema, &report, package);
        assert_eq!(report["policy"].is_null(), package == "broken");
    }
    let package = package();
    let done = folder.run(&["check", package.to_str().unwrap(), "--format", "json", "--lang", "nl"]);
    check(&schema, &done.json(), "the reference policy");
}

#[test]
fn lines_of_batches() {
    let schema = schema("policyc-batch-1.schema.json");
    let folder = Folder::new();
    let lines = concat!(
        "{\"id\":\"a\",\"as_of\":\"2026-01-31\"}\n",
        "{\"id\":7,\"as_of\":\"2026-01-31\"}\n",
        "{\"id\":1.5}\n",
        "not JSON\n",
        "{\"as_of\":\"2026-01-31\",\"conduct\":[{\"kind\":\"use\",\"from\":\"2026-01-02\",\"until\":\"2026-01-01\"}]}\n",
    );
    let done = folder.pipe(&["eval", "tiny", "--facts", "-", "--batch"], lines).ends(2);
    assert_eq!(done.lines().len(), 5);
    for line in done.lines() {
        check(&schema, &line, "a line");
    }
}

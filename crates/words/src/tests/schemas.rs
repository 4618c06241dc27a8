//! What is printed fits the schemas in `docs/schemas`, and the schemas are
//! strict.

use base::Lang;
use serde::Serialize;
use serde_json::{Value, json};

use super::answers::{clean, full, nobody, revived};
use super::problem_list;
use super::problems::file;
use super::program::{acts, program};
use super::reports::report;
use crate::Voice;
use crate::problems::{CheckReport, PolicyReport, problem_json};
use crate::report::{BatchLine, Id, Selection};

const EVAL: &str = include_str!("../../../../docs/schemas/policyc-eval-1.schema.json");
const CHECK: &str = include_str!("../../../../docs/schemas/policyc-check-1.schema.json");
const BATCH: &str = include_str!("../../../../docs/schemas/policyc-batch-1.schema.json");

/// What the schema finds wrong with a value.
fn wrong(schema: &str, value: &impl Serialize) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let value = serde_json::to_value(value).unwrap();
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn check(schema: &str, value: &impl Serialize) {
    assert_eq!(wrong(schema, value), Vec::<String>::new());
}

fn operators() -> Selection {
    Selection::operators(&program().schema)
}

#[test]
fn reports_fit_the_schema() {
    for derivation in [full(), clean(), nobody(), revived()] {
        for lang in Lang::ALL {
            check(EVAL, &report(&derivation, lang, &operators()));
        }
    }
    let one_obligation = Selection { norm: Some("notify".into()), ..operators() };
    check(EVAL, &report(&full(), Lang::En, &one_obligation));
}

#[test]
fn check_reports_fit_the_schema() {
    let citations = acts();
    let voice = Voice { lang: Lang::Nl, citations: &citations };
    let policy = PolicyReport { name: "eu_ai_act".into(), version: "0.1.0".into() };
    for policy in [Some(policy), None] {
        let all = problem_list::all();
        check(CHECK, &CheckReport::new("0.0.0", policy, &all, &file, voice));
    }
}

#[test]
fn batch_lines_fit_the_schema() {
    let citations = acts();
    let voice = Voice { lang: Lang::En, citations: &citations };
    let problem = problem_json(&problem_list::facts()[0], &file, voice);
    let result = Some(report(&clean(), Lang::En, &operators()));
    check(BATCH, &BatchLine { line: 1, id: Some(Id::Text("a".into())), result, problems: Vec::new() });
    check(BATCH, &BatchLine { line: 2, id: Some(Id::Number(7)), result: None, problems: vec![problem] });
    check(BATCH, &BatchLine { line: 3, id: None, result: None, problems: Vec::new() });
}

#[test]
fn what_the_contract_does_not_have_is_refused() {
    let good = serde_json::to_value(report(&full(), Lang::En, &operators())).unwrap();
    let spoil = |pointer: &str, key: &str, value: Option<Value>| {
        let mut bad = good.clone();
        let object = bad.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
        match value {
            Some(value) => object.insert(key.to_owned(), value),
            None => object.remove(key),
        };
        assert!(!wrong(EVAL, &bad).is_empty(), "{pointer} {key}");
    };
    spoil("", "comment", Some(json!("x")));
    spoil("/outcomes/0/cases/0", "ways_out", None);
    spoil("/outcomes/0/cases/0/elements/0/because/0", "weight", Some(json!(1)));
    spoil("/outcomes/0/cases/0", "outcome", Some(json!("allowed")));
    spoil("/outcomes/0/cases/0/sanctions/0/cap", "amount", Some(json!(35_000_000)));
    spoil("/as_of", "instant", Some(json!("2026-12-02")));
}

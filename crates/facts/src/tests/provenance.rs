//! What is said around values, and what judgements lack.

use ir::Value;

use super::{bad, decode_with, good, json, options, shown, yaml};
use crate::{Format, Input, Options, Provenance, Provenances};

fn check(text: &str, format: Format, expected: &Provenance) {
    let inputs = [yaml("id: x"), Input { name: "facts", format, text }];
    let case = decode_with(&inputs, &options()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let [place] = &case.facts.provenance[..] else { panic!("{:?}", case.facts.provenance) };
    assert_eq!(case.facts.values[place.value as usize], Value::Bool(true), "{text}");
    assert_eq!(&Provenances::new(&inputs).of(place), expected, "{text}");
}

#[test]
fn provenance_is_read_from_either_format_and_style() {
    let expected = Provenance {
        because: Some("it learns".into()),
        evidence: vec!["report 1".into(), "report 2".into()],
        assessed_by: Some("J. Jansen".into()),
        on: Some("2026-11-30".into()),
        considering: Vec::new(),
    };
    let in_json = "{\"ai_system\": {\"value\": true, \"because\": \"it \\u006cearns\", \"evidence\": [\"report 1\", \
                   \"report 2\"], \"assessed_by\": \"J. Jansen\", \"on\": \"2026-11-30\"}}";
    check(in_json, Format::Json, &expected);
    check(in_json, Format::Yaml, &expected);
    let block = "name: é\nai_system:\n  value: true\n  because: >-\n    it\n    learns\n  evidence:\n  - report 1 # the first\n  \
                 - report 2\n  assessed_by: 'J. Jansen'\n  on: 2026-11-30\n\nimpact: true\n";
    check(block, Format::Yaml, &expected);
    let alias = "impact: &a { value: &t true }\nname: &n it learns\nai_system: { value: *t, because: *n, evidence: \
                 [report 1, report 2], assessed_by: J. Jansen, on: 2026-11-30 }\n";
    check(alias, Format::Yaml, &expected);
}

#[test]
fn one_piece_of_evidence_and_factors() {
    let text = "conduct: [{ strictly_necessary: { value: true, because: x, assessed_by: y, evidence: z, considering: \
                { 'article 5(2)(a)': grave, 'ai_act article 5(2)(b)': bounded } } }]";
    let expected = Provenance {
        because: Some("x".into()),
        evidence: vec!["z".into()],
        assessed_by: Some("y".into()),
        on: None,
        considering: vec![
            ("article 5(2)(a)".into(), "grave".into()),
            ("ai_act article 5(2)(b)".into(), "bounded".into()),
        ],
    };
    check(text, Format::Yaml, &expected);
    assert!(good(text).decoded.warnings.is_empty());
}

#[test]
fn provenance_is_ordered_by_value_and_only_kept_where_there_is_some() {
    let case = good(
        "conduct: [{ authorisations: { value: [{ result: { value: granted, because: x } }], because: y }, kind: { value: use } }]\nname: { value: a, evidence: b }",
    );
    assert_eq!(case.facts.provenance.len(), 3);
    assert!(case.facts.provenance.is_sorted_by(|one, other| one.value < other.value));
}

#[test]
fn what_is_around_a_value_has_types() {
    assert_eq!(
        bad("ai_system: { value: true, because: 5, evidence: [a, 5], assessed_by: [x], on: sometime, x: 1 }"),
        [
            "P0503 /ai_system/because `5`",
            "P0503 /ai_system/evidence `[a, 5]`",
            "P0503 /ai_system/assessed_by `[x]`",
            "P0503 /ai_system/on `sometime`",
            "P0502 /ai_system/x `x`"
        ]
    );
    assert_eq!(bad("impact: { value: true, on: 2026-02-30 }"), ["P0505 /impact/on `2026-02-30`"]);
    good("impact: { value: true, because: null, evidence: null, on: null, assessed_by: null }");
    assert_eq!(bad("impact: { value: { value: true } }"), ["P0503 /impact/value `{ value: true }`"]);
    let wrong_factors = "conduct: [{ strictly_necessary: { value: true, considering: { 'article 5(2)(c)': x, 'article 5(2)(a)': 5 } } }]";
    assert_eq!(
        bad(wrong_factors),
        [
            "P0502 /conduct/0/strictly_necessary/considering/article 5(2)(c) `'article 5(2)(c)'`",
            "P0503 /conduct/0/strictly_necessary/considering/article 5(2)(a) `5`"
        ]
    );
    assert_eq!(
        bad("ai_system: { value: true, considering: {} }"),
        ["P0502 /ai_system/considering `considering`"]
    );
}

#[test]
fn judgements_are_warned_of_for_what_they_lack() {
    let check = |text: &str, expected: &[&str]| {
        let case = good(text);
        let found: Vec<_> = case.decoded.warnings.iter().map(|located| shown(located, text)).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("ai_system: true", &["P0516 /ai_system `true`"]);
    check("ai_system: { value: true }", &["P0516 /ai_system `{ value: true }`"]);
    check("ai_system: { value: true, because: x }", &["P0516 /ai_system `{ value: true, because: x }`"]);
    check(
        "ai_system: { value: true, because: x, assessed_by: '' }",
        &["P0516 /ai_system `{ value: true, because: x, assessed_by: '' }`"],
    );
    check("ai_system: { value: true, because: x, assessed_by: y }", &[]);
    check("ai_system: null", &[]);
    check("ai_system: { value: null }", &[]);
    check("impact: true", &[]);
    let necessary = "/conduct/0/strictly_necessary";
    check(
        "conduct: [{ strictly_necessary: false }]",
        &[
            &format!("P0516 {necessary} `false`"),
            &format!("P0517 {necessary} `false`"),
            &format!("P0517 {necessary} `false`"),
        ],
    );
    let text = "conduct: [{ strictly_necessary: { value: true, because: x, assessed_by: y, considering: { article 5(2)(b): z } } }]";
    check(
        text,
        &[&format!(
            "P0517 {necessary} `{}`",
            &text["conduct: [{ strictly_necessary: ".len()..text.len() - 3]
        )],
    );
    let quiet = decode_with(&[json("{\"ai_system\": true}")], &Options { warnings: false, ..options() });
    assert!(quiet.is_ok_and(|case| case.decoded.warnings.is_empty()));
}

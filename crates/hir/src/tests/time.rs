//! Versions, periods, and provisions by date.

use problem::{Kind, LawProblem};

use super::{check, compile_policy, kinds};

fn norm(clauses: &str) -> String {
    format!("prohibition p {{ basis article 5(1)(c) forbids use {clauses} }}\n")
}

#[test]
fn versions_do_not_overlap() {
    let (old, new) = (norm("applies until 2026-01-31"), norm("applies from 2026-02-01"));
    check(&format!("{old}{new}"), &[]);
    check(&format!("{new}{old}"), &[]);
    check(&format!("{old}{}", norm("applies from 2026-01-31")), &[("P0404", "p")]);
    check(
        &format!("{}{}", norm("applies from 2025-01-01"), norm("applies from 2026-01-01")),
        &[("P0404", "p")],
    );
    let early = format!("{}{}", norm("applies until 2025-01-01"), norm("applies until 2026-01-01"));
    let overlap = LawProblem::Overlap { name: "p".into(), day: "2025-01-01".into() };
    assert_eq!(kinds(&early), [Kind::Law(overlap)]);
}

#[test]
fn every_version_that_overlaps_is_told_once() {
    let policy =
        [norm("applies from 2025-01-01"), norm("applies from 2026-01-01"), norm("applies from 2027-01-01")];
    check(&policy.concat(), &[("P0404", "p"), ("P0404", "p")]);
}

#[test]
fn versions_of_a_definition_agree() {
    let versions = |one: &str, other: &str| {
        format!(
            "definition d {{ applies until 2025-12-31 means {one} }}\ndefinition d {{ applies from 2026-01-01 means {other} }}"
        )
    };
    check(&versions("given", "weighed"), &[]);
    check(&versions("given", "amount"), &[("P0301", "amount")]);
    let policy = "definition d { applies until 2025-12-31 means given }\n\
        definition d for v : Visit { applies from 2026-01-01 means v.paid }";
    check(policy, &[("P0305", "d")]);
}

#[test]
fn a_period_has_a_day() {
    check(&norm("applies from 2026-01-02 applies until 2026-01-01"), &[("P0405", "2026-01-01")]);
    check(&norm("applies from 2026-01-01 applies until 2026-01-01"), &[]);
}

#[test]
fn what_a_norm_uses_has_a_version() {
    let late = "definition d { applies from 2026-01-01 means given }\n";
    check(&format!("{late}{}", norm("applies from 2026-01-01 element d")), &[]);
    check(&format!("{late}{}", norm("applies from 2025-01-01 element d")), &[("P0406", "d")]);
    // A norm without dates goes back to the beginning of time, which is no day to print.
    let missing = LawProblem::NoVersion { norm: "p".into(), uses: "d".into(), day: "2025-12-31".into() };
    assert_eq!(kinds(&format!("{late}{}", norm("element d"))), [Kind::Law(missing)]);
}

#[test]
fn one_missing_version_is_told_once() {
    let policy = "definition d { applies from 2026-01-01 means given }\n\
        prohibition p { basis article 5(1)(c) forbids use element d }\n\
        prohibition q { basis article 5(1)(d) forbids use element d }\n\
        constraint c { always d }";
    check(policy, &[("P0406", "d")]);
}

#[test]
fn a_dated_constraint_reads_the_version_of_its_day() {
    let policy = "definition d { applies from 2026-01-01 means given }\n\
        constraint c { applies from 2026-01-01 always d }";
    check(policy, &[]);
}

#[test]
fn an_element_has_versions() {
    let policy = norm(
        "applies from 2025-01-01 element x applies until 2025-12-31 = given element x applies from 2026-01-01 = weighed",
    );
    let program = compile_policy(&policy).program.expect("compiles");
    let bodies: Vec<usize> = program.prohibitions[0]
        .versions
        .0
        .iter()
        .filter_map(|version| Some(version.body.as_ref()?.elements.len()))
        .collect();
    assert_eq!(bodies, [2, 2]);
    check(
        &norm("element x applies until 2026-01-01 = given element x applies from 2026-01-01 = weighed"),
        &[("P0404", "x")],
    );
    check(&norm("element x applies until 2026-01-01 = given element x = weighed"), &[("P0204", "x")]);
}

#[test]
fn a_provision_is_cited_from_the_day_on_which_it_exists() {
    let cited = |dates: &str| format!("prohibition p {{ basis article 5(1)(ba) {dates} forbids use }}");
    check(&cited("in force from 2026-07-27 applies from 2026-12-02"), &[]);
    check(&cited("in force from 2024-08-01"), &[("P0206", "article 5(1)(ba)")]);
    check(&cited(""), &[]);
}

#[test]
fn a_part_without_dates_has_those_of_its_item() {
    let part = "element x basis article 5(1)(ba) = given";
    check(&norm(&format!("applies from 2025-02-02 {part}")), &[("P0206", "article 5(1)(ba)")]);
    check(
        &norm(&format!(
            "applies from 2025-02-02 {} = given",
            part.replace(" = given", " applies from 2026-12-02")
        )),
        &[],
    );
}

#[test]
fn a_norm_has_a_limited_number_of_periods() {
    let elements: String = (0..200)
        .map(|at| format!("  element e{at} applies from 20{:02}-01-01 = given\n", at % 100))
        .chain((0..200).map(|at| format!("  element f{at} applies from 20{:02}-02-01 = given\n", at % 100)))
        .collect();
    check(&norm(&elements), &[("P0210", "p")]);
}

#[test]
fn a_rule_before_the_day_of_its_first_element_would_hold_of_anything() {
    let later = "element given applies from 2026-06-01";
    check(&format!("prohibition p {{ basis article 5(1)(c) {later} }}\n"), &[("P0411", "p")]);
    let norm = "prohibition p { basis article 5(1)(c) forbids use element given }\n";
    check(&format!("{norm}exception x to p {{ basis article 5(2) {later} }}"), &[("P0411", "x")]);
}

#[test]
fn a_scope_asks_for_no_duty() {
    let norms = "prohibition p { basis article 5(1)(c) forbids use element given }\n\
        obligation o { basis article 5(3) on use must m = given }\n";
    let scope = "scope s for p { basis article 2(1) element given = given provided that o }";
    check(&format!("{norms}{scope}"), &[("P0309", "s")]);
}

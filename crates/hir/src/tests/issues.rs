//! Open questions of law and their readings.

use super::{check, many};

const NORM: &str = "prohibition p { basis article 5(1)(c) forbids use element given }\n";

fn issue(name: &str, target: &str, effect: &str) -> String {
    format!(
        "issue {name} on {target} {{\n  reading words {{ basis article 5(1)(c) status text keeps }}\n  \
         reading other {{ basis recital 31 status recital {effect} }}\n}}\n"
    )
}

fn policy(text: &str) -> String {
    format!(
        "{NORM}exception e to p {{ basis article 5(2) element weighed subject to c }}\n\
         conditions c {{ element paper = given }}\n\
         obligation o {{ basis article 5(4) must m = done must k = given }}\n\
         definition d {{ means given }}\n{text}"
    )
}

#[test]
fn readings_fit_their_targets() {
    check(&policy(&issue("i", "p.given", "narrows with weighed")), &[]);
    check(&policy(&issue("i", "p", "adds exception e")), &[]);
    check(&policy(&issue("i", "e", "drops c")), &[]);
    check(&policy(&issue("i", "d", "replaces with weighed")), &[]);
    check(&policy(&issue("i", "o.m", "replaces with done immediately")), &[]);
    check(&policy(&issue("i", "p", "replaces with weighed")), &[("P0309", "replaces with weighed")]);
    check(&policy(&issue("i", "o", "narrows with weighed")), &[("P0309", "narrows with weighed")]);
    check(&policy(&issue("i", "o.m", "widens with weighed")), &[("P0309", "widens with weighed")]);
    check(&policy(&issue("i", "d", "drops c")), &[("P0309", "drops c")]);
    check(&policy(&issue("i", "p.given", "adds exception e")), &[("P0309", "adds exception e")]);
    check(&policy(&issue("i", "e", "drops paper")), &[("P0201", "paper")]);
}

#[test]
fn two_issues_on_one_target_go_together_or_clash() {
    let two = |one: &str, other: &str| policy(&(issue("i", "p.given", one) + &issue("j", "p.given", other)));
    check(&two("narrows with weighed", "narrows with conduct.urgent"), &[]);
    check(&two("narrows with weighed", "widens with conduct.urgent"), &[("P0407", "j")]);
    let musts = issue("i", "o.k", "narrows with weighed") + &issue("j", "o.k", "narrows with weighed");
    check(&policy(&musts), &[("P0407", "j")]);
}

#[test]
fn an_issue_has_two_readings_and_not_too_many() {
    check(&policy("issue i on p { reading only { basis article 5(1) status text } }"), &[("P0410", "i")]);
    let readings = |count| many(count, |at| format!("reading r{at} {{ basis article 5(1) status text }}"));
    check(&policy(&format!("issue i on p {{\n{}}}", readings(64).replace("reading", "  reading"))), &[]);
    check(
        &policy(&format!("issue i on p {{\n{}}}", readings(300).replace("reading", "  reading"))),
        &[("P0210", "r64")],
    );
}

#[test]
fn a_default_is_a_reading() {
    let with = |name: &str| {
        policy(
            &issue("i", "p", "keeps")
                .replace("keeps }\n}", &format!("keeps }}\n  default {name} \"why\"\n}}")),
        )
    };
    check(&with("words"), &[]);
    check(&with("wods"), &[("P0201", "wods")]);
}

#[test]
fn readings_have_names_of_their_own() {
    let twice = issue("i", "p", "keeps").replace("reading other", "reading words");
    check(&policy(&twice), &[("P0204", "words")]);
}

#[test]
fn a_reading_does_not_rest_on_its_own_issue() {
    check(&policy(&issue("i", "d", "widens with d")), &[("P0207", "d")]);
}

#[test]
fn an_issue_is_not_about_a_provision() {
    check(&policy(&issue("i", "article 5(1)", "keeps")), &[("P0309", "article 5(1)")]);
}

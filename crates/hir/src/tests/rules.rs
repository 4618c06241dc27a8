//! Rules: what they are directed at, what they rest on, what they lack.

use ir::Version;
use problem::{Kind, NameProblem};

use super::{check, compile_policy, kinds};

const SCORING: &str = "prohibition scoring {\n  basis article 5(1)(c)\n  forbids use\n  element given\n}\n";

fn with_scoring(policy: &str) -> String {
    format!("{SCORING}{policy}")
}

#[test]
fn a_norm_has_a_basis_and_says_something() {
    check("prohibition p { forbids use }", &[("P0401", "p")]);
    check("prohibition p { basis article 5(1) }", &[("P0411", "p")]);
    check("obligation o { must m = done }", &[("P0401", "o")]);
    check("conditions c { label \"nothing\" }", &[("P0411", "c")]);
    check(&with_scoring("exception e to scoring { basis article 5(2) }"), &[("P0411", "e")]);
}

#[test]
fn an_operative_exception_rests_on_more_than_a_recital() {
    check(&with_scoring("exception e to scoring { basis recital 31 element given }"), &[("P0402", "e")]);
    check(&with_scoring("exception e to scoring { recitals 31 element given }"), &[("P0402", "e")]);
    check(&with_scoring("interpretive exception e to scoring { recitals 31 element given }"), &[]);
    check(
        &with_scoring("interpretive support e to scoring { basis article 5(2) element given }"),
        &[("P0403", "article 5(2)")],
    );
    check(&with_scoring("interpretive exception e to scoring { element given }"), &[("P0401", "e")]);
}

#[test]
fn a_target_must_be_there_and_fit() {
    check(
        &with_scoring("exception e to scorin { basis article 5(2) element given }"),
        &[("P0201", "scorin")],
    );
    check(
        &with_scoring(
            "conditions c { element given }\nexception e to c { basis article 5(2) element given }",
        ),
        &[("P0208", "c")],
    );
    check(
        &with_scoring("interpretive exception e to scoring.givn { recitals 31 element given }"),
        &[("P0201", "givn")],
    );
    check(&with_scoring("exception e to scoring { basis article 5(2) subject to cs }"), &[("P0201", "cs")]);
}

#[test]
fn a_target_of_two_kinds_is_ambiguous() {
    let policy = "prohibition x { basis article 5(1) forbids use }\n\
        exclusion x for scoring { basis article 2(3) element given }\n\
        exception e to x { basis article 5(2) element given }";
    check(&with_scoring(policy), &[("P0202", "x")]);
    let candidates = vec!["prohibition x".to_owned(), "exclusion x".to_owned()];
    let ambiguous = NameProblem::Ambiguous { name: "x".into(), candidates };
    assert_eq!(kinds(&with_scoring(policy)), [Kind::Name(ambiguous)]);
}

#[test]
fn what_does_not_exist_in_the_law_cannot_be_cited() {
    check("prohibition p { basis article 5(9) forbids use }", &[("P0203", "article 5(9)")]);
    check("prohibition p { basis gdpr article 9 forbids use }", &[("P0205", "gdpr article 9")]);
}

fn gates_of(policy: &str) -> usize {
    let program = compile_policy(policy).program.expect("compiles");
    let Some(Version { body: Some(body), .. }) = program.prohibitions[0].versions.0.last() else {
        panic!("applies")
    };
    body.gates.len()
}

#[test]
fn a_provision_as_target_means_the_norms_in_it() {
    let gate = |target: &str| {
        gates_of(&with_scoring(&format!("exclusion x for {target} {{ basis article 2(3) element given }}")))
    };
    assert_eq!(gate("ai_act"), 1);
    assert_eq!(gate("article 5"), 1);
    assert_eq!(gate("article 5(1)(b) to (d)"), 1);
    assert_eq!(gate("article 5(1) subparagraph 1"), 1);
    assert_eq!(gate("article 5(1)(c), article 5(1)"), 1);
}

#[test]
fn a_provision_without_norms_is_worth_a_look() {
    check(
        &with_scoring("exclusion x for article 5(1)(d) to (f) { basis article 2(3) element given }"),
        &[("P0408", "article 5(1)(d) to (f)")],
    );
    check(&with_scoring("exclusion x for article 5(1)(a) to (d) { basis article 2(3) element given }"), &[]);
    check(&with_scoring("saving s for article 5(1) subparagraph 1 { without prejudice to article 9 }"), &[]);
    check(
        &with_scoring("saving s for article 5(1) subparagraph 2 { without prejudice to article 9 }"),
        &[("P0408", "article 5(1) subparagraph 2")],
    );
}

#[test]
fn an_exception_to_a_provision_is_none_to_itself() {
    let policy = with_scoring("exception e to article 5 { basis article 5(2) element weighed }");
    let program = compile_policy(&policy).program.expect("compiles");
    let body = program.prohibitions[0].versions.0[0].body.as_ref().expect("applies");
    assert_eq!(body.exceptions.len(), 1);
    assert!(body.exceptions[0].exceptions.is_empty());
}

#[test]
fn exceptions_do_not_rest_on_themselves() {
    let policy = "exception e to f { basis article 5(2) element given }\n\
        exception f to e { basis article 5(2) element given }";
    check(policy, &[("P0207", "e")]);
    check("exception e to e { basis article 5(2) element given }", &[("P0207", "e")]);
}

#[test]
fn a_duty_does_not_rest_on_what_it_supports() {
    let policy = "definition allowed { means given provided that report }\n\
        obligation report { basis article 5(4) when not allowed must report = done }";
    check(policy, &[("P0207", "allowed")]);
}

#[test]
fn a_scope_assumes_nothing() {
    check(
        &with_scoring("scope s for ai_act { basis article 2(1) element guessed }"),
        &[("P0409", "guessed")],
    );
    check(&with_scoring("exclusion s for ai_act { basis article 2(3) element guessed }"), &[]);
}

#[test]
fn parts_have_names_of_their_own() {
    check(
        "prohibition p { basis article 5(1) forbids use element given element given }",
        &[("P0204", "given")],
    );
    check(
        "prohibition p { basis article 5(1) forbids use element conduct = given }",
        &[("P0204", "conduct")],
    );
    check("obligation o { basis article 5(4) must m = done must m = given }", &[("P0204", "m")]);
}

#[test]
fn limits_in_time_are_for_events() {
    let must = |text: &str| format!("obligation o {{ basis article 5(4) must m = {text} }}");
    check(&must("done without undue delay, at the latest 24 hours after conduct.from"), &[]);
    check(&must("given immediately"), &[("P0308", "immediately")]);
    check(&must("done each year"), &[("P0309", "each year")]);
    check(&must("amount"), &[("P0301", "amount")]);
}

#[test]
fn a_name_is_declared_once() {
    check(&with_scoring("prohibition scoring { basis article 5(1) forbids use }"), &[("P0204", "scoring")]);
    check("constraint c { always given }\nconstraint c { always given }", &[("P0204", "c")]);
    let policy = "exception e to scoring { basis article 5(2) applies until 2026-01-01 element given }\n\
        interpretive exception e to scoring { recitals 31 applies from 2026-01-02 element given }";
    check(&with_scoring(policy), &[("P0204", "e")]);
}

#[test]
fn norms_are_ordered_by_the_law() {
    let policy = "prohibition second { basis article 5(1)(d) forbids use }\n\
        prohibition first { basis article 5(1)(a) forbids use }";
    let program = compile_policy(policy).program.expect("compiles");
    let names: Vec<&str> = program.prohibitions.iter().map(|norm| norm.name.as_str()).collect();
    assert_eq!(names, ["first", "second"]);
}

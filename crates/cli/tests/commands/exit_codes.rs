//! How runs end: 0 nothing to report, 1 a finding, 2 no complete answer.

use crate::run::{CLEAN, DOUBTFUL, Folder, NOT_INSPECTED, PROHIBITED, RULES};

#[test]
fn a_sound_policy_passes_the_check() {
    let done = Folder::new().run(&["check", "tiny"]).ends(0);
    assert_eq!(done.out, "tiny: no errors, no warnings\n");
    assert_eq!(done.err, "");
}

#[test]
fn errors_in_a_policy_are_findings_of_check() {
    let folder = Folder::new();
    folder.write("tiny/rules.pol", RULES.replace("= risky\n", "= rusky\n"));
    folder.run(&["check", "tiny"]).ends(1).prints(&[
        "error[P0201]",
        "tiny/rules.pol:38:35",
        "tiny: one error, no warnings\n",
    ]);
}

#[test]
fn on_a_policy_with_errors_nothing_is_decided() {
    let folder = Folder::new();
    folder.write("tiny/rules.pol", RULES.replace("= risky\n", "= rusky\n"));
    folder.eval(CLEAN, &[]).refuses(&["error[P0201]", "tiny/rules.pol:38:35"]);
}

#[test]
fn a_clean_answer_ends_with_0_and_says_nothing() {
    let done = Folder::new().eval(CLEAN, &[]).ends(0);
    assert_eq!(done.err, "");
    assert_eq!(done.json()["summary"]["outcome"], "not_met");
}

#[test]
fn a_prohibition_that_is_met_ends_with_1() {
    let done = Folder::new().eval(PROHIBITED, &[]).ends(1);
    assert_eq!(done.json()["summary"]["outcome"], "prohibited");
}

#[test]
fn a_duty_that_is_violated_ends_with_1() {
    let facts = NOT_INSPECTED.replace("reported: 2026-01-01T12:00:00+01:00", "reported: false");
    let done = Folder::new().eval(&facts, &[]).ends(1);
    assert_eq!(done.json()["summary"]["obligations"]["violated"], 1);
}

#[test]
fn what_is_open_ends_with_0_and_is_counted() {
    let folder = Folder::new();
    folder.eval(DOUBTFUL, &[]).ends(0).tells(&["one undetermined, nothing pending"]);
    let pending = CLEAN.replace("2026-01-31", "2026-01-01T10:00:00+01:00").replace("size: 1", "size: 101");
    let pending = pending.replace("+01:00 }", "+01:00, reported: false }");
    folder.eval(&pending, &[]).ends(0).tells(&["nothing undetermined, one pending"]);
}

#[test]
fn fail_on_names_what_counts_as_a_finding() {
    let folder = Folder::new();
    folder.eval(PROHIBITED, &["--fail-on", "violated"]).ends(0);
    folder.eval(PROHIBITED, &["--fail-on", ""]).ends(0);
    folder.eval(DOUBTFUL, &["--fail-on", "undetermined"]).ends(1);
    folder.eval(DOUBTFUL, &["--fail-on", "prohibited,undetermined"]).ends(1);
    folder.eval(CLEAN, &["--fail-on", "not_met"]).ends(1);
    folder.eval(CLEAN, &["--fail-on", "not_triggered"]).ends(1);
    folder.eval(CLEAN, &["--fail-on", "excepted,out_of_scope,not_applicable,pending,fulfilled"]).ends(0);
    let early = CLEAN.replace("2026-01-01T09:00:00+01:00", "2024-09-01, until: 2024-10-01");
    folder.eval(&early, &["--fail-on", "not_applicable"]).ends(1);
}

#[test]
fn a_wrong_fail_on_says_which_there_are() {
    Folder::new().eval(CLEAN, &["--fail-on", "prohibitd"]).refuses(&[
        "error[P0504]",
        "`--fail-on` cannot be `prohibitd`",
        "`pending`",
        "did you mean `prohibited`?",
    ]);
}

#[test]
fn duties_of_authorities_count_for_them_alone() {
    let folder = Folder::new();
    let done = folder.eval(NOT_INSPECTED, &[]).ends(0);
    let answer = done.json();
    assert_eq!(answer["summary"]["obligations"]["violated"], 0);
    assert_eq!(answer["obligations"].as_array().unwrap().len(), 2, "the other duty is printed all the same");
    folder.eval(NOT_INSPECTED, &["--for", "inspector"]).ends(1);
    folder.eval(NOT_INSPECTED, &["--for", "deployer,inspector"]).ends(1);
    folder.eval(NOT_INSPECTED, &["--for", "deployer"]).ends(0);
}

#[test]
fn usage_ends_with_2() {
    let folder = Folder::new();
    for arguments in [
        &[][..],
        &["eval"],
        &["eval", "tiny"],
        &["evil"],
        &["eval", "tiny", "--facts", "-", "--lang", "fr"],
        &["eval", "tiny", "--facts", "-", "--format", "xml"],
        &["eval", "tiny", "--facts", "-", "--colour"],
        &["check", "tiny", "tiny"],
    ] {
        let done = folder.run(arguments).ends(2);
        assert_eq!(done.out, "");
        assert!(!done.err.is_empty());
    }
}

#[test]
fn help_is_a_result() {
    let folder = Folder::new();
    folder.run(&["--help"]).ends(0).prints(&["Exit codes:", "check", "eval"]);
    folder.run(&["eval", "--help"]).ends(0).prints(&["Examples:", "--fail-on", "not_triggered"]);
    folder.run(&["check", "--help"]).ends(0).prints(&["Examples:"]);
    folder.run(&["--version"]).ends(0).prints(&["policyc 0."]);
}

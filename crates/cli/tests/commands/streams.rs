//! What stands on which stream, and what happens when nobody reads it.

use std::io::Read;
use std::process::Stdio;

use crate::run::{CLEAN, Folder, PROHIBITED};

#[test]
fn without_a_terminal_there_are_no_escapes() {
    let folder = Folder::new();
    folder.write("bad/policy.toml", "[policy]\n");
    folder.write("facts.yaml", PROHIBITED);
    folder.write("bad.yaml", "siz: 1\n");
    for arguments in [
        &["check", "bad"][..],
        &["eval", "bad", "--facts", "facts.yaml"],
        &["eval", "tiny", "--facts", "facts.yaml"],
        &["eval", "tiny", "--facts", "bad.yaml"],
        &["eval", "tiny", "--facts", "facts.yaml", "--format", "markdown"],
        &["--help"],
        &["nothing"],
    ] {
        let done = folder.run(arguments);
        assert!(!done.out.contains('\u{1b}') && !done.err.contains('\u{1b}'), "{done:?}");
    }
}

#[test]
fn colours_can_be_forced_and_forbidden() {
    let folder = Folder::new();
    folder.write("bad.yaml", "siz: 1\n");
    let errors = |name: &str| {
        let output =
            folder.command(&["eval", "tiny", "--facts", "bad.yaml"]).env(name, "1").output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(errors("CLICOLOR_FORCE").contains("\u{1b}["));
    assert!(!errors("NO_COLOR").contains('\u{1b}'));
}

#[test]
fn texts_of_the_input_cannot_steer_a_terminal() {
    let folder = Folder::new();
    let facts = "as_of: 2026-01-31\n\"ri\\e[2Jsky\": true\nrisky: \"\\e[31m\"\nid: \"a\\e]0;b\\a\"\n";
    let done = folder.eval(facts, &[]).refuses(&["P0502", "P0503"]);
    assert!(!done.err.contains(['\u{1b}', '\u{7}']), "{:?}", done.err);
    let note = PROHIBITED.replace("because: a test", "because: \"a \\e[31mtest\\nProhibited\"");
    let done = folder.pipe(&["eval", "tiny", "--facts", "-"], note).ends(1);
    assert!(!done.out.contains('\u{1b}') && done.out.contains("[31mtest Prohibited"), "{}", done.out);
}

#[test]
fn problems_of_facts_stand_on_standard_error_only() {
    Folder::new().eval("siz: 1", &[]).refuses(&["error[P0502]", "--> <stdin>:1:1", "did you mean `size`?"]);
}

#[test]
fn remarks_on_judgements_stand_in_the_answer() {
    let folder = Folder::new();
    let facts = PROHIBITED.replace("{ value: true, because: a test, assessed_by: a tester }", "true");
    let answer = folder.eval(&facts, &[]).ends(1);
    let problem = &answer.json()["problems"][0];
    assert_eq!((&problem["code"], &problem["severity"]), (&"P0516".into(), &"warning".into()));
    assert_eq!((&problem["pointer"], &problem["span"]["start"]["line"]), (&"/risky".into(), &2.into()));
    assert_eq!(answer.err, "", "they are not told twice");
    let note = folder.pipe(&["eval", "tiny", "--facts", "-"], &facts).ends(1).prints(&["P0516", "`risky`"]);
    assert_eq!(note.err, "");
}

#[test]
fn warnings_of_a_policy_are_read_with_check_and_counted_by_eval() {
    let folder = Folder::new();
    folder.write("tiny/policy.toml", crate::run::MANIFEST.replace("[\"en\"]", "[\"en\", \"nl\"]"));
    folder.write("tiny/i18n/nl.ftl", "fact-gone =\n    .ask = Is het weg?\n");
    folder.run(&["check", "tiny"]).ends(0).prints(&["warning[P0413]", "warning[P0414]", "no errors, "]);
    let done = folder.eval(CLEAN, &[]).ends(0);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    done.tells(&["tiny: no errors, ", " warnings"]);
}

#[test]
fn a_pipe_that_is_closed_ends_a_run_quietly() {
    let folder = Folder::new();
    folder.write("facts.yaml", CLEAN);
    let lines = "{\"as_of\":\"2026-01-31\"}\n".repeat(500);
    folder.write("lines.ndjson", lines);
    for (arguments, code) in [
        (&["eval", "tiny", "--facts", "facts.yaml", "--format", "json"][..], 0),
        (&["eval", "tiny", "--facts", "facts.yaml"], 0),
        (&["eval", "tiny", "--facts", "lines.ndjson", "--batch"], 0),
        (&["check", "tiny"], 0),
        (&["--help"], 0),
    ] {
        let mut child = folder.command(arguments).stdin(Stdio::null()).spawn().unwrap();
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(code), ""), "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_ends_with_2() {
    let folder = Folder::new();
    folder.write("facts.yaml", CLEAN);
    folder.write("lines.ndjson", "{\"as_of\":\"2026-01-31\"}\n");
    for arguments in [
        &["eval", "tiny", "--facts", "facts.yaml", "--format", "json"][..],
        &["eval", "tiny", "--facts", "lines.ndjson", "--batch"],
        &["check", "tiny"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(arguments).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(told, "no space left on device\n", "{arguments:?}");
    }
}

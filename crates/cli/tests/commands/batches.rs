//! `eval --batch`: a system a line, an answer a line.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::Value;

use crate::run::{Done, Folder};

const CLEAN: &str = r#"{"id":"a","as_of":"2026-01-31","risky":false,"doubtful":false,"size":1,"conduct":[]}"#;
const PROHIBITED: &str = r#"{"id":"b","as_of":"2026-01-31","risky":true,"size":1,"conduct":[{"kind":"use","operator":"deployer","from":"2026-01-01"}]}"#;

fn batch(input: impl AsRef<[u8]>, flags: &[&str]) -> Done {
    Folder::new().pipe(&[&["eval", "tiny", "--facts", "-", "--batch"], flags].concat(), input)
}

/// The lines by number, id, outcome and codes of problems.
fn table(done: &Done) -> Vec<(u64, Value, Value, Vec<String>)> {
    let row = |line: &Value| {
        let problems = line["problems"].as_array().unwrap().iter();
        let codes = problems.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect();
        let outcome = line["result"]["summary"]["outcome"].clone();
        (line["line"].as_u64().unwrap(), line["id"].clone(), outcome, codes)
    };
    done.lines().iter().map(row).collect()
}

#[test]
fn each_line_has_its_answer() {
    let done = batch(format!("{CLEAN}\n{PROHIBITED}\n"), &[]).ends(1);
    assert_eq!(
        table(&done),
        [(1, "a".into(), "not_met".into(), vec![]), (2, "b".into(), "prohibited".into(), vec![])]
    );
    assert_eq!(done.err, "");
    batch(format!("{CLEAN}\n{CLEAN}"), &["--format", "json"]).ends(0);
    batch(format!("{PROHIBITED}\n"), &["--fail-on", "violated"]).ends(0);
    assert_eq!(batch("", &[]).ends(0).out, "");
}

#[test]
fn a_batch_goes_on_past_a_bad_line() {
    let bad = r#"{"id":"x","as_of":"2026-01-31","siz":1}"#;
    let done = batch(format!("{CLEAN}\n{bad}\n{{\"id\":7\n[1]\n{PROHIBITED}\n"), &[]).ends(2);
    assert_eq!(
        table(&done),
        [
            (1, "a".into(), "not_met".into(), vec![]),
            (2, "x".into(), Value::Null, vec!["P0502".into()]),
            (3, Value::Null, Value::Null, vec!["P0501".into()]),
            (4, Value::Null, Value::Null, vec!["P0514".into(), "P0503".into()]),
            (5, "b".into(), "prohibited".into(), vec![]),
        ]
    );
    let problem = &done.lines()[1]["problems"][0];
    assert_eq!((&problem["pointer"], &problem["span"]["file"]), (&"/siz".into(), &"<stdin>:2".into()));
    done.tells(&["5 lines read, 3 refused, none undetermined"]);
}

#[test]
fn the_clock_is_never_taken() {
    let undated = CLEAN.replace("\"as_of\":\"2026-01-31\",", "");
    let done = batch(format!("{undated}\n{CLEAN}\n{undated}\n"), &[]).ends(2);
    let codes: Vec<_> = table(&done).into_iter().map(|row| row.3).collect();
    assert_eq!(codes, [vec!["P0514"], vec![], vec!["P0514"]]);
    let done = batch(format!("{undated}\n"), &["--as-of", "2026-02-01"]).ends(0);
    assert_eq!(done.lines()[0]["result"]["as_of"]["from"], "flag");
}

#[test]
fn line_ends_marks_and_blank_lines_are_taken_as_they_come() {
    let done = batch(format!("\u{feff}{CLEAN}\r\n\r\n  \t\n{CLEAN}\r\n\n{CLEAN}"), &[]).ends(0);
    let rows: Vec<_> = table(&done).into_iter().map(|row| (row.0, row.1, row.2)).collect();
    let clean = |line: u64| (line, Value::from("a"), Value::from("not_met"));
    assert_eq!(rows, [clean(1), clean(4), clean(6)]);
    assert_eq!(batch("\u{feff}\r\n \n", &[]).ends(0).out, "");
}

#[test]
fn a_line_that_is_not_utf8_is_refused_where_it_is_not() {
    let mut input = format!("{CLEAN}\n").into_bytes();
    input.extend_from_slice(b"{\"id\":\"caf\xe9\"}\n");
    input.extend_from_slice(CLEAN.as_bytes());
    let done = batch(input, &[]).ends(2);
    assert_eq!(table(&done)[1], (2, Value::Null, Value::Null, vec!["P0112".into()]));
    let span = &done.lines()[1]["problems"][0]["span"];
    assert_eq!((&span["file"], &span["start"]["column"]), (&"<stdin>:2".into(), &11.into()));
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = "x".repeat(8 * 1024 * 1024 + 1);
    let done = batch(format!("{CLEAN}\n{long}\n{CLEAN}\n{long}"), &[]).ends(2);
    let rows: Vec<_> = table(&done).into_iter().map(|row| (row.0, row.3)).collect();
    let too_large = vec!["P0513".to_owned()];
    assert_eq!(rows, [(1, vec![]), (2, too_large.clone()), (3, vec![]), (4, too_large)]);
}

#[test]
fn facts_that_break_a_constraint_are_refused() {
    let bad = PROHIBITED.replace("2026-01-01\"}", "2026-01-02\",\"until\":\"2026-01-01\"}");
    let done = batch(format!("{bad}\n{CLEAN}\n"), &[]).ends(2);
    assert_eq!(table(&done)[0], (1, "b".into(), Value::Null, vec!["P0511".into()]));
    assert_eq!(table(&done)[1].2, "not_met");
}

#[test]
fn a_batch_has_one_input_and_one_format() {
    let folder = Folder::new();
    let check = |flags: &[&str], text: &str| {
        let done = folder.pipe(&[&["eval", "tiny", "--batch"], flags].concat(), CLEAN);
        done.refuses(&["error[P0523]", text]);
    };
    check(&["--facts", "a", "--facts", "b"], "`--batch --facts` cannot be `a --facts b`");
    check(&["--facts", "-", "--format", "text"], "`--batch --format` cannot be `text`");
    check(&["--facts", "-", "--format", "markdown"], "`--batch --format` cannot be `markdown`");
    folder
        .run(&["eval", "tiny", "--batch", "--facts", "none"])
        .refuses(&["error[P0518]", "`none` cannot be read"]);
    folder
        .run(&["eval", "tiny", "--batch", "--facts", "tiny"])
        .refuses(&["error[P0518]", "`tiny` cannot be read"]);
}

/// An answer is there as soon as its line is: whoever feeds the run can wait
/// for it. And memory does not grow with the lines.
#[test]
fn answers_come_line_by_line_in_memory_that_does_not_grow() {
    let folder = Folder::new();
    let mut command = folder.command(&["eval", "tiny", "--facts", "-", "--batch"]);
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut answer = String::new();
    let mut ask = |times: usize| {
        for _ in 0..times {
            writeln!(input, "{PROHIBITED}").unwrap();
            input.flush().unwrap();
            answer.clear();
            answers.read_line(&mut answer).unwrap();
            assert!(answer.ends_with("}\n"));
        }
    };
    ask(500);
    let early = resident(child.id());
    ask(10_000);
    let late = resident(child.id());
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    if let (Some(early), Some(late)) = (early, late) {
        assert!(late <= early + 4096, "grew from {early} to {late} KiB");
    }
}

/// The memory of a process in KiB, where the system tells.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

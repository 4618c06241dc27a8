//! What flags choose: readings, assumptions, the moment, what is reported, in
//! which language, and which package.

use crate::run::{CLEAN, DOUBTFUL, Folder, NOT_INSPECTED, PROHIBITED};

#[test]
fn a_reading_is_picked_by_flag_profile_or_facts() {
    let folder = Folder::new();
    let picked = |flags: &[&str], facts: &str| {
        let answer = folder.eval(facts, flags).json();
        (answer["summary"]["outcome"].clone(), answer["readings"]["how_risky"].clone())
    };
    let wide = |from: &str| serde_json::json!({ "reading": "wide", "from": from });
    let in_facts = format!("{DOUBTFUL}readings: {{ how_risky: wide }}\n");
    assert_eq!(picked(&[], DOUBTFUL), ("undetermined".into(), serde_json::Value::Null));
    assert_eq!(picked(&["--reading", "how_risky=wide"], DOUBTFUL), ("prohibited".into(), wide("flag")));
    assert_eq!(picked(&["--profile", "strict"], DOUBTFUL), ("prohibited".into(), wide("profile")));
    assert_eq!(picked(&[], &in_facts), ("prohibited".into(), wide("facts")));
    let (outcome, pick) = picked(&["--profile", "strict", "--reading", "how_risky=strict_words"], &in_facts);
    assert_eq!((outcome, pick["reading"].clone()), ("not_met".into(), "strict_words".into()));
}

#[test]
fn names_that_the_policy_does_not_have_are_refused() {
    let folder = Folder::new();
    let check = |flags: &[&str], texts: &[&str]| {
        folder.eval(CLEAN, flags).refuses(texts);
    };
    check(&["--norm", "risc"], &["P0515", "no norm `risc`", "did you mean `risk`?"]);
    check(&["--reading", "how_rsky=wide"], &["P0515", "no issue `how_rsky`", "did you mean `how_risky`?"]);
    check(&["--reading", "how_risky=wyde"], &["P0515", "no reading `wyde`", "did you mean `wide`?"]);
    check(&["--reading", "how_risky"], &["P0523", "`--reading` cannot be `how_risky`"]);
    check(&["--profile", "strikt"], &["P0515", "no profile `strikt`", "did you mean `strict`?"]);
    check(&["--for", "inspecter"], &["P0515", "no role `inspecter`", "did you mean `inspector`?"]);
    // Everything that is wrong is told at once.
    check(&["--norm", "x", "--for", "y", "--as-of", "z"], &["norm `x`", "role `y`", "`z` is not a date"]);
}

#[test]
fn assumptions_can_be_turned_off() {
    let folder = Folder::new();
    let with = folder.eval(PROHIBITED, &[]).ends(1).json();
    assert_eq!(with["outcomes"][0]["cases"][0]["assumed"][0]["fact"], "sealed");
    let without = folder.eval(PROHIBITED, &["--no-assumptions"]).ends(0).json();
    assert_eq!(without["outcomes"][0]["outcome"], "undetermined");
    assert_eq!(without["outcomes"][0]["cases"][0]["needs"][0]["name"], "sealed");
}

#[test]
fn as_of_is_a_day_or_an_instant_and_wins_over_the_facts() {
    let folder = Folder::new();
    let as_of = |flags: &[&str]| folder.eval(CLEAN, flags).ends(0).json()["as_of"].clone();
    let expected = |instant: &str, from: &str| serde_json::json!({ "instant": instant, "from": from });
    assert_eq!(as_of(&[]), expected("2026-01-31T23:59:59+01:00", "facts"));
    assert_eq!(as_of(&["--as-of", "2026-07-01"]), expected("2026-07-01T23:59:59+02:00", "flag"));
    assert_eq!(as_of(&["--as-of", "2026-07-01T10:00:00Z"]), expected("2026-07-01T12:00:00+02:00", "flag"));
}

#[test]
fn an_as_of_that_is_no_moment_is_refused() {
    let folder = Folder::new();
    for text in ["2026-02-30", "2026-07-01T10:00:00", "tomorrow", "", "2026", "01-07-2026"] {
        let title = format!("`{text}` is not a date or time");
        folder.eval(CLEAN, &["--as-of", text]).refuses(&["error[P0505]", &title, "write `2026-12-02`"]);
    }
}

#[test]
fn without_a_date_the_clock_is_taken_and_told() {
    let folder = Folder::new();
    let facts = CLEAN.replace("as_of: 2026-01-31\n", "");
    let done = folder.eval(&facts, &[]).ends(0).tells(&["no date was given: assessed as of now, 20"]);
    assert_eq!(done.json()["as_of"]["from"], "clock");
}

#[test]
fn one_norm_is_reported_on() {
    let folder = Folder::new();
    let names = |answer: &serde_json::Value, key: &str| {
        let norms = answer[key].as_array().unwrap().iter();
        norms.map(|norm| norm["norm"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let risk = folder.eval(PROHIBITED, &["--norm", "risk"]).ends(1).json();
    assert_eq!((names(&risk, "outcomes"), names(&risk, "obligations")), (vec!["risk".into()], vec![]));
    let report = folder.eval(PROHIBITED, &["--norm", "report"]).ends(0).json();
    assert_eq!((names(&report, "outcomes"), names(&report, "obligations")), (vec![], vec!["report".into()]));
    assert_eq!(report["summary"]["outcome"], serde_json::Value::Null);
}

#[test]
fn files_of_facts_are_merged_and_one_fact_is_given_once() {
    let folder = Folder::new();
    folder.write("system.yaml", CLEAN.replace("doubtful: false\n", ""));
    folder.write("more.json", r#"{ "doubtful": true }"#);
    folder.write("again.yml", "size: 3\n");
    let done =
        folder.run(&["eval", "tiny", "--facts", "system.yaml", "--facts", "more.json", "--format", "json"]);
    assert_eq!(done.ends(0).json()["summary"]["outcome"], "undetermined");
    folder.run(&["eval", "tiny", "--facts", "system.yaml", "--facts", "again.yml"]).refuses(&[
        "error[P0508]",
        "`size` is given in two files",
        "--> again.yml:1:1",
        "::: system.yaml:3:1",
        "the first one",
    ]);
    let one = folder
        .pipe(&["eval", "tiny", "--facts", "again.yml", "--facts", "-", "--norm", "risk"], "doubtful: no");
    one.refuses(&["error[P0503]", "--> <stdin>:1:11"]);
    folder
        .pipe(&["eval", "tiny", "--facts", "-", "--facts", "-"], CLEAN)
        .refuses(&["error[P0523]", "`--facts`"]);
}

#[test]
fn the_format_of_facts_goes_by_name_then_by_how_they_begin() {
    let folder = Folder::new();
    folder.eval("\u{feff}\n {\"as_of\": \"2026-01-31\", \"size\": 01}", &[]).refuses(&["read as JSON"]);
    folder.eval("as_of: 2026-01-31\nsize: [", &[]).refuses(&["read as YAML"]);
    folder.write("facts.json", "as_of: 2026-01-31\n");
    folder.run(&["eval", "tiny", "--facts", "facts.json"]).refuses(&["read as JSON", "--> facts.json:1:1"]);
}

#[test]
fn messages_and_reports_are_written_in_dutch() {
    let folder = Folder::new();
    let done = folder.pipe(&["eval", "tiny", "--facts", "-", "--lang", "nl"], DOUBTFUL).ends(0);
    done.prints(&["artikel 1 van Verordening (EU) 2024/1"]).tells(&["niet vast te stellen: 1"]);
    folder
        .pipe(&["eval", "tiny", "--facts", "-", "--lang", "nl"], "siz: 1")
        .refuses(&["fout[P0502]", "bedoelt u `size`?"]);
    folder.run(&["check", "tiny", "--lang", "nl"]).ends(0).prints(&["tiny: geen fouten"]);
    folder.run(&["check", "nowhere", "--lang", "nl"]).refuses(&["fout[P0519]"]);
    assert_eq!(folder.eval(CLEAN, &["--lang", "nl"]).json()["language"], "nl");
}

#[test]
fn the_package_is_the_nearest_one_upward() {
    let folder = Folder::new();
    folder.write("tiny/cases/2026/facts.yaml", CLEAN);
    let mut command = folder.command(&["eval", "--facts", "facts.yaml"]);
    let output = command.current_dir(folder.path("tiny/cases/2026")).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    for package in ["tiny", "./tiny", "tiny/", "./tiny/.", "tiny/cases/.."] {
        folder.run(&["check", package]).ends(0).prints(&["tiny: no errors"]);
    }
    for package in [".", "./"] {
        let mut command = folder.command(&["check", package]);
        let output = command.current_dir(folder.path("tiny")).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "tiny: no errors, no warnings\n");
    }
}

#[test]
fn a_note_is_written_in_text_or_markdown() {
    let folder = Folder::new();
    folder
        .pipe(&["eval", "tiny", "--facts", "-"], NOT_INSPECTED)
        .ends(0)
        .prints(&["File note: tiny 0.1.0\n====", "Article 4 of Regulation (EU) 2024/1"]);
    let done = folder.pipe(&["eval", "tiny", "--facts", "-", "--format", "markdown"], NOT_INSPECTED);
    done.ends(0).prints(&["# File note: tiny 0.1.0", "\n## Summary"]);
}

//! Facts that do not fit: each problem has its code, its place and a way out,
//! nothing is decided, and nothing ends in a panic or without end.

use crate::run::{CLEAN, Folder};

/// Decides facts that are refused with these texts.
#[track_caller]
fn refused(facts: &str, texts: &[&str]) {
    Folder::new().eval(facts, &[]).refuses(texts);
}

/// The same for a file.
#[track_caller]
fn file_refused(name: &str, facts: impl AsRef<[u8]>, texts: &[&str]) {
    let folder = Folder::new();
    folder.write(name, facts);
    folder.run(&["eval", "tiny", "--facts", name]).refuses(texts);
}

#[test]
fn a_file_cannot_be_read() {
    let folder = Folder::new();
    let check = |path: &str, reason: &str| {
        let title = format!("error[P0518]: `{path}` cannot be read");
        folder.run(&["eval", "tiny", "--facts", path]).refuses(&[&title, reason, "= help: check the path"]);
    };
    check("gone.yaml", "no such file");
    check("tiny", "directory");
    check("tiny/rules.pol/x", "not a directory");
}

#[test]
fn a_file_is_not_utf8() {
    file_refused(
        "a.yaml",
        b"size: 1\nid: caf\xe9\n",
        &["error[P0112]", "--> a.yaml:2:8", "save it as UTF-8"],
    );
    file_refused("a.json", b"\xff\xfe{\0}\0", &["error[P0112]", "--> a.json:1:1", "save it as UTF-8"]);
}

#[test]
fn byte_order_marks_and_line_ends_make_no_difference() {
    let folder = Folder::new();
    folder.eval(&format!("\u{feff}{}", CLEAN.replace('\n', "\r\n")), &[]).ends(0);
    folder.eval("\u{feff}{\r\n\"as_of\": \"2026-01-31\",\r\n\"conduct\": []}\r\n", &[]).ends(0);
}

#[test]
fn a_file_is_too_large() {
    let text = "x".repeat(8 * 1024 * 1024);
    let texts = ["error[P0513]: the facts are larger than 8 MiB", ":1:1", "= help: give the facts of one"];
    file_refused("a.json", format!("{{\"id\":\"{text}\"}}"), &texts);
    file_refused("a.yaml", format!("id: {text}"), &texts);
    file_refused("a.yaml", format!("id: {}", text.replace('x', "é")), &texts);
    #[cfg(unix)]
    Folder::new().run(&["eval", "tiny", "--facts", "/dev/zero"]).refuses(&["error[P0513]"]);
}

#[test]
fn nesting_has_an_end() {
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    let texts =
        ["error[P0512]: objects and lists are nested deeper than 128 levels", "<stdin>:1:", "= help: take"];
    refused(&format!("{{\"size\":{open}{close}}}"), &texts);
    refused(&format!("{{\"size\":{open}"), &texts);
    refused(&"{\"a\":".repeat(10_000), &texts);
    // The reader of YAML has a limit of its own, which some of these meet first.
    refused(&format!("size: {open}{close}"), &["error[P05", "<stdin>:1:", "= help:"]);
    refused(&format!("size: {}1", "- ".repeat(10_000)), &["error[P05", "<stdin>:1:", "= help:"]);
    refused(&format!("size:\n  {}1", "- ".repeat(10_000)), &["error[P0512]", "<stdin>:2:", "= help:"]);
    let steps: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    refused(&steps, &["error[P0512]", "= help:"]);
}

#[test]
fn what_is_not_the_format_is_refused_where_it_is_not() {
    for (facts, place) in [
        ("{\"size\": 1,}", ":1:12"),
        ("{\"size\": 1} more", ":1:13"),
        ("{\"size\": 'a'}", ":1:10"),
        ("{\"id\": \"\\ud800\"}", ":1:8"),
        ("{\"id\": \"a\nb\"}", ":1:10"),
        ("{\"size\"", ":1:"),
    ] {
        refused(facts, &["error[P0501]: this cannot be read as JSON", place, "= help: correct the text"]);
    }
    for (facts, place) in [
        ("size: [1", ":1:"),
        ("as_of: 2026-01-31\n\tsize: 1\n", ":"),
        ("size: 1\n size: 2\n", ":"),
        ("id: \"a", ":"),
        ("\0", ":1:1"),
        ("%YAML 9\n", ":"),
    ] {
        refused(facts, &["error[P0501]: this cannot be read as YAML", place, "= help: correct the text"]);
    }
}

#[test]
fn empty_facts() {
    file_refused("a.json", "", &["error[P0501]", "--> a.json:1:1", "= help:"]);
    // An empty document of YAML is one that says nothing.
    let folder = Folder::new();
    for facts in ["", "\n\n", "# nothing yet\n", "---\n", "null", "{}"] {
        folder.eval(facts, &["--as-of", "2026-01-31"]).ends(0).tells(&["undetermined"]);
    }
}

#[test]
fn facts_are_an_object() {
    for facts in ["[]", "- 1", "words", "3", "true", "\"size\""] {
        refused(facts, &["error[P0503]: `facts` is not of type `object`", "<stdin>:1:1", "= help:"]);
    }
}

#[test]
fn unknown_facts() {
    refused("siz: 1", &["error[P0502]", "no fact `siz`", "<stdin>:1:1", "did you mean `size`?"]);
    refused("weather: 1", &["error[P0502]", "no fact `weather`", "policyc schema"]);
    refused(
        "conduct:\n- { kind: use, reportd: true }",
        &["error[P0502]", "<stdin>:2:16", "did you mean `conduct.reported`?"],
    );
    refused("<<: { size: 1 }", &["error[P0501]", "<stdin>:1:1", "a merge key"]);
}

#[test]
fn wrong_types() {
    for (facts, title) in [
        ("risky: maybe", "`risky` is not of type `judgement`"),
        ("doubtful: 1", "`doubtful` is not of type `bool`"),
        ("doubtful: yes", "`doubtful` is not of type `bool`"),
        ("size: \"1\"", "`size` is not of type `integer`"),
        ("size: 1.5", "`size` is not of type `integer`"),
        ("size: []", "`size` is not of type `integer`"),
        ("size: .nan", "`size` is not of type `integer`"),
        ("conduct: 3", "`conduct` is not of type"),
        ("conduct: [3]", "`conduct` is not of type"),
        ("conduct: [{ kind: use, reported: soon }]", "`conduct.reported` is not of type `event`"),
        ("as_of: soon", "`as_of` is not of type"),
        ("id: 3", "`id` is not of type `text`"),
        ("readings: wide", "`readings` is not of type `object`"),
    ] {
        refused(facts, &["error[P0503]", title, "<stdin>:1:", "= help: write"]);
    }
}

#[test]
fn times_that_no_calendar_has() {
    for text in ["2026-02-30", "2026-13-01", "2025-02-29", "2026-01-01T25:00:00Z", "2026-01-01T10:00:00"] {
        let title = format!("`{text}` is not a date or time");
        let texts = ["error[P0505]", &title, "= help: write `2026-12-02`"];
        refused(&format!("as_of: {text}"), &texts);
        refused(&format!("conduct: [{{ kind: use, from: {text} }}]"), &texts);
        refused(&format!("conduct: [{{ kind: use, reported: {text} }}]"), &texts);
    }
}

#[test]
fn numbers_out_of_range() {
    for number in ["99999999999999999999", "-99999999999999999999"] {
        let title = format!("the number `{number}` is too large");
        refused(&format!("size: {number}"), &["error[P0506]", &title, "<stdin>:1:7", "= help:"]);
        refused(&format!("{{\"size\": {number}}}"), &["error[P0506]", &title, "<stdin>:1:10", "= help:"]);
    }
}

#[test]
fn one_key_twice() {
    let texts = ["error[P0507]: the key `size`", "the first one", "once more", "= help: keep one"];
    refused("size: 1\nsize: 2\n", &texts);
    refused("{\"size\": 1, \"size\": 1}", &texts);
    // The first one is shown where it is, and not in a file of the policy.
    let done = Folder::new().eval("size: 1\nsize: 2\n", &[]).refuses(&["--> <stdin>:2:1"]);
    assert!(!done.err.contains("tiny/"), "{}", done.err);
}

#[test]
fn one_id_twice() {
    refused(
        "conduct:\n- { id: u, kind: use }\n- { id: u, kind: use }\n",
        &["error[P0521]: the id `u` stands twice", "<stdin>:3:9", "the first one", "= help: give each"],
    );
}

#[test]
fn aliases_that_explode() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for step in 1..12 {
        let before = step - 1;
        bomb += &format!("a{step}: &a{step} [{}]\n", vec![format!("*a{before}"); 9].join(", "));
    }
    refused(&bomb, &["error[P0513]", "an alias counts as all that it stands for"]);
    refused("size: &a [*a]", &["error[P0501]", "<stdin>:1:11", "an alias within"]);
    refused("size: *nothing", &["error[P0501]", "<stdin>:1:7", "unknown anchor"]);
    let folder = Folder::new();
    folder.eval("as_of: 2026-01-31\nsize: &s 3\nconduct: []\ndoubtful: &d false\nsealed: *d\n", &[]).ends(0);
}

#[test]
fn tags_and_further_documents() {
    refused("size: !!int 1", &["error[P0501]", "<stdin>:1:7", "a tag"]);
    refused("size: !!python/object:os.system x", &["error[P0501]", "<stdin>:1:7", "a tag"]);
    refused("size: 1\n---\nsize: 2\n", &["error[P0501]", "<stdin>:2:1", "more than one document"]);
}

#[test]
fn values_that_an_enum_does_not_have() {
    refused(
        "conduct:\n- { kind: usee }",
        &[
            "error[P0504]: `conduct.kind` cannot be `usee`",
            "<stdin>:2:11",
            "it can be `use`",
            "did you mean `use`?",
        ],
    );
    refused(
        "conduct:\n- { operator: king }",
        &["error[P0504]", "<stdin>:2:15", "it can be `deployer` and `inspector`"],
    );
}

#[test]
fn readings_that_the_policy_does_not_have() {
    refused("readings: { how_rsky: wide }", &["error[P0515]", "<stdin>:1:13", "did you mean `how_risky`?"]);
    refused("readings: { how_risky: wyde }", &["error[P0515]", "<stdin>:1:24", "did you mean `wide`?"]);
}

#[test]
fn events_that_cannot_be() {
    let facts = |event: &str| {
        format!("as_of: 2026-01-31\nconduct:\n- {{ kind: use, from: 2026-01-01, reported: {event} }}\n")
    };
    refused(
        &facts("2026-02-01"),
        &[
            "error[P0509]",
            "`conduct.reported` lies after the moment of assessment",
            "<stdin>:3:44",
            "`--as-of`",
        ],
    );
    refused(
        &facts("{ by: 2026-01-05, not_by: 2026-01-10 }"),
        &["error[P0510]", "`conduct.reported` has bounds that exclude each other", "<stdin>:3:44", "= help:"],
    );
    let folder = Folder::new();
    folder.eval(&facts("2026-02-01"), &["--as-of", "2026-03-01"]).ends(0);
}

#[test]
fn facts_that_break_a_constraint() {
    refused(
        "as_of: 2026-01-31\nconduct: [{ id: u, kind: use, from: 2026-01-02, until: 2026-01-01 }]",
        &[
            "error[P0511]: the facts do not fit the constraint `ends_after_it_starts`",
            "this concerns the conduct `u`",
            "= help: correct `conduct.until` or `conduct.from`",
        ],
    );
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    refused("siz: 1\nrisky: 3\nas_of: 2026-02-30\n", &["P0502", "P0503", "P0505"]);
    let many: String = (0..5_000).map(|number| format!("fact_{number}: 1\n")).collect();
    let done = Folder::new().eval(&many, &[]).refuses(&["no fact `fact_0`"]);
    assert!(done.err.matches("P0502").count() <= 1_000);
}

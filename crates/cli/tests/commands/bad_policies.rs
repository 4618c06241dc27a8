//! Packages that are no packages, or hold what is no policy: each has its
//! code, its place and a way out, and none ends in a panic or without end.

use crate::run::{CLEAN, Done, Folder, MANIFEST, RULES};

/// Checks `tiny` with one file more.
fn with(name: &str, text: impl AsRef<[u8]>) -> Done {
    let folder = Folder::new();
    folder.write(&format!("tiny/{name}"), text);
    folder.run(&["check", "tiny"])
}

/// A definition of what is nested in this way.
fn nested(before: &str, after: &str) -> String {
    let (before, after) = (before.repeat(10_000), after.repeat(10_000));
    format!("definition deep {{\n  basis article 1\n  means {before}doubtful{after}\n}}\n")
}

#[test]
fn there_is_no_package() {
    let folder = Folder::new();
    folder.write("empty/notes.txt", "");
    for package in ["empty", "nowhere", "tiny/rules.pol/x", "."] {
        let title = format!("there is no `policy.toml` in `{package}` or above it");
        let way_out = "name the folder of the package";
        folder.run(&["check", package]).refuses(&["error[P0519]", &title, way_out]);
        folder.run(&["eval", package, "--facts", "-"]).refuses(&["error[P0519]", &title, way_out]);
    }
    folder.run(&["check"]).refuses(&["error[P0519]", "in `.` or above it"]);
}

#[test]
fn a_folder_within_a_package_is_not_the_package() {
    let folder = Folder::new();
    folder.write("tiny/cases/facts.yaml", CLEAN);
    folder
        .run(&["check", "tiny/cases"])
        .refuses(&["error[P0518]", "`tiny/cases/policy.toml` cannot be read"]);
    folder.run(&["check", "tiny/rules.pol"]).refuses(&["error[P0518]", "`tiny/rules.pol/policy.toml`"]);
}

#[test]
fn a_manifest_that_is_a_folder_is_none() {
    let folder = Folder::new();
    folder.write("odd/policy.toml/x", "");
    folder.run(&["check", "odd"]).refuses(&["error[P0519]"]);
}

#[test]
fn the_manifest_is_broken() {
    let folder = Folder::new();
    for (text, place) in [
        ("x = [", "policy.toml:1:"),
        ("", "policy.toml:1:1"),
        ("[policy]\nname = \"a\"\n", "policy.toml:1:1"),
        ("[policy]\nname = 3\nversion = \"1\"\n", "policy.toml:2:8"),
        ("[policy]\nname = \"a\"\nname = \"b\"\n", "policy.toml:3:1"),
    ] {
        folder.write("odd/policy.toml", text);
        folder.run(&["check", "odd"]).ends(1).prints(&["error[P0522]", place, "odd: one error"]);
        folder.run(&["eval", "odd", "--facts", "-"]).refuses(&["error[P0522]", place]);
    }
}

#[test]
fn a_file_is_not_utf8() {
    with("more.pol", b"definition caf\xe9 {\n}\n").ends(1).prints(&[
        "error[P0112]: the file is not UTF-8 text",
        "--> tiny/more.pol:1:1",
        "save it as UTF-8",
    ]);
    with("policy.toml", b"\xff\xfe[\0").ends(1).prints(&["error[P0112]", "--> tiny/policy.toml:1:1"]);
}

#[test]
fn a_file_is_too_large() {
    for text in ["#".repeat(8 * 1024 * 1024 + 1), format!("#{}", "é".repeat(5 * 1024 * 1024))] {
        with("more.pol", text).ends(1).prints(&[
            "error[P0105]: the file is larger than 8 MiB",
            "--> tiny/more.pol:1:1",
            "divide it over several files",
        ]);
    }
    with("more.pol", "#".repeat(8 * 1024 * 1024)).ends(0);
}

#[test]
fn byte_order_marks_and_line_ends_make_no_difference() {
    let folder = Folder::new();
    folder.write("tiny/policy.toml", format!("\u{feff}{}", MANIFEST.replace('\n', "\r\n")));
    folder.write("tiny/rules.pol", format!("\u{feff}{}", RULES.replace('\n', "\r\n")));
    folder.run(&["check", "tiny"]).ends(0).prints(&["tiny: no errors, no warnings"]);
    folder.eval(CLEAN, &[]).ends(0);
}

#[test]
fn an_empty_file_says_nothing() {
    with("more.pol", "").ends(0);
    with("more.pol", "\n  \n# only a remark").ends(0);
}

#[test]
fn nesting_has_an_end() {
    for text in [
        nested("(", ")"),
        nested("not ", ""),
        nested("(not ", ")"),
        nested("(", ""),
        nested("any of {\n(a) ", "\n}"),
    ] {
        let done = with("deep.pol", text).ends(1).prints(&["--> tiny/deep.pol:", "tiny: "]);
        assert!(done.out.contains("error[P01"), "{}", &done.out[..500]);
    }
    with("deep.pol", nested("(", ")")).prints(&[
        "error[P0104]",
        "deeper than 128 levels",
        "= help: move a part",
    ]);
}

#[test]
fn a_long_formula_is_not_a_deep_one() {
    let folder = Folder::new();
    let text = format!(
        "definition long {{\n  basis article 1\n  means doubtful{}\n}}\n",
        " or doubtful".repeat(10_000)
    );
    folder.write("tiny/long.pol", text);
    folder.write("tiny/rules.pol", RULES.replace("= risky\n", "= risky or long\n"));
    assert_eq!(folder.eval(CLEAN, &[]).ends(0).json()["summary"]["outcome"], "not_met");
}

#[test]
fn a_chain_of_definitions_has_an_end() {
    let mut text = String::new();
    for number in 0..2_000 {
        let next = number + 1;
        text += &format!("definition d{number} {{\n  basis article 1\n  means d{next} and doubtful\n}}\n");
    }
    text += "definition d2000 {\n  basis article 1\n  means doubtful\n}\n";
    with("chain.pol", text).ends(1).prints(&["error[P0412]", "--> tiny/chain.pol:"]);
}

/// `tiny` with a chain of definitions that each use the next one twice.
fn doubling(steps: usize) -> Folder {
    let folder = Folder::new();
    let mut text = format!("definition d{steps} {{\n  basis article 1\n  means doubtful\n}}\n");
    for step in 0..steps {
        let next = format!("d{}", step + 1);
        text += &format!(
            "definition d{step} {{\n  basis article 1\n  means ({next} and size > {step}) or ({next} and sealed)\n}}\n"
        );
    }
    folder.write("tiny/chain.pol", text);
    folder.write("tiny/rules.pol", RULES.replace("= risky\n", "= risky or d0\n"));
    folder
}

#[test]
fn formulas_that_double_at_each_step_have_an_end() {
    let folder = doubling(8);
    folder.eval(CLEAN, &[]).ends(0);
    let open = "as_of: 2026-01-31\nconduct: [{ kind: use, operator: deployer, from: 2026-01-01 }]";
    assert_eq!(folder.eval(open, &[]).ends(0).json()["summary"]["outcome"], "undetermined");
    doubling(30).run(&["check", "tiny"]).ends(1).prints(&[
        "error[P0416]",
        "--> tiny/rules.pol:32:13",
        "= help:",
    ]);
}

#[test]
fn packages_may_depend_on_each_other_in_a_circle_without_harm() {
    let folder = Folder::new();
    folder.write(
        "tiny/policy.toml",
        format!("{MANIFEST}\n[dependencies]\nother = {{ path = \"../other\" }}\n"),
    );
    folder.write(
        "other/policy.toml",
        "[policy]\nname = \"other\"\nversion = \"1\"\n\n[dependencies]\ntiny = { path = \"../tiny\" }\n",
    );
    folder.write(
        "other/other.pol",
        "source other_act {\n  title \"Other\"\n  number \"Regulation (EU) 2024/2\"\n}\n",
    );
    let done = folder.run(&["check", "tiny"]);
    assert!((0..=1).contains(&done.code), "{done:?}");
    folder
        .write("tiny/policy.toml", format!("{MANIFEST}\n[dependencies]\nother = {{ path = \"../gone\" }}\n"));
    folder.run(&["check", "tiny"]).ends(1).prints(&["error[P0518]", "gone"]);
}

#[cfg(unix)]
mod files_of_other_kinds {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use crate::run::{CLEAN, Folder};

    #[test]
    fn a_link_that_leads_nowhere_is_told() {
        let folder = Folder::new();
        symlink("gone.pol", folder.path("tiny/linked.pol")).unwrap();
        folder.run(&["check", "tiny"]).ends(1).prints(&["error[P0518]", "`tiny/linked.pol` cannot be read"]);
    }

    #[test]
    fn folders_that_link_to_themselves_are_not_entered() {
        let folder = Folder::new();
        symlink(".", folder.path("tiny/loop")).unwrap();
        symlink("/", folder.path("tiny/root")).unwrap();
        folder.run(&["check", "tiny"]).ends(0);
    }

    #[test]
    fn a_pipe_among_the_policies_is_not_waited_for() {
        let folder = Folder::new();
        let made = Command::new("mkfifo").arg(folder.path("tiny/pipe.pol")).status();
        if made.is_ok_and(|status| status.success()) {
            folder.run(&["check", "tiny"]).ends(0);
        }
    }

    #[test]
    fn hidden_folders_and_packages_within_are_left_alone() {
        let folder = Folder::new();
        folder.write("tiny/.corpus/x.pol", "nonsense");
        folder.write("tiny/.#rules.pol", "nonsense");
        folder.write("tiny/inner/policy.toml", "nonsense");
        folder.write("tiny/inner/x.pol", "nonsense");
        folder.eval(CLEAN, &[]).ends(0);
    }
}

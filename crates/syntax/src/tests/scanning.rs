//! How a file falls into items and gaps.

use super::*;
use crate::{FILE_LIMIT, Piece};

/// The pieces of a file, a line each.
fn pieces(text: &str) -> String {
    let scan = scan(text);
    let mut out = String::new();
    let mut end = 0;
    for piece in &scan.pieces {
        assert_eq!(usize::from(piece.range().start()), end);
        end = piece.range().end().into();
        let text = &text[piece.range()];
        match piece {
            Piece::Item(item) => writeln!(out, "{} {}: {text:?}", item.kind, item.name).unwrap(),
            Piece::Gap(gap) if gap.stray => writeln!(out, "stray: {text:?}").unwrap(),
            Piece::Gap(_) => writeln!(out, "gap: {text:?}").unwrap(),
        }
    }
    assert_eq!(end, text.len());
    for problem in &scan.problems {
        let problem::Kind::Syntax(kind) = &problem.kind else { panic!("{problem:?}") };
        writeln!(out, "{} at {:?}: {}", problem.kind.code(), &text[problem.range], detail(kind)).unwrap();
    }
    out.trim_end().to_owned()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(pieces(text), expected.join("\n"));
}

#[test]
fn a_keyword_in_column_0_begins_an_item() {
    check(
        "# head\nenum A { a }\n\n# next\nfacts {\n  record : bool\n# in between\n} # end\n\n",
        &[
            r##"gap: "# head\n""##,
            r##"enum A: "enum A { a }""##,
            r##"gap: "\n\n# next\n""##,
            r##"facts : "facts {\n  record : bool\n# in between\n} # end""##,
            r##"gap: "\n\n""##,
        ],
    );
}

#[test]
fn names_are_found_across_comments_and_of_interpretive_rules() {
    check("definition # why\n  d { }", &[r##"definition d: "definition # why\n  d { }""##]);
    check("interpretive support r to x { }", &[r##"interpretive r: "interpretive support r to x { }""##]);
    check("interpretive r to x { }", &[r##"interpretive : "interpretive r to x { }""##]);
    check("definition { }", &[r##"definition : "definition { }""##]);
    check("facts_of_life { }", &["stray: \"facts_of_life { }\"", "P0102 at \"facts_of_life\": None"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_problem() {
    check(
        "\u{feff}enum A { a }\r\n\r\nenum B {\r\n}\r\n",
        &[
            "gap: \"\\u{feff}\"",
            r#"enum A: "enum A { a }""#,
            r#"gap: "\r\n\r\n""#,
            r#"enum B: "enum B {\r\n}""#,
            r#"gap: "\r\n""#,
        ],
    );
}

#[test]
fn stray_lines_are_told_with_the_nearest_keyword() {
    check(
        "prohibiton p {\n  element a\n}\nenum A { a }\nelement b\n  x\n\n}\n",
        &[
            r#"stray: "prohibiton p {\n  element a\n}""#,
            r#"gap: "\n""#,
            r#"enum A: "enum A { a }""#,
            r#"gap: "\n""#,
            r#"stray: "element b\n  x\n\n}""#,
            r#"gap: "\n""#,
            r#"P0102 at "prohibiton": Some("prohibition")"#,
            r#"P0102 at "element": None"#,
        ],
    );
    check("  x\n", &[r#"gap: "  ""#, r#"stray: "x""#, r#"gap: "\n""#, r#"P0102 at "x": None"#]);
    check("}\n", &[r#"stray: "}""#, r#"gap: "\n""#, r#"P0102 at "}": None"#]);
    check("é", &[r#"stray: "é""#, r#"P0102 at "é": None"#]);
    check("", &[]);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let text = "enum A { a }\n".repeat(FILE_LIMIT / 13 + 1);
    let scan = scan(&text);
    assert_eq!(scan.items().count(), 0);
    assert_eq!(scan.problems.len(), 1);
    assert_eq!(scan.problems[0].kind.code(), "P0105");
    assert_eq!(usize::from(scan.pieces[0].range().len()), text.len());
}

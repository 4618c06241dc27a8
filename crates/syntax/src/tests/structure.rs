//! Sizes and depths: what would be slow, or would overflow the stack, if the grammar read anything
//! twice. There are no clocks here; a test that does not end is the failure.

use super::*;
use crate::{DEPTH_LIMIT, FILE_LIMIT};

/// How deep `open` can stand in itself before the item is refused.
fn deepest(open: &str, close: &str) -> usize {
    let item =
        |depth: usize| format!("definition d {{ means {}x{} }}", open.repeat(depth), close.repeat(depth));
    assert_eq!(problems(&item(10_000)).lines().count(), 1);
    assert!(problems(&item(10_000)).starts_with("P0104"));
    (1..=DEPTH_LIMIT).take_while(|depth| problems(&item(*depth)).is_empty()).last().unwrap_or(0)
}

#[test]
fn nesting_is_refused_before_it_is_parsed() {
    // One bracket is the item's own.
    assert_eq!(deepest("(", ")"), DEPTH_LIMIT - 1);
    assert_eq!(deepest("(x > ", ")"), DEPTH_LIMIT - 1);
    assert_eq!(deepest("any of { (i) ", "}"), DEPTH_LIMIT - 2);
    assert_eq!(deepest("case { x : y otherwise : ", "}"), DEPTH_LIMIT - 1);
    assert_eq!(deepest("higher of { ", "}"), DEPTH_LIMIT - 1);
    assert_eq!(deepest("not ", ""), DEPTH_LIMIT - 1);
    assert_eq!(deepest("7 % of ", ""), DEPTH_LIMIT - 1);
    assert_eq!(deepest("some a in xs : ", ""), DEPTH_LIMIT - 1);
    assert_eq!(deepest("(some a in xs : ", ")"), (DEPTH_LIMIT - 1) / 2);
    let lists = |depth: usize| format!("record R {{ a : {}bool }}", "list of ".repeat(depth));
    assert_eq!(problems(&lists(100)), "");
    assert!(problems(&lists(10_000)).starts_with("P0104"));
}

#[test]
fn a_refused_item_is_one_error() {
    let text = format!("definition d {{ means {} }}", "(".repeat(200));
    let tree = parse_item(&text).syntax();
    assert_eq!(tree.text(), text.as_str());
    assert_eq!(outline(&tree), "Root\n  Error\n");
}

#[test]
fn many_things_beside_each_other_are_not_deep() {
    let row = |part: &str, count: usize, between: &str| vec![part; count].join(between);
    let item = |body: String| format!("prohibition p {{\n{body}\n}}");
    parse(&item(format!("element e = {}", row("not a", 2_000, " and "))));
    parse(&item(format!("element e = {} > 1", row("7 % of a", 2_000, " + "))));
    parse(&item(format!("element e = {}", row("(some a in xs : a.b)", 2_000, " or "))));
    parse(&item(format!("element e = any of {{ {} }}", row("(i) some a in xs : a.b\n", 2_000, ""))));
    parse(&item(row("element e = some a in xs : a.b > 4 days", 5_000, "\n")));
    parse(&item(format!("forbids {}", row("use", 5_000, ", "))));
    let fields = row("a.b : set of enum { x, y } assumed true on use\n", 5_000, "");
    parse(&format!("facts {{\n{fields}}}"));
}

#[test]
fn broken_text_of_any_length_is_read_once() {
    let hostile = [
        "(",
        ")",
        "{",
        "}",
        "\"",
        "\\\"",
        "#",
        "# x\n",
        "element ",
        "element a = ",
        "(i) ",
        "any of { ",
        "a : ",
        "in ",
        "in force ",
        "reading a { ",
        "} ",
        "a.",
        ".a",
        "::",
        "case { a : ",
        "- ",
        "é",
        "not ",
        "5 ",
        "on\n",
        "basis article 5(1), ",
        "any of { (i) ( x y ",
        "some a in b : ",
        "\r",
        "\u{feff}",
    ];
    for piece in hostile {
        for (head, tail) in
            [("prohibition p {\n", "\n}"), ("facts {", ""), ("issue i on p { reading a {", "} }")]
        {
            let text = format!("{head}{}{tail}", piece.repeat(20_000 / piece.len()));
            assert_eq!(parse_item(&text).syntax().text(), text.as_str(), "{piece}");
            let few = format!("{head}{}{tail}", piece.repeat(100 / piece.len()));
            assert_eq!(parse_item(&few).syntax().text(), few.as_str(), "{piece}");
        }
    }
}

#[test]
fn nested_failures_are_not_read_again_and_again() {
    for piece in [
        "(x > (",
        "any of { (i) (",
        "not (a and (",
        "case { (",
        "higher of { (",
        "7 % of (",
        "x in (",
        "(a + (",
    ] {
        let depth = 100 / piece.matches(['(', '{']).count();
        let text = format!("definition d {{ means {} ? }}", piece.repeat(depth));
        assert!(!parse_item(&text).problems.is_empty(), "{piece}");
        let text = format!("definition d {{ means {} x y {} }}", piece.repeat(depth), ") } ".repeat(depth));
        assert!(!parse_item(&text).problems.is_empty(), "{piece}");
    }
}

#[test]
fn junk_of_the_largest_size_is_refused_or_read() {
    let junk = "({\"not # \n".repeat(FILE_LIMIT / 10);
    let text = format!("facts {{ {}", &junk[..FILE_LIMIT - 8]);
    assert_eq!(text.len(), FILE_LIMIT);
    assert_eq!(parse_item(&text).syntax().text().len(), rowan::TextSize::from(FILE_LIMIT as u32));
    let flat = format!("facts {{ {}", "x ".repeat(FILE_LIMIT / 16));
    assert_eq!(parse_item(&flat).syntax().text(), flat.as_str());
    let over = "x".repeat(FILE_LIMIT + 1);
    assert_eq!(parse_item(&over).problems[0].kind.code(), "P0105");
}

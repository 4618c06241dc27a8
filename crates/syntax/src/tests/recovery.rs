//! What remains of a broken item, and how the break is told.

use super::*;
use crate::ast::{AstNode, HasClauses, HasElements, Item};

fn check(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected.join("\n"), "{text}");
}

/// The names of the elements that are left.
fn elements(text: &str) -> String {
    let Some(Item::Prohibition(item)) = parse_item(text).item() else { panic!("{text}") };
    assert_eq!(item.name().map(|name| name.text).as_deref(), Some("p"));
    item.elements().map(|element| element.name().unwrap().text).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_broken_clause_loses_only_itself() {
    let text = "prohibition p {
  element 9x = a
  element b = c and
  element d = (e or f
  elemnt g = h
  element i = status and k
  element l = m
  forbids use
}";
    assert_eq!(elements(text), "b d i l");
    check(
        text,
        &[
            r#"P0101 at `9x`: "9x", not a name"#,
            r#"P0101 at `element`: "element", not an expression"#,
            r#"P0101 at `elemnt`: "elemnt", not `element`"#,
            "P0107 at `status`: status",
        ],
    );
}

#[test]
fn a_clause_of_another_item_is_told_with_what_this_one_takes() {
    check("scope s for p { means a }", &[r#"P0101 at `means`: "means", not `element` / `basis` / `label`"#]);
}

#[test]
fn headers_tell_the_first_thing_they_lack() {
    let cases = [
        ("prohibition { }", r#"P0101 at `{`: "{", not a name"#),
        ("prohibition p\n  element a\n}", r#"P0101 at `element`: "element", not `{`"#),
        ("prohibition", r#"P0101 at ``: "", not a name"#),
        ("exception e { }", r#"P0101 at `{`: "{", not `to`"#),
        ("exception e to { }", r#"P0101 at `{`: "{", not a provision or a name"#),
        ("exception e to p ", r#"P0101 at ``: "", not `{`"#),
        ("exception e to p q { }", r#"P0101 at `q`: "q", not `{`"#),
        ("interpretive e to p { }", r#"P0101 at `e`: "e", not `exception` / `support`"#),
        ("exclusion e for article { }", r#"P0101 at `{`: "{", not the number of an article"#),
        ("record a { }", r#"P0101 at `a`: "a", not a name with a capital"#),
    ];
    for (text, expected) in cases {
        check(text, &[expected]);
        assert!(parse_item(text).item().is_some(), "{text}");
    }
}

#[test]
fn braces_too_many_or_too_few_lose_no_clause() {
    let text = "prohibition p {\n  element a = x }\n  element b\n}";
    assert_eq!(elements(text), "a b");
    check(text, &[r#"P0101 at `}`: "}", not the end of the item"#]);
    let text = "prohibition p {\n  element a = any of {\n    (i) c\n  element b\n}";
    assert_eq!(elements(text), "a b");
    check(text, &["P0103 at `{`: {"]);
    let text = "prohibition p {\n  element a\n  element b # end\n";
    assert_eq!(elements(text), "a b");
    check(text, &["P0103 at `{`: {"]);
    check("prohibition p { element a } foo", &[r#"P0101 at `foo`: "foo", not the end of the item"#]);
}

#[test]
fn a_broken_field_loses_only_itself() {
    let text = "facts {
  a : bool
  b.c : lst of X  on use
  d : enum { x, }
  e : bool baasis article 3
  f : money
  label : text
  g bool
  h : text
}";
    check(
        text,
        &[
            r#"P0101 at `lst`: "lst", not a type"#,
            r#"P0101 at `}`: "}", not a name"#,
            r#"P0101 at `baasis`: "baasis", not `basis`"#,
            r#"P0101 at `label`: "label", not a currency"#,
            "P0107 at `label`: label",
            r#"P0101 at `bool`: "bool", not `:`"#,
        ],
    );
    let Some(Item::Facts(facts)) = parse_item(text).item() else { panic!() };
    let names: Vec<String> = facts.fields().map(|field| field.path().unwrap().text()).collect();
    assert_eq!(names, ["a", "e", "label", "h"]);
}

#[test]
fn a_broken_point_or_reading_loses_only_itself() {
    let text = "prohibition p {\n  element a = any of {\n    (i) x y\n    (ii) ==\n    (iii) z\n  }\n}";
    check(
        text,
        &[
            r#"P0101 at `y`: "y", not the next point / an operator"#,
            r#"P0101 at `==`: "==", not an expression"#,
        ],
    );
    let text = "issue i on p {
  reading a { keeps
  reading b { status txt  widens wih c }
  reading d { keeps narrows with e }
  default a
}";
    check(
        text,
        &[
            "P0103 at `{`: {",
            r#"P0101 at `txt`: "txt", not `text`"#,
            r#"P0101 at `wih`: "wih", not `with`"#,
            "P0110 at `narrows`: narrows",
            r#"P0101 at `}`: "}", not a text in quotes"#,
        ],
    );
    let Some(Item::Issue(issue)) = parse_item(text).item() else { panic!() };
    assert_eq!(issue.readings().count(), 3);
}

#[test]
fn values_out_of_range_are_told() {
    check("definition d { in force from 2025-02-29 means a }", &["P0108 at `2025-02-29`: 2025-02-29"]);
    check(
        "definition d { means a < 2025-02-28T25:00Z }",
        &["P0108 at `2025-02-28T25:00Z`: 2025-02-28T25:00Z"],
    );
    check(
        "definition d { means a == 9223372036854775808 or b == 9223372036854775807 }",
        &["P0109 at `9223372036854775808`: 9223372036854775808"],
    );
    check(
        "definition d { means a < 0.1234567890123456789012345678 }",
        &["P0109 at `0.1234567890123456789012345678`: 0.1234567890123456789012345678"],
    );
    check("definition d { means a < EUR 9223372036854775808 }", &[]);
}

#[test]
fn clauses_are_counted() {
    check(
        "definition d { label \"a\" label \"b\" }",
        &["P0111 at `definition`: means in definition", "P0110 at `label`: label"],
    );
    check(
        "conduct { urgent : judgement }",
        &["P0111 at `conduct`: kinds in conduct", "P0111 at `conduct`: operators in conduct"],
    );
    // What fits no rule may be the clause that is missed.
    check("definition d { mean a }", &[r#"P0101 at `mean`: "mean", not `means`"#]);
    check("prohibition p { element a on use on use }", &["P0110 at `on`: on"]);
}

#[test]
fn and_beside_or_needs_brackets() {
    check("definition d { means a and b or c and e }", &["P0106 at `or`:"]);
    check("definition d { means a and (b or c) and some x in xs : y or z }", &[]);
}

#[test]
fn reserved_words_are_told_as_such() {
    check("prohibition element { }", &["P0107 at `element`: element"]);
    check("definition d { means some label in xs : a }", &["P0107 at `label`: label"]);
    check("definition d { means count > 3 }", &[r#"P0101 at `>`: ">", not `of`"#]);
    check("definition d { means a.label and a.count > index and elementary and origin }", &[]);
    check("enum E { a, none }", &["P0107 at `none`: none"]);
}

#[test]
fn text_that_begins_no_item_has_a_tree_too() {
    for text in ["", "   ", "foo", "é{", "# only"] {
        let parse = parse_item(text);
        assert!(parse.item().is_none());
        assert_eq!(parse.syntax().text(), text);
        assert_eq!(parse.problems.len(), 1);
    }
    assert!(Item::cast(parse_item("enum A { a }").syntax()).is_none());
}

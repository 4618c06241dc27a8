//! How the scan, the parser and the views behave, by example.

mod ast;
mod recovery;
mod scanning;
mod structure;

use std::fmt::Write;

use crate::{Parse, SyntaxNode, parse_item, scan};

/// Every construct of the language.
const TOUR: &str = include_str!("../../../docs/language/tour.pol");

/// Parses an item that has nothing wrong with it.
fn parse(text: &str) -> Parse {
    let parse = parse_item(text);
    assert_eq!(problems(text), "", "{text}");
    parse
}

/// The problems of an item, a line each: code, place, what the code is about.
fn problems(text: &str) -> String {
    let parse = parse_item(text);
    assert_eq!(parse.syntax().text(), text);
    let mut lines = String::new();
    for problem in &parse.problems {
        let code = problem.kind.code();
        let problem::Kind::Syntax(kind) = &problem.kind else { panic!("{problem:?}") };
        let place = &text[problem.range];
        writeln!(lines, "{code} at `{place}`: {}", detail(kind)).unwrap();
    }
    lines.trim_end().to_owned()
}

fn detail(problem: &problem::SyntaxProblem) -> String {
    use problem::SyntaxProblem as P;
    match problem {
        P::Unexpected { found, expected } => format!("{found:?}, not {}", expected.join(" / ")),
        P::NoItem { suggestion, .. } => format!("{suggestion:?}"),
        P::Unclosed { open } => open.to_string(),
        P::TooDeep { limit } => limit.to_string(),
        P::TooLarge { limit } => limit.to_string(),
        P::MixedLogic | P::NotUtf8 => String::new(),
        P::ReservedWord { word } => word.clone(),
        P::NoSuchDate { text } | P::NumberRange { text } => text.clone(),
        P::RepeatedClause { clause } => (*clause).to_owned(),
        P::MissingClause { clause, item } => format!("{clause} in {item}"),
    }
}

/// The nodes of a tree, indented, without tokens.
fn outline(node: &SyntaxNode) -> String {
    fn walk(node: &SyntaxNode, depth: usize, out: &mut String) {
        writeln!(out, "{:1$}{2:?}", "", depth * 2, node.kind()).unwrap();
        for child in node.children() {
            walk(&child, depth + 1, out);
        }
    }
    let mut out = String::new();
    walk(node, 0, &mut out);
    out
}

#[test]
fn the_tour_has_no_problems() {
    let scan = scan(TOUR);
    assert_eq!(scan.problems, []);
    assert_eq!(scan.items().count(), 20);
    for item in scan.items() {
        let text = &TOUR[item.range];
        let parse = parse(text);
        assert!(!outline(&parse.syntax()).contains("Error"), "{text}");
        let named = crate::ast::HasClauses::name(&parse.item().unwrap());
        assert_eq!(named.map(|name| name.text).unwrap_or_default(), item.name, "{text}");
    }
}

#[test]
fn the_reserved_words_are_those_of_the_grammar() {
    let grammar = include_str!("../../../grammar/policy.pest");
    let list = grammar.split("reserved = @{").nth(1).and_then(|rest| rest.split('}').next()).unwrap();
    let words: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(words, crate::RESERVED);
    assert!(crate::RESERVED.is_sorted());
}

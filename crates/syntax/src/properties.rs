//! Laws of the parser, on text at random: it never fails, and the tree is the text.

use proptest::prelude::*;

use crate::{Piece, RESERVED, parse_item, scan};

const TOUR: &str = include_str!("../../../docs/language/tour.pol");

/// The scan and the parse of a text are lossless, and problems lie within it.
fn lossless(text: &str) {
    let scanned = scan(text);
    let mut end = 0;
    for piece in &scanned.pieces {
        assert_eq!(usize::from(piece.range().start()), end);
        end = piece.range().end().into();
        if let Piece::Item(item) = piece {
            let _ = &text[item.name_range];
            one(&text[item.range]);
        }
    }
    assert_eq!(end, text.len());
    for problem in &scanned.problems {
        let _ = &text[problem.range];
    }
    one(text);
}

fn one(text: &str) {
    let parse = parse_item(text);
    assert_eq!(parse.syntax().text(), text);
    for problem in &parse.problems {
        let _ = &text[problem.range];
    }
    let errors = parse.syntax().descendants().any(|node| node.kind() == crate::SyntaxKind::Error);
    assert!(!errors || !parse.problems.is_empty(), "an error without a problem: {text}");
}

/// Words and signs of the language, in any order.
fn soup() -> impl Strategy<Value = String> {
    let other = [
        "prohibition p {",
        "facts {",
        "issue i on a {",
        "conduct {",
        "enum E {",
        "\ndefinition d {",
        "exception e to",
        "name",
        "a.b",
        "n::a",
        "Type",
        "EUR",
        "5",
        "7.5",
        "%",
        "2025-02-29",
        "2024-01-01T10:00Z",
        "\"text\"",
        "\"",
        "{",
        "}",
        "(",
        ")",
        "(i)",
        ",",
        ".",
        ":",
        "::",
        "=",
        "==",
        "<=",
        "+",
        "*",
        "#",
        "# c\n",
        "\n",
        "\r\n",
        "é",
        "bool",
        "list",
        "set",
        "force",
        "from",
        "so",
        "far",
        "as",
        "to",
        "title",
        "with",
        "hours",
        "after",
        "the",
    ];
    let words: Vec<&'static str> = RESERVED.iter().copied().chain(other).collect();
    let kinds = prop::sample::select(crate::ItemKind::ALL);
    let start = (kinds, any::<bool>())
        .prop_map(|(kind, braced)| if braced { format!("{kind} n {{ ") } else { format!("{kind} ") });
    let rest = prop::collection::vec((prop::sample::select(words), prop::bool::weighted(0.9)), 0..40);
    (start, rest).prop_map(|(start, words)| {
        words.into_iter().fold(start, |mut text, (word, spaced)| {
            text.push_str(word);
            if spaced {
                text.push(' ');
            }
            text
        })
    })
}

/// The tour with a stretch of it replaced.
fn mutation() -> impl Strategy<Value = String> {
    let places = (any::<prop::sample::Index>(), 0..40usize);
    (places, prop_oneof![Just(String::new()), ".{0,5}", "[{}()\"#=:,a-z ]{0,8}"]).prop_map(
        |((index, length), insert)| {
            let start = TOUR.floor_char_boundary(index.index(TOUR.len()));
            let end = TOUR.floor_char_boundary((start + length).min(TOUR.len()));
            format!("{}{insert}{}", &TOUR[..start], &TOUR[end..])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_text_is_kept(text in "(?s).{0,200}") {
        lossless(&text);
    }

    #[test]
    fn any_words_are_kept(text in soup()) {
        lossless(&text);
    }

    #[test]
    fn a_changed_tour_is_kept(text in mutation()) {
        lossless(&text);
    }

    /// A change leaves at least the items of the other lines as they were.
    #[test]
    fn every_item_but_the_changed_ones_parses(text in mutation()) {
        let broken = scan(&text).items().filter(|item| !parse_item(&text[item.range]).problems.is_empty()).count();
        prop_assert!(broken <= 6);
    }
}

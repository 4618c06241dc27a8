//! Laws of the decoder: it never panics, its scanner accepts what serde_json
//! accepts, and both formats mean the same.

use ir::{Facts, Program, Value};
use proptest::prelude::*;
use serde_json::Value as Tree;

use crate::tape::{Shape, Tape};
use crate::{Decoder, Format, Input, Options, json, sample};

/// Something like facts: keys of the sample and values of all kinds, texts
/// of the given form among them.
fn facts_like(texts: &'static str) -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        any::<i64>().prop_map(Tree::from),
        (-1e9..1e9).prop_map(Tree::from),
        prop::sample::select(vec![
            "use",
            "deployer",
            "granted",
            "abduction",
            "2026-12-02",
            "2026-12-02T08:40:00+01:00",
            "EUR 5.00",
            "P4Y",
            "a",
            "~",
            "yes",
            "0x1F",
            "# no",
            "a: b",
            "- x",
            "é\n",
            "",
            " ",
        ])
        .prop_map(Tree::from),
        texts.prop_map(Tree::from),
    ];
    let keys = prop::sample::select(vec![
        "ai_system",
        "scoring",
        "over_period",
        "persons",
        "share",
        "turnover",
        "name",
        "founded",
        "released",
        "result",
        "impact_assessment",
        "allowed_objectives",
        "remarks",
        "conduct",
        "id",
        "kind",
        "operator",
        "from",
        "until",
        "urgent",
        "authorisations",
        "requested",
        "decided",
        "text",
        "value",
        "complete",
        "because",
        "by",
        "not_by",
        "amount",
        "currency",
        "evidence",
        "readings",
        "as_of",
        "strictly_necessary",
        "considering",
        "impact",
        "x",
    ]);
    let object = move |values: BoxedStrategy<Tree>| {
        prop::collection::vec((keys.clone(), values), 0..6).prop_map(|entries| {
            entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Tree>()
        })
    };
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![3 => object(inner.clone()), 1 => prop::collection::vec(inner, 0..4).prop_map(Tree::from)]
    })
}

type Outcome = Result<(Facts, Option<String>, Vec<Option<u8>>), Vec<(&'static str, Option<String>)>>;

fn decode(program: &Program, format: Format, text: &str) -> Outcome {
    let options = Options { as_of: "2026-12-03".parse().ok(), ..Options::default() };
    let mut facts = Facts::default();
    match Decoder::new(program).decode(&[Input { name: "x", format, text }], &options, &mut facts) {
        Ok(decoded) => {
            // The places differ between the formats.
            facts.provenance.clear();
            Ok((facts, decoded.id, decoded.picks))
        }
        Err(problems) => {
            let mut problems: Vec<_> =
                problems.into_iter().map(|located| (located.problem.kind.code(), located.pointer)).collect();
            // In block style an object begins where its first key does.
            problems.sort();
            Err(problems)
        }
    }
}

fn same(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (Ok((one, id, picks)), Ok((other, other_id, other_picks))) => {
            one.values == other.values
                && one.rows == other.rows
                && one.conduct == other.conduct
                && one.texts == other.texts
                && one.assumed == other.assumed
                && one.completeness == other.completeness
                && (id, picks) == (other_id, other_picks)
        }
        (Err(one), Err(other)) => one == other,
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
    }
}

/// A tree in block style, texts in double quotes.
fn block_yaml(tree: &Tree, indent: usize, out: &mut String) {
    let pad = "  ".repeat(indent);
    match tree {
        Tree::Object(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                *out += &format!("\n{pad}{key}: ");
                block_yaml(value, indent + 1, out);
            }
        }
        Tree::Array(items) if !items.is_empty() => {
            for item in items {
                *out += &format!("\n{pad}- ");
                block_yaml(item, indent + 1, out);
            }
        }
        other => *out += &other.to_string(),
    }
}

/// Whether the tape says what serde_json's tree says.
fn agrees(tape: &Tape<'_>, at: u32, tree: &Tree) -> bool {
    match (tape.shape(at), tree) {
        (Shape::Null, Tree::Null) => true,
        (Shape::Bool(one), Tree::Bool(other)) => one == *other,
        (Shape::Number, Tree::Number(_)) => tape.raw(at).parse::<f64>().is_ok(),
        (Shape::Quoted | Shape::Plain | Shape::Owned(_), Tree::String(text)) => tape.text(at) == Some(text),
        (Shape::List(_), Tree::Array(items)) => {
            tape.items(at).count() == items.len()
                && tape.items(at).zip(items).all(|(at, tree)| agrees(tape, at, tree))
        }
        (Shape::Object(_), Tree::Object(entries)) => tape.entries(at).all(|(key, value)| {
            // Of a key given twice, serde_json's tree has the last.
            let name = tape.text(key).unwrap();
            let last = tape.entries(at).filter(|&(key, _)| tape.text(key) == Some(name)).last();
            last != Some((key, value)) || agrees(tape, value, &entries[name])
        }),
        _ => false,
    }
}

fn scans_like_serde_json(text: &str) -> Result<(), TestCaseError> {
    let tree = serde_json::from_str::<Tree>(text);
    match (json::read(text, 0), &tree) {
        (Ok(tape), Ok(tree)) => prop_assert!(agrees(&tape, 0, tree), "{text:?}"),
        (Err(_), Err(_)) => {}
        // A float out of range is a number all the same.
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range"), "{text:?}: {error}"),
        (Err(refused), Ok(_)) => prop_assert!(false, "{text:?}: {refused:?}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let program = sample::program();
        let _ = decode(&program, Format::Json, &text);
        let _ = decode(&program, Format::Yaml, &text);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let program = sample::program();
        let text = String::from_utf8_lossy(&bytes);
        let _ = decode(&program, Format::Json, &text);
        let _ = decode(&program, Format::Yaml, &text);
    }

    #[test]
    fn nothing_like_yaml_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "a", "b: ", "- ", "\n", "  ", "\n  ", "\n- ", "? ", ": ", "{", "}", "[", "]", ", ", "&a ", "*a", "'", "\"", "|\n", ">-\n",
        "#", "!", "%", "---\n", "...\n", "<<", "conduct: ", "kind: use", "\t", "é", "\u{feff}", "\\", "\u{85}", "@", "\r", "&a",
    ]), 0..40)) {
        let program = sample::program();
        let _ = decode(&program, Format::Yaml, &parts.concat());
    }

    #[test]
    fn the_scanner_accepts_what_serde_json_accepts(parts in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "\\", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "1", "-", "0", ".", "5", "e",
        "E+", "true", "null", "false", " ", "\n", "\t", "é", "\u{1}", "\"bcdefghijkl\"", "{\"a\":", "/",
    ]), 0..20)) {
        scans_like_serde_json(&parts.concat())?;
    }

    #[test]
    fn the_scanner_reads_what_serde_json_reads(tree in facts_like(".*")) {
        scans_like_serde_json(&tree.to_string())?;
        scans_like_serde_json(&serde_json::to_string_pretty(&tree).unwrap())?;
    }

    #[test]
    fn both_formats_mean_the_same(tree in facts_like("[ -~é]*")) {
        // JSON's escapes of characters in pairs are none in YAML: such texts are left out.
        let text = tree.to_string();
        let program = sample::program();
        let expected = decode(&program, Format::Json, &text);
        prop_assert!(same(&expected, &decode(&program, Format::Yaml, &text)), "{text}");
        let mut block = String::new();
        block_yaml(&tree, 0, &mut block);
        prop_assert!(same(&expected, &decode(&program, Format::Yaml, &block)), "{block}");
    }

    #[test]
    fn spaces_change_nothing(tree in facts_like(".*")) {
        let program = sample::program();
        let expected = decode(&program, Format::Json, &tree.to_string());
        let pretty = serde_json::to_string_pretty(&tree).unwrap();
        prop_assert!(same(&expected, &decode(&program, Format::Json, &pretty)));
    }
}

#[test]
fn the_sample_reads_the_same_in_both_formats() {
    let program = sample::program();
    let in_json = decode(&program, Format::Json, sample::CASE);
    assert!(same(&in_json, &decode(&program, Format::Yaml, sample::CASE)));
    let Ok((facts, id, picks)) = in_json else { panic!("{in_json:?}") };
    assert_eq!((id.as_deref(), picks), (Some("system-17"), vec![Some(1), None]));
    assert_eq!((facts.conduct.len(), facts.rows.len()), (1, 2));
    assert!(facts.values.contains(&Value::Integer(25_000)));
}

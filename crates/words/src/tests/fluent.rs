//! The Fluent files say the same things in each language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::sentence::{DUTCH, ENGLISH};

/// The variables of each message and attribute: `p0203.note` → `existing`, ….
fn said(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors).unwrap();
    let mut said = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        for (name, pattern) in message
            .value
            .iter()
            .map(|pattern| (id.to_owned(), pattern))
            .chain(message.attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value)))
        {
            let mut variables = BTreeSet::new();
            collect(pattern, &mut variables);
            assert!(said.insert(name.clone(), variables).is_none(), "{name} stands twice");
        }
    }
    said
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, variables),
            Expression::Select { selector, variants } => {
                collect_inline(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.to_owned());
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_variables() {
    let (english, dutch) = (said(ENGLISH), said(DUTCH));
    let names = |said: &BTreeMap<String, BTreeSet<String>>| said.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&english), names(&dutch));
    // A unit has a plural in one language and not in the other: the count
    // stands in both all the same.
    for (name, variables) in &english {
        assert_eq!(variables, &dutch[name], "{name}");
    }
}

#[test]
fn no_sentence_has_a_word_that_the_tool_must_not_use() {
    for text in [ENGLISH, DUTCH] {
        let lower = text.to_lowercase();
        for word in [
            "permitted",
            "compliant",
            "compliance",
            "violation",
            "illegal",
            "toegestaan",
            "conform",
            "illegaal",
            "onrechtmatig",
        ] {
            assert!(!lower.contains(word), "{word}");
        }
    }
}

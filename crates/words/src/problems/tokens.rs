//! Phrases of the parser and the checker in the language of the reader.

use base::Lang;

use crate::sentence::{code, exists, say};

/// A token or construct, given as the engines name it: a phrase in English
/// (`a name`), which is translated, or a word of the policy language, which
/// stands between backticks and is the same in all languages.
pub(super) fn token(text: &str, lang: Lang) -> String {
    let id = format!("token-{}", slug(text));
    if exists(lang, &id) {
        say(lang, &id)
    } else if text.contains('`') {
        text.to_owned()
    } else {
        code(text)
    }
}

fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

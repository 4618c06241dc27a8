//! A text by its looks, without a grammar: blanks, comments, words and strings. For what must be
//! known before pest reads, and for what it cannot read.

use crate::kind::SyntaxKind;

/// The word that the text begins with; empty if it begins with something else.
pub(crate) fn word(text: &str) -> &str {
    let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    &text[..length]
}

/// Whether a byte is white space of the language.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// The length of the string that the bytes begin with; an unclosed one ends with its line.
pub(crate) fn string_length(bytes: &[u8]) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return at + 1,
            b'\\' if bytes.get(at + 1).is_some_and(|next| matches!(next, b'"' | b'\\')) => at += 2,
            b'\n' => break,
            _ => at += 1,
        }
    }
    at
}

/// The pieces of a text that fits no rule: blanks, comments, and the rest in stretches.
pub(crate) fn rough_tokens(text: &str) -> impl Iterator<Item = (SyntaxKind, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = *rest.as_bytes().first()?;
        let (kind, length) = if is_blank(first) {
            (SyntaxKind::Whitespace, rest.bytes().take_while(|byte| is_blank(*byte)).count())
        } else if first == b'#' {
            (SyntaxKind::Comment, rest.find('\n').unwrap_or(rest.len()))
        } else if first == b'"' {
            (SyntaxKind::ErrorText, string_length(rest.as_bytes()))
        } else {
            let ends = |byte: &u8| !is_blank(*byte) && *byte != b'#' && *byte != b'"';
            (SyntaxKind::ErrorText, rest.bytes().take_while(ends).count())
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some((kind, piece))
    })
}

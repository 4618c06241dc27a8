//! The hash of a program: the same for two spellings of one policy.

use ir::Program;
use sha2::{Digest, Sha256};

/// The hash of a program without its spans. The program is left as it is.
pub fn hash(program: &mut Program) -> String {
    let origins = std::mem::take(&mut program.nodes.origins);
    let json = serde_json::to_string(program);
    program.nodes.origins = origins;
    let mut digest = Sha256::new();
    // Writing plain data to memory does not fail; if it ever did, two programs would have one hash.
    without_spans(json.as_deref().unwrap_or_default(), &mut |piece| digest.update(piece));
    let hex: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// Calls `piece` for what stands between the spans. In a string the quotes of
/// the key would be escaped, so only keys are found.
fn without_spans(json: &str, piece: &mut dyn FnMut(&str)) {
    const KEY: &str = "\"span\":";
    let mut rest = json;
    while let Some(at) = rest.find(KEY) {
        piece(&rest[..at]);
        rest = behind_value(&rest[at + KEY.len()..]);
    }
    piece(rest);
}

/// What follows a span: an object with nothing but numbers, or `null`.
fn behind_value(json: &str) -> &str {
    let mut open = 0_u32;
    for (at, byte) in json.bytes().enumerate() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' if open > 1 => open -= 1,
            b'}' | b']' if open == 1 => return &json[at + 1..],
            b',' | b'}' if open == 0 => return &json[at..],
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &str) {
        let mut found = String::new();
        without_spans(json, &mut |piece| found.push_str(piece));
        assert_eq!(found, expected);
    }

    #[test]
    fn spans_are_left_out() {
        check(r#"{"a":1,"span":{"file":0,"range":[1,2]},"b":2}"#, r#"{"a":1,,"b":2}"#);
        check(r#"{"a":1,"span":{"file":0,"range":{"start":1,"end":2}}}"#, r#"{"a":1,}"#);
        check(r#"[{"span":null,"b":2},{"span":null}]"#, r#"[{,"b":2},{}]"#);
    }

    #[test]
    fn a_text_that_looks_like_a_span_stays() {
        let text = r#"{"label":"say \"span\":{1} here"}"#;
        check(text, text);
    }
}

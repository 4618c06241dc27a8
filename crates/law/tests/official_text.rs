//! The recorded structure against the official text, where that is at hand:
//! always in CI, elsewhere if the shared directory is there.

use std::path::Path;

use base::{Part, ProvisionId, Root};
use law::{Act, Day, Existence};
use serde_json::Value;

const ARTICLES: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus-raw/derived/articles.en-nl.json");

/// A test may read files; the crate may not.
#[allow(clippy::disallowed_methods)]
fn official_articles() -> Option<Value> {
    if !Path::new(ARTICLES).exists() {
        assert!(std::env::var_os("CI").is_none(), "{ARTICLES} is missing");
        eprintln!("skipped: {ARTICLES} is missing");
        return None;
    }
    let text = std::fs::read_to_string(ARTICLES).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

/// `1.h.iii`, `2.sub2`; the empty id is the article's own first paragraph.
fn provision(article: &str, id: &str) -> ProvisionId {
    let part = |step: &str| match step.strip_prefix("sub").map(str::parse) {
        Some(Ok(number)) => Part::Subparagraph(number),
        Some(Err(_)) | None => Part::Bracket(step.to_owned()),
    };
    let parts = id.split('.').filter(|step| !step.is_empty()).map(part).collect();
    ProvisionId { source: "ai_act".into(), root: Root::Article(article.into()), parts }
}

#[test]
fn every_provision_of_the_official_text_exists_in_the_structure() {
    let Some(articles) = official_articles() else { return };
    let act = Act::by_celex("32024R1689").unwrap();
    let mut checked = 0;
    for (article, content) in articles.as_object().unwrap() {
        // Articles 102 to 110 quote the provisions they add to other acts.
        let number: u32 = article.parse().unwrap();
        let quotes = (102..=110).contains(&number);
        for entry in content["provisions"].as_array().into_iter().flatten() {
            let id = entry["id"].as_str().unwrap();
            if quotes && !id.is_empty() && (number != 108 || id.contains('.')) {
                continue;
            }
            let provision = provision(article, id);
            let existence = act.exists(&provision, Day::new(2025, 3, 1));
            assert!(matches!(existence, Existence::Yes { .. }), "{provision}: {existence:?}");
            checked += 1;
        }
    }
    assert!(checked > 1000, "only {checked} provisions were read");
}

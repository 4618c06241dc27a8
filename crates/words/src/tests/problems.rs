//! Every problem as it is shown and as data, in both languages.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use base::{FileId, Lang, LineIndex};
use problem::Located;

use super::problem_list::{self, FACTS, FACTS_FILE, POLICY, POLICY_FILE};
use super::program::acts;
use super::snapshot;
use crate::problems::{CheckReport, PolicyReport, describe, problem_json, render_problems};
use crate::{SourceFile, Style, Voice};

static LINES: LazyLock<[LineIndex; 2]> = LazyLock::new(|| [POLICY, FACTS].map(LineIndex::new));

/// The two sample texts.
pub(super) fn file(id: FileId) -> Option<SourceFile<'static>> {
    let [policy, facts] = &*LINES;
    match id {
        POLICY_FILE => Some(SourceFile { path: "article_5.pol", text: POLICY, lines: policy }),
        FACTS_FILE => Some(SourceFile { path: "facts.json", text: FACTS, lines: facts }),
        FileId(_) => None,
    }
}

fn check(name: &str, source: &str, problems: &[Located]) {
    for lang in Lang::ALL {
        let citations = acts();
        let voice = Voice { lang, citations: &citations };
        let rendered = render_problems(problems, &file, voice, Style::Plain);
        snapshot!(format!("{name}_{lang}"), format!("{source}\n{rendered}"));
    }
}

#[test]
fn problems_of_syntax_read_well() {
    check("p01_syntax", POLICY, &problem_list::syntax());
}

#[test]
fn problems_with_names_read_well() {
    check("p02_names", POLICY, &problem_list::names());
}

#[test]
fn problems_with_types_read_well() {
    check("p03_types", POLICY, &problem_list::types());
}

#[test]
fn problems_with_the_law_read_well() {
    check("p04_law", POLICY, &problem_list::law());
}

#[test]
fn problems_with_facts_read_well() {
    check("p05_facts", FACTS, &problem_list::facts());
}

/// A sentence that a language lacks would be shown as its id.
#[test]
fn every_problem_has_its_sentences_in_both_languages() {
    for lang in Lang::ALL {
        for located in problem_list::all() {
            let citations = acts();
            let described = describe(&located, Voice { lang, citations: &citations });
            let id = described.code.to_lowercase();
            let texts = [&described.notes[..], &described.helps[..]].concat();
            assert!(!described.title.contains(&id) && !described.title.contains("{ $"), "{described:?}");
            assert!(!described.title.ends_with('.'), "{described:?}");
            assert!(!described.helps.is_empty() || !described.notes.is_empty(), "{described:?}");
            assert!(described.helps.len() <= 1, "one thing to do: {described:?}");
            for text in texts {
                assert!(!text.contains("{ $") && !text.ends_with('.'), "{text}");
            }
        }
    }
}

/// A code of which the list above has no problem would go untested.
#[test]
fn the_list_has_every_code() {
    let codes: BTreeSet<_> = problem_list::all().iter().map(|it| it.problem.kind.code()).collect();
    let counts = [("P01", 12), ("P02", 11), ("P03", 9), ("P04", 16), ("P05", 23)];
    for (group, count) in counts {
        assert_eq!(codes.iter().filter(|code| code.starts_with(group)).count(), count, "{group}");
    }
}

#[test]
fn colours_are_added_and_nothing_else_changes() {
    let citations = acts();
    let voice = Voice { lang: Lang::En, citations: &citations };
    let problems = problem_list::names();
    let [plain, ansi] =
        [Style::Plain, Style::Ansi].map(|style| render_problems(&problems, &file, voice, style));
    assert!(ansi.contains("\u{1b}[") && !plain.contains('\u{1b}'));
    let mut stripped = String::new();
    for (at, piece) in ansi.split('\u{1b}').enumerate() {
        stripped.push_str(if at == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(&stripped), trimmed(&plain));
}

#[test]
fn problems_as_data() {
    let citations = acts();
    for lang in Lang::ALL {
        let voice = Voice { lang, citations: &citations };
        let problems = [problem_list::names(), problem_list::facts()].concat();
        let policy = PolicyReport { name: "eu_ai_act".into(), version: "0.1.0".into() };
        let report = CheckReport::new("0.0.0", Some(policy), &problems[12..24], &file, voice);
        snapshot!(format!("check_{lang}"), serde_json::to_string_pretty(&report).unwrap());
    }
}

#[test]
fn a_range_beyond_the_text_is_shown_at_its_end() {
    let citations = acts();
    let voice = Voice { lang: Lang::En, citations: &citations };
    let mut located = problem_list::syntax().remove(0);
    located.problem.range = base::TextRange::new(9000.into(), 9001.into());
    let shown = render_problems(&[located.clone()], &file, voice, Style::Plain);
    assert!(shown.contains("article_5.pol:"), "{shown}");
    let data = problem_json(&located, &file, voice);
    assert!(data.span.is_some());
}

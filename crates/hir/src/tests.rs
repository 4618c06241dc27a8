//! How packages compile, from files in one string.

mod declarations;
mod expressions;
mod hostile;
mod incremental;
mod issues;
mod packages;
mod reference;
mod rules;
mod time;
mod translated;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use problem::{Kind, Located, Severity};

use crate::db::Database;
use crate::load::{Files, Loaded, load};
use crate::program::{Compiled, compile};

/// Files in memory.
pub struct Memory(pub BTreeMap<String, String>);

impl Memory {
    fn of(files: &[(&str, &str)]) -> Memory {
        Memory(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| "no such file".to_owned())
    }

    fn policies(&self, folder: &str) -> Result<Vec<String>, String> {
        let inside = |path: &&String| path.starts_with(&format!("{folder}/")) && path.ends_with(".pol");
        Ok(self.0.keys().filter(inside).cloned().collect())
    }

    fn join(&self, folder: &str, path: &str) -> String {
        match path.strip_prefix("../") {
            Some(beside) => format!("{}{beside}", &folder[..folder.rfind('/').map_or(0, |at| at + 1)]),
            None => format!("{folder}/{path}"),
        }
    }
}

const MANIFEST: &str = "[policy]\nname = \"test\"\nversion = \"1\"\nsource = \"ai_act\"\n";

/// What the policies of these tests have in common.
const PRELUDE: &str = r#"
source ai_act { title "AI Act" number "Regulation (EU) 2024/1689" celex "32024R1689" }
facts {
  given  : bool
  weighed : judgement
  guessed : bool  assumed false
  done   : event
  amount : money EUR
  dollars : money USD
  count_of_people : integer
  term   : duration
  colour : Colour
  colours : set of Colour
  visits : list of Visit
}
enum Colour { red, green }
record Visit { seen : event  paid : bool  who : Person }
record Person { adult : bool }
conduct {
  kinds       placing moment, use lasting
  operators   provider, deployer
  authorities member_state
  urgent      : judgement on use
}
"#;

/// The package of these files with its problems.
fn compiled(files: &[(&str, &str)]) -> (Database, Loaded, Compiled) {
    let db = Database::default();
    let loaded = load(&db, &Memory::of(files), "p");
    let found = compile(&db, loaded.package).clone();
    (db, loaded, found)
}

fn compile_policy(policy: &str) -> Compiled {
    compiled(&[("p/policy.toml", MANIFEST), ("p/a.pol", PRELUDE), ("p/b.pol", policy)]).2
}

fn kinds(policy: &str) -> Vec<Kind> {
    compile_policy(policy).problems.into_iter().map(|located| located.problem.kind).collect()
}

/// Compiles a policy beside the prelude; expects these problems, each by its
/// code and the text it is about.
#[track_caller]
fn check(policy: &str, expected: &[(&str, &str)]) {
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", PRELUDE), ("p/b.pol", policy)], expected);
}

#[track_caller]
fn check_files(files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let (db, loaded, compiled) = compiled(files);
    let problems = loaded.problems.iter().chain(&compiled.problems);
    let text = |located: &Located| {
        let file = located.file.map(|id| loaded.files[id.0 as usize].text(&db));
        file.and_then(|text| text.get(std::ops::Range::from(located.problem.range))).unwrap_or_default()
    };
    let found: Vec<(&str, &str)> =
        problems.map(|located| (located.problem.kind.code(), text(located))).collect();
    assert_eq!(found, expected, "{:#?}", compiled.problems);
    let is_error = |located: &Located| located.problem.kind.severity() == Severity::Error;
    assert_eq!(compiled.program.is_none(), compiled.problems.iter().any(is_error));
}

/// Items made of one pattern.
fn many(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "{}", item(at));
        text
    })
}

#[test]
fn the_tour_of_every_construct_compiles() {
    let tour = include_str!("../../../docs/language/tour.pol");
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", tour)], &[]);
}

#[test]
fn an_empty_file_declares_nothing() {
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", PRELUDE), ("p/b.pol", "")], &[]);
    check("# Only a comment.\n", &[]);
}

#[test]
fn a_hash_is_of_what_a_policy_says() {
    let hash = |policy: &str| compile_policy(policy).program.expect("compiles").policy.hash.clone();
    let policy = "prohibition p { basis article 5(1) forbids use element given }\n";
    assert_eq!(hash(policy), hash(&format!("# A comment.\n\n{}", policy.replace(" element", "\n  element"))));
    assert_ne!(hash(policy), hash(&policy.replace("element given", "element weighed")));
}

//! What an edit costs: which queries run again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::{MANIFEST, Memory, PRELUDE};
use crate::db::{Database, SourceFile};
use crate::load::load;
use crate::program::compile;

const RULES: &str = "\
# The rules.
definition d {
  means given and weighed
}

prohibition p {
  basis article 5(1)(c)
  forbids use
  element d
}

prohibition q {
  basis article 5(1)(d)
  forbids use
  element weighed
}
";

struct Session {
    db: Database,
    package: crate::Package,
    files: Vec<SourceFile>,
    ran: Arc<Mutex<Vec<String>>>,
}

impl Session {
    fn new() -> Session {
        let ran = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&ran);
        let db = Database::listening(move |query| listener.lock().expect("not poisoned").push(query));
        let other = "conditions c {\n  element given\n}\n";
        let files =
            [("p/policy.toml", MANIFEST), ("p/a.pol", PRELUDE), ("p/b.pol", RULES), ("p/c.pol", other)];
        let loaded = load(&db, &Memory::of(&files), "p");
        let session = Session { db, package: loaded.package, files: loaded.files, ran };
        assert!(compile(&session.db, session.package).program.is_some());
        session.ran();
        session
    }

    /// The queries that ran since the last time, with how often.
    fn ran(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for query in self.ran.lock().expect("not poisoned").drain(..) {
            let name = query.split('(').next().unwrap_or(&query).to_owned();
            *counts.entry(name).or_default() += 1;
        }
        counts
    }

    fn edit(&mut self, path: &str, from: &str, to: &str) -> BTreeMap<String, usize> {
        let file = self.files.iter().copied().find(|file| file.path(&self.db) == path).expect("a file");
        let text = file.text(&self.db).to_owned();
        assert!(text.contains(from), "{from}");
        self.db.set_text(file, text.replacen(from, to, 1));
        compile(&self.db, self.package);
        self.ran()
    }
}

#[track_caller]
fn check(path: &str, from: &str, to: &str, expected: &[(&str, usize)]) {
    let ran = Session::new().edit(path, from, to);
    let expected: BTreeMap<String, usize> =
        expected.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
    assert_eq!(ran, expected);
}

/// What collects the results of all items runs again when one of them changed.
const COLLECTED: [(&str, usize); 3] = [("compile", 1), ("file_problems", 1), ("package_problems", 1)];

#[test]
fn an_edit_inside_a_rule_runs_its_own_queries() {
    let own = [("file_items", 1), ("parse", 1), ("signature", 1), ("elaborate", 1)];
    check("p/b.pol", "element weighed", "element weighed = not weighed", &[&own[..], &COLLECTED].concat());
}

#[test]
fn an_edit_inside_a_definition_ends_at_its_type() {
    let own = [("file_items", 1), ("parse", 1), ("signature", 1), ("elaborate", 1), ("definition_type", 1)];
    check("p/b.pol", "given and weighed", "given or weighed", &[&own[..], &COLLECTED].concat());
}

#[test]
fn a_definition_of_another_type_runs_its_readers() {
    let own = [
        ("file_items", 1),
        ("parse", 1),
        ("signature", 1),
        ("names", 1),
        ("elaborate", 2),
        ("definition_type", 1),
    ];
    check("p/b.pol", "given and weighed", "amount", &[&own[..], &COLLECTED].concat());
}

#[test]
fn a_comment_above_moves_offsets_only() {
    let expected = [("file_items", 1), ("package_problems", 1), ("compile", 1)];
    check("p/b.pol", "# The rules.", "# The rules of article 5.\n#", &expected);
}

#[test]
fn a_comment_within_an_item_runs_its_own_queries() {
    let own = [("file_items", 1), ("parse", 1), ("signature", 1), ("elaborate", 1)];
    let mut expected = [&own[..], &COLLECTED].concat();
    expected.push(("definition_type", 1));
    check("p/b.pol", "  means", "  # So.\n  means", &expected);
}

#[test]
fn blanks_at_the_end_of_a_file_run_nothing_else() {
    check("p/c.pol", "given\n}\n", "given\n}\n\n\n", &[("file_items", 1)]);
}

#[test]
fn an_edit_of_a_question_runs_no_reader() {
    let own = [("file_items", 1), ("parse", 1), ("signature", 1), ("elaborate", 1)];
    check("p/a.pol", "given  : bool", "given  : bool ask \"Is it?\"", &[&own[..], &COLLECTED].concat());
}

#[test]
fn an_edit_of_a_type_runs_what_reads_names() {
    let ran = Session::new().edit("p/a.pol", "given  : bool", "given  : judgement");
    assert_eq!((ran["parse"], ran["signature"], ran["names"]), (1, 1, 1));
    assert!(ran["elaborate"] > 3);
    assert!(!ran.contains_key("package_items"));
}

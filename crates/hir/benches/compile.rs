//! How long it takes to compile packages of a thousand and of five thousand
//! norms, each with definitions, an exception and an element of its own; and
//! to compile again after an edit.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use divan::Bencher;
use hir::{Database, Files, compile, load};

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [500, 1_000, 5_000];

struct Memory(BTreeMap<String, String>);

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| "no such file".to_owned())
    }

    fn policies(&self, _: &str) -> Result<Vec<String>, String> {
        Ok(self.0.keys().filter(|path| path.ends_with(".pol")).cloned().collect())
    }

    fn join(&self, folder: &str, path: &str) -> String {
        format!("{folder}/{path}")
    }
}

fn package(norms: usize) -> Memory {
    let manifest = "[policy]\nname = \"bench\"\nversion = \"1\"\nsource = \"ai_act\"\n";
    let mut facts = String::from(
        "source ai_act { title \"AI Act\" number \"Regulation (EU) 2024/1689\" celex \"32024R1689\" }\n\
         conduct { kinds use lasting operators provider, deployer }\nfacts {\n",
    );
    let mut rules = String::new();
    for at in 0..norms {
        let _ =
            writeln!(facts, "  topic_{at}.first : judgement ask \"Is it so?\"\n  topic_{at}.second : bool");
        let _ = writeln!(
            rules,
            "definition both_{at} {{\n  basis article 5(1)(c)\n  means topic_{at}.first and topic_{at}.second\n}}\n\
             definition any_{at} {{\n  means both_{at} or not topic_{at}.second\n}}\n\
             prohibition norm_{at} {{\n  label \"Norm {at}\"\n  basis article 5(1)(c)\n  in force from 2024-08-01\n  \
             applies from 2025-02-02\n  forbids use\n  element any_{at}\n  element first = topic_{at}.first\n}}\n\
             exception exception_{at} to norm_{at} {{\n  basis article 5(2)\n  element both_{at}\n}}"
        );
    }
    facts.push_str("}\n");
    let files = [("p/policy.toml", manifest.to_owned()), ("p/a.pol", facts), ("p/b.pol", rules)];
    Memory(files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect())
}

/// From texts to the program.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn whole(bencher: Bencher, norms: usize) {
    let files = package(norms);
    bencher.bench_local(|| {
        let db = Database::default();
        let loaded = load(&db, &files, "p");
        assert!(compile(&db, loaded.package).program.is_some());
    });
}

/// After an edit inside one definition.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn after_an_edit(bencher: Bencher, norms: usize) {
    let files = package(norms);
    let mut db = Database::default();
    let loaded = load(&db, &files, "p");
    compile(&db, loaded.package);
    let file = loaded.files[2];
    let mut negated = false;
    bencher.bench_local(|| {
        let text = file.text(&db);
        let (from, to) = if negated {
            ("not topic_0.first", "topic_0.first")
        } else {
            ("topic_0.first", "not topic_0.first")
        };
        let text = text.replacen(from, to, 1);
        negated = !negated;
        db.set_text(file, text);
        assert!(compile(&db, loaded.package).program.is_some());
    });
}

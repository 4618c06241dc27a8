//! How packages compile, from files in one string.

use std::collections::BTreeMap;

use crate::db::Database;
use crate::load::{Files, load};
use crate::program::{Compiled, compile};

/// Files in memory.
pub struct Memory(pub BTreeMap<String, String>);

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| "no such file".to_owned())
    }

    fn policies(&self, folder: &str) -> Result<Vec<String>, String> {
        let inside = |path: &&String| path.starts_with(&format!("{folder}/")) && path.ends_with(".pol");
        Ok(self.0.keys().filter(inside).cloned().collect())
    }

    fn join(&self, folder: &str, path: &str) -> String {
        format!("{folder}/{path}")
    }
}

pub fn compile_text(policy: &str) -> Compiled {
    let manifest = "[policy]\nname = \"test\"\nversion = \"1\"\nsource = \"ai_act\"\n";
    let files = [("p/policy.toml", manifest), ("p/a.pol", policy)];
    let files = Memory(files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect());
    let db = Database::default();
    let loaded = load(&db, &files, "p");
    compile(&db, loaded.package).clone()
}

#[test]
fn the_tour_of_every_construct_compiles() {
    let compiled = compile_text(include_str!("../../../docs/language/tour.pol.txt"));
    assert_eq!(compiled.problems, []);
    assert!(compiled.program.is_some());
}

#[test]
#[allow(clippy::disallowed_methods)]
fn tmp_reference() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/eu-ai-act");
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if let Some("pol" | "toml") = path.extension().and_then(|e| e.to_str()) {
            files.insert(format!("p/{}", path.file_name().unwrap().to_str().unwrap()), std::fs::read_to_string(&path).unwrap());
        }
    }
    let files = Memory(files);
    let db = Database::default();
    let loaded = load(&db, &files, "p");
    let compiled = compile(&db, loaded.package);
    for p in &compiled.problems {
        let f = loaded.files[p.file.unwrap().0 as usize];
        let text = f.text(&db);
        let r = p.problem.range;
        println!("{} {:?} «{}»", f.path(&db), p.problem.kind, &text[r]);
    }
    println!("{} issues {:?} items {}", compiled.program.is_some(), crate::names::names(&db, loaded.package).issues, crate::db::package_items(&db, loaded.package).len());
    if let Some(p) = &compiled.program { println!("nodes {} hash {}", p.nodes.table.len(), p.policy.hash); 
      for n in &p.prohibitions { println!("{} {:?} {:?}", n.name, n.subject, n.versions.0.iter().map(|v| (v.period, v.state)).collect::<Vec<_>>()); } }
}

//! The layers: what each crate may use. Read here, compared with the
//! manifests of `crates/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Each crate of the project with those it may name in its manifest. What
/// those use it may use too.
const LAYERS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("problem", &["base"]),
    ("syntax", &["base", "problem"]),
    ("ir", &["base"]),
    ("law", &["base", "problem"]),
    ("import", &["law"]),
    ("facts", &["ir", "problem"]),
    ("fmt", &["syntax"]),
    ("hir", &["syntax", "ir", "law", "problem"]),
    ("eval", &["ir"]),
    ("analysis", &["ir", "eval"]),
    ("words", &["problem", "ir", "law", "facts", "eval", "analysis"]),
    ("runner", &["hir", "facts", "eval", "analysis", "words"]),
    ("ide", &["hir", "fmt", "law", "facts", "eval", "words", "runner"]),
    ("cli", &SHELL),
    ("lsp", &SHELL),
];

/// Shells may use all that lies below them.
const SHELL: [&str; 14] = [
    "base", "problem", "syntax", "ir", "law", "import", "facts", "fmt", "hir", "eval", "analysis", "words",
    "runner", "ide",
];

/// Crates that only tests use.
const FOR_TESTS: &[&str] = &["testkit"];

/// Compares the manifests under `crates` with the layers.
///
/// # Errors
/// Every crate that is in no layer, and every use that the layers do not
/// allow.
pub fn check(crates: &Path) -> Result<(), String> {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(crates).map_err(|error| error.to_string())? {
        let folder = entry.map_err(|error| error.to_string())?.path();
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Ok(manifest) = std::fs::read_to_string(folder.join("Cargo.toml")) else { continue };
        if FOR_TESTS.contains(&name.as_str()) {
            continue;
        }
        let Some(allowed) = allowed.get(name.as_str()) else {
            wrong.push(format!("`{name}` is in no layer"));
            continue;
        };
        let used = project_crates(&manifest)?;
        let too_much = used.iter().filter(|used| !allowed.contains(used.as_str()));
        wrong.extend(too_much.map(|used| format!("`{name}` may not use `{used}`")));
    }
    wrong.sort();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// What each crate may use, directly or not.
fn allowed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut allowed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, direct) in LAYERS {
        // A crate stands below those that use it, so theirs are known here.
        let mut all: BTreeSet<&str> = direct.iter().copied().collect();
        for used in *direct {
            all.extend(allowed.get(used).into_iter().flatten().copied());
        }
        allowed.insert(name, all);
    }
    allowed
}

/// The crates of the project that a manifest names; what only tests use does
/// not count.
fn project_crates(manifest: &str) -> Result<Vec<String>, String> {
    let table: toml::Table = manifest.parse().map_err(|error| format!("{error}"))?;
    let mut used = Vec::new();
    for section in ["dependencies", "build-dependencies"] {
        let names =
            table.get(section).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
        used.extend(names.filter(|name| LAYERS.iter().any(|(layer, _)| layer == name)).cloned());
    }
    Ok(used)
}

//! A package compiled: all its problems, and the program if there is one.

use std::sync::Arc;

use base::{FileId, Span, TextRange};
use ir::Program;
use problem::{Located, NameKind, Severity};
use sha2::{Digest, Sha256};

use crate::checks;
use crate::db::{Db, Package, file_items, manifest, package_items, parse};
use crate::elaboration::elaborate;
use crate::lower::{self, Source};
use crate::manifest::Manifest;
use crate::names::names;

/// What compiling a package gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The program; only of a package without errors.
    pub program: Option<Arc<Program>>,
    /// The problems, by file and place.
    pub problems: Vec<Located>,
}

/// Compiles a package with those it depends on.
#[salsa::tracked]
pub fn compile(db: &dyn Db, package: Package) -> Compiled {
    let (read, manifest_problems) = manifest(db, package);
    let mut problems = Vec::new();
    if let Some(file) = package.manifest(db) {
        let own = manifest_problems.iter().cloned().chain(names_in_manifest(db, package, read));
        problems.extend(own.map(|problem| problem.at(file.id(db), 0.into())));
    }
    for file in files(db, package) {
        let found = file_items(db, file).problems.iter().cloned();
        problems.extend(found.map(|problem| problem.at(file.id(db), 0.into())));
    }
    let items = package_items(db, package);
    let mut sources = Vec::with_capacity(items.len());
    for (_, item) in items {
        let (file, offset) = (item.file(db).id(db), item.offset(db));
        let elaborated = elaborate(db, package, *item);
        let own = parse(db, *item).problems.iter().chain(&elaborated.problems).cloned();
        problems.extend(own.map(|problem| problem.at(file, offset)));
        if let Some(item_model) = &elaborated.item {
            sources.push(Source { item: item_model, kind: item.kind(db), file, offset });
        }
        db.unwind_if_revision_cancelled();
    }
    problems.extend(checks::check(&sources, names(db, package)));

    let mut program = None;
    if !problems.iter().any(is_error) {
        let lowered = lower::lower(&sources, names(db, package), read);
        problems.extend(lowered.problems);
        if !problems.iter().any(is_error) {
            let mut lowered = lowered.program;
            lowered.policy.hash = hash(&lowered);
            program = Some(Arc::new(lowered));
        }
    }
    problems.sort_by_key(|located| {
        (located.file, located.problem.range.start(), located.problem.range.end(), located.problem.kind.code())
    });
    problems.dedup();
    Compiled { program, problems }
}

fn is_error(located: &Located) -> bool {
    located.problem.kind.severity() == Severity::Error
}

fn files(db: &dyn Db, package: Package) -> Vec<crate::db::SourceFile> {
    let mut found = Vec::new();
    let mut pending = vec![package];
    let mut visited = vec![package];
    while let Some(package) = pending.pop() {
        found.extend(package.files(db).iter().copied());
        for (_, dependency) in package.dependencies(db) {
            if !visited.contains(dependency) {
                visited.push(*dependency);
                pending.push(*dependency);
            }
        }
    }
    found
}

/// Issues, readings and sources that the manifest names and nothing has.
fn names_in_manifest(db: &dyn Db, package: Package, manifest: &Manifest) -> Vec<problem::Problem> {
    let names = names(db, package);
    let mut problems = Vec::new();
    if let Some(source) = &manifest.source
        && !names.sources.contains_key(&source.value)
    {
        let known: Vec<String> = names.sources.keys().cloned().collect();
        problems.push(Manifest::unknown(NameKind::Source, source, &known));
    }
    for (issue, reading) in manifest.profiles.iter().flat_map(|profile| &profile.picks) {
        match names.issues.get(&issue.value) {
            None => {
                let known: Vec<String> = names.issues.keys().cloned().collect();
                problems.push(Manifest::unknown(NameKind::Issue, issue, &known));
            }
            Some(readings) if !readings.contains(&reading.value) => {
                problems.push(Manifest::unknown(NameKind::Reading, reading, readings));
            }
            Some(_) => {}
        }
    }
    problems
}

/// The hash of a program without its spans: the same for two spellings of
/// one policy.
fn hash(program: &Program) -> String {
    let mut bare = program.clone();
    bare.nodes.origins.clear();
    let text = serde_json::to_value(&bare).map(|mut value| {
        forget_spans(&mut value);
        value.to_string()
    });
    let digest = Sha256::digest(text.unwrap_or_default());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

fn forget_spans(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.remove("span");
            map.values_mut().for_each(forget_spans);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(forget_spans),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}

/// A span in a file from its start, for problems about a file as a whole.
pub fn file_start(file: FileId) -> Span {
    Span { file, range: TextRange::default() }
}

//! A package compiled: all its problems, and the program if there is one.

use std::sync::Arc;

use ir::Program;
use problem::{Located, NameKind, NameProblem, Problem, Severity};

use crate::checks;
use crate::db::{Db, Package, SourceFile, file_items, manifest, packages, parse};
use crate::elaboration::elaborate;
use crate::hash::hash;
use crate::lower;
use crate::manifest::Manifest;
use crate::names::{declared_sources, names};
use crate::source::sources;
use crate::translations::translation_problems;

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
    let mut problems = Vec::new();
    for (_, owner) in packages(db, package) {
        for file in owner.files(db) {
            problems.extend(file_problems(db, package, *file).iter().cloned());
        }
    }
    problems.extend(package_problems(db, package).iter().cloned());
    let mut program = None;
    if !problems.iter().any(is_error) {
        let lowered = lower::lower(db, package);
        problems.extend(lowered.problems);
        if !problems.iter().any(is_error) {
            let mut lowered = lowered.program;
            lowered.policy.hash = hash(&mut lowered);
            program = Some(Arc::new(lowered));
        }
    }
    problems.sort_by_cached_key(|located| {
        let range = located.problem.range;
        (located.file, range.start(), range.end(), located.problem.kind.code())
    });
    problems.dedup();
    Compiled { program, problems }
}

/// What is wrong within the items of a file, and between them: all that shows
/// without lowering, and without looking at other items but by name.
#[salsa::tracked]
pub fn file_problems(db: &dyn Db, package: Package, file: SourceFile) -> Vec<Located> {
    let found = file_items(db, file);
    let between = found.problems.iter().map(|problem| (problem, 0.into()));
    let within = found.items.iter().flat_map(|item| {
        let problems = parse(db, *item).problems.iter().chain(&elaborate(db, package, *item).problems);
        problems.map(|problem| (problem, item.offset(db)))
    });
    let all = between.chain(within);
    all.map(|(problem, offset)| problem.clone().at(file.id(db), offset)).collect()
}

/// What is wrong with a package as a whole: its manifest, its translations,
/// and its items taken together.
#[salsa::tracked]
pub fn package_problems(db: &dyn Db, package: Package) -> Vec<Located> {
    let mut problems = Vec::new();
    for (_, owner) in packages(db, package) {
        problems.extend(manifest_problems(db, *owner));
        problems.extend(translation_problems(db, package, *owner).iter().cloned());
    }
    problems.extend(checks::check(&sources(db, package), names(db, package)));
    problems
}

fn is_error(located: &Located) -> bool {
    located.problem.kind.severity() == Severity::Error
}

/// What is wrong with a manifest: its text, and names in it that nothing has.
fn manifest_problems(db: &dyn Db, package: Package) -> Vec<Located> {
    let Some(file) = package.manifest(db) else { return Vec::new() };
    let (read, own) = manifest(db, package);
    let mut problems = own.clone();
    if own.is_empty() {
        problems.extend(names_in_manifest(db, package, read));
    }
    problems.into_iter().map(|problem| problem.at(file.id(db), 0.into())).collect()
}

/// Issues, readings and sources that the manifest names and nothing has; and
/// a source that it does not name and should.
fn names_in_manifest(db: &dyn Db, package: Package, manifest: &Manifest) -> Vec<Problem> {
    let names = names(db, package);
    let mut problems = Vec::new();
    match &manifest.source {
        Some(source) if !names.sources.contains_key(&source.value) => {
            problems.push(Manifest::unknown(NameKind::Source, source, names.sources.keys()));
        }
        Some(_) => {}
        None => {
            let sources = declared_sources(db, package);
            if sources.len() > 1 {
                problems.push(Problem::new(NameProblem::NoDefaultSource { sources }, manifest.name_range));
            }
        }
    }
    for (issue, reading) in manifest.profiles.iter().flat_map(|profile| &profile.picks) {
        match names.issues.get(&issue.value) {
            None => problems.push(Manifest::unknown(NameKind::Issue, issue, names.issues.keys())),
            Some(readings) if !readings.contains(&reading.value) => {
                problems.push(Manifest::unknown(NameKind::Reading, reading, readings.iter()));
            }
            Some(_) => {}
        }
    }
    problems
}

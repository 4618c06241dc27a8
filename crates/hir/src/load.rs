//! From a folder to inputs of the database. The folder is behind a trait, so
//! that this layer does no IO of its own.

use std::collections::BTreeMap;

use base::{FileId, TextRange};
use problem::{FactsProblem, Located, Problem, SyntaxProblem};

use crate::db::{Database, Package, SourceFile};
use crate::manifest::Manifest;

/// Where the files of packages are.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// The paths of all `.pol` files under a folder, in order.
    ///
    /// # Errors
    /// What the system says.
    fn policies(&self, folder: &str) -> Result<Vec<String>, String>;

    /// The folder that `path` names, seen from `folder`.
    fn join(&self, folder: &str, path: &str) -> String;
}

/// A package that was read.
pub struct Loaded {
    /// The package.
    pub package: Package,
    /// The files by number.
    pub files: Vec<SourceFile>,
    /// The files that could not be read.
    pub problems: Vec<Located>,
}

/// Reads the package of a folder, and those it depends on.
pub fn load(db: &Database, files: &dyn Files, folder: &str) -> Loaded {
    let mut loader = Loader { db, files, read: Vec::new(), problems: Vec::new(), packages: BTreeMap::new() };
    let package = loader.package(folder);
    Loaded { package, files: loader.read, problems: loader.problems }
}

struct Loader<'a> {
    db: &'a Database,
    files: &'a dyn Files,
    read: Vec<SourceFile>,
    problems: Vec<Located>,
    /// The packages so far by folder; none while one is being read.
    packages: BTreeMap<String, Option<Package>>,
}

impl Loader<'_> {
    fn package(&mut self, folder: &str) -> Package {
        self.packages.insert(folder.to_owned(), None);
        let manifest = self.file(&self.files.join(folder, "policy.toml"));
        let paths = self.files.policies(folder).unwrap_or_else(|detail| {
            self.problem(None, FactsProblem::Unreadable { path: folder.to_owned(), detail });
            Vec::new()
        });
        let files = paths.iter().filter_map(|path| self.file(path)).collect();
        let mut dependencies = Vec::new();
        if let Some(file) = manifest {
            let (read, _) = Manifest::read(file.text(self.db));
            for (name, path) in read.dependencies {
                let folder = self.files.join(folder, &path.value);
                let package = match self.packages.get(&folder).copied() {
                    Some(Some(package)) => package,
                    // A circle of packages adds nothing.
                    Some(None) => continue,
                    None => self.package(&folder),
                };
                dependencies.push((name, package));
            }
        }
        let package = Package::new(self.db, manifest, files, dependencies);
        self.packages.insert(folder.to_owned(), Some(package));
        package
    }

    fn file(&mut self, path: &str) -> Option<SourceFile> {
        let id = FileId(self.read.len() as u32);
        let bytes = match self.files.read(path) {
            Ok(bytes) => bytes,
            Err(detail) => {
                self.problem(None, FactsProblem::Unreadable { path: path.to_owned(), detail });
                return None;
            }
        };
        let (text, problem) = match String::from_utf8(bytes) {
            Ok(text) if text.len() > syntax::FILE_LIMIT => {
                let limit = syntax::FILE_LIMIT as u64;
                (String::new(), Some(SyntaxProblem::TooLarge { limit }))
            }
            Ok(text) => (text, None),
            Err(_) => (String::new(), Some(SyntaxProblem::NotUtf8)),
        };
        let file = SourceFile::new(self.db, id, path.to_owned(), text);
        self.read.push(file);
        if let Some(problem) = problem {
            self.problem(Some(id), problem);
        }
        Some(file)
    }

    fn problem(&mut self, file: Option<FileId>, kind: impl Into<problem::Kind>) {
        let problem = Problem::new(kind, TextRange::default());
        self.problems.push(Located { file, pointer: None, problem });
    }
}

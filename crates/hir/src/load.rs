//! From a folder to inputs of the database. The folder is behind a trait, so
//! that this layer does no IO of its own.

use std::collections::BTreeMap;

use base::{FileId, Lang, TextRange};
use problem::{FactsProblem, Located, NameKind, NameProblem, Problem, SyntaxProblem};

use crate::db::{Database, Package, SourceFile};
use crate::manifest::Manifest;

/// Where the files of packages are.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// The bytes of a file that need not be there. A shell that can tell a
    /// missing file from one that it cannot read should do so here.
    ///
    /// # Errors
    /// What the system says of a file that is there.
    fn read_if_there(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self.read(path).ok())
    }

    /// The paths of all `.pol` files under a folder, in order.
    ///
    /// # Errors
    /// What the system says.
    fn policies(&self, folder: &str) -> Result<Vec<String>, String>;

    /// What `path` names, seen from `folder`.
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

/// The most packages that make up one policy. It ends circles that links
/// between folders hide.
const PACKAGE_LIMIT: usize = 128;

struct Loader<'a> {
    db: &'a Database,
    files: &'a dyn Files,
    read: Vec<SourceFile>,
    problems: Vec<Located>,
    /// The packages so far by plain folder; none while one is being read.
    packages: BTreeMap<String, Option<Package>>,
}

impl Loader<'_> {
    fn package(&mut self, folder: &str) -> Package {
        self.packages.insert(plain(folder), None);
        let (paths, manifest) = match self.files.policies(folder) {
            Ok(paths) => (paths, self.file(&self.files.join(folder, "policy.toml"))),
            Err(detail) => {
                self.problem(None, FactsProblem::Unreadable { path: folder.to_owned(), detail });
                (Vec::new(), None)
            }
        };
        let files = paths.iter().filter_map(|path| self.file(path)).collect();
        let read = manifest.map(|file| Manifest::read(file.text(self.db)).0);
        let languages = read.iter().flat_map(|read| read.languages.iter().skip(1));
        let translations =
            languages.filter_map(|lang| Some((*lang, self.translation(folder, *lang)?))).collect();
        let mut dependencies = Vec::new();
        for (name, path) in read.iter().flat_map(|read| &read.dependencies) {
            let folder = self.files.join(folder, &path.value);
            let package = match self.packages.get(&plain(&folder)).copied() {
                Some(Some(package)) => package,
                // A circle of packages adds nothing.
                Some(None) => continue,
                None if self.packages.len() >= PACKAGE_LIMIT => {
                    let limit = PACKAGE_LIMIT as u32;
                    self.problem(manifest, NameProblem::TooMany { kind: NameKind::Package, limit });
                    continue;
                }
                None => self.package(&folder),
            };
            dependencies.push((name.clone(), package));
        }
        let package = Package::new(self.db, manifest, files, dependencies, translations);
        self.packages.insert(plain(folder), Some(package));
        package
    }

    fn translation(&mut self, folder: &str, lang: Lang) -> Option<SourceFile> {
        let path = self.files.join(folder, &format!("i18n/{lang}.ftl"));
        match self.files.read_if_there(&path) {
            Ok(bytes) => bytes.map(|bytes| self.source(&path, bytes)),
            Err(detail) => {
                self.problem(None, FactsProblem::Unreadable { path, detail });
                None
            }
        }
    }

    fn file(&mut self, path: &str) -> Option<SourceFile> {
        match self.files.read(path) {
            Ok(bytes) => Some(self.source(path, bytes)),
            Err(detail) => {
                self.problem(None, FactsProblem::Unreadable { path: path.to_owned(), detail });
                None
            }
        }
    }

    fn source(&mut self, path: &str, bytes: Vec<u8>) -> SourceFile {
        let id = FileId(self.read.len() as u32);
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
            self.problem(Some(file), problem);
        }
        file
    }

    fn problem(&mut self, file: Option<SourceFile>, kind: impl Into<problem::Kind>) {
        let problem = Problem::new(kind, TextRange::default());
        let located = Located { file: file.map(|file| file.id(self.db)), pointer: None, problem };
        if !self.problems.contains(&located) {
            self.problems.push(located);
        }
    }
}

/// A folder without `.` and `..` on the way: two spellings of one.
fn plain(folder: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split(['/', '\\']) {
        match (step, steps.last()) {
            (".", _) => {}
            ("", Some(_)) => {}
            ("..", Some(last)) if !matches!(*last, ".." | "") => {
                steps.pop();
            }
            (step, _) => steps.push(step),
        }
    }
    steps.join("/")
}

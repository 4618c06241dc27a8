//! One run: the package compiled, and the files that output shows.

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::{FileId, Lang, LineIndex, TextRange};
use hir::{Database, compile, load};
use ir::Program;
use problem::{FactsProblem, Kind, Located, Problem, Severity};
use words::problems::PolicyReport;
use words::{Acts, Citations, Files, SourceFile, Style, Voice};

use crate::{disk, output};

/// A package, compiled.
pub struct Session {
    /// The program, if the package has no errors.
    pub program: Option<Arc<Program>>,
    /// The problems of the package.
    pub problems: Vec<Located>,
    /// What the manifest calls the package; none if it cannot be read.
    pub policy: Option<PolicyReport>,
    folder: String,
    files: Shelf,
    acts: Acts,
}

/// The files of a run by number: those of the policy, then those of the facts.
#[derive(Default)]
pub struct Shelf {
    files: Vec<Shelved>,
}

struct Shelved {
    path: String,
    text: String,
    lines: OnceCell<LineIndex>,
}

impl Shelf {
    /// Adds a file and gives its number.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.files.push(Shelved { path, text, lines: OnceCell::new() });
        id
    }

    /// The number that the next file will have.
    pub fn next(&self) -> u32 {
        self.files.len() as u32
    }

    /// Forgets the files from a number on.
    pub fn truncate(&mut self, next: u32) {
        self.files.truncate(next as usize);
    }

    /// The file of a number.
    pub fn find(&self, id: FileId) -> Option<SourceFile<'_>> {
        let Shelved { path, text, lines } = self.files.get(id.0 as usize)?;
        Some(SourceFile { path, text, lines: lines.get_or_init(|| LineIndex::new(text)) })
    }
}

impl Session {
    /// Compiles the package of a folder, or the nearest one upward.
    ///
    /// # Errors
    /// If there is no package.
    pub fn open(package: Option<&Path>) -> Result<Session, Vec<Located>> {
        let folder = disk::show(&find(package)?);
        let db = Database::default();
        let loaded = load(&db, &disk::Disk, &folder);
        let compiled = compile(&db, loaded.package);
        let mut files = Shelf::default();
        for file in &loaded.files {
            files.add(file.path(&db).to_owned(), file.text(&db).to_owned());
        }
        let manifest = &hir::db::manifest(&db, loaded.package).0;
        let acts = Acts::new(compiled.program.iter().flat_map(|program| &program.sources));
        let readable = loaded.problems.is_empty();
        // A manifest without a name has none of the rest either.
        let policy = (!manifest.name_range.is_empty())
            .then(|| PolicyReport { name: manifest.name.clone(), version: manifest.version.clone() });
        Ok(Session {
            program: compiled.program.clone().filter(|_| readable),
            problems: loaded.problems.into_iter().chain(compiled.problems.iter().cloned()).collect(),
            policy,
            folder,
            files,
            acts,
        })
    }

    /// The name of the package, else its folder.
    pub fn name(&self) -> &str {
        self.policy.as_ref().map_or(&self.folder, |policy| &policy.name)
    }

    /// A language with the citations of this package.
    pub fn voice(&self, lang: Lang) -> Voice<'_> {
        Voice { lang, citations: &self.acts }
    }

    /// Who writes the citations.
    pub fn citations(&self) -> &dyn Citations {
        &self.acts
    }

    /// The files that output shows.
    pub fn shelf(&mut self) -> &mut Shelf {
        &mut self.files
    }

    /// Finds a file by its number.
    pub fn file(&self, id: FileId) -> Option<SourceFile<'_>> {
        self.files.find(id)
    }

    /// Whether the package has errors.
    pub fn has_errors(&self) -> bool {
        self.program.is_none() || has_errors(&self.problems)
    }

    /// Tells of problems on standard error.
    pub fn tell(&self, problems: &[Located], lang: Lang) {
        if !problems.is_empty() {
            let files: &Files<'_> = &|id| self.file(id);
            output::tell(&words::problems::render_problems(problems, files, self.voice(lang), Style::Ansi));
        }
    }
}

/// The folder of the package that is meant: the one named, else the nearest
/// one upward.
fn find(package: Option<&Path>) -> Result<PathBuf, Vec<Located>> {
    let here = package.unwrap_or(Path::new("."));
    let nearest = disk::nearest_package(here);
    let no_package = || vec![nowhere(FactsProblem::NoPackage { folder: disk::show(here) })];
    let Some(folder) = package else { return nearest.ok_or_else(no_package) };
    // A folder within a package is not that package: it may have been meant.
    let manifest = folder.join("policy.toml");
    match disk::is_file(&manifest) {
        Ok(true) => Ok(folder.to_owned()),
        Err(error) if nearest.is_some() || error.kind() == ErrorKind::PermissionDenied => {
            let (path, detail) = (disk::show(&manifest), disk::reason(&error));
            Err(vec![nowhere(FactsProblem::Unreadable { path, detail })])
        }
        Ok(false) | Err(_) => Err(no_package()),
    }
}

/// Tells of problems that have no package to show.
pub fn tell_alone(problems: &[Located], lang: Lang) {
    let acts = Acts::new([]);
    let voice = Voice { lang, citations: &acts };
    output::tell(&words::problems::render_problems(problems, &|_| None, voice, Style::Ansi));
}

/// Whether one of the problems is an error.
pub fn has_errors(problems: &[Located]) -> bool {
    problems.iter().any(|located| located.problem.kind.severity() == Severity::Error)
}

/// A problem that is in no file.
pub fn nowhere(kind: impl Into<Kind>) -> Located {
    Located { file: None, pointer: None, problem: Problem::new(kind, TextRange::default()) }
}

//! Packages in memory: from the fences of a case to a program and problems.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::{FileId, Lang, LineIndex};
use hir::{Database, Files};
use ir::Program;
use problem::{Located, Severity};
use words::{Acts, Voice};

use crate::markdown::Fence;

/// The folder in which the package of a case lies.
const FOLDER: &str = "package";

/// A package that was compiled.
pub struct Package {
    /// The program, if there are no errors.
    pub program: Option<Arc<Program>>,
    /// The problems, in the order of the compiler.
    pub problems: Vec<Located>,
    files: Vec<Shown>,
    acts: Acts,
    /// The file of the last fence, which a place without a file is in.
    last: String,
}

struct Shown {
    path: String,
    text: String,
    lines: LineIndex,
}

/// Files in memory, by path.
struct Memory(BTreeMap<String, String>);

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| "no such file".to_owned())
    }

    fn policies(&self, folder: &str) -> Result<Vec<String>, String> {
        let inside = |path: &&String| {
            path.strip_prefix(&format!("{folder}/"))
                .is_some_and(|path| path.ends_with(".pol") && !path.contains('/'))
        };
        Ok(self.0.keys().filter(inside).cloned().collect())
    }

    fn join(&self, folder: &str, path: &str) -> String {
        format!("{folder}/{path}")
    }
}

impl Package {
    /// Compiles the package that fences make up.
    pub fn compile(fences: &[Fence]) -> Package {
        let (files, last) = files(fences);
        let db = Database::default();
        let loaded = hir::load(&db, &Memory(files), FOLDER);
        let compiled = hir::compile(&db, loaded.package);
        let shown = loaded.files.iter().map(|file| Shown {
            path: file.path(&db).trim_start_matches(&format!("{FOLDER}/")).to_owned(),
            text: file.text(&db).to_owned(),
            lines: LineIndex::new(file.text(&db)),
        });
        let sources: Vec<ir::Source> = hir::names::names(&db, loaded.package)
            .sources
            .iter()
            .map(|(name, celex)| ir::Source {
                name: name.clone(),
                title: name.clone(),
                number: name.clone(),
                celex: celex.clone(),
            })
            .collect();
        Package {
            program: compiled.program.clone(),
            problems: loaded.problems.into_iter().chain(compiled.problems.iter().cloned()).collect(),
            files: shown.collect(),
            acts: Acts::new(&sources),
            last,
        }
    }

    /// The errors, as a failed case shows them.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.problems.iter().filter(|it| it.problem.kind.severity() == Severity::Error);
        errors.map(|problem| self.describe(problem)).collect()
    }

    /// A problem as a line: code, place, title.
    pub fn describe(&self, located: &Located) -> String {
        self.line(located, |id| {
            let Shown { path, text, lines } = self.files.get(id.0 as usize)?;
            let place = lines.line_column(text, located.problem.range.start());
            let file = if *path == self.last { String::new() } else { format!("{path}:") };
            Some(format!("{file}{}:{}", place.line, place.column))
        })
    }

    /// The same for a problem of the facts, which lie in these texts.
    pub fn describe_in(&self, located: &Located, facts: &[Fence]) -> String {
        self.line(located, |id| {
            let text = &facts.get(id.0 as usize)?.text;
            let place = LineIndex::new(text).line_column(text, located.problem.range.start());
            let file = if id.0 == 0 { String::new() } else { format!("{}:", id.0 + 1) };
            Some(format!("{file}{}:{}", place.line, place.column))
        })
    }

    fn line(&self, located: &Located, place: impl Fn(FileId) -> Option<String>) -> String {
        let voice = Voice { lang: Lang::En, citations: &self.acts };
        let described = words::problems::describe(located, voice);
        let place = located.file.and_then(place).unwrap_or_else(|| "-".to_owned());
        format!("{} {place} {}", described.code, described.title)
    }
}

/// The files that fences hold, and the last of them.
fn files(fences: &[Fence]) -> (BTreeMap<String, String>, String) {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for (number, fence) in fences.iter().enumerate() {
        let mut name =
            if number == 0 { "policy.pol".to_owned() } else { format!("policy_{}.pol", number + 1) };
        for line in fence.text.split_inclusive('\n') {
            match line.trim_end().strip_prefix("--- ") {
                Some(next) => name = next.to_owned(),
                None => {
                    files.entry(format!("{FOLDER}/{name}")).or_default().push_str(line);
                    last.clone_from(&name);
                }
            }
        }
    }
    let manifest = format!("{FOLDER}/policy.toml");
    if !files.contains_key(&manifest) {
        let sources =
            files.values().flat_map(|text| text.lines()).filter_map(|line| line.strip_prefix("source "));
        let source = sources.filter_map(|rest| rest.split_whitespace().next()).next();
        let source = source.map_or_else(String::new, |name| format!("source = \"{name}\"\n"));
        let text =
            format!("[policy]\nname = \"test\"\nversion = \"1\"\n{source}time_zone = \"Europe/Brussels\"\n");
        files.insert(manifest, text);
    }
    (files, last)
}

//! The language's specification, run: every case of `suite/**/*.md` and of
//! `docs/language/*.md` is a test, named after its headings. `suite/README.md`
//! says how cases are written. A word on the command line filters them:
//! `cargo test -p suite -- issues`.
//!
//! Nothing here knows what a construct means; that stands in the suites.

// This package is the shell of its tests: it reads the suites from disk.
#![allow(clippy::disallowed_methods)]

mod answer;
mod case;
mod expect;
mod layers;
mod markdown;
mod package;
mod run;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

use crate::markdown::Fence;

/// The folders and files that hold suites, seen from this package.
const PLACES: [&str; 2] = ["suite", "../docs/language"];

/// What a ` ```policy fragment ` stands on.
const FRAME: &str = "../docs/language/frame.pol";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = Vec::new();
    for place in PLACES {
        let folder = home.join(place);
        for path in documents(&folder) {
            trials.extend(trials_of(&path, &home.join(FRAME), &folder, place));
        }
    }
    let crates = home.join("../crates");
    trials.push(Trial::test("layers", move || layers::check(&crates).map_err(Into::into)));
    let tour = home.join("../docs/language");
    trials
        .push(Trial::test("the tour on its page is the tour", move || run::tour(&tour).map_err(Into::into)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The Markdown files in a folder and below it, in order.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found
}

/// One test for each case of a document; one that fails where the document
/// itself is broken.
fn trials_of(path: &Path, frame: &Path, folder: &Path, place: &str) -> Vec<Trial> {
    let shown = path.strip_prefix(folder).unwrap_or(path).display().to_string();
    let shown = format!("{}/{shown}", place.trim_start_matches("../"));
    match cases(path, frame) {
        Ok(cases) => cases
            .into_iter()
            .map(|case| {
                let place = format!("{shown}:{}", case.line);
                Trial::test(format!("{shown}: {}", case.name), move || {
                    run::case(&case).map_err(|problem| format!("{place}\n{problem}").into())
                })
            })
            .collect(),
        Err((line, problem)) => {
            vec![Trial::test(shown.clone(), move || Err(format!("{shown}:{line}\n{problem}").into()))]
        }
    }
}

fn cases(path: &Path, frame: &Path) -> Result<Vec<case::Case>, (usize, String)> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| (1, error.to_string()));
    let text = read(path)?;
    let frame = Fence { language: "policy".into(), words: Vec::new(), line: 1, text: read(frame)? };
    let sections =
        markdown::sections(&text).map_err(|line| (line, "this fence is never closed".to_owned()))?;
    case::cases(sections, &frame)
}

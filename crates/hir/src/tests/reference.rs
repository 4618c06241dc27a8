//! The reference policy compiles.

use super::{Memory, check_files};

fn reference() -> Memory {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/eu-ai-act");
    let mut files = Memory::of(&[]);
    for (folder, place) in [(folder.to_owned(), "p"), (format!("{folder}/i18n"), "p/i18n")] {
        for (name, text) in texts(&folder) {
            files.0.insert(format!("{place}/{name}"), text);
        }
    }
    files
}

#[allow(clippy::disallowed_methods, reason = "the policy lies on disk, beside the crates")]
fn texts(folder: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).expect("the policy is there");
    let paths = entries.map(|entry| entry.expect("can be listed").path());
    let texts = paths.filter(|path| path.is_file()).map(|path| {
        let name = path.file_name().expect("has a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).expect("can be read"))
    });
    texts.collect()
}

#[test]
fn the_reference_policy_has_no_problems() {
    let files = reference();
    let files: Vec<(&str, &str)> =
        files.0.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    check_files(&files, &[]);
}

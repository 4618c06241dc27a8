//! Files on disk and on standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use hir::Files;

/// More than this is never read of one file; the limits of what is accepted
/// are lower.
const READ_LIMIT: u64 = 8 * 1024 * 1024 + 1;

/// The file system.
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        read(Path::new(path)).map_err(|error| reason(&error))
    }

    fn policies(&self, folder: &str) -> Result<Vec<String>, String> {
        let mut found = Vec::new();
        walk(Path::new(folder), 0, &mut found).map_err(|error| reason(&error))?;
        found.sort();
        Ok(found)
    }

    fn join(&self, folder: &str, path: &str) -> String {
        show(&Path::new(folder).join(path))
    }
}

/// Deeper than this no policy lies under its package.
const FOLDER_DEPTH: u32 = 32;

/// Collects the `.pol` files of a package: not those of packages within it,
/// of hidden folders, or behind links to folders.
fn walk(folder: &Path, depth: u32, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() {
            if !hidden && depth < FOLDER_DEPTH && !path.join("policy.toml").exists() {
                walk(&path, depth + 1, found)?;
            }
        } else if !hidden && path.extension().is_some_and(|extension| extension == "pol") {
            found.push(show(&path));
        }
    }
    Ok(())
}

/// The bytes of a file, or of standard input for `-`.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(READ_LIMIT).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(READ_LIMIT).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The nearest folder upward that holds a `policy.toml`.
pub fn nearest_package(from: &Path) -> Option<PathBuf> {
    let start = fs::canonicalize(from).ok()?;
    let found = start.ancestors().find(|folder| folder.join("policy.toml").is_file())?;
    if found == start { Some(from.to_owned()) } else { Some(found.to_owned()) }
}

/// What the system says, without its numbers.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text);
    plain.to_lowercase()
}

/// A path as it is shown.
pub fn show(path: &Path) -> String {
    let shown = path.to_string_lossy();
    shown.strip_prefix("./").unwrap_or(&shown).to_owned()
}

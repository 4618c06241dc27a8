//! Files on disk and on standard input.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use hir::Files;

/// More than this is never read of one file. It lies above the limits of what
/// is accepted by more than one character.
const READ_LIMIT: u64 = 8 * 1024 * 1024 + 8;

/// The file system.
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        read(Path::new(path)).map_err(|error| reason(&error))
    }

    fn read_if_there(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        match read(Path::new(path)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(reason(&error)),
        }
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
/// of hidden folders, or behind links to folders. What is neither a file nor
/// a folder, such as a pipe, could be waited for without end and is passed by.
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
            // A link that leads nowhere is told of when it is read.
            if path.metadata().is_ok_and(|found| !found.is_file()) {
                continue;
            }
            found.push(show(&path));
        }
    }
    Ok(())
}

/// Whether there is a file here, and not a folder or something else.
pub fn is_file(path: &Path) -> io::Result<bool> {
    Ok(fs::metadata(path)?.is_file())
}

/// The bytes of a file.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_all(File::open(path)?)
}

/// The bytes of a file of facts, or of standard input for `-`.
pub fn read_facts(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") { read_all(io::stdin().lock()) } else { read(path) }
}

fn read_all(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(READ_LIMIT).read_to_end(&mut bytes)?;
    // The cut may go through a character: what is too large shall not pass for
    // what is not text.
    if bytes.len() as u64 == READ_LIMIT
        && let Err(error) = str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
    Ok(bytes)
}

/// How an input is called in problems.
pub fn name(path: &Path) -> String {
    if path == Path::new("-") { "<stdin>".to_owned() } else { show(path) }
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
    match shown.strip_prefix("./").unwrap_or(&shown) {
        "" => ".".to_owned(),
        plain => plain.to_owned(),
    }
}

//! Files by number, and places in them.

use serde::{Deserialize, Serialize};
use text_size::TextRange;

/// A file of the current run. The numbers are given out by whoever reads the
/// files; they mean nothing outside that run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The bytes, from the start of the file.
    pub range: TextRange,
}

//! What every other layer speaks of: files, ranges of text, languages, and
//! the names of provisions. It knows nothing of policies, laws or facts.

mod file;
mod lang;
mod line_index;
mod provision;

pub use file::{FileId, Span};
pub use lang::Lang;
pub use line_index::{LineColumn, LineIndex};
pub use provision::{Citation, CitationError, Part, ProvisionId, Root};
pub use text_size::{TextRange, TextSize};

//! From text to lossless syntax trees. A scan splits a file into items; pest reads each item alone
//! with `grammar/policy.pest`, one clause at a time, so that a broken clause loses only itself; a
//! pass over the tree finds what the grammar cannot say. Nothing here fails: a text always has a
//! tree, and the tree's text is the text. Names and types mean nothing at this layer.

pub mod ast;
mod depth;
mod kind;
mod parse;
mod reserved;
mod rough;
mod rules;
mod scan;
mod tree;
mod validate;

pub use base::{TextRange, TextSize};
pub use depth::DEPTH_LIMIT;
pub use kind::{PolicyLanguage, SyntaxElement, SyntaxKind, SyntaxNode, SyntaxToken};
pub use parse::{Parse, parse_item};
pub use reserved::{RESERVED, is_reserved};
pub use rowan::GreenNode;
pub use scan::{FILE_LIMIT, Gap, ItemKind, Piece, RawItem, Scan, scan};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

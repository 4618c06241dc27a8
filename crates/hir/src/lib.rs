//! Names, types and norms, on salsa; and the lowering of a policy to the
//! program.
//!
//! The way through: [`db`] inputs and items, [`names`] what a package
//! declares, `elaboration` items with names looked up and types known
//! ([`model`]), [`translations`] their texts in other languages, `source` and
//! `checks` what only a package as a whole shows, `lower` the program,
//! [`program`] all of it as one query. [`load`] fills the database from a
//! folder.

mod checks;
pub mod db;
mod elaboration;
mod graph;
mod hash;
pub mod load;
mod lower;
pub mod manifest;
pub mod model;
pub mod names;
pub mod program;
mod source;
pub mod translations;
pub mod types;

pub use db::{Database, Db, Item, Package, SourceFile};
pub use elaboration::{Elaborated, elaborate};
pub use load::{Files, Loaded, load};
pub use manifest::Manifest;
pub use program::{Compiled, compile};

#[cfg(test)]
mod tests;

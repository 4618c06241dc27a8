//! Names, types and norms, on salsa; and the lowering of a policy to the
//! program.
//!
//! The way through: [`db`] inputs and items, [`names`] what a package
//! declares, `elaboration` items with names looked up and types known, `checks`
//! what only a package as a whole shows, `lower` the program, [`program`] all
//! of it as one query. [`load`] fills the database from a folder.

pub mod db;
pub mod manifest;
pub mod names;
pub mod types;
pub mod model;
mod elaboration;
mod graph;
mod checks;
mod lower;
pub mod program;
pub mod load;

pub use db::{Database, Db, Item, Package, SourceFile};
pub use elaboration::{Elaborated, elaborate};
pub use load::{Files, Loaded, load};
pub use manifest::Manifest;
pub use program::{Compiled, compile};

#[cfg(test)]
mod tests;

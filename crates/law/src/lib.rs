//! The structure of acts, and citations in words: which provisions exist on
//! which day, what explains and refers to what, and how a lawyer writes a
//! citation in Dutch and in English. It holds numbers, nesting and dates, no
//! sentence of any law, and knows nothing of policies.

mod act;
mod catalogue;
mod check;
mod data;
mod day;
mod existence;
mod format;
mod label;
mod level;
mod list;
mod order;
mod recitals;
mod references;
mod spelling;
mod walk;

pub use act::{Act, Change};
pub use check::check;
pub use day::{Day, DayError};
pub use existence::{Existence, Missing};
pub use format::{ActName, Name, Style, cite};
pub use level::{Level, levels};
pub use order::law_order;
pub use recitals::{Link, Tie, recitals_explained_by, recitals_of};
pub use references::{Reference, ReferenceKind, references_from, references_to};

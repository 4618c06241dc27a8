//! From JSON and YAML to the slots of a program.
//!
//! A text of either format is put on a `tape`: a flat row of nodes that
//! know their places. From there one set of rules fills the slots, so both
//! formats mean the same and every problem knows its bytes and its pointer.
//! Nothing here knows what facts are for: norms, outcomes and sentences are
//! elsewhere, and files are read by the shells.
//!
//! Reading order: `input` what comes in and goes out, `tape` with `json`
//! and `yaml`, `table` from keys to slots, `decode` the course of it,
//! `walk`, `root`, `list`, `given` and `value` from nodes to slots,
//! `event`, `times`, `duration` and `number` single values,
//! `report` and `suggest` what is wrong, `provenance`, `choose`,
//! `batch`.

mod input;

mod json;
mod tape;
mod yaml;

mod decode;
mod table;

mod event;
mod given;
mod list;
mod root;
mod value;
mod walk;

mod duration;
mod number;
mod times;

mod report;
mod suggest;

mod batch;
mod choose;
mod provenance;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use batch::{Line, lines};
pub use choose::choose;
pub use decode::Decoder;
pub use input::{Decoded, Format, Input, Options};
pub use provenance::{Provenance, Provenances};
pub use times::{GivenTime, TimeError};

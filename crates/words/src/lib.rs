//! Problems and explanations as sentences, in English and Dutch.
//!
//! Engines return codes, numbers and places; here they become words. The
//! sentences stand in `i18n/*.ftl` (Project Fluent) and nowhere else. Pure:
//! no IO, no clock, no environment.
//!
//! Reading order: [`Voice`] a language and how it cites, [`problems`] what is
//! wrong with a policy or with facts, [`report`] an answer as data
//! (`policyc/eval/1`), [`file_note`] that answer as a note for the file.

mod acts;
mod citing;
pub mod file_note;
pub mod notices;
pub mod problems;
pub mod report;
mod sentence;
mod source;
mod style;

pub use acts::Acts;
pub use citing::{Citations, Voice};
pub use source::{Files, Place, SourceFile, SpanReport};
pub use style::Style;

#[cfg(test)]
mod tests;

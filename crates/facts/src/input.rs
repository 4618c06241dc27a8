//! What decoding takes and gives.

use base::FileId;
use ir::{AsOf, Instant};
use problem::Located;

use crate::times::GivenTime;

/// How facts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2 with its core schema.
    Yaml,
}

/// One facts file. Its [`FileId`] in problems is its place in the list.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What it is called in problems.
    pub name: &'a str,
    /// How it is written.
    pub format: Format,
    /// The whole text.
    pub text: &'a str,
}

/// What else decides how facts are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The moment of assessment, if a flag gives it: it wins over the facts.
    pub as_of: Option<GivenTime>,
    /// The clock of the shell: used if neither gives one. Without it a
    /// missing moment is a problem.
    pub clock: Option<Instant>,
    /// Whether silence is filled in where the policy allows it.
    pub assumptions: bool,
    /// Whether to warn of judgements without a person, a reason or a factor.
    pub warnings: bool,
}

impl Default for Options {
    /// No flags and no clock, with assumptions and warnings.
    fn default() -> Options {
        Options { as_of: None, clock: None, assumptions: true, warnings: true }
    }
}

/// What facts say beside the slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The `id` of the system.
    pub id: Option<String>,
    /// The moment of assessment.
    pub as_of: AsOf,
    /// The readings that the facts pick, for each issue of the program.
    pub picks: Vec<Option<u8>>,
    /// The judgements that lack something, in the order of the texts.
    pub warnings: Vec<Located>,
}

pub(crate) fn file_id(index: usize) -> FileId {
    FileId(index as u32)
}

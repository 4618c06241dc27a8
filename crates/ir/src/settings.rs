//! What an answer depends on beside policy and facts.

use serde::{Deserialize, Serialize};

use crate::time::Instant;

/// The moment of assessment and the readings picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The moment of assessment; it also picks the law for undated conduct.
    pub as_of: AsOf,
    /// The pick of each issue of the program, by number.
    pub picks: Vec<Option<Pick>>,
}

/// The moment of assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The instant; of a bare date the end of that day.
    pub instant: Instant,
    /// Where it comes from.
    pub from: AsOfSource,
}

/// Where the moment of assessment comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsOfSource {
    /// A flag.
    Flag,
    /// The facts.
    Facts,
    /// The clock of the shell.
    Clock,
}

/// A reading picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its place among the readings.
    pub reading: u8,
    /// Who picked it.
    pub from: PickSource,
}

/// Who picked a reading. A later one wins over an earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PickSource {
    /// The policy, by silence.
    Default,
    /// The facts.
    Facts,
    /// A profile.
    Profile,
    /// A flag.
    Flag,
}

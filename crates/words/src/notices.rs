//! What a shell says beside its results.

use base::Lang;

use crate::problems::CheckSummary;
use crate::report::{EvalReport, Summary};
use crate::sentence::Sentence;

/// What a check comes to: `eu_ai_act: no errors, no warnings`.
pub fn checked(policy: &str, summary: &CheckSummary, lang: Lang) -> String {
    Sentence::new("notice-checked")
        .given("policy", policy)
        .with("errors", summary.errors)
        .with("warnings", summary.warnings)
        .say(lang)
}

/// That the moment of assessment was taken from the clock.
pub fn clock(report: &EvalReport, lang: Lang) -> String {
    Sentence::new("notice-clock").given("instant", &report.as_of.instant).say(lang)
}

/// How much is still open; none if nothing is.
pub fn still_open(summary: &Summary, lang: Lang) -> Option<String> {
    let undetermined = summary.counts.undetermined + summary.obligations.undetermined;
    let pending = summary.obligations.pending;
    (undetermined + pending > 0).then(|| {
        Sentence::new("notice-still-open")
            .with("undetermined", undetermined)
            .with("pending", pending)
            .say(lang)
    })
}

/// How a batch went.
pub fn batch(lines: u64, refused: u64, undetermined: u64, lang: Lang) -> String {
    Sentence::new("notice-batch")
        .with("lines", lines)
        .with("refused", refused)
        .with("undetermined", undetermined)
        .say(lang)
}

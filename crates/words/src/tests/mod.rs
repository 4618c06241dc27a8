//! Tests of the crate as a whole: every problem and every kind of answer, in
//! both languages.

mod answers;
mod beside;
mod facts;
mod findings;
mod fluent;
mod problem_list;
mod problems;
mod program;
mod reports;
mod schema;
mod schemas;

/// A snapshot in `src/snapshots`, with its source printed above the result.
macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $text);
        })
    };
}
use snapshot;

pub(crate) use program::acts;

//! Of what a report speaks, and for whom it counts.

use ir::{MemberSet, Schema};

/// What `--norm` and `--for` select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The one norm that is reported on; all of them if none.
    pub norm: Option<String>,
    /// The roles whose outcomes count for the summary. The others are
    /// printed and do not count.
    pub roles: MemberSet,
}

impl Selection {
    /// All norms, for the operators.
    pub fn operators(schema: &Schema) -> Selection {
        Selection { norm: None, roles: schema.conduct.operators }
    }

    pub(super) fn names(&self, norm: &str) -> bool {
        self.norm.as_deref().is_none_or(|name| name == norm)
    }
}

//! The slots of one system, filled in.
//!
//! All rows (the system's, one for each conduct, one for each record) lie in
//! one array; a row is known by where it begins.

use std::ops::Range;

use crate::schema::{LayoutId, Schema};
use crate::value::Value;

/// Whether the list of conduct is all there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Completeness {
    /// No list was given: what was done is unknown.
    #[default]
    Absent,
    /// There may be more than the list says.
    Incomplete,
    /// Nothing else was done.
    Complete,
}

/// The facts of one system, decoded. Filled by the decoder, reused from one
/// system to the next.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The values of all rows. The system's row begins at 0, the row of the
    /// hypothetical conduct (all unknown) right behind it.
    pub values: Vec<Value>,
    /// Where the records of lists begin in `values`; [`crate::ListRef`]
    /// points in here.
    pub rows: Vec<u32>,
    /// Where each conduct begins in `values`, in the order given.
    pub conduct: Vec<u32>,
    /// Whether that list is complete.
    pub completeness: Completeness,
    /// Texts by number; those of the program come first.
    pub texts: Vec<String>,
    /// Values that nothing was said about and that silence filled in, in
    /// order.
    pub assumed: Vec<u32>,
    /// Provenance: where in the input the object around a value stands,
    /// ordered by value.
    pub provenance: Vec<ProvenanceAt>,
}

/// Where the provenance of a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenanceAt {
    /// The value's place in [`Facts::values`].
    pub value: u32,
    /// The number of the input text.
    pub input: u16,
    /// The bytes of the object `{ "value": …, "because": … }` in that text.
    pub range: Range<u32>,
}

impl Facts {
    /// The row of the system.
    pub const SYSTEM: u32 = 0;

    /// Empty facts for a schema: nothing known, no conduct listed.
    pub fn empty(schema: &Schema, texts: &[String]) -> Facts {
        let mut facts = Facts::default();
        facts.reset(schema, texts);
        facts
    }

    /// Forgets everything and keeps the memory.
    pub fn reset(&mut self, schema: &Schema, texts: &[String]) {
        let width =
            schema.layout(LayoutId::FACTS).fields.len() + schema.layout(LayoutId::CONDUCT).fields.len();
        self.values.clear();
        self.values.resize(width, Value::Unknown);
        self.rows.clear();
        self.conduct.clear();
        self.completeness = Completeness::Absent;
        self.texts.truncate(texts.len());
        if self.texts != texts {
            self.texts = texts.to_vec();
        }
        self.assumed.clear();
        self.provenance.clear();
    }

    /// The row of the hypothetical conduct, of which nothing is known.
    pub fn hypothetical(schema: &Schema) -> u32 {
        schema.layout(LayoutId::FACTS).fields.len() as u32
    }

    /// Adds a row of unknowns and says where it begins.
    pub fn push_row(&mut self, schema: &Schema, layout: LayoutId) -> u32 {
        let base = self.values.len() as u32;
        let width = schema.layout(layout).fields.len();
        self.values.resize(self.values.len() + width, Value::Unknown);
        base
    }

    /// The provenance of a value.
    pub fn provenance_of(&self, value: u32) -> Option<&ProvenanceAt> {
        let at = self.provenance.binary_search_by_key(&value, |entry| entry.value).ok()?;
        self.provenance.get(at)
    }
}

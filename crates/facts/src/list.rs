//! Lists of records, and the list of conduct.

use ir::{Completeness, LayoutId, ListRef, Value};
use problem::FactsProblem;

use crate::report::{Step, Within, shortened};
use crate::suggest::nearest;
use crate::tape::{SIZE_LIMIT, Shape};
use crate::walk::{Slot, Walk};

/// The most slots that the facts of one system can have.
const VALUE_LIMIT: usize = 4 * 1024 * 1024;

/// The slot of `id` in conduct and in every record.
const ID: u32 = 0;

impl<'a> Walk<'a> {
    /// The records of a list.
    pub fn list(&mut self, slot: Slot<'a>, layout: LayoutId, at: u32, complete: bool) -> Value {
        let first = self.records.len();
        for (index, record) in self.report.tape.items(at).enumerate() {
            self.report.path.push(Step::Index(index));
            self.report.within.push(Within { list: (slot.layout, slot.slot), record, index });
            let read = self.record(layout, record);
            self.report.within.pop();
            self.report.path.pop();
            if !read {
                break;
            }
        }
        self.distinct(first, at);
        let start = self.facts.rows.len() as u32;
        let len = (self.records.len() - first) as u32;
        self.facts.rows.extend(self.records.drain(first..));
        Value::List(ListRef { start, len, complete })
    }

    /// The conduct: a list, or `{ value: […], complete: false }`.
    pub fn conduct(&mut self, at: u32) {
        let tape = self.report.tape;
        let (mut list, mut complete, mut in_value) = (Some(at), true, false);
        if matches!(tape.shape(at), Shape::Object(_)) {
            list = None;
            let mut seen: [Option<u32>; 2] = [None; 2];
            for (key, value) in tape.entries(at) {
                let name = tape.text(key).unwrap_or_default();
                self.report.path.push(Step::Key(name));
                let first = match (name, tape.shape(value)) {
                    ("value", _) => {
                        list = Some(value);
                        in_value = true;
                        seen[0].replace(key)
                    }
                    ("complete", Shape::Bool(said)) => {
                        complete = said;
                        seen[1].replace(key)
                    }
                    ("complete", _) => {
                        self.wrong_reserved("conduct.complete", "bool", value);
                        seen[1].replace(key)
                    }
                    (name, _) => {
                        let suggestion = nearest(name, ["value", "complete"].into_iter()).map(str::to_owned);
                        let key_name = format!("conduct.{}", shortened(name));
                        self.report.error(key, FactsProblem::UnknownFact { key: key_name, suggestion });
                        None
                    }
                };
                if let Some(first) = first {
                    let first = (self.report.file, first);
                    self.report.clash(key, FactsProblem::DuplicateKey { key: name.into() }, first);
                }
                self.report.path.pop();
            }
        }
        let Some(list) = list else { return self.wrong_reserved("conduct", "list of conduct", at) };
        if in_value {
            self.report.path.push(Step::Key("value"));
        }
        match tape.shape(list) {
            Shape::List(_) => {
                self.facts.completeness =
                    if complete { Completeness::Complete } else { Completeness::Incomplete };
                self.conducts(list);
            }
            Shape::Null => {}
            Shape::Bool(_) | Shape::Number | Shape::Object(_) => {
                self.wrong_reserved("conduct", "list of conduct", list);
            }
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => {
                self.wrong_reserved("conduct", "list of conduct", list);
            }
        }
        if in_value {
            self.report.path.pop();
        }
    }

    fn conducts(&mut self, at: u32) {
        let first = self.records.len();
        for (index, record) in self.report.tape.items(at).enumerate() {
            self.report.path.push(Step::Index(index));
            let read = self.record(LayoutId::CONDUCT, record);
            self.report.path.pop();
            if !read {
                break;
            }
        }
        self.distinct(first, at);
        self.facts.conduct.extend(self.records.drain(first..));
    }

    /// Reads one record and notes its row; says whether there is room for
    /// more.
    fn record(&mut self, layout: LayoutId, at: u32) -> bool {
        let schema = self.report.schema;
        if self.facts.values.len() + schema.layout(layout).fields.len() > VALUE_LIMIT {
            self.report.error(at, FactsProblem::TooLarge { limit: SIZE_LIMIT as u64 });
            return false;
        }
        let base = self.facts.push_row(schema, layout);
        self.records.push(base);
        if matches!(self.report.tape.shape(at), Shape::Object(_)) {
            let row = self.open(layout, base);
            self.object(row, 0, at);
            self.close(row);
        } else {
            let name = self.report.prefix(layout).trim_end_matches('.').to_owned();
            self.wrong_reserved(&name, &schema.layout(layout).name, at);
        }
        true
    }

    /// Reports records of one list that have one id.
    fn distinct(&mut self, first: usize, list: u32) {
        let rows = self.records[first..].iter().zip(0_usize..);
        let id = |(&row, index): (&u32, usize)| match self.facts.values[(row + ID) as usize] {
            Value::Text(text) => Some((text, index)),
            Value::Unknown
            | Value::Bool(_)
            | Value::Member(_)
            | Value::Set(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::List(_) => None,
        };
        let mut ids: Vec<(u32, usize)> = rows.filter_map(id).collect();
        ids.sort_unstable();
        if ids.is_sorted_by(|(one, _), (other, _)| one < other) {
            return;
        }
        let tape = self.report.tape;
        let records: Vec<u32> = tape.items(list).collect();
        for pair in ids.windows(2) {
            let &[(text, earlier), (other, later)] = pair else { continue };
            if text != other {
                continue;
            }
            let id_of = |index: usize| tape.entry(records[index], "id").unwrap_or(records[index]);
            let id = shortened(&self.facts.texts[text as usize]);
            self.report.path.extend([Step::Index(later), Step::Key("id")]);
            let first = (self.report.file, id_of(earlier));
            self.report.clash(id_of(later), FactsProblem::DuplicateId { id }, first);
            self.report.path.truncate(self.report.path.len() - 2);
        }
    }
}

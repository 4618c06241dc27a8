//! The names of facts: where the value at a place stands, as output writes it.
//! `scoring.over_period`, `conduct.authorisations[a1].requested`.

use std::collections::BTreeMap;

use ir::{Facts, Field, LayoutId, Schema, Type, Value};

use crate::derivation::FactRef;
use crate::scope::FRAMES;

/// The rows of some facts, by where they begin.
pub(crate) struct Rows<'a> {
    schema: &'a Schema,
    rows: BTreeMap<u32, Row>,
}

#[derive(Clone, Copy)]
struct Row {
    layout: LayoutId,
    /// For a record: the place of its list, and its place in it.
    within: Option<(u32, u32)>,
}

impl<'a> Rows<'a> {
    /// All rows that can be reached from the system and from conduct.
    pub(crate) fn new(schema: &'a Schema, facts: &Facts) -> Rows<'a> {
        let mut rows = Rows { schema, rows: BTreeMap::new() };
        let row = |layout| Row { layout, within: None };
        rows.add(Facts::SYSTEM, row(LayoutId::FACTS), facts);
        rows.rows.insert(Facts::hypothetical(schema), row(LayoutId::CONDUCT));
        for &base in &facts.conduct {
            rows.add(base, row(LayoutId::CONDUCT), facts);
        }
        rows
    }

    /// Adds a row and the records in its lists, and in theirs.
    fn add(&mut self, base: u32, row: Row, facts: &Facts) {
        let mut open = vec![(base, row)];
        while let Some((base, row)) = open.pop() {
            if self.rows.contains_key(&base) {
                continue;
            }
            self.rows.insert(base, row);
            for (slot, field) in self.schema.layout(row.layout).fields.iter().enumerate() {
                let Type::List(layout) = field.ty else { continue };
                let place = base + slot as u32;
                let Some(Value::List(list)) = facts.values.get(place as usize) else { continue };
                let start = list.start as usize;
                let records = facts.rows.get(start..start + list.len as usize).unwrap_or(&[]);
                for (number, &record) in records.iter().enumerate() {
                    open.push((record, Row { layout, within: Some((place, number as u32)) }));
                }
            }
        }
    }

    /// The facts at some places.
    pub(crate) fn facts(&self, places: &[u32], facts: &Facts) -> Vec<FactRef> {
        places.iter().filter_map(|&place| self.fact(place, facts)).collect()
    }

    /// The fact at a place.
    pub(crate) fn fact(&self, place: u32, facts: &Facts) -> Option<FactRef> {
        let (base, row, field) = self.field_at(place)?;
        let path = match &field.alias {
            Some(alias) => alias.clone(),
            None => self.path(place, facts)?,
        };
        Some(FactRef {
            path,
            value_at: place,
            value: facts.values.get(place as usize).copied().unwrap_or_default(),
            layout: row.layout,
            slot: place - base,
            assumed: facts.assumed.contains(&place),
        })
    }

    /// The field of the value at a place.
    pub(crate) fn field(&self, place: u32) -> Option<&'a Field> {
        self.field_at(place).map(|(_, _, field)| field)
    }

    /// The slot of a value that stands in a record.
    pub(crate) fn record_slot(&self, place: u32) -> Option<u32> {
        let (base, row, _) = self.field_at(place)?;
        row.within.map(|_| place - base)
    }

    /// Whether a value is that at a place, or stands in the records of its
    /// list.
    pub(crate) fn lies_in(&self, value: u32, place: u32) -> bool {
        let mut at = value;
        // Lists within lists are no deeper than quantifiers can go.
        for _ in 0..FRAMES {
            if at == place {
                return true;
            }
            let Some((list, _)) = self.field_at(at).and_then(|(_, row, _)| row.within) else { return false };
            at = list;
        }
        false
    }

    fn field_at(&self, place: u32) -> Option<(u32, Row, &'a Field)> {
        let (&base, &row) = self.rows.range(..=place).next_back()?;
        let field = self.schema.layout(row.layout).fields.get((place - base) as usize)?;
        Some((base, row, field))
    }

    fn path(&self, place: u32, facts: &Facts) -> Option<String> {
        let (base, row, field) = self.field_at(place)?;
        Some(match row.within {
            Some((list, number)) => {
                let list = self.path(list, facts)?;
                let id = self.id(base, row.layout, facts).map_or_else(|| number.to_string(), str::to_owned);
                format!("{list}[{id}].{}", field.path)
            }
            None if row.layout == LayoutId::CONDUCT => format!("conduct.{}", field.path),
            None => field.path.clone(),
        })
    }

    /// What a record calls itself.
    fn id<'f>(&self, base: u32, layout: LayoutId, facts: &'f Facts) -> Option<&'f str> {
        self.schema.layout(layout).fields.first().filter(|field| field.path == "id")?;
        let Some(Value::Text(text)) = facts.values.get(base as usize) else { return None };
        facts.texts.get(*text as usize).map(String::as_str)
    }
}

#[cfg(test)]
mod tests;

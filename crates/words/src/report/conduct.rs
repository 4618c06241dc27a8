//! Conduct, and the period whose law decides a case, as output has them.

use eval::ConductRef;
use ir::{Conduct, Facts, LayoutId, Period, Value};
use serde::Serialize;

use super::build::Builder;
use super::value::{Moment, ReportValue};

/// What a case is about; none in a case on the system as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConductReport {
    /// Its place in the list; none if it is hypothetical.
    pub index: Option<u32>,
    /// Its id, if it has one.
    pub id: Option<String>,
    /// What was done.
    pub kind: Option<String>,
    /// By whom.
    pub operator: Option<String>,
    /// When, or from when.
    pub from: Option<Moment>,
    /// Whether it stands for conduct that is not listed.
    pub hypothetical: bool,
}

/// The days whose law decides a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawReport {
    /// The first day; open if none.
    pub from: Option<ir::Day>,
    /// The last day; open if none.
    pub until: Option<ir::Day>,
}

impl From<Period> for LawReport {
    fn from(Period { from, until }: Period) -> LawReport {
        LawReport { from, until }
    }
}

impl Builder<'_> {
    pub(super) fn conduct(&self, conduct: ConductRef) -> Option<ConductReport> {
        let (index, row) = match conduct {
            ConductRef::System => return None,
            ConductRef::Listed(index) => (Some(index), *self.answer.facts.conduct.get(index as usize)?),
            ConductRef::Hypothetical => (None, Facts::hypothetical(&self.program().schema)),
        };
        let name = |slot| {
            let value = self.conduct_value(row, slot);
            if let ReportValue::Name(text) | ReportValue::Text(text) = value { Some(text) } else { None }
        };
        Some(ConductReport {
            index,
            id: name(Conduct::ID),
            kind: name(Conduct::KIND),
            operator: name(Conduct::OPERATOR),
            from: if let ReportValue::Time(moment) = self.conduct_value(row, Conduct::FROM) {
                Some(moment)
            } else {
                None
            },
            hypothetical: index.is_none(),
        })
    }

    /// Whether a case on this conduct counts for the roles selected.
    pub(super) fn operator_selected(&self, conduct: ConductRef) -> bool {
        let ConductRef::Listed(index) = conduct else { return true };
        let row = self.answer.facts.conduct.get(index as usize);
        let operator = row.map(|row| self.slot(*row, Conduct::OPERATOR));
        if let Some(Value::Member(role)) = operator {
            self.answer.selection.roles.contains(role)
        } else {
            true
        }
    }

    fn conduct_value(&self, row: u32, slot: u32) -> ReportValue {
        let schema = &self.program().schema;
        let Some(field) = schema.layout(LayoutId::CONDUCT).fields.get(slot as usize) else {
            return ReportValue::Unknown;
        };
        ReportValue::new(self.slot(row, slot), &field.ty, schema, self.answer.facts, &self.zone)
    }

    fn slot(&self, row: u32, slot: u32) -> Value {
        self.answer.facts.values.get((row + slot) as usize).copied().unwrap_or_default()
    }
}

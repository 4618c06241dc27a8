//! Facts as output has them.

use base::Citation;
use eval::FactRef;
use serde::Serialize;

use super::build::Builder;
use super::value::ReportValue;

/// What the input says beside a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Why it is so.
    pub because: Option<String>,
    /// What shows it.
    pub evidence: Vec<String>,
    /// Who assessed it.
    pub assessed_by: Option<String>,
    /// When.
    pub on: Option<String>,
    /// What was said of each factor that the judgement must weigh.
    pub considering: Vec<(String, String)>,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The input gives it.
    Given,
    /// The input is silent, and the policy says what that means.
    Assumed,
    /// The input does not give it.
    Unknown,
}

/// A fact with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactReport {
    /// The fact, with its path.
    pub fact: String,
    /// Its value.
    pub value: ReportValue,
    /// Where the value comes from.
    pub mode: Mode,
    /// Why it is so.
    pub because: Option<String>,
    /// What shows it.
    pub evidence: Vec<String>,
    /// Who assessed it.
    pub assessed_by: Option<String>,
    /// When.
    pub on: Option<String>,
    /// Whether it is something that happens.
    #[serde(skip)]
    pub event: bool,
    /// What was said of each factor that the judgement must weigh.
    #[serde(skip)]
    pub considering: Vec<(String, String)>,
    /// The provisions it comes from.
    #[serde(skip)]
    pub basis: Vec<Citation>,
}

impl Builder<'_> {
    pub(super) fn fact(&self, fact: &FactRef) -> FactReport {
        let field = self.field(fact);
        let value = match field {
            Some(field) => {
                let (schema, facts) = (&self.program().schema, self.answer.facts);
                ReportValue::new(fact.value, &field.ty, schema, facts, &self.zone)
            }
            None => ReportValue::Unknown,
        };
        let mode = match (fact.assumed, fact.value.is_unknown()) {
            (true, _) => Mode::Assumed,
            (false, true) => Mode::Unknown,
            (false, false) => Mode::Given,
        };
        let Provenance { because, evidence, assessed_by, on, considering } =
            (self.answer.provenance)(fact.value_at).unwrap_or_default();
        FactReport {
            fact: fact.path.clone(),
            value,
            mode,
            because,
            evidence,
            assessed_by,
            on,
            considering,
            event: field.is_some_and(|field| field.ty == ir::Type::Event),
            basis: field.map(|field| field.basis.clone()).unwrap_or_default(),
        }
    }

    pub(super) fn facts(&self, facts: &[FactRef]) -> Vec<FactReport> {
        facts.iter().map(|fact| self.fact(fact)).collect()
    }

    pub(super) fn field(&self, fact: &FactRef) -> Option<&ir::Field> {
        let layout = self.program().schema.layouts.get(usize::from(fact.layout.0))?;
        layout.fields.get(fact.slot as usize)
    }
}

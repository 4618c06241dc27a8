//! What would settle a case: the open facts, lists and readings that its
//! formula rests on. It may name too much, never too little; the decision
//! diagrams of `analysis` name exactly what there is to name.

use ir::{Facts, Program, Prohibition, Type};

use crate::derivation::{FactRef, Need, NeedKind};
use crate::paths::Rows;
use crate::reasons::Found;
use crate::scope::Scope;

/// The name of the list of conduct.
const CONDUCT: &str = "conduct";

impl<'a> Scope<'a> {
    /// What leaves a prohibition open in the case: of its gates, elements and
    /// exceptions what is unknown.
    pub(crate) fn open_in(&mut self, prohibition: &'a Prohibition) -> Found {
        let mut found = Found::default();
        let Some(body) = self.prohibits(prohibition) else { return found };
        self.add_open_gates(&body.gates, &mut found);
        match prohibition.subject {
            ir::Subject::System => {}
            ir::Subject::Conduct => self.add_open_conduct(&mut found),
        }
        for element in &body.elements {
            if self.element(element).is_some() {
                self.add_open(element.holds, &mut found);
            }
        }
        self.add_open_exceptions(&body.exceptions, &mut found);
        found
    }
}

/// The needs that were found, by kind and then in the order in which they were.
pub(crate) fn needs(found: &Found, rows: &Rows<'_>, program: &Program, facts: &Facts) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for &place in found.slots() {
        if let (Some(fact), Some(field)) = (rows.fact(place, facts), rows.field(place)) {
            needs.push(need(fact, &field.ty));
        }
    }
    for &issue in found.issues() {
        if let Some(issue) = program.issues.get(usize::from(issue.0)) {
            needs.push(Need { kind: NeedKind::Reading, name: issue.name.clone(), fact: None });
        }
    }
    if found.conduct() {
        needs.push(Need { kind: NeedKind::List, name: CONDUCT.to_owned(), fact: None });
    }
    needs.sort_by_key(|need| need.kind);
    needs
}

fn need(fact: FactRef, ty: &Type) -> Need {
    let kind = match ty {
        Type::Judgement => NeedKind::Judgement,
        Type::List(_) => NeedKind::List,
        Type::Bool
        | Type::Event
        | Type::Integer
        | Type::Decimal
        | Type::Money(_)
        | Type::Text
        | Type::Date
        | Type::DateTime
        | Type::Duration
        | Type::Enum(_)
        | Type::Set(_) => NeedKind::Fact,
    };
    Need { kind, name: fact.path.clone(), fact: Some(fact) }
}

//! The facts and the conduct of the small policy.

use ir::{EnumId, EnumType, Field, Layout, LayoutId, Localised, MemberSet, Schema, Type};

use super::program::{both, cite};

pub(super) const ROLES: [&str; 4] = ["provider", "deployer", "member_state", "commission"];
pub(super) const KINDS: [&str; 2] = ["placing_on_market", "use"];

/// The slots of the system's facts.
pub(super) mod slot {
    pub(in super::super) const AI_SYSTEM: u32 = 0;
    pub(in super::super) const OVER_PERIOD: u32 = 1;
    pub(in super::super) const DISPROPORTIONATE: u32 = 2;
    pub(in super::super) const MILITARY: u32 = 3;
    pub(in super::super) const TURNOVER: u32 = 4;
    pub(in super::super) const MAXIMUM: u32 = 5;
    pub(in super::super) const ASSESSMENT: u32 = 6;
    pub(in super::super) const OBJECTIVES: u32 = 7;
    pub(in super::super) const SCORE: u32 = 8;
    pub(in super::super) const IN_TIME: u32 = 9;
    /// Of conduct.
    pub(in super::super) const URGENT: u32 = 6;
    pub(in super::super) const AUTHORISATIONS: u32 = 7;
    /// Of an authorisation.
    pub(in super::super) const REQUESTED: u32 = 1;
}

fn field(path: &str, ty: Type) -> Field {
    Field {
        path: path.into(),
        ty,
        label: Localised::default(),
        ask: Localised::default(),
        help: Localised::default(),
        basis: Vec::new(),
        considering: Vec::new(),
        assumed: None,
        kinds: None,
        alias: None,
        span: None,
    }
}

/// All slots and types.
pub(super) fn schema() -> Schema {
    let names =
        |names: &[&str]| EnumType { name: None, members: names.iter().map(|it| (*it).into()).collect() };
    let (kinds, roles, objectives, record) = (EnumId(0), EnumId(1), EnumId(2), LayoutId(2));
    let asked = |path: &str, ty, en: &str, nl: &str| Field { ask: both(en, nl), ..field(path, ty) };
    let facts = vec![
        Field { basis: cite(&["ai_act article 3(1)"]), ..field("ai_system", Type::Judgement) },
        asked(
            "scoring.over_period",
            Type::Bool,
            "Is the person evaluated over a certain period of time?",
            "Wordt de persoon gedurende een bepaalde periode beoordeeld?",
        ),
        asked(
            "disproportionate",
            Type::Judgement,
            "Is the treatment out of proportion to the behaviour?",
            "Staat de behandeling niet in verhouding tot het gedrag?",
        ),
        Field {
            basis: cite(&["ai_act article 2(3) subparagraph 2"]),
            assumed: Some(false),
            ..field("exclusively_military", Type::Judgement)
        },
        field("turnover", Type::Money("EUR".into())),
        field("sentence_maximum", Type::Duration),
        field("impact_assessment", Type::Event),
        field("allowed_objectives", Type::Set(objectives)),
        field("score", Type::Decimal),
        Field {
            alias: Some("request_authorisation.request.in_time".into()),
            ..field("in_time", Type::Judgement)
        },
    ];
    let conduct = vec![
        field("id", Type::Text),
        field("kind", Type::Enum(kinds)),
        field("operator", Type::Enum(roles)),
        field("from", Type::DateTime),
        field("until", Type::Event),
        field("part_of", Type::Text),
        field("urgent", Type::Judgement),
        field("authorisations", Type::List(record)),
    ];
    let authorisation = vec![field("id", Type::Text), field("requested", Type::Event)];
    let layout = |name: &str, fields| Layout { name: name.into(), fields };
    Schema {
        enums: vec![names(&KINDS), names(&ROLES), names(&["abduction", "missing_person", "threat_to_life"])],
        layouts: vec![
            layout("facts", facts),
            layout("conduct", conduct),
            layout("Authorisation", authorisation),
        ],
        conduct: ir::Conduct {
            kinds,
            lasting: MemberSet::default().with(1),
            roles,
            operators: [0, 1].into_iter().collect(),
        },
    }
}

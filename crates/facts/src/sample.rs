//! A program with a slot of every type, for tests and the bench.

use base::{FileId, Lang, Span, TextRange};
use ir::{
    Conduct, EnumId, EnumType, Field, Issue, IssueId, Layout, LayoutId, Localised, MemberSet, Nodes, Policy,
    Profile, Program, Reading, ReadingStatus, Schema, Type,
};

const KINDS: EnumId = EnumId(0);
const ROLES: EnumId = EnumId(1);
const RESULT: EnumId = EnumId(2);
const OBJECTIVE: EnumId = EnumId(3);
const AUTHORISATION: LayoutId = LayoutId(2);
const REMARK: LayoutId = LayoutId(3);

/// The number of the kind `use`.
const USE: u8 = 2;

/// A field without anything.
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

fn on_use(field: Field) -> Field {
    Field { kinds: Some(MemberSet::default().with(USE)), ..field }
}

fn enum_type(name: Option<&str>, members: &[&str]) -> EnumType {
    EnumType { name: name.map(str::to_owned), members: members.iter().map(|&member| member.into()).collect() }
}

fn schema() -> Schema {
    let facts = vec![
        field("ai_system", Type::Judgement),
        field("scoring.over_period", Type::Bool),
        field("scoring.ground.behaviour", Type::Bool),
        Field { assumed: Some(false), ..field("exclusively_military", Type::Judgement) },
        field("persons", Type::Integer),
        field("share", Type::Decimal),
        field("turnover", Type::Money("EUR".into())),
        field("name", Type::Text),
        field("founded", Type::Date),
        field("released", Type::DateTime),
        field("sentence_maximum", Type::Duration),
        field("result", Type::Enum(RESULT)),
        field("allowed_objectives", Type::Set(OBJECTIVE)),
        field("impact_assessment", Type::Event),
        field("remarks", Type::List(REMARK)),
        field("impact", Type::Bool),
        field("impact.serious", Type::Bool),
    ];
    let conduct = vec![
        field("id", Type::Text),
        field("kind", Type::Enum(KINDS)),
        field("operator", Type::Enum(ROLES)),
        field("from", Type::DateTime),
        field("until", Type::Event),
        field("part_of", Type::Text),
        on_use(field("urgent", Type::Judgement)),
        on_use(field("objective", Type::Enum(OBJECTIVE))),
        on_use(Field {
            considering: ["ai_act article 5(2)(a)", "ai_act article 5(2)(b)"]
                .iter()
                .filter_map(|text| text.parse().ok())
                .collect(),
            ..field("strictly_necessary", Type::Judgement)
        }),
        on_use(field("authorisations", Type::List(AUTHORISATION))),
        Field { assumed: Some(true), ..on_use(field("supervised", Type::Bool)) },
        Field {
            alias: Some("request_authorisation.request.in_time".into()),
            ..field("request_authorisation.request.in_time", Type::Judgement)
        },
    ];
    let authorisation = vec![
        field("id", Type::Text),
        field("requested", Type::Event),
        field("decided", Type::Event),
        field("result", Type::Enum(RESULT)),
        field("remarks", Type::List(REMARK)),
    ];
    let remark = vec![
        field("id", Type::Text),
        field("text", Type::Text),
        Field { assumed: Some(false), ..field("withdrawn", Type::Bool) },
    ];
    let layout = |name: &str, fields| Layout { name: name.into(), fields };
    Schema {
        enums: vec![
            enum_type(None, &["placing_on_market", "putting_into_service", "use"]),
            enum_type(None, &["provider", "deployer", "member_state"]),
            enum_type(None, &["granted", "rejected", "pending"]),
            enum_type(Some("Objective"), &["abduction", "missing_person", "threat_to_life"]),
        ],
        layouts: vec![
            layout("facts", facts),
            layout("conduct", conduct),
            layout("Authorisation", authorisation),
            layout("Remark", remark),
        ],
        conduct: Conduct {
            kinds: KINDS,
            lasting: MemberSet::default().with(USE),
            roles: ROLES,
            operators: MemberSet::default().with(0).with(1),
        },
    }
}

fn issue(name: &str, readings: &[&str], default: Option<u8>) -> Issue {
    let reading = |name: &&str| Reading {
        name: (*name).into(),
        label: Localised::default(),
        basis: Vec::new(),
        status: ReadingStatus::Text,
    };
    Issue {
        name: name.into(),
        label: Localised::default(),
        target: String::new(),
        readings: readings.iter().map(reading).collect(),
        default: default.map(|reading| (reading, "why".into())),
        span: Span { file: FileId(0), range: TextRange::default() },
    }
}

/// The program.
pub fn program() -> Program {
    Program {
        policy: Policy {
            name: "sample".into(),
            version: "0.1.0".into(),
            hash: String::new(),
            languages: vec![Lang::En],
            time_zone: "Europe/Brussels".into(),
            holidays: Vec::new(),
        },
        sources: Vec::new(),
        schema: schema(),
        texts: vec!["known text".into()],
        nodes: Nodes::default(),
        constraints: Vec::new(),
        prohibitions: Vec::new(),
        obligations: Vec::new(),
        sanctions: Vec::new(),
        notes: Vec::new(),
        issues: vec![
            issue("emotions_from_what", &["any_input", "biometric"], None),
            issue("clock_start", &["event", "knowledge"], Some(0)),
        ],
        profiles: vec![Profile { name: "ap".into(), picks: vec![(IssueId(0), 1), (IssueId(1), 1)] }],
    }
}

/// A case of about 1.5 KB with two nested records.
#[allow(dead_code, reason = "used by the bench and by one test")]
pub const CASE: &str = include_str!("sample.json");

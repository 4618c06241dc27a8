//! Programs and facts made by hand, for tests and benches. It knows the
//! program only, not how it is evaluated.

use base::{FileId, Span, TextRange, TextSize};
use ir::{
    CompareOp, Conduct, Constraint, Duty, EnumId, EnumType, Field, Issue, IssueId, Layout, LayoutId,
    Localised, MemberSet, Node, NodeId, NodePool, Obligation, ObligationId, Policy, Program, Prohibition,
    Prohibits, Schema, SlotRef, State, Subject, Type, Value, Version, Versions,
};

mod given;
mod norms;

pub use given::*;
pub use norms::*;

/// Kinds of conduct: one of a moment, one that lasts.
pub const PLACING: u8 = 0;
pub const USE: u8 = 1;
/// Roles: two operators and an authority.
pub const PROVIDER: u8 = 0;
pub const DEPLOYER: u8 = 1;

/// A program in the making.
pub struct Sample {
    pub pool: NodePool,
    pub program: Program,
}

pub fn span() -> Span {
    Span { file: FileId(0), range: TextRange::empty(TextSize::new(0)) }
}

fn field(path: &str, ty: Type) -> Field {
    Field {
        path: path.to_owned(),
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

fn layout(name: &str, fields: Vec<Field>) -> Layout {
    Layout { name: name.to_owned(), fields }
}

fn enum_type(members: &[&str]) -> EnumType {
    EnumType { name: None, members: members.iter().map(|&member| member.to_owned()).collect() }
}

impl Sample {
    /// Nothing but the built-in fields of conduct; time zone Brussels.
    pub fn new() -> Sample {
        let conduct = vec![
            field("id", Type::Text),
            field("kind", Type::Enum(EnumId(0))),
            field("operator", Type::Enum(EnumId(1))),
            field("from", Type::DateTime),
            field("until", Type::Event),
            field("part_of", Type::Text),
        ];
        let schema = Schema {
            enums: vec![
                enum_type(&["placing_on_market", "use"]),
                enum_type(&["provider", "deployer", "authority"]),
            ],
            layouts: vec![layout("facts", Vec::new()), layout("conduct", conduct)],
            conduct: Conduct {
                kinds: EnumId(0),
                lasting: MemberSet::default().with(USE),
                roles: EnumId(1),
                operators: MemberSet::default().with(PROVIDER).with(DEPLOYER),
            },
        };
        let policy = Policy {
            name: "sample".into(),
            version: "0.1.0".into(),
            hash: String::new(),
            languages: Vec::new(),
            time_zone: "Europe/Brussels".into(),
            holidays: vec![day("2026-12-25"), day("2027-01-01")],
        };
        let program = Program {
            policy,
            sources: Vec::new(),
            schema,
            texts: Vec::new(),
            nodes: NodePool::default().finish(),
            constraints: Vec::new(),
            prohibitions: Vec::new(),
            obligations: Vec::new(),
            sanctions: Vec::new(),
            notes: Vec::new(),
            issues: Vec::new(),
            profiles: Vec::new(),
        };
        Sample { pool: NodePool::default(), program }
    }

    /// The program with its nodes.
    pub fn finish(self) -> Program {
        Program { nodes: self.pool.finish(), ..self.program }
    }

    fn add_field(&mut self, layout: LayoutId, frame: u8, path: &str, ty: Type) -> SlotRef {
        let fields = &mut self.program.schema.layouts[usize::from(layout.0)].fields;
        fields.push(field(path, ty));
        SlotRef { frame, slot: fields.len() as u32 - 1 }
    }

    pub fn fact(&mut self, path: &str, ty: Type) -> SlotRef {
        self.add_field(LayoutId::FACTS, 0, path, ty)
    }

    pub fn conduct(&mut self, path: &str, ty: Type) -> SlotRef {
        self.add_field(LayoutId::CONDUCT, 1, path, ty)
    }

    /// The judgement on the standard of a `must`.
    pub fn in_time(&mut self, alias: &str) -> SlotRef {
        let slot = self.conduct(alias, Type::Judgement);
        self.program.schema.layouts[1].fields[slot.slot as usize].alias = Some(alias.to_owned());
        slot
    }

    /// A record with an `id` and then these fields.
    pub fn record(&mut self, name: &str, fields: Vec<(&str, Type)>) -> LayoutId {
        let mut all = vec![field("id", Type::Text)];
        all.extend(fields.into_iter().map(|(path, ty)| field(path, ty)));
        self.program.schema.layouts.push(layout(name, all));
        LayoutId(self.program.schema.layouts.len() as u16 - 1)
    }

    pub fn node(&mut self, node: Node) -> NodeId {
        self.pool.add(node, (span(), None))
    }

    pub fn known(&mut self, holds: bool) -> NodeId {
        self.node(Node::Known(holds))
    }

    pub fn test(&mut self, slot: SlotRef) -> NodeId {
        self.node(Node::Test(slot))
    }

    pub fn read(&mut self, slot: SlotRef) -> NodeId {
        self.node(Node::Read(slot))
    }

    pub fn not(&mut self, other: NodeId) -> NodeId {
        self.node(Node::Not(other))
    }

    pub fn all(&mut self, parts: &[NodeId]) -> NodeId {
        let list = self.pool.list(parts.to_vec());
        self.node(Node::All(list))
    }

    pub fn any(&mut self, parts: &[NodeId]) -> NodeId {
        let list = self.pool.list(parts.to_vec());
        self.node(Node::Any(list))
    }

    pub fn choose(&mut self, issue: IssueId, branches: &[NodeId]) -> NodeId {
        let list = self.pool.list(branches.to_vec());
        self.node(Node::Choose(issue, list))
    }

    pub fn literal(&mut self, value: Value) -> NodeId {
        let literal = self.pool.literal(value);
        self.node(Node::Literal(literal))
    }

    pub fn compare(&mut self, op: CompareOp, left: NodeId, right: NodeId) -> NodeId {
        self.node(Node::Compare(op, left, right))
    }

    /// The kind of conduct is one of these.
    pub fn kind_in(&mut self, kinds: &[u8]) -> NodeId {
        let kind = self.read(SlotRef { frame: 1, slot: Conduct::KIND });
        self.node(Node::OneOf(kind, kinds.iter().copied().collect()))
    }

    pub fn issue(&mut self, name: &str) -> IssueId {
        self.program.issues.push(Issue {
            name: name.to_owned(),
            label: Localised::default(),
            target: String::new(),
            readings: Vec::new(),
            default: None,
            span: span(),
        });
        IssueId(self.program.issues.len() as u16 - 1)
    }

    pub fn constraint(&mut self, name: &str, subject: Subject, formula: NodeId) {
        let label = Localised::default();
        self.program.constraints.push(Constraint {
            name: name.to_owned(),
            label,
            subject,
            formula,
            span: span(),
        });
    }

    /// A prohibition with one body at all times.
    pub fn prohibit(&mut self, name: &str, subject: Subject, body: Prohibits) {
        self.prohibit_in(name, subject, vec![version(None, None, State::Applicable, Some(body))]);
    }

    pub fn prohibit_in(&mut self, name: &str, subject: Subject, versions: Vec<Version<Prohibits>>) {
        let versions = Versions(versions);
        let name = name.to_owned();
        self.program.prohibitions.push(Prohibition { name, subject, versions, notes: Vec::new() });
    }

    /// An obligation on conduct, with one body from 2025-02-02.
    pub fn oblige(&mut self, name: &str, body: Duty) -> ObligationId {
        self.program.obligations.push(Obligation {
            name: name.to_owned(),
            subject: Subject::Conduct,
            versions: Versions(vec![
                version(None, Some("2025-02-01"), State::NotYetApplicable, None),
                version(Some("2025-02-02"), None, State::Applicable, Some(body)),
            ]),
            notes: Vec::new(),
        });
        ObligationId(self.program.obligations.len() as u16 - 1)
    }
}

//! Random programs: the schema, and norms that share it. Random settings.

use ir::*;

use crate::generate::{SPAN, STANDARDS, Writer};
use crate::random::{Rng, day, instant};

pub const ZONES: [&str; 4] = ["Europe/Brussels", "Europe/Brussels", "UTC", "Asia/Kolkata"];

fn field(path: &str, ty: Type, alias: Option<String>) -> Field {
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
        alias,
        span: None,
    }
}

fn layout(name: &str, fields: Vec<(&str, Type)>, standards: usize) -> Layout {
    let mut fields: Vec<Field> = fields.into_iter().map(|(path, ty)| field(path, ty, None)).collect();
    fields.extend((0..standards).map(|at| {
        let path = format!("{name}.in_time{at}");
        field(&path.clone(), Type::Judgement, Some(path))
    }));
    Layout { name: name.into(), fields }
}

/// Slots of every type, and lists two deep.
pub fn schema() -> Schema {
    use Type::*;
    let enums = [("Kind", 4), ("Role", 3), ("Objective", 3)];
    let member = |name: &str, at: i32| format!("{}{at}", name.to_lowercase());
    Schema {
        enums: enums
            .iter()
            .map(|&(name, count)| EnumType {
                name: Some(name.into()),
                members: (0..count).map(|at| member(name, at)).collect(),
            })
            .collect(),
        layouts: vec![
            layout(
                "facts",
                vec![
                    ("b0", Bool),
                    ("b1", Bool),
                    ("b2", Bool),
                    ("j0", Judgement),
                    ("e0", Event),
                    ("e1", Event),
                    ("n0", Integer),
                    ("d0", Decimal),
                    ("m0", Money("EUR".into())),
                    ("x0", Text),
                    ("day0", Date),
                    ("t0", DateTime),
                    ("len0", Duration),
                    ("k0", Enum(EnumId(2))),
                    ("s0", Set(EnumId(2))),
                    ("l0", List(LayoutId(2))),
                ],
                STANDARDS,
            ),
            layout(
                "conduct",
                vec![
                    ("id", Text),
                    ("kind", Enum(EnumId(0))),
                    ("operator", Enum(EnumId(1))),
                    ("from", DateTime),
                    ("until", Event),
                    ("part_of", Text),
                    ("cb0", Bool),
                    ("cj0", Judgement),
                    ("ce0", Event),
                    ("ck0", Enum(EnumId(2))),
                    ("clen0", Duration),
                    ("cl0", List(LayoutId(2))),
                ],
                STANDARDS,
            ),
            layout(
                "Outer",
                vec![
                    ("id", Text),
                    ("rb0", Bool),
                    ("rj0", Judgement),
                    ("re0", Event),
                    ("re1", Event),
                    ("rn0", Integer),
                    ("rk0", Enum(EnumId(2))),
                    ("rl0", List(LayoutId(3))),
                ],
                0,
            ),
            layout("Inner", vec![("id", Text), ("ib0", Bool), ("ie0", Event), ("iday0", Date)], 0),
        ],
        conduct: Conduct {
            kinds: EnumId(0),
            lasting: MemberSet(0b1100),
            roles: EnumId(1),
            operators: MemberSet(0b011),
        },
    }
}

/// The program of a seed.
pub fn program(seed: u64, size: usize) -> Program {
    let mut rng = Rng(seed);
    let time_zone = rng.pick(&ZONES);
    let readings = (0..rng.below(size.min(3) + 1)).map(|_| 2 + rng.below(2) as u8).collect();
    let writer = Writer {
        zone: Zone::named(time_zone).unwrap(),
        rng,
        size,
        pool: NodePool::default(),
        schema: schema(),
        readings,
        may_rely_on: Vec::new(),
        relied_on: Vec::new(),
    };
    write(writer, time_zone)
}

fn write(mut writer: Writer, time_zone: &str) -> Program {
    let mut obligations: Vec<Obligation> = Vec::new();
    let mut all_borders = Vec::new();
    for at in 0..writer.up_to(2) {
        let (subject, borders) = (writer.subject(), writer.borders());
        let versions = writer.versions(&borders, |writer| writer.duty(subject));
        obligations.push(Obligation { name: format!("duty{at}"), subject, versions, notes: Vec::new() });
        all_borders.extend(borders);
    }
    let mut prohibitions = Vec::new();
    for at in 0..1 + writer.up_to(3) {
        let subject = writer.subject();
        let same_subject = |at: &usize| obligations[*at].subject == subject;
        let relies_on: Vec<ObligationId> =
            (0..obligations.len()).filter(same_subject).map(|at| ObligationId(at as u16)).collect();
        // A version of what the norm may use begins a version of the norm.
        let mut borders = writer.borders();
        borders.extend(&all_borders);
        borders.sort();
        borders.dedup();
        let versions = writer.versions(&borders, |writer| writer.prohibits(subject, &relies_on));
        prohibitions.push(Prohibition { name: format!("norm{at}"), subject, versions, notes: Vec::new() });
    }
    let text = |name: &str| name.to_owned();
    let issue = |(at, &readings): (usize, &u8)| Issue {
        name: format!("issue{at}"),
        label: Localised::default(),
        target: String::new(),
        readings: (0..readings).map(reading).collect(),
        default: None,
        span: SPAN,
    };
    Program {
        policy: Policy {
            name: text("random"),
            version: text("0"),
            hash: String::new(),
            languages: Vec::new(),
            time_zone: text(time_zone),
            holidays: (0..writer.rng.below(8)).map(|_| day(&mut writer.rng)).collect(),
        },
        sources: Vec::new(),
        issues: writer.readings.iter().enumerate().map(issue).collect(),
        schema: writer.schema,
        texts: vec![text("first"), text("second")],
        nodes: writer.pool.finish(),
        constraints: Vec::new(),
        prohibitions,
        obligations,
        sanctions: Vec::new(),
        notes: Vec::new(),
        profiles: Vec::new(),
    }
}

fn reading(at: u8) -> Reading {
    Reading {
        name: format!("reading{at}"),
        label: Localised::default(),
        basis: Vec::new(),
        status: ReadingStatus::Text,
    }
}

/// Random picks and a moment of assessment.
pub fn settings(rng: &mut Rng, program: &Program) -> Settings {
    let zone = Zone::named(&program.policy.time_zone).unwrap();
    let instant = match rng.below(4) {
        0..=1 => zone.end_of(day(rng)),
        2 => instant(rng, &zone),
        _ => zone.end_of("2026-12-02".parse().unwrap()),
    };
    let mut pick = |issue: &Issue| {
        let reading = rng.below(issue.readings.len()) as u8;
        rng.percent(40).then_some(Pick { reading, from: PickSource::Facts })
    };
    let picks = program.issues.iter().map(&mut pick).collect();
    Settings { as_of: AsOf { instant, from: AsOfSource::Facts }, picks }
}

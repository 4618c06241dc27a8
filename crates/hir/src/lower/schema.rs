//! The slots: facts, conduct and records as flat layouts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use ir::{Conduct, EnumId, EnumType, Field, Layout, LayoutId, Localised, MemberSet, Schema, Type};
use problem::{Located, NameKind, NameProblem};
use syntax::ItemKind;

use super::obligations::concerns_conduct;
use super::{Texts, citations};
use crate::model::{self, Body, Effect, TargetKind};
use crate::names::{Names, TypeDef};
use crate::source::{Source, by_name};
use crate::translations::{TextKind, field_key};
use crate::types::{EnumTy, Ty};

/// The schema with ways into it.
pub struct Built<'a> {
    /// The schema.
    pub schema: Schema,
    /// The slot of a field by its layout and path.
    pub slots: HashMap<(LayoutId, String), u32>,
    /// The layout of a record by its name.
    pub records: BTreeMap<&'a str, LayoutId>,
    /// More enums than can be numbered.
    pub problems: Vec<Located>,
}

struct Builder<'a, 't> {
    texts: &'t Texts<'a>,
    enums: Vec<Arc<EnumTy>>,
    /// The number of an enum by name and members.
    enum_ids: HashMap<(Option<String>, Vec<String>), EnumId>,
    records: BTreeMap<&'a str, LayoutId>,
    /// The items that declare them.
    declared: BTreeMap<&'a str, &'a Source<'a>>,
    problems: Vec<Located>,
}

/// Builds the schema of a package.
pub(super) fn build<'a>(items: &'a [Source<'a>], names: &'a Names, texts: &Texts<'a>) -> Built<'a> {
    let record_names = names.types.iter().filter(|(_, def)| matches!(def, TypeDef::Record(_)));
    let records =
        record_names.enumerate().map(|(at, (name, _))| (name.as_str(), LayoutId(at as u16 + 2))).collect();
    let declared = items.iter().filter(|source| source.kind == ItemKind::Record);
    let mut builder = Builder {
        texts,
        enums: Vec::new(),
        enum_ids: HashMap::new(),
        records,
        declared: declared.map(|source| (source.name(), source)).collect(),
        problems: Vec::new(),
    };
    let kinds = builder.enum_id_of(names.conduct.kind_type());
    let roles = builder.enum_id_of(names.conduct.role_type());
    let lasting = names.conduct.kinds.iter().enumerate().filter(|(_, (_, lasting))| *lasting);
    let conduct = Conduct {
        kinds,
        lasting: lasting.map(|(at, _)| at as u8).collect(),
        roles,
        operators: (0..names.conduct.operators as u8).collect(),
    };

    let mut facts = Vec::new();
    let mut conduct_fields = builder.built_in(kinds, roles);
    for source in items {
        match (&source.item.body, source.kind) {
            (Body::Fields(fields), ItemKind::Facts) => builder.flatten(source, fields, "", &mut facts),
            (Body::Conduct { fields, .. }, _) => builder.flatten(source, fields, "", &mut conduct_fields),
            _ => {}
        }
    }
    for (subject_is_conduct, field) in standards(items, names) {
        if subject_is_conduct { conduct_fields.push(field) } else { facts.push(field) }
    }
    let mut layouts = vec![
        Layout { name: "facts".into(), fields: facts },
        Layout { name: "conduct".into(), fields: conduct_fields },
    ];
    let record_names: Vec<&str> = builder.records.keys().copied().collect();
    for name in record_names {
        let mut fields = vec![plain("id", Type::Text)];
        builder.record(name, "", &mut fields);
        layouts.push(Layout { name: name.to_owned(), fields });
    }

    let mut slots = HashMap::new();
    for (at, layout) in layouts.iter().enumerate() {
        for (slot, field) in layout.fields.iter().enumerate() {
            slots.entry((LayoutId(at as u16), field.path.clone())).or_insert(slot as u32);
        }
    }
    let enums =
        builder.enums.iter().map(|ty| EnumType { name: ty.name.clone(), members: ty.members.clone() });
    let schema = Schema { enums: enums.collect(), layouts, conduct };
    Built { schema, slots, records: builder.records, problems: builder.problems }
}

impl<'a> Builder<'a, '_> {
    fn built_in(&self, kinds: EnumId, roles: EnumId) -> Vec<Field> {
        vec![
            plain("id", Type::Text),
            plain("kind", Type::Enum(kinds)),
            plain("operator", Type::Enum(roles)),
            plain("from", Type::DateTime),
            plain("until", Type::Event),
            plain("part_of", Type::Text),
        ]
    }

    fn enum_id_of(&mut self, ty: Ty) -> EnumId {
        match ty {
            Ty::Enum(members) | Ty::Set(members) => self.enum_id(members, None),
            _ => EnumId(0),
        }
    }

    fn enum_id(&mut self, members: Arc<EnumTy>, at: Option<(&Source<'_>, &model::Field)>) -> EnumId {
        let key = (members.name.clone(), members.members.clone());
        if let Some(known) = self.enum_ids.get(&key) {
            return *known;
        }
        let Ok(number) = u16::try_from(self.enums.len()) else {
            if let (Some((source, field)), true) = (at, self.problems.is_empty()) {
                let many = NameProblem::TooMany { kind: NameKind::Type, limit: u32::from(u16::MAX) };
                self.problems.push(source.problem(field.range, many));
            }
            return EnumId(0);
        };
        self.enums.push(members);
        self.enum_ids.insert(key, EnumId(number));
        EnumId(number)
    }

    fn flatten(&mut self, source: &Source<'_>, fields: &[model::Field], prefix: &str, into: &mut Vec<Field>) {
        for field in fields {
            let path = join(prefix, &field.path);
            let ty = match &field.ty {
                Ty::Record(name) => {
                    self.record(name, &path, into);
                    continue;
                }
                Ty::Error => continue,
                Ty::Bool => Type::Bool,
                Ty::Judgement => Type::Judgement,
                Ty::Event => Type::Event,
                Ty::Integer => Type::Integer,
                Ty::Decimal => Type::Decimal,
                Ty::Money(currency) => Type::Money(currency.clone()),
                Ty::Text => Type::Text,
                Ty::Date => Type::Date,
                Ty::DateTime => Type::DateTime,
                Ty::Duration => Type::Duration,
                Ty::Enum(members) => Type::Enum(self.enum_id(members.clone(), Some((source, field)))),
                Ty::Set(members) => Type::Set(self.enum_id(members.clone(), Some((source, field)))),
                Ty::List(name) => match self.records.get(name.as_str()) {
                    Some(layout) => Type::List(*layout),
                    None => continue,
                },
            };
            let key = field_key(source.kind, source.name(), &field.path);
            let text =
                |kind, text: &Option<String>| self.texts.localised(source.package, &key, kind, text.as_ref());
            into.push(Field {
                label: text(TextKind::Label, &field.label),
                ask: text(TextKind::Ask, &field.ask),
                help: text(TextKind::Help, &field.help),
                basis: citations(&field.basis),
                considering: citations(&field.considering),
                assumed: field.assumed,
                kinds: field.kinds.as_ref().map(|kinds| kinds.iter().copied().collect::<MemberSet>()),
                alias: None,
                span: Some(source.span(field.range)),
                path,
                ty,
            });
        }
    }

    /// The fields of a record as slots of the row around it. None contains
    /// itself, and together they are not too many: that was checked.
    fn record(&mut self, name: &str, prefix: &str, into: &mut Vec<Field>) {
        if let Some(source) = self.declared.get(name).copied()
            && let Body::Fields(fields) = &source.item.body
        {
            self.flatten(source, fields, prefix, into);
        }
    }
}

fn join(prefix: &str, path: &str) -> String {
    if prefix.is_empty() { path.to_owned() } else { format!("{prefix}.{path}") }
}

fn plain(path: &str, ty: Type) -> Field {
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

/// The path of the judgement on the standard of a `must`.
pub fn standard_path(obligation: &str, must: &str) -> String {
    format!("{obligation}.{must}.in_time")
}

/// The judgements on standards, each with whether it belongs to conduct.
fn standards(items: &[Source<'_>], names: &Names) -> Vec<(bool, Field)> {
    let by_name = by_name(items);
    // The `must`s that some reading gives a standard.
    let mut replaced: HashSet<(&str, &str)> = HashSet::new();
    for source in items {
        if let Body::Issue(issue) = &source.item.body
            && let Some(TargetKind::Rule { name, part: Some(part) }) =
                issue.target.as_ref().map(|target| &target.to)
            && issue
                .readings
                .iter()
                .any(|reading| matches!(&reading.effect, Effect::Replaces(asked) if asked.standard.is_some()))
        {
            replaced.insert((name, part));
        }
    }
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for source in items {
        let Body::Obligation(obligation) = &source.item.body else { continue };
        let mut of_conduct = None;
        for must in &obligation.musts {
            let wanted =
                must.asked.standard.is_some() || replaced.contains(&(source.name(), &must.header.name));
            let path = standard_path(source.name(), &must.header.name);
            if !wanted || !seen.insert(path.clone()) {
                continue;
            }
            let mut field = plain(&path, Type::Judgement);
            let basis =
                if must.header.basis.is_empty() { &source.item.header.basis } else { &must.header.basis };
            field.basis = citations(basis);
            field.alias = Some(path);
            field.span = Some(source.span(must.range));
            let of_conduct =
                *of_conduct.get_or_insert_with(|| concerns_conduct(source.item, obligation, &by_name, names));
            found.push((of_conduct, field));
        }
    }
    found
}

//! The slots: facts, conduct and records as flat layouts.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use base::Span;
use ir::{Conduct, EnumId, EnumType, Field, Layout, LayoutId, Localised, MemberSet, Schema, Type};
use syntax::ItemKind;

use super::{Source, citations};
use crate::manifest::Manifest;
use crate::model::{self, Body, Effect};
use crate::names::{Names, TypeDef};
use crate::types::{EnumTy, Ty};

/// The schema with ways into it.
pub struct Built<'a> {
    /// The schema.
    pub schema: Schema,
    /// The slot of a field by its layout and path.
    pub slots: HashMap<(LayoutId, String), u32>,
    /// The layout of a record by its name.
    pub records: BTreeMap<&'a str, LayoutId>,
}

struct Builder<'a> {
    items: &'a [Source<'a>],
    names: &'a Names,
    lang: base::Lang,
    enums: Vec<Arc<EnumTy>>,
    records: BTreeMap<&'a str, LayoutId>,
}

/// Builds the schema of a package.
pub fn build<'a>(items: &'a [Source<'a>], names: &'a Names, manifest: &'a Manifest) -> Built<'a> {
    let record_names = names.types.iter().filter(|(_, def)| matches!(def, TypeDef::Record(_)));
    let records = record_names.enumerate().map(|(at, (name, _))| (name.as_str(), LayoutId(at as u16 + 2))).collect();
    let lang = manifest.languages.first().copied().unwrap_or_default();
    let mut builder = Builder { items, names, lang, enums: Vec::new(), records };
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
            (Body::Fields(fields), ItemKind::Facts) => builder.flatten(source, fields, "", &mut facts, 0),
            (Body::Conduct(fields), _) => builder.flatten(source, fields, "", &mut conduct_fields, 0),
            _ => {}
        }
    }
    for (subject_is_conduct, field) in standards(items, names) {
        if subject_is_conduct { conduct_fields.push(field) } else { facts.push(field) }
    }
    let mut layouts =
        vec![Layout { name: "facts".into(), fields: facts }, Layout { name: "conduct".into(), fields: conduct_fields }];
    let record_names: Vec<&str> = builder.records.keys().copied().collect();
    for name in record_names {
        let mut fields = vec![plain("id", Type::Text)];
        builder.record(name, "", &mut fields, 0);
        layouts.push(Layout { name: name.to_owned(), fields });
    }

    let mut slots = HashMap::new();
    for (at, layout) in layouts.iter().enumerate() {
        for (slot, field) in layout.fields.iter().enumerate() {
            slots.entry((LayoutId(at as u16), field.path.clone())).or_insert(slot as u32);
        }
    }
    let enums = builder.enums.iter().map(|ty| EnumType { name: ty.name.clone(), members: ty.members.clone() });
    let schema = Schema { enums: enums.collect(), layouts, conduct };
    Built { schema, slots, records: builder.records }
}

/// Deeper than this no record lies within a record; deeper ones are cycles,
/// which are reported elsewhere.
const RECORD_DEPTH: u32 = 16;

impl<'a> Builder<'a> {
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
            Ty::Enum(members) | Ty::Set(members) => self.enum_id(members),
            _ => EnumId(0),
        }
    }

    fn enum_id(&mut self, members: Arc<EnumTy>) -> EnumId {
        let known = self.enums.iter().position(|known| *known == members && known.name == members.name);
        let at = known.unwrap_or_else(|| {
            self.enums.push(members);
            self.enums.len() - 1
        });
        EnumId(at as u16)
    }

    fn flatten(
        &mut self,
        source: &Source<'_>,
        fields: &[model::Field],
        prefix: &str,
        into: &mut Vec<Field>,
        depth: u32,
    ) {
        for field in fields {
            let path = join(prefix, &field.path);
            let ty = match &field.ty {
                Ty::Record(name) => {
                    self.record(name, &path, into, depth + 1);
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
                Ty::Enum(members) => Type::Enum(self.enum_id(members.clone())),
                Ty::Set(members) => Type::Set(self.enum_id(members.clone())),
                Ty::List(name) => match self.records.get(name.as_str()) {
                    Some(layout) => Type::List(*layout),
                    None => continue,
                },
            };
            let text = |text: &Option<String>| {
                Localised(text.iter().map(|text| (self.lang, text.clone())).collect())
            };
            into.push(Field {
                label: text(&field.label),
                ask: text(&field.ask),
                help: text(&field.help),
                basis: citations(&field.basis),
                considering: citations(&field.considering),
                assumed: field.assumed,
                kinds: field.kinds.as_ref().map(|kinds| kinds.iter().copied().collect::<MemberSet>()),
                alias: None,
                span: Some(Span { file: source.file, range: field.range + source.offset }),
                path,
                ty,
            });
        }
    }

    fn record(&mut self, name: &str, prefix: &str, into: &mut Vec<Field>, depth: u32) {
        if depth > RECORD_DEPTH {
            return;
        }
        let found = self.items.iter().find(|source| {
            source.kind == ItemKind::Record && source.item.header.name == name
        });
        if let Some(source) = found
            && let Body::Fields(fields) = &source.item.body
        {
            self.flatten(source, fields, prefix, into, depth);
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
    let mut found: Vec<(bool, Field)> = Vec::new();
    let replaced = |obligation: &str, must: &str| {
        items.iter().any(|source| match &source.item.body {
            Body::Issue(issue) => {
                let on_it = issue.target.as_ref().is_some_and(|target| {
                    matches!(&target.to, model::TargetKind::Rule { name, part: Some(part) } if name == obligation && part == must)
                });
                on_it
                    && issue.readings.iter().any(|reading| {
                        matches!(&reading.effect, Effect::Replaces(asked) if asked.standard.is_some())
                    })
            }
            _ => false,
        })
    };
    for source in items {
        let Body::Obligation(obligation) = &source.item.body else { continue };
        let of_conduct = super::obligations::concerns_conduct(source.item, obligation, items, names);
        for must in &obligation.musts {
            let path = standard_path(&source.item.header.name, &must.header.name);
            let wanted = must.asked.standard.is_some() || replaced(&source.item.header.name, &must.header.name);
            if wanted && !found.iter().any(|(_, field)| field.path == path) {
                let mut field = plain(&path, Type::Judgement);
                let basis = if must.header.basis.is_empty() { &source.item.header.basis } else { &must.header.basis };
                field.basis = citations(basis);
                field.alias = Some(path);
                field.span = Some(Span { file: source.file, range: must.range + source.offset });
                found.push((of_conduct, field));
            }
        }
    }
    found
}

//! What a package declares, by name: all that one item may know of another
//! without reading its formulas. An edit inside a rule leaves it equal.

mod lookup;
mod nearest;
mod signatures;

use std::collections::BTreeMap;
use std::sync::Arc;

use problem::NameKind;
use syntax::ItemKind;
use syntax::ast;

use crate::db::{Db, Item, Package, manifest, package_items, packages, parse};
use crate::graph;
use crate::types::{EnumTy, Ty};

pub use nearest::nearest;
pub use signatures::{ConductSignature, FieldSignature, Signature, signature, type_ref};

/// All names of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The source of citations without a name in front.
    pub default_source: String,
    /// The packages that it depends on, directly or not.
    pub packages: Vec<String>,
    /// The sources: name and CELEX number.
    pub sources: BTreeMap<String, String>,
    /// Records and enums.
    pub types: BTreeMap<String, TypeDef>,
    /// The facts, by path.
    pub facts: Fields,
    /// Conduct as such.
    pub conduct: ConductNames,
    /// The definitions, by name.
    pub definitions: BTreeMap<String, Vec<DefinitionSignature>>,
    /// The rules, by name.
    pub rules: BTreeMap<String, Vec<RuleSignature>>,
    /// The issues, with their readings.
    pub issues: BTreeMap<String, Vec<String>>,
    /// The definitions by what they mention, those that rest on nothing
    /// first.
    pub order: BTreeMap<String, Rank>,
}

/// Where a definition stands among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// It may rest on definitions of lower rank, and on those of its own that
    /// mention it in turn.
    pub rank: usize,
    /// Whether the chain below it can be followed.
    pub within_limit: bool,
}

/// The fields of a row by path.
pub type Fields = BTreeMap<String, FieldInfo>;

/// The longest chain of items that rest on each other. With the nesting of
/// each it keeps every walk over formulas within the stack.
pub const CHAIN_LIMIT: usize = 32;

/// The most definitions that may mention each other in a circle (some of
/// which may be no mention, but the same name for a member or variable).
const CIRCLE_LIMIT: usize = 4;

/// A type that is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeDef {
    /// An enum.
    Enum(Arc<EnumTy>),
    /// A record with its fields by path.
    Record(Fields),
}

/// A field, its type looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInfo {
    /// Its type.
    pub ty: Ty,
    /// Whether silence fills it in.
    pub assumed: bool,
}

/// Conduct, its types looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConductNames {
    /// The kinds, and whether they last.
    pub kinds: Vec<(String, bool)>,
    /// The roles: operators, then authorities.
    pub roles: Vec<String>,
    /// How many of the roles are operators.
    pub operators: usize,
    /// The fields by path, the built-in ones included.
    pub fields: Fields,
}

/// A definition by its place in the items of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionSignature {
    /// Its place.
    pub item: usize,
    /// The package it comes from; none for this one.
    pub package: Option<String>,
    /// The record it is for.
    pub parameter: Option<String>,
}

/// A rule by its place in the items of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSignature {
    /// Its place.
    pub item: usize,
    /// What it is.
    pub kind: NameKind,
    /// Its elements or `must`s.
    pub parts: Vec<String>,
}

/// What a name is called in messages.
pub fn name_kind(kind: ItemKind) -> NameKind {
    match kind {
        ItemKind::Source => NameKind::Source,
        ItemKind::Facts => NameKind::Fact,
        ItemKind::Record | ItemKind::Enum => NameKind::Type,
        ItemKind::Conduct => NameKind::ConductKind,
        ItemKind::Constraint => NameKind::Constraint,
        ItemKind::Definition => NameKind::Definition,
        ItemKind::Prohibition => NameKind::Prohibition,
        ItemKind::Exception | ItemKind::Interpretive => NameKind::Exception,
        ItemKind::Conditions => NameKind::Conditions,
        ItemKind::Obligation => NameKind::Obligation,
        ItemKind::Scope => NameKind::Scope,
        ItemKind::Exclusion => NameKind::Exclusion,
        ItemKind::Saving => NameKind::Saving,
        ItemKind::Precedence => NameKind::Precedence,
        ItemKind::Power => NameKind::Power,
        ItemKind::Sanction => NameKind::Sanction,
        ItemKind::Issue => NameKind::Issue,
    }
}

/// The word that stands in front of such a name where it is declared.
pub fn keyword(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Source => "source",
        NameKind::Fact => "fact",
        NameKind::Field => "field",
        NameKind::Type => "type",
        NameKind::Member => "member",
        NameKind::ConductKind => "kind",
        NameKind::Role => "role",
        NameKind::Definition => "definition",
        NameKind::Prohibition => "prohibition",
        NameKind::Exception => "exception",
        NameKind::Conditions => "conditions",
        NameKind::Obligation => "obligation",
        NameKind::Must => "must",
        NameKind::Element => "element",
        NameKind::Scope => "scope",
        NameKind::Exclusion => "exclusion",
        NameKind::Saving => "saving",
        NameKind::Power => "power",
        NameKind::Precedence => "precedence",
        NameKind::Sanction => "sanction",
        NameKind::Constraint => "constraint",
        NameKind::Issue => "issue",
        NameKind::Reading => "reading",
        NameKind::Profile => "profile",
        NameKind::Variable => "variable",
        NameKind::Norm => "norm",
        NameKind::ManifestKey => "key",
        NameKind::Package => "package",
        NameKind::Version => "version",
    }
}

/// All names of a package and of those it depends on.
#[salsa::tracked]
pub fn names(db: &dyn Db, package: Package) -> Names {
    let mut names = Names {
        default_source: default_source(db, package).clone(),
        packages: packages(db, package).iter().filter_map(|(name, _)| name.clone()).collect(),
        ..Names::default()
    };
    let mut declared = Vec::new();
    let mut mentions: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (at, (from, item)) in package_items(db, package).iter().enumerate() {
        let (kind, name) = (item.kind(db), item.name(db));
        if name.is_empty() && !matches!(kind, ItemKind::Facts | ItemKind::Conduct) {
            continue;
        }
        match signature(db, *item) {
            Signature::Facts(fields) => declared.push((Declared::Facts, fields)),
            Signature::Record(fields) => {
                names.types.entry(name.to_owned()).or_insert_with(|| TypeDef::Record(Fields::new()));
                declared.push((Declared::Record(name), fields));
            }
            Signature::Enum(members) => {
                let ty = EnumTy { name: Some(name.to_owned()), members: members.clone() };
                names.types.entry(name.to_owned()).or_insert_with(|| TypeDef::Enum(Arc::new(ty)));
            }
            Signature::Conduct(conduct) => {
                names.conduct.extend(conduct);
                declared.push((Declared::Conduct, &conduct.fields));
            }
            Signature::Definition(parameter, mentioned) => {
                mentions.entry(name).or_default().extend(mentioned);
                let signature =
                    DefinitionSignature { item: at, package: from.clone(), parameter: parameter.clone() };
                names.definitions.entry(name.to_owned()).or_default().push(signature);
            }
            Signature::Rule(parts) => names.rule(name, at, kind, parts.clone()),
            Signature::Issue(readings) => {
                names.issues.entry(name.to_owned()).or_insert_with(|| readings.clone());
            }
            Signature::Name if kind == ItemKind::Source => {
                names.sources.entry(name.to_owned()).or_insert_with(|| celex(db, *item));
            }
            Signature::Name => names.rule(name, at, kind, Vec::new()),
        }
    }
    names.built_in();
    for (whose, fields) in declared {
        for field in fields {
            let info = FieldInfo { ty: names.resolve(&field.ty), assumed: field.assumed };
            let map = match whose {
                Declared::Facts => &mut names.facts,
                Declared::Conduct => &mut names.conduct.fields,
                Declared::Record(name) => match names.types.get_mut(name) {
                    Some(TypeDef::Record(fields)) => fields,
                    Some(TypeDef::Enum(_)) | None => continue,
                },
            };
            map.entry(field.path.clone()).or_insert(info);
        }
    }
    names.order = order(&mentions);
    names
}

enum Declared<'a> {
    Facts,
    Conduct,
    Record(&'a str),
}

fn order(mentions: &BTreeMap<&str, Vec<&String>>) -> BTreeMap<String, Rank> {
    let numbers: BTreeMap<&str, usize> = mentions.keys().enumerate().map(|(at, name)| (*name, at)).collect();
    let known =
        |names: &Vec<&String>| names.iter().filter_map(|name| numbers.get(name.as_str()).copied()).collect();
    let edges: Vec<Vec<usize>> = mentions.values().map(known).collect();
    let components = graph::components(&edges);
    let depths = graph::depths(&edges, &components);
    let mut ranks = vec![Rank { rank: 0, within_limit: true }; edges.len()];
    for (rank, component) in components.iter().enumerate() {
        for &at in component {
            let within_limit = component.len() <= CIRCLE_LIMIT && depths[at] <= CHAIN_LIMIT;
            ranks[at] = Rank { rank, within_limit };
        }
    }
    mentions.keys().map(|name| (*name).to_owned()).zip(ranks).collect()
}

/// The source of citations without a name in front, in the files of a
/// package: the one that `policy.toml` names, else the only one, else, which
/// is a problem, the first.
#[salsa::tracked]
pub fn default_source(db: &dyn Db, package: Package) -> String {
    let chosen = manifest(db, package).0.source.as_ref().map(|source| source.value.clone());
    chosen.or_else(|| declared_sources(db, package).into_iter().next()).unwrap_or_default()
}

/// The sources that a package declares itself; if it has none, those of the
/// packages it depends on.
pub fn declared_sources(db: &dyn Db, package: Package) -> Vec<String> {
    let of = |package: Package| {
        let items = package.files(db).iter().flat_map(|file| &crate::db::file_items(db, *file).items);
        let sources = items.filter(|item| item.kind(db) == ItemKind::Source && !item.name(db).is_empty());
        sources.map(|item| item.name(db).to_owned()).collect::<Vec<_>>()
    };
    let all = packages(db, package).iter().map(|(_, package)| of(*package));
    let mut sources = all.into_iter().find(|sources| !sources.is_empty()).unwrap_or_default();
    let mut seen = std::collections::HashSet::new();
    sources.retain(|source| seen.insert(source.clone()));
    sources
}

fn celex<'db>(db: &'db dyn Db, item: Item<'db>) -> String {
    match parse(db, item).item() {
        Some(ast::Item::Source(source)) => source.celex().map_or_else(String::new, |celex| celex.text),
        Some(_) | None => String::new(),
    }
}

impl ConductNames {
    fn extend(&mut self, declared: &ConductSignature) {
        self.kinds.extend(declared.kinds.iter().cloned());
        self.roles.splice(self.operators..self.operators, declared.operators.iter().cloned());
        self.operators += declared.operators.len();
        self.roles.extend(declared.authorities.iter().cloned());
    }

    /// The type of `conduct.kind`.
    pub fn kind_type(&self) -> Ty {
        let members = self.kinds.iter().map(|(name, _)| name.clone()).collect();
        Ty::Enum(Arc::new(EnumTy { name: Some("kind of conduct".into()), members }))
    }

    /// The type of `conduct.operator`.
    pub fn role_type(&self) -> Ty {
        Ty::Enum(Arc::new(EnumTy { name: Some("role".into()), members: self.roles.clone() }))
    }

    /// The number of a kind.
    pub fn kind(&self, name: &str) -> Option<u8> {
        self.kinds.iter().position(|(kind, _)| kind == name).map(|at| at as u8)
    }

    /// The number of a role.
    pub fn role(&self, name: &str) -> Option<u8> {
        self.roles.iter().position(|role| role == name).map(|at| at as u8)
    }
}

impl Names {
    fn rule(&mut self, name: &str, item: usize, kind: ItemKind, parts: Vec<String>) {
        let signature = RuleSignature { item, kind: name_kind(kind), parts };
        self.rules.entry(name.to_owned()).or_default().push(signature);
    }

    /// The fields that conduct and records have without declaring them.
    fn built_in(&mut self) {
        let builtin = [
            ("id", Ty::Text),
            ("kind", self.conduct.kind_type()),
            ("operator", self.conduct.role_type()),
            ("from", Ty::DateTime),
            ("until", Ty::Event),
            ("part_of", Ty::Text),
        ];
        for (path, ty) in builtin {
            self.conduct.fields.insert(path.into(), FieldInfo { ty, assumed: false });
        }
        for ty in self.types.values_mut() {
            if let TypeDef::Record(fields) = ty {
                fields.insert("id".into(), FieldInfo { ty: Ty::Text, assumed: false });
            }
        }
    }
}

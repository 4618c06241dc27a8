//! What a package declares, by name: all that one item may know of another
//! without reading its formulas. An edit inside a rule leaves it equal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use problem::NameKind;
use syntax::ItemKind;
use syntax::ast::{self, AstNode, Continuity, HasClauses, HasElements, TypeKind};

use crate::db::{Db, Item, Package, manifest, package_items, parse};
use crate::types::{EnumTy, Ty, TypeRef};

/// What an item declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Facts of the system.
    Facts(Vec<FieldSignature>),
    /// A record.
    Record(Vec<FieldSignature>),
    /// An enum.
    Enum(Vec<String>),
    /// Conduct.
    Conduct(ConductSignature),
    /// A definition: the record it is for, and the bare names in it, some of
    /// which are definitions.
    Definition(Option<String>, Vec<String>),
    /// A rule, with the names of its elements or `must`s.
    Rule(Vec<String>),
    /// An issue, with the names of its readings.
    Issue(Vec<String>),
    /// An item of which only the name matters.
    Name,
}

/// A field as declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSignature {
    /// Its path.
    pub path: String,
    /// Its type.
    pub ty: TypeRef,
    /// Whether silence fills it in.
    pub assumed: bool,
}

/// Conduct as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConductSignature {
    /// The kinds, and whether they last.
    pub kinds: Vec<(String, bool)>,
    /// The roles of operators.
    pub operators: Vec<String>,
    /// The roles of authorities.
    pub authorities: Vec<String>,
    /// The fields.
    pub fields: Vec<FieldSignature>,
}

/// All names of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The source of citations without a name in front.
    pub default_source: String,
    /// The sources: name and CELEX number.
    pub sources: BTreeMap<String, String>,
    /// Records and enums.
    pub types: BTreeMap<String, TypeDef>,
    /// The facts, by path.
    pub facts: BTreeMap<String, FieldInfo>,
    /// Conduct as such.
    pub conduct: ConductNames,
    /// The definitions, by name.
    pub definitions: BTreeMap<String, Vec<DefinitionSignature>>,
    /// The rules, by name.
    pub rules: BTreeMap<String, Vec<RuleSignature>>,
    /// The issues, with their readings.
    pub issues: BTreeMap<String, Vec<String>>,
    /// The definitions that rest on others in a chain that is too long to be
    /// followed.
    pub too_deep: BTreeSet<String>,
}

/// The longest chain of definitions, or of exceptions, that is followed. It
/// keeps every walk over formulas within the stack.
pub const CHAIN_LIMIT: u32 = 32;

/// A type that is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeDef {
    /// An enum.
    Enum(Arc<EnumTy>),
    /// A record with its fields by path.
    Record(BTreeMap<String, FieldInfo>),
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
    pub fields: BTreeMap<String, FieldInfo>,
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

/// The name most like `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let scored = known.map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate));
    let (distance, best) = scored.min_by_key(|(distance, candidate)| (*distance, candidate.len()))?;
    let limit = name.chars().count().max(best.chars().count()).div_ceil(3);
    (distance <= limit && distance > 0).then(|| best.to_owned())
}

/// What an item declares.
#[salsa::tracked]
pub fn signature<'db>(db: &'db dyn Db, item: Item<'db>) -> Signature {
    let Some(node) = parse(db, item).item() else { return Signature::Name };
    match node {
        ast::Item::Facts(facts) => Signature::Facts(fields(facts.fields())),
        ast::Item::Record(record) => Signature::Record(fields(record.fields())),
        ast::Item::Enum(item) => Signature::Enum(texts(item.members())),
        ast::Item::Conduct(conduct) => Signature::Conduct(ConductSignature {
            kinds: conduct
                .kinds()
                .into_iter()
                .filter_map(|kind| Some((kind.name()?.text, kind.continuity() == Some(Continuity::Lasting))))
                .collect(),
            operators: texts(conduct.operators()),
            authorities: texts(conduct.authorities()),
            fields: fields(conduct.fields()),
        }),
        ast::Item::Definition(definition) => {
            let parameter = definition.parameter().and_then(|parameter| parameter.ty()?.kind());
            let record = parameter.and_then(|ty| match ty {
                TypeKind::Named(name) => Some(name.text),
                _ => None,
            });
            Signature::Definition(record, mentions(definition.syntax()))
        }
        ast::Item::Prohibition(rule) => Signature::Rule(elements(&rule, rule.forbids().is_some())),
        ast::Item::Exception(rule) => Signature::Rule(elements(&rule, false)),
        ast::Item::Interpretive(rule) => Signature::Rule(elements(&rule, false)),
        ast::Item::Conditions(rule) => Signature::Rule(elements(&rule, false)),
        ast::Item::Scope(rule) => Signature::Rule(elements(&rule, false)),
        ast::Item::Exclusion(rule) => Signature::Rule(elements(&rule, false)),
        ast::Item::Obligation(obligation) => {
            Signature::Rule(obligation.musts().filter_map(|must| Some(must.name()?.text)).collect())
        }
        ast::Item::Issue(issue) => {
            Signature::Issue(issue.readings().filter_map(|reading| Some(reading.name()?.text)).collect())
        }
        ast::Item::Source(_)
        | ast::Item::Constraint(_)
        | ast::Item::Saving(_)
        | ast::Item::Precedence(_)
        | ast::Item::Power(_)
        | ast::Item::Sanction(_) => Signature::Name,
    }
}

fn elements(rule: &impl HasElements, conduct: bool) -> Vec<String> {
    let own = rule.elements().filter_map(|element| Some(element.name()?.text));
    conduct.then(|| "conduct".to_owned()).into_iter().chain(own).collect()
}

fn mentions(node: &syntax::SyntaxNode) -> Vec<String> {
    let paths = node.descendants().filter_map(ast::Path::cast);
    let bare = paths.filter_map(|path| match path.segments().as_slice() {
        [only] => Some(only.text.clone()),
        _ => None,
    });
    let bare: BTreeSet<String> = bare.collect();
    bare.into_iter().collect()
}

fn texts(names: Vec<ast::Name>) -> Vec<String> {
    names.into_iter().map(|name| name.text).collect()
}

fn fields(fields: impl Iterator<Item = ast::Field>) -> Vec<FieldSignature> {
    let declared = fields.filter_map(|field| {
        let path = field.path()?.segments().into_iter().map(|name| name.text).collect::<Vec<_>>().join(".");
        let ty = field.ty().map_or(TypeRef::Broken, |ty| type_ref(&ty));
        Some(FieldSignature { path, ty, assumed: field.assumed().is_some() })
    });
    declared.collect()
}

/// A type as declared.
pub fn type_ref(ty: &ast::Type) -> TypeRef {
    match ty.kind() {
        None => TypeRef::Broken,
        Some(TypeKind::Bool) => TypeRef::Builtin(Ty::Bool),
        Some(TypeKind::Judgement) => TypeRef::Builtin(Ty::Judgement),
        Some(TypeKind::Event) => TypeRef::Builtin(Ty::Event),
        Some(TypeKind::Integer) => TypeRef::Builtin(Ty::Integer),
        Some(TypeKind::Decimal) => TypeRef::Builtin(Ty::Decimal),
        Some(TypeKind::Text) => TypeRef::Builtin(Ty::Text),
        Some(TypeKind::Date) => TypeRef::Builtin(Ty::Date),
        Some(TypeKind::DateTime) => TypeRef::Builtin(Ty::DateTime),
        Some(TypeKind::Duration) => TypeRef::Builtin(Ty::Duration),
        Some(TypeKind::Money { currency }) => TypeRef::Builtin(Ty::Money(currency.text)),
        Some(TypeKind::Enum { members }) => TypeRef::Inline(texts(members)),
        Some(TypeKind::Set(of)) => TypeRef::Set(Box::new(type_ref(&of))),
        Some(TypeKind::List(of)) => match of.kind() {
            Some(TypeKind::Named(name)) => TypeRef::List(name.text),
            _ => TypeRef::Broken,
        },
        Some(TypeKind::Named(name)) => TypeRef::Named(name.text),
    }
}

/// All names of a package and of those it depends on.
#[salsa::tracked]
pub fn names(db: &dyn Db, package: Package) -> Names {
    let mut names = Names::default();
    let mut declared = Vec::new();
    let mut mentions: BTreeMap<&str, &[String]> = BTreeMap::new();
    for (at, (from, item)) in package_items(db, package).iter().enumerate() {
        let name = item.name(db).to_owned();
        match signature(db, *item) {
            Signature::Facts(fields) => declared.push((Declared::Facts, fields)),
            Signature::Record(fields) => {
                names.types.entry(name.clone()).or_insert(TypeDef::Record(BTreeMap::new()));
                declared.push((Declared::Record(name), fields));
            }
            Signature::Enum(members) => {
                let ty = EnumTy { name: Some(name.clone()), members: members.clone() };
                names.types.entry(name).or_insert(TypeDef::Enum(Arc::new(ty)));
            }
            Signature::Conduct(conduct) => {
                names.conduct.kinds.extend(conduct.kinds.iter().cloned());
                let operators = names.conduct.operators;
                names.conduct.roles.splice(operators..operators, conduct.operators.iter().cloned());
                names.conduct.operators += conduct.operators.len();
                names.conduct.roles.extend(conduct.authorities.iter().cloned());
                declared.push((Declared::Conduct, &conduct.fields));
            }
            Signature::Definition(parameter, mentioned) => {
                mentions.insert(item.name(db), mentioned);
                let signature =
                    DefinitionSignature { item: at, package: from.clone(), parameter: parameter.clone() };
                names.definitions.entry(name).or_default().push(signature);
            }
            Signature::Rule(parts) => {
                let kind = name_kind(item.kind(db));
                let signature = RuleSignature { item: at, kind, parts: parts.clone() };
                names.rules.entry(name).or_default().push(signature);
            }
            Signature::Issue(readings) => {
                names.issues.entry(name).or_insert_with(|| readings.clone());
            }
            Signature::Name if item.kind(db) == ItemKind::Source => {
                names.sources.entry(name).or_insert_with(|| celex(db, *item));
            }
            Signature::Name => {
                let signature = RuleSignature { item: at, kind: name_kind(item.kind(db)), parts: Vec::new() };
                names.rules.entry(name).or_default().push(signature);
            }
        }
    }
    let builtin = [
        ("id", Ty::Text),
        ("kind", names.conduct.kind_type()),
        ("operator", names.conduct.role_type()),
        ("from", Ty::DateTime),
        ("until", Ty::Event),
        ("part_of", Ty::Text),
    ];
    for (path, ty) in builtin {
        names.conduct.fields.insert(path.into(), FieldInfo { ty, assumed: false });
    }
    for ty in names.types.values_mut() {
        if let TypeDef::Record(fields) = ty {
            fields.insert("id".into(), FieldInfo { ty: Ty::Text, assumed: false });
        }
    }
    for (whose, fields) in declared {
        for field in fields {
            let info = FieldInfo { ty: names.resolve(&field.ty), assumed: field.assumed };
            let map = match &whose {
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
    let chosen = manifest(db, package).0.source.as_ref().map(|source| source.value.clone());
    let edges = |name: &str| mentions.get(name).copied().unwrap_or_default().iter().map(String::as_str).collect();
    let depths = crate::graph::depths(names.definitions.keys().map(String::as_str), &edges, CHAIN_LIMIT);
    names.too_deep = depths.into_iter().filter(|(_, depth)| *depth >= CHAIN_LIMIT).map(|(name, _)| name).collect();
    names.default_source =
        chosen.or_else(|| names.sources.keys().next().cloned()).unwrap_or_default();
    names
}

enum Declared {
    Facts,
    Conduct,
    Record(String),
}

fn celex<'db>(db: &'db dyn Db, item: Item<'db>) -> String {
    match parse(db, item).item() {
        Some(ast::Item::Source(source)) => source.celex().map_or_else(String::new, |celex| celex.text),
        Some(_) | None => String::new(),
    }
}

impl ConductNames {
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
    /// The type that a declaration names; `Ty::Error` where there is none.
    pub fn resolve(&self, ty: &TypeRef) -> Ty {
        match ty {
            TypeRef::Builtin(ty) => ty.clone(),
            TypeRef::Inline(members) => Ty::Enum(Arc::new(EnumTy { name: None, members: members.clone() })),
            TypeRef::Named(name) => match self.types.get(name) {
                Some(TypeDef::Enum(members)) => Ty::Enum(members.clone()),
                Some(TypeDef::Record(_)) => Ty::Record(name.clone()),
                None => Ty::Error,
            },
            TypeRef::Set(of) => match self.resolve(of) {
                Ty::Enum(members) => Ty::Set(members),
                _ => Ty::Error,
            },
            TypeRef::List(name) => match self.types.get(name) {
                Some(TypeDef::Record(_)) => Ty::List(name.clone()),
                Some(TypeDef::Enum(_)) | None => Ty::Error,
            },
            TypeRef::Broken => Ty::Error,
        }
    }

    /// The field at the end of a path, starting from the fields of a row;
    /// nested records are followed. The path may name a record as a whole.
    pub fn field<'a>(&'a self, fields: &'a BTreeMap<String, FieldInfo>, path: &str) -> Option<&'a FieldInfo> {
        if let Some(info) = fields.get(path) {
            return Some(info);
        }
        let dots = path.match_indices('.');
        dots.rev().find_map(|(at, _)| match &fields.get(&path[..at])?.ty {
            Ty::Record(name) => self.field(self.record(name)?, &path[at + 1..]),
            _ => None,
        })
    }

    /// The fields of a record.
    pub fn record(&self, name: &str) -> Option<&BTreeMap<String, FieldInfo>> {
        match self.types.get(name)? {
            TypeDef::Record(fields) => Some(fields),
            TypeDef::Enum(_) => None,
        }
    }
}

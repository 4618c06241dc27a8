//! What one item declares: all that others may know of it without reading
//! its formulas. An edit inside a rule leaves it equal.

use std::collections::BTreeSet;

use syntax::ast::{self, AstNode, Continuity, HasClauses, HasElements, TypeKind};

use crate::db::{Db, Item, parse};
use crate::types::{Ty, TypeRef};

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

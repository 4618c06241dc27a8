//! Looking names up.

use std::sync::Arc;

use base::{Citation, Part, ProvisionId};
use problem::NameKind;

use super::{FieldInfo, Fields, Names, TypeDef};
use crate::types::{EnumTy, Ty, TypeRef};

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
    pub fn field<'a>(&'a self, fields: &'a Fields, path: &str) -> Option<&'a FieldInfo> {
        let (mut fields, mut path) = (fields, path);
        loop {
            if let Some(info) = fields.get(path) {
                return Some(info);
            }
            // No path of a field lies within another, so the first record is the only one.
            let mut dots = path.match_indices('.');
            let (at, record) = dots.find_map(|(at, _)| match &fields.get(&path[..at])?.ty {
                Ty::Record(name) => Some((at, name)),
                _ => None,
            })?;
            (fields, path) = (self.record(record)?, &path[at + 1..]);
        }
    }

    /// The fields of a record.
    pub fn record(&self, name: &str) -> Option<&Fields> {
        match self.types.get(name)? {
            TypeDef::Record(fields) => Some(fields),
            TypeDef::Enum(_) => None,
        }
    }

    /// Whether a cited provision is another or lies in it, or in a range of
    /// them, however either is spelled.
    pub fn covers(&self, outer: &Citation, inner: &Citation) -> bool {
        let inner = &inner.provision;
        if outer.provision.source != inner.source {
            return false;
        }
        let act = self.sources.get(&inner.source).and_then(|celex| law::Act::by_celex(celex));
        let contains = |outer: &ProvisionId| match act {
            Some(act) => act.contains(outer, inner),
            None => outer.contains(inner),
        };
        if contains(&outer.provision) {
            return true;
        }
        let (Some(last), Some(parent)) = (&outer.through, outer.provision.parent()) else { return false };
        let last = parent.child(Part::Bracket(last.clone()));
        let after_first = law::law_order(&outer.provision, inner).is_lt();
        let before_last = law::law_order(&last, inner).is_gt();
        contains(&last) || (after_first && before_last && contains(&parent))
    }

    /// The names of rules and definitions of these kinds.
    pub fn rules_of(&self, kinds: &[NameKind]) -> impl Iterator<Item = &str> {
        let rules = self.rules.iter().filter(|(_, all)| all.iter().any(|rule| kinds.contains(&rule.kind)));
        let definitions = self.definitions.keys().filter(|_| kinds.contains(&NameKind::Definition));
        rules.map(|(name, _)| name).chain(definitions).map(String::as_str)
    }

    /// The names that can stand for a fact.
    pub fn facts_and_definitions(&self) -> impl Iterator<Item = &str> {
        self.facts.keys().chain(self.definitions.keys()).map(String::as_str)
    }
}

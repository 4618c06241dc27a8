//! Names in expressions: fields, definitions, variables, members of enums.

use base::TextRange;
use problem::{NameKind, NameProblem, TypeProblem};
use syntax::ast::{self, AstNode};

use super::Elaborator;
use super::literal::broken;
use crate::model::{Base, Expr, ExprKind, FieldRef, Over};
use crate::names::{DefinitionSignature, nearest};
use crate::types::{EnumTy, Ty};

impl Elaborator<'_> {
    /// What a path means where an expression is wanted. Where a member of an
    /// enum is wanted, its bare name is meant first.
    pub(super) fn path(&mut self, path: &ast::Path, expected: Option<&EnumTy>) -> Expr {
        let range = path.range();
        let segments = path.segments();
        if let (Some(members), [only], None) = (expected, segments.as_slice(), path.package())
            && let Some(at) = members.members.iter().position(|member| *member == only.text)
        {
            let ty = Ty::Enum(std::sync::Arc::new(members.clone()));
            return Expr { kind: ExprKind::Member(at as u8), ty, range };
        }
        if let Some((field, ty)) = self.known_field(path) {
            if self.is_ambiguous(path, &field) {
                return broken(range);
            }
            return Expr { kind: ExprKind::Field(field), ty, range };
        }
        if let Some(definition) = self.known_definition(path) {
            let Some(definition) = definition else { return broken(range) };
            let name = segments.last().map_or_else(String::new, |name| name.text.clone());
            if let Some(record) = definition.parameter {
                self.problem(TypeProblem::Argument { name, record: Some(record) }, range);
                return broken(range);
            }
            let ty = (self.type_of)(definition.item);
            return Expr { kind: ExprKind::Call(name, None), ty, range };
        }
        self.unknown_path(path, expected);
        broken(range)
    }

    /// A definition for a record.
    pub(super) fn apply(&mut self, apply: &ast::Apply) -> Expr {
        let range = apply.range();
        let (Some(path), Some(argument)) = (apply.definition(), apply.argument()) else { return broken(range) };
        let Some(definition) = self.known_definition(&path) else {
            self.unknown_path(&path, None);
            return broken(range);
        };
        let Some(definition) = definition else { return broken(range) };
        let name = path.segments().last().map_or_else(String::new, |name| name.text.clone());
        let Some(record) = definition.parameter else {
            self.problem(TypeProblem::Argument { name, record: None }, range);
            return broken(range);
        };
        let Some((field, ty)) = self.known_field(&argument) else {
            self.unknown_path(&argument, None);
            return broken(range);
        };
        if ty != Ty::Record(record.clone()) && ty != Ty::Error {
            self.problem(TypeProblem::Mismatch { expected: record, found: ty.name() }, argument.range());
            return broken(range);
        }
        let ty = (self.type_of)(definition.item);
        Expr { kind: ExprKind::Call(name, Some(field)), ty, range }
    }

    /// The list that a variable runs over.
    pub(super) fn list(&mut self, path: &ast::Path) -> Option<Over> {
        let Some((list, ty)) = self.known_field(path) else {
            self.unknown_path(path, None);
            return None;
        };
        match ty {
            Ty::List(record) => Some(Over { list, record }),
            Ty::Error => None,
            other => {
                self.problem(TypeProblem::Mismatch { expected: "list".into(), found: other.name() }, path.range());
                None
            }
        }
    }

    /// The field of a record that `earliest of` takes; it must be an event.
    pub(super) fn event_field(&mut self, path: &ast::Path) -> Option<FieldRef> {
        let Some((field, ty)) = self.known_field(path) else {
            self.unknown_path(path, None);
            return None;
        };
        if !matches!(ty, Ty::Event | Ty::DateTime | Ty::Error) {
            self.problem(TypeProblem::Mismatch { expected: "event".into(), found: ty.name() }, path.range());
            return None;
        }
        Some(field)
    }

    fn known_field(&self, path: &ast::Path) -> Option<(FieldRef, Ty)> {
        let segments: Vec<String> = path.segments().into_iter().map(|name| name.text).collect();
        let (first, rest) = segments.split_first()?;
        let found = |base, path: String, ty: &Ty| (FieldRef { base, path }, ty.clone());
        if path.package().is_none() {
            if let Some(at) = self.variables.iter().rposition(|(name, _)| name == first) {
                let record = &self.variables[at].1;
                let base = Base::Variable(at as u8);
                if rest.is_empty() {
                    return Some((FieldRef { base, path: String::new() }, Ty::Record(record.clone())));
                }
                let path = rest.join(".");
                let info = self.names.field(self.names.record(record)?, &path)?;
                return Some(found(base, path, &info.ty));
            }
            if first == "conduct" {
                let path = rest.join(".");
                let info = self.names.field(&self.names.conduct.fields, &path)?;
                return Some(found(Base::Conduct, path, &info.ty));
            }
        }
        let path = segments.join(".");
        let info = self.names.field(&self.names.facts, &path)?;
        Some(found(Base::Facts, path, &info.ty))
    }

    /// The definition of that name; `Some(None)` where several packages have
    /// one, which is then reported.
    fn known_definition(&mut self, path: &ast::Path) -> Option<Option<DefinitionSignature>> {
        let segments = path.segments();
        let [name] = segments.as_slice() else { return None };
        let all = self.names.definitions.get(&name.text)?;
        let package = path.package().map(|package| package.text);
        let fitting = |definition: &&DefinitionSignature| package.is_none() || definition.package == package;
        let first = all.iter().find(fitting)?;
        let others = all.iter().filter(fitting).any(|definition| definition.package != first.package);
        if !others {
            return Some(Some(first.clone()));
        }
        if let Some(own) = all.iter().find(|definition| definition.package.is_none()) {
            return Some(Some(own.clone()));
        }
        let candidates = all.iter().filter_map(|definition| {
            definition.package.as_ref().map(|package| format!("{package}::{}", name.text))
        });
        let candidates = candidates.collect();
        self.problem(NameProblem::Ambiguous { name: name.text.clone(), candidates }, path.range());
        Some(None)
    }

    /// Reports a name that is both a fact and a definition.
    fn is_ambiguous(&mut self, path: &ast::Path, field: &FieldRef) -> bool {
        let clash = field.base == Base::Facts && self.names.definitions.contains_key(&field.path);
        if clash {
            let candidates = vec![format!("definition {}", field.path), format!("fact {}", field.path)];
            self.problem(NameProblem::Ambiguous { name: field.path.clone(), candidates }, path.range());
        }
        clash
    }

    fn unknown_path(&mut self, path: &ast::Path, expected: Option<&EnumTy>) {
        let (range, text) = (path.range(), path.text());
        let segments = path.segments();
        let Some(first) = segments.first() else { return };
        let conduct = first.text == "conduct";
        let variable = self.variables.iter().rev().find(|(name, _)| *name == first.text);
        let (kind, known): (NameKind, Vec<String>) = if let Some(members) = expected {
            (NameKind::Member, members.members.clone())
        } else if let Some((name, record)) = variable {
            let fields = self.names.record(record).into_iter().flat_map(|fields| fields.keys());
            (NameKind::Field, fields.map(|field| format!("{name}.{field}")).collect())
        } else if conduct {
            let fields = self.names.conduct.fields.keys();
            (NameKind::Field, fields.map(|field| format!("conduct.{field}")).collect())
        } else {
            let facts = self.names.facts.keys().chain(self.names.definitions.keys());
            (NameKind::Fact, facts.cloned().collect())
        };
        self.unknown(kind, &text, &known, range);
    }

    /// Reports a name that nothing has.
    pub(super) fn unknown(&mut self, kind: NameKind, name: &str, known: &[String], range: TextRange) {
        let suggestion = nearest(name, known.iter().map(String::as_str));
        self.problem(NameProblem::Unknown { kind, name: name.to_owned(), suggestion }, range);
    }
}

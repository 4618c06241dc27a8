//! Names in expressions: fields, definitions, variables, members of enums.

use std::sync::Arc;

use base::TextRange;
use problem::{NameKind, NameProblem, TypeProblem};
use syntax::ast::{self, AstNode};

use super::Elaborator;
use super::literal::broken;
use crate::model::{Base, Expr, ExprKind, FieldRef, Over};
use crate::names::{DefinitionSignature, nearest};
use crate::types::{EnumTy, Ty};

/// A path as it is spelled.
pub(super) struct Spelled {
    pub package: Option<String>,
    pub segments: Vec<String>,
    pub range: TextRange,
}

impl Spelled {
    fn of(path: &ast::Path) -> Spelled {
        Spelled {
            package: path.package().map(|package| package.text),
            segments: path.segments().into_iter().map(|name| name.text).collect(),
            range: path.range(),
        }
    }

    fn text(&self) -> String {
        let path = self.segments.join(".");
        self.package.as_ref().map_or(path.clone(), |package| format!("{package}::{path}"))
    }

    fn last(&self) -> String {
        self.segments.last().cloned().unwrap_or_default()
    }
}

impl Elaborator<'_> {
    /// What a path means where an expression is wanted. Where a member of an
    /// enum is wanted, its bare name is meant first.
    pub(super) fn path(&mut self, path: &ast::Path, expected: Option<&Arc<EnumTy>>) -> Expr {
        let path = Spelled::of(path);
        if let (Some(members), [only], None) = (expected, path.segments.as_slice(), &path.package)
            && let Some(at) = members.members.iter().position(|member| member == only)
        {
            // More members than fit in a byte are refused where they are declared.
            return Expr {
                kind: ExprKind::Member(at as u8),
                ty: Ty::Enum(members.clone()),
                range: path.range,
            };
        }
        self.reference(&path, expected)
    }

    /// A field or a definition.
    pub(super) fn reference(&mut self, path: &Spelled, expected: Option<&Arc<EnumTy>>) -> Expr {
        let range = path.range;
        if self.is_unknown_package(path) {
            return broken(range);
        }
        if let Some((field, ty)) = self.known_field(path) {
            if self.is_ambiguous(path, &field) {
                return broken(range);
            }
            return Expr { kind: ExprKind::Field(field), ty, range };
        }
        let Some(definition) = self.known_definition(path) else {
            self.unknown_path(path, expected.map(|members| members.as_ref()));
            return broken(range);
        };
        let name = path.last();
        if let Some(record) = definition.parameter {
            self.problem(TypeProblem::Argument { name, record: Some(record) }, range);
            return broken(range);
        }
        let ty = (self.type_of)(definition.item);
        Expr { kind: ExprKind::Call(name, None), ty, range }
    }

    /// A definition for a record.
    pub(super) fn apply(&mut self, apply: &ast::Apply) -> Expr {
        let range = apply.range();
        let (Some(path), Some(argument)) = (apply.definition(), apply.argument()) else {
            return broken(range);
        };
        let (path, argument) = (Spelled::of(&path), Spelled::of(&argument));
        if self.is_unknown_package(&path) {
            return broken(range);
        }
        let Some(definition) = self.known_definition(&path) else {
            let known = self.names.definitions.keys().map(String::as_str);
            self.unknown(NameKind::Definition, &path.text(), known, path.range);
            return broken(range);
        };
        let name = path.last();
        let Some(record) = definition.parameter else {
            self.problem(TypeProblem::Argument { name, record: None }, range);
            return broken(range);
        };
        let Some((field, ty)) = self.known_field(&argument) else {
            self.unknown_path(&argument, None);
            return broken(range);
        };
        if ty != Ty::Record(record.clone()) && ty != Ty::Error {
            self.problem(TypeProblem::Mismatch { expected: record, found: ty.name() }, argument.range);
            return broken(range);
        }
        let ty = (self.type_of)(definition.item);
        Expr { kind: ExprKind::Call(name, Some(field)), ty, range }
    }

    /// The list that a variable runs over.
    pub(super) fn list(&mut self, path: &ast::Path) -> Option<Over> {
        let (list, ty) = self.needed_field(path)?;
        match ty {
            Ty::List(record) => Some(Over { list, record }),
            Ty::Error => None,
            other => {
                self.problem(
                    TypeProblem::Mismatch { expected: "list".into(), found: other.name() },
                    path.range(),
                );
                None
            }
        }
    }

    /// The field of a record that `earliest of` takes; it must be an event.
    pub(super) fn event_field(&mut self, path: &ast::Path) -> Option<FieldRef> {
        let (field, ty) = self.needed_field(path)?;
        if !matches!(ty, Ty::Event | Ty::DateTime | Ty::Error) {
            self.problem(TypeProblem::Mismatch { expected: "event".into(), found: ty.name() }, path.range());
            return None;
        }
        Some(field)
    }

    /// A field, or a problem.
    fn needed_field(&mut self, path: &ast::Path) -> Option<(FieldRef, Ty)> {
        let path = Spelled::of(path);
        if self.is_unknown_package(&path) {
            return None;
        }
        let found = self.known_field(&path);
        if found.is_none() {
            self.unknown_path(&path, None);
        }
        found
    }

    fn known_field(&self, path: &Spelled) -> Option<(FieldRef, Ty)> {
        let (first, rest) = path.segments.split_first()?;
        if path.package.is_none() {
            if let Some(at) = self.variables.iter().rposition(|(name, _)| name == first) {
                let record = &self.variables[at].1;
                // Nesting is limited by the parser far below 256.
                let field = FieldRef { base: Base::Variable(at as u8), path: rest.join(".") };
                let ty = match rest {
                    [] => Ty::Record(record.clone()),
                    _ => self.names.field(self.names.record(record)?, &field.path)?.ty.clone(),
                };
                return Some((field, ty));
            }
            if first == "conduct" {
                let field = FieldRef { base: Base::Conduct, path: rest.join(".") };
                let ty = self.names.field(&self.names.conduct.fields, &field.path)?.ty.clone();
                return Some((field, ty));
            }
        }
        let field = FieldRef { base: Base::Facts, path: path.segments.join(".") };
        let ty = self.names.field(&self.names.facts, &field.path)?.ty.clone();
        Some((field, ty))
    }

    fn known_definition(&self, path: &Spelled) -> Option<DefinitionSignature> {
        let [name] = path.segments.as_slice() else { return None };
        let mut all = self.names.definitions.get(name)?.iter();
        all.find(|definition| path.package.is_none() || definition.package == path.package).cloned()
    }

    /// Reports a package that this one does not depend on.
    fn is_unknown_package(&mut self, path: &Spelled) -> bool {
        let Some(package) = &path.package else { return false };
        let unknown = !self.names.packages.contains(package);
        if unknown {
            let known = self.names.packages.iter().map(String::as_str);
            self.unknown(NameKind::Package, package, known, path.range);
        }
        unknown
    }

    /// Reports a name that is both a fact and a definition.
    fn is_ambiguous(&mut self, path: &Spelled, field: &FieldRef) -> bool {
        let clash = field.base == Base::Facts && self.names.definitions.contains_key(&field.path);
        if clash {
            let candidates = vec![format!("definition {}", field.path), format!("fact {}", field.path)];
            self.problem(NameProblem::Ambiguous { name: field.path.clone(), candidates }, path.range);
        }
        clash
    }

    fn unknown_path(&mut self, path: &Spelled, expected: Option<&EnumTy>) {
        let (range, text, names) = (path.range, path.text(), self.names);
        let Some(first) = path.segments.first() else { return };
        let variable = self.variables.iter().rev().find(|(name, _)| name == first).cloned();
        if let Some(members) = expected {
            self.unknown(NameKind::Member, &text, members.members.iter().map(String::as_str), range);
        } else if let Some((name, record)) = variable {
            let fields = names.record(&record).into_iter().flat_map(|fields| fields.keys());
            let known: Vec<String> = fields.map(|field| format!("{name}.{field}")).collect();
            self.unknown(NameKind::Field, &text, known.iter().map(String::as_str), range);
        } else if first == "conduct" {
            let known: Vec<String> =
                names.conduct.fields.keys().map(|field| format!("conduct.{field}")).collect();
            self.unknown(NameKind::Field, &text, known.iter().map(String::as_str), range);
        } else {
            self.unknown(NameKind::Fact, &text, names.facts_and_definitions(), range);
        }
    }

    /// Reports a name that nothing has.
    pub(super) fn unknown<'n>(
        &mut self,
        kind: NameKind,
        name: &str,
        known: impl Iterator<Item = &'n str>,
        range: TextRange,
    ) {
        let suggestion = nearest(name, known);
        self.problem(NameProblem::Unknown { kind, name: name.to_owned(), suggestion }, range);
    }
}

//! Facts, records, enums and conduct.

use std::collections::HashSet;

use problem::{NameKind, NameProblem, SyntaxProblem, TypeProblem};
use syntax::ast::{self, AstNode, HasClauses, TypeKind};

use super::Elaborator;
use crate::model::Field;
use crate::names::type_ref;
use crate::types::Ty;

/// Whose fields are declared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldsOf {
    Facts,
    Conduct,
    Record,
}

impl FieldsOf {
    fn kind(self) -> NameKind {
        match self {
            FieldsOf::Facts => NameKind::Fact,
            FieldsOf::Conduct | FieldsOf::Record => NameKind::Field,
        }
    }

    /// The names that have a meaning of their own in facts files.
    fn reserved(self) -> &'static [&'static str] {
        match self {
            FieldsOf::Facts => &["id", "as_of", "readings", "conduct"],
            FieldsOf::Conduct => &["id", "kind", "operator", "from", "until", "part_of"],
            FieldsOf::Record => &["id"],
        }
    }
}

impl Elaborator<'_> {
    pub(super) fn fields(&mut self, fields: impl Iterator<Item = ast::Field>, of: FieldsOf) -> Vec<Field> {
        let mut seen = HashSet::new();
        fields.filter_map(|field| self.field(&field, of, &mut seen)).collect()
    }

    fn field(&mut self, node: &ast::Field, of: FieldsOf, seen: &mut HashSet<String>) -> Option<Field> {
        let name = node.path()?;
        let path = name.segments().into_iter().map(|name| name.text).collect::<Vec<_>>().join(".");
        if !seen.insert(path.clone()) {
            self.problem(NameProblem::Duplicate { kind: of.kind(), name: path.clone() }, name.range());
        }
        if let Some(first) = path.split('.').next().filter(|first| of.reserved().contains(first)) {
            self.problem(SyntaxProblem::ReservedWord { word: first.to_owned() }, name.range());
        }
        let ty = node.ty()?;
        self.check_type(&ty);
        let resolved = self.names.resolve(&type_ref(&ty));
        if let (Some(_), false) = (node.assumed(), matches!(resolved, Ty::Bool | Ty::Judgement | Ty::Error)) {
            self.problem(TypeProblem::AssumedType { found: resolved.name() }, ty.range());
        }
        let considering = node.considering();
        if !considering.is_empty() && !matches!(resolved, Ty::Judgement | Ty::Error) {
            self.problem(TypeProblem::Misplaced { clause: "considering", on: resolved.name() }, ty.range());
        }
        let on = node.on();
        if let (Some(kinds), FieldsOf::Facts | FieldsOf::Record) = (&on, of) {
            let place = if of == FieldsOf::Record { "a field of a record" } else { "a fact of the system" };
            self.problem(TypeProblem::Misplaced { clause: "on", on: place.into() }, kinds.range);
        }
        Some(Field {
            path,
            ty: resolved,
            label: node.label().map(|label| label.text),
            ask: node.ask().map(|ask| ask.text),
            help: node.help().map(|help| help.text),
            basis: self.citations(&node.basis(), None),
            considering: self.citations(&considering, None),
            assumed: node.assumed(),
            kinds: on.map(|on| self.kinds(&on)),
            range: name.range(),
        })
    }

    fn check_type(&mut self, ty: &ast::Type) {
        match ty.kind() {
            Some(TypeKind::Named(name)) => self.check_type_name(&name),
            Some(TypeKind::Set(of)) => {
                self.check_type(&of);
                let found = self.names.resolve(&type_ref(&of));
                if !matches!(found, Ty::Enum(_) | Ty::Error) {
                    self.problem(
                        TypeProblem::Mismatch { expected: "enum".into(), found: found.name() },
                        of.range(),
                    );
                }
            }
            Some(TypeKind::List(of)) => {
                self.check_type(&of);
                let found = self.names.resolve(&type_ref(&of));
                if !matches!(found, Ty::Record(_) | Ty::Error) {
                    self.problem(
                        TypeProblem::Mismatch { expected: "record".into(), found: found.name() },
                        of.range(),
                    );
                }
            }
            Some(TypeKind::Enum { members }) => {
                self.members(NameKind::Member, &members);
            }
            Some(
                TypeKind::Bool
                | TypeKind::Judgement
                | TypeKind::Event
                | TypeKind::Integer
                | TypeKind::Decimal
                | TypeKind::Text
                | TypeKind::Date
                | TypeKind::DateTime
                | TypeKind::Duration
                | TypeKind::Money { .. },
            )
            | None => {}
        }
    }

    pub(super) fn check_type_name(&mut self, name: &ast::Name) {
        if !self.names.types.contains_key(&name.text) {
            let known = self.names.types.keys().map(String::as_str);
            self.unknown(NameKind::Type, &name.text, known, name.range);
        }
    }

    /// Members of an enum, kinds or roles: each once, and not more than can be held.
    pub(super) fn members(&mut self, kind: NameKind, members: &[ast::Name]) -> Vec<String> {
        let mut seen = HashSet::new();
        for member in members {
            if !seen.insert(&member.text) {
                let duplicate = NameProblem::Duplicate { kind, name: member.text.clone() };
                self.problem(duplicate, member.range);
            }
        }
        if let Some(first) = members.get(ir::MemberSet::CAPACITY) {
            let limit = ir::MemberSet::CAPACITY as u32;
            match kind {
                NameKind::Member => self.problem(TypeProblem::SetTooLarge { limit }, first.range),
                _ => self.problem(NameProblem::TooMany { kind, limit }, first.range),
            }
        }
        members.iter().map(|member| member.text.clone()).collect()
    }
}

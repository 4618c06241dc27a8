//! Fields across items: one path declared twice, or a path within another.

use std::collections::BTreeMap;

use base::{Span, TextRange};
use problem::{Located, NameKind, NameProblem, Role};
use syntax::ItemKind;

use crate::model::{Body, Field};
use crate::source::{Source, relate};

/// A field by its item and its place there.
type Declared<'a, 's> = (&'s Source<'a>, &'a Field);

pub fn check(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let mut facts = Vec::new();
    let mut conduct = Vec::new();
    for source in items {
        match (&source.item.body, source.kind) {
            (Body::Fields(fields), ItemKind::Record) => {
                let declared = fields.iter().map(|field| (source, field)).collect();
                paths(NameKind::Field, declared, problems);
            }
            (Body::Fields(fields), _) => facts.extend(fields.iter().map(|field| (source, field))),
            (Body::Conduct { fields, .. }, _) => conduct.extend(fields.iter().map(|field| (source, field))),
            (
                Body::Source { .. }
                | Body::Enum(_)
                | Body::Constraint(_)
                | Body::Definition(..)
                | Body::Rule(_)
                | Body::Obligation(_)
                | Body::Note(_)
                | Body::Sanction { .. }
                | Body::Issue(_),
                _,
            ) => {}
        }
    }
    paths(NameKind::Fact, facts, problems);
    paths(NameKind::Field, conduct, problems);
    members(items, problems);
}

fn paths(kind: NameKind, declared: Vec<Declared<'_, '_>>, problems: &mut Vec<Located>) {
    let mut known: BTreeMap<&str, Declared<'_, '_>> = BTreeMap::new();
    for (source, field) in &declared {
        match known.get(field.path.as_str()) {
            // Twice in one item was reported there.
            Some((first, _)) if std::ptr::eq(*first, *source) => {}
            Some((first, first_field)) => {
                let twice = NameProblem::Duplicate { kind, name: field.path.clone() };
                let first = first.span(first_field.range);
                problems.push(relate(source.problem(field.range, twice), Role::First, first));
            }
            None => {
                known.insert(&field.path, (source, field));
            }
        }
    }
    for (path, (source, field)) in &known {
        let outer = path.match_indices('.').find_map(|(at, _)| known.get_key_value(&path[..at]));
        if let Some((within, (outer, outer_field))) = outer {
            let nested = NameProblem::PathWithin { path: (*path).to_owned(), within: (*within).to_owned() };
            let outer = outer.span(outer_field.range);
            problems.push(relate(source.problem(field.range, nested), Role::First, outer));
        }
    }
}

/// Kinds of conduct and roles that several items declare.
fn members(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let mut known: BTreeMap<(NameKind, &str), (&Source<'_>, Span)> = BTreeMap::new();
    for source in items {
        let Body::Conduct { kinds, roles, .. } = &source.item.body else { continue };
        let kinds = kinds.iter().map(|kind| (NameKind::ConductKind, kind));
        let roles = roles.iter().map(|role| (NameKind::Role, role));
        for (kind, named) in kinds.chain(roles) {
            let range: TextRange = named.range;
            match known.get(&(kind, named.text.as_str())) {
                Some((first, _)) if std::ptr::eq(*first, source) => {}
                Some((_, first)) => {
                    let twice = NameProblem::Duplicate { kind, name: named.text.clone() };
                    problems.push(relate(source.problem(range, twice), Role::First, *first));
                }
                None => {
                    known.insert((kind, &named.text), (source, source.span(range)));
                }
            }
        }
    }
}

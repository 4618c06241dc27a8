//! From a tree to an item whose names are looked up and whose types are
//! known. One item at a time; of others it knows what [`crate::names`] says.

mod declarations;
mod expr;
mod header;
mod literal;
mod path;
mod rules;

use base::TextRange;
use problem::{Kind, Problem};
use syntax::ast::{self, AstNode};

use crate::db::{Db, Item, Package, package_items, parse};
use crate::model;
use crate::names::{Names, names};
use crate::types::Ty;

/// An item with the problems that were found in it. No item without a tree
/// that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elaborated {
    /// The item.
    pub item: Option<model::Item>,
    /// The problems; ranges in the item.
    pub problems: Vec<Problem>,
}

/// Elaborates an item.
#[salsa::tracked]
pub fn elaborate<'db>(db: &'db dyn Db, package: Package, item: Item<'db>) -> Elaborated {
    let Some(node) = parse(db, item).item() else {
        return Elaborated { item: None, problems: Vec::new() };
    };
    let type_of = |at: usize| type_at(db, package, at);
    let mut elaborator = Elaborator::new(names(db, package), &type_of);
    let item = elaborator.item(&node);
    Elaborated { item: Some(item), problems: elaborator.problems }
}

/// The type of what a definition means; of one that rests on itself,
/// `Ty::Error`.
#[salsa::tracked(cycle_result=definition_cycle)]
pub fn definition_type<'db>(db: &'db dyn Db, package: Package, item: Item<'db>) -> Ty {
    let Some(ast::Item::Definition(definition)) = parse(db, item).item() else {
        return Ty::Error;
    };
    let type_of = |at: usize| type_at(db, package, at);
    let mut elaborator = Elaborator::new(names(db, package), &type_of);
    elaborator.definition(&definition).1.ty
}

/// The type of the definition at a place in the items of the package.
fn type_at(db: &dyn Db, package: Package, at: usize) -> Ty {
    let item = package_items(db, package)[at].1;
    if names(db, package).too_deep.contains(item.name(db)) {
        return Ty::Error;
    }
    definition_type(db, package, item).clone()
}

fn definition_cycle<'db>(_: &'db dyn Db, _: salsa::Id, _: Package, _: Item<'db>) -> Ty {
    Ty::Error
}

/// The elaboration of one item.
struct Elaborator<'a> {
    names: &'a Names,
    /// The type of a definition by its place in the items of the package.
    type_of: &'a dyn Fn(usize) -> Ty,
    /// The variables in scope with the records they stand for, the outermost
    /// first.
    variables: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl<'a> Elaborator<'a> {
    fn new(names: &'a Names, type_of: &'a dyn Fn(usize) -> Ty) -> Elaborator<'a> {
        Elaborator { names, type_of, variables: Vec::new(), problems: Vec::new() }
    }

    fn problem(&mut self, kind: impl Into<Kind>, range: TextRange) {
        self.problems.push(Problem::new(kind, range));
    }
}

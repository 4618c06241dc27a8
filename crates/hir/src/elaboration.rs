//! From a tree to an item whose names are looked up and whose types are
//! known. One item at a time; of others it knows what [`crate::names`] says.

mod declarations;
mod expr;
mod header;
mod issues;
mod items;
mod literal;
mod obligations;
mod operators;
mod path;
mod rules;
mod targets;

use base::TextRange;
use problem::{Kind, Problem};
use syntax::ast;

use crate::db::{Db, Item, Package, owner, package_items, parse};
use crate::model;
use crate::names::{Names, Signature, default_source, names, signature};
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

/// Elaborates an item of a package, or of one that it depends on.
#[salsa::tracked]
pub fn elaborate<'db>(db: &'db dyn Db, package: Package, item: Item<'db>) -> Elaborated {
    let Some(node) = parse(db, item).item() else {
        return Elaborated { item: None, problems: Vec::new() };
    };
    let (item, problems) = elaborating(db, package, item, |elaborator| elaborator.item(&node));
    Elaborated { item: Some(item), problems }
}

/// The type of what a definition means; of one that rests on itself,
/// `Ty::Error`.
#[salsa::tracked(cycle_result=definition_cycle)]
pub fn definition_type<'db>(db: &'db dyn Db, package: Package, item: Item<'db>) -> Ty {
    let Some(ast::Item::Definition(definition)) = parse(db, item).item() else {
        return Ty::Error;
    };
    types_below(db, package, item);
    elaborating(db, package, item, |elaborator| elaborator.definition(&definition).1.ty).0
}

fn definition_cycle<'db>(_: &'db dyn Db, _: salsa::Id, _: Package, _: Item<'db>) -> Ty {
    Ty::Error
}

/// Asks for the types of the definitions that one rests on before its formula
/// is walked, so that the walks over nested formulas do not pile up on the
/// stack.
fn types_below<'db>(db: &'db dyn Db, package: Package, item: Item<'db>) {
    let names = names(db, package);
    let Signature::Definition(_, mentioned) = signature(db, item) else { return };
    let own = names.order.get(item.name(db)).map_or(0, |own| own.rank);
    for name in mentioned {
        let below = names.order.get(name).is_some_and(|found| found.rank < own);
        if let (true, Some([first, ..])) = (below, names.definitions.get(name).map(Vec::as_slice)) {
            type_at(db, package, first.item);
        }
    }
}

/// The type of the definition at a place in the items of the package.
fn type_at(db: &dyn Db, package: Package, at: usize) -> Ty {
    let item = package_items(db, package)[at].1;
    match names(db, package).order.get(item.name(db)) {
        Some(found) if found.within_limit => definition_type(db, package, item).clone(),
        Some(_) | None => Ty::Error,
    }
}

fn elaborating<'db, T>(
    db: &'db dyn Db,
    package: Package,
    item: Item<'db>,
    run: impl FnOnce(&mut Elaborator<'_>) -> T,
) -> (T, Vec<Problem>) {
    let type_of = |at: usize| type_at(db, package, at);
    let mut elaborator = Elaborator {
        names: names(db, package),
        default_source: default_source(db, owner(db, package, item.file(db))),
        type_of: &type_of,
        variables: Vec::new(),
        operators: 0,
        is_damaged: !parse(db, item).problems.is_empty(),
        problems: Vec::new(),
    };
    (run(&mut elaborator), elaborator.problems)
}

/// The elaboration of one item.
struct Elaborator<'a> {
    names: &'a Names,
    /// The source of citations without a name in front.
    default_source: &'a str,
    /// The type of a definition by its place in the items of the package.
    type_of: &'a dyn Fn(usize) -> Ty,
    /// The variables in scope with the records they stand for, the outermost
    /// first.
    variables: Vec<(String, String)>,
    /// How many operators the rows of arithmetic around have.
    operators: usize,
    /// Whether parts of the tree could not be used: then what seems to be
    /// missing may be there.
    is_damaged: bool,
    problems: Vec<Problem>,
}

impl Elaborator<'_> {
    fn problem(&mut self, kind: impl Into<Kind>, range: TextRange) {
        self.problems.push(Problem::new(kind, range));
    }
}

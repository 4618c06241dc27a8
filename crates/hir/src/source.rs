//! The items of a package with their places in the files: what checks and
//! lowering look at.

use std::collections::BTreeMap;

use base::{FileId, Span, TextRange, TextSize};
use problem::{Located, Problem, Role};
use syntax::ItemKind;

use crate::db::{Db, Package, file_items, packages};
use crate::elaboration::elaborate;
use crate::model;

/// An item with its place in the files.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The item.
    pub item: &'a model::Item,
    /// What it is.
    pub kind: ItemKind,
    /// The number of its package: 0 for the one that is compiled.
    pub package: usize,
    /// Its file.
    pub file: FileId,
    /// Where it begins in its file.
    pub offset: TextSize,
}

/// The items of a package and of those it depends on, in the order of
/// [`crate::db::package_items`], without those that have no tree.
pub fn sources(db: &dyn Db, package: Package) -> Vec<Source<'_>> {
    let mut found = Vec::new();
    for (number, (_, owner)) in packages(db, package).iter().enumerate() {
        for file in owner.files(db) {
            for item in &file_items(db, *file).items {
                if let Some(elaborated) = &elaborate(db, package, *item).item {
                    let (kind, offset) = (item.kind(db), item.offset(db));
                    found.push(Source { item: elaborated, kind, package: number, file: file.id(db), offset });
                }
            }
            db.unwind_if_revision_cancelled();
        }
    }
    found
}

/// Items by name, in order.
pub type ByName<'a, 's> = BTreeMap<&'a str, Vec<&'s Source<'a>>>;

/// The items by name; those without one are left out.
pub fn by_name<'a, 's>(items: &'s [Source<'a>]) -> ByName<'a, 's> {
    let mut found = ByName::new();
    for source in items.iter().filter(|source| !source.name().is_empty()) {
        found.entry(source.name()).or_default().push(source);
    }
    found
}

impl<'a> Source<'a> {
    /// The name of the item; empty where it has none.
    pub fn name(&self) -> &'a str {
        &self.item.header.name
    }

    /// A range of the item as a place.
    pub fn span(&self, range: TextRange) -> Span {
        Span { file: self.file, range: range + self.offset }
    }

    /// The place of the name.
    pub fn name_span(&self) -> Span {
        self.span(self.item.header.name_range)
    }

    /// A problem in the item.
    pub fn problem(&self, range: TextRange, kind: impl Into<problem::Kind>) -> Located {
        Problem::new(kind, range).at(self.file, self.offset)
    }

    /// A problem with the item as a whole.
    pub fn problem_at_name(&self, kind: impl Into<problem::Kind>) -> Located {
        self.problem(self.item.header.name_range, kind)
    }
}

/// A problem with one related place more.
pub fn relate(mut located: Located, role: Role, span: Span) -> Located {
    located.problem = located.problem.with(role, span);
    located
}

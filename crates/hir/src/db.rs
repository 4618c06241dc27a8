//! The database: its inputs, and the items of a file by identity.
#![allow(missing_docs, reason = "salsa's macros add functions without documentation")]

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base::{FileId, Lang, TextSize};
use salsa::Setter;
use syntax::ItemKind;

use crate::manifest::Manifest;

/// A file as the shell gives it.
#[salsa::input(debug)]
pub struct SourceFile {
    /// Its number in places.
    #[returns(copy)]
    pub id: FileId,
    /// Its path, relative to the package where it lies in one.
    #[returns(deref)]
    pub path: String,
    /// Its text.
    #[returns(deref)]
    pub text: String,
}

/// A package: a manifest, its `.pol` files, and the packages it depends on.
#[salsa::input(debug)]
pub struct Package {
    /// `policy.toml`, if there is one.
    #[returns(copy)]
    pub manifest: Option<SourceFile>,
    /// The `.pol` files, by path.
    pub files: Vec<SourceFile>,
    /// The packages that this one depends on, by the name it gives them.
    pub dependencies: Vec<(String, Package)>,
    /// The translations, `i18n/<language>.ftl`, in the order of the languages.
    pub translations: Vec<(Lang, SourceFile)>,
}

/// An item of a file. It stays the same item as long as its kind, its name
/// and its place among items of that name do; an edit elsewhere in the file
/// changes nothing of it but its offset.
#[salsa::tracked(debug)]
pub struct Item<'db> {
    /// The file.
    #[returns(copy)]
    pub file: SourceFile,
    /// What it is.
    #[returns(copy)]
    pub kind: ItemKind,
    /// Its name; empty for facts and conduct.
    #[returns(deref)]
    pub name: String,
    /// How many items of this kind and name stand before it in the file.
    #[returns(copy)]
    pub occurrence: u32,
    /// Its text.
    #[tracked]
    #[returns(deref)]
    pub text: String,
    /// Where its text begins in the file.
    #[tracked]
    #[returns(copy)]
    pub offset: TextSize,
}

/// The database of the compiler.
#[salsa::db]
pub trait Db: salsa::Database {}

/// The database, in memory.
#[salsa::db]
#[derive(Clone, Default)]
pub struct Database {
    storage: salsa::Storage<Self>,
}

#[salsa::db]
impl salsa::Database for Database {}

#[salsa::db]
impl Db for Database {}

impl Database {
    /// A database that tells `listener` which queries run: for tests of what
    /// an edit costs.
    pub fn listening(listener: impl Fn(String) + Send + Sync + 'static) -> Database {
        let listener = Arc::new(listener);
        let storage = salsa::Storage::new(Some(Box::new(move |event: salsa::Event| {
            if let salsa::EventKind::WillExecute { database_key } = event.kind {
                listener(format!("{database_key:?}"));
            }
        })));
        Database { storage }
    }

    /// Replaces the text of a file.
    pub fn set_text(&mut self, file: SourceFile, text: String) {
        file.set_text(self).to(text);
    }
}

/// The manifest of a package with its problems.
#[salsa::tracked]
pub fn manifest(db: &dyn Db, package: Package) -> (Manifest, Vec<problem::Problem>) {
    Manifest::read(package.manifest(db).map_or("", |file| file.text(db)))
}

/// What the scan of a file finds.
#[derive(Clone, Debug, PartialEq, Eq, salsa::SalsaValue)]
pub struct FileItems<'db> {
    /// The items in order.
    pub items: Vec<Item<'db>>,
    /// What is between them that should not be; ranges in the file.
    pub problems: Vec<problem::Problem>,
}

/// The items of a file.
#[salsa::tracked]
pub fn file_items<'db>(db: &'db dyn Db, file: SourceFile) -> FileItems<'db> {
    let text = file.text(db);
    let scan = syntax::scan(text);
    let mut seen = HashMap::new();
    let items = scan.items().cloned().map(|raw| {
        let count = seen.entry((raw.kind, raw.name.clone())).or_insert(0_u32);
        let occurrence = *count;
        *count += 1;
        let own = text[raw.range].to_owned();
        Item::new(db, file, raw.kind, raw.name, occurrence, own, raw.range.start())
    });
    FileItems { items: items.collect(), problems: scan.problems }
}

/// The tree of an item with its problems; ranges in the item.
#[salsa::tracked]
pub fn parse<'db>(db: &'db dyn Db, item: Item<'db>) -> syntax::Parse {
    syntax::parse_item(item.text(db))
}

/// A package and all that it depends on, itself first, each with the name
/// that whoever depends on it gives it (none for itself).
#[salsa::tracked]
pub fn packages(db: &dyn Db, package: Package) -> Vec<(Option<String>, Package)> {
    let mut found = Vec::new();
    let mut pending = vec![(None, package)];
    let mut visited = HashSet::from([package]);
    while let Some((name, package)) = pending.pop() {
        found.push((name, package));
        for (name, dependency) in package.dependencies(db).iter().rev() {
            if visited.insert(*dependency) {
                pending.push((Some(name.clone()), *dependency));
            }
        }
    }
    found
}

/// The package that a file lies in, among a package and those it depends on.
#[salsa::tracked(returns(copy))]
pub fn owner(db: &dyn Db, package: Package, file: SourceFile) -> Package {
    let mut all = packages(db, package).iter().map(|(_, package)| *package);
    all.find(|package| package.files(db).contains(&file)).unwrap_or(package)
}

/// All items of a package and of those it depends on, its own first, each
/// with the package it comes from (none for its own).
#[salsa::tracked]
pub fn package_items<'db>(db: &'db dyn Db, package: Package) -> Vec<(Option<String>, Item<'db>)> {
    let mut found = Vec::new();
    for (name, package) in packages(db, package) {
        for file in package.files(db) {
            found.extend(file_items(db, *file).items.iter().map(|item| (name.clone(), *item)));
        }
    }
    found
}

//! The texts of a package in its other languages. Labels, questions and help
//! stand inline in the first; the others lie in `i18n/<language>.ftl`, keyed
//! by item. This knows which texts an item has and what they are called; what
//! a file says is read in `fluent`.

mod fluent;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use base::{Lang, TextRange};
use ir::Localised;
use problem::{LawProblem, Located, Problem};

use crate::db::{Db, Package, SourceFile, file_items, manifest, parse};
use crate::elaboration::elaborate;
use crate::names::nearest;

pub use fluent::{Attribute, Entry, Translation, translation};
pub use texts::{Text, TextKind, field_key, key, texts};

/// The translations of a package, by key and attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translations {
    /// The language of the `.pol` files.
    pub first: Lang,
    /// The texts by language, in the order of the manifest.
    pub others: Vec<(Lang, BTreeMap<String, String>)>,
}

/// The translations of a package (not of those it depends on).
#[salsa::tracked]
pub fn translations(db: &dyn Db, package: Package) -> Translations {
    let languages = &manifest(db, package).0.languages;
    let others = package.translations(db).iter().map(|(lang, file)| {
        let entries = translation(db, *file).entries.iter();
        let texts = entries.flat_map(|(key, entry)| {
            let attributes = entry.attributes.iter();
            attributes.map(move |(name, attribute)| (format!("{key}.{name}"), attribute.text.clone()))
        });
        (*lang, texts.collect())
    });
    Translations { first: languages.first().copied().unwrap_or_default(), others: others.collect() }
}

/// What is wrong with the translations of a package: files that cannot be
/// read, texts without a translation, translations without a text. `whole`
/// is the package that is compiled, and may be one that depends on this one.
#[salsa::tracked]
pub fn translation_problems(db: &dyn Db, whole: Package, package: Package) -> Vec<Located> {
    let mut problems = Vec::new();
    if package.translations(db).is_empty() {
        return problems;
    }
    let mut known: BTreeMap<String, (SourceFile, TextRange)> = BTreeMap::new();
    // What cannot be read may have the texts that seem to be missing.
    let mut is_damaged = false;
    for file in package.files(db) {
        is_damaged |= !file_items(db, *file).problems.is_empty();
        for item in &file_items(db, *file).items {
            is_damaged |= !parse(db, *item).problems.is_empty();
            let Some(elaborated) = &elaborate(db, whole, *item).item else { continue };
            for text in texts(item.kind(db), elaborated) {
                known.entry(text.path()).or_insert((*file, text.range + item.offset(db)));
            }
        }
    }
    let keys: BTreeSet<&str> = known.keys().filter_map(|path| path.split('.').next()).collect();
    for (lang, file) in package.translations(db) {
        let read = translation(db, *file);
        problems.extend(read.problems.iter().cloned().map(|problem| problem.at(file.id(db), 0.into())));
        // Where a file has errors, what is missing may be what was not read.
        if read.problems.is_empty() {
            let missing = known.iter().filter(|(path, _)| !read.has(path));
            problems.extend(missing.map(|(path, (file, range))| {
                let missing =
                    LawProblem::Untranslated { key: path.clone(), language: lang.code().to_owned() };
                Problem::new(missing, *range).at(file.id(db), 0.into())
            }));
        }
        if !is_damaged {
            let orphans = orphans(read, &keys, &known);
            problems.extend(orphans.into_iter().map(|problem| problem.at(file.id(db), 0.into())));
        }
    }
    problems
}

/// The entries of a file that translate nothing.
fn orphans<T>(read: &Translation, keys: &BTreeSet<&str>, known: &BTreeMap<String, T>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, entry) in &read.entries {
        if !keys.contains(key.as_str()) {
            let open = keys.iter().copied().filter(|key| !read.entries.contains_key(*key));
            let orphan = LawProblem::OrphanTranslation { key: key.clone(), suggestion: nearest(key, open) };
            problems.push(Problem::new(orphan, entry.range));
            continue;
        }
        if let Some(range) = entry.value {
            let suggestion = Some(format!("{key}.label")).filter(|label| known.contains_key(label));
            problems
                .push(Problem::new(LawProblem::OrphanTranslation { key: key.clone(), suggestion }, range));
        }
        for (name, attribute) in &entry.attributes {
            let path = format!("{key}.{name}");
            if !known.contains_key(&path) {
                let orphan = LawProblem::OrphanTranslation { key: path, suggestion: None };
                problems.push(Problem::new(orphan, attribute.range));
            }
        }
    }
    problems
}

impl Translations {
    /// A text in all languages in which the package gives it: those of
    /// `order` first, in that order.
    pub fn localised(&self, path: &str, inline: &str, order: &[Lang]) -> Localised {
        let others = self.others.iter().filter_map(|(lang, texts)| Some((*lang, texts.get(path)?.as_str())));
        let mut found: Vec<(Lang, String)> = [(self.first, inline)]
            .into_iter()
            .chain(others)
            .map(|(lang, text)| (lang, text.to_owned()))
            .collect();
        found.sort_by_key(|(lang, _)| order.iter().position(|known| known == lang).unwrap_or(order.len()));
        Localised(found)
    }
}

//! What can only be seen of a package as a whole: names declared twice,
//! periods that overlap, cycles, issues that clash, more than can be
//! numbered.

mod cycles;
mod duplicates;
mod fields;
mod issues;
mod limits;

use base::Citation;
use problem::{LawProblem, Located};
use syntax::ItemKind;

use crate::model::TargetKind;
use crate::names::Names;
use crate::source::{Source, by_name};

/// The problems of a package that no item has by itself.
pub fn check(items: &[Source<'_>], names: &Names) -> Vec<Located> {
    let mut problems = Vec::new();
    let by_name = by_name(items);
    duplicates::check(&by_name, &mut problems);
    fields::check(items, &mut problems);
    issues::check(items, &by_name, names, &mut problems);
    targets(items, names, &mut problems);
    let cycles = cycles::check(items, names, &mut problems);
    limits::check(items, names, cycles, &mut problems);
    problems
}

/// A provision as a target in which no norm has its basis is worth a look.
fn targets(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) {
    let norms =
        items.iter().filter(|source| matches!(source.kind, ItemKind::Prohibition | ItemKind::Obligation));
    let mut basis: Vec<&Citation> =
        norms.flat_map(|source| &source.item.header.basis).map(|cited| &cited.citation).collect();
    basis.sort_unstable();
    basis.dedup();
    for source in items {
        for target in source.item.targets() {
            let TargetKind::Provision(citation) = &target.to else { continue };
            if !basis.iter().any(|cited| names.covers(citation, cited)) {
                let empty = LawProblem::EmptyTarget { target: citation.to_string() };
                problems.push(source.problem(target.range, empty));
            }
        }
    }
}

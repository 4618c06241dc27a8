//! More of one kind than the program can number.

use std::collections::{BTreeMap, BTreeSet};

use problem::{Located, NameKind, NameProblem};
use syntax::ItemKind;

use super::cycles::Cycles;
use crate::graph;
use crate::model::{Body, Field};
use crate::names::{Names, name_kind};
use crate::source::Source;
use crate::types::Ty;

/// The most items of one kind, and the most elements of a rule.
const ITEMS: usize = 60_000;
/// The most slots of a row, those of the records in it included.
const SLOTS: usize = 60_000;

pub fn check(items: &[Source<'_>], names: &Names, cycles: Cycles, problems: &mut Vec<Located>) {
    let mut counts: BTreeMap<ItemKind, usize> = BTreeMap::new();
    for source in items {
        let count = counts.entry(source.kind).or_default();
        *count += 1;
        if *count == ITEMS + 1 {
            let many = NameProblem::TooMany { kind: name_kind(source.kind), limit: ITEMS as u32 };
            problems.push(source.problem_at_name(many));
        }
        if let Body::Rule(rule) = &source.item.body
            && let Some(element) = rule.elements.get(ITEMS)
        {
            let many = NameProblem::TooMany { kind: NameKind::Element, limit: ITEMS as u32 };
            problems.push(source.problem(element.range, many));
        }
    }
    members(items, problems);
    if cycles == Cycles::None {
        slots(items, names, problems);
    }
}

/// Kinds of conduct and roles over several items; within one it was looked at
/// there.
fn members(items: &[Source<'_>], problems: &mut Vec<Located>) {
    let capacity = ir::MemberSet::CAPACITY;
    for (kind, of) in [(NameKind::ConductKind, 0), (NameKind::Role, 1)] {
        let mut count = 0;
        for source in items {
            let Body::Conduct { kinds, roles, .. } = &source.item.body else { continue };
            let own = [kinds.len(), roles.len()][of];
            count += own;
            if count > capacity && own <= capacity {
                let many = NameProblem::TooMany { kind, limit: capacity as u32 };
                problems.push(source.problem_at_name(many));
                break;
            }
        }
    }
}

/// The slots of a row, where records stand for all their fields. Records do
/// not contain themselves here.
fn slots(items: &[Source<'_>], names: &Names, problems: &mut Vec<Located>) {
    let is_record =
        |source: &&Source<'_>| source.kind == ItemKind::Record && names.record(source.name()).is_some();
    let records: Vec<&Source<'_>> = items.iter().filter(is_record).collect();
    let numbers: BTreeMap<&str, usize> =
        records.iter().enumerate().map(|(at, source)| (source.name(), at)).collect();
    let inside = |fields: &[Field]| -> Vec<usize> {
        let named = fields.iter().filter_map(|field| match &field.ty {
            Ty::Record(name) => numbers.get(name.as_str()).copied(),
            _ => None,
        });
        named.collect()
    };
    let edges: Vec<Vec<usize>> = records.iter().map(|source| inside(fields(source))).collect();
    let mut widths = vec![0_usize; records.len()];
    let mut too_wide = BTreeSet::new();
    for at in graph::components(&edges).into_iter().flatten() {
        let width = width(fields(records[at]), &edges[at], &widths);
        widths[at] = width;
        if width > SLOTS {
            // One message: the records around it are no narrower.
            if !edges[at].iter().any(|below| too_wide.contains(below)) {
                problems.push(records[at].problem_at_name(many_slots()));
            }
            too_wide.insert(at);
        }
    }
    for conduct in [false, true] {
        let mut sum = 0_usize;
        for source in items {
            let own = match &source.item.body {
                Body::Conduct { fields, .. } if conduct => fields,
                Body::Fields(fields) if !conduct && source.kind == ItemKind::Facts => fields,
                _ => continue,
            };
            let below = inside(own);
            sum = sum.saturating_add(width(own, &below, &widths));
            if sum > SLOTS && !below.iter().any(|below| too_wide.contains(below)) {
                problems.push(source.problem_at_name(many_slots()));
                break;
            }
        }
    }
}

fn width(fields: &[Field], records: &[usize], widths: &[usize]) -> usize {
    let plain = fields.len() - records.len();
    records.iter().fold(plain, |sum, record| sum.saturating_add(widths[*record]))
}

fn fields<'a>(source: &Source<'a>) -> &'a [Field] {
    match &source.item.body {
        Body::Fields(fields) => fields,
        _ => &[],
    }
}

fn many_slots() -> NameProblem {
    NameProblem::TooMany { kind: NameKind::Field, limit: SLOTS as u32 }
}

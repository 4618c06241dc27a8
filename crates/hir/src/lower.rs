//! From elaborated items to the program. Here the two columns meet: what is
//! sugar in the language ends here, and nothing of syntax goes further.
//!
//! A norm is lowered as of a day. While that is done, every date that was
//! looked at sets the *horizon*: the first later day on which the result
//! could differ. There the next version begins.

mod arguments;
mod correlation;
mod expr;
mod issues;
mod norms;
mod notes;
mod obligations;
mod rules;
mod schema;
mod sanctions;

use std::collections::{BTreeMap, HashMap};

use base::{Citation, FileId, Lang, Span, TextRange, TextSize};
use ir::{Day, IssueId, LayoutId, NodeId, NodePool, ObligationId};
use problem::{Located, Problem};
use syntax::ItemKind;

use crate::manifest::Manifest;
use crate::model;
use crate::names::Names;

/// An item with its place in the files.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The item.
    pub item: &'a model::Item,
    /// What it is.
    pub kind: ItemKind,
    /// Its file.
    pub file: FileId,
    /// Where it begins in its file.
    pub offset: TextSize,
}

/// What lowering gives: the program, and the problems that only it can see.
pub struct Lowered {
    /// The program, without its hash.
    pub program: ir::Program,
    /// The problems.
    pub problems: Vec<Located>,
}

/// Lowers a package that has no errors so far.
pub fn lower(items: &[Source<'_>], names: &Names, manifest: &Manifest) -> Lowered {
    Lowering::new(items, names, manifest).run()
}

/// The first day of all.
const BEGINNING: Day = Day(i32::MIN);

struct Lowering<'a> {
    items: &'a [Source<'a>],
    names: &'a Names,
    manifest: &'a Manifest,
    lang: Lang,
    pool: NodePool,
    schema: ir::Schema,
    /// The slot of a field by its layout and path.
    slots: HashMap<(LayoutId, String), u32>,
    /// The layout of a record by its name.
    records: BTreeMap<&'a str, LayoutId>,
    texts: Vec<String>,
    /// The items of a kind and name, in order.
    named: BTreeMap<(ItemKind, &'a str), Vec<usize>>,
    directed: Directed<'a>,
    issues: issues::Issues,
    obligation_ids: BTreeMap<&'a str, ObligationId>,
    /// The sanctions so far, with the item each comes from.
    sanctions: Vec<ir::Sanction>,
    /// The notes by item.
    notes: Vec<(usize, ir::Note)>,
    /// The day as of which is lowered.
    day: Day,
    /// The first later day on which something that was looked at changes.
    horizon: Option<Day>,
    /// Definitions as of that day: where found, and how far they hold.
    definitions: HashMap<expr::DefinitionKey, (NodeId, Option<Day>)>,
    /// What is being lowered, for problems.
    norm: String,
    problems: Vec<Located>,
}

/// The items by what they are directed at.
#[derive(Default)]
struct Directed<'a> {
    /// At a rule, by its name.
    at_rule: HashMap<&'a str, Vec<usize>>,
    /// At a provision.
    at_provision: Vec<usize>,
}

/// The item that an expression stands in: for the origins of nodes.
#[derive(Clone, Copy)]
struct Home<'a> {
    file: FileId,
    offset: TextSize,
    citation: Option<&'a Citation>,
}

impl<'a> Lowering<'a> {
    fn new(items: &'a [Source<'a>], names: &'a Names, manifest: &'a Manifest) -> Lowering<'a> {
        let mut named: BTreeMap<(ItemKind, &str), Vec<usize>> = BTreeMap::new();
        for (at, source) in items.iter().enumerate() {
            named.entry((source.kind, source.item.header.name.as_str())).or_default().push(at);
        }
        let obligations = named.keys().filter(|(kind, _)| *kind == ItemKind::Obligation);
        let obligation_ids = obligations.enumerate().map(|(at, (_, name))| (*name, ObligationId(at as u16))).collect();
        let schema::Built { schema, slots, records } = schema::build(items, names, manifest);
        Lowering {
            items,
            names,
            manifest,
            lang: manifest.languages.first().copied().unwrap_or_default(),
            pool: NodePool::default(),
            schema,
            slots,
            records,
            texts: Vec::new(),
            issues: issues::Issues::collect(items, names),
            directed: Directed::collect(items),
            named,
            obligation_ids,
            sanctions: Vec::new(),
            notes: Vec::new(),
            day: BEGINNING,
            horizon: None,
            definitions: HashMap::new(),
            norm: String::new(),
            problems: Vec::new(),
        }
    }

    fn run(mut self) -> Lowered {
        let prohibitions = self.prohibitions();
        let obligations = self.obligations();
        let constraints = self.constraints();
        let issues = self.issue_list();
        let profiles = self.profiles(&issues);
        let sources = self.sources();
        let Manifest { name, version, languages, time_zone, holidays, .. } = self.manifest;
        let policy = ir::Policy {
            name: name.clone(),
            version: version.clone(),
            hash: String::new(),
            languages: languages.clone(),
            time_zone: time_zone.clone(),
            holidays: holidays.clone(),
        };
        let program = ir::Program {
            policy,
            sources,
            schema: self.schema,
            texts: self.texts,
            nodes: self.pool.finish(),
            constraints,
            prohibitions,
            obligations,
            sanctions: self.sanctions,
            notes: self.notes.into_iter().map(|(_, note)| note).collect(),
            issues,
            profiles,
        };
        Lowered { program, problems: self.problems }
    }

    fn sources(&self) -> Vec<ir::Source> {
        let sources = self.items.iter().filter_map(|source| match &source.item.body {
            model::Body::Source { title, number, celex } => Some(ir::Source {
                name: source.item.header.name.clone(),
                title: title.clone(),
                number: number.clone(),
                celex: celex.clone(),
            }),
            _ => None,
        });
        sources.collect()
    }

    fn home(&self, at: usize) -> Home<'a> {
        let Source { item, file, offset, .. } = self.items[at];
        let citation = item.header.basis.first().or(item.header.recitals.first());
        Home { file, offset, citation: citation.map(|cited| &cited.citation) }
    }

    /// Marks that something changes on these days.
    fn look_at(&mut self, dates: model::Dates) {
        let later = dates.boundaries().filter(|day| *day > self.day).min();
        self.bound(later);
    }

    fn bound(&mut self, horizon: Option<Day>) {
        self.horizon = match (self.horizon, horizon) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }

    /// The version of an item that is to be applied on the day, if there is
    /// one.
    fn applicable(&mut self, kind: ItemKind, name: &str) -> Option<usize> {
        let versions = self.named.get(&(kind, name)).cloned().unwrap_or_default();
        for &at in &versions {
            self.look_at(self.items[at].item.header.dates);
        }
        versions.into_iter().find(|&at| self.items[at].item.header.dates.apply_on(self.day))
    }

    /// The same for something that must have one.
    fn needed(&mut self, kind: ItemKind, name: &str) -> Option<usize> {
        let found = self.applicable(kind, name);
        if found.is_none() {
            let day = if self.day == BEGINNING { String::new() } else { self.day.to_string() };
            let missing =
                problem::LawProblem::NoVersion { norm: self.norm.clone(), uses: name.to_owned(), day };
            let known = self.named.get(&(kind, name)).and_then(|all| all.first().copied());
            if let Some(at) = known {
                self.report(at, self.items[at].item.header.name_range, missing);
            }
        }
        found
    }

    fn report(&mut self, at: usize, range: TextRange, kind: impl Into<problem::Kind>) {
        let Source { file, offset, .. } = self.items[at];
        let located = Problem::new(kind, range).at(file, offset);
        if !self.problems.contains(&located) {
            self.problems.push(located);
        }
    }

    fn span(&self, at: usize, range: TextRange) -> Span {
        self.home(at).span(range)
    }

    fn localised(&self, text: &Option<String>) -> ir::Localised {
        ir::Localised(text.iter().map(|text| (self.lang, text.clone())).collect())
    }

    fn issue_list(&self) -> Vec<ir::Issue> {
        self.issues.list.iter().map(|&at| self.issue(at)).collect()
    }

    fn profiles(&mut self, issues: &[ir::Issue]) -> Vec<ir::Profile> {
        let find = |issue: &str, reading: &str| {
            let at = issues.iter().position(|known| known.name == issue)?;
            let reading = issues[at].readings.iter().position(|known| known.name == reading)?;
            Some((IssueId(at as u16), reading as u8))
        };
        let profiles = self.manifest.profiles.iter().map(|profile| ir::Profile {
            name: profile.name.clone(),
            picks: profile.picks.iter().filter_map(|(issue, reading)| find(&issue.value, &reading.value)).collect(),
        });
        profiles.collect()
    }
}

impl<'a> Directed<'a> {
    fn collect(items: &'a [Source<'a>]) -> Directed<'a> {
        let mut directed = Directed::default();
        for (at, source) in items.iter().enumerate() {
            for target in source.item.targets() {
                let list = match &target.to {
                    model::TargetKind::Rule { name, .. } => directed.at_rule.entry(name).or_default(),
                    model::TargetKind::Provision(_) => &mut directed.at_provision,
                    model::TargetKind::Broken => continue,
                };
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        directed
    }

    /// The items that may be directed at a rule, in order.
    fn candidates(&self, name: &str) -> Vec<usize> {
        let mut found = self.at_rule.get(name).cloned().unwrap_or_default();
        found.extend(&self.at_provision);
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Home<'_> {
    fn span(&self, range: TextRange) -> Span {
        Span { file: self.file, range: range + self.offset }
    }
}

fn citations(cited: &[model::Cited]) -> Vec<Citation> {
    cited.iter().map(|cited| cited.citation.clone()).collect()
}

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
mod sanctions;
mod schema;
mod size;

use std::collections::{BTreeMap, HashMap, HashSet};

use base::{Citation, FileId, Root, Span, TextRange, TextSize};
use ir::{Day, IssueId, LayoutId, Localised, NodeId, NodePool, ObligationId};
use problem::{LawProblem, Located};
use syntax::ItemKind;

use crate::db::{Db, Package, manifest, packages};
use crate::manifest::Manifest;
use crate::model::{self, TargetKind};
use crate::names::{Names, names};
use crate::source::{Source, sources};
use crate::translations::{TextKind, Translations, key, translations};

/// What lowering gives: the program, and the problems that only it can see.
pub struct Lowered {
    /// The program, without its hash.
    pub program: ir::Program,
    /// The problems.
    pub problems: Vec<Located>,
}

/// Lowers a package that has no errors so far.
pub fn lower(db: &dyn Db, package: Package) -> Lowered {
    let items = sources(db, package);
    let manifest = &manifest(db, package).0;
    let of = |(_, owner): &(_, Package)| translations(db, *owner);
    let texts =
        Texts { languages: &manifest.languages, packages: packages(db, package).iter().map(of).collect() };
    Lowering::new(&items, names(db, package), manifest, texts).run()
}

/// The texts of items in all languages.
struct Texts<'a> {
    /// The languages of the package that is compiled.
    languages: &'a [base::Lang],
    /// The translations by number of the package.
    packages: Vec<&'a Translations>,
}

impl Texts<'_> {
    /// A text that stands inline in an item of a package, with its
    /// translations.
    fn localised(&self, package: usize, key: &str, kind: TextKind, inline: Option<&String>) -> Localised {
        let Some(inline) = inline else { return Localised::default() };
        let path = format!("{key}.{}", kind.name());
        self.packages[package].localised(&path, inline, self.languages)
    }
}

/// The most elements, counted in every norm, exception and period in which
/// they stand.
const ELEMENT_LIMIT: usize = 1_000_000;

/// The most periods of a norm.
const PERIOD_LIMIT: usize = 128;

/// The first day of all.
const BEGINNING: Day = Day(i32::MIN);

struct Lowering<'a> {
    items: &'a [Source<'a>],
    names: &'a Names,
    manifest: &'a Manifest,
    localisation: Texts<'a>,
    pool: NodePool,
    schema: ir::Schema,
    /// The slot of a field by its layout and path.
    slots: HashMap<(LayoutId, String), u32>,
    /// The layout of a record by its name.
    records: BTreeMap<&'a str, LayoutId>,
    texts: Vec<String>,
    /// The number of a text.
    text_ids: HashMap<&'a str, u32>,
    /// The items of a kind and name, in order.
    named: BTreeMap<(ItemKind, &'a str), Vec<usize>>,
    directed: Directed<'a>,
    issues: issues::Issues<'a>,
    obligation_ids: BTreeMap<&'a str, ObligationId>,
    sanctions: sanctions::Sanctions,
    /// The notes so far, and the number of each by item.
    notes: Vec<ir::Note>,
    note_ids: HashMap<usize, u16>,
    /// The day as of which is lowered.
    day: Day,
    /// The first later day on which something that was looked at changes.
    horizon: Option<Day>,
    /// Definitions as of that day: where found, and how far they hold.
    definitions: HashMap<expr::DefinitionKey, (NodeId, Option<Day>)>,
    sizes: size::Sizes,
    /// How many elements have been lowered.
    elements: usize,
    /// What is being lowered, for problems.
    norm: String,
    problems: Vec<Located>,
    /// Whether something was nested too deeply.
    is_too_deep: bool,
    /// What was reported once and needs no second message.
    reported: HashSet<(usize, TextRange)>,
}

/// The items by what they are directed at.
#[derive(Default)]
struct Directed<'a> {
    /// At a rule, by its name.
    at_rule: HashMap<&'a str, Vec<usize>>,
    /// At an element or `must` of a rule, by the rule's name.
    at_part: HashMap<&'a str, Vec<usize>>,
    /// At a provision, by its source and article: each provision once.
    at_provision: HashMap<(&'a str, &'a Root), BTreeMap<&'a Citation, Vec<usize>>>,
}

/// The item that an expression stands in: for the origins of nodes.
#[derive(Clone, Copy)]
struct Home<'a> {
    file: FileId,
    offset: TextSize,
    citation: Option<&'a Citation>,
}

impl<'a> Lowering<'a> {
    fn new(
        items: &'a [Source<'a>],
        names: &'a Names,
        manifest: &'a Manifest,
        localisation: Texts<'a>,
    ) -> Lowering<'a> {
        let mut named: BTreeMap<(ItemKind, &str), Vec<usize>> = BTreeMap::new();
        for (at, source) in items.iter().enumerate() {
            named.entry((source.kind, source.item.header.name.as_str())).or_default().push(at);
        }
        let obligations = named.keys().filter(|(kind, _)| *kind == ItemKind::Obligation);
        let obligation_ids =
            obligations.enumerate().map(|(at, (_, name))| (*name, ObligationId(at as u16))).collect();
        let schema::Built { schema, slots, records, problems } = schema::build(items, names, &localisation);
        Lowering {
            items,
            names,
            manifest,
            localisation,
            pool: NodePool::default(),
            schema,
            slots,
            records,
            texts: Vec::new(),
            text_ids: HashMap::new(),
            issues: issues::Issues::collect(items),
            directed: Directed::collect(items),
            named,
            obligation_ids,
            sanctions: sanctions::Sanctions::default(),
            notes: Vec::new(),
            note_ids: HashMap::new(),
            day: BEGINNING,
            horizon: None,
            definitions: HashMap::new(),
            sizes: size::Sizes::default(),
            elements: 0,
            norm: String::new(),
            problems,
            is_too_deep: false,
            reported: HashSet::new(),
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
            sanctions: self.sanctions.list,
            notes: self.notes,
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

    /// The version of an item that is to be applied on the day; one that is
    /// missing is a problem.
    fn needed(&mut self, kind: ItemKind, name: &str) -> Option<usize> {
        let versions = self.named.get(&(kind, name)).cloned().unwrap_or_default();
        for &at in &versions {
            self.look_at(self.items[at].item.header.dates);
        }
        let found = versions.iter().copied().find(|&at| self.items[at].item.header.dates.apply_on(self.day));
        if let (None, Some(&first)) = (found, versions.first()) {
            // Time has no first day: the last one before something changes stands for all.
            let day =
                if self.day == BEGINNING { self.horizon.map_or(self.day, Day::previous) } else { self.day };
            let (norm, uses) = (self.norm.clone(), name.to_owned());
            let range = self.items[first].item.header.name_range;
            self.report_once(first, range, LawProblem::NoVersion { norm, uses, day: day.to_string() });
        }
        found
    }

    fn report_once(&mut self, at: usize, range: TextRange, kind: impl Into<problem::Kind>) {
        if self.reported.insert((at, range)) {
            self.problems.push(self.items[at].problem(range, kind));
        }
    }

    fn span(&self, at: usize, range: TextRange) -> Span {
        self.items[at].span(range)
    }

    /// The label of an item or of a part of it, in all languages.
    fn label(&self, at: usize, key: &str, header: &model::Header) -> Localised {
        self.localisation.localised(self.items[at].package, key, TextKind::Label, header.label.as_ref())
    }

    /// The label of an item.
    fn own_label(&self, at: usize) -> Localised {
        let Source { item, kind, .. } = self.items[at];
        self.label(at, &key(kind.keyword(), &[&item.header.name]), &item.header)
    }

    fn issue_list(&self) -> Vec<ir::Issue> {
        self.issues.list.iter().map(|&at| self.issue(at)).collect()
    }

    fn profiles(&self, issues: &[ir::Issue]) -> Vec<ir::Profile> {
        let numbers: HashMap<&str, usize> =
            issues.iter().enumerate().map(|(at, issue)| (issue.name.as_str(), at)).collect();
        let find = |issue: &str, reading: &str| {
            let at = *numbers.get(issue)?;
            let reading = issues[at].readings.iter().position(|known| known.name == reading)?;
            Some((IssueId(at as u16), reading as u8))
        };
        let profiles = self.manifest.profiles.iter().map(|profile| ir::Profile {
            name: profile.name.clone(),
            picks: profile
                .picks
                .iter()
                .filter_map(|(issue, reading)| find(&issue.value, &reading.value))
                .collect(),
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
                    TargetKind::Rule { name, part: None } => directed.at_rule.entry(name).or_default(),
                    TargetKind::Rule { name, part: Some(_) } => directed.at_part.entry(name).or_default(),
                    TargetKind::Provision(citation) => {
                        let Citation { provision, .. } = citation;
                        let here = directed.at_provision.entry((provision.source.as_str(), &provision.root));
                        here.or_default().entry(citation).or_default()
                    }
                    TargetKind::Broken => continue,
                };
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        directed
    }

    /// The items that are directed at a rule as a whole, in order: by its
    /// name, or by a provision in which its basis lies.
    fn at_whole(&self, name: &str, basis: &[Citation], names: &Names) -> Vec<usize> {
        let mut found = self.at_rule.get(name).cloned().unwrap_or_default();
        for cited in basis {
            for root in [&cited.provision.root, &Root::Act] {
                let here = self.at_provision.get(&(cited.provision.source.as_str(), root));
                let covering = here.into_iter().flatten().filter(|(target, _)| names.covers(target, cited));
                found.extend(covering.flat_map(|(_, items)| items));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The items that are directed at the rule or definition of that name, or
    /// at a part of it.
    fn at_name(&self, name: &str) -> impl Iterator<Item = usize> {
        [&self.at_rule, &self.at_part].into_iter().filter_map(move |map| map.get(name)).flatten().copied()
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

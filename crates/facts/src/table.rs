//! From keys to slots: for each layout the levels of objects that its fields'
//! paths make, built once for a program.

use ir::{Field, Layout, LayoutId, MemberSet, Program, Type};
use rustc_hash::FxHashMap;

/// A key of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A field.
    Field(u32),
    /// An object with further keys.
    Branch(Branch),
    /// A field whose path is also the beginning of others.
    Both(u32, Branch),
    /// A key of the facts that is no fact.
    Reserved(Reserved, u32),
}

/// An object that a path leads through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Branch {
    /// Its level in the table.
    pub level: u32,
    /// Its number among the keys of the layout.
    pub key: u32,
}

/// The keys of the facts that are no facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reserved {
    Id,
    AsOf,
    Readings,
    Conduct,
}

impl Reserved {
    pub(crate) const ALL: [(&'static str, Reserved); 4] = [
        ("id", Reserved::Id),
        ("as_of", Reserved::AsOf),
        ("readings", Reserved::Readings),
        ("conduct", Reserved::Conduct),
    ];
}

/// The keys of one object.
#[derive(Debug, Default)]
pub(crate) struct Level {
    /// The path to it with a dot behind; empty at the top.
    pub prefix: String,
    pub entries: FxHashMap<Box<str>, Entry>,
}

/// A factor that a judgement must weigh, as it may be written.
#[derive(Debug)]
pub(crate) struct Factor {
    /// `ai_act article 5(2)(a)`
    pub full: String,
    /// `article 5(2)(a)`
    pub short: String,
}

impl Factor {
    /// Whether a key is the citation of this factor.
    pub(crate) fn is(&self, key: &str) -> bool {
        let key = key.trim();
        key == self.short || key == self.full
    }
}

/// All about the keys of one layout.
#[derive(Debug)]
pub(crate) struct Table {
    /// The levels; the first is the row itself.
    pub levels: Vec<Level>,
    /// How many keys there are: the fields by their slots, the objects that
    /// paths lead through, the reserved keys.
    pub keys: u32,
    /// The types of the fields, close together.
    pub types: Vec<Type>,
    /// The fields that silence fills in.
    pub assumed: Vec<(u32, bool)>,
    /// The fields that only some kinds of conduct have.
    pub restricted: Vec<(u32, MemberSet)>,
    /// The factors of each field.
    pub factors: Vec<Vec<Factor>>,
}

impl Table {
    /// The tables of all layouts.
    pub(crate) fn all(program: &Program) -> Vec<Table> {
        let layouts = program.schema.layouts.iter().enumerate();
        layouts.map(|(number, layout)| Table::new(layout, LayoutId(number as u16))).collect()
    }

    fn new(layout: &Layout, id: LayoutId) -> Table {
        let fields = &layout.fields;
        let slots = || fields.iter().zip(0_u32..);
        let mut table = Table {
            levels: vec![Level::default()],
            keys: fields.len() as u32,
            types: fields.iter().map(|field| field.ty.clone()).collect(),
            assumed: slots().filter_map(|(field, slot)| Some((slot, field.assumed?))).collect(),
            restricted: slots().filter_map(|(field, slot)| Some((slot, field.kinds?))).collect(),
            factors: fields.iter().map(factors).collect(),
        };
        for (field, slot) in slots() {
            table.insert(&field.path, slot);
        }
        if id == LayoutId::FACTS {
            for (name, reserved) in Reserved::ALL {
                table.levels[0].entries.insert(name.into(), Entry::Reserved(reserved, table.keys));
                table.keys += 1;
            }
        }
        table
    }

    fn insert(&mut self, path: &str, slot: u32) {
        let mut level = 0;
        let mut rest = path;
        while let Some((segment, below)) = rest.split_once('.') {
            level = self.branch(level, segment) as usize;
            rest = below;
        }
        let entries = &mut self.levels[level].entries;
        let entry = match entries.get(rest) {
            Some(Entry::Branch(branch) | Entry::Both(_, branch)) => Entry::Both(slot, *branch),
            Some(Entry::Field(_) | Entry::Reserved(..)) | None => Entry::Field(slot),
        };
        entries.insert(rest.into(), entry);
    }

    fn branch(&mut self, level: usize, segment: &str) -> u32 {
        let known = self.levels[level].entries.get(segment).copied();
        if let Some(Entry::Branch(branch) | Entry::Both(_, branch)) = known {
            return branch.level;
        }
        let branch = Branch { level: self.levels.len() as u32, key: self.keys };
        self.keys += 1;
        let prefix = format!("{}{segment}.", self.levels[level].prefix);
        self.levels.push(Level { prefix, entries: FxHashMap::default() });
        let entry = match known {
            Some(Entry::Field(slot)) => Entry::Both(slot, branch),
            Some(Entry::Branch(_) | Entry::Both(..) | Entry::Reserved(..)) | None => Entry::Branch(branch),
        };
        self.levels[level].entries.insert(segment.into(), entry);
        branch.level
    }
}

fn factors(field: &Field) -> Vec<Factor> {
    let factor = |citation: &base::Citation| {
        let full = citation.to_string();
        let short = full.strip_prefix(&citation.provision.source).unwrap_or(&full).trim_start().to_owned();
        Factor { full, short }
    };
    field.considering.iter().map(factor).collect()
}

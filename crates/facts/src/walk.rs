//! From the objects of a tape to the slots of a row.

use ir::{Conduct, Facts, Instant, LayoutId, Type, Value};
use problem::{FactsProblem, Located};
use rustc_hash::FxHashMap;

use crate::decode::Decoder;
use crate::input::{Input, Options};
use crate::report::{Report, Step, shortened};
use crate::suggest::nearest;
use crate::table::{Branch, Entry, Reserved, Table};
use crate::tape::Shape;

/// A row that is being filled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub table: &'a Table,
    pub layout: LayoutId,
    /// Where it begins in the values.
    pub base: u32,
    /// Where its keys begin in [`Walk::given`].
    pub given: usize,
}

/// A slot of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<'a> {
    pub ty: &'a Type,
    pub layout: LayoutId,
    pub slot: u32,
    /// Its place in the values.
    pub value: u32,
}

/// The file and node at which a key was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    file: u32,
    node: u32,
}

impl Given {
    const NOT: Given = Given { file: u32::MAX, node: u32::MAX };
}

/// Filling rows: the state of one run of the decoder.
pub(crate) struct Walk<'a> {
    pub decoder: &'a Decoder<'a>,
    pub inputs: &'a [Input<'a>],
    pub options: &'a Options,
    pub as_of: Option<Instant>,
    pub facts: &'a mut Facts,
    pub report: Report<'a>,
    /// The keys of all rows that are being filled, the innermost last.
    given: Vec<Given>,
    /// The records of all lists that are being read.
    pub records: Vec<u32>,
    /// The texts of the facts by number.
    texts: FxHashMap<&'a str, u32>,
    /// The `id` of the system.
    pub id: Option<&'a str>,
    /// The readings picked, by issue.
    pub picks: Vec<Option<u8>>,
    /// Where each pick is given.
    pub picked: Vec<Option<(usize, u32)>>,
}

impl<'a> Walk<'a> {
    pub fn new(
        decoder: &'a Decoder<'a>,
        inputs: &'a [Input<'a>],
        options: &'a Options,
        as_of: Option<Instant>,
        facts: &'a mut Facts,
        report: Report<'a>,
    ) -> Walk<'a> {
        let issues = decoder.program.issues.len();
        Walk {
            decoder,
            inputs,
            options,
            as_of,
            facts,
            report,
            given: Vec::with_capacity(128),
            records: Vec::with_capacity(8),
            texts: FxHashMap::default(),
            id: None,
            picks: vec![None; issues],
            picked: Vec::new(),
        }
    }

    /// The errors and the warnings.
    pub fn finish(self) -> (Vec<Located>, Vec<Located>) {
        // Rows end after the rows within them.
        self.facts.assumed.sort_unstable();
        self.facts.provenance.sort_unstable_by_key(|entry| entry.value);
        (self.report.errors, self.report.warnings)
    }

    pub fn table(&self, layout: LayoutId) -> &'a Table {
        self.decoder.table(layout)
    }

    /// Opens a row that begins at `base`.
    pub fn open(&mut self, layout: LayoutId, base: u32) -> Row<'a> {
        let row = Row { table: self.table(layout), layout, base, given: self.given.len() };
        self.given.resize(row.given + row.table.keys as usize, Given::NOT);
        row
    }

    /// Closes the innermost row: fields that its kind does not have, silence
    /// that is filled in.
    pub fn close(&mut self, row: Row<'a>) {
        let table = row.table;
        let kind = match self.facts.values.get((row.base + Conduct::KIND) as usize) {
            Some(&Value::Member(kind)) if row.layout == LayoutId::CONDUCT => Some(kind),
            Some(_) | None => None,
        };
        if let Some(kind) = kind {
            for &(slot, kinds) in &table.restricted {
                let given = self.given[row.given + slot as usize];
                let unknown = self.facts.values[(row.base + slot) as usize].is_unknown();
                if given != Given::NOT && !unknown && !kinds.contains(kind) {
                    self.other_kind(slot, kind, given);
                }
            }
        }
        if self.options.assumptions {
            for &(slot, holds) in &table.assumed {
                let field = &self.report.schema.layout(row.layout).fields[slot as usize];
                let elsewhere =
                    kind.is_some_and(|kind| field.kinds.is_some_and(|kinds| !kinds.contains(kind)));
                if self.given[row.given + slot as usize] == Given::NOT && !elsewhere {
                    self.facts.values[(row.base + slot) as usize] = Value::Bool(holds);
                    self.facts.assumed.push(row.base + slot);
                }
            }
        }
        self.given.truncate(row.given);
    }

    fn other_kind(&mut self, slot: u32, kind: u8, given: Given) {
        let schema = self.report.schema;
        let path = &schema.layout(LayoutId::CONDUCT).fields[slot as usize].path;
        let kind = schema.enum_type(schema.conduct.kinds).members[usize::from(kind)].clone();
        let field = self.report.fact(LayoutId::CONDUCT, slot);
        let depth = self.report.path.len();
        self.report.path.extend(path.split('.').map(Step::Key));
        self.report.error(given.node, FactsProblem::FieldOnOtherKind { field, kind });
        self.report.path.truncate(depth);
    }

    /// Reads the keys of an object into a row.
    pub fn object(&mut self, row: Row<'a>, level: u32, at: u32) {
        let tape = self.report.tape;
        let entries = &row.table.levels[level as usize].entries;
        for (key, value) in tape.entries(at) {
            let name = tape.text(key).unwrap_or_default();
            self.report.path.push(Step::Key(name));
            match entries.get(name) {
                Some(&entry) => self.entry(row, entry, key, value),
                None => self.unknown_key(row, level, key, name),
            }
            self.report.path.pop();
        }
    }

    fn entry(&mut self, row: Row<'a>, entry: Entry, key: u32, value: u32) {
        match entry {
            Entry::Field(slot) => self.field(row, slot, key, value),
            Entry::Branch(branch) => self.branch(row, branch, key, value),
            Entry::Both(slot, branch) => {
                let tape = self.report.tape;
                let below = &row.table.levels[branch.level as usize].entries;
                let mut names = tape.entries(value).filter_map(|(key, _)| tape.text(key));
                if names.any(|name| below.contains_key(name)) {
                    self.branch(row, branch, key, value);
                } else {
                    self.field(row, slot, key, value);
                }
            }
            // The readings of several files are merged, like any object.
            Entry::Reserved(Reserved::Readings, number) => {
                if self.enter(row, number, key) {
                    self.reserved(Reserved::Readings, value);
                }
            }
            Entry::Reserved(reserved, number) => {
                if self.claim(row, number, key) {
                    self.reserved(reserved, value);
                }
            }
        }
    }

    fn field(&mut self, row: Row<'a>, slot: u32, key: u32, value: u32) {
        if self.claim(row, slot, key) {
            let ty = &row.table.types[slot as usize];
            let slot = Slot { ty, layout: row.layout, slot, value: row.base + slot };
            let decoded = self.given_value(slot, value);
            self.facts.values[slot.value as usize] = decoded;
        }
    }

    fn branch(&mut self, row: Row<'a>, branch: Branch, key: u32, value: u32) {
        if !self.enter(row, branch.key, key) {
            return;
        }
        match self.report.tape.shape(value) {
            Shape::Object(_) => self.object(row, branch.level, value),
            Shape::Null => self.unknown_branch(row, branch.level, key),
            Shape::Bool(_) | Shape::Number | Shape::List(_) => self.no_object(row, branch.level, value),
            Shape::Plain | Shape::Quoted | Shape::Owned(_) => self.no_object(row, branch.level, value),
        }
    }

    /// Whether an object that may be in several files is new in this one; if
    /// not, says so.
    fn enter(&mut self, row: Row<'a>, number: u32, key: u32) -> bool {
        let here = Given { file: self.report.file as u32, node: key };
        let before = std::mem::replace(&mut self.given[row.given + number as usize], here);
        if before.file == here.file {
            self.duplicate_key(key, before);
        }
        before.file != here.file
    }

    fn no_object(&mut self, row: Row<'a>, level: u32, value: u32) {
        let prefix = &row.table.levels[level as usize].prefix;
        let fact = self.report.prefix(row.layout) + prefix.trim_end_matches('.');
        let found = self.report.found(value);
        self.report.error(value, FactsProblem::WrongType { fact, expected: "object".into(), found });
    }

    /// `null` for an object: everything in it is unknown, and not silent.
    fn unknown_branch(&mut self, row: Row<'a>, level: u32, key: u32) {
        for entry in row.table.levels[level as usize].entries.values() {
            match *entry {
                Entry::Field(slot) => drop(self.claim(row, slot, key)),
                Entry::Branch(branch) => self.unknown_branch(row, branch.level, key),
                Entry::Both(slot, branch) => {
                    self.claim(row, slot, key);
                    self.unknown_branch(row, branch.level, key);
                }
                Entry::Reserved(..) => {}
            }
        }
    }

    /// Whether a key is given for the first time; if not, says so.
    fn claim(&mut self, row: Row<'a>, number: u32, key: u32) -> bool {
        let given = &mut self.given[row.given + number as usize];
        let before = *given;
        if before == Given::NOT {
            *given = Given { file: self.report.file as u32, node: key };
            return true;
        }
        if before.file == self.report.file as u32 {
            self.duplicate_key(key, before);
        } else {
            let fields = self.report.schema.layout(row.layout).fields.len() as u32;
            let fact = if number < fields {
                self.report.fact(row.layout, number)
            } else {
                self.report.tape.text(key).unwrap_or_default().to_owned()
            };
            self.given_twice(key, fact, (before.file as usize, before.node));
        }
        false
    }

    fn duplicate_key(&mut self, key: u32, before: Given) {
        let name = shortened(self.report.tape.text(key).unwrap_or_default());
        self.report.clash(key, FactsProblem::DuplicateKey { key: name }, (before.file as usize, before.node));
    }

    /// One fact in two files.
    pub fn given_twice(&mut self, key: u32, fact: String, before: (usize, u32)) {
        let first = self.inputs[before.0].name.to_owned();
        self.report.clash(key, FactsProblem::GivenTwice { fact, first }, before);
    }

    fn unknown_key(&mut self, row: Row<'a>, level: u32, key: u32, name: &str) {
        let suggestion = if self.report.suggests() { self.meant(row.layout, level, name) } else { None };
        let prefix = &row.table.levels[level as usize].prefix;
        let key_name = format!("{}{prefix}{}", self.report.prefix(row.layout), shortened(name));
        self.report.error(key, FactsProblem::UnknownFact { key: key_name, suggestion });
    }

    /// What a key that does not exist may stand for: a key of the same
    /// object, the last step of a path elsewhere, or a path written with dots.
    fn meant(&self, layout: LayoutId, level: u32, name: &str) -> Option<String> {
        let here = &self.table(layout).levels[level as usize];
        let mut keys: Vec<&str> = here.entries.keys().map(|key| &**key).collect();
        keys.sort_unstable();
        if let Some(key) = nearest(name, keys.into_iter()) {
            return Some(format!("{}{}{key}", self.report.prefix(layout), here.prefix));
        }
        let path = format!("{}{name}", here.prefix);
        let mut layouts = vec![layout];
        if layout == LayoutId::FACTS {
            layouts.push(LayoutId::CONDUCT);
        }
        for layout in layouts {
            let paths = || self.report.schema.layout(layout).fields.iter().map(|field| field.path.as_str());
            let prefix = self.report.prefix(layout);
            // A path with dots is right but for its dots: show how it nests.
            if let Some(path) = paths().find(|&known| known == path || known == name) {
                let levels = path.matches('.').count();
                return Some(format!("{prefix}{}{}", path.replace('.', ": { "), " }".repeat(levels)));
            }
            let last = |path: &&str| path.rsplit('.').next() == Some(name);
            if let Some(path) = paths().find(last).or_else(|| nearest(&path, paths())) {
                return Some(prefix + path);
            }
        }
        None
    }

    /// The number of a text; equal texts have one number.
    pub fn text(&mut self, text: &'a str) -> Value {
        if let Some(&number) = self.decoder.texts.get(text) {
            return Value::Text(number);
        }
        if self.texts.is_empty() {
            self.texts.reserve(14);
        }
        let number = *self.texts.entry(text).or_insert_with(|| {
            self.facts.texts.push(text.to_owned());
            self.facts.texts.len() as u32 - 1
        });
        Value::Text(number)
    }
}

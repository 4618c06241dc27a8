//! Items with their names looked up and their types known: what elaboration
//! makes of a tree, and lowering starts from. Ranges count from the item.

use base::{Citation, TextRange};
use ir::{ArithmeticOp, CompareOp, Day, Direction, Duration, ReadingStatus, StandardKind, Value};

use crate::types::Ty;

/// An item, elaborated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What items share.
    pub header: Header,
    /// What it says.
    pub body: Body,
}

/// What items, elements and readings share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The name; empty where there is none.
    pub name: String,
    /// The bytes of the name.
    pub name_range: TextRange,
    /// What it is called.
    pub label: Option<String>,
    /// More about it.
    pub help: Option<String>,
    /// The provisions it encodes.
    pub basis: Vec<Cited>,
    /// The recitals that explain it.
    pub recitals: Vec<Cited>,
    /// Its period.
    pub dates: Dates,
}

/// A citation and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The citation.
    pub citation: Citation,
    /// Where it stands.
    pub range: TextRange,
}

/// The dates of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Dates {
    /// The first day on which it is law.
    pub in_force: Option<Day>,
    /// The first day on which it is to be applied.
    pub applies_from: Option<Day>,
    /// The last such day.
    pub applies_until: Option<Day>,
}

/// A name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub text: String,
    /// Its place.
    pub range: TextRange,
}

/// What an item says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// An act that is cited.
    Source {
        /// Its title.
        title: String,
        /// Its number.
        number: String,
        /// Its CELEX number.
        celex: String,
    },
    /// Facts of the system, or fields of a record.
    Fields(Vec<Field>),
    /// Members.
    Enum(Vec<String>),
    /// Conduct.
    Conduct(Vec<Field>),
    /// What cannot be otherwise.
    Constraint(Expr),
    /// A definition; the name of the record it is for, if it is.
    Definition(Option<String>, Expr),
    /// A prohibition, exception, group of conditions, scope or exclusion.
    Rule(Rule),
    /// An obligation.
    Obligation(Obligation),
    /// A saving, rule of precedence or power.
    Note(Note),
    /// A sanction.
    Sanction {
        /// On what.
        targets: Vec<Target>,
        /// When it can be imposed.
        when: Option<Expr>,
        /// Its cap.
        cap: Expr,
    },
    /// An open question.
    Issue(Issue),
}

/// A fact or field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path.
    pub path: String,
    /// Its type.
    pub ty: Ty,
    /// What it is called.
    pub label: Option<String>,
    /// The question that settles it.
    pub ask: Option<String>,
    /// More about the question.
    pub help: Option<String>,
    /// The provisions it comes from.
    pub basis: Vec<Cited>,
    /// What a judgement must weigh.
    pub considering: Vec<Cited>,
    /// What silence means.
    pub assumed: Option<bool>,
    /// The kinds of conduct that have it.
    pub kinds: Option<Vec<u8>>,
    /// Its place.
    pub range: TextRange,
}

/// What prohibitions, exceptions, conditions and gates share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is directed at.
    pub targets: Vec<Target>,
    /// The direction of an interpretive rule.
    pub interpretive: Option<Direction>,
    /// The kinds after `forbids`.
    pub forbids: Option<(Vec<u8>, TextRange)>,
    /// The elements.
    pub elements: Vec<Element>,
    /// The extent.
    pub in_so_far_as: Option<Expr>,
    /// The groups of conditions.
    pub subject_to: Vec<Named>,
}

/// An element or condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Name, basis, dates.
    pub header: Header,
    /// The kinds of conduct it concerns.
    pub kinds: Option<Vec<u8>>,
    /// When it holds.
    pub formula: Expr,
    /// Its place.
    pub range: TextRange,
}

/// An obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// The roles it binds, by number.
    pub addressed_to: Vec<u8>,
    /// The kinds of conduct that trigger it.
    pub on: Option<Vec<u8>>,
    /// When it is triggered.
    pub when: Option<Expr>,
    /// What must be.
    pub musts: Vec<Must>,
}

/// One thing that an obligation asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Must {
    /// Name, label, basis.
    pub header: Header,
    /// `must not`.
    pub negative: bool,
    /// What is asked.
    pub asked: Asked,
    /// Its place.
    pub range: TextRange,
}

/// What a `must` asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// A condition or an event.
    pub action: Expr,
    /// The standard for its time.
    pub standard: Option<StandardKind>,
    /// The outer limit: how long after which time.
    pub limit: Option<(Option<Duration>, Expr)>,
    /// Whether it recurs.
    pub each_year: bool,
}

/// A saving, rule of precedence or power.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which.
    pub kind: ir::NoteKind,
    /// Beside which norms.
    pub targets: Vec<Target>,
    /// What is saved, or prevailed over.
    pub provisions: Vec<Cited>,
    /// The roles that have a power.
    pub roles: Vec<u8>,
    /// What they may do.
    pub may: Option<String>,
    /// When it matters.
    pub when: Option<Expr>,
}

/// An open question of law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What it is about.
    pub target: Option<Target>,
    /// The answers.
    pub readings: Vec<Reading>,
    /// The answer that silence picks, by its name, and why.
    pub default: Option<(Named, String)>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Name, label, basis.
    pub header: Header,
    /// Its standing.
    pub status: ReadingStatus,
    /// What it does.
    pub effect: Effect,
    /// Where it says so.
    pub range: TextRange,
}

/// What a reading does to its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Keeps,
    /// The target, and this too.
    Narrows(Expr),
    /// The target, or this.
    Widens(Expr),
    /// This instead.
    Replaces(Box<Asked>),
    /// One exception more.
    AddsException(Named),
    /// Some conditions fewer.
    Drops(Vec<Named>),
}

/// What an item is directed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What.
    pub to: TargetKind,
    /// Its place.
    pub range: TextRange,
}

/// The kinds of target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// All norms whose basis lies in a provision (or a whole act).
    Provision(Citation),
    /// A rule, or an element or `must` of one.
    Rule {
        /// The rule's name.
        name: String,
        /// The element or `must`.
        part: Option<String>,
    },
    /// Nothing that exists; it has a problem of its own.
    Broken,
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Ty,
    /// Its place.
    pub range: TextRange,
}

/// Whose field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The system's.
    Facts,
    /// The conduct's.
    Conduct,
    /// That of a record: the parameter of the definition first, then the
    /// variables of quantifiers from the outside in.
    Variable(u8),
}

/// A field of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRef {
    /// Whose.
    pub base: Base,
    /// Which; empty for the record itself.
    pub path: String,
}

/// A variable that runs over a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The list.
    pub list: FieldRef,
    /// The record that its members are.
    pub record: String,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// Nothing that can be used; it has a problem of its own.
    Broken,
    /// `true` or `false`.
    Known(bool),
    /// A constant.
    Value(Value),
    /// A text.
    Text(String),
    /// A member of an enum, by number.
    Member(u8),
    /// What a slot holds.
    Field(FieldRef),
    /// A definition, for a record or not.
    Call(String, Option<FieldRef>),
    /// The other does not hold.
    Not(Box<Expr>),
    /// All hold.
    All(Vec<Expr>),
    /// At least one holds.
    Any(Vec<Expr>),
    /// A group with lettered points.
    Group(GroupKind, Vec<(String, Expr)>),
    /// Two terms compared.
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// One of these members.
    OneOf(Box<Expr>, Vec<u8>),
    /// A member in a set.
    In(Box<Expr>, Box<Expr>),
    /// An event happened.
    Happened(Box<Expr>),
    /// Two terms reckoned with.
    Arithmetic(ArithmeticOp, Box<Expr>, Box<Expr>),
    /// The body holds of some record.
    Some(Over, Box<Expr>),
    /// The body holds of every record.
    Every(Over, Box<Expr>),
    /// Of how many records the filter holds.
    Count(Over, Option<Box<Expr>>),
    /// The earliest of an event of records.
    Earliest(Over, FieldRef, Option<Box<Expr>>),
    /// The latest of it.
    Latest(Over, FieldRef, Option<Box<Expr>>),
    /// The highest of several.
    Highest(Vec<Expr>),
    /// The lowest of several.
    Lowest(Vec<Expr>),
    /// Conditions with their values, and the value otherwise.
    Case(Vec<(Expr, Expr)>, Box<Expr>),
    /// It holds, and the obligations are not violated.
    Provided(Box<Expr>, Vec<Named>),
}

/// The kinds of group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// At least one point.
    Any,
    /// All points.
    All,
    /// No point.
    None,
}

impl Expr {
    /// The expressions right inside this one.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Broken
            | ExprKind::Known(_)
            | ExprKind::Value(_)
            | ExprKind::Text(_)
            | ExprKind::Member(_)
            | ExprKind::Field(_)
            | ExprKind::Call(..) => Vec::new(),
            ExprKind::Not(one)
            | ExprKind::OneOf(one, _)
            | ExprKind::Happened(one)
            | ExprKind::Some(_, one)
            | ExprKind::Every(_, one)
            | ExprKind::Provided(one, _) => vec![one],
            ExprKind::Compare(_, left, right)
            | ExprKind::In(left, right)
            | ExprKind::Arithmetic(_, left, right) => vec![left, right],
            ExprKind::All(many) | ExprKind::Any(many) | ExprKind::Highest(many) | ExprKind::Lowest(many) => {
                many.iter().collect()
            }
            ExprKind::Group(_, points) => points.iter().map(|(_, expr)| expr).collect(),
            ExprKind::Count(_, filter) | ExprKind::Earliest(_, _, filter) | ExprKind::Latest(_, _, filter) => {
                filter.as_deref().into_iter().collect()
            }
            ExprKind::Case(branches, otherwise) => {
                let branches = branches.iter().flat_map(|(condition, value)| [condition, value]);
                branches.chain([otherwise.as_ref()]).collect()
            }
        }
    }

    /// Calls `visit` for this expression and all within it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    /// The field that it reads itself, and the list that it runs over.
    pub fn reads(&self) -> Vec<&FieldRef> {
        match &self.kind {
            ExprKind::Field(field) => vec![field],
            ExprKind::Call(_, argument) => argument.iter().collect(),
            ExprKind::Some(over, _) | ExprKind::Every(over, _) | ExprKind::Count(over, _) => vec![&over.list],
            ExprKind::Earliest(over, item, _) | ExprKind::Latest(over, item, _) => vec![&over.list, item],
            ExprKind::Broken
            | ExprKind::Known(_)
            | ExprKind::Value(_)
            | ExprKind::Text(_)
            | ExprKind::Member(_)
            | ExprKind::Not(_)
            | ExprKind::All(_)
            | ExprKind::Any(_)
            | ExprKind::Group(..)
            | ExprKind::Compare(..)
            | ExprKind::OneOf(..)
            | ExprKind::In(..)
            | ExprKind::Happened(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Highest(_)
            | ExprKind::Lowest(_)
            | ExprKind::Case(..)
            | ExprKind::Provided(..) => Vec::new(),
        }
    }
}

impl Asked {
    /// Whether it says anything of time.
    pub fn has_limits(&self) -> bool {
        self.standard.is_some() || self.limit.is_some() || self.each_year
    }
}

impl Dates {
    /// The first day on which it is law.
    pub fn law_from(self) -> Option<Day> {
        self.in_force.or(self.applies_from)
    }

    /// The first day on which it is to be applied.
    pub fn applicable_from(self) -> Option<Day> {
        self.applies_from.or(self.in_force)
    }

    /// Whether it is to be applied on a day.
    pub fn apply_on(self, day: Day) -> bool {
        self.applicable_from().is_none_or(|from| from <= day)
            && self.applies_until.is_none_or(|until| day <= until)
    }

    /// The days on which something about it changes.
    pub fn boundaries(self) -> impl Iterator<Item = Day> {
        [self.in_force, self.applies_from, self.applies_until.map(Day::next)].into_iter().flatten()
    }
}

impl Item {
    /// What the item is directed at, if it is of a kind that is.
    pub fn targets(&self) -> &[Target] {
        match &self.body {
            Body::Rule(rule) => &rule.targets,
            Body::Note(note) => &note.targets,
            Body::Sanction { targets, .. } => targets,
            Body::Source { .. }
            | Body::Fields(_)
            | Body::Enum(_)
            | Body::Conduct(_)
            | Body::Constraint(_)
            | Body::Definition(..)
            | Body::Obligation(_)
            | Body::Issue(_) => &[],
        }
    }

    /// Every expression that stands in the item itself.
    pub fn expressions(&self) -> Vec<&Expr> {
        fn of_asked<'a>(asked: &'a Asked, into: &mut Vec<&'a Expr>) {
            into.push(&asked.action);
            into.extend(asked.limit.iter().map(|(_, from)| from));
        }
        let mut found = Vec::new();
        match &self.body {
            Body::Source { .. } | Body::Fields(_) | Body::Enum(_) | Body::Conduct(_) => {}
            Body::Constraint(expr) | Body::Definition(_, expr) => found.push(expr),
            Body::Rule(rule) => {
                found.extend(rule.elements.iter().map(|element| &element.formula));
                found.extend(&rule.in_so_far_as);
            }
            Body::Obligation(obligation) => {
                found.extend(&obligation.when);
                obligation.musts.iter().for_each(|must| of_asked(&must.asked, &mut found));
            }
            Body::Note(note) => found.extend(&note.when),
            Body::Sanction { when, cap, .. } => {
                found.extend(when);
                found.push(cap);
            }
            Body::Issue(issue) => {
                for reading in &issue.readings {
                    match &reading.effect {
                        Effect::Narrows(expr) | Effect::Widens(expr) => found.push(expr),
                        Effect::Replaces(asked) => of_asked(asked, &mut found),
                        Effect::Keeps | Effect::AddsException(_) | Effect::Drops(_) => {}
                    }
                }
            }
        }
        found
    }
}

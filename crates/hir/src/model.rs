//! Items with their names looked up and their types known: what elaboration
//! makes of a tree, and lowering starts from. Ranges count from the item.

mod expr;

use base::{Citation, TextRange};
use ir::{Day, Direction, Duration, ReadingStatus, StandardKind};

use crate::types::Ty;

pub use expr::{Base, Expr, ExprKind, FieldRef, GroupKind, Over};

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
    Conduct {
        /// The names of its kinds.
        kinds: Vec<Named>,
        /// The roles: operators, then authorities.
        roles: Vec<Named>,
        /// Its fields.
        fields: Vec<Field>,
    },
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

    /// The first day on which both apply, if there is one.
    pub fn overlap(self, other: Dates) -> Option<Day> {
        let start = |dates: Dates| dates.applicable_from().unwrap_or(Day(i32::MIN));
        let first = start(self).max(start(other));
        (self.apply_on(first) && other.apply_on(first)).then_some(first)
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
            | Body::Conduct { .. }
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
            Body::Source { .. } | Body::Fields(_) | Body::Enum(_) | Body::Conduct { .. } => {}
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

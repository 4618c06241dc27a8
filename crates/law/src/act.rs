//! An act as a tree: articles, paragraphs, subparagraphs, points, and the
//! periods in which each stands in the law. Counting starts at 1 in names and
//! at 0 in vectors.

use std::borrow::Cow;

use crate::catalogue;
use crate::day::Day;
use crate::format::ActName;
use crate::level::Level;

/// An act whose structure is recorded.
#[derive(Debug)]
pub struct Act {
    pub(crate) celex: &'static str,
    pub(crate) name: ActName,
    pub(crate) in_force: Day,
    pub(crate) changes: Vec<Change>,
    pub(crate) recitals: Option<u32>,
    pub(crate) articles: Vec<Node>,
    pub(crate) annexes: Option<Vec<Node>>,
}

/// An amendment that changed the structure of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day from which the text reads otherwise.
    pub day: Day,
    /// The CELEX number of the amending act.
    pub by: &'static str,
    pub(crate) mark: char,
}

impl Act {
    /// The act with this CELEX number, if its structure is recorded. Read when
    /// first asked for.
    pub fn by_celex(celex: &str) -> Option<&'static Act> {
        catalogue::act(celex)
    }

    /// The CELEX numbers of all acts whose structure is recorded.
    pub fn recorded() -> impl Iterator<Item = &'static str> {
        catalogue::celex_numbers()
    }

    /// The CELEX number.
    pub fn celex(&self) -> &'static str {
        self.celex
    }

    /// How the act is called in citations.
    pub fn name(&self) -> &ActName {
        &self.name
    }

    /// The day on which the act entered into force.
    pub fn in_force(&self) -> Day {
        self.in_force
    }

    /// The amendments that changed its structure, the oldest first.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The number of recitals, if it is recorded. Treaties have none with a
    /// number.
    pub fn recital_count(&self) -> Option<u32> {
        self.recitals
    }
}

/// From when until when something stands in the law. No bound: as long as the
/// act itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub since: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
}

impl Period {
    /// The days in both periods.
    pub fn and(self, other: Period) -> Period {
        let until = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Period { since: self.since.max(other.since), until }
    }

    /// Whether the day lies in it; no day asks for any time.
    pub fn has(self, day: Option<Day>) -> bool {
        day.is_none_or(|day| {
            self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
        })
    }
}

/// An article, annex, paragraph, point or definition.
#[derive(Debug)]
pub(crate) struct Node {
    pub label: Cow<'static, str>,
    pub level: Level,
    pub period: Period,
    /// Whether what stands below is known.
    pub recorded: bool,
    /// Numbered paragraphs, of an article only.
    pub paragraphs: Vec<Node>,
    /// Subparagraphs. Empty: a single one without points, unless there are
    /// numbered paragraphs.
    pub subparagraphs: Vec<Subparagraph>,
    /// The sentences of that single subparagraph.
    pub sentences: Option<Sentences>,
}

/// A part of the text that stands by itself, with the points in it.
#[derive(Debug, Default)]
pub(crate) struct Subparagraph {
    pub period: Period,
    pub sentences: Option<Sentences>,
    pub points: Vec<Node>,
}

/// How many sentences there are; `then` since the text was changed. Those
/// that run through points count once, in the subparagraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentences {
    pub count: u32,
    pub then: Option<(Day, u32)>,
}

impl Sentences {
    /// From when until when there is a sentence of this number.
    pub fn period(self, number: u32) -> Option<Period> {
        let before = number >= 1 && number <= self.count;
        match self.then {
            None => before.then(Period::default),
            Some((day, then)) => match (before, number >= 1 && number <= then) {
                (true, true) => Some(Period::default()),
                (true, false) => Some(Period { since: None, until: Some(day.previous()) }),
                (false, true) => Some(Period { since: Some(day), until: None }),
                (false, false) => None,
            },
        }
    }
}

impl Node {
    /// A node of which nothing below is known yet.
    pub fn new(label: Cow<'static, str>, level: Level) -> Node {
        Node {
            label,
            level,
            period: Period::default(),
            recorded: true,
            paragraphs: Vec::new(),
            subparagraphs: Vec::new(),
            sentences: None,
        }
    }

    /// The numbered paragraphs, or else the points of all subparagraphs, each
    /// with the period of the subparagraph it stands in.
    pub fn children(&self) -> impl Iterator<Item = (&Node, Period)> + Clone {
        let paragraphs = self.paragraphs.iter().map(|node| (node, node.period));
        let points = self.subparagraphs.iter().flat_map(|subparagraph| {
            subparagraph.points.iter().map(|node| (node, node.period.and(subparagraph.period)))
        });
        paragraphs.chain(points)
    }
}

//! Whether a provision exists: ever, or on a day.

use std::borrow::Cow;

use base::{Citation, Part, ProvisionId, Root};

use crate::act::{Act, Period};
use crate::day::Day;
use crate::level::Level;
use crate::walk::{Place, Stop};

/// Whether a provision exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Existence {
    /// It exists on the day asked for; if none was, at some time.
    Yes {
        /// The first day on which it stands in the law. That it applies from
        /// then is not said.
        since: Day,
        /// The last day; `None` for no end.
        until: Option<Day>,
    },
    /// It comes later.
    NotYet {
        /// The first day.
        since: Day,
    },
    /// It has been struck.
    NoLonger {
        /// The last day.
        until: Day,
    },
    /// It never exists.
    No {
        /// The innermost provision on the way that does exist.
        parent: ProvisionId,
        /// The step from there that does not.
        missing: Missing,
        /// What the existing steps are.
        level: Level,
        /// The steps that exist there on the day asked for, in the order of
        /// the law.
        existing: Vec<String>,
    },
    /// A range that ends before it begins, or whose ends stand in different
    /// places.
    Backwards {
        /// The label of the first.
        first: String,
        /// The label of the last.
        last: String,
    },
    /// The structure there is not recorded: nothing can be said.
    Unrecorded,
}

/// A step that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The article, annex or recital.
    Root(Root),
    /// A part of one.
    Part(Part),
}

impl Missing {
    /// The number or label alone: `9`, `1a`.
    pub fn label(&self) -> String {
        match self {
            Missing::Root(Root::Article(number) | Root::Annex(number)) => number.clone(),
            Missing::Root(Root::Recital(number)) => number.to_string(),
            Missing::Root(Root::Act) => String::new(),
            Missing::Part(Part::Bracket(label)) => label.clone(),
            Missing::Part(Part::Subparagraph(number) | Part::Sentence(number)) => number.to_string(),
        }
    }
}

impl Act {
    /// Whether a provision of this act exists on a day, or, without a day, at
    /// any time. Its `source` is not looked at.
    ///
    /// `article 5(1)(h)` and `article 5(1) subparagraph 1 (h)` both exist, and
    /// so does subparagraph 1 of what is not divided. A sentence of a divided
    /// provision is one of its first subparagraph.
    pub fn exists(&self, provision: &ProvisionId, at: Option<Day>) -> Existence {
        let Some(node) = self.node(&provision.root) else { return self.without_node(provision, at) };
        let mut period = node.period;
        let mut place = Place::Node(node);
        for (depth, part) in provision.parts.iter().enumerate() {
            match place.step(part, at) {
                Ok((next, step)) => {
                    place = next;
                    period = period.and(step);
                }
                // Below what is not there on the day nothing is either.
                Err(Stop::Unrecorded) if !period.has(at) => break,
                Err(Stop::Unrecorded) => return Existence::Unrecorded,
                Err(Stop::Missing { level, existing }) => {
                    let day = at.filter(|_| period.has(at));
                    let mut parent = provision.clone();
                    parent.parts.truncate(depth);
                    let missing = Missing::Part(part.clone());
                    return Existence::No { parent, missing, level, existing: labels(existing, day) };
                }
            }
        }
        self.on(period, at)
    }

    /// Whether all that a citation names exists: of a range both ends, in the
    /// order of the law.
    pub fn cites(&self, citation: &Citation, at: Option<Day>) -> Existence {
        let first = self.exists(&citation.provision, at);
        let (Existence::Yes { since, until }, Some(through)) = (&first, &citation.through) else {
            return first;
        };
        let mut last = citation.provision.clone();
        let begin = match last.parts.pop() {
            Some(Part::Bracket(label)) => label,
            part @ (Some(Part::Subparagraph(_) | Part::Sentence(_)) | None) => {
                let first = part.map_or_else(String::new, |part| Missing::Part(part).label());
                return Existence::Backwards { first, last: through.clone() };
            }
        };
        let siblings = self.labels_below(&last, None);
        last.parts.push(Part::Bracket(through.clone()));
        match self.exists(&last, at) {
            Existence::Yes { since: last_since, until: last_until } => {
                let place = |label: &str| siblings.iter().position(|sibling| sibling == label);
                if place(&begin) < place(through) {
                    let period = Period { since: Some(*since), until: *until }
                        .and(Period { since: Some(last_since), until: last_until });
                    self.on(period, None)
                } else {
                    Existence::Backwards { first: begin, last: through.clone() }
                }
            }
            other @ (Existence::NotYet { .. }
            | Existence::NoLonger { .. }
            | Existence::No { .. }
            | Existence::Backwards { .. }
            | Existence::Unrecorded) => other,
        }
    }

    /// The labels one step below a provision, on a day, in the order of the
    /// law.
    pub(crate) fn labels_below(&self, provision: &ProvisionId, at: Option<Day>) -> Vec<String> {
        let nowhere = provision.child(Part::Bracket(String::new()));
        match self.exists(&nowhere, at) {
            Existence::No { existing, .. } => existing,
            Existence::Yes { .. }
            | Existence::NotYet { .. }
            | Existence::NoLonger { .. }
            | Existence::Backwards { .. }
            | Existence::Unrecorded => Vec::new(),
        }
    }

    /// The act itself, a recital, or an article or annex that is not there.
    fn without_node(&self, provision: &ProvisionId, at: Option<Day>) -> Existence {
        let parent = ProvisionId { source: provision.source.clone(), root: Root::Act, parts: Vec::new() };
        let missing = Missing::Root(provision.root.clone());
        let none = |level: Level| {
            let (parent, missing) = (parent.clone(), missing.clone());
            Existence::No { parent, missing, level, existing: self.roots(level, at) }
        };
        match &provision.root {
            Root::Article(_) => none(Level::Article),
            Root::Annex(_) if self.annexes.is_none() => Existence::Unrecorded,
            Root::Annex(_) => none(Level::Annex),
            Root::Act => match provision.parts.first() {
                None => self.on(Period::default(), at),
                Some(part) => {
                    let missing = Missing::Part(part.clone());
                    Existence::No {
                        parent,
                        missing,
                        level: Level::Article,
                        existing: self.roots(Level::Article, at),
                    }
                }
            },
            Root::Recital(number) => match self.recitals {
                None => Existence::Unrecorded,
                Some(count) if (1..=count).contains(number) => match provision.parts.first() {
                    None => self.on(Period::default(), at),
                    // Subparagraphs and sentences of recitals are not recorded.
                    Some(_) => Existence::Unrecorded,
                },
                Some(count) => {
                    let existing = (1..=count).map(|number| number.to_string()).collect();
                    Existence::No { parent, missing, level: Level::Recital, existing }
                }
            },
        }
    }

    /// The numbers of the annexes or else of the articles.
    fn roots(&self, level: Level, at: Option<Day>) -> Vec<String> {
        let nodes =
            if level == Level::Annex { self.annexes.as_deref().unwrap_or_default() } else { &self.articles };
        labels(nodes.iter().map(|node| (Cow::Borrowed(&*node.label), node.period)).collect(), at)
    }

    /// What a period within this act means on a day.
    fn on(&self, period: Period, at: Option<Day>) -> Existence {
        let since = period.since.map_or(self.in_force, |since| since.max(self.in_force));
        match (at, period.until) {
            (Some(day), _) if day < since => Existence::NotYet { since },
            (Some(day), Some(until)) if day > until => Existence::NoLonger { until },
            (Some(_) | None, until) => Existence::Yes { since, until },
        }
    }
}

fn labels(all: Vec<(Cow<'_, str>, Period)>, at: Option<Day>) -> Vec<String> {
    all.into_iter().filter(|(_, period)| period.has(at)).map(|(label, _)| label.into_owned()).collect()
}

#[cfg(test)]
mod tests;

//! The way down from an act to a provision, step by step, with the period in
//! which the provision stands in the law.

use std::borrow::Cow;

use base::{Part, ProvisionId, Root};

use crate::act::{Act, Node, Period, Sentences, Subparagraph};
use crate::day::Day;
use crate::label::is_number;
use crate::level::Level;

/// A place in an act.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Node(&'a Node),
    Subparagraph(&'a Node, usize),
    /// A sentence of a subparagraph.
    Sentence(&'a Node, usize),
}

/// Why there is no way further.
pub(crate) enum Stop<'a> {
    /// What stands there is not recorded.
    Unrecorded,
    /// There is no such step; these there are, of this level.
    Missing { level: Level, existing: Vec<(Cow<'a, str>, Period)> },
}

type Step<'a> = Result<(Place<'a>, Period), Stop<'a>>;

impl Act {
    /// The article or annex with this number. `None` for what has nothing
    /// below it that is known here: the act itself, a recital.
    pub(crate) fn node(&self, root: &Root) -> Option<&Node> {
        let (nodes, number) = match root {
            Root::Article(number) => (&self.articles, number),
            Root::Annex(number) => (self.annexes.as_ref()?, number),
            Root::Act | Root::Recital(_) => return None,
        };
        nodes.iter().find(|node| node.label == number.as_str())
    }

    /// The levels of the parts of a provision, as far as the structure tells;
    /// of a bracket that is missing, the level of what exists beside it.
    pub(crate) fn known_levels(&self, provision: &ProvisionId) -> Vec<Level> {
        let mut levels = Vec::new();
        let Some(node) = self.node(&provision.root) else { return levels };
        let mut place = Place::Node(node);
        for part in &provision.parts {
            match place.step(part, None) {
                Ok((next, _)) => {
                    levels.push(next.level());
                    place = next;
                }
                Err(Stop::Unrecorded) => break,
                Err(Stop::Missing { level, existing }) => {
                    let beside = existing.first().map(|(label, _)| is_number(label));
                    match part {
                        Part::Bracket(label) if beside == Some(is_number(label)) => levels.push(level),
                        Part::Bracket(_) | Part::Subparagraph(_) | Part::Sentence(_) => {}
                    }
                    break;
                }
            }
        }
        levels
    }
}

impl<'a> Place<'a> {
    pub fn level(self) -> Level {
        match self {
            Place::Node(node) => node.level,
            Place::Subparagraph(..) => Level::Subparagraph,
            Place::Sentence(..) => Level::Sentence,
        }
    }

    /// One step down. Where several have the label, the one that stands in the
    /// law on the day goes first.
    pub fn step(self, part: &Part, at: Option<Day>) -> Step<'a> {
        let node = match self {
            Place::Node(node) | Place::Subparagraph(node, _) | Place::Sentence(node, _) => node,
        };
        if !node.recorded {
            return Err(Stop::Unrecorded);
        }
        match (part, self) {
            (Part::Bracket(label), Place::Node(node)) => bracket(node.children(), label, at),
            (Part::Bracket(label), Place::Subparagraph(node, index) | Place::Sentence(node, index)) => {
                bracket(points(node, index), label, at)
            }
            (Part::Subparagraph(number), Place::Node(node)) => subparagraph(node, *number),
            (Part::Sentence(number), Place::Node(node)) => match subparagraph(node, 1) {
                Ok(_) => sentence(node, 0, *number),
                Err(stop) => Err(stop),
            },
            (Part::Sentence(number), Place::Subparagraph(node, index)) => sentence(node, index, *number),
            (Part::Subparagraph(_), Place::Subparagraph(..) | Place::Sentence(..)) => {
                Err(Stop::Missing { level: Level::Subparagraph, existing: Vec::new() })
            }
            (Part::Sentence(_), Place::Sentence(..)) => {
                Err(Stop::Missing { level: Level::Sentence, existing: Vec::new() })
            }
        }
    }
}

fn bracket<'a>(
    children: impl Iterator<Item = (&'a Node, Period)> + Clone,
    label: &str,
    at: Option<Day>,
) -> Step<'a> {
    let named = || children.clone().filter(|(node, _)| node.label == label);
    if let Some((node, period)) = named().find(|(_, period)| period.has(at)).or_else(|| named().next()) {
        return Ok((Place::Node(node), period));
    }
    let level = children.clone().next().map_or(Level::Point, |(node, _)| node.level);
    let mut existing: Vec<(Cow<'a, str>, Period)> = Vec::new();
    for (node, period) in children {
        // Two subparagraphs can have points with the same letters.
        if !existing.iter().any(|(label, _)| *label == node.label) {
            existing.push((Cow::Borrowed(&*node.label), period));
        }
    }
    Err(Stop::Missing { level, existing })
}

fn subparagraph(node: &Node, number: u32) -> Step<'_> {
    if node.subparagraphs.is_empty() && !node.paragraphs.is_empty() {
        let paragraphs = node.paragraphs.iter();
        let existing = paragraphs.map(|node| (Cow::Borrowed(&*node.label), node.period)).collect();
        return Err(Stop::Missing { level: Level::Paragraph, existing });
    }
    let count = node.subparagraphs.len().max(1);
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let period = |index: usize| node.subparagraphs.get(index).map_or(Period::default(), |it| it.period);
    match index.filter(|&index| index < count) {
        Some(index) => Ok((Place::Subparagraph(node, index), period(index))),
        None => {
            let existing =
                (0..count).map(|index| (Cow::Owned((index + 1).to_string()), period(index))).collect();
            Err(Stop::Missing { level: Level::Subparagraph, existing })
        }
    }
}

fn sentence(node: &Node, index: usize, number: u32) -> Step<'_> {
    let counted = match node.subparagraphs.get(index) {
        Some(subparagraph) => subparagraph.sentences,
        None => node.sentences,
    };
    let Some(sentences) = counted else { return Err(Stop::Unrecorded) };
    match sentences.period(number) {
        Some(period) => Ok((Place::Sentence(node, index), period)),
        None => Err(Stop::Missing { level: Level::Sentence, existing: all_sentences(sentences) }),
    }
}

fn all_sentences(sentences: Sentences) -> Vec<(Cow<'static, str>, Period)> {
    (1..)
        .map_while(|number| sentences.period(number).map(|period| (Cow::Owned(number.to_string()), period)))
        .collect()
}

fn points(node: &Node, index: usize) -> impl Iterator<Item = (&Node, Period)> + Clone {
    let subparagraph: Option<&Subparagraph> = node.subparagraphs.get(index);
    subparagraph.into_iter().flat_map(|it| it.points.iter().map(|point| (point, point.period)))
}

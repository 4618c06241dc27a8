//! The names of provisions: `ai_act article 5(1)(h)(i)`.
//!
//! A name says where in an act a provision stands, not whether it exists:
//! that is known to the structure of the act.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A provision of a source. Written, and serialised, as lawyers cite it:
/// `gdpr article 9`, `ai_act article 5(3) subparagraph 2 sentence 3`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProvisionId {
    /// The name that the package gives the act: `ai_act`.
    pub source: String,
    /// The article, annex or recital.
    pub root: Root,
    /// The way down from there.
    pub parts: Vec<Part>,
}

/// What a citation begins with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Root {
    /// The act as a whole.
    Act,
    /// An article by its number, a letter included: `5`, `4a`.
    Article(String),
    /// An annex by its number in capitals: `II`.
    Annex(String),
    /// A recital of the preamble.
    Recital(u32),
}

/// One step down from an article or annex.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A paragraph, point or numbered definition, as it stands between
    /// brackets: `1a`, `h`, `iii`, `39`.
    Bracket(String),
    /// A subparagraph, from 1.
    Subparagraph(u32),
    /// A sentence, from 1.
    Sentence(u32),
}

/// What a rule cites: a provision, or several that follow each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// The provision, or the first of them.
    pub provision: ProvisionId,
    /// The bracket of the last: `6` in `article 5(2) to (6)`.
    pub through: Option<String>,
}

/// Why a text is not a citation in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationError;

impl ProvisionId {
    /// The provision with one step more.
    pub fn child(&self, part: Part) -> ProvisionId {
        let mut child = self.clone();
        child.parts.push(part);
        child
    }

    /// The provision that this one is a part of; `None` for a whole act.
    pub fn parent(&self) -> Option<ProvisionId> {
        let mut parent = self.clone();
        if parent.parts.pop().is_none() {
            if parent.root == Root::Act {
                return None;
            }
            parent.root = Root::Act;
        }
        Some(parent)
    }

    /// Whether `other` is this provision or lies in it.
    pub fn contains(&self, other: &ProvisionId) -> bool {
        self.source == other.source
            && (self.root == Root::Act || (self.root == other.root && other.parts.starts_with(&self.parts)))
    }

    /// The citation without its source: `article 5(1)(c)`.
    pub fn place(&self) -> impl fmt::Display + '_ {
        Place(self)
    }
}

impl Citation {
    /// The citation of one provision.
    pub fn one(provision: ProvisionId) -> Citation {
        Citation { provision, through: None }
    }
}

struct Place<'a>(&'a ProvisionId);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.root {
            Root::Act => return Ok(()),
            Root::Article(number) => write!(f, "article {number}")?,
            Root::Annex(number) => write!(f, "annex {number}")?,
            Root::Recital(number) => write!(f, "recital {number}")?,
        }
        for part in &self.0.parts {
            match part {
                Part::Bracket(text) => write!(f, "({text})")?,
                Part::Subparagraph(number) => write!(f, " subparagraph {number}")?,
                Part::Sentence(number) => write!(f, " sentence {number}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for ProvisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        match self.root {
            Root::Act => Ok(()),
            Root::Article(_) | Root::Annex(_) | Root::Recital(_) => write!(f, " {}", Place(self)),
        }
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.provision.fmt(f)?;
        match &self.through {
            Some(last) => write!(f, " to ({last})"),
            None => Ok(()),
        }
    }
}

impl FromStr for Citation {
    type Err = CitationError;

    /// Reads the canonical form, source included.
    fn from_str(text: &str) -> Result<Citation, CitationError> {
        let spaced = text.replace('(', " (");
        let mut words = spaced.split_whitespace().peekable();
        let source = words.next().ok_or(CitationError)?.to_owned();
        let root = match (words.next(), words.next()) {
            (None, _) => Root::Act,
            (Some("article"), Some(number)) => Root::Article(number.to_owned()),
            (Some("annex"), Some(number)) => Root::Annex(number.to_owned()),
            (Some("recital"), Some(number)) => Root::Recital(number.parse().map_err(|_| CitationError)?),
            _ => return Err(CitationError),
        };
        let mut parts = Vec::new();
        let mut through = None;
        while let Some(word) = words.next() {
            let mut number = || words.next()?.parse().ok();
            match word {
                "subparagraph" => parts.push(Part::Subparagraph(number().ok_or(CitationError)?)),
                "sentence" => parts.push(Part::Sentence(number().ok_or(CitationError)?)),
                "to" => through = Some(bracket(words.next().unwrap_or(""))?),
                _ => parts.push(Part::Bracket(bracket(word)?)),
            }
        }
        Ok(Citation { provision: ProvisionId { source, root, parts }, through })
    }
}

fn bracket(word: &str) -> Result<String, CitationError> {
    let inner = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.map(str::to_owned).ok_or(CitationError)
}

impl FromStr for ProvisionId {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<ProvisionId, CitationError> {
        match text.parse()? {
            Citation { provision, through: None } => Ok(provision),
            Citation { through: Some(_), .. } => Err(CitationError),
        }
    }
}

macro_rules! serialise_as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(|_| D::Error::custom("not a citation"))
            }
        }
    )*};
}

serialise_as_text!(ProvisionId, Citation);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_form_reads_back_as_itself() {
        for text in [
            "ai_act",
            "ai_act article 5(1)(h)(i)",
            "ai_act article 5(3) subparagraph 2 sentence 3",
            "ai_act article 5(2) to (6)",
            "ai_act annex II",
            "omnibus recital 12",
        ] {
            assert_eq!(text.parse::<Citation>().map(|c| c.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_not_a_citation_is_refused() {
        for text in ["", "ai_act article", "ai_act chapter 5", "ai_act article 5(1", "ai_act recital x"] {
            assert_eq!(text.parse::<Citation>(), Err(CitationError), "{text}");
        }
    }

    #[test]
    fn a_provision_contains_its_parts_only() {
        let id = |text: &str| text.parse::<ProvisionId>().unwrap();
        assert!(id("ai_act article 5(1)").contains(&id("ai_act article 5(1)(c)")));
        assert!(id("ai_act").contains(&id("ai_act article 5(1)")));
        assert!(!id("ai_act article 5(1)").contains(&id("ai_act article 5(1a)")));
        assert!(!id("ai_act article 5").contains(&id("gdpr article 5")));
    }
}

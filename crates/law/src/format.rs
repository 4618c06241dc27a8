//! Citations in words, the way lawyers of the language write them. The only
//! place that does.

mod en;
mod nl;

use base::{Citation, Lang, Part, Root};

use crate::act::Act;
use crate::level::{Level, levels};

pub(crate) use en::label as label_en;
pub(crate) use nl::label as label_nl;

/// How a citation names the act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// Not at all, because the act is clear: "Article 5(1)(c)".
    #[default]
    Own,
    /// In full: "Article 9 of Regulation (EU) 2016/679".
    Full,
    /// By its short name: "Article 9 GDPR". Without one, in full.
    Short,
}

/// What an act is called, per language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActName {
    /// In English.
    pub en: Name,
    /// In Dutch.
    pub nl: Name,
}

/// What an act is called in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The number or title as it stands after "of" or "van":
    /// "Regulation (EU) 2016/679", "het Verdrag betreffende …".
    pub full: String,
    /// The short name: "GDPR", "AVG".
    pub short: Option<String>,
}

impl ActName {
    /// The name of an act by its number or title as written in English. The
    /// words that official numbers are made of are translated: "Regulation
    /// (EU) No 182/2011" is "Verordening (EU) nr. 182/2011".
    pub fn from_number(number: &str) -> ActName {
        let name = |full: String| Name { full, short: None };
        ActName { en: name(number.to_owned()), nl: name(nl::act_number(number)) }
    }

    /// The name in a language.
    pub fn of(&self, lang: Lang) -> &Name {
        match lang {
            Lang::En => &self.en,
            Lang::Nl => &self.nl,
        }
    }
}

/// A citation in words. `act` tells paragraphs from points and definitions;
/// without it, or where its structure is not recorded, digits are a paragraph
/// and letters a point. `name` is how the act is called.
pub fn cite(citation: &Citation, act: Option<&Act>, name: &ActName, lang: Lang, style: Style) -> String {
    let Name { full, short } = name.of(lang);
    let provision = &citation.provision;
    let act_name = match style {
        Style::Own | Style::Full => full,
        Style::Short => short.as_ref().unwrap_or(full),
    };
    if provision.root == Root::Act {
        return act_name.clone();
    }
    let levels = levels(act, provision);
    let step = |(part, &level)| Step { part, level, through: None };
    let mut steps: Vec<Step<'_>> = provision.parts.iter().zip(&levels).map(step).collect();
    if let Some(last) = steps.last_mut() {
        last.through = citation.through.as_deref();
    }
    let place = match lang {
        Lang::En => en::place(&provision.root, &steps),
        Lang::Nl => nl::place(&provision.root, &steps),
    };
    let of = match lang {
        Lang::En => "of",
        Lang::Nl => "van",
    };
    // "artikel 16, lid 2, VWEU", but "artikel 16 VWEU".
    let comma = if place.contains(',') { "," } else { "" };
    match (style, short) {
        (Style::Own, _) => place,
        (Style::Short, Some(short)) => format!("{place}{comma} {short}"),
        (Style::Short, None) | (Style::Full, _) => format!("{place}{comma} {of} {full}"),
    }
}

/// One part of a citation, and the end of the range if it is one.
struct Step<'a> {
    part: &'a Part,
    level: Level,
    through: Option<&'a str>,
}

#[cfg(test)]
mod tests;

//! The acts whose structure is recorded, each read from its data file when
//! first asked for.

use std::sync::OnceLock;

use crate::act::Act;
use crate::data::{self, DataError};
use crate::format::{ActName, Name};

/// A full name, and a short one if there is one in use.
type Called = (&'static str, Option<&'static str>);

struct Entry {
    celex: &'static str,
    aliases: &'static [&'static str],
    en: Called,
    nl: Called,
    text: &'static str,
    act: OnceLock<Option<Act>>,
}

macro_rules! entry {
    ($celex:literal $aliases:expr, $file:literal, $en:expr, $nl:expr) => {
        Entry {
            celex: $celex,
            aliases: &$aliases,
            en: $en,
            nl: $nl,
            text: include_str!(concat!("../data/", $file, ".law")),
            act: OnceLock::new(),
        }
    };
}

static ENTRIES: [Entry; 8] = [
    entry!(
        "32024R1689"["02024R1689"],
        "32024R1689",
        ("Regulation (EU) 2024/1689", Some("AI Act")),
        ("Verordening (EU) 2024/1689", Some("AI-verordening"))
    ),
    entry!(
        "32026R1744" [], "32026R1744",
        ("Regulation (EU) 2026/1744", None),
        ("Verordening (EU) 2026/1744", None)
    ),
    entry!(
        "32016R0679"["02016R0679"],
        "32016R0679",
        ("Regulation (EU) 2016/679", Some("GDPR")),
        ("Verordening (EU) 2016/679", Some("AVG"))
    ),
    entry!(
        "32016L0680"["02016L0680"],
        "32016L0680",
        ("Directive (EU) 2016/680", Some("LED")),
        ("Richtlijn (EU) 2016/680", None)
    ),
    entry!(
        "32011L0093"["02011L0093"],
        "32011L0093",
        ("Directive 2011/93/EU", None),
        ("Richtlijn 2011/93/EU", None)
    ),
    entry!(
        "12016E" ["12016E/TXT", "12012E/TXT"], "12016E",
        ("the Treaty on the Functioning of the European Union", Some("TFEU")),
        ("het Verdrag betreffende de werking van de Europese Unie", Some("VWEU"))
    ),
    entry!(
        "12016E/PRO/21"["12016M/PRO/21"],
        "12016E-PRO-21",
        ("Protocol No 21", None),
        ("Protocol nr. 21", None)
    ),
    entry!(
        "12016E/PRO/22"["12016M/PRO/22"],
        "12016E-PRO-22",
        ("Protocol No 22", None),
        ("Protocol nr. 22", None)
    ),
];

/// The act of a CELEX number: of the act as published, or of its consolidated
/// version with or without a date (`02024R1689-20260727`).
pub(crate) fn act(celex: &str) -> Option<&'static Act> {
    let number = match celex.split_once('-') {
        Some((number, _)) if number.starts_with('0') => number,
        Some(_) | None => celex,
    };
    let entry = ENTRIES.iter().find(|entry| entry.celex == number || entry.aliases.contains(&number))?;
    entry.act.get_or_init(|| entry.read().ok()).as_ref()
}

impl Entry {
    fn read(&self) -> Result<Act, DataError> {
        let name = |(full, short): Called| Name { full: full.to_owned(), short: short.map(String::from) };
        data::read(self.celex, ActName { en: name(self.en), nl: name(self.nl) }, self.text)
    }
}

pub(crate) fn celex_numbers() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().map(|entry| entry.celex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_reads_without_error() {
        for entry in &ENTRIES {
            if let Err(error) = entry.read() {
                panic!("{}: line {}: {}", entry.celex, error.line, error.what);
            }
        }
    }

    #[test]
    fn a_consolidated_version_is_the_act_itself() {
        for celex in ["32024R1689", "02024R1689", "02024R1689-20260727"] {
            assert_eq!(act(celex).map(Act::celex), Some("32024R1689"), "{celex}");
        }
        assert_eq!(act("12016E/TXT").map(Act::celex), Some("12016E"));
        assert!(act("32019R1020").is_none());
    }
}

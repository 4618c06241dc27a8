//! `policy.toml`: what a package says of itself.

use std::collections::BTreeMap;

use base::{Lang, TextRange, TextSize};
use ir::{Day, Zone};
use problem::{FactsProblem, NameKind, NameProblem, Problem};
use serde::Deserialize;
use toml::Spanned;

/// A manifest that was read. What is missing has its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The package's name.
    pub name: String,
    /// The bytes of the name.
    pub name_range: TextRange,
    /// Its version.
    pub version: String,
    /// The source of citations without a name in front; none where the only
    /// source is meant.
    pub source: Option<Placed<String>>,
    /// The languages; the first is that of the `.pol` files.
    pub languages: Vec<Lang>,
    /// The IANA name of the time zone.
    pub time_zone: String,
    /// Public holidays.
    pub holidays: Vec<Day>,
    /// Profiles: the readings that each picks, by issue.
    pub profiles: Vec<ManifestProfile>,
    /// Packages that this one depends on: name and folder.
    pub dependencies: Vec<(String, Placed<String>)>,
}

/// A named pick of readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManifestProfile {
    /// Its name.
    pub name: String,
    /// Issue and reading, each with its place.
    pub picks: Vec<(Placed<String>, Placed<String>)>,
}

/// A value with its place in the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// The bytes of it.
    pub range: TextRange,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    policy: PolicyTable,
    #[serde(default)]
    profiles: BTreeMap<String, BTreeMap<Spanned<String>, Spanned<String>>>,
    #[serde(default)]
    dependencies: BTreeMap<String, Dependency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyTable {
    name: Spanned<String>,
    version: String,
    source: Option<Spanned<String>>,
    #[serde(default)]
    languages: Vec<Spanned<String>>,
    time_zone: Option<Spanned<String>>,
    #[serde(default)]
    holidays: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dependency {
    path: Spanned<String>,
}

impl Manifest {
    /// Reads a manifest. With a problem in it, the rest of it still counts.
    pub fn read(text: &str) -> (Manifest, Vec<Problem>) {
        match toml::from_str::<File>(text) {
            Ok(file) => Manifest::resolve(file),
            Err(error) => {
                let range = error.span().map_or_else(TextRange::default, text_range);
                let detail = error.message().lines().collect::<Vec<_>>().join("; ");
                (Manifest::unnamed(), vec![Problem::new(FactsProblem::Manifest { detail }, range)])
            }
        }
    }

    fn unnamed() -> Manifest {
        Manifest {
            name: "unnamed".into(),
            name_range: TextRange::default(),
            version: "0.0.0".into(),
            source: None,
            languages: vec![Lang::En],
            time_zone: "UTC".into(),
            holidays: Vec::new(),
            profiles: Vec::new(),
            dependencies: Vec::new(),
        }
    }

    fn resolve(file: File) -> (Manifest, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut complain = |detail: String, range: TextRange| {
            problems.push(Problem::new(FactsProblem::Manifest { detail }, range));
        };
        let File { policy, profiles, dependencies } = file;
        if policy.name.get_ref().is_empty() {
            complain("`name` is empty".into(), text_range(policy.name.span()));
        }
        let mut languages = Vec::new();
        for language in policy.languages {
            match language.get_ref().parse() {
                Ok(lang) if languages.contains(&lang) => {
                    complain(format!("language `{lang}` stands twice"), text_range(language.span()));
                }
                Ok(lang) => languages.push(lang),
                Err(()) => complain(
                    format!("language `{}` is not one of `en`, `nl`", language.get_ref()),
                    text_range(language.span()),
                ),
            }
        }
        if languages.is_empty() {
            languages.push(Lang::En);
        }
        let time_zone = policy.time_zone.map_or("UTC".into(), |zone| {
            if Zone::named(zone.get_ref()).is_none() {
                let detail =
                    format!("`{}` is not the name of a time zone, such as `Europe/Brussels`", zone.get_ref());
                complain(detail, text_range(zone.span()));
                return "UTC".into();
            }
            zone.into_inner()
        });
        let mut holidays = Vec::new();
        for holiday in policy.holidays {
            match holiday.get_ref().parse() {
                Ok(day) => holidays.push(day),
                Err(_) => {
                    complain(format!("`{}` is not a date", holiday.get_ref()), text_range(holiday.span()));
                }
            }
        }
        holidays.sort_unstable();
        let profiles = profiles.into_iter().map(|(name, picks)| ManifestProfile {
            name,
            picks: picks.into_iter().map(|(issue, reading)| (placed(issue), placed(reading))).collect(),
        });
        let dependencies = dependencies.into_iter().map(|(name, found)| (name, placed(found.path)));
        let manifest = Manifest {
            name_range: text_range(policy.name.span()),
            name: policy.name.into_inner(),
            version: policy.version,
            source: policy.source.map(placed),
            languages,
            time_zone,
            holidays,
            profiles: profiles.collect(),
            dependencies: dependencies.collect(),
        };
        (manifest, problems)
    }

    /// The problem of a name in the manifest that nothing has.
    pub fn unknown<'n>(
        kind: NameKind,
        name: &Placed<String>,
        known: impl Iterator<Item = &'n String>,
    ) -> Problem {
        let suggestion = crate::names::nearest(&name.value, known.map(String::as_str));
        Problem::new(NameProblem::Unknown { kind, name: name.value.clone(), suggestion }, name.range)
    }
}

fn placed(value: Spanned<String>) -> Placed<String> {
    let range = text_range(value.span());
    Placed { value: value.into_inner(), range }
}

fn text_range(span: std::ops::Range<usize>) -> TextRange {
    let at = |offset: usize| TextSize::new(u32::try_from(offset).unwrap_or(u32::MAX));
    TextRange::new(at(span.start), at(span.end.max(span.start)))
}

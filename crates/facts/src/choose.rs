//! Which reading of each open question of law applies.

use ir::{Pick, PickSource, Program};
use problem::{FactsProblem, Located, NameKind};

use crate::report::nowhere;
use crate::suggest::nearest;

/// The picks of a run, by issue: by default, then what the facts pick, then
/// the profile, then the flags (issue and reading); a later one wins.
pub fn choose(
    program: &Program,
    from_facts: &[Option<u8>],
    profile: Option<&str>,
    flags: &[(String, String)],
) -> Result<Vec<Option<Pick>>, Vec<Located>> {
    let mut problems = Vec::new();
    let by_silence = program
        .issues
        .iter()
        .map(|issue| issue.default.as_ref().map(|&(reading, _)| Pick { reading, from: PickSource::Default }));
    let mut picks: Vec<Option<Pick>> = by_silence.collect();
    for (pick, given) in picks.iter_mut().zip(from_facts) {
        if let Some(reading) = *given {
            *pick = Some(Pick { reading, from: PickSource::Facts });
        }
    }
    if let Some(name) = profile {
        match program.profiles.iter().find(|profile| profile.name == name) {
            Some(profile) => {
                for &(issue, reading) in &profile.picks {
                    if let Some(pick) = picks.get_mut(usize::from(issue.0)) {
                        *pick = Some(Pick { reading, from: PickSource::Profile });
                    }
                }
            }
            None => {
                let names = program.profiles.iter().map(|profile| profile.name.as_str());
                problems.push(unknown(NameKind::Profile, name, names));
            }
        }
    }
    for (name, reading) in flags {
        let Some(at) = program.issues.iter().position(|issue| issue.name == *name) else {
            let names = program.issues.iter().map(|issue| issue.name.as_str());
            problems.push(unknown(NameKind::Issue, name, names));
            continue;
        };
        let names = || program.issues[at].readings.iter().map(|reading| reading.name.as_str());
        match names().position(|name| name == reading) {
            Some(number) => picks[at] = Some(Pick { reading: number as u8, from: PickSource::Flag }),
            None => problems.push(unknown(NameKind::Reading, reading, names())),
        }
    }
    if problems.is_empty() { Ok(picks) } else { Err(problems) }
}

fn unknown<'n>(kind: NameKind, name: &str, names: impl Iterator<Item = &'n str>) -> Located {
    let suggestion = nearest(name, names).map(str::to_owned);
    nowhere(FactsProblem::UnknownChoice { kind, name: name.to_owned(), suggestion })
}

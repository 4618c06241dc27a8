//! From a citation to the problem with it.

use base::Citation;
use problem::NameProblem;

use crate::act::Act;
use crate::day::Day;
use crate::existence::{Existence, Missing};

/// The problem with a citation of this act in a rule that holds from a day,
/// or, without a day, at any time. `None` if there is none, or if the
/// structure there is not recorded.
pub fn check(act: &Act, citation: &Citation, at: Option<Day>) -> Option<NameProblem> {
    let written = citation.to_string();
    match act.cites(citation, at) {
        Existence::Yes { .. } | Existence::Unrecorded => None,
        Existence::NotYet { since } => {
            let at = at.unwrap_or(since).to_string();
            Some(NameProblem::ProvisionNotYet { citation: written, from: since.to_string(), at })
        }
        Existence::No { parent, missing, level: _, existing } => {
            let (parent, missing) = (parent.to_string(), missing.label());
            Some(NameProblem::UnknownProvision { citation: written, parent, missing, existing })
        }
        Existence::NoLonger { .. } => Some(struck(act, citation, at)),
        Existence::Backwards { last, .. } => {
            let mut parent = citation.provision.clone();
            parent.parts.pop();
            let parent = parent.to_string();
            Some(NameProblem::UnknownProvision {
                citation: written,
                parent,
                missing: last,
                existing: Vec::new(),
            })
        }
    }
}

/// What has been struck is unknown; beside it stands what is left.
fn struck(act: &Act, citation: &Citation, at: Option<Day>) -> NameProblem {
    let mut parent = citation.provision.clone();
    let mut missing = Missing::Root(parent.root.clone());
    while let Some(part) = parent.parts.pop() {
        missing = Missing::Part(part);
        if let Existence::Yes { .. } = act.exists(&parent, at) {
            break;
        }
    }
    let existing = act.labels_below(&parent, at);
    let (citation, parent) = (citation.to_string(), parent.to_string());
    NameProblem::UnknownProvision { citation, parent, missing: missing.label(), existing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_exist_says_what_there_is() {
        let act = Act::by_celex("32024R1689").unwrap();
        let citation = "ai_act article 5(9)".parse().unwrap();
        let expected = NameProblem::UnknownProvision {
            citation: "ai_act article 5(9)".into(),
            parent: "ai_act article 5".into(),
            missing: "9".into(),
            existing: ["1", "2", "3", "4", "5", "6", "7", "8"].map(String::from).into(),
        };
        assert_eq!(check(act, &citation, Day::new(2025, 3, 1)), Some(expected));
    }

    #[test]
    fn what_comes_later_says_when() {
        let act = Act::by_celex("32024R1689").unwrap();
        let citation = "ai_act article 5(1)(ba)".parse().unwrap();
        let expected = NameProblem::ProvisionNotYet {
            citation: "ai_act article 5(1)(ba)".into(),
            from: "2026-07-27".into(),
            at: "2025-03-01".into(),
        };
        assert_eq!(check(act, &citation, Day::new(2025, 3, 1)), Some(expected));
        assert_eq!(check(act, &citation, Day::new(2026, 12, 2)), None);
    }

    #[test]
    fn what_has_been_struck_says_what_is_left() {
        let act = Act::by_celex("32024R1689").unwrap();
        let citation = "ai_act article 10(5)(a)".parse().unwrap();
        let expected = NameProblem::UnknownProvision {
            citation: "ai_act article 10(5)(a)".into(),
            parent: "ai_act article 10".into(),
            missing: "5".into(),
            existing: ["1", "2", "3", "4", "6"].map(String::from).into(),
        };
        assert_eq!(check(act, &citation, Day::new(2026, 12, 2)), Some(expected));
    }
}

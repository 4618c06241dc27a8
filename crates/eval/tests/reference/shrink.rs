//! Makes a question on which a property fails smaller, piece by piece, as
//! long as the property still fails.

use ir::{Completeness, Program, State, Value};

use crate::compare::Question;

/// The smallest question found that still fails, and how it fails.
pub fn shrink(
    mut question: Question,
    mut what: String,
    property: &dyn Fn(&Question) -> Result<(), String>,
) -> (Question, String) {
    loop {
        let mut smaller = false;
        for at in 0.. {
            let Some(candidate) = edit(&question, at) else { break };
            if candidate == question {
                continue;
            }
            if let Err(failure) = property(&candidate) {
                (question, what, smaller) = (candidate, failure, true);
            }
        }
        if !smaller {
            return (question, what);
        }
    }
}

/// The question with its edit number `at`; none where there are no more.
fn edit(question: &Question, at: usize) -> Option<Question> {
    let mut edited = question.clone();
    let Some(at) = remove_part(&mut edited.program, at) else { return Some(edited) };
    if at < edited.settings.picks.len() {
        edited.settings.picks[at] = None;
        return Some(edited);
    }
    let at = at - edited.settings.picks.len();
    if at < edited.facts.conduct.len() {
        edited.facts.conduct.remove(at);
        return Some(edited);
    }
    let at = at - edited.facts.conduct.len();
    if at == 0 {
        edited.facts.completeness = Completeness::Complete;
        return Some(edited);
    }
    let at = at - 1;
    *edited.facts.values.get_mut(at)? = Value::Unknown;
    Some(edited)
}

/// Removes something from the program; what is left of `at` where it is
/// beyond the program's parts.
fn remove_part(program: &mut Program, at: usize) -> Option<usize> {
    let mut left = at;
    let mut here = |count: usize| {
        let found = (left < count).then_some(left);
        left = left.wrapping_sub(count);
        found
    };
    let count = program.prohibitions.len();
    if let Some(at) = here(if count > 1 { count } else { 0 }) {
        program.prohibitions.remove(at);
        return None;
    }
    for version in program.prohibitions.iter_mut().flat_map(|norm| &mut norm.versions.0) {
        let Some(body) = &mut version.body else { continue };
        if here(1).is_some() {
            version.body = None;
            version.state = State::NotYetApplicable;
            return None;
        }
        if let Some(at) = here(body.gates.len()) {
            body.gates.remove(at);
            return None;
        }
        if let Some(at) = here(body.exceptions.len()) {
            body.exceptions.remove(at);
            return None;
        }
        if let Some(at) = here(body.elements.len()) {
            body.elements.remove(at);
            return None;
        }
    }
    for version in program.obligations.iter_mut().flat_map(|norm| &mut norm.versions.0) {
        let Some(duty) = &mut version.body else { continue };
        if here(1).is_some() {
            version.body = None;
            version.state = State::NotYetApplicable;
            return None;
        }
        if let Some(at) = here(duty.gates.len()) {
            duty.gates.remove(at);
            return None;
        }
        if let Some(at) = here(duty.exceptions.len()) {
            duty.exceptions.remove(at);
            return None;
        }
        if let Some(at) = here(duty.musts.len()) {
            duty.musts.remove(at);
            return None;
        }
    }
    Some(left)
}

//! That `needs` never names too little.

use eval::{Evaluator, NeedKind, NormFinding, Outcome};

use crate::compare::{Question, prohibited, real};
use crate::fill::Filler;
use crate::print;

/// Whether the need for a list stands for what is asked of its records.
const LENIENT: bool = true;

/// Between two ways to fill in what is open, one prohibited and one not, lies
/// a change of one slot, list or issue that turns the case; it is in `needs`.
pub fn needs_suffice(question: &Question, times: usize) -> Result<(), String> {
    let evaluator = Evaluator::new(&question.program);
    let derivation = evaluator.derive(&question.facts, &question.settings);
    let undetermined = |norm: &NormFinding| norm.outcome == Outcome::Undetermined;
    if !derivation.prohibitions.iter().any(undetermined) {
        return Ok(());
    }
    let mut filler = Filler::new(question.seed, &question.program, &question.settings, 0);
    let open: Vec<_> = filler.open(&question.facts).into_iter().filter(|open| !open.dates).collect();
    for _ in 0..times {
        let (mut facts, mut settings) = filler.complete(&question.facts, &question.settings);
        let mut before = real(question, &facts, &settings);
        // Slots and issues in random order, each changed to another value.
        for _ in 0..open.len() + question.settings.picks.len() {
            let (other, other_settings) = filler.complete(&question.facts, &question.settings);
            let at = filler.rng.below(open.len() + settings.picks.len());
            let (name, value_at) = match open.get(at) {
                Some(slot) => {
                    let known = question.facts.values.len() as u32;
                    filler.take(&mut facts, &other, slot, known);
                    (slot.path.clone(), Some(slot.at))
                }
                None => {
                    let issue = at - open.len();
                    if question.settings.picks[issue].is_some() {
                        continue;
                    }
                    settings.picks[issue] = other_settings.picks[issue];
                    (question.program.issues[issue].name.clone(), None)
                }
            };
            let after = real(question, &facts, &settings);
            let cases =
                derivation.prohibitions.iter().zip(before.prohibitions.iter().zip(&after.prohibitions));
            for (finding, (before, after)) in cases {
                for (finding, (before, after)) in finding.cases.iter().zip(before.1.iter().zip(&after.1)) {
                    let turned = prohibited(before.outcome).zip(prohibited(after.outcome));
                    let any_list = finding.needs.iter().any(|need| need.kind == NeedKind::List);
                    let needed = (LENIENT && any_list)
                        || finding.needs.iter().any(|need| match value_at {
                            Some(at) => need.fact.as_ref().is_some_and(|fact| fact.value_at == at),
                            None => need.kind == NeedKind::Reading && need.name == name,
                        });
                    if finding.outcome == Outcome::Undetermined
                        && turned.is_some_and(|(before, after)| before != after)
                        && !needed
                    {
                        let needs: Vec<&String> = finding.needs.iter().map(|need| &need.name).collect();
                        return Err(format!(
                            "{name} turns a case, and is not in its needs {needs:?}\n{before:?}\n{after:?}\n{}",
                            print::facts(&question.program, &facts, &settings)
                        ));
                    }
                }
            }
            before = after;
        }
    }
    Ok(())
}

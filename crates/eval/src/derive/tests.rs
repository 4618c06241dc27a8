//! Whole answers, from facts to findings.

mod cases;
mod duties;
mod exactness;
mod needs;
mod since;

use ir::{Facts, Program, Settings};

use crate::sample::assessed;
use crate::{CaseFinding, Decisions, Derivation, Evaluator, FactRef, Need};

const AS_OF: &str = "2026-12-31T12:00Z";

/// The answer, after checking that deciding gives the same.
fn derived(program: &Program, facts: &Facts, settings: &Settings) -> Derivation {
    let evaluator = Evaluator::new(program);
    let derivation = evaluator.derive(facts, settings);
    let mut decisions = Decisions::default();
    for _ in 0..2 {
        evaluator.decide(facts, settings, &mut decisions);
        let decided: Vec<_> = decisions.cases.iter().map(|case| case.outcome).collect();
        let cases = derivation.prohibitions.iter().flat_map(|norm| &norm.cases);
        assert_eq!(decided, cases.map(|case| case.outcome).collect::<Vec<_>>());
        let decided: Vec<_> = decisions.musts.clone();
        let cases = derivation.obligations.iter().flat_map(|norm| &norm.cases);
        let musts = cases.flat_map(|case| &case.musts);
        assert_eq!(decided, musts.map(|must| must.status).collect::<Vec<_>>());
    }
    derivation
}

/// The only case of the only prohibition.
fn only_case(program: &Program, facts: &Facts) -> CaseFinding {
    let mut derivation = derived(program, facts, &assessed(program, AS_OF));
    assert_eq!(derivation.prohibitions[0].cases.len(), 1);
    derivation.prohibitions.remove(0).cases.remove(0)
}

fn named(needs: &[Need]) -> Vec<String> {
    needs.iter().map(|need| format!("{} {}", need.kind.name(), need.name)).collect()
}

fn paths(facts: &[FactRef]) -> Vec<&str> {
    facts.iter().map(|fact| fact.path.as_str()).collect()
}

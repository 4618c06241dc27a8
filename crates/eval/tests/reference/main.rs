//! The real evaluator against a naive one.

mod cases;
mod compare;
mod duties;
mod fill;
mod generate;
mod naive;
mod needs;
mod norms;
mod print;
mod program;
mod random;
mod shrink;
mod tables;
mod times;

use compare::Question;

/// Asks as many random questions, or as many as `POLICYC_CASES` says.
fn check(usual: u64, property: impl Fn(&Question) -> Result<(), String>) {
    #[allow(clippy::disallowed_methods, reason = "long runs")]
    let cases: u64 = std::env::var("POLICYC_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    for seed in 0..cases {
        let question = Question::new(seed, (seed % 6) as usize);
        if let Err(what) = property(&question) {
            let (question, what) = shrink::shrink(question, what, &property);
            panic!("seed {seed}\n{}\n{what}", question.text());
        }
    }
}

#[test]
fn naive_monotone() {
    check(1_000, |question| compare::monotone(question, &|facts, settings| question.naive(facts, settings)));
}

#[test]
fn naive_settled() {
    check(500, |q| compare::settled_is_settled(q, &|facts, settings| q.naive(facts, settings), 5));
}

/// The random questions reach every outcome and every status of a duty.
#[test]
fn questions_are_varied() {
    let mut outcomes = [0; 6];
    let mut duties = [0; 5];
    for seed in 0..3_000 {
        let question = Question::new(seed, (seed % 6) as usize);
        let answer = question.naive(&question.facts, &question.settings);
        for case in answer.prohibitions.iter().flat_map(|norm| &norm.1) {
            outcomes[case.outcome as usize] += 1;
        }
        for must in answer.obligations.iter().flat_map(|norm| &norm.1).flat_map(|case| &case.musts) {
            duties[must.status as usize] += 1;
        }
    }
    assert!(outcomes.iter().all(|&count| count > 30), "{outcomes:?} {duties:?}");
    assert!(duties.iter().all(|&count| count > 30), "{outcomes:?} {duties:?}");
    println!("{outcomes:?} {duties:?}");
}

#[test]
fn both_decide_the_same() {
    check(3_000, compare::same_decisions);
}

#[test]
fn both_derive_the_same() {
    check(3_000, compare::same_derivation);
}

#[test]
fn decide_and_derive_say_the_same() {
    check(3_000, compare::decide_is_derive);
}

#[test]
fn real_monotone() {
    check(3_000, |question| {
        compare::monotone(question, &|facts, settings| compare::real(question, facts, settings))
    });
}

#[test]
fn real_settled() {
    check(1_000, |q| compare::settled_is_settled(q, &|facts, settings| compare::real(q, facts, settings), 5));
}

#[test]
fn needs_suffice() {
    check(1_000, |question| needs::needs_suffice(question, 2));
}

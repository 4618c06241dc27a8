//! How long deciding takes: eight prohibitions of the size of those in
//! Article 5 of the AI Act, on one conduct.

use divan::{Bencher, black_box};
use eval::{Decisions, Evaluator};
use ir::{Conduct, Facts, Program, SlotRef, Subject, Type, Value};

#[allow(dead_code, missing_docs)]
#[path = "../src/sample/mod.rs"]
mod sample;

use sample::{PLACING, Sample, USE, add_conduct, assessed, day, element, exception, facts, prohibits, time};

/// Shows that deciding allocates nothing.
#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Eight prohibitions, each on placing on the market and use, with four
/// elements of seven nodes, and an exception.
fn article_5() -> Program {
    let mut sample = Sample::new();
    let ai_system = sample.fact("ai_system", Type::Judgement);
    for number in 0..8 {
        let mut fact = |name: &str| {
            let slot = sample.fact(&format!("p{number}.{name}"), Type::Bool);
            sample.test(slot)
        };
        let [scoring, unfavourable, unjustified, medical, lawful] =
            ["scoring", "unfavourable", "unjustified", "medical", "lawful"].map(&mut fact);
        let system = sample.test(ai_system);
        let kind = sample.kind_in(&[PLACING, USE]);
        let treatment = sample.any(&[unfavourable, unjustified]);
        let excepted = sample.all(&[medical, lawful]);
        let elements = vec![
            element("conduct", kind),
            element("ai_system", system),
            element("scoring", scoring),
            element("treatment", treatment),
        ];
        let body = prohibits(elements, vec![exception("medical", excepted)]);
        sample.prohibit(&format!("p{number}"), Subject::Conduct, body);
    }
    sample.finish()
}

/// Facts with every `nth` fact unknown, and conduct in use.
fn system(program: &Program, every: usize, number: usize) -> Facts {
    let mut facts = facts(program);
    let width = program.schema.layouts[0].fields.len();
    for slot in 0..width {
        if every == 0 || slot % every != 0 {
            facts.values[slot] = Value::Bool(slot % 5 != 4);
        }
    }
    for _ in 0..number {
        add_conduct(&mut facts, program, USE, time("2026-12-02T08:40Z"));
    }
    facts
}

fn run(bencher: Bencher<'_, '_>, program: &Program, facts: &Facts) {
    let evaluator = Evaluator::new(program);
    let settings = assessed(program, "2026-12-31T12:00Z");
    let mut decisions = Decisions::default();
    bencher.bench_local(|| {
        evaluator.decide(black_box(facts), &settings, &mut decisions);
        decisions.outcome
    });
}

#[divan::bench(args = [0, 3, 1])]
fn one_conduct(bencher: Bencher<'_, '_>, unknown_every: usize) {
    let program = article_5();
    run(bencher, &program, &system(&program, unknown_every, 1));
}

#[divan::bench(args = [10, 100])]
fn conducts(bencher: Bencher<'_, '_>, number: usize) {
    let program = article_5();
    run(bencher, &program, &system(&program, 3, number));
}

#[divan::bench]
fn with_reasons(bencher: Bencher<'_, '_>) {
    let program = article_5();
    let facts = system(&program, 3, 1);
    let evaluator = Evaluator::new(&program);
    let settings = assessed(&program, "2026-12-31T12:00Z");
    bencher.bench_local(|| evaluator.derive(black_box(&facts), &settings));
}

/// A date from the program against a time from the facts: no time zone is
/// asked.
#[divan::bench]
fn dates(bencher: Bencher<'_, '_>) {
    let mut sample = Sample::new();
    let from = sample.read(SlotRef { frame: 1, slot: Conduct::FROM });
    let start = sample.literal(Value::Day(day("2026-12-02")));
    let late = sample.compare(ir::CompareOp::AtLeast, from, start);
    let body = prohibits(vec![element("late", late)], Vec::new());
    sample.prohibit("p", Subject::Conduct, body);
    let program = sample.finish();
    run(bencher, &program, &system(&program, 1, 1));
}

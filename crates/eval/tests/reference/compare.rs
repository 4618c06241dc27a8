//! What the naive evaluator and the real one must have in common.

use eval::{ConductRef, Decisions, DutyStatus, Evaluator, Outcome};
use ir::{Facts, Program, Settings, Status};

use crate::cases::{Decided, DutyDecided, Rule};
use crate::fill::Filler;
use crate::generate::{self, Rng};
use crate::naive::Naive;
use crate::{norms, print};

/// What both answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub prohibitions: Vec<(Outcome, Vec<Decided>)>,
    pub obligations: Vec<(DutyStatus, Vec<DutyDecided>)>,
}

/// A random question.
#[derive(Clone)]
pub struct Question {
    pub seed: u64,
    pub program: Program,
    pub facts: Facts,
    pub settings: Settings,
}

impl Question {
    pub fn new(seed: u64, size: usize) -> Question {
        let program = generate::program(seed, size);
        let mut rng = Rng(seed ^ 0xfac7);
        let settings = norms::settings(&mut rng, &program);
        let unknown = rng.pick(&[20, 40, 40, 60, 90]);
        let facts = Filler::new(rng.next(), &program, &settings, unknown).facts(size);
        Question { seed, program, facts, settings }
    }

    pub fn text(&self) -> String {
        print::program(&self.program) + &print::facts(&self.program, &self.facts, &self.settings)
    }

    pub fn naive(&self, facts: &Facts, settings: &Settings) -> Answer {
        let naive = Naive::new(&self.program, facts, settings);
        Answer { prohibitions: naive.prohibitions(), obligations: naive.obligations() }
    }
}

impl PartialEq for Question {
    fn eq(&self, other: &Question) -> bool {
        let parts = |one: &Question| (one.program.clone(), one.settings.clone());
        let facts =
            |one: &Question| (one.facts.values.clone(), one.facts.conduct.clone(), one.facts.completeness);
        parts(self) == parts(other) && facts(self) == facts(other)
    }
}

/// What [`Evaluator::decide`] says of one prohibition or duty in one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Short {
    norm: String,
    conduct: ConductRef,
    version: usize,
    /// The outcome and the elements, or the `must`s.
    what: String,
}

/// The answer of [`Evaluator::decide`], case by case.
pub fn decided(question: &Question) -> Vec<Short> {
    let mut decisions = Decisions::default();
    Evaluator::new(&question.program).decide(&question.facts, &question.settings, &mut decisions);
    let mut all = Vec::new();
    for case in &decisions.cases {
        let elements = decisions.elements_of(case).iter().zip(0u16..);
        let elements: Vec<_> =
            elements.filter_map(|(status, at)| status.map(|status| (at, status))).collect();
        let norm = format!("norm{}", case.prohibition);
        let what = format!("{:?} {elements:?}", case.outcome);
        all.push(Short { norm, conduct: case.conduct, version: usize::from(case.version), what });
    }
    for case in &decisions.duties {
        let norm = format!("duty{}", case.obligation);
        let what = format!("{:?}", decisions.musts_of(case));
        all.push(Short { norm, conduct: case.conduct, version: usize::from(case.version), what });
    }
    for (at, outcome) in decisions.prohibitions.iter().enumerate() {
        all.push(overall(format!("norm{at}"), format!("{outcome:?}")));
    }
    for (at, status) in decisions.obligations.iter().enumerate() {
        all.push(overall(format!("duty{at}"), format!("{status:?}")));
    }
    all
}

fn overall(norm: String, what: String) -> Short {
    Short { norm, conduct: ConductRef::System, version: 0, what }
}

/// The same of another answer.
pub fn in_short(answer: &Answer) -> Vec<Short> {
    let mut all = Vec::new();
    for (at, (_, cases)) in answer.prohibitions.iter().enumerate() {
        for case in cases {
            let what = format!("{:?} {:?}", case.outcome, case.elements);
            all.push(Short { norm: format!("norm{at}"), conduct: case.conduct, version: case.version, what });
        }
    }
    for (at, (_, cases)) in answer.obligations.iter().enumerate() {
        for case in cases {
            let what = format!("{:?}", case.musts.iter().map(|must| must.status).collect::<Vec<_>>());
            all.push(Short { norm: format!("duty{at}"), conduct: case.conduct, version: case.version, what });
        }
    }
    for (at, (outcome, _)) in answer.prohibitions.iter().enumerate() {
        all.push(overall(format!("norm{at}"), format!("{outcome:?}")));
    }
    for (at, (status, _)) in answer.obligations.iter().enumerate() {
        all.push(overall(format!("duty{at}"), format!("{status:?}")));
    }
    all
}

/// Both decide the same.
pub fn same_decisions(question: &Question) -> Result<(), String> {
    let naive = in_short(&question.naive(&question.facts, &question.settings));
    let real = decided(question);
    if naive.len() != real.len() {
        return Err(format!("other cases:\nnaive {naive:#?}\nreal {real:#?}"));
    }
    for (naive, real) in naive.iter().zip(&real) {
        if naive != real {
            return Err(format!("naive {naive:?}\nreal  {real:?}"));
        }
    }
    Ok(())
}

pub type Answering<'a> = &'a dyn Fn(&Facts, &Settings) -> Answer;

fn settled(before: Status, after: Status) -> bool {
    before == Status::Unknown || before == after
}

fn elements_settled(before: &[(u16, Status)], after: &[(u16, Status)]) -> bool {
    let find = |index: u16| after.iter().find(|element| element.0 == index);
    before.iter().all(|&(index, status)| find(index).is_none_or(|found| settled(status, found.1)))
}

fn rules_settled(before: &[Rule], after: &[Rule]) -> bool {
    before.iter().zip(after).all(|(before, after)| {
        settled(before.status, after.status)
            && elements_settled(&before.elements, &after.elements)
            && rules_settled(&before.exceptions, &after.exceptions)
    })
}

/// Whether prohibited, where settled.
fn prohibited(outcome: Outcome) -> Option<bool> {
    (outcome != Outcome::Undetermined).then_some(outcome == Outcome::Prohibited)
}

/// Filling in open facts turned nothing round.
pub fn nothing_turned(before: &Answer, after: &Answer) -> Result<(), String> {
    let norms = before.prohibitions.iter().zip(&after.prohibitions);
    for (norm, ((_, before), (_, after))) in norms.enumerate() {
        for case in before {
            let same = |other: &&Decided| (other.conduct, other.version) == (case.conduct, case.version);
            let Some(other) = after.iter().find(same) else { continue };
            let outcome_turned =
                prohibited(case.outcome).is_some_and(|was| prohibited(other.outcome) != Some(was));
            if outcome_turned
                || !elements_settled(&case.elements, &other.elements)
                || !rules_settled(&case.exceptions, &other.exceptions)
            {
                return Err(format!("norm{norm} turned:\n  {case:?}\n  {other:?}"));
            }
        }
    }
    let duties = before.obligations.iter().zip(&after.obligations);
    for (norm, ((_, before), (_, after))) in duties.enumerate() {
        for case in before {
            let same = |other: &&DutyDecided| (other.conduct, other.version) == (case.conduct, case.version);
            let Some(other) = after.iter().find(same) else { continue };
            for (must, other) in case.musts.iter().zip(&other.musts) {
                let open = matches!(must.status, DutyStatus::Undetermined | DutyStatus::Pending);
                if !open && must.status != other.status {
                    return Err(format!("duty{norm} turned: {must:?} {other:?}"));
                }
            }
        }
    }
    Ok(())
}

/// Filling in one open slot turns nothing round.
pub fn monotone(question: &Question, answer: Answering<'_>) -> Result<(), String> {
    let before = answer(&question.facts, &question.settings);
    let mut filler = Filler::new(question.seed, &question.program, &question.settings, 40);
    let open = filler.open(&question.facts);
    let may_change = |open: &&crate::fill::Open| !open.dates || open.path.ends_with(".kind");
    let open: Vec<_> = open.iter().filter(may_change).collect();
    for _ in 0..3 {
        if open.is_empty() {
            return Ok(());
        }
        let slot = open[filler.rng.below(open.len())];
        let mut facts = question.facts.clone();
        filler.fill(&mut facts, slot);
        let after = answer(&facts, &question.settings);
        nothing_turned(&before, &after).map_err(|what| {
            let to = print::facts(&question.program, &facts, &question.settings);
            format!("filling in {}: {what}\nto\n{to}", slot.path)
        })?;
    }
    Ok(())
}

/// Nothing that is settled comes out otherwise once all is known.
pub fn settled_is_settled(question: &Question, answer: Answering<'_>, times: usize) -> Result<(), String> {
    let before = answer(&question.facts, &question.settings);
    let mut filler = Filler::new(question.seed, &question.program, &question.settings, 0);
    for _ in 0..times {
        let (facts, settings) = filler.complete(&question.facts, &question.settings);
        nothing_turned(&before, &answer(&facts, &settings)).map_err(|what| {
            format!("completed: {what}\nto\n{}", print::facts(&question.program, &facts, &settings))
        })?;
    }
    Ok(())
}

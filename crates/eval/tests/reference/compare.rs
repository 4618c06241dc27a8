//! What the naive evaluator and the real one must have in common.

use eval::{
    CaseFinding, ConductRef, Decisions, Derivation, DutyCase, DutyStatus, ElementFinding, Evaluator,
    ExceptionFinding, MustFinding, Outcome,
};
use ir::{Facts, Program, Settings, Status};

use crate::cases::{Decided, DutyDecided, MustDecided, Rule};
use crate::fill::Filler;
use crate::naive::Naive;
use crate::random::Rng;
use crate::{print, program};

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
        let program = program::program(seed, size);
        let mut rng = Rng(seed ^ 0xfac7);
        let settings = program::settings(&mut rng, &program);
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

fn rule(finding: &ExceptionFinding) -> Rule {
    let elements = |all: &[ElementFinding]| all.iter().map(|one| (one.index, one.status)).collect::<Vec<_>>();
    Rule {
        status: finding.status,
        elements: elements(&finding.elements),
        extent: finding.in_so_far_as.as_ref().map(|extent| extent.status),
        conditions: finding
            .conditions
            .iter()
            .map(|group| (group.status, elements(&group.elements)))
            .collect(),
        exceptions: finding.exceptions.iter().map(rule).collect(),
    }
}

/// The answer of [`Evaluator::derive`], without its reasons.
pub fn derived(derivation: &Derivation) -> Answer {
    let case = |case: &CaseFinding| Decided {
        conduct: case.conduct,
        version: usize::from(case.version),
        outcome: case.outcome,
        excluded_by: case.excluded_by.clone(),
        gates: case.gates.iter().map(rule).collect(),
        elements: case.elements.iter().map(|element| (element.index, element.status)).collect(),
        exceptions: case.exceptions.iter().map(rule).collect(),
    };
    let must = |must: &MustFinding| MustDecided {
        status: must.status,
        due: must.due.filter(|_| must.status == DutyStatus::Pending),
    };
    let duty = |duty: &DutyCase| DutyDecided {
        conduct: duty.conduct,
        version: usize::from(duty.version),
        excluded_by: duty.excluded_by.clone(),
        musts: duty.musts.iter().map(must).collect(),
    };
    let (norms, duties) = (&derivation.prohibitions, &derivation.obligations);
    Answer {
        prohibitions: norms
            .iter()
            .map(|norm| (norm.outcome, norm.cases.iter().map(case).collect()))
            .collect(),
        obligations: duties.iter().map(|norm| (norm.status, norm.cases.iter().map(duty).collect())).collect(),
    }
}

/// What the real evaluator derives.
pub fn real(question: &Question, facts: &Facts, settings: &Settings) -> Answer {
    derived(&Evaluator::new(&question.program).derive(facts, settings))
}

/// Both derive the same.
pub fn same_derivation(question: &Question) -> Result<(), String> {
    let naive = question.naive(&question.facts, &question.settings);
    let real = real(question, &question.facts, &question.settings);
    for (at, (naive, real)) in naive.prohibitions.iter().zip(&real.prohibitions).enumerate() {
        differ(&format!("norm{at}"), &naive.1, &real.1)?;
        differ(&format!("norm{at}"), &[naive.0], &[real.0])?;
    }
    for (at, (naive, real)) in naive.obligations.iter().zip(&real.obligations).enumerate() {
        differ(&format!("duty{at}"), &naive.1, &real.1)?;
        differ(&format!("duty{at}"), &[naive.0], &[real.0])?;
    }
    since(question)
}

/// A case that is prohibited since some moment would not be prohibited if all
/// duties counted as kept.
fn since(question: &Question) -> Result<(), String> {
    let mut naive = Naive::new(&question.program, &question.facts, &question.settings);
    naive.all_kept = true;
    let otherwise = naive.prohibitions();
    let derivation = Evaluator::new(&question.program).derive(&question.facts, &question.settings);
    for (norm, otherwise) in derivation.prohibitions.iter().zip(&otherwise) {
        for (case, otherwise) in norm.cases.iter().zip(&otherwise.1) {
            let turned = case.outcome == Outcome::Prohibited && otherwise.outcome != Outcome::Prohibited;
            if case.since.is_some() && !turned {
                return Err(format!("since {:?} in {:?} {:?}", case.since, case.conduct, case.outcome));
            }
        }
    }
    Ok(())
}

fn differ<T: PartialEq + std::fmt::Debug>(norm: &str, naive: &[T], real: &[T]) -> Result<(), String> {
    let place = (0..naive.len().max(real.len())).find(|&at| naive.get(at) != real.get(at));
    place.map_or(Ok(()), |at| Err(format!("{norm}\nnaive {:?}\nreal  {:?}", naive.get(at), real.get(at))))
}

/// `decide` and `derive` say the same.
pub fn decide_is_derive(question: &Question) -> Result<(), String> {
    let derived = in_short(&real(question, &question.facts, &question.settings));
    differ("decide and derive", &derived, &decided(question))
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
pub fn prohibited(outcome: Outcome) -> Option<bool> {
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

//! The way in: a program made ready to be evaluated on many facts.

use ir::{Facts, Program, Settings, Status, Subject};

use crate::boundaries::Boundaries;
use crate::calendar::Calendar;
use crate::cases::Case;
use crate::decide::decide;
use crate::decisions::Decisions;
use crate::derivation::{ConductRef, Derivation, FactRef};
use crate::derive::Deriver;
use crate::paths::Rows;
use crate::reads::Reads;
use crate::scope::Scope;

/// A program made ready: its time zone resolved, its periods as instants.
#[derive(Clone, Debug)]
pub struct Evaluator<'p> {
    program: &'p Program,
    calendar: Calendar,
    boundaries: Boundaries,
    reads: Reads,
}

/// A constraint that the facts break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its place in [`ir::Program::constraints`].
    pub constraint: u16,
    /// The conduct that breaks it.
    pub conduct: ConductRef,
    /// The facts that break it.
    pub because: Vec<FactRef>,
}

impl<'p> Evaluator<'p> {
    /// Makes a program ready. A time zone that is not known is taken as UTC;
    /// the compiler refuses it before.
    pub fn new(program: &'p Program) -> Evaluator<'p> {
        let calendar = Calendar::new(program);
        let boundaries = Boundaries::new(program, &calendar);
        let reads = Reads::new(program);
        Evaluator { program, calendar, boundaries, reads }
    }

    /// The constraints that the facts surely break: those on the system, and
    /// those on conduct for each conduct that is listed.
    pub fn broken_constraints(&self, facts: &Facts, settings: &Settings) -> Vec<Broken> {
        let mut scope = self.scope(facts, settings);
        let rows = Rows::new(&self.program.schema, facts);
        let mut broken = Vec::new();
        for (number, constraint) in self.program.constraints.iter().enumerate() {
            let mut look = |case: Case| {
                scope.enter_case(case);
                if scope.formula(constraint.formula) == Status::NotMet {
                    let because = rows.facts(scope.because(constraint.formula).slots(), facts);
                    broken.push(Broken { constraint: number as u16, conduct: case.conduct, because });
                }
            };
            let system = Case::of_system(&self.program.schema, settings);
            match constraint.subject {
                Subject::System => look(system),
                Subject::Conduct => {
                    for (number, &row) in facts.conduct.iter().enumerate() {
                        look(Case { conduct: ConductRef::Listed(number as u32), row, ..system });
                    }
                }
            }
        }
        broken
    }

    /// The outcome of every norm in every case, without reasons. Allocates
    /// nothing once the buffers of `out` have grown.
    pub fn decide(&self, facts: &Facts, settings: &Settings, out: &mut Decisions) {
        decide(&mut self.scope(facts, settings), out);
    }

    /// The outcome of every norm in every case, with reasons.
    pub fn derive(&self, facts: &Facts, settings: &Settings) -> Derivation {
        Deriver::new(&self.reads, self.scope(facts, settings)).derive()
    }

    pub(crate) fn scope<'a>(&'a self, facts: &'a Facts, settings: &'a Settings) -> Scope<'a> {
        Scope::new(self.program, &self.calendar, &self.boundaries, facts, settings)
    }
}

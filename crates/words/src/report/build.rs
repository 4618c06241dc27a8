//! From the evaluator's numbers to names: a report is built here.

use base::Lang;
use eval::Derivation;
use ir::{Facts, Localised, Program, Settings, Zone};
use problem::Located;

use super::fact::Provenance;
use super::selection::Selection;
use super::summary::Summary;
use super::{AsOfReport, EvalReport, HashedPolicy, PickReport};
use crate::citing::Voice;
use crate::problems::problem_json;
use crate::source::Files;

/// All that a report is made of.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The version of the engine.
    pub engine: &'a str,
    /// The policy.
    pub program: &'a Program,
    /// The facts.
    pub facts: &'a Facts,
    /// What the input says beside a value, by its place in [`Facts::values`].
    pub provenance: &'a dyn Fn(u32) -> Option<Provenance>,
    /// The moment of assessment and the readings picked.
    pub settings: &'a Settings,
    /// What the evaluator derived.
    pub derivation: &'a Derivation,
    /// Warnings about the facts.
    pub problems: &'a [Located],
    /// Of what to report, and for whom it counts.
    pub selection: &'a Selection,
    /// The files of policy and facts.
    pub files: &'a Files<'a>,
    /// The language, and how it cites.
    pub voice: Voice<'a>,
}

/// The report on an answer.
pub fn build(answer: &Answer<'_>) -> EvalReport {
    let program = answer.program;
    let zone = Zone::named(&program.policy.time_zone).unwrap_or(Zone::UTC);
    let builder = Builder { answer: *answer, zone };
    let outcomes = builder.norms();
    let obligations = builder.obligations();
    EvalReport {
        schema: EvalReport::SCHEMA,
        engine: answer.engine.to_owned(),
        policy: HashedPolicy {
            name: program.policy.name.clone(),
            version: program.policy.version.clone(),
            hash: program.policy.hash.clone(),
        },
        as_of: AsOfReport {
            instant: builder.zone.format(answer.settings.as_of.instant),
            from: answer.settings.as_of.from,
        },
        readings: builder.readings(),
        language: answer.voice.lang,
        summary: Summary::new(&outcomes, &obligations),
        outcomes,
        obligations,
        problems: answer.problems.iter().map(|it| problem_json(it, answer.files, answer.voice)).collect(),
        questions: program.issues.iter().map(|issue| builder.text(&issue.label, &issue.name)).collect(),
        roles: builder.roles(),
        time_zone: program.policy.time_zone.clone(),
    }
}

/// What all parts of a report are built with.
pub(super) struct Builder<'a> {
    pub(super) answer: Answer<'a>,
    pub(super) zone: Zone,
}

impl<'a> Builder<'a> {
    pub(super) fn program(&self) -> &'a Program {
        self.answer.program
    }

    pub(super) fn lang(&self) -> Lang {
        self.answer.voice.lang
    }

    /// A text in the language of the report, or else the name.
    pub(super) fn text(&self, text: &Localised, name: &str) -> String {
        text.in_lang(self.lang()).unwrap_or(name).to_owned()
    }

    pub(super) fn optional(&self, text: &Localised) -> Option<String> {
        text.in_lang(self.lang()).map(str::to_owned)
    }

    /// The roles selected, where those are not the operators.
    fn roles(&self) -> Vec<String> {
        let schema = &self.program().schema;
        let selected = self.answer.selection.roles;
        if selected == schema.conduct.operators {
            return Vec::new();
        }
        let names = &schema.enum_type(schema.conduct.roles).members;
        selected.iter().filter_map(|role| names.get(usize::from(role)).cloned()).collect()
    }

    fn readings(&self) -> Vec<(String, Option<PickReport>)> {
        let issues = self.program().issues.iter().enumerate();
        let pick = |(number, issue): (usize, &ir::Issue)| {
            let pick = self.answer.settings.picks.get(number).copied().flatten();
            let report = pick.and_then(|pick| {
                let reading = issue.readings.get(usize::from(pick.reading))?.name.clone();
                Some(PickReport { reading, from: pick.from })
            });
            (issue.name.clone(), report)
        };
        issues.map(pick).collect()
    }
}

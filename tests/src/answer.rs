//! Facts decided against a program, as names and words that lines of a suite
//! can be compared with.

use std::collections::BTreeMap;

use eval::{
    CaseFinding, ConductRef, Derivation, DutyCase, ElementFinding, Evaluator, ExceptionFinding, Need,
    SanctionFinding,
};
use facts::{Decoder, Format, Input, Options};
use ir::{Bounds, Conduct, Direction, Element, Exception, Facts, Period, Program, Settings, Value, Zone};
use problem::{FactsProblem, Located, Problem};

use crate::markdown::Fence;

/// What the facts give for each norm.
pub struct Answer {
    /// The norms: prohibitions, then obligations.
    pub norms: Vec<Norm>,
    /// The package's time zone.
    pub zone: Zone,
}

/// A norm with its cases.
pub struct Norm {
    /// Its name.
    pub name: String,
    /// Its outcome or status, the worst of its cases.
    pub status: &'static str,
    /// The cases.
    pub cases: Vec<Case>,
    /// The notes printed with it.
    pub notes: Vec<String>,
}

/// A norm for one conduct in one period.
#[derive(Default)]
pub struct Case {
    /// The conduct by id, else `[index]`; `system`, `hypothetical`.
    pub conduct: String,
    /// The period of the law.
    pub law: Period,
    /// The outcome or status.
    pub status: &'static str,
    /// Whether it is said to be exact.
    pub exact: bool,
    /// Why nothing was decided: a state, a scope or an exclusion.
    pub stopped_by: Option<String>,
    /// The exceptions that apply.
    pub excepted_by: Vec<String>,
    /// Elements, points, exceptions, conditions and gates: each by name, with
    /// its status.
    pub parts: BTreeMap<String, &'static str>,
    /// The elements that no longer matter.
    pub immaterial: Vec<String>,
    /// What would settle it.
    pub needs: Vec<String>,
    /// Since when.
    pub since: Option<Bounds>,
    /// The sanctions, each with its cap or why there is none.
    pub sanctions: Vec<(String, String)>,
    /// The interpretive rules that hold, by direction.
    pub arguments: Vec<(&'static str, String, &'static str)>,
    /// The assumed facts it rests on.
    pub assumed: Vec<String>,
    /// What a duty asks, one by one.
    pub musts: BTreeMap<String, Must>,
}

/// How a `must` stands.
pub struct Must {
    /// The status.
    pub status: &'static str,
    /// When it is due.
    pub due: Option<Bounds>,
    /// Whether the text sets no limit.
    pub no_limit: bool,
    /// What would settle it.
    pub needs: Vec<String>,
}

/// What stands beside the facts.
#[derive(Default)]
pub struct Flags {
    /// The moment of assessment.
    pub as_of: Option<facts::GivenTime>,
    /// The readings picked.
    pub readings: Vec<(String, String)>,
    /// The profile.
    pub profile: Option<String>,
    /// Whether silence fills nothing in.
    pub no_assumptions: bool,
}

/// Decides facts. Warnings about the facts come with the answer.
///
/// # Errors
/// The problems of the facts.
pub fn answer(
    program: &Program,
    fences: &[Fence],
    flags: &Flags,
) -> Result<(Answer, Vec<Located>), Vec<Located>> {
    let input = |fence: &'_ Fence| -> Format {
        if fence.words.iter().any(|word| word == "json") { Format::Json } else { Format::Yaml }
    };
    let inputs: Vec<Input<'_>> =
        fences.iter().map(|fence| Input { name: "facts", format: input(fence), text: &fence.text }).collect();
    let options =
        Options { as_of: flags.as_of, clock: None, assumptions: !flags.no_assumptions, warnings: true };
    let mut facts = Facts::empty(&program.schema, &program.texts);
    let decoded = Decoder::new(program).decode(&inputs, &options, &mut facts)?;
    let picks = facts::choose(program, &decoded.picks, flags.profile.as_deref(), &flags.readings)?;
    let settings = Settings { as_of: decoded.as_of, picks };
    let evaluator = Evaluator::new(program);
    let broken = evaluator.broken_constraints(&facts, &settings);
    if !broken.is_empty() {
        return Err(broken.iter().map(|broken| explain(program, &facts, broken)).collect());
    }
    let derivation = evaluator.derive(&facts, &settings);
    let reader = Reader { program, facts: &facts };
    let zone = Zone::named(&program.policy.time_zone).unwrap_or(Zone::UTC);
    Ok((Answer { norms: reader.norms(&derivation), zone }, decoded.warnings))
}

fn explain(program: &Program, facts: &Facts, broken: &eval::Broken) -> Located {
    let kind = FactsProblem::Constraint {
        name: program.constraints[usize::from(broken.constraint)].name.clone(),
        conduct: Some(Reader { program, facts }.conduct(broken.conduct)),
        facts: broken.because.iter().map(|fact| fact.path.clone()).collect(),
    };
    Located { file: None, pointer: None, problem: Problem::new(kind, base::TextRange::default()) }
}

/// Looks names up.
struct Reader<'a> {
    program: &'a Program,
    facts: &'a Facts,
}

impl Reader<'_> {
    fn norms(&self, derivation: &Derivation) -> Vec<Norm> {
        let notes = |notes: &[u16]| {
            notes.iter().map(|at| self.program.notes[usize::from(*at)].name.clone()).collect()
        };
        let prohibitions = self.program.prohibitions.iter().zip(&derivation.prohibitions);
        let prohibitions = prohibitions.map(|(norm, finding)| Norm {
            name: norm.name.clone(),
            status: finding.outcome.name(),
            cases: finding.cases.iter().map(|case| self.prohibition(norm, case)).collect(),
            notes: notes(&finding.notes),
        });
        let obligations = self.program.obligations.iter().zip(&derivation.obligations);
        let obligations = obligations.map(|(norm, finding)| Norm {
            name: norm.name.clone(),
            status: finding.status.name(),
            cases: finding.cases.iter().map(|case| self.obligation(norm, case)).collect(),
            notes: notes(&finding.notes),
        });
        prohibitions.chain(obligations).collect()
    }

    fn prohibition(&self, norm: &ir::Prohibition, finding: &CaseFinding) -> Case {
        let mut case = Case {
            conduct: self.conduct(finding.conduct),
            law: finding.law,
            status: finding.outcome.name(),
            exact: finding.exact,
            stopped_by: stopped_by(finding.state, finding.excluded_by.as_ref()),
            needs: needs(&finding.needs),
            since: finding.since,
            sanctions: self.sanctions(&finding.sanctions),
            assumed: finding.assumed.iter().map(|fact| fact.path.clone()).collect(),
            ..Case::default()
        };
        if let Some(body) = &norm.versions.0[usize::from(finding.version)].body {
            elements("", &body.elements, &finding.elements, &mut case);
            for (gate, finding) in body.gates.iter().zip(&finding.gates) {
                exception("", &gate.rule, finding, &mut case);
            }
            for (rule, finding) in body.exceptions.iter().zip(&finding.exceptions) {
                exception("", rule, finding, &mut case);
                if finding.status == ir::Status::Met {
                    case.excepted_by.push(rule.name.clone());
                }
            }
            case.arguments = arguments(&body.arguments, &finding.arguments);
        }
        case
    }

    fn obligation(&self, norm: &ir::Obligation, finding: &DutyCase) -> Case {
        let mut case = Case {
            conduct: self.conduct(finding.conduct),
            law: finding.law,
            status: finding.status.name(),
            exact: finding.exact,
            stopped_by: stopped_by(finding.state, finding.excluded_by.as_ref()),
            sanctions: self.sanctions(&finding.sanctions),
            assumed: finding.assumed.iter().map(|fact| fact.path.clone()).collect(),
            ..Case::default()
        };
        case.parts.insert("when".into(), finding.when.status.name());
        if let Some(body) = &norm.versions.0[usize::from(finding.version)].body {
            for (gate, finding) in body.gates.iter().zip(&finding.gates) {
                exception("", &gate.rule, finding, &mut case);
            }
            for (rule, finding) in body.exceptions.iter().zip(&finding.exceptions) {
                exception("", rule, finding, &mut case);
                if finding.status == ir::Status::Met {
                    case.excepted_by.push(rule.name.clone());
                }
            }
            case.arguments = arguments(&body.arguments, &finding.arguments);
            for finding in &finding.musts {
                let must = Must {
                    status: finding.status.name(),
                    due: finding.due,
                    no_limit: finding.no_limit,
                    needs: needs(&finding.needs),
                };
                case.musts.insert(body.musts[usize::from(finding.index)].name.clone(), must);
            }
        }
        case
    }

    fn conduct(&self, conduct: ConductRef) -> String {
        match conduct {
            ConductRef::System => "system".into(),
            ConductRef::Hypothetical => "hypothetical".into(),
            ConductRef::Listed(at) => {
                let row = self.facts.conduct[at as usize];
                match self.facts.values[(row + Conduct::ID) as usize] {
                    Value::Text(text) => self.facts.texts[text as usize].clone(),
                    _ => format!("[{at}]"),
                }
            }
        }
    }

    fn sanctions(&self, findings: &[SanctionFinding]) -> Vec<(String, String)> {
        let described = findings.iter().map(|finding| {
            let sanction = &self.program.sanctions[usize::from(finding.sanction)];
            let text = match (finding.state, finding.when, finding.cap) {
                (Some(state), ..) => state.name().to_owned(),
                (None, ir::Status::NotMet, _) => "not_met".to_owned(),
                (None, ir::Status::Unknown, _) => "unknown".to_owned(),
                (None, ir::Status::Met, Some(cap)) => format!("{} {}", sanction.currency, cap.normalize()),
                (None, ir::Status::Met, None) => "unknown".to_owned(),
            };
            let needs = needs(&finding.needs);
            let needs = if needs.is_empty() { String::new() } else { format!(" needs {}", needs.join(" ")) };
            (sanction.name.clone(), text + &needs)
        });
        described.collect()
    }
}

fn stopped_by(state: Option<ir::State>, excluded_by: Option<&String>) -> Option<String> {
    state.map(|state| state.name().to_owned()).or_else(|| excluded_by.cloned())
}

fn needs(needs: &[Need]) -> Vec<String> {
    needs.iter().map(|need| need.name.clone()).collect()
}

fn arguments(
    rules: &[ir::Arguing],
    findings: &[eval::ArgumentFinding],
) -> Vec<(&'static str, String, &'static str)> {
    let named = findings.iter().map(|finding| {
        let direction = match finding.direction {
            Direction::For => "for",
            Direction::Against => "against",
        };
        (direction, rules[usize::from(finding.index)].rule.name.clone(), finding.finding.status.name())
    });
    named.collect()
}

fn elements(prefix: &str, elements: &[Element], findings: &[ElementFinding], case: &mut Case) {
    for finding in findings {
        let element = &elements[usize::from(finding.index)];
        let name = format!("{prefix}{}", element.name);
        if finding.immaterial {
            case.immaterial.push(name.clone());
        }
        for (point, finding) in element.points.iter().zip(&finding.points) {
            case.parts.insert(format!("{name}({})", point.name), finding.status.name());
        }
        case.parts.insert(name, finding.status.name());
    }
}

fn exception(prefix: &str, rule: &Exception, finding: &ExceptionFinding, case: &mut Case) {
    let name = format!("{prefix}{}", rule.name);
    case.parts.insert(name.clone(), finding.status.name());
    let inner = format!("{name}.");
    elements(&inner, &rule.elements, &finding.elements, case);
    if let Some(extent) = &finding.in_so_far_as {
        case.parts.insert(format!("{inner}in_so_far_as"), extent.status.name());
    }
    for (conditions, finding) in rule.conditions.iter().zip(&finding.conditions) {
        let name = format!("{inner}{}", conditions.name);
        case.parts.insert(name.clone(), finding.status.name());
        elements(&format!("{name}."), &conditions.elements, &finding.elements, case);
    }
    for (rule, finding) in rule.exceptions.iter().zip(&finding.exceptions) {
        exception(&inner, rule, finding, case);
    }
}

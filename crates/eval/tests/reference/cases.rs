//! Cases, exceptions and duties, as the sections "Cases" and "Duties" of
//! `docs/language/outcomes.md` word them.

use eval::{ConductRef, DutyStatus, Outcome};
use ir::{
    Bounds, Completeness, Conduct, Day, Element, Exception, Facts, GateKind, IssueId, MemberSet, Prohibits,
    State, Status, Subject, Value, Versions,
};

use crate::naive::{Naive, greatest, kind_among, least};
use crate::times::ANY_TIME;

/// One conduct in one period.
#[derive(Clone, Debug)]
pub struct Case {
    pub conduct: ConductRef,
    /// Where the conduct's row begins.
    pub row: u32,
    /// The place of the norm's version.
    pub version: usize,
    /// A day on which that version is the law.
    pub day: Day,
    /// Whether the facts do not show the conduct going on.
    pub unknown: bool,
}

/// An exception, gate or named group of elements, and all in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub status: Status,
    pub elements: Vec<(u16, Status)>,
    pub extent: Option<Status>,
    pub conditions: Vec<(Status, Vec<(u16, Status)>)>,
    pub exceptions: Vec<Rule>,
}

/// A prohibition for one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub conduct: ConductRef,
    pub version: usize,
    pub outcome: Outcome,
    pub excluded_by: Option<String>,
    pub gates: Vec<Rule>,
    pub elements: Vec<(u16, Status)>,
    pub exceptions: Vec<Rule>,
}

/// An obligation for one case.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyDecided {
    pub conduct: ConductRef,
    pub version: usize,
    pub excluded_by: Option<String>,
    pub musts: Vec<MustDecided>,
}

/// One `must`: its status, and where it is pending when it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct MustDecided {
    pub status: DutyStatus,
    pub due: Option<Bounds>,
}

impl Naive<'_> {
    /// Every prohibition with its outcome and cases.
    pub fn prohibitions(&self) -> Vec<(Outcome, Vec<Decided>)> {
        let one = |norm: &ir::Prohibition| {
            let cases = self.cases(norm.subject, &norm.versions);
            let decided: Vec<Decided> = cases.iter().map(|case| self.prohibition(norm, case)).collect();
            (decided.iter().map(|case| case.outcome).max().unwrap_or(Outcome::NotMet), decided)
        };
        self.program.prohibitions.iter().map(one).collect()
    }

    /// Every obligation with its status and cases.
    pub fn obligations(&self) -> Vec<(DutyStatus, Vec<DutyDecided>)> {
        let one = |norm: &ir::Obligation| {
            let cases = self.cases(norm.subject, &norm.versions);
            let decided: Vec<DutyDecided> = cases.iter().map(|case| self.obligation(norm, case)).collect();
            let all = decided.iter().flat_map(|case| &case.musts).map(|must| must.status);
            (all.max().unwrap_or(DutyStatus::NotTriggered), decided)
        };
        self.program.obligations.iter().map(one).collect()
    }

    fn cases<B>(&self, subject: Subject, versions: &Versions<B>) -> Vec<Case> {
        let version_of = |day: Day| {
            let in_it = |version: &ir::Version<B>| {
                version.period.from.is_none_or(|from| from <= day)
                    && version.period.until.is_none_or(|until| day <= until)
            };
            versions.0.iter().position(in_it).unwrap()
        };
        let case = |conduct, row, day, unknown| Case { conduct, row, version: version_of(day), day, unknown };
        let today = self.calendar.day_of(self.as_of());
        let nowhere = Facts::hypothetical(&self.program.schema);
        if subject == Subject::System {
            return vec![case(ConductRef::System, nowhere, today, false)];
        }
        let mut cases = Vec::new();
        for (index, &row) in self.facts.conduct.iter().enumerate() {
            let conduct = ConductRef::Listed(index as u32);
            let field = |slot: u32| self.facts.values[(row + slot) as usize];
            let Value::Time(from) = field(Conduct::FROM) else {
                cases.push(case(conduct, row, today, false));
                continue;
            };
            let first_day = self.calendar.day_of(from.earliest);
            cases.push(case(conduct, row, first_day, false));
            let lasts = match field(Conduct::KIND) {
                Value::Member(kind) => self.program.schema.conduct.lasting.contains(kind),
                _ => false,
            };
            if !lasts {
                continue;
            }
            let until = match field(Conduct::UNTIL) {
                Value::Time(until) => until,
                _ => ANY_TIME,
            };
            let last = until.latest.min(self.as_of());
            let shown = if until.earliest == Bounds::OPEN {
                from.earliest
            } else {
                from.earliest.max((until.earliest - 1).min(self.as_of()))
            };
            for version in &versions.0 {
                let Some(begins) = version.period.from.filter(|&begins| begins > first_day) else { continue };
                let begins_at = self.calendar.start(begins);
                if begins_at <= last {
                    cases.push(case(conduct, row, begins, begins_at > shown));
                }
            }
        }
        if self.facts.completeness != Completeness::Complete {
            cases.push(case(ConductRef::Hypothetical, nowhere, today, false));
        }
        cases
    }

    fn prohibition(&self, norm: &ir::Prohibition, case: &Case) -> Decided {
        let version = &norm.versions.0[case.version];
        let mut decided = Decided {
            conduct: case.conduct,
            version: case.version,
            outcome: Outcome::NotApplicable,
            excluded_by: None,
            gates: Vec::new(),
            elements: Vec::new(),
            exceptions: Vec::new(),
        };
        let (State::Applicable, Some(body)) = (version.state, &version.body) else { return decided };
        let Prohibits { gates, elements, exceptions, .. } = body;
        let (within, excluded_by) = self.gates(gates, case);
        decided.gates = gates.iter().map(|gate| self.exception(&gate.rule, case)).collect();
        decided.elements = self.elements(elements, case);
        decided.exceptions = exceptions.iter().map(|exception| self.exception(exception, case)).collect();
        decided.excluded_by = excluded_by;
        let complete = least(decided.elements.iter().map(|element| element.1).collect());
        let excepted = greatest(decided.exceptions.iter().map(|exception| exception.status).collect());
        decided.outcome = if within == Status::NotMet {
            Outcome::OutOfScope
        } else if complete == Status::NotMet {
            Outcome::NotMet
        } else if excepted == Status::Met {
            Outcome::Excepted
        } else if within == Status::Met
            && complete == Status::Met
            && excepted == Status::NotMet
            // Nobody is known to have done anything.
            && !(case.unknown || case.conduct == ConductRef::Hypothetical)
        {
            Outcome::Prohibited
        } else {
            Outcome::Undetermined
        };
        decided
    }

    /// Whether the case lies within every scope and no exclusion, and which
    /// is the first that puts it outside.
    pub fn gates(&self, gates: &[ir::Gate], case: &Case) -> (Status, Option<String>) {
        let passes = |gate: &ir::Gate| match gate.kind {
            GateKind::Scope => self.exception(&gate.rule, case).status,
            GateKind::Exclusion => !self.exception(&gate.rule, case).status,
        };
        let closed = gates.iter().find(|gate| passes(gate) == Status::NotMet);
        (least(gates.iter().map(passes).collect()), closed.map(|gate| gate.rule.name.clone()))
    }

    /// The elements that concern the case, by their place, with their status.
    fn elements(&self, elements: &[Element], case: &Case) -> Vec<(u16, Status)> {
        let mut found = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            let concerned = element.kinds.map_or(Status::Met, |kinds| kind_among(self, case, kinds));
            if concerned == Status::NotMet {
                continue;
            }
            let mut status = greatest(vec![!concerned, self.formula(element.formula, case, &[])]);
            if element.name == "conduct" && case.unknown {
                status = least(vec![status, Status::Unknown]);
            }
            found.push((index as u16, status));
        }
        found
    }

    /// An exception holds if its elements, its extent and its conditions hold
    /// and no exception to it does.
    pub fn exception(&self, exception: &Exception, case: &Case) -> Rule {
        let elements = self.elements(&exception.elements, case);
        let extent = exception.in_so_far_as.map(|extent| self.formula(extent, case, &[]));
        let mut conditions = Vec::new();
        for group in &exception.conditions {
            let elements = self.elements(&group.elements, case);
            let met = least(elements.iter().map(|element| element.1).collect());
            conditions.push((greatest(vec![!self.exists(group.only_under), met]), elements));
        }
        let exceptions: Vec<Rule> = exception.exceptions.iter().map(|to| self.exception(to, case)).collect();
        let mut all = vec![self.exists(exception.only_under), extent.unwrap_or(Status::Met)];
        all.extend(elements.iter().map(|element| element.1));
        all.extend(conditions.iter().map(|group| group.0));
        all.extend(exceptions.iter().map(|to| !to.status));
        Rule { status: least(all), elements, extent, conditions, exceptions }
    }

    /// Whether something is there that only some readings have.
    fn exists(&self, only_under: Option<(IssueId, MemberSet)>) -> Status {
        let Some((issue, readings)) = only_under else { return Status::Met };
        let all = 0..self.program.issues[usize::from(issue.0)].readings.len() as u8;
        match self.pick(issue) {
            Some(reading) => Status::from(readings.contains(reading as u8)),
            None if all.clone().all(|reading| readings.contains(reading)) => Status::Met,
            None if all.clone().all(|reading| !readings.contains(reading)) => Status::NotMet,
            None => Status::Unknown,
        }
    }
}

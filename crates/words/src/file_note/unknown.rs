//! What was left unknown: what an outcome rests on, and the rest.

use std::collections::BTreeSet;

use eval::{NeedKind, Outcome};

use super::Writer;
use crate::report::{ElementReport, ExceptionReport, FactReport, Mode};

/// The names of what was left unknown, each once, in the order of the norms.
#[derive(Debug, Default)]
pub(super) struct Unknown<'r> {
    /// What would settle something that is not settled.
    pub(super) material: Vec<&'r str>,
    /// Facts that are not known and on which no outcome rests.
    pub(super) immaterial: Vec<&'r str>,
}

impl<'a> Writer<'a> {
    pub(super) fn unknown(&self) -> Unknown<'a> {
        let mut unknown = Unknown::default();
        let mut seen: Vec<&FactReport> = Vec::new();
        for case in self.report.outcomes.iter().flat_map(|norm| &norm.cases) {
            if case.conduct.as_ref().is_some_and(|conduct| conduct.hypothetical) {
                unknown.needed("conduct");
            }
            case.needs.iter().for_each(|need| unknown.needed(&need.name));
            in_elements(&case.elements, &mut seen);
            in_exceptions(&case.exceptions, &mut seen);
        }
        for case in self.report.obligations.iter().flat_map(|duty| &duty.cases) {
            for must in &case.must {
                must.needs.iter().for_each(|need| unknown.needed(&need.name));
                seen.extend(&must.because);
            }
            seen.extend(&case.when.because);
            in_exceptions(&case.exceptions, &mut seen);
        }
        for fact in seen.into_iter().filter(|fact| fact.mode == Mode::Unknown) {
            unknown.read(&fact.fact);
        }
        unknown
    }

    /// The issues that keep something from being settled.
    pub(super) fn open_issues(&self) -> BTreeSet<&'a str> {
        let cases = self.report.outcomes.iter().flat_map(|norm| &norm.cases);
        let open = cases.clone().filter(|case| case.outcome == Outcome::Undetermined);
        let kept_open = open.flat_map(|case| &case.elements).flat_map(|element| &element.open_issues);
        let musts = self.report.obligations.iter().flat_map(|duty| &duty.cases).flat_map(|case| &case.must);
        let needs = cases.flat_map(|case| &case.needs).chain(musts.flat_map(|must| &must.needs));
        let asked = needs.filter(|need| need.kind == NeedKind::Reading).map(|need| &need.name);
        kept_open.chain(asked).map(String::as_str).collect()
    }
}

impl<'r> Unknown<'r> {
    fn needed(&mut self, name: &'r str) {
        if !self.material.contains(&name) {
            self.material.push(name);
        }
    }

    fn read(&mut self, name: &'r str) {
        if !self.material.contains(&name) && !self.immaterial.contains(&name) {
            self.immaterial.push(name);
        }
    }
}

fn in_elements<'r>(elements: &'r [ElementReport], seen: &mut Vec<&'r FactReport>) {
    for element in elements {
        seen.extend(&element.because);
        seen.extend(element.points.iter().flat_map(|point| &point.because));
    }
}

fn in_exceptions<'r>(exceptions: &'r [ExceptionReport], seen: &mut Vec<&'r FactReport>) {
    for exception in exceptions {
        in_elements(&exception.elements, seen);
        seen.extend(exception.in_so_far_as.iter().flat_map(|extent| &extent.because));
        for conditions in &exception.conditions {
            in_elements(&conditions.elements, seen);
        }
        in_exceptions(&exception.exceptions, seen);
    }
}

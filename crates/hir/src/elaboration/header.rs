//! What items share: labels, citations, dates, names of kinds and roles.

use base::{Citation, TextRange};
use ir::Day;
use problem::{LawProblem, NameKind, NameProblem};
use syntax::ast::{self, AstNode, HasClauses};

use super::Elaborator;
use crate::model::{Cited, Dates, Header};
use crate::names::nearest;

impl Elaborator<'_> {
    /// The header of an item.
    pub(super) fn header(&mut self, node: &impl HasClauses) -> Header {
        self.header_within(node, Dates::default())
    }

    /// The header of a part of an item with these dates, which are the part's
    /// where it has none.
    pub(super) fn header_within(&mut self, node: &impl HasClauses, outer: Dates) -> Header {
        let name = node.name();
        let keyword = || node.syntax().first_token().map_or(node.range(), |token| token.text_range());
        let name_range = name.as_ref().map_or_else(keyword, |name| name.range);
        let dates = self.dates(node);
        let at = dates.law_from().or(outer.law_from());
        let basis = self.citations(&node.basis(), at);
        let recitals = node.recitals();
        let recitals = recitals.iter().filter_map(|recital| {
            let provision = recital.to_base(self.default_source)?;
            self.cited(Citation::one(provision), recital.range(), at)
        });
        Header {
            recitals: recitals.collect(),
            name: name.map_or_else(String::new, |name| name.text),
            name_range,
            label: node.label().map(|label| label.text),
            help: node.help().map(|help| help.text),
            basis,
            dates,
        }
    }

    fn dates(&mut self, node: &impl HasClauses) -> Dates {
        let dates = Dates {
            in_force: node.in_force_from().as_ref().and_then(day),
            applies_from: node.applies_from().as_ref().and_then(day),
            applies_until: node.applies_until().as_ref().and_then(day),
        };
        if let (Some(from), Some(until)) = (dates.applicable_from(), dates.applies_until)
            && until < from
        {
            let range = node.applies_until().map_or_else(|| node.range(), |date| date.range);
            self.problem(LawProblem::EmptyPeriod { from: from.to_string(), until: until.to_string() }, range);
        }
        dates
    }

    /// Citations of what must exist on a day, or, without one, at some time.
    pub(super) fn citations(&mut self, nodes: &[ast::Citation], at: Option<Day>) -> Vec<Cited> {
        let cited = nodes.iter().filter_map(|node| {
            let citation = node.to_base(self.default_source)?;
            self.cited(citation, node.range(), at)
        });
        cited.collect()
    }

    /// The citation, if its source is declared.
    pub(super) fn cited(&mut self, citation: Citation, range: TextRange, at: Option<Day>) -> Option<Cited> {
        let source = &citation.provision.source;
        let Some(celex) = self.names.sources.get(source) else {
            let suggestion = nearest(source, self.names.sources.keys().map(String::as_str));
            self.problem(NameProblem::UnknownSource { name: source.clone(), suggestion }, range);
            self.is_damaged = true;
            return None;
        };
        let problem = law::Act::by_celex(celex).and_then(|act| law::check(act, &citation, at.map(law_day)));
        if let Some(problem) = problem {
            self.problem(problem, range);
        }
        Some(Cited { citation, range })
    }

    /// The numbers of kinds of conduct.
    pub(super) fn kinds(&mut self, names: &ast::Names) -> Vec<u8> {
        let known = self.names.conduct.kinds.iter().map(|(name, _)| name.as_str());
        self.numbers(names, NameKind::ConductKind, known)
    }

    /// The numbers of roles.
    pub(super) fn roles(&mut self, names: &ast::Names) -> Vec<u8> {
        self.numbers(names, NameKind::Role, self.names.conduct.roles.iter().map(String::as_str))
    }

    fn numbers<'n>(
        &mut self,
        names: &ast::Names,
        kind: NameKind,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> Vec<u8> {
        let numbers = names.names.iter().filter_map(|name| {
            let found = known.clone().position(|known| known == name.text);
            if found.is_none() {
                self.unknown(kind, &name.text, known.clone(), name.range);
            }
            // More than fit in a byte are refused where they are declared.
            found.map(|at| at as u8)
        });
        numbers.collect()
    }
}

fn law_day(day: Day) -> law::Day {
    let date = day.date();
    law::Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 }
}

/// The day that a date names.
pub(super) fn day(date: &ast::Date) -> Option<Day> {
    Day::new(date.year, date.month, date.day)
}

//! The items themselves: norms, exceptions, notes, sanctions, issues.

use base::TextRange;
use ir::{Direction, NoteKind, ReadingStatus, StandardKind};
use problem::{LawProblem, NameKind, NameProblem, TypeProblem};
use syntax::ast::{self, AstNode, EffectKind, HasElements, HasLimits, HasTargets, HasWhen, Timing};

use super::Elaborator;
use super::literal::{broken, duration};
use crate::model::{
    Asked, Body, Effect, Element, Expr, ExprKind, Field, Header, Issue, Item, Must, Named, Note, Obligation,
    Reading, Rule, Target, TargetKind,
};
use crate::names::nearest;
use crate::types::Ty;

/// What can be the target of an exception.
const DEFEATED: &[NameKind] = &[
    NameKind::Prohibition,
    NameKind::Obligation,
    NameKind::Exception,
    NameKind::Exclusion,
    NameKind::Scope,
];

/// What an interpretive rule or an issue can speak about.
const DISCUSSED: &[NameKind] = &[
    NameKind::Prohibition,
    NameKind::Obligation,
    NameKind::Exception,
    NameKind::Conditions,
    NameKind::Definition,
    NameKind::Exclusion,
    NameKind::Scope,
];

/// What notes, gates and sanctions are for.
const NORMS: &[NameKind] = &[NameKind::Prohibition, NameKind::Obligation];

impl Elaborator<'_> {
    pub(super) fn item(&mut self, node: &ast::Item) -> Item {
        let header = self.header(node);
        let body = match node {
            ast::Item::Source(source) => {
                let text = |text: Option<ast::Text>| text.map_or_else(String::new, |text| text.text);
                Body::Source { title: text(source.title()), number: text(source.number()), celex: text(source.celex()) }
            }
            ast::Item::Facts(facts) => Body::Fields(self.fields(facts.fields(), false)),
            ast::Item::Record(record) => Body::Fields(self.record_fields(record)),
            ast::Item::Enum(item) => Body::Enum(self.members(&item.members())),
            ast::Item::Conduct(conduct) => {
                let kinds: Vec<_> = conduct.kinds().into_iter().filter_map(|kind| kind.name()).collect();
                self.members(&kinds);
                self.members(&[conduct.operators(), conduct.authorities()].concat());
                Body::Conduct(self.fields(conduct.fields(), true))
            }
            ast::Item::Constraint(constraint) => {
                Body::Constraint(self.formula(constraint.always(), constraint.range()))
            }
            ast::Item::Definition(definition) => {
                let (record, means) = self.definition(definition);
                Body::Definition(record, means)
            }
            ast::Item::Prohibition(norm) => {
                self.need_basis("prohibition", &header);
                let mut rule = self.rule(norm, Vec::new());
                rule.forbids = norm.forbids().map(|kinds| (self.kinds(&kinds), kinds.range));
                if rule.forbids.is_none() && rule.elements.is_empty() {
                    self.problem(LawProblem::NoElements { name: header.name.clone() }, header.name_range);
                }
                Body::Rule(rule)
            }
            ast::Item::Exception(exception) => {
                let targets = self.targets(exception, DEFEATED, false);
                let rule = self.limited(exception, targets);
                self.need_operative_basis(&header);
                Body::Rule(rule)
            }
            ast::Item::Interpretive(rule) => {
                let targets = self.targets(rule, DISCUSSED, true);
                let mut limited = self.limited(rule, targets);
                let direction = rule.direction().unwrap_or(ast::Direction::Against);
                limited.interpretive = Some(match direction {
                    ast::Direction::For => Direction::For,
                    ast::Direction::Against => Direction::Against,
                });
                self.need_recital_basis(&header);
                Body::Rule(limited)
            }
            ast::Item::Conditions(conditions) => Body::Rule(self.rule(conditions, Vec::new())),
            ast::Item::Scope(scope) => {
                self.need_basis("scope", &header);
                let targets = self.targets(scope, NORMS, false);
                let rule = self.rule(scope, targets);
                self.scope_assumes_nothing(&header, &rule);
                Body::Rule(rule)
            }
            ast::Item::Exclusion(exclusion) => {
                self.need_basis("exclusion", &header);
                let targets = self.targets(exclusion, NORMS, false);
                Body::Rule(self.limited(exclusion, targets))
            }
            ast::Item::Obligation(obligation) => {
                self.need_basis("obligation", &header);
                Body::Obligation(self.obligation(obligation))
            }
            ast::Item::Saving(saving) => {
                let provisions = self.citations(&saving.without_prejudice_to(), header.dates);
                let targets = self.targets(saving, NORMS, false);
                Body::Note(self.note(NoteKind::WithoutPrejudiceTo, saving, targets, provisions))
            }
            ast::Item::Precedence(precedence) => {
                let provisions = self.citations(&precedence.prevails_over(), header.dates);
                let targets = self.targets(precedence, NORMS, false);
                Body::Note(self.note(NoteKind::PrevailsOver, precedence, targets, provisions))
            }
            ast::Item::Power(power) => {
                let targets = self.targets(power, NORMS, false);
                let mut note = self.note(NoteKind::Power, power, targets, Vec::new());
                note.roles = power.addressed_to().map_or_else(Vec::new, |roles| self.roles(&roles));
                note.may = power.may().map(|may| may.text);
                Body::Note(note)
            }
            ast::Item::Sanction(sanction) => {
                self.need_basis("sanction", &header);
                let cap = self.term(sanction.cap(), sanction.range());
                if !matches!(cap.ty, Ty::Money(_) | Ty::Error) {
                    self.mismatch("money", &cap);
                }
                let targets = self.targets(sanction, NORMS, false);
                let when = sanction.when().map(|when| self.formula(Some(when), sanction.range()));
                Body::Sanction { targets, when, cap }
            }
            ast::Item::Issue(issue) => Body::Issue(self.issue(&header, issue)),
        };
        Item { header, body }
    }

    pub(super) fn definition(&mut self, node: &ast::Definition) -> (Option<String>, Expr) {
        let mut record = None;
        if let Some(parameter) = node.parameter()
            && let (Some(name), Some(ty)) = (parameter.name(), parameter.ty())
            && let Some(ast::TypeKind::Named(type_name)) = ty.kind()
        {
            self.check_type_name(&type_name);
            record = Some(type_name.text.clone());
            self.variables.push((name.text, type_name.text));
        }
        let means = self.term(node.means(), node.range());
        self.variables.clear();
        (record, means)
    }

    fn record_fields(&mut self, record: &ast::Record) -> Vec<Field> {
        self.fields(record.fields(), false)
    }

    fn rule(&mut self, node: &impl HasElements, targets: Vec<Target>) -> Rule {
        let mut seen = Vec::new();
        let elements = node.elements().map(|element| self.element(&element, &mut seen)).collect();
        Rule {
            targets,
            interpretive: None,
            forbids: None,
            elements,
            in_so_far_as: None,
            subject_to: Vec::new(),
        }
    }

    fn limited(&mut self, node: &impl HasLimits, targets: Vec<Target>) -> Rule {
        let mut rule = self.rule(node, targets);
        rule.in_so_far_as = node.in_so_far_as().map(|extent| self.formula(Some(extent), node.range()));
        rule.subject_to = node.subject_to().into_iter().map(named).collect();
        for name in rule.subject_to.clone() {
            self.rule_of_kind(&name, &[NameKind::Conditions]);
        }
        rule
    }

    fn element(&mut self, node: &ast::Element, seen: &mut Vec<(String, crate::model::Dates)>) -> Element {
        let header = self.header(node);
        let twice = seen.iter().any(|(name, dates)| *name == header.name && *dates == header.dates);
        if twice || header.name == "conduct" {
            let duplicate = NameProblem::Duplicate { kind: NameKind::Element, name: header.name.clone() };
            self.problem(duplicate, header.name_range);
        }
        seen.push((header.name.clone(), header.dates));
        let formula =
            if node.is_bare() { self.bare(&header) } else { self.formula(node.expr(), node.range()) };
        let kinds = node.on().map(|on| self.kinds(&on));
        Element { header, kinds, formula, range: node.range() }
    }

    /// `element E` means `element E = E`.
    fn bare(&mut self, header: &Header) -> Expr {
        let range = header.name_range;
        let name = header.name.as_str();
        if let Some(info) = self.names.facts.get(name) {
            let ty = info.ty.clone();
            if ty == Ty::Event {
                self.problem(TypeProblem::EventAsFormula { event: name.to_owned() }, range);
            } else if !ty.is_formula() {
                let mismatch = TypeProblem::Mismatch { expected: "bool".into(), found: ty.name() };
                self.problem(mismatch, range);
            } else {
                let field = crate::model::FieldRef { base: crate::model::Base::Facts, path: name.to_owned() };
                return Expr { kind: ExprKind::Field(field), ty, range };
            }
        } else if let Some(definition) = self.names.definitions.get(name).and_then(|all| all.first()) {
            let ty = (self.type_of)(definition.item);
            if ty.is_formula() && definition.parameter.is_none() {
                return Expr { kind: ExprKind::Call(name.to_owned(), None), ty, range };
            }
            self.problem(TypeProblem::Mismatch { expected: "bool".into(), found: ty.name() }, range);
        } else {
            let known: Vec<String> =
                self.names.facts.keys().chain(self.names.definitions.keys()).cloned().collect();
            self.unknown(NameKind::Fact, name, &known, range);
        }
        broken(range)
    }

    fn obligation(&mut self, node: &ast::Obligation) -> Obligation {
        let addressed_to = node.addressed_to().map_or_else(Vec::new, |roles| self.roles(&roles));
        let on = node.on().map(|on| self.kinds(&on));
        let when = node.when().map(|when| self.formula(Some(when), node.range()));
        let mut seen = Vec::new();
        let musts = node.musts().map(|must| {
            let header = self.header(&must);
            if seen.contains(&header.name) {
                let duplicate = NameProblem::Duplicate { kind: NameKind::Must, name: header.name.clone() };
                self.problem(duplicate, header.name_range);
            }
            seen.push(header.name.clone());
            let asked = self.asked(must.expr(), must.timings(), must.range());
            if must.is_negative() && (asked.limit.is_some() || asked.standard.is_some() || asked.each_year) {
                self.problem(TypeProblem::Misplaced { clause: "a time limit", on: "`must not`".into() }, must.range());
            }
            Must { header, negative: must.is_negative(), asked, range: must.range() }
        });
        Obligation { addressed_to, on, when, musts: musts.collect() }
    }

    /// A condition or event with its limits in time.
    fn asked(&mut self, expr: Option<ast::Expr>, timings: Vec<Timing>, place: TextRange) -> Asked {
        let mut asked = Asked { action: self.term(expr, place), standard: None, limit: None, each_year: false };
        let event = matches!(asked.action.ty, Ty::Event | Ty::Error);
        if !event && !asked.action.ty.is_formula() {
            self.mismatch("event", &asked.action);
        }
        for timing in timings {
            let (at, clause) = match &timing {
                Timing::Immediately { range } => (*range, "immediately"),
                Timing::WithoutUndueDelay { range } => (*range, "without undue delay"),
                Timing::AtTheLatest { range, .. } => (*range, "at the latest"),
                Timing::EachYear { range } => (*range, "each year"),
            };
            if !event {
                self.problem(TypeProblem::LimitWithoutEvent, at);
                continue;
            }
            let repeated = match timing {
                Timing::Immediately { .. } => asked.standard.replace(StandardKind::Immediately).is_some(),
                Timing::WithoutUndueDelay { .. } => {
                    asked.standard.replace(StandardKind::WithoutUndueDelay).is_some()
                }
                Timing::AtTheLatest { duration: length, duration_range, moment, .. } => {
                    let from = self.term(Some(moment), at);
                    if !from.ty.is_time() && from.ty != Ty::Error {
                        self.mismatch("event", &from);
                    }
                    let length = length.and_then(|(amount, unit)| {
                        let length = duration(amount, unit);
                        if length.is_none() {
                            let text = amount.to_string();
                            self.problem(problem::SyntaxProblem::NumberRange { text }, duration_range.unwrap_or(at));
                        }
                        length
                    });
                    asked.limit.replace((length, from)).is_some()
                }
                Timing::EachYear { .. } => {
                    if !matches!(asked.action.kind, ExprKind::Earliest(..) | ExprKind::Broken) {
                        let on = "what is not an `earliest of`".to_owned();
                        self.problem(TypeProblem::Misplaced { clause: "each year", on }, at);
                    }
                    std::mem::replace(&mut asked.each_year, true)
                }
            };
            if repeated {
                self.problem(problem::SyntaxProblem::RepeatedClause { clause }, at);
            }
        }
        asked
    }

    fn note(
        &mut self,
        kind: NoteKind,
        node: &impl HasWhen,
        targets: Vec<Target>,
        provisions: Vec<crate::model::Cited>,
    ) -> Note {
        let when = node.when().map(|when| self.formula(Some(when), node.range()));
        Note { kind, targets, provisions, roles: Vec::new(), may: None, when }
    }

    fn issue(&mut self, header: &Header, node: &ast::Issue) -> Issue {
        let target = self.targets(node, DISCUSSED, true).into_iter().next();
        let mut seen = Vec::new();
        let readings: Vec<Reading> = node
            .readings()
            .map(|reading| {
                let header = self.header(&reading);
                if seen.contains(&header.name) {
                    let duplicate = NameProblem::Duplicate { kind: NameKind::Reading, name: header.name.clone() };
                    self.problem(duplicate, header.name_range);
                }
                seen.push(header.name.clone());
                self.reading(header, &reading)
            })
            .collect();
        if readings.len() < 2 {
            self.problem(LawProblem::TooFewReadings { name: header.name.clone() }, header.name_range);
        }
        let default = node.default().map(|(name, reason)| {
            if !seen.contains(&name.text) {
                self.unknown(NameKind::Reading, &name.text, &seen, name.range);
            }
            (named(name), reason.map_or_else(String::new, |reason| reason.text))
        });
        Issue { target, readings, default }
    }

    fn reading(&mut self, header: Header, node: &ast::Reading) -> Reading {
        let status = match node.status() {
            Some(ast::ReadingStatus::Recital) => ReadingStatus::Recital,
            Some(ast::ReadingStatus::Consultation) => ReadingStatus::Consultation,
            Some(ast::ReadingStatus::Draft) => ReadingStatus::Draft,
            Some(ast::ReadingStatus::Guidelines) => ReadingStatus::Guidelines,
            Some(ast::ReadingStatus::Judgment) => ReadingStatus::Judgment,
            Some(ast::ReadingStatus::Opinion) => ReadingStatus::Opinion,
            Some(ast::ReadingStatus::Literature) => ReadingStatus::Literature,
            Some(ast::ReadingStatus::Text) | None => ReadingStatus::Text,
        };
        let effect = node.effect();
        let range = effect.as_ref().map_or(header.name_range, |effect| effect.range);
        let effect = match effect.map(|effect| effect.kind) {
            Some(EffectKind::Keeps) | None => Effect::Keeps,
            Some(EffectKind::Narrows(expr)) => Effect::Narrows(self.formula(Some(expr), range)),
            Some(EffectKind::Widens(expr)) => Effect::Widens(self.formula(Some(expr), range)),
            Some(EffectKind::Replaces(expr, timings)) => {
                Effect::Replaces(Box::new(self.asked(Some(expr), timings, range)))
            }
            Some(EffectKind::AddsException(name)) => {
                let name = named(name);
                self.rule_of_kind(&name, &[NameKind::Exception]);
                Effect::AddsException(name)
            }
            Some(EffectKind::Drops(names)) => Effect::Drops(names.into_iter().map(named).collect()),
        };
        Reading { header, status, effect, range }
    }

    fn targets(&mut self, node: &impl HasTargets, allowed: &[NameKind], parts: bool) -> Vec<Target> {
        let targets = node.targets();
        targets.into_iter().map(|target| self.target(&target, allowed, parts)).collect()
    }

    fn target(&mut self, node: &ast::Target, allowed: &[NameKind], parts: bool) -> Target {
        let range = node.range();
        let to = match node {
            ast::Target::Citation(citation) => citation
                .to_base(&self.names.default_source)
                .and_then(|citation| self.cited(citation, range, crate::model::Dates::default()))
                .map_or(TargetKind::Broken, |cited| TargetKind::Provision(cited.citation)),
            ast::Target::Path(path) => {
                let segments = path.segments();
                match segments.as_slice() {
                    [name] if self.names.sources.contains_key(&name.text) && !self.is_rule(&name.text) => {
                        let act = base::ProvisionId {
                            source: name.text.clone(),
                            root: base::Root::Act,
                            parts: Vec::new(),
                        };
                        TargetKind::Provision(base::Citation::one(act))
                    }
                    [name] => self.rule_target(name, None, allowed),
                    [name, part] if parts => self.rule_target(name, Some(part), allowed),
                    _ => {
                        self.unknown(NameKind::Norm, &path.text(), &self.rules_of(allowed), range);
                        TargetKind::Broken
                    }
                }
            }
        };
        Target { to, range }
    }

    fn rule_target(&mut self, name: &ast::Name, part: Option<&ast::Name>, allowed: &[NameKind]) -> TargetKind {
        let name = named(name.clone());
        let Some(parts) = self.rule_of_kind(&name, allowed) else { return TargetKind::Broken };
        let part = match part {
            None => None,
            Some(part) if parts.contains(&part.text) => Some(part.text.clone()),
            Some(part) => {
                self.unknown(NameKind::Element, &part.text, &parts, part.range);
                return TargetKind::Broken;
            }
        };
        TargetKind::Rule { name: name.text, part }
    }

    fn is_rule(&self, name: &str) -> bool {
        self.names.rules.contains_key(name)
    }

    pub(super) fn rules_of(&self, kinds: &[NameKind]) -> Vec<String> {
        let rules = self.names.rules.iter().filter(|(_, all)| all.iter().any(|rule| kinds.contains(&rule.kind)));
        let definitions = self.names.definitions.keys().filter(|_| kinds.contains(&NameKind::Definition));
        rules.map(|(name, _)| name).chain(definitions).cloned().collect()
    }

    /// The parts of the rule of that name and of one of these kinds; `None`,
    /// and a problem, where there is none or more than one.
    fn rule_of_kind(&mut self, name: &Named, allowed: &[NameKind]) -> Option<Vec<String>> {
        let rules: Vec<_> = self.names.rules.get(&name.text).into_iter().flatten().collect();
        let definition = self.names.definitions.contains_key(&name.text);
        let mut fitting: Vec<NameKind> = rules.iter().map(|rule| rule.kind).collect();
        fitting.extend(definition.then_some(NameKind::Definition));
        fitting.sort_unstable();
        fitting.dedup();
        let found = fitting.first().copied();
        fitting.retain(|kind| allowed.contains(kind));
        match (fitting.as_slice(), found) {
            ([_], _) => {
                let parts = rules.iter().filter(|rule| allowed.contains(&rule.kind)).flat_map(|rule| &rule.parts);
                Some(parts.cloned().collect())
            }
            ([], Some(found)) => {
                let expected = allowed.iter().copied().take(3).collect();
                self.problem(NameProblem::WrongKind { name: name.text.clone(), found, expected }, name.range);
                None
            }
            ([], None) => {
                let known = self.rules_of(allowed);
                let suggestion = nearest(&name.text, known.iter().map(String::as_str));
                let kind = allowed.first().copied().unwrap_or(NameKind::Norm);
                let kind = if allowed.len() > 1 { NameKind::Norm } else { kind };
                self.problem(NameProblem::Unknown { kind, name: name.text.clone(), suggestion }, name.range);
                None
            }
            (several, _) => {
                let candidates = several.iter().map(|kind| format!("{kind:?} {}", name.text).to_lowercase()).collect();
                self.problem(NameProblem::Ambiguous { name: name.text.clone(), candidates }, name.range);
                None
            }
        }
    }

    fn need_basis(&mut self, item: &'static str, header: &Header) {
        if header.basis.is_empty() {
            self.problem(LawProblem::NoBasis { item, name: header.name.clone() }, header.name_range);
        }
    }

    fn need_operative_basis(&mut self, header: &Header) {
        let on_recitals = header.basis.iter().all(|cited| is_recital(cited));
        if !header.basis.is_empty() && on_recitals || header.basis.is_empty() && !header.recitals.is_empty() {
            self.problem(LawProblem::OperativeOnRecital { name: header.name.clone() }, header.name_range);
        } else {
            self.need_basis("exception", header);
        }
    }

    fn need_recital_basis(&mut self, header: &Header) {
        let name = header.name.clone();
        if let Some(operative) = header.basis.iter().find(|cited| !is_recital(cited)) {
            self.problem(LawProblem::InterpretiveWithBasis { name }, operative.range);
        } else if header.basis.is_empty() && header.recitals.is_empty() {
            self.problem(LawProblem::NoBasis { item: "interpretive", name }, header.name_range);
        }
    }

    fn scope_assumes_nothing(&mut self, header: &Header, rule: &Rule) {
        for element in &rule.elements {
            let mut found = Vec::new();
            element.formula.walk(&mut |expr| {
                for field in expr.reads() {
                    let info = match field.base {
                        crate::model::Base::Facts => self.names.facts.get(&field.path),
                        crate::model::Base::Conduct => self.names.conduct.fields.get(&field.path),
                        crate::model::Base::Variable(_) => None,
                    };
                    if info.is_some_and(|info| info.assumed) {
                        found.push((field.path.clone(), expr.range));
                    }
                }
            });
            for (fact, range) in found {
                self.problem(LawProblem::ScopeAssumes { scope: header.name.clone(), fact }, range);
            }
        }
    }
}

fn is_recital(cited: &crate::model::Cited) -> bool {
    matches!(cited.citation.provision.root, base::Root::Recital(_))
}

fn named(name: ast::Name) -> Named {
    Named { text: name.text, range: name.range }
}

//! The items themselves, each by its kind.

use ir::{Direction, NoteKind};
use problem::{LawProblem, NameKind};
use syntax::ast::{self, AstNode, HasWhen};

use super::Elaborator;
use super::declarations::FieldsOf;
use super::targets::{DEFEATED, DISCUSSED, NORMS, named};
use crate::model::{Body, Cited, Expr, Header, Item, Note, Rule, Target};
use crate::types::Ty;

impl Elaborator<'_> {
    pub(super) fn item(&mut self, node: &ast::Item) -> Item {
        let header = self.header(node);
        let body = match node {
            ast::Item::Source(source) => {
                let text = |text: Option<ast::Text>| text.map_or_else(String::new, |text| text.text);
                Body::Source {
                    title: text(source.title()),
                    number: text(source.number()),
                    celex: text(source.celex()),
                }
            }
            ast::Item::Facts(facts) => Body::Fields(self.fields(facts.fields(), FieldsOf::Facts)),
            ast::Item::Record(record) => Body::Fields(self.fields(record.fields(), FieldsOf::Record)),
            ast::Item::Enum(item) => Body::Enum(self.members(NameKind::Member, &item.members())),
            ast::Item::Conduct(conduct) => {
                let kinds: Vec<_> = conduct.kinds().into_iter().filter_map(|kind| kind.name()).collect();
                let roles = [conduct.operators(), conduct.authorities()].concat();
                self.members(NameKind::ConductKind, &kinds);
                self.members(NameKind::Role, &roles);
                Body::Conduct {
                    kinds: kinds.into_iter().map(named).collect(),
                    roles: roles.into_iter().map(named).collect(),
                    fields: self.fields(conduct.fields(), FieldsOf::Conduct),
                }
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
                let mut rule = self.rule(norm, &header, Vec::new());
                rule.forbids = norm.forbids().map(|kinds| (self.kinds(&kinds), kinds.range));
                self.need_elements(&header, &rule);
                Body::Rule(rule)
            }
            ast::Item::Exception(exception) => {
                let targets = self.targets(exception, DEFEATED, false);
                let rule = self.limited(exception, &header, targets);
                self.need_elements(&header, &rule);
                self.need_operative_basis(&header);
                Body::Rule(rule)
            }
            ast::Item::Interpretive(rule) => {
                let targets = self.targets(rule, DISCUSSED, true);
                let mut limited = self.limited(rule, &header, targets);
                let direction = rule.direction().unwrap_or(ast::Direction::Against);
                limited.interpretive = Some(match direction {
                    ast::Direction::For => Direction::For,
                    ast::Direction::Against => Direction::Against,
                });
                self.need_elements(&header, &limited);
                self.need_recital_basis(&header);
                Body::Rule(limited)
            }
            ast::Item::Conditions(conditions) => {
                let rule = self.rule(conditions, &header, Vec::new());
                self.need_elements(&header, &rule);
                Body::Rule(rule)
            }
            ast::Item::Scope(scope) => {
                self.need_basis("scope", &header);
                let targets = self.targets(scope, NORMS, false);
                let rule = self.rule(scope, &header, targets);
                self.need_elements(&header, &rule);
                self.scope_assumes_nothing(&header, &rule);
                Body::Rule(rule)
            }
            ast::Item::Exclusion(exclusion) => {
                self.need_basis("exclusion", &header);
                let targets = self.targets(exclusion, NORMS, false);
                let rule = self.limited(exclusion, &header, targets);
                self.need_elements(&header, &rule);
                Body::Rule(rule)
            }
            ast::Item::Obligation(obligation) => {
                self.need_basis("obligation", &header);
                Body::Obligation(self.obligation(&header, obligation))
            }
            ast::Item::Saving(saving) => {
                let provisions = self.citations(&saving.without_prejudice_to(), header.dates.law_from());
                let targets = self.targets(saving, NORMS, false);
                Body::Note(self.note(NoteKind::WithoutPrejudiceTo, saving, targets, provisions))
            }
            ast::Item::Precedence(precedence) => {
                let provisions = self.citations(&precedence.prevails_over(), header.dates.law_from());
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

    fn note(
        &mut self,
        kind: NoteKind,
        node: &impl HasWhen,
        targets: Vec<Target>,
        provisions: Vec<Cited>,
    ) -> Note {
        let when = node.when().map(|when| self.formula(Some(when), node.range()));
        Note { kind, targets, provisions, roles: Vec::new(), may: None, when }
    }

    fn need_basis(&mut self, item: &'static str, header: &Header) {
        if header.basis.is_empty() {
            self.missing(LawProblem::NoBasis { item, name: header.name.clone() }, header);
        }
    }

    fn need_operative_basis(&mut self, header: &Header) {
        let on_recitals = header.basis.iter().all(is_recital);
        if on_recitals && !(header.basis.is_empty() && header.recitals.is_empty()) {
            self.missing(LawProblem::OperativeOnRecital { name: header.name.clone() }, header);
        } else {
            self.need_basis("exception", header);
        }
    }

    fn need_recital_basis(&mut self, header: &Header) {
        let name = header.name.clone();
        if let Some(operative) = header.basis.iter().find(|cited| !is_recital(cited)) {
            self.problem(LawProblem::InterpretiveWithBasis { name }, operative.range);
        } else if header.basis.is_empty() && header.recitals.is_empty() {
            self.missing(LawProblem::NoBasis { item: "interpretive", name }, header);
        }
    }

    /// A norm without anything that must hold would always hold.
    fn need_elements(&mut self, header: &Header, rule: &Rule) {
        let silent = rule.forbids.is_none()
            && rule.elements.is_empty()
            && rule.in_so_far_as.is_none()
            && rule.subject_to.is_empty();
        if silent {
            self.missing(LawProblem::NoElements { name: header.name.clone() }, header);
        }
    }

    /// Reports what an item lacks, unless a part of it has a problem of its own
    /// and may be just that.
    pub(super) fn missing(&mut self, problem: LawProblem, header: &Header) {
        if !self.is_damaged {
            self.problem(problem, header.name_range);
        }
    }
}

fn is_recital(cited: &Cited) -> bool {
    matches!(cited.citation.provision.root, base::Root::Recital(_))
}

//! Obligations by period.

use std::collections::HashSet;

use ir::{
    Action, Conduct, Duty, Limit, MemberSet, Must, MustVariant, Node, NodeId, Obligation, SlotRef, Standard,
};
use syntax::ItemKind;

use super::norms::signed_roots;
use super::schema::standard_path;
use super::{Lowering, citations};
use crate::model::{self, Asked, Base, Body, Effect, Expr, ExprKind};
use crate::names::Names;
use crate::source::{ByName, Source};
use crate::translations::key;

impl<'a> Lowering<'a> {
    pub(super) fn obligations(&mut self) -> Vec<Obligation> {
        let names: Vec<&str> = self.obligation_ids.keys().copied().collect();
        names.into_iter().map(|name| self.obligation(name)).collect()
    }

    fn obligation(&mut self, name: &'a str) -> Obligation {
        let versions = self.versions(ItemKind::Obligation, name, &mut |this, at| this.duty(at));
        let bodies = versions.0.iter().filter_map(|version| version.body.as_ref());
        let roots: Vec<NodeId> = bodies.flat_map(roots).collect();
        self.check_size(ItemKind::Obligation, name, &roots);
        let subject = self.subject(&roots);
        let notes = self.notes_on(ItemKind::Obligation, name);
        Obligation { name: name.to_owned(), subject, versions, notes }
    }

    fn duty(&mut self, at: usize) -> Duty {
        let item = self.items[at].item;
        let name = item.header.name.as_str();
        let basis = citations(&item.header.basis);
        let Body::Obligation(obligation) = &item.body else {
            unreachable!("only obligations are lowered as obligations")
        };
        let home = self.home(at);
        let range = item.header.name_range;
        let when = match &obligation.when {
            Some(when) => self.expr(at, when),
            None => self.add(Node::Known(true), home, range),
        };
        let mut trigger = Vec::new();
        if let Some(kinds) = &obligation.on {
            trigger.push(self.kind_in(kinds, home, range));
        }
        let only_operators = !obligation.addressed_to.is_empty()
            && obligation.addressed_to.iter().all(|role| usize::from(*role) < self.names.conduct.operators);
        if only_operators {
            trigger.push(self.conduct_in(Conduct::OPERATOR, &obligation.addressed_to, home, range));
        }
        if obligation.when.is_some() {
            trigger.push(when);
        }
        let trigger = self.all(trigger, home, range);
        let musts: Vec<Must> = obligation.musts.iter().map(|must| self.must(at, name, must)).collect();
        let gates = self.gates_on(name, &basis);
        let exceptions = self.exceptions_to(name, &basis);
        let arguments = self.arguments_on(name, &basis, &[], &exceptions);
        let sanctions = self.sanctions_on(name, &basis);
        let conditions =
            musts.iter().flat_map(|must| &must.variants).filter_map(|variant| match variant.action {
                Action::Condition(node) => Some(node),
                Action::Event(_) => None,
            });
        let formula = signed_roots(&gates, &exceptions, conditions.chain([trigger]));
        let correlation = super::correlation::find(self.pool.nodes(), &formula);
        Duty {
            gates,
            addressed_to: obligation.addressed_to.iter().copied().collect::<MemberSet>(),
            trigger,
            when,
            exceptions,
            arguments,
            musts,
            sanctions,
            correlated: correlation.slots,
            correlated_issues: correlation.issues,
            opaque: correlation.opaque,
        }
    }

    fn must(&mut self, at: usize, obligation: &'a str, must: &'a model::Must) -> Must {
        let path = standard_path(obligation, &must.header.name);
        let issue = self.issues.on(obligation, Some(&must.header.name)).first().copied();
        let mut written = vec![&must.asked.action];
        let variants = match issue {
            None => vec![self.variant(at, &must.asked, &path)],
            Some(id) => {
                let (issue_at, issue) = self.body_of(id);
                let variants = issue.readings.iter().map(|reading| {
                    let base = self.variant(at, &must.asked, &path);
                    let home = self.home(issue_at);
                    match (&reading.effect, base.action) {
                        (Effect::Replaces(asked), _) => {
                            written.push(&asked.action);
                            self.variant(issue_at, asked, &path)
                        }
                        (Effect::Narrows(with), Action::Condition(node)) => {
                            written.push(with);
                            let with = self.expr(issue_at, with);
                            let both = self.all(vec![node, with], home, reading.range);
                            MustVariant { action: Action::Condition(both), ..base }
                        }
                        (Effect::Widens(with), Action::Condition(node)) => {
                            written.push(with);
                            let with = self.expr(issue_at, with);
                            let either = self.any(vec![node, with], home, reading.range);
                            MustVariant { action: Action::Condition(either), ..base }
                        }
                        (
                            Effect::Keeps
                            | Effect::AddsException(_)
                            | Effect::Drops(_)
                            | Effect::Narrows(_)
                            | Effect::Widens(_),
                            _,
                        ) => base,
                    }
                });
                variants.collect()
            }
        };
        let mut rests_on = ir::RestsOn::default();
        for variant in &variants {
            let (Action::Condition(node) | Action::Event(node)) = variant.action;
            let found = self.rests_on(node, &written);
            rests_on.judgement |= found.judgement || variant.standard.is_some();
            rests_on.definitions.extend(found.definitions);
            rests_on.issues.extend(found.issues.into_iter().chain(issue));
        }
        rests_on.definitions.sort();
        rests_on.definitions.dedup();
        rests_on.issues.sort();
        rests_on.issues.dedup();
        Must {
            name: must.header.name.clone(),
            label: self.label(at, &key("must", &[obligation, &must.header.name]), &must.header),
            basis: citations(&must.header.basis),
            negative: must.negative,
            issue,
            variants,
            rests_on,
            span: self.span(at, must.range),
        }
    }

    fn variant(&mut self, at: usize, asked: &'a Asked, path: &str) -> MustVariant {
        let node = self.expr(at, &asked.action);
        let action = if asked.action.ty.is_formula() { Action::Condition(node) } else { Action::Event(node) };
        let standard = asked.standard.and_then(|kind| {
            let found = [(0, ir::LayoutId::FACTS), (1, ir::LayoutId::CONDUCT)].into_iter().find_map(
                |(frame, layout)| {
                    let slot = *self.slots.get(&(layout, path.to_owned()))?;
                    Some(SlotRef { frame, slot })
                },
            );
            found.map(|judgement| Standard { kind, judgement })
        });
        let limit = asked
            .limit
            .as_ref()
            .map(|(duration, from)| Limit { duration: *duration, from: self.expr(at, from) });
        MustVariant { action, standard, limit, each_year: asked.each_year }
    }
}

/// Every formula and term of a duty.
fn roots(duty: &Duty) -> Vec<NodeId> {
    let mut roots = vec![duty.trigger];
    roots.extend(duty.gates.iter().map(|gate| gate.rule.holds));
    roots.extend(duty.exceptions.iter().map(|exception| exception.holds));
    for variant in duty.musts.iter().flat_map(|must| &must.variants) {
        let (Action::Condition(node) | Action::Event(node)) = variant.action;
        roots.push(node);
        roots.extend(variant.limit.map(|limit| limit.from));
    }
    roots
}

/// Whether an obligation is decided for conduct: by its clauses, or because
/// something in it reads a field of conduct.
pub fn concerns_conduct(
    item: &model::Item,
    obligation: &model::Obligation,
    items: &ByName<'_, '_>,
    names: &Names,
) -> bool {
    let only_operators = !obligation.addressed_to.is_empty()
        && obligation.addressed_to.iter().all(|role| usize::from(*role) < names.conduct.operators);
    if obligation.on.is_some() || only_operators {
        return true;
    }
    let mut seen = HashSet::new();
    let mut pending = item.expressions();
    while let Some(expr) = pending.pop() {
        let mut found = false;
        expr.walk(&mut |expr| {
            found |= expr.reads().iter().any(|field| field.base == Base::Conduct);
            if let ExprKind::Call(name, _) = &expr.kind
                && seen.insert(name)
            {
                pending.extend(items.get(name.as_str()).into_iter().flatten().filter_map(means));
            }
        });
        if found {
            return true;
        }
    }
    false
}

fn means<'a>(source: &&Source<'a>) -> Option<&'a Expr> {
    match &source.item.body {
        Body::Definition(_, means) => Some(means),
        _ => None,
    }
}

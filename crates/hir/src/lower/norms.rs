//! Prohibitions by period, and constraints.

use base::Citation;
use ir::{
    Constraint, Day, Element, Gate, GateKind, Node, NodeId, Period, Prohibition, Prohibits, RestsOn, State,
    Subject, Version, Versions,
};
use problem::{NameKind, NameProblem, TypeProblem};
use syntax::ItemKind;

use super::{BEGINNING, Lowering, PERIOD_LIMIT, citations};
use crate::model::{Body, Dates};

impl<'a> Lowering<'a> {
    pub(super) fn prohibitions(&mut self) -> Vec<Prohibition> {
        let names = self.in_order(ItemKind::Prohibition);
        names.into_iter().map(|name| self.prohibition(name)).collect()
    }

    /// The names of a kind of norm in the order of the law, then of the files.
    pub(super) fn in_order(&self, kind: ItemKind) -> Vec<&'a str> {
        let all = self.named.iter().filter(|((of, _), _)| *of == kind);
        let mut names: Vec<(&str, usize)> = all.map(|((_, name), items)| (*name, items[0])).collect();
        names.sort_by(|(_, one), (_, other)| {
            let basis =
                |at: usize| self.items[at].item.header.basis.first().map(|cited| &cited.citation.provision);
            let source = |at: usize| {
                let source = basis(at).map(|provision| provision.source.as_str());
                (source != Some(self.names.default_source.as_str()), source)
            };
            let by_law = match (basis(*one), basis(*other)) {
                (Some(one), Some(other)) => law::law_order(one, other),
                (one, other) => one.is_none().cmp(&other.is_none()),
            };
            source(*one).cmp(&source(*other)).then(by_law).then(one.cmp(other))
        });
        names.into_iter().map(|(name, _)| name).collect()
    }

    fn prohibition(&mut self, name: &'a str) -> Prohibition {
        let versions = self.versions(ItemKind::Prohibition, name, &mut |this, at| this.prohibits(at));
        let reads = versions.0.iter().filter_map(|version| version.body.as_ref());
        let roots: Vec<NodeId> = reads.flat_map(roots).collect();
        self.check_size(ItemKind::Prohibition, name, &roots);
        let subject = self.subject(&roots);
        let notes = self.notes_on(ItemKind::Prohibition, name);
        Prohibition { name: name.to_owned(), subject, versions, notes }
    }

    /// Lowers a norm period by period.
    pub(super) fn versions<B: PartialEq>(
        &mut self,
        kind: ItemKind,
        name: &'a str,
        body: &mut dyn FnMut(&mut Self, usize) -> B,
    ) -> Versions<B> {
        let items = self.named.get(&(kind, name)).cloned().unwrap_or_default();
        self.norm = name.to_owned();
        let mut versions: Vec<Version<B>> = Vec::new();
        let mut from = BEGINNING;
        loop {
            self.day = from;
            self.horizon = None;
            self.definitions.clear();
            for &at in &items {
                self.look_at(self.items[at].item.header.dates);
            }
            let Some((at, state)) = self.current(&items) else { break };
            let header = &self.items[at].item.header;
            let body = (state == State::Applicable).then(|| body(self, at));
            let version = Version {
                period: Period {
                    from: (from != BEGINNING).then_some(from),
                    until: self.horizon.map(Day::previous),
                },
                state,
                label: self.own_label(at),
                basis: citations(&header.basis),
                recitals: citations(&header.recitals),
                body,
                span: self.span(at, header.name_range),
            };
            match versions.last_mut() {
                Some(last) if same(last, &version) => last.period.until = version.period.until,
                Some(_) | None => versions.push(version),
            }
            let Some(next) = self.horizon else { break };
            if versions.len() >= PERIOD_LIMIT {
                let many = NameProblem::TooMany { kind: NameKind::Version, limit: PERIOD_LIMIT as u32 };
                self.report_once(at, header.name_range, many);
                break;
            }
            from = next;
        }
        Versions(versions)
    }

    /// The version that says how the norm stands on the day, and how.
    pub(super) fn current(&self, items: &[usize]) -> Option<(usize, State)> {
        let states = items.iter().map(|&at| (at, state_on(self.items[at].item.header.dates, self.day)));
        states.max_by_key(|(at, state)| {
            let rank = match state {
                State::NotYetInForce => 0,
                State::NoLongerApplicable => 1,
                State::NotYetApplicable => 2,
                State::Applicable => 3,
            };
            let start = self.items[*at].item.header.dates.law_from();
            // Of several that are to come the first, of several that are past the last.
            let near = if rank == 0 {
                start.map(|day| -i64::from(day.0))
            } else {
                start.map(|day| i64::from(day.0))
            };
            (rank, near)
        })
    }

    fn prohibits(&mut self, at: usize) -> Prohibits {
        let item = self.items[at].item;
        let name = item.header.name.as_str();
        let basis = citations(&item.header.basis);
        let mut elements = Vec::new();
        if let Some((kinds, range)) = self.rule_of(at).and_then(|rule| rule.forbids.as_ref()) {
            let home = self.home(at);
            let formula = self.kind_in(kinds, home, *range);
            elements.push(Element {
                name: "conduct".into(),
                kinds: None,
                basis: Vec::new(),
                formula,
                holds: formula,
                points: Vec::new(),
                rests_on: RestsOn::default(),
                span: self.span(at, *range),
            });
        }
        elements.extend(self.elements(at));
        let gates = self.gates_on(name, &basis);
        let exceptions = self.exceptions_to(name, &basis);
        let arguments = self.arguments_on(name, &basis, &elements, &exceptions);
        let sanctions = self.sanctions_on(name, &basis);
        let mut body = Prohibits {
            gates,
            elements,
            exceptions,
            arguments,
            sanctions,
            correlated: Vec::new(),
            correlated_issues: Vec::new(),
            opaque: Vec::new(),
        };
        let formula =
            signed_roots(&body.gates, &body.exceptions, body.elements.iter().map(|element| element.holds));
        let correlation = super::correlation::find(self.pool.nodes(), &formula);
        body.correlated = correlation.slots;
        body.correlated_issues = correlation.issues;
        body.opaque = correlation.opaque;
        body
    }

    /// The scopes and exclusions of a norm.
    pub(super) fn gates_on(&mut self, name: &str, basis: &[Citation]) -> Vec<Gate> {
        let mut gates = Vec::new();
        for (kind, item) in [(GateKind::Scope, ItemKind::Scope), (GateKind::Exclusion, ItemKind::Exclusion)] {
            for at in self.rules_on(item, name, basis) {
                let rule = self.exception(at);
                self.reads_no_outcome(at, rule.holds);
                gates.push(Gate { kind, rule });
            }
        }
        gates
    }

    /// Scopes, exclusions and constraints are asked before any duty is: they
    /// must not depend on one.
    fn reads_no_outcome(&mut self, at: usize, root: NodeId) {
        let mut kept = false;
        self.walk(root, &mut |_, node| kept |= matches!(node, Node::Kept(_)));
        if kept {
            let on = "a scope, an exclusion or a constraint".to_owned();
            let misplaced = TypeProblem::Misplaced { clause: "provided that", on };
            self.report_once(at, self.items[at].item.header.name_range, misplaced);
        }
    }

    /// For what a norm is decided: for conduct if anything in it reads some.
    pub(super) fn subject(&self, roots: &[NodeId]) -> Subject {
        let mut conduct = false;
        for &root in roots {
            self.walk(root, &mut |_, node| match node {
                Node::Test(slot) | Node::Read(slot) => conduct |= slot.frame == 1,
                Node::Kept(_) => conduct = true,
                _ => {}
            });
        }
        if conduct { Subject::Conduct } else { Subject::System }
    }

    pub(super) fn constraints(&mut self) -> Vec<Constraint> {
        let mut constraints = Vec::new();
        for at in 0..self.items.len() {
            let item = self.items[at].item;
            let Body::Constraint(always) = &item.body else { continue };
            self.norm = item.header.name.clone();
            self.day = item.header.dates.applicable_from().unwrap_or(BEGINNING);
            self.horizon = None;
            self.definitions.clear();
            let formula = self.expr(at, always);
            self.reads_no_outcome(at, formula);
            constraints.push(Constraint {
                name: item.header.name.clone(),
                label: self.own_label(at),
                subject: self.subject(&[formula]),
                formula,
                span: self.span(at, item.header.name_range),
            });
        }
        constraints
    }
}

/// Every formula of a prohibition.
fn roots(body: &Prohibits) -> Vec<NodeId> {
    let gates = body.gates.iter().map(|gate| gate.rule.holds);
    let elements = body.elements.iter().map(|element| element.holds);
    let exceptions = body.exceptions.iter().map(|exception| exception.holds);
    gates.chain(elements).chain(exceptions).collect()
}

/// The parts of a norm's whole formula, each with whether it counts in favour.
pub(super) fn signed_roots(
    gates: &[Gate],
    exceptions: &[ir::Exception],
    positive: impl Iterator<Item = NodeId>,
) -> Vec<(NodeId, bool)> {
    let gates = gates.iter().map(|gate| (gate.rule.holds, gate.kind == GateKind::Scope));
    let exceptions = exceptions.iter().map(|exception| (exception.holds, false));
    gates.chain(exceptions).chain(positive.map(|node| (node, true))).collect()
}

/// How something stands on a day.
fn state_on(dates: Dates, day: Day) -> State {
    let before = |from: Option<Day>| from.is_some_and(|from| day < from);
    if dates.applies_until.is_some_and(|until| until < day) {
        State::NoLongerApplicable
    } else if before(dates.law_from()) {
        State::NotYetInForce
    } else if before(dates.applicable_from()) {
        State::NotYetApplicable
    } else {
        State::Applicable
    }
}

fn same<B: PartialEq>(one: &Version<B>, other: &Version<B>) -> bool {
    one.state == other.state
        && one.label == other.label
        && one.basis == other.basis
        && one.recitals == other.recitals
        && one.body == other.body
        && one.span == other.span
}

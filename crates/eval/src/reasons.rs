//! Which facts a status rests on, by Kleene relevance: of *all* that is not
//! met the parts that are not met, of *all* that is met every part, dually for
//! *any*, and of an unknown the unknown parts. Comparisons rest on every slot
//! that they read.
//!
//! Looking for what is open is the same walk, but keeps only what is not known
//! for good.

use std::collections::HashSet;

use ir::{Conduct, IssueId, ListRef, Node, NodeId, NodeList, SlotRef, Status, Value};

use crate::cases::Shown;
use crate::scope::Scope;
use crate::term::Term;

/// What a walk looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looking {
    /// The facts that a status rests on.
    Because,
    /// The facts that could still settle it.
    Open,
}

/// What a walk finds, in the order in which it comes by, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    slots: Vec<u32>,
    known: HashSet<u32>,
    issues: Vec<IssueId>,
    /// Whether the list of conduct is open.
    conduct: bool,
    /// How often something was found, known already or not.
    finds: usize,
}

impl Found {
    /// The places of values.
    pub(crate) fn slots(&self) -> &[u32] {
        &self.slots
    }

    /// The issues that are not picked.
    pub(crate) fn issues(&self) -> &[IssueId] {
        &self.issues
    }

    /// Whether the list of conduct is open.
    pub(crate) fn conduct(&self) -> bool {
        self.conduct
    }

    pub(crate) fn add_slot(&mut self, place: u32) {
        self.finds += 1;
        if self.known.insert(place) {
            self.slots.push(place);
        }
    }

    pub(crate) fn add_issue(&mut self, issue: IssueId) {
        self.finds += 1;
        if !self.issues.contains(&issue) {
            self.issues.push(issue);
        }
    }

    pub(crate) fn add_conduct(&mut self) {
        self.finds += 1;
        self.conduct = true;
    }
}

impl Scope<'_> {
    /// The facts and issues that the status of a formula rests on.
    pub(crate) fn because(&mut self, formula: NodeId) -> Found {
        let mut found = Found::default();
        self.explain(formula, Looking::Because, &mut found);
        found
    }

    /// Adds what could still settle a formula, if it is unknown.
    pub(crate) fn add_open(&mut self, formula: NodeId, found: &mut Found) {
        if self.formula(formula) == Status::Unknown {
            self.explain(formula, Looking::Open, found);
        }
    }

    /// Adds what leaves open whether the conduct of the case took place.
    pub(crate) fn add_open_conduct(&self, found: &mut Found) {
        match self.case.shown {
            Shown::Surely => {}
            Shown::NotBeyond => {
                if let Some(place) = self.place(SlotRef { frame: 1, slot: Conduct::UNTIL }) {
                    found.add_slot(place);
                }
            }
            Shown::Hypothetical => found.add_conduct(),
        }
    }

    /// Adds what the status of a formula rests on.
    pub(crate) fn explain(&mut self, id: NodeId, looking: Looking, found: &mut Found) {
        match self.node(id) {
            Node::Known(_) | Node::Literal(_) => {}
            Node::Test(slot) | Node::Read(slot) => self.mention(slot, looking, found),
            Node::Not(other) => self.explain(other, looking, found),
            Node::All(list) | Node::Any(list) => {
                let status = self.formula(id);
                self.explain_like(list, status, looking, found);
            }
            Node::Compare(_, left, right) | Node::In(left, right) => {
                self.explain_terms(&[left, right], looking, found);
            }
            Node::OneOf(term, _) | Node::Happened(term) => self.explain_terms(&[term], looking, found),
            Node::Some { list, frame, body } | Node::Every { list, frame, body } => {
                let status = self.formula(id);
                let given = self.list(list);
                let open = |given: ListRef| status == Status::Unknown && !given.complete;
                if given.is_none_or(|given| given.len == 0 || open(given)) {
                    self.explain_list(list, given, looking, found);
                }
                self.explain_records(given, frame, found, |scope, found| {
                    if scope.formula(body) == status {
                        scope.explain(body, looking, found);
                    }
                });
            }
            Node::Kept(obligation) => self.explain_duty(obligation, looking, found),
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => {
                    if let Some(branch) = self.branch(branches, reading) {
                        self.explain(branch, looking, found);
                    }
                }
                None => {
                    let status = self.formula(id);
                    if status == Status::Unknown {
                        found.add_issue(issue);
                    }
                    self.explain_like(branches, status, looking, found);
                }
            },
            Node::Case(list) => {
                let status = self.formula(id);
                self.explain_case(list, looking, found, |scope, branch, found| {
                    if scope.formula(branch) == status {
                        scope.explain(branch, looking, found);
                    }
                });
            }
            Node::Arithmetic(..)
            | Node::Count { .. }
            | Node::Earliest { .. }
            | Node::Latest { .. }
            | Node::Highest(_)
            | Node::Lowest(_) => self.explain_term(id, looking, found),
        }
    }

    /// Explains the formulas of a list that have a status.
    fn explain_like(&mut self, list: NodeList, status: Status, looking: Looking, found: &mut Found) {
        for &part in self.program.nodes.list(list) {
            if self.formula(part) == status {
                self.explain(part, looking, found);
            }
        }
    }

    /// Explains terms of which a test is made. Where nothing in them is open
    /// and the test is unknown all the same, all of it is named.
    pub(crate) fn explain_terms(&mut self, terms: &[NodeId], looking: Looking, found: &mut Found) {
        let before = found.finds;
        for &term in terms {
            self.explain_term(term, looking, found);
        }
        if looking == Looking::Open && found.finds == before {
            for &term in terms {
                self.explain_term(term, Looking::Because, found);
            }
        }
    }

    fn explain_term(&mut self, id: NodeId, looking: Looking, found: &mut Found) {
        match self.node(id) {
            Node::Literal(_) => {}
            Node::Read(slot) => self.mention(slot, looking, found),
            Node::Arithmetic(_, left, right) => {
                self.explain_term(left, looking, found);
                self.explain_term(right, looking, found);
            }
            Node::Count { list, frame, filter } => {
                let given = self.list(list);
                self.explain_list(list, given, looking, found);
                self.explain_records(given, frame, found, |scope, found| {
                    scope.explain_filter(filter, looking, found);
                });
            }
            Node::Earliest { list, frame, event, filter } | Node::Latest { list, frame, event, filter } => {
                let given = self.list(list);
                if looking == Looking::Open || given.is_none_or(|given| given.len == 0 || !given.complete) {
                    self.explain_list(list, given, looking, found);
                }
                self.explain_records(given, frame, found, |scope, found| {
                    let counts = scope.formula(filter);
                    scope.explain_filter(filter, looking, found);
                    if counts != Status::NotMet {
                        scope.explain_term(event, looking, found);
                    }
                });
            }
            Node::Highest(list) | Node::Lowest(list) => {
                for &term in self.program.nodes.list(list) {
                    self.explain_term(term, looking, found);
                }
            }
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => {
                    if let Some(branch) = self.branch(branches, reading) {
                        self.explain_term(branch, looking, found);
                    }
                }
                None => {
                    if self.term(id) == Term::UNKNOWN {
                        found.add_issue(issue);
                    }
                    for &branch in self.program.nodes.list(branches) {
                        self.explain_term(branch, looking, found);
                    }
                }
            },
            Node::Case(list) => self.explain_case(list, looking, found, |scope, branch, found| {
                scope.explain_term(branch, looking, found);
            }),
            Node::Known(_)
            | Node::Test(_)
            | Node::Not(_)
            | Node::All(_)
            | Node::Any(_)
            | Node::Compare(..)
            | Node::OneOf(..)
            | Node::In(..)
            | Node::Happened(_)
            | Node::Some { .. }
            | Node::Every { .. }
            | Node::Kept(_) => self.explain_filter(id, looking, found),
        }
    }

    /// Explains a formula within a term: what is open only if it is unknown.
    fn explain_filter(&mut self, filter: NodeId, looking: Looking, found: &mut Found) {
        match looking {
            Looking::Because => self.explain(filter, looking, found),
            Looking::Open => self.add_open(filter, found),
        }
    }

    fn explain_list(&mut self, list: NodeId, given: Option<ListRef>, looking: Looking, found: &mut Found) {
        let settled = given.is_some_and(|given| given.complete);
        if looking == Looking::Because || !settled {
            self.explain_term(list, looking, found);
        }
    }

    fn explain_records(
        &mut self,
        list: Option<ListRef>,
        frame: u8,
        found: &mut Found,
        mut explain: impl FnMut(&mut Self, &mut Found),
    ) {
        let records = list.map_or(&[][..], |list| self.records(list));
        for &row in records {
            self.enter(frame, row);
            explain(self, found);
        }
    }

    /// Explains the conditions up to the branch that is taken, and by
    /// `explain` the branches that can be.
    fn explain_case(
        &mut self,
        list: NodeList,
        looking: Looking,
        found: &mut Found,
        mut explain: impl FnMut(&mut Self, NodeId, &mut Found),
    ) {
        for arm in self.program.nodes.list(list).chunks(2) {
            match *arm {
                [condition, branch] => {
                    let status = self.formula(condition);
                    self.explain_filter(condition, looking, found);
                    if status != Status::NotMet {
                        explain(self, branch, found);
                    }
                    if status == Status::Met {
                        return;
                    }
                }
                [otherwise] => explain(self, otherwise, found),
                _ => {}
            }
        }
    }

    /// Names a slot; looking for what is open, only if it is.
    pub(crate) fn mention(&self, slot: SlotRef, looking: Looking, found: &mut Found) {
        let Some(place) = self.place(slot) else { return };
        match looking {
            Looking::Because => found.add_slot(place),
            Looking::Open if slot.frame == 1 && self.case.shown == Shown::Hypothetical => found.add_conduct(),
            Looking::Open => {
                if self.is_open(self.read(slot)) {
                    found.add_slot(place);
                }
            }
        }
    }

    /// Whether a fact can still be filled in: it is unknown, only bounds of
    /// its time are known, or its list may be incomplete. Of what has not
    /// happened by `as_of` there is nothing more to know.
    pub(crate) fn is_open(&self, value: Value) -> bool {
        match value {
            Value::Unknown => true,
            Value::Time(time) => time.earliest != time.latest && time != self.not_yet(),
            Value::List(list) => !list.complete,
            Value::Bool(_)
            | Value::Member(_)
            | Value::Set(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Text(_)
            | Value::Day(_)
            | Value::Duration(_) => false,
        }
    }
}

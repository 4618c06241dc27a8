//! Random prohibitions, obligations, exceptions and gates, each built from
//! its parts the way lowering does.

use ir::*;

use crate::generate::{Frames, Kind, SPAN, STANDARDS, Writer};
use crate::random::day;

/// The first slot of the judgements on standards.
fn first_standard(layout: &Layout) -> u32 {
    (layout.fields.len() - STANDARDS) as u32
}

/// The frames of a norm.
fn frames(subject: Subject) -> Frames {
    match subject {
        Subject::System => vec![(0, LayoutId::FACTS)],
        Subject::Conduct => vec![(0, LayoutId::FACTS), (1, LayoutId::CONDUCT)],
    }
}

impl Writer {
    fn depth(&mut self) -> usize {
        self.rng.below(self.size.min(3) + 1)
    }

    pub fn up_to(&mut self, most: usize) -> usize {
        let most = most.min(self.size);
        self.rng.below(most + 1)
    }

    fn any_formula(&mut self, frames: &Frames) -> NodeId {
        let depth = self.depth();
        self.formula(depth, frames)
    }

    fn only_under(&mut self) -> Option<(IssueId, MemberSet)> {
        if self.readings.is_empty() || !self.rng.percent(15) {
            return None;
        }
        let issue = self.rng.below(self.readings.len());
        Some((IssueId(issue as u16), self.rng.members(self.readings[issue])))
    }

    /// `holds` under some readings, `otherwise` under the others.
    fn under(&mut self, only: Option<(IssueId, MemberSet)>, holds: NodeId, otherwise: bool) -> NodeId {
        let Some((issue, readings)) = only else { return holds };
        let known = self.add(Node::Known(otherwise));
        let number = self.readings[usize::from(issue.0)];
        let branch = |reading| if readings.contains(reading) { holds } else { known };
        self.choose(usize::from(issue.0), (0..number).map(branch).collect())
    }

    fn element(&mut self, name: &str, formula: NodeId, kinds: Option<MemberSet>) -> Element {
        let holds = match kinds {
            Some(kinds) => {
                let kind = self.add(Node::Read(SlotRef { frame: 1, slot: Conduct::KIND }));
                let among = self.add(Node::OneOf(kind, kinds));
                let elsewhere = self.add(Node::Not(among));
                self.any(vec![elsewhere, formula])
            }
            None => formula,
        };
        Element {
            name: name.into(),
            kinds,
            basis: Vec::new(),
            formula,
            holds,
            points: Vec::new(),
            rests_on: RestsOn::default(),
            span: SPAN,
        }
    }

    fn elements(&mut self, count: usize, frames: &Frames) -> Vec<Element> {
        let with_kinds = frames.len() > 1;
        (0..count)
            .map(|at| {
                let kinds = (with_kinds && self.rng.percent(20)).then(|| self.rng.members(4));
                let formula = self.any_formula(frames);
                self.element(&format!("element{at}"), formula, kinds)
            })
            .collect()
    }

    fn conditions(&mut self, frames: &Frames) -> Conditions {
        let count = 1 + self.up_to(1);
        let elements = self.elements(count, frames);
        let all = self.all(elements.iter().map(|element| element.holds).collect());
        let only_under = self.only_under();
        let holds = self.under(only_under, all, true);
        Conditions { name: "conditions".into(), basis: Vec::new(), only_under, elements, holds }
    }

    /// A rule with exceptions to it, `nested` deep.
    fn exception(&mut self, name: &str, frames: &Frames, nested: usize) -> Exception {
        let inner = if nested > 0 { self.up_to(2) } else { 0 };
        let exceptions: Vec<Exception> =
            (0..inner).map(|at| self.exception(&format!("{name}_{at}"), frames, nested - 1)).collect();
        self.relied_on.clear();
        let count = self.up_to(2);
        let elements = self.elements(count, frames);
        let in_so_far_as = self.rng.percent(25).then(|| self.any_formula(frames));
        let groups = if self.rng.percent(40) { self.up_to(2) } else { 0 };
        let conditions: Vec<Conditions> = (0..groups).map(|_| self.conditions(frames)).collect();
        let mut provided_that = std::mem::take(&mut self.relied_on);
        provided_that.sort();
        provided_that.dedup();
        let mut parts: Vec<NodeId> = elements.iter().map(|element| element.holds).collect();
        parts.extend(in_so_far_as);
        parts.extend(conditions.iter().map(|group| group.holds));
        for exception in &exceptions {
            parts.push(self.add(Node::Not(exception.holds)));
        }
        let all = self.all(parts);
        let only_under = self.only_under();
        let holds = self.under(only_under, all, false);
        Exception {
            name: name.into(),
            label: Localised::default(),
            basis: Vec::new(),
            recitals: Vec::new(),
            only_under,
            elements,
            in_so_far_as,
            conditions,
            provided_that,
            exceptions,
            holds,
            span: SPAN,
        }
    }

    fn exceptions(&mut self, frames: &Frames) -> Vec<Exception> {
        let count = self.up_to(3);
        (0..count).map(|at| self.exception(&format!("exception{at}"), frames, 2)).collect()
    }

    fn gates(&mut self, frames: &Frames) -> Vec<Gate> {
        let relied_on = std::mem::take(&mut self.may_rely_on);
        let count = if self.rng.percent(50) { self.up_to(2) } else { 0 };
        let gates = (0..count)
            .map(|at| {
                let kind = self.rng.pick(&[GateKind::Scope, GateKind::Exclusion]);
                Gate { kind, rule: self.exception(&format!("gate{at}"), frames, 1) }
            })
            .collect();
        self.may_rely_on = relied_on;
        gates
    }

    pub fn prohibits(&mut self, subject: Subject, relies_on: &[ObligationId]) -> Prohibits {
        let frames = frames(subject);
        let gates = self.gates(&frames);
        let mut elements = Vec::new();
        if subject == Subject::Conduct && self.rng.percent(90) {
            let kind = self.add(Node::Read(SlotRef { frame: 1, slot: Conduct::KIND }));
            let kinds = self.rng.pick(&[0b1111, 0b1110, 0b1100, 0b1100, 0b0011, 0b0101]);
            let formula = self.add(Node::OneOf(kind, MemberSet(kinds)));
            elements.push(self.element("conduct", formula, None));
        }
        let count = self.up_to(3);
        elements.extend(self.elements(count, &frames));
        self.may_rely_on = relies_on.to_vec();
        let exceptions = self.exceptions(&frames);
        self.may_rely_on.clear();
        Prohibits {
            gates,
            elements,
            exceptions,
            arguments: Vec::new(),
            sanctions: Vec::new(),
            correlated: Vec::new(),
            correlated_issues: Vec::new(),
            opaque: Vec::new(),
        }
    }

    fn must(&mut self, subject: Subject) -> Must {
        let frames = frames(subject);
        let negative = self.rng.percent(20);
        let issue =
            (!self.readings.is_empty() && self.rng.percent(25)).then(|| self.rng.below(self.readings.len()));
        let number = issue.map_or(1, |issue| self.readings[issue]);
        Must {
            name: "must".into(),
            label: Localised::default(),
            basis: Vec::new(),
            negative,
            issue: issue.map(|issue| IssueId(issue as u16)),
            variants: (0..number).map(|_| self.variant(subject, &frames, negative)).collect(),
            rests_on: RestsOn::default(),
            span: SPAN,
        }
    }

    fn variant(&mut self, subject: Subject, frames: &Frames, negative: bool) -> MustVariant {
        let without_timing = |action| MustVariant { action, standard: None, limit: None, each_year: false };
        if self.rng.percent(25) {
            return without_timing(Action::Condition(self.any_formula(frames)));
        }
        let each_year = !negative && self.rng.percent(20);
        let of_list = each_year || self.rng.percent(40);
        let action = Action::Event(self.event(frames, of_list));
        if negative {
            return without_timing(action);
        }
        if each_year {
            return MustVariant { each_year, ..without_timing(action) };
        }
        let (frame, layout) = match subject {
            Subject::System => (0, LayoutId::FACTS),
            Subject::Conduct => (1, LayoutId::CONDUCT),
        };
        let slot = first_standard(self.schema.layout(layout)) + self.rng.below(STANDARDS) as u32;
        let kind = self.rng.pick(&[StandardKind::Immediately, StandardKind::WithoutUndueDelay]);
        let standard = self.rng.percent(40).then_some(Standard { kind, judgement: SlotRef { frame, slot } });
        let limit = self.rng.percent(70).then(|| self.limit(frames));
        MustVariant { action, standard, limit, each_year: false }
    }

    fn limit(&mut self, frames: &Frames) -> Limit {
        let hours = |hours: i64| Duration::Limited { months: 0, days: 0, micros: hours * 3_600_000_000 };
        let lengths = [(0, 1), (0, 2), (0, 3), (0, 7), (0, 15), (1, 0), (2, 0), (12, 0)];
        let duration = match self.rng.below(5) {
            0 => None,
            1..=2 => Some(hours(self.rng.pick(&[1, 24, 24, 48, 72]))),
            _ => {
                let (months, days) = self.rng.pick(&lengths);
                Some(Duration::Limited { months, days, micros: 0 })
            }
        };
        let kind = self.rng.pick(&[Kind::Time, Kind::Time, Kind::Time, Kind::Day]);
        let conduct = frames.len() > 1 && self.rng.percent(40);
        let from = match conduct {
            true => self.add(Node::Read(SlotRef { frame: 1, slot: Conduct::FROM })),
            false => self.term(kind, 1, frames),
        };
        Limit { duration, from }
    }

    pub fn duty(&mut self, subject: Subject) -> Duty {
        let frames = frames(subject);
        let gates = self.gates(&frames);
        let when = if self.rng.percent(40) { self.add(Node::Known(true)) } else { self.any_formula(&frames) };
        let addressed_to = if self.rng.percent(50) { self.rng.members(3) } else { MemberSet::default() };
        let mut trigger = vec![when];
        if subject == Subject::Conduct {
            let mut one_of = |slot, members| {
                let read = self.add(Node::Read(SlotRef { frame: 1, slot }));
                trigger.push(self.add(Node::OneOf(read, members)));
            };
            if addressed_to.0 != 0 && !addressed_to.contains(2) {
                one_of(Conduct::OPERATOR, addressed_to);
            }
            one_of(Conduct::KIND, MemberSet([0b1111, 0b1100, 0b0111][addressed_to.0 as usize % 3]));
        }
        let trigger = self.all(trigger);
        let count = 1 + self.up_to(1);
        Duty {
            gates,
            addressed_to,
            trigger,
            when,
            exceptions: if self.rng.percent(30) { self.exceptions(&frames) } else { Vec::new() },
            arguments: Vec::new(),
            musts: (0..count).map(|_| self.must(subject)).collect(),
            sanctions: Vec::new(),
            correlated: Vec::new(),
            correlated_issues: Vec::new(),
            opaque: Vec::new(),
        }
    }

    /// Periods that follow each other at these days.
    pub fn versions<B>(&mut self, borders: &[Day], mut body: impl FnMut(&mut Writer) -> B) -> Versions<B> {
        let first = self.rng.pick(&[State::Applicable, State::NotYetInForce, State::NotYetApplicable]);
        let ends = self.rng.percent(15);
        let versions = (0..=borders.len()).map(|at| {
            let state = match at {
                0 if !borders.is_empty() => first,
                last if last == borders.len() && ends && at > 0 => State::NoLongerApplicable,
                _ => State::Applicable,
            };
            Version {
                period: Period {
                    from: at.checked_sub(1).map(|before| borders[before]),
                    until: borders.get(at).map(|next| next.previous()),
                },
                state,
                label: Localised::default(),
                basis: Vec::new(),
                recitals: Vec::new(),
                body: (state == State::Applicable).then(|| body(self)),
                span: SPAN,
            }
        });
        Versions(versions.collect())
    }

    pub fn borders(&mut self) -> Vec<Day> {
        let mut borders: Vec<Day> = (0..self.up_to(3)).map(|_| day(&mut self.rng)).collect();
        borders.sort();
        borders.dedup();
        borders
    }

    pub fn subject(&mut self) -> Subject {
        if self.rng.percent(80) { Subject::Conduct } else { Subject::System }
    }
}

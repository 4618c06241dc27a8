//! Laws of the evaluator, on programs and facts made by chance (the same
//! chance each time): it never panics, deciding and deriving agree, and what
//! is settled stays settled when open facts are filled in.

use ir::{
    ArithmeticOp, Bounds, CompareOp, Completeness, Facts, IssueId, LayoutId, ListRef, Node, NodeId, Program,
    SlotRef, Status, Subject, Type, Value,
};

use crate::sample::{
    PLACING, Sample, USE, add_conduct, assessed, at, days, duty, element, exception, facts, hours, months,
    prohibits, timely,
};
use crate::{Decisions, Evaluator, Outcome};

const AS_OF: &str = "2026-12-31T12:00Z";

/// A sequence of numbers without end (Knuth's linear congruence).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn of<T: Copy>(&mut self, several: &[T]) -> T {
        several[self.below(several.len() as u64) as usize]
    }
}

/// Formulas by chance, over facts, conduct and one list of records.
struct Formulas {
    sample: Sample,
    chance: Chance,
    flags: Vec<SlotRef>,
    numbers: Vec<SlotRef>,
    events: Vec<SlotRef>,
    list: SlotRef,
    layout: LayoutId,
    issue: IssueId,
}

impl Formulas {
    fn new(seed: u64) -> Formulas {
        let mut sample = Sample::new();
        let layout = sample.record("Record", vec![("flag", Type::Bool), ("event", Type::Event)]);
        let flags = ["f0", "f1", "f2"].map(|name| sample.fact(name, Type::Bool)).to_vec();
        let numbers = ["n0", "n1"].map(|name| sample.fact(name, Type::Integer)).to_vec();
        let mut events = ["e0", "e1"].map(|name| sample.fact(name, Type::Event)).to_vec();
        events.push(SlotRef { frame: 1, slot: ir::Conduct::FROM });
        let list = sample.conduct("records", Type::List(layout));
        let issue = sample.issue("question");
        Formulas { sample, chance: Chance(seed), flags, numbers, events, list, layout, issue }
    }

    fn formula(&mut self, depth: u32, record: bool) -> NodeId {
        let kinds = if depth == 0 { 2 } else { 10 };
        match self.chance.below(kinds) {
            0 if record => self.sample.test(SlotRef { frame: 2, slot: 1 }),
            0 | 1 => {
                let slot = self.chance.of(&self.flags);
                self.sample.test(slot)
            }
            2 | 3 => {
                let parts: Vec<NodeId> = (0..3).map(|_| self.formula(depth - 1, record)).collect();
                if self.chance.below(2) == 0 { self.sample.all(&parts) } else { self.sample.any(&parts) }
            }
            4 => {
                let other = self.formula(depth - 1, record);
                self.sample.not(other)
            }
            5 => {
                let branches = [self.formula(depth - 1, record), self.formula(depth - 1, record)];
                self.sample.choose(self.issue, &branches)
            }
            6 => {
                let arms = (0..3).map(|_| self.formula(depth - 1, record)).collect();
                let arms = self.sample.pool.list(arms);
                self.sample.node(Node::Case(arms))
            }
            7 if !record => {
                let list = self.sample.read(self.list);
                let body = self.formula(depth - 1, true);
                let some = self.chance.below(2) == 0;
                self.sample.node(match some {
                    true => Node::Some { list, frame: 2, body },
                    false => Node::Every { list, frame: 2, body },
                })
            }
            8 => {
                let (left, right) = (self.number(depth - 1, record), self.number(depth - 1, record));
                let op = self.op();
                self.sample.compare(op, left, right)
            }
            _ => {
                let (left, right) = (self.time(depth - 1, record), self.time(depth - 1, record));
                let op = self.op();
                self.sample.compare(op, left, right)
            }
        }
    }

    fn op(&mut self) -> CompareOp {
        self.chance.of(&[CompareOp::Equal, CompareOp::Less, CompareOp::AtMost, CompareOp::AtLeast])
    }

    fn number(&mut self, depth: u32, record: bool) -> NodeId {
        match self.chance.below(if depth == 0 || record { 2 } else { 5 }) {
            0 => {
                // No zero: what is divided by it stays unknown, and needs nothing.
                let number = 1 + self.chance.below(3) as i64;
                self.sample.literal(Value::Integer(number))
            }
            1 => {
                let slot = self.chance.of(&self.numbers);
                self.sample.read(slot)
            }
            2 => {
                let list = self.sample.read(self.list);
                let filter = self.formula(depth - 1, true);
                self.sample.node(Node::Count { list, frame: 2, filter })
            }
            3 => {
                let terms = (0..2).map(|_| self.number(depth - 1, record)).collect();
                let terms = self.sample.pool.list(terms);
                self.sample.node(Node::Highest(terms))
            }
            _ => {
                let (left, right) = (self.number(depth - 1, record), self.number(depth - 1, record));
                let op = self.chance.of(&[ArithmeticOp::Add, ArithmeticOp::Multiply, ArithmeticOp::Divide]);
                self.sample.node(Node::Arithmetic(op, left, right))
            }
        }
    }

    fn time(&mut self, depth: u32, record: bool) -> NodeId {
        match self.chance.below(if depth == 0 || record { 2 } else { 4 }) {
            0 if record => self.sample.read(SlotRef { frame: 2, slot: 2 }),
            0 | 1 => {
                let slot = self.chance.of(&self.events);
                self.sample.read(slot)
            }
            2 => {
                let list = self.sample.read(self.list);
                let event = self.sample.read(SlotRef { frame: 2, slot: 2 });
                let filter = self.formula(depth - 1, true);
                let latest = self.chance.below(2) == 0;
                self.sample.node(match latest {
                    true => Node::Latest { list, frame: 2, event, filter },
                    false => Node::Earliest { list, frame: 2, event, filter },
                })
            }
            _ => {
                let time = self.time(depth - 1, record);
                let duration = self.chance.of(&[hours(30), days(3), months(1)]);
                let duration = self.sample.literal(Value::Duration(duration));
                self.sample.node(Node::Arithmetic(ArithmeticOp::Add, time, duration))
            }
        }
    }
}

fn instant(chance: &mut Chance) -> i64 {
    at("2026-12-01T00:00Z") + chance.below(30) as i64 * 86_400_000_000
}

/// A value of a slot, more or less known.
fn value(chance: &mut Chance, ty: &Type) -> Value {
    if chance.below(3) == 0 {
        return Value::Unknown;
    }
    match ty {
        Type::Bool => Value::Bool(chance.below(2) == 0),
        Type::Integer => Value::Integer(chance.below(4) as i64),
        _ => {
            let (first, second) = (instant(chance), instant(chance));
            Value::Time(match chance.below(4) {
                0 => Bounds { earliest: first.min(second), latest: first.max(second) },
                1 => Bounds { earliest: first, latest: Bounds::NEVER },
                2 => Bounds { earliest: Bounds::OPEN, latest: first },
                _ => Bounds::at(first),
            })
        }
    }
}

/// The value made more known, or the same.
fn filled(chance: &mut Chance, old: Value, ty: &Type) -> Value {
    if chance.below(2) == 0 {
        return old;
    }
    match old {
        Value::Unknown if matches!(ty, Type::Bool | Type::Integer | Type::Event) => value(chance, ty),
        Value::Time(Bounds { earliest, latest }) => {
            let earliest = earliest.max(at("2026-12-01T00:00Z"));
            let latest = latest.min(at("2026-12-31T00:00Z"));
            Value::Time(Bounds::at(earliest + (latest - earliest).max(0) / 2))
        }
        other => other,
    }
}

const RECORDS: u32 = 3;

fn given(formulas: &mut Chance, program: &Program, layout: LayoutId, list: SlotRef) -> Facts {
    let mut given = facts(program);
    for (slot, field) in program.schema.layouts[0].fields.iter().enumerate() {
        given.values[slot] = value(formulas, &field.ty);
    }
    let kind = formulas.of(&[PLACING, USE]);
    let from = value(formulas, &Type::Event);
    let row = add_conduct(&mut given, program, kind, from);
    for _ in 0..RECORDS {
        let record = given.push_row(&program.schema, layout);
        given.values[record as usize + 1] = value(formulas, &Type::Bool);
        given.values[record as usize + 2] = value(formulas, &Type::Event);
        given.rows.push(record);
    }
    let len = formulas.below(u64::from(RECORDS) + 1) as u32;
    let complete = formulas.below(2) == 0;
    given.values[(row + list.slot) as usize] = match formulas.below(4) {
        0 => Value::Unknown,
        _ => Value::List(ListRef { start: 0, len, complete }),
    };
    given
}

/// Facts that say the same and more; the date of conduct stays, for it picks the
/// law.
fn more(chance: &mut Chance, program: &Program, old: &Facts, list: SlotRef) -> Facts {
    let mut facts = old.clone();
    for (slot, field) in program.schema.layouts[0].fields.iter().enumerate() {
        facts.values[slot] = filled(chance, facts.values[slot], &field.ty);
    }
    for &record in &old.rows {
        for (slot, ty) in [(1, Type::Bool), (2, Type::Event)] {
            let at = record as usize + slot;
            facts.values[at] = filled(chance, facts.values[at], &ty);
        }
    }
    let place = (old.conduct[0] + list.slot) as usize;
    let whole = ListRef { start: 0, len: RECORDS, complete: chance.below(2) == 0 };
    facts.values[place] = match old.values[place] {
        Value::List(list) if list.complete => Value::List(list),
        _ => Value::List(whole),
    };
    facts
}

#[test]
fn filling_in_open_facts_never_turns_met_into_not_met_or_back() {
    for seed in 0..3_000 {
        let mut formulas = Formulas::new(seed);
        let formula = formulas.formula(4, false);
        let Formulas { sample, mut chance, list, layout, .. } = formulas;
        let program = sample.finish();
        let evaluator = Evaluator::new(&program);
        let settings = assessed(&program, AS_OF);
        for _ in 0..10 {
            let before = given(&mut chance, &program, layout, list);
            let after = more(&mut chance, &program, &before, list);
            let status = |facts: &Facts| {
                let mut scope = evaluator.scope(facts, &settings);
                let case = crate::cases::Case { row: facts.conduct[0], ..scope.case };
                scope.enter_case(case);
                scope.formula(formula)
            };
            let (before, after) = (status(&before), status(&after));
            assert!(before == Status::Unknown || before == after, "seed {seed}: {before:?} to {after:?}");
        }
    }
}

#[test]
fn deciding_and_deriving_agree_and_what_is_open_has_needs() {
    for seed in 0..1_000 {
        let mut formulas = Formulas::new(seed);
        let judgement = formulas.flags[0];
        let [trigger, required, excepting] = [3, 3, 3].map(|depth| formulas.formula(depth, false));
        let [event, from] = [2, 2].map(|depth| formulas.time(depth, false));
        let mut sample = formulas.sample;
        let act = timely("act", event, Some(judgement), Some((days(2), from)));
        let obligation = sample.oblige("duty", duty(trigger, vec![act]));
        let kept = sample.node(Node::Kept(obligation));
        let excepted = sample.all(&[excepting, kept]);
        let kind = sample.kind_in(&[USE]);
        let elements = vec![element("conduct", kind), element("required", required)];
        sample.prohibit("p", Subject::Conduct, prohibits(elements, vec![exception("e", excepted)]));
        let program = sample.finish();
        let evaluator = Evaluator::new(&program);
        let settings = assessed(&program, AS_OF);
        let mut decisions = Decisions::default();
        for _ in 0..5 {
            let mut facts = given(&mut formulas.chance, &program, formulas.layout, formulas.list);
            facts.completeness = formulas.chance.of(&[Completeness::Complete, Completeness::Incomplete]);
            facts.assumed = vec![judgement.slot];
            evaluator.decide(&facts, &settings, &mut decisions);
            let derivation = evaluator.derive(&facts, &settings);
            let cases = &derivation.prohibitions[0].cases;
            assert_eq!(cases.len(), decisions.cases.len());
            for (case, decided) in cases.iter().zip(&decisions.cases) {
                assert_eq!((case.outcome, case.conduct), (decided.outcome, decided.conduct));
                assert_eq!(case.needs.is_empty(), case.outcome != Outcome::Undetermined, "seed {seed}");
            }
            for (case, decided) in derivation.obligations[0].cases.iter().zip(&decisions.duties) {
                assert_eq!(case.status, decided.status);
            }
        }
    }
}

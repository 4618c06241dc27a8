//! Formulas and terms, evaluated as plainly as possible from
//! `docs/language/outcomes.md`, section by section. Shares no code with the
//! real evaluator, and keeps nothing from one question to the next.

use ir::{
    ArithmeticOp, Bounds, CompareOp, Conduct, Duration, Facts, IssueId, MemberSet, Node, NodeId, NodeList,
    Program, Settings, SlotRef, Status, Value,
};
use rust_decimal::Decimal;

use crate::cases::Case;
use crate::times::{ANY_TIME, Calendar, compare_durations, compare_times, for_all_orders};

/// What is known of a term.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// That it is this.
    Exactly(Value),
    /// That it is a whole number from the first to the second, if there is one.
    Between(i64, Option<i64>),
    /// That it is at some instant within these bounds.
    Within(Bounds),
    /// That these records (their rows) are in the list, and whether no others.
    Records(Vec<u32>, bool),
}

/// A program with the facts and settings it is asked about.
pub struct Naive<'a> {
    pub program: &'a Program,
    pub facts: &'a Facts,
    pub settings: &'a Settings,
    pub calendar: Calendar,
    /// Whether every duty is taken to be kept.
    pub all_kept: bool,
}

/// What all agree on, if they do.
fn agreed<T: PartialEq + Clone>(all: &[T]) -> Option<T> {
    all.iter().all(|one| *one == all[0]).then(|| all[0].clone())
}

/// What several values agree on: the same bounds need not be the same value.
fn agreed_exactly(all: &[Known]) -> Option<Known> {
    let exact = |known: &Known| match known {
        Known::Nothing => false,
        Known::Exactly(Value::Time(bounds)) | Known::Within(bounds) => bounds.earliest == bounds.latest,
        Known::Between(low, high) => Some(*low) == *high,
        Known::Exactly(_) | Known::Records(..) => true,
    };
    (all.len() == 1 || all.iter().all(exact)).then(|| agreed(all)).flatten()
}

impl<'a> Naive<'a> {
    pub fn new(program: &'a Program, facts: &'a Facts, settings: &'a Settings) -> Naive<'a> {
        let calendar = Calendar::new(&program.policy.time_zone, &program.policy.holidays);
        Naive { program, facts, settings, calendar, all_kept: false }
    }

    pub fn as_of(&self) -> i64 {
        self.settings.as_of.instant
    }

    fn slot(&self, slot: SlotRef, case: &Case, records: &[u32]) -> Value {
        let row = match slot.frame {
            0 => Facts::SYSTEM,
            1 => case.row,
            frame => records[usize::from(frame) - 2],
        };
        self.facts.values[(row + slot.slot) as usize]
    }

    fn nodes(&self, list: NodeList) -> Vec<NodeId> {
        self.program.nodes.list(list).to_vec()
    }

    /// The status of a formula. `records` are those of the quantifiers around
    /// it, the outermost first.
    pub fn formula(&self, id: NodeId, case: &Case, records: &[u32]) -> Status {
        let formula = |id: NodeId| self.formula(id, case, records);
        let term = |id: NodeId| self.term(id, case, records);
        let of_each = |list: NodeId, body: NodeId| {
            let Known::Records(rows, complete) = term(list) else { return (Vec::new(), false) };
            let status = |row: &u32| self.formula(body, case, &[records, &[*row]].concat());
            (rows.iter().map(status).collect::<Vec<Status>>(), complete)
        };
        match self.program.nodes.node(id) {
            Node::Known(holds) => Status::from(holds),
            Node::Test(slot) => match self.slot(slot, case, records) {
                Value::Bool(holds) => Status::from(holds),
                _ => Status::Unknown,
            },
            Node::Not(one) => !formula(one),
            Node::All(list) => least(self.nodes(list).into_iter().map(formula).collect()),
            Node::Any(list) => greatest(self.nodes(list).into_iter().map(formula).collect()),
            Node::Compare(op, left, right) => self.compare(op, term(left), term(right)),
            Node::OneOf(member, set) => one_of(term(member), Known::Exactly(Value::Set(set))),
            Node::In(member, set) => one_of(term(member), term(set)),
            Node::Happened(event) => {
                self.compare(CompareOp::AtMost, term(event), Known::Within(Bounds::at(self.as_of())))
            }
            Node::Some { list, body, .. } => {
                let (mut statuses, complete) = of_each(list, body);
                if !complete {
                    statuses.push(Status::Unknown);
                }
                greatest(statuses)
            }
            Node::Every { list, body, .. } => {
                let (mut statuses, complete) = of_each(list, body);
                if !complete {
                    statuses.push(Status::Unknown);
                }
                least(statuses)
            }
            Node::Kept(obligation) => self.kept(obligation, case),
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => formula(self.nodes(branches)[reading]),
                None => {
                    let all: Vec<Status> = self.nodes(branches).into_iter().map(formula).collect();
                    agreed(&all).unwrap_or(Status::Unknown)
                }
            },
            Node::Case(branches) => {
                let all: Vec<Status> =
                    self.possible_branches(branches, case, records).into_iter().map(formula).collect();
                agreed(&all).unwrap_or(Status::Unknown)
            }
            other => panic!("not a formula: {other:?}"),
        }
    }

    /// What is known of a term.
    pub fn term(&self, id: NodeId, case: &Case, records: &[u32]) -> Known {
        let term = |id: NodeId| self.term(id, case, records);
        let terms = |list: NodeList| self.nodes(list).into_iter().map(term).collect::<Vec<Known>>();
        // The records of a list with what the filter says of each.
        let filtered = |list: NodeId, filter: NodeId| {
            let Known::Records(rows, complete) = term(list) else { return (Vec::new(), false) };
            let status = |row: u32| (row, self.formula(filter, case, &[records, &[row]].concat()));
            (rows.into_iter().map(status).collect::<Vec<(u32, Status)>>(), complete)
        };
        let when = |event: NodeId, row: u32| self.when(event, case, &[records, &[row]].concat());
        match self.program.nodes.node(id) {
            Node::Literal(literal) => self.known(self.program.nodes.literal(literal)),
            Node::Read(slot) => self.known(self.slot(slot, case, records)),
            Node::Choose(issue, branches) => match self.pick(issue) {
                Some(reading) => term(self.nodes(branches)[reading]),
                None => agreed_exactly(&terms(branches)).unwrap_or(Known::Nothing),
            },
            Node::Case(branches) => {
                let possible = self.possible_branches(branches, case, records);
                agreed_exactly(&possible.into_iter().map(term).collect::<Vec<_>>()).unwrap_or(Known::Nothing)
            }
            Node::Arithmetic(op, left, right) => self.arithmetic(op, term(left), term(right)),
            Node::Highest(list) => extreme(CompareOp::AtLeast, terms(list)),
            Node::Lowest(list) => extreme(CompareOp::AtMost, terms(list)),
            // The number of a list that is absent is unknown like the list.
            Node::Count { list, .. } if term(list) == Known::Nothing => Known::Nothing,
            Node::Count { list, filter, .. } => {
                let (rows, complete) = filtered(list, filter);
                let found = rows.iter().filter(|row| row.1 == Status::Met).count() as i64;
                let possible = rows.iter().filter(|row| row.1 != Status::NotMet).count() as i64;
                Known::Between(found, complete.then_some(possible))
            }
            Node::Earliest { list, event, filter, .. } => {
                let (rows, complete) = filtered(list, filter);
                let mut first = Bounds { earliest: Bounds::NEVER, latest: Bounds::NEVER };
                for &(row, status) in rows.iter().filter(|row| row.1 != Status::NotMet) {
                    first.earliest = first.earliest.min(when(event, row).earliest);
                    if status == Status::Met {
                        first.latest = first.latest.min(when(event, row).latest);
                    }
                }
                if !complete {
                    first.earliest = Bounds::OPEN;
                } else if rows.iter().all(|row| row.1 == Status::NotMet) {
                    first = self.not_by_as_of();
                }
                Known::Within(first)
            }
            Node::Latest { list, event, filter, .. } => {
                let (rows, complete) = filtered(list, filter);
                let mut last = Bounds { earliest: Bounds::OPEN, latest: Bounds::OPEN };
                for &(row, status) in rows.iter().filter(|row| row.1 != Status::NotMet) {
                    last.latest = last.latest.max(when(event, row).latest);
                    if status == Status::Met {
                        last.earliest = last.earliest.max(when(event, row).earliest);
                    }
                }
                if !complete {
                    last.latest = Bounds::NEVER;
                } else if rows.iter().all(|row| row.1 == Status::NotMet) {
                    last = self.not_by_as_of();
                } else if rows.iter().all(|row| row.1 != Status::Met) {
                    // It is any of them, or there are none: not by `as_of`.
                    let possible = rows.iter().filter(|row| row.1 != Status::NotMet);
                    let first = possible.map(|&(row, _)| when(event, row).earliest).min().unwrap();
                    last = Bounds { earliest: first.min(self.as_of() + 1), latest: Bounds::NEVER };
                }
                Known::Within(last)
            }
            other => panic!("not a term: {other:?}"),
        }
    }

    fn not_by_as_of(&self) -> Bounds {
        Bounds { earliest: self.as_of() + 1, latest: Bounds::NEVER }
    }

    /// When an event is, as bounds.
    pub fn when(&self, event: NodeId, case: &Case, records: &[u32]) -> Bounds {
        self.as_time(&self.term(event, case, records)).unwrap_or(ANY_TIME)
    }

    /// A time, or the bounds of a day.
    fn as_time(&self, known: &Known) -> Option<Bounds> {
        match known {
            Known::Within(bounds) => Some(*bounds),
            Known::Exactly(Value::Day(day)) => Some(self.calendar.whole_day(*day)),
            _ => None,
        }
    }

    fn known(&self, value: Value) -> Known {
        match value {
            Value::Unknown => Known::Nothing,
            Value::Integer(number) => Known::Between(number, Some(number)),
            Value::Time(bounds) => Known::Within(bounds),
            Value::List(list) => {
                let rows = list.start as usize..(list.start + list.len) as usize;
                Known::Records(self.facts.rows[rows].to_vec(), list.complete)
            }
            other => Known::Exactly(other),
        }
    }

    /// The reading picked, if one is.
    pub fn pick(&self, issue: IssueId) -> Option<usize> {
        self.settings.picks[usize::from(issue.0)].map(|pick| usize::from(pick.reading))
    }

    /// The branches of a `case` that can still be taken.
    fn possible_branches(&self, branches: NodeList, case: &Case, records: &[u32]) -> Vec<NodeId> {
        let nodes = self.nodes(branches);
        let mut possible = Vec::new();
        for pair in nodes.chunks(2) {
            let [condition, branch] = pair else { return [possible, vec![pair[0]]].concat() };
            match self.formula(*condition, case, records) {
                Status::Met => return [possible, vec![*branch]].concat(),
                Status::Unknown => possible.push(*branch),
                Status::NotMet => {}
            }
        }
        possible
    }

    fn compare(&self, op: CompareOp, left: Known, right: Known) -> Status {
        use Value::*;
        let (a, b) = match (&left, &right) {
            (Known::Nothing, _) | (_, Known::Nothing) => return Status::Unknown,
            (Known::Exactly(a), Known::Exactly(b)) => (*a, *b),
            (Known::Between(..), Known::Between(..)) => return compare_ranges(op, &left, &right),
            _ => {
                let (Some(a), Some(b)) = (self.as_time(&left), self.as_time(&right)) else {
                    panic!("cannot be compared: {left:?} {right:?}")
                };
                return compare_times(op, a, b);
            }
        };
        let order = match (a, b) {
            (Duration(a), Duration(b)) => return compare_durations(op, a, b),
            (Bool(a), Bool(b)) => a.cmp(&b),
            (Member(a), Member(b)) => a.cmp(&b),
            (Set(MemberSet(a)), Set(MemberSet(b))) => a.cmp(&b),
            (Decimal(a), Decimal(b)) => a.cmp(&b),
            (Day(a), Day(b)) => a.cmp(&b),
            (Text(a), Text(b)) => self.facts.texts[a as usize].cmp(&self.facts.texts[b as usize]),
            _ => panic!("cannot be compared: {a:?} {b:?}"),
        };
        for_all_orders(op, &[order])
    }

    fn arithmetic(&self, op: ArithmeticOp, left: Known, right: Known) -> Known {
        use Known::{Between, Exactly, Nothing, Within};
        use Value::{Day, Decimal, Duration as Length};
        let sign = if op == ArithmeticOp::Subtract { -1 } else { 1 };
        let found = match (left, right) {
            (Between(a, Some(same_a)), Between(b, Some(same_b))) if a == same_a && b == same_b => match op {
                ArithmeticOp::Add => a.checked_add(b),
                ArithmeticOp::Subtract => a.checked_sub(b),
                ArithmeticOp::Multiply => a.checked_mul(b),
                ArithmeticOp::Divide => panic!("whole numbers are not divided"),
            }
            .map(|number| Between(number, Some(number))),
            (Exactly(Decimal(a)), Exactly(Decimal(b))) => match op {
                ArithmeticOp::Add => a.checked_add(b),
                ArithmeticOp::Subtract => a.checked_sub(b),
                ArithmeticOp::Multiply => a.checked_mul(b),
                ArithmeticOp::Divide => a.checked_div(b),
            }
            .map(|number| Exactly(Decimal(number))),
            (Exactly(Day(day)), Exactly(Length(Duration::Limited { months, days, micros: 0 }))) => {
                crate::times::day_plus(day.date(), sign * months, sign * days)
                    .map(|day| Exactly(Day(day.into())))
            }
            (Exactly(Day(day)), Exactly(Length(by))) => {
                self.calendar.moved(self.calendar.whole_day(day), by, sign).map(Within)
            }
            (Within(time), Exactly(Length(by))) => self.calendar.moved(time, by, sign).map(Within),
            (Exactly(Length(a)), Exactly(Length(b))) => {
                add_lengths(a, b, sign).map(|sum| Exactly(Length(sum)))
            }
            _ => None,
        };
        found.unwrap_or(Nothing)
    }
}

/// Without end plus or minus anything with an end is without end.
fn add_lengths(a: Duration, b: Duration, sign: i32) -> Option<Duration> {
    match (a, b) {
        (Duration::Unlimited, _) if sign == 1 || b != Duration::Unlimited => {
            return Some(Duration::Unlimited);
        }
        (_, Duration::Unlimited) if sign == 1 => return Some(Duration::Unlimited),
        _ => {}
    }
    let (
        Duration::Limited { months, days, micros },
        Duration::Limited { months: more_months, days: more_days, micros: more_micros },
    ) = (a, b)
    else {
        return None;
    };
    Some(Duration::Limited {
        months: months.checked_add(sign.checked_mul(more_months)?)?,
        days: days.checked_add(sign.checked_mul(more_days)?)?,
        micros: micros.checked_add(i64::from(sign).checked_mul(more_micros)?)?,
    })
}

/// Kleene's *and*, of none met.
pub fn least(statuses: Vec<Status>) -> Status {
    statuses.into_iter().min().unwrap_or(Status::Met)
}

/// Kleene's *or*, of none not met.
pub fn greatest(statuses: Vec<Status>) -> Status {
    statuses.into_iter().max().unwrap_or(Status::NotMet)
}

fn one_of(member: Known, set: Known) -> Status {
    match (member, set) {
        (Known::Exactly(Value::Member(member)), Known::Exactly(Value::Set(MemberSet(bits)))) => {
            Status::from(bits >> member & 1 == 1)
        }
        _ => Status::Unknown,
    }
}

/// Two ranges of whole numbers: what holds for every pick from each.
fn compare_ranges(op: CompareOp, left: &Known, right: &Known) -> Status {
    let (Known::Between(least_a, most_a), Known::Between(least_b, most_b)) = (left, right) else { panic!() };
    let can_be_less = most_b.is_none_or(|most_b| *least_a < most_b);
    let can_be_greater = most_a.is_none_or(|most_a| *least_b < most_a);
    let can_be_equal =
        most_b.is_none_or(|most_b| *least_a <= most_b) && most_a.is_none_or(|most_a| *least_b <= most_a);
    let mut orders = Vec::new();
    orders.extend(can_be_less.then_some(std::cmp::Ordering::Less));
    orders.extend(can_be_greater.then_some(std::cmp::Ordering::Greater));
    orders.extend(can_be_equal.then_some(std::cmp::Ordering::Equal));
    for_all_orders(op, &orders)
}

/// The highest or lowest of several; unknown if one of them is.
fn extreme(op: CompareOp, all: Vec<Known>) -> Known {
    let number = |known: &Known| match known {
        Known::Exactly(Value::Decimal(number)) => Some(*number),
        Known::Between(a, Some(b)) if a == b => Some(Decimal::from(*a)),
        _ => None,
    };
    let Some(numbers) = all.iter().map(number).collect::<Option<Vec<Decimal>>>() else {
        return Known::Nothing;
    };
    let wins = |at: &usize| numbers.iter().all(|other| crate::times::fits(op, numbers[*at].cmp(other)));
    (0..all.len()).find(wins).map_or(Known::Nothing, |at| all[at].clone())
}

/// Whether the kind of a case's conduct is one of these.
pub fn kind_among(naive: &Naive<'_>, case: &Case, kinds: MemberSet) -> Status {
    one_of(
        naive.known(naive.slot(SlotRef { frame: 1, slot: Conduct::KIND }, case, &[])),
        Known::Exactly(Value::Set(kinds)),
    )
}

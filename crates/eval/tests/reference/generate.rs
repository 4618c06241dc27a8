//! Random formulas and terms that are well typed and keep the invariants of
//! `ir`.

use base::{FileId, Span, TextRange};
use ir::*;

use crate::random::{Rng, day, decimal, duration, instant};

pub const SPAN: Span = Span { file: FileId(0), range: TextRange::empty(base::TextSize::new(0)) };
/// The enums of the schema: kinds, roles, and one for other slots.
pub const MEMBERS: [u8; 3] = [4, 3, 3];
/// How many judgements on standards there are, for the system and for conduct.
pub const STANDARDS: usize = 6;

/// What a term is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Time,
    Day,
    Integer,
    Decimal,
    Duration,
    Member(EnumId),
    Set(EnumId),
    Text,
}

/// The rows that a formula can see: by frame, with their layout.
pub type Frames = Vec<(u8, LayoutId)>;

/// A program being written.
pub struct Writer {
    pub rng: Rng,
    pub size: usize,
    pub pool: NodePool,
    pub schema: Schema,
    pub zone: Zone,
    /// How many readings each issue has.
    pub readings: Vec<u8>,
    /// The obligations that a formula may rely on, and those that one did.
    pub may_rely_on: Vec<ObligationId>,
    pub relied_on: Vec<ObligationId>,
}

impl Writer {
    pub fn add(&mut self, node: Node) -> NodeId {
        self.pool.add(node, (SPAN, None))
    }

    pub fn all(&mut self, nodes: Vec<NodeId>) -> NodeId {
        let list = self.pool.list(nodes);
        self.add(Node::All(list))
    }

    pub fn any(&mut self, nodes: Vec<NodeId>) -> NodeId {
        let list = self.pool.list(nodes);
        self.add(Node::Any(list))
    }

    pub fn choose(&mut self, issue: usize, branches: Vec<NodeId>) -> NodeId {
        let list = self.pool.list(branches);
        self.add(Node::Choose(IssueId(issue as u16), list))
    }

    fn literal(&mut self, value: Value) -> NodeId {
        let literal = self.pool.literal(value);
        self.add(Node::Literal(literal))
    }

    /// The slots of certain types that a formula can see.
    fn slots(&self, frames: &Frames, fits: impl Fn(&Type) -> bool) -> Vec<SlotRef> {
        let mut found = Vec::new();
        for &(frame, layout) in frames {
            for (slot, field) in self.schema.layout(layout).fields.iter().enumerate() {
                if fits(&field.ty) && field.alias.is_none() {
                    found.push(SlotRef { frame, slot: slot as u32 });
                }
            }
        }
        found
    }

    /// A list that a formula can see, and the frames of a quantifier over it.
    fn list(&mut self, frames: &Frames) -> Option<(NodeId, u8, Frames)> {
        let lists = self.slots(frames, |ty| matches!(ty, Type::List(_)));
        if lists.is_empty() {
            return None;
        }
        let slot = self.rng.pick(&lists);
        let (_, layout) = *frames.iter().find(|(frame, _)| *frame == slot.frame)?;
        let Type::List(layout) = self.schema.layout(layout).fields[slot.slot as usize].ty else {
            return None;
        };
        let frame = frames.iter().map(|(frame, _)| frame + 1).max()?.max(2);
        let inner = [frames.clone(), vec![(frame, layout)]].concat();
        Some((self.add(Node::Read(slot)), frame, inner))
    }

    pub fn formula(&mut self, depth: usize, frames: &Frames) -> NodeId {
        if depth == 0 || self.rng.percent(15) {
            let slots = self.slots(frames, |ty| matches!(ty, Type::Bool | Type::Judgement));
            let slot = self.rng.pick(&slots);
            return self.add(Node::Test(slot));
        }
        let less = depth - 1;
        let several = |writer: &mut Writer| {
            let number = writer.rng.pick(&[0, 1, 2, 2, 2, 2, 3]);
            (0..number).map(|_| writer.formula(less, frames)).collect::<Vec<NodeId>>()
        };
        match self.rng.below(24) {
            0..=2 => {
                let parts = several(self);
                self.all(parts)
            }
            3..=5 => {
                let parts = several(self);
                self.any(parts)
            }
            6..=7 => {
                let one = self.formula(less, frames);
                self.add(Node::Not(one))
            }
            8..=12 => self.comparison(less, frames),
            13 => {
                let enum_id = self.rng.pick(&[EnumId(0), EnumId(1), EnumId(2), EnumId(2)]);
                let member = self.term(Kind::Member(enum_id), less, frames);
                let set = self.rng.members(MEMBERS[usize::from(enum_id.0)]);
                self.add(Node::OneOf(member, set))
            }
            14 => {
                let member = self.term(Kind::Member(EnumId(2)), less, frames);
                let set = self.term(Kind::Set(EnumId(2)), less, frames);
                self.add(Node::In(member, set))
            }
            15 => {
                let event = self.term(Kind::Time, less, frames);
                self.add(Node::Happened(event))
            }
            16..=19 => match self.list(frames) {
                Some((list, frame, inner)) => {
                    let body = self.formula(less, &inner);
                    let some = self.rng.percent(50);
                    self.add(if some {
                        Node::Some { list, frame, body }
                    } else {
                        Node::Every { list, frame, body }
                    })
                }
                None => self.formula(less, frames),
            },
            20 if !self.may_rely_on.is_empty() => {
                let obligation = self.rng.pick(&self.may_rely_on);
                self.relied_on.push(obligation);
                let kept = self.add(Node::Kept(obligation));
                let formula = self.formula(less, frames);
                self.all(vec![formula, kept])
            }
            21 if !self.readings.is_empty() => {
                let issue = self.rng.below(self.readings.len());
                let branches = (0..self.readings[issue]).map(|_| self.formula(less, frames)).collect();
                self.choose(issue, branches)
            }
            22 => {
                let nodes = (0..self.rng.pick(&[1, 3, 5])).map(|_| self.formula(less, frames)).collect();
                let list = self.pool.list(nodes);
                self.add(Node::Case(list))
            }
            23 if self.rng.percent(20) => {
                let holds = self.rng.percent(50);
                self.add(Node::Known(holds))
            }
            _ => self.formula(less, frames),
        }
    }

    fn comparison(&mut self, depth: usize, frames: &Frames) -> NodeId {
        use CompareOp::*;
        let member = Kind::Member(EnumId(2));
        let kind = self.rng.pick(&[
            Kind::Time,
            Kind::Time,
            Kind::Time,
            Kind::Time,
            Kind::Day,
            Kind::Integer,
            Kind::Integer,
            Kind::Integer,
            Kind::Decimal,
            Kind::Duration,
            Kind::Duration,
            member,
            Kind::Set(EnumId(2)),
            Kind::Text,
        ]);
        let ordered = !matches!(kind, Kind::Member(_) | Kind::Set(_) | Kind::Text);
        let op = match ordered {
            true => self.rng.pick(&[Equal, NotEqual, Less, AtMost, Greater, AtLeast, Less, AtMost]),
            false => self.rng.pick(&[Equal, NotEqual]),
        };
        // A day can be compared with a time.
        let other = if kind == Kind::Day && self.rng.percent(40) { Kind::Time } else { kind };
        let left = self.term(kind, depth, frames);
        let right = self.term(other, depth, frames);
        let (left, right) = if self.rng.percent(50) { (left, right) } else { (right, left) };
        self.add(Node::Compare(op, left, right))
    }

    fn leaf(&mut self, kind: Kind, frames: &Frames) -> NodeId {
        let slots = self.slots(frames, |ty| match kind {
            Kind::Time => matches!(ty, Type::Event | Type::DateTime),
            Kind::Day => *ty == Type::Date,
            Kind::Integer => *ty == Type::Integer,
            Kind::Decimal => matches!(ty, Type::Decimal | Type::Money(_)),
            Kind::Duration => *ty == Type::Duration,
            Kind::Member(id) => *ty == Type::Enum(id),
            Kind::Set(id) => *ty == Type::Set(id),
            Kind::Text => *ty == Type::Text,
        });
        if !slots.is_empty() && self.rng.percent(70) {
            let slot = self.rng.pick(&slots);
            return self.add(Node::Read(slot));
        }
        let rng = &mut self.rng;
        let value = match kind {
            Kind::Time => Value::Time(Bounds::at(instant(rng, &self.zone))),
            Kind::Day => Value::Day(day(rng)),
            Kind::Integer => Value::Integer(rng.pick(&[0, 1, 1, 2, 3])),
            Kind::Decimal => Value::Decimal(decimal(rng)),
            Kind::Duration => Value::Duration(duration(rng)),
            Kind::Member(id) => Value::Member(rng.below(usize::from(MEMBERS[usize::from(id.0)])) as u8),
            Kind::Set(id) => Value::Set(rng.members(MEMBERS[usize::from(id.0)])),
            Kind::Text => Value::Text(rng.below(2) as u32),
        };
        self.literal(value)
    }

    pub fn term(&mut self, kind: Kind, depth: usize, frames: &Frames) -> NodeId {
        if depth == 0 || self.rng.percent(40) {
            return self.leaf(kind, frames);
        }
        let less = depth - 1;
        match (self.rng.below(6), kind) {
            (0, _) if !self.readings.is_empty() => {
                let issue = self.rng.below(self.readings.len());
                let branches = (0..self.readings[issue]).map(|_| self.term(kind, less, frames)).collect();
                self.choose(issue, branches)
            }
            (1, _) => {
                let condition = self.formula(less, frames);
                let branches = vec![condition, self.term(kind, less, frames), self.term(kind, less, frames)];
                let list = self.pool.list(branches);
                self.add(Node::Case(list))
            }
            (2..=3, Kind::Time | Kind::Day | Kind::Duration) => {
                let op = self.rng.pick(&[ArithmeticOp::Add, ArithmeticOp::Subtract]);
                let from = self.term(kind, less, frames);
                let by = match kind {
                    Kind::Day => self.calendar_length(),
                    _ => self.term(Kind::Duration, less, frames),
                };
                self.add(Node::Arithmetic(op, from, by))
            }
            (4..=5, Kind::Time) => match self.list(frames) {
                Some((list, frame, inner)) => {
                    let event = self.record_event(frame, &inner);
                    let filter = if self.rng.percent(40) {
                        self.add(Node::Known(true))
                    } else {
                        self.formula(less, &inner)
                    };
                    let earliest = self.rng.percent(60);
                    self.add(match earliest {
                        true => Node::Earliest { list, frame, event, filter },
                        false => Node::Latest { list, frame, event, filter },
                    })
                }
                None => self.leaf(kind, frames),
            },
            (2 | 4, Kind::Integer) => match self.list(frames) {
                Some((list, frame, inner)) => {
                    let filter = self.formula(less, &inner);
                    self.add(Node::Count { list, frame, filter })
                }
                None => self.leaf(kind, frames),
            },
            (4, Kind::Decimal) | (5, Kind::Integer) => {
                let several = (0..1 + self.rng.below(3)).map(|_| self.leaf(kind, frames)).collect();
                let list = self.pool.list(several);
                let highest = self.rng.percent(50);
                self.add(if highest { Node::Highest(list) } else { Node::Lowest(list) })
            }
            (3, Kind::Integer) | (2..=3, Kind::Decimal) => {
                use ArithmeticOp::*;
                let op = self.rng.pick(&[Add, Subtract, Multiply, Divide]);
                let op = if kind == Kind::Integer && op == Divide { Add } else { op };
                let (left, right) = (self.term(kind, less, frames), self.term(kind, less, frames));
                self.add(Node::Arithmetic(op, left, right))
            }
            _ => self.leaf(kind, frames),
        }
    }

    /// A number of months or days.
    fn calendar_length(&mut self) -> NodeId {
        let (months, days) = self.rng.pick(&[(1, 0), (12, 0), (0, 1), (0, 30)]);
        self.literal(Value::Duration(Duration::Limited { months, days, micros: 0 }))
    }

    /// An event of the record in the given frame.
    pub fn record_event(&mut self, frame: u8, frames: &Frames) -> NodeId {
        let own = frames.iter().filter(|(its, _)| *its == frame).copied().collect();
        let events = self.slots(&own, |ty| *ty == Type::Event);
        let slot = self.rng.pick(&events);
        self.add(Node::Read(slot))
    }

    /// An event: of a list, or a slot.
    pub fn event(&mut self, frames: &Frames, of_list: bool) -> NodeId {
        if let Some((list, frame, inner)) = self.list(frames).filter(|_| of_list) {
            let event = self.record_event(frame, &inner);
            let filter =
                if self.rng.percent(50) { self.add(Node::Known(true)) } else { self.formula(1, &inner) };
            return self.add(Node::Earliest { list, frame, event, filter });
        }
        let events = self.slots(frames, |ty| *ty == Type::Event);
        let slot = self.rng.pick(&events);
        self.add(Node::Read(slot))
    }
}

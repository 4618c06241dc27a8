//! What a slot can hold, and Kleene's three truth values.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::schema::MemberSet;
use crate::time::{Bounds, Day};

/// A truth value of strong Kleene logic. The order makes *and* the minimum
/// and *or* the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Status {
    /// It does not hold, whatever the open facts are.
    NotMet = 0,
    /// The facts do not settle it.
    Unknown = 1,
    /// It holds, whatever the open facts are.
    Met = 2,
}

impl Status {
    /// Both hold.
    pub fn and(self, other: Status) -> Status {
        self.min(other)
    }

    /// At least one holds.
    pub fn or(self, other: Status) -> Status {
        self.max(other)
    }

    /// The name in output: `met`, `not_met`, `unknown`.
    pub fn name(self) -> &'static str {
        match self {
            Status::NotMet => "not_met",
            Status::Unknown => "unknown",
            Status::Met => "met",
        }
    }
}

impl std::ops::Not for Status {
    type Output = Status;

    fn not(self) -> Status {
        match self {
            Status::NotMet => Status::Met,
            Status::Unknown => Status::Unknown,
            Status::Met => Status::NotMet,
        }
    }
}

impl From<bool> for Status {
    fn from(holds: bool) -> Status {
        if holds { Status::Met } else { Status::NotMet }
    }
}

/// The value of a slot or of a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// Not given, or given as unknown. Never the same as false.
    #[default]
    Unknown,
    /// Of a `bool` or a `judgement`.
    Bool(bool),
    /// The number of an enum's member.
    Member(u8),
    /// Members of an enum.
    Set(MemberSet),
    /// Of an `integer`, or a count.
    Integer(i64),
    /// Of a `decimal`, of `money` (the currency is in the type), a percentage.
    Decimal(Decimal),
    /// A text, by its number in [`crate::Facts::texts`].
    Text(u32),
    /// Of a `date`.
    Day(Day),
    /// Of a `datetime` or an `event`: when it is, or when it happened.
    Time(Bounds),
    /// Of a `duration`.
    Duration(Duration),
    /// Of a list of records.
    List(ListRef),
}

/// A length of time as laws write it: months and days are counted on the
/// calendar, hours on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Duration {
    /// No end: longer than every other, and equal to itself.
    Unlimited,
    /// A length with an end.
    Limited {
        /// Calendar months; a year is twelve.
        months: i32,
        /// Calendar days; a week is seven.
        days: i32,
        /// Microseconds on the clock.
        micros: i64,
    },
}

/// The records of a list, by their place in [`crate::Facts::rows`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ListRef {
    /// The first entry.
    pub start: u32,
    /// How many records are given.
    pub len: u32,
    /// Whether there are no others.
    pub complete: bool,
}

impl Value {
    /// The truth value of a `bool` or `judgement`; unknown for anything else.
    #[inline]
    pub fn status(self) -> Status {
        match self {
            Value::Bool(holds) => Status::from(holds),
            Value::Unknown
            | Value::Member(_)
            | Value::Set(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Text(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::List(_) => Status::Unknown,
        }
    }

    /// Whether nothing at all is known.
    pub fn is_unknown(self) -> bool {
        self == Value::Unknown
    }
}

//! The types of expressions, and which of them go together.

use std::sync::Arc;

/// The type of an expression or a field. Enums and records are compared by
/// what they contain, so that two spellings of one type agree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    /// True or false, as can be observed; also the type of every formula.
    Bool,
    /// True or false, as a person must assess.
    Judgement,
    /// Something that happened at some time, or did not.
    Event,
    /// A whole number.
    Integer,
    /// A decimal number or a percentage.
    Decimal,
    /// An amount in a currency.
    Money(String),
    /// A text.
    Text,
    /// A day.
    Date,
    /// An instant.
    DateTime,
    /// A length of time.
    Duration,
    /// One member of an enum.
    Enum(Arc<EnumTy>),
    /// Any members of an enum.
    Set(Arc<EnumTy>),
    /// A record by its name.
    Record(String),
    /// A list of records by their name.
    List(String),
    /// Of an expression with a problem of its own: it agrees with everything,
    /// so that one mistake gives one message.
    Error,
}

/// An enum.
#[derive(Clone, Debug, Eq)]
pub struct EnumTy {
    /// Its declared name.
    pub name: Option<String>,
    /// Its members in order.
    pub members: Vec<String>,
}

impl PartialEq for EnumTy {
    fn eq(&self, other: &EnumTy) -> bool {
        self.members == other.members
    }
}

impl std::hash::Hash for EnumTy {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

/// A type as it is declared: names not yet looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeRef {
    /// A type of the language.
    Builtin(Ty),
    /// An enum that stands inline.
    Inline(Vec<String>),
    /// A record or enum by its name.
    Named(String),
    /// A set of members of an enum.
    Set(Box<TypeRef>),
    /// A list of records by their name.
    List(String),
    /// What the parser could not make out; it has a problem of its own.
    Broken,
}

impl Ty {
    /// Whether it has a truth value.
    pub fn is_formula(&self) -> bool {
        matches!(self, Ty::Bool | Ty::Judgement | Ty::Error)
    }

    /// Whether it is a point in time, or is known by bounds on one.
    pub fn is_time(&self) -> bool {
        matches!(self, Ty::Date | Ty::DateTime | Ty::Event)
    }

    /// Whether it is a plain number.
    pub fn is_number(&self) -> bool {
        matches!(self, Ty::Integer | Ty::Decimal)
    }

    /// How the language writes it.
    pub fn name(&self) -> String {
        match self {
            Ty::Bool => "bool".into(),
            Ty::Judgement => "judgement".into(),
            Ty::Event => "event".into(),
            Ty::Integer => "integer".into(),
            Ty::Decimal => "decimal".into(),
            Ty::Money(currency) => format!("money {currency}"),
            Ty::Text => "text".into(),
            Ty::Date => "date".into(),
            Ty::DateTime => "datetime".into(),
            Ty::Duration => "duration".into(),
            Ty::Enum(members) => members.to_string(),
            Ty::Set(members) => format!("set of {members}"),
            Ty::Record(name) => name.clone(),
            Ty::List(name) => format!("list of {name}"),
            Ty::Error => "?".into(),
        }
    }

    /// Whether values of the two can be compared for being equal.
    pub fn equatable(&self, other: &Ty) -> bool {
        match (self, other) {
            (Ty::Error, _) | (_, Ty::Error) => true,
            (Ty::Enum(left), Ty::Enum(right)) => left == right,
            (Ty::Text, Ty::Text) => true,
            _ => self.orderable(other),
        }
    }

    /// Whether values of the two have an order.
    pub fn orderable(&self, other: &Ty) -> bool {
        match (self, other) {
            (Ty::Error, _) | (_, Ty::Error) | (Ty::Duration, Ty::Duration) => true,
            (Ty::Money(left), Ty::Money(right)) => left == right,
            (left, right) => (left.is_number() && right.is_number()) || (left.is_time() && right.is_time()),
        }
    }

    /// The one type of several branches, if there is one: formulas join to a
    /// formula, numbers to a decimal, dates and times to a datetime.
    pub fn join(&self, other: &Ty) -> Option<Ty> {
        match (self, other) {
            (left, right) if left == right => Some(left.clone()),
            (Ty::Error, ty) | (ty, Ty::Error) => Some(ty.clone()),
            (left, right) if left.is_formula() && right.is_formula() => Some(Ty::Bool),
            (left, right) if left.is_number() && right.is_number() => Some(Ty::Decimal),
            (left, right) if left.is_time() && right.is_time() => Some(Ty::Event),
            _ => None,
        }
    }
}

impl std::fmt::Display for EnumTy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.name {
            Some(name) => f.write_str(name),
            None => write!(f, "enum {{ {} }}", self.members.join(", ")),
        }
    }
}

//! Which slots there are: the facts, the fields of conduct and of records,
//! and the types of their values.

use base::{Citation, Lang, Span};
use serde::{Deserialize, Serialize};

/// A text in the languages in which the package gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Localised(pub Vec<(Lang, String)>);

/// An enum of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EnumId(pub u16);

/// A layout of the schema. The facts and the conduct have fixed numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LayoutId(pub u16);

/// The type of a slot.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Type {
    /// True or false, as can be observed.
    Bool,
    /// True or false, as a person must assess.
    Judgement,
    /// Something that happened at some time, or did not.
    Event,
    /// A whole number of 64 bits.
    Integer,
    /// A decimal number of up to 28 digits.
    Decimal,
    /// An amount in the given currency (ISO 4217).
    Money(String),
    /// Any text.
    Text,
    /// A day.
    Date,
    /// An instant.
    DateTime,
    /// A length of time.
    Duration,
    /// One member of an enum.
    Enum(EnumId),
    /// Any members of an enum.
    Set(EnumId),
    /// Records, each with the given layout.
    List(LayoutId),
}

/// Members of an enum as bits; an enum has at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MemberSet(pub u64);

/// An enum: its members by number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EnumType {
    /// The declared name; none if it stands inline.
    pub name: Option<String>,
    /// The members in order.
    pub members: Vec<String>,
}

/// The slots of one kind of row: slot *n* is field *n*.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Layout {
    /// The record's name; `facts` and `conduct` for those two.
    pub name: String,
    /// The fields. Of a record the first is `id`, which every record may carry.
    pub fields: Vec<Field>,
}

/// One slot.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Field {
    /// Its path, joined by dots: `scoring.over_period`. In the input each
    /// segment is an object within the other.
    pub path: String,
    /// The type of its values.
    pub ty: Type,
    /// What it is called.
    pub label: Localised,
    /// The question that settles it.
    pub ask: Localised,
    /// More about the question.
    pub help: Localised,
    /// The provisions it comes from.
    pub basis: Vec<Citation>,
    /// What a judgement must weigh.
    pub considering: Vec<Citation>,
    /// The value that silence gives it.
    pub assumed: Option<bool>,
    /// The kinds of conduct that have it; all if none are named.
    pub kinds: Option<MemberSet>,
    /// For the judgement on the standard of a `must`: its name in output,
    /// `OBLIGATION.MUST.in_time`.
    pub alias: Option<String>,
    /// Where it is declared; built-in fields are nowhere.
    pub span: Option<Span>,
}

/// All slots and types.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Schema {
    /// The enums.
    pub enums: Vec<EnumType>,
    /// The layouts: the facts, the conduct, then the records.
    pub layouts: Vec<Layout>,
    /// What is known of conduct as such.
    pub conduct: Conduct,
}

/// Conduct as such: its kinds and roles are enums of the schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conduct {
    /// The enum of kinds.
    pub kinds: EnumId,
    /// The kinds that last; the others happen at a moment.
    pub lasting: MemberSet,
    /// The enum of roles: operators and authorities.
    pub roles: EnumId,
    /// The roles that are operators.
    pub operators: MemberSet,
}

impl Conduct {
    /// The slot of `id`, a text.
    pub const ID: u32 = 0;
    /// The slot of `kind`, a member of [`Conduct::kinds`].
    pub const KIND: u32 = 1;
    /// The slot of `operator`, a member of [`Conduct::roles`].
    pub const OPERATOR: u32 = 2;
    /// The slot of `from`, a datetime.
    pub const FROM: u32 = 3;
    /// The slot of `until`, an event.
    pub const UNTIL: u32 = 4;
    /// The slot of `part_of`, a text: the `id` of other conduct.
    pub const PART_OF: u32 = 5;
    /// How many slots are built in.
    pub const BUILT_IN: u32 = 6;
}

impl LayoutId {
    /// The facts of the system.
    pub const FACTS: LayoutId = LayoutId(0);
    /// One conduct.
    pub const CONDUCT: LayoutId = LayoutId(1);
}

impl Schema {
    /// The members of an enum.
    pub fn enum_type(&self, id: EnumId) -> &EnumType {
        &self.enums[usize::from(id.0)]
    }

    /// The fields of a layout.
    pub fn layout(&self, id: LayoutId) -> &Layout {
        &self.layouts[usize::from(id.0)]
    }

    /// How the language writes a type: `list of Authorisation`.
    pub fn type_name(&self, ty: &Type) -> String {
        let members = |id: &EnumId| {
            let EnumType { name, members } = self.enum_type(*id);
            name.clone().unwrap_or_else(|| format!("enum {{ {} }}", members.join(", ")))
        };
        match ty {
            Type::Bool => "bool".into(),
            Type::Judgement => "judgement".into(),
            Type::Event => "event".into(),
            Type::Integer => "integer".into(),
            Type::Decimal => "decimal".into(),
            Type::Money(currency) => format!("money {currency}"),
            Type::Text => "text".into(),
            Type::Date => "date".into(),
            Type::DateTime => "datetime".into(),
            Type::Duration => "duration".into(),
            Type::Enum(id) => members(id),
            Type::Set(id) => format!("set of {}", members(id)),
            Type::List(id) => format!("list of {}", self.layout(*id).name),
        }
    }
}

impl EnumType {
    /// The number of a member.
    pub fn member(&self, name: &str) -> Option<u8> {
        self.members.iter().position(|member| member == name).map(|at| at as u8)
    }
}

impl MemberSet {
    /// The most members that fit.
    pub const CAPACITY: usize = 64;

    /// The set with one member more.
    pub fn with(self, member: u8) -> MemberSet {
        MemberSet(self.0 | 1 << (member & 63))
    }

    /// Whether the member is in it.
    pub fn contains(self, member: u8) -> bool {
        self.0 >> (member & 63) & 1 == 1
    }

    /// Its members in order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..64).filter(move |&member| self.contains(member))
    }
}

impl FromIterator<u8> for MemberSet {
    fn from_iter<I: IntoIterator<Item = u8>>(members: I) -> MemberSet {
        members.into_iter().fold(MemberSet::default(), MemberSet::with)
    }
}

impl Localised {
    /// The text in `lang`; where it is missing, in the first language given.
    pub fn in_lang(&self, lang: Lang) -> Option<&str> {
        let found = self.0.iter().find(|(given, _)| *given == lang).or(self.0.first());
        found.map(|(_, text)| text.as_str())
    }
}

//! Facts, fields, types and kinds of conduct.

use super::citation::Citation;
use super::clauses::{HasClauses, citations, clause_names};
use super::name::{Name, Names, Path, Text, names};
use super::{AstNode, child, first_keyword, has_keyword, node_of, nodes, token_of};
use crate::kind::SyntaxKind;

nodes! {
    /// A fact, or a field of a record or of conduct.
    Field = Field;
    /// The type of a field.
    Type = Type;
    /// A kind of conduct: `use lasting`.
    ConductKind = ConductKind;
    /// `for d : Depiction` of a definition.
    Parameter = Parameter;
}

/// Whether conduct takes a moment or goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Continuity {
    /// It takes a moment.
    Moment,
    /// It goes on for a while.
    Lasting,
}

/// A type by its shape.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeKind {
    /// `bool`.
    Bool,
    /// `judgement`.
    Judgement,
    /// `event`.
    Event,
    /// `integer`.
    Integer,
    /// `decimal`.
    Decimal,
    /// `text`.
    Text,
    /// `date`.
    Date,
    /// `datetime`.
    DateTime,
    /// `duration`.
    Duration,
    /// `money EUR`.
    Money {
        /// The currency.
        currency: Name,
    },
    /// `enum { … }` in place.
    Enum {
        /// The members in order.
        members: Vec<Name>,
    },
    /// `set of …`.
    Set(Type),
    /// `list of …`.
    List(Type),
    /// A record or enum by its name.
    Named(Name),
}

impl HasClauses for Field {}

impl Field {
    /// The name, with the dots in it: `scoring.over_period`.
    pub fn path(&self) -> Option<Path> {
        child(self.syntax())
    }

    /// The type.
    pub fn ty(&self) -> Option<Type> {
        child(self.syntax())
    }

    /// `ask "…"`.
    pub fn ask(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::AskClause)?)
    }

    /// `considering …`: what the judgement must weigh.
    pub fn considering(&self) -> Vec<Citation> {
        citations(self.syntax(), SyntaxKind::ConsideringClause)
    }

    /// `assumed true` or `assumed false`.
    pub fn assumed(&self) -> Option<bool> {
        let clause = node_of(self.syntax(), SyntaxKind::AssumedClause)?;
        if has_keyword(&clause, "true") {
            return Some(true);
        }
        has_keyword(&clause, "false").then_some(false)
    }

    /// `on use, …`.
    pub fn on(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::OnClause)
    }
}

impl Type {
    /// The shape of the type.
    pub fn kind(&self) -> Option<TypeKind> {
        let node = self.syntax();
        if let Some(name) = token_of(node, SyntaxKind::TypeName) {
            return Some(TypeKind::Named(Name::of(&name)));
        }
        match first_keyword(node)?.text() {
            "bool" => Some(TypeKind::Bool),
            "judgement" => Some(TypeKind::Judgement),
            "event" => Some(TypeKind::Event),
            "integer" => Some(TypeKind::Integer),
            "decimal" => Some(TypeKind::Decimal),
            "text" => Some(TypeKind::Text),
            "date" => Some(TypeKind::Date),
            "datetime" => Some(TypeKind::DateTime),
            "duration" => Some(TypeKind::Duration),
            "money" => {
                let currency = Name::of(&token_of(node, SyntaxKind::Currency)?);
                Some(TypeKind::Money { currency })
            }
            "enum" => Some(TypeKind::Enum { members: names(node).collect() }),
            "set" => child(node).map(TypeKind::Set),
            "list" => child(node).map(TypeKind::List),
            _ => None,
        }
    }
}

impl ConductKind {
    /// The name of the kind.
    pub fn name(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// Whether it takes a moment or goes on.
    pub fn continuity(&self) -> Option<Continuity> {
        if has_keyword(self.syntax(), "moment") {
            return Some(Continuity::Moment);
        }
        has_keyword(self.syntax(), "lasting").then_some(Continuity::Lasting)
    }
}

impl Parameter {
    /// The name of the parameter.
    pub fn name(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// Its type.
    pub fn ty(&self) -> Option<Type> {
        child(self.syntax())
    }
}

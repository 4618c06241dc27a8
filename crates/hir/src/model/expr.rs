//! Expressions, elaborated.

use base::TextRange;
use ir::{ArithmeticOp, CompareOp, Value};

use super::Named;
use crate::types::Ty;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Ty,
    /// Its place.
    pub range: TextRange,
}

/// Whose field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The system's.
    Facts,
    /// The conduct's.
    Conduct,
    /// That of a record: the parameter of the definition first, then the
    /// variables of quantifiers from the outside in.
    Variable(u8),
}

/// A field of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRef {
    /// Whose.
    pub base: Base,
    /// Which; empty for the record itself.
    pub path: String,
}

/// A variable that runs over a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The list.
    pub list: FieldRef,
    /// The record that its members are.
    pub record: String,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// Nothing that can be used; it has a problem of its own.
    Broken,
    /// `true` or `false`.
    Known(bool),
    /// A constant.
    Value(Value),
    /// A text.
    Text(String),
    /// A member of an enum, by number.
    Member(u8),
    /// What a slot holds.
    Field(FieldRef),
    /// A definition, for a record or not.
    Call(String, Option<FieldRef>),
    /// The other does not hold.
    Not(Box<Expr>),
    /// All hold.
    All(Vec<Expr>),
    /// At least one holds.
    Any(Vec<Expr>),
    /// A group with lettered points.
    Group(GroupKind, Vec<(String, Expr)>),
    /// Two terms compared.
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// One of these members.
    OneOf(Box<Expr>, Vec<u8>),
    /// A member in a set.
    In(Box<Expr>, Box<Expr>),
    /// An event happened.
    Happened(Box<Expr>),
    /// Two terms reckoned with.
    Arithmetic(ArithmeticOp, Box<Expr>, Box<Expr>),
    /// The body holds of some record.
    Some(Over, Box<Expr>),
    /// The body holds of every record.
    Every(Over, Box<Expr>),
    /// Of how many records the filter holds.
    Count(Over, Option<Box<Expr>>),
    /// The earliest of an event of records.
    Earliest(Over, FieldRef, Option<Box<Expr>>),
    /// The latest of it.
    Latest(Over, FieldRef, Option<Box<Expr>>),
    /// The highest of several.
    Highest(Vec<Expr>),
    /// The lowest of several.
    Lowest(Vec<Expr>),
    /// Conditions with their values, and the value otherwise.
    Case(Vec<(Expr, Expr)>, Box<Expr>),
    /// It holds, and the obligations are not violated.
    Provided(Box<Expr>, Vec<Named>),
}

/// The kinds of group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// At least one point.
    Any,
    /// All points.
    All,
    /// No point.
    None,
}

impl Expr {
    /// The expressions right inside this one.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Broken
            | ExprKind::Known(_)
            | ExprKind::Value(_)
            | ExprKind::Text(_)
            | ExprKind::Member(_)
            | ExprKind::Field(_)
            | ExprKind::Call(..) => Vec::new(),
            ExprKind::Not(one)
            | ExprKind::OneOf(one, _)
            | ExprKind::Happened(one)
            | ExprKind::Some(_, one)
            | ExprKind::Every(_, one)
            | ExprKind::Provided(one, _) => vec![one],
            ExprKind::Compare(_, left, right)
            | ExprKind::In(left, right)
            | ExprKind::Arithmetic(_, left, right) => vec![left, right],
            ExprKind::All(many) | ExprKind::Any(many) | ExprKind::Highest(many) | ExprKind::Lowest(many) => {
                many.iter().collect()
            }
            ExprKind::Group(_, points) => points.iter().map(|(_, expr)| expr).collect(),
            ExprKind::Count(_, filter)
            | ExprKind::Earliest(_, _, filter)
            | ExprKind::Latest(_, _, filter) => filter.as_deref().into_iter().collect(),
            ExprKind::Case(branches, otherwise) => {
                let branches = branches.iter().flat_map(|(condition, value)| [condition, value]);
                branches.chain([otherwise.as_ref()]).collect()
            }
        }
    }

    /// Calls `visit` for this expression and all within it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    /// The field that it reads itself, and the list that it runs over.
    pub fn reads(&self) -> Vec<&FieldRef> {
        match &self.kind {
            ExprKind::Field(field) => vec![field],
            ExprKind::Call(_, argument) => argument.iter().collect(),
            ExprKind::Some(over, _) | ExprKind::Every(over, _) | ExprKind::Count(over, _) => vec![&over.list],
            ExprKind::Earliest(over, item, _) | ExprKind::Latest(over, item, _) => vec![&over.list, item],
            ExprKind::Broken
            | ExprKind::Known(_)
            | ExprKind::Value(_)
            | ExprKind::Text(_)
            | ExprKind::Member(_)
            | ExprKind::Not(_)
            | ExprKind::All(_)
            | ExprKind::Any(_)
            | ExprKind::Group(..)
            | ExprKind::Compare(..)
            | ExprKind::OneOf(..)
            | ExprKind::In(..)
            | ExprKind::Happened(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Highest(_)
            | ExprKind::Lowest(_)
            | ExprKind::Case(..)
            | ExprKind::Provided(..) => Vec::new(),
        }
    }
}

//! Typed views of the tree. A wrapper is a node that is known to be of a kind; its accessors hand
//! out values with their ranges. Nothing panics on a broken tree: what is missing is `None` or left
//! out. Ranges count from the start of the item.

mod citation;
mod clauses;
mod declarations;
mod element;
mod expr;
mod issue;
mod item;
mod literal;
mod name;
mod operators;

pub use citation::{Citation, RecitalRef, Target};
pub use clauses::{HasClauses, HasElements, HasLimits, HasTargets, HasWhen};
pub use declarations::{ConductKind, Continuity, Field, Parameter, Type, TypeKind};
pub use element::{Element, Must, Timing};
pub use expr::{Case, CaseBranch, Count, Expr, Extremum, Group, InList, Pick, Point, Provided, Quantifier};
pub use issue::{Effect, EffectKind, Reading, ReadingStatus};
pub use item::{
    Conditions, Conduct, Constraint, Definition, Direction, Enum, Exception, Exclusion, Facts, Interpretive,
    Issue, Item, Obligation, Power, Precedence, Prohibition, Record, Sanction, Saving, Scope, Source,
};
pub use literal::{Literal, LiteralValue, Unit};
pub use name::{Date, Name, Names, Path, Text};
pub use operators::{
    Apply, Arithmetic, ArithmeticOp, CompareOp, Comparison, ExtremumKind, GroupKind, Happened, In, InRight,
    Logic, LogicOp, Not, Paren, PathExpr, PercentOf, PickKind, QuantifierKind, Set,
};

pub(crate) use name::calendar_day;

use base::TextRange;

use crate::kind::{SyntaxKind, SyntaxNode, SyntaxToken};

/// A node of a known kind.
pub trait AstNode: Sized {
    /// The wrapper of a node, if the node is of its kind.
    fn cast(node: SyntaxNode) -> Option<Self>;
    /// The node.
    fn syntax(&self) -> &SyntaxNode;
    /// The bytes of the node, without blanks around it.
    fn range(&self) -> TextRange {
        self.syntax().text_range()
    }
}

/// Declares wrappers over nodes of one kind each.
macro_rules! nodes {
    ($($(#[$doc:meta])* $name:ident = $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(crate::kind::SyntaxNode);

        impl crate::ast::AstNode for $name {
            fn cast(node: crate::kind::SyntaxNode) -> Option<$name> {
                (node.kind() == crate::kind::SyntaxKind::$kind).then(|| $name(node))
            }

            fn syntax(&self) -> &crate::kind::SyntaxNode {
                &self.0
            }
        }
    )*};
}
use nodes;

/// The first child that is a `T`.
fn child<T: AstNode>(node: &SyntaxNode) -> Option<T> {
    node.children().find_map(T::cast)
}

/// Every child that is a `T`.
fn children<T: AstNode>(node: &SyntaxNode) -> impl Iterator<Item = T> + use<T> {
    node.children().filter_map(T::cast)
}

/// The first child node of a kind.
fn node_of(node: &SyntaxNode, kind: SyntaxKind) -> Option<SyntaxNode> {
    node.children().find(|child| child.kind() == kind)
}

/// The child nodes of a kind.
fn nodes_of(node: &SyntaxNode, kind: SyntaxKind) -> impl Iterator<Item = SyntaxNode> + use<> {
    node.children().filter(move |child| child.kind() == kind)
}

/// The tokens that are children of the node, trivia left out.
fn tokens(node: &SyntaxNode) -> impl Iterator<Item = SyntaxToken> + use<> {
    node.children_with_tokens()
        .filter_map(|child| child.into_token())
        .filter(|token| !token.kind().is_trivia())
}

/// The first child token of a kind.
fn token_of(node: &SyntaxNode, kind: SyntaxKind) -> Option<SyntaxToken> {
    tokens(node).find(|token| token.kind() == kind)
}

/// Whether a word of the language is among the child tokens.
fn has_keyword(node: &SyntaxNode, word: &str) -> bool {
    tokens(node).any(|token| token.kind() == SyntaxKind::Keyword && token.text() == word)
}

/// The first word of the language among the child tokens.
fn first_keyword(node: &SyntaxNode) -> Option<SyntaxToken> {
    token_of(node, SyntaxKind::Keyword)
}

//! The clauses that many items share.

use super::citation::{Citation, RecitalRef, Target};
use super::element::Element;
use super::expr::Expr;
use super::name::{Date, Name, Names, Text, names};
use super::{AstNode, child, children, node_of, nodes_of, token_of};
use crate::kind::{SyntaxKind, SyntaxNode};

/// The common clauses. Items, elements, readings, fields and musts have them, each as far as the
/// grammar lets it.
pub trait HasClauses: AstNode {
    /// The declared name; facts and conduct have none.
    fn name(&self) -> Option<Name> {
        match self.syntax().kind() {
            // Without a name of its own, the first name of an enum is a member.
            SyntaxKind::Enum | SyntaxKind::Record => {
                Some(Name::of(&token_of(self.syntax(), SyntaxKind::TypeName)?))
            }
            _ => Name::first(self.syntax()),
        }
    }

    /// `label "…"`.
    fn label(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::LabelClause)?)
    }

    /// `help "…"`.
    fn help(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::HelpClause)?)
    }

    /// The provisions of all `basis` clauses.
    fn basis(&self) -> Vec<Citation> {
        citations(self.syntax(), SyntaxKind::BasisClause)
    }

    /// The recitals of all `recitals` clauses.
    fn recitals(&self) -> Vec<RecitalRef> {
        nodes_of(self.syntax(), SyntaxKind::RecitalsClause).flat_map(|clause| children(&clause)).collect()
    }

    /// `in force from 2024-08-01`.
    fn in_force_from(&self) -> Option<Date> {
        Date::first(&node_of(self.syntax(), SyntaxKind::InForceClause)?)
    }

    /// `applies from 2025-02-02`.
    fn applies_from(&self) -> Option<Date> {
        Date::first(&node_of(self.syntax(), SyntaxKind::AppliesFromClause)?)
    }

    /// `applies until 2027-01-01`: the last day.
    fn applies_until(&self) -> Option<Date> {
        Date::first(&node_of(self.syntax(), SyntaxKind::AppliesUntilClause)?)
    }
}

/// Items with elements.
pub trait HasElements: AstNode {
    /// The elements in order.
    fn elements(&self) -> impl Iterator<Item = Element> {
        children(self.syntax())
    }
}

/// Items with the clauses of an exception.
pub trait HasLimits: HasElements {
    /// `in so far as F`.
    fn in_so_far_as(&self) -> Option<Expr> {
        clause_expr(self.syntax(), SyntaxKind::InSoFarAsClause)
    }

    /// The names in `subject to`.
    fn subject_to(&self) -> Vec<Name> {
        clause_names(self.syntax(), SyntaxKind::SubjectToClause).map_or_else(Vec::new, |names| names.names)
    }
}

/// Items that say in their header what they are directed at.
pub trait HasTargets: AstNode {
    /// The targets in order.
    fn targets(&self) -> Vec<Target> {
        Target::all(self.syntax()).collect()
    }
}

/// Items with a condition of their own.
pub trait HasWhen: AstNode {
    /// `when F`.
    fn when(&self) -> Option<Expr> {
        clause_expr(self.syntax(), SyntaxKind::WhenClause)
    }
}

/// The expression of a clause.
pub(super) fn clause_expr(node: &SyntaxNode, kind: SyntaxKind) -> Option<Expr> {
    child(&node_of(node, kind)?)
}

/// The names of a clause.
pub(super) fn clause_names(node: &SyntaxNode, kind: SyntaxKind) -> Option<Names> {
    let clause = node_of(node, kind)?;
    Some(Names { names: names(&clause).collect(), range: clause.text_range() })
}

/// The citations of all clauses of a kind.
pub(super) fn citations(node: &SyntaxNode, kind: SyntaxKind) -> Vec<Citation> {
    nodes_of(node, kind).flat_map(|clause| children(&clause)).collect()
}

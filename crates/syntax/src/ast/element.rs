//! Elements of a norm, and what an obligation demands and when.

use base::TextRange;

use super::clauses::{HasClauses, clause_names};
use super::expr::Expr;
use super::literal::{Literal, LiteralValue, Unit};
use super::name::Names;
use super::{AstNode, child, children, first_keyword, has_keyword, nodes, token_of};
use crate::kind::{SyntaxKind, SyntaxNode};

nodes! {
    /// `element E on K = F`.
    Element = Element;
    /// `must M = F`, with its limits in time.
    Must = Must;
}

impl HasClauses for Element {}
impl HasClauses for Must {}

impl Element {
    /// `on use, …`: the kinds of conduct that have this element.
    pub fn on(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::OnClause)
    }

    /// The formula after `=`. Without `=` the element means what its name means: see `is_bare`.
    pub fn expr(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// Whether there is no `=`, so that `element E` means `element E = E`.
    pub fn is_bare(&self) -> bool {
        token_of(self.syntax(), SyntaxKind::Eq).is_none()
    }
}

impl Must {
    /// Whether it is `must not`.
    pub fn is_negative(&self) -> bool {
        has_keyword(self.syntax(), "not")
    }

    /// The condition or event after `=`.
    pub fn expr(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// The limits in time, in order.
    pub fn timings(&self) -> Vec<Timing> {
        timings(self.syntax())
    }
}

/// When something must be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    /// `immediately`.
    Immediately {
        /// Its bytes.
        range: TextRange,
    },
    /// `without undue delay`.
    WithoutUndueDelay {
        /// Its bytes.
        range: TextRange,
    },
    /// `at the latest 24 hours after E`, or `at the latest E`.
    AtTheLatest {
        /// How long after the moment; none if the moment itself is the limit.
        duration: Option<(i64, Unit)>,
        /// The bytes of the duration.
        duration_range: Option<TextRange>,
        /// The moment.
        moment: Expr,
        /// Its bytes.
        range: TextRange,
    },
    /// `each year`.
    EachYear {
        /// Its bytes.
        range: TextRange,
    },
}

/// The limits in time among the children.
pub(super) fn timings(node: &SyntaxNode) -> Vec<Timing> {
    super::nodes_of(node, SyntaxKind::Timing).filter_map(|node| timing(&node)).collect()
}

fn timing(node: &SyntaxNode) -> Option<Timing> {
    let range = node.text_range();
    match first_keyword(node)?.text() {
        "immediately" => Some(Timing::Immediately { range }),
        "without" => Some(Timing::WithoutUndueDelay { range }),
        "each" => Some(Timing::EachYear { range }),
        "at" if has_keyword(node, "after") => {
            let literal: Literal = child(node)?;
            let LiteralValue::Duration { amount, unit } = literal.value()? else { return None };
            let moment = children(node).nth(1)?;
            let duration_range = Some(literal.range());
            Some(Timing::AtTheLatest { duration: Some((amount, unit)), duration_range, moment, range })
        }
        "at" => {
            Some(Timing::AtTheLatest { duration: None, duration_range: None, moment: child(node)?, range })
        }
        _ => None,
    }
}

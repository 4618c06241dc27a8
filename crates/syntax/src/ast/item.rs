//! The items of a file.

use super::citation::{Citation, Target};
use super::clauses::{
    HasClauses, HasElements, HasLimits, HasTargets, HasWhen, citations, clause_expr, clause_names,
};
use super::declarations::{ConductKind, Field, Parameter};
use super::element::Must;
use super::expr::Expr;
use super::issue::Reading;
use super::name::{Name, Names, Text, names};
use super::{AstNode, child, children, has_keyword, node_of, nodes};
use crate::kind::{SyntaxKind, SyntaxNode};
use crate::scan::ItemKind;

/// Declares the items: a wrapper each, the enum of all of them, and `HasClauses`.
macro_rules! items {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        nodes! { $($(#[$doc])* $name = $name;)* }

        /// An item of a file.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Item {
            $($(#[$doc])* $name($name),)*
        }

        impl AstNode for Item {
            fn cast(node: SyntaxNode) -> Option<Item> {
                $(if node.kind() == SyntaxKind::$name { return $name::cast(node).map(Item::$name); })*
                None
            }

            fn syntax(&self) -> &SyntaxNode {
                match self { $(Item::$name(item) => item.syntax(),)* }
            }
        }

        impl Item {
            /// What the item is.
            pub fn kind(&self) -> ItemKind {
                match self { $(Item::$name(_) => ItemKind::$name,)* }
            }
        }

        impl HasClauses for Item {}
        $(impl HasClauses for $name {})*
    };
}

items! {
    /// `source`: an act that is cited.
    Source;
    /// `facts`: what is asked about the system.
    Facts;
    /// `record`: a type with fields.
    Record;
    /// `enum`: a type with members.
    Enum;
    /// `conduct`: kinds, roles and fields of what somebody does.
    Conduct;
    /// `constraint`: what cannot be otherwise.
    Constraint;
    /// `definition`: a formula with a name.
    Definition;
    /// `prohibition`: a norm that forbids conduct.
    Prohibition;
    /// `exception`: defeats its target.
    Exception;
    /// `interpretive`: an argument from the recitals.
    Interpretive;
    /// `conditions`: a named group of conditions.
    Conditions;
    /// `obligation`: a norm that demands something.
    Obligation;
    /// `scope`: what must hold for norms to concern the case.
    Scope;
    /// `exclusion`: what takes the case out of norms.
    Exclusion;
    /// `saving`: a note that other law stands.
    Saving;
    /// `precedence`: a note that this law goes before other law.
    Precedence;
    /// `power`: a note that somebody may legislate or restrict.
    Power;
    /// `sanction`: the cap of a fine.
    Sanction;
    /// `issue`: an open question of law.
    Issue;
}

macro_rules! with {
    ($($interface:ident: $($item:ident),*;)*) => { $($(impl $interface for $item {})*)* };
}

with! {
    HasElements: Prohibition, Exception, Interpretive, Conditions, Scope, Exclusion;
    HasLimits: Exception, Interpretive, Exclusion;
    HasTargets: Exception, Interpretive, Scope, Exclusion, Saving, Precedence, Power, Sanction, Issue;
    HasWhen: Obligation, Saving, Precedence, Power, Sanction;
}

/// Which way an interpretive rule argues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// `interpretive exception`: against the target.
    Against,
    /// `interpretive support`: for the target.
    For,
}

impl Source {
    /// `title "…"`.
    pub fn title(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::TitleClause)?)
    }

    /// `number "…"`.
    pub fn number(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::NumberClause)?)
    }

    /// `celex "…"`.
    pub fn celex(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::CelexClause)?)
    }
}

impl Facts {
    /// The facts in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        children(self.syntax())
    }
}

impl Record {
    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        children(self.syntax())
    }
}

impl Enum {
    /// The members in order.
    pub fn members(&self) -> Vec<Name> {
        names(self.syntax()).skip(usize::from(self.name().is_some())).collect()
    }
}

impl Conduct {
    /// `kinds`, in order.
    pub fn kinds(&self) -> Vec<ConductKind> {
        node_of(self.syntax(), SyntaxKind::KindsClause)
            .map_or_else(Vec::new, |node| children(&node).collect())
    }

    /// `operators`: the roles of those who act.
    pub fn operators(&self) -> Vec<Name> {
        clause_names(self.syntax(), SyntaxKind::OperatorsClause).map_or_else(Vec::new, |names| names.names)
    }

    /// `authorities`.
    pub fn authorities(&self) -> Vec<Name> {
        clause_names(self.syntax(), SyntaxKind::AuthoritiesClause).map_or_else(Vec::new, |names| names.names)
    }

    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        children(self.syntax())
    }
}

impl Constraint {
    /// `always F`.
    pub fn always(&self) -> Option<Expr> {
        clause_expr(self.syntax(), SyntaxKind::AlwaysClause)
    }
}

impl Definition {
    /// `for d : Depiction`.
    pub fn parameter(&self) -> Option<Parameter> {
        child(self.syntax())
    }

    /// `means F`.
    pub fn means(&self) -> Option<Expr> {
        clause_expr(self.syntax(), SyntaxKind::MeansClause)
    }
}

impl Prohibition {
    /// `forbids use, …`.
    pub fn forbids(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::ForbidsClause)
    }
}

impl Interpretive {
    /// Which way it argues.
    pub fn direction(&self) -> Option<Direction> {
        if has_keyword(self.syntax(), "exception") {
            return Some(Direction::Against);
        }
        has_keyword(self.syntax(), "support").then_some(Direction::For)
    }
}

impl Obligation {
    /// `addressed to deployer, …`.
    pub fn addressed_to(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::AddressedToClause)
    }

    /// `on use, …`.
    pub fn on(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::OnClause)
    }

    /// `must` and `must not`, in order.
    pub fn musts(&self) -> impl Iterator<Item = Must> {
        children(self.syntax())
    }
}

impl Saving {
    /// `without prejudice to`.
    pub fn without_prejudice_to(&self) -> Vec<Citation> {
        citations(self.syntax(), SyntaxKind::WithoutPrejudiceClause)
    }
}

impl Precedence {
    /// `prevails over`.
    pub fn prevails_over(&self) -> Vec<Citation> {
        citations(self.syntax(), SyntaxKind::PrevailsClause)
    }
}

impl Power {
    /// `addressed to member_state, …`.
    pub fn addressed_to(&self) -> Option<Names> {
        clause_names(self.syntax(), SyntaxKind::AddressedToClause)
    }

    /// `may "…"`.
    pub fn may(&self) -> Option<Text> {
        Text::first(&node_of(self.syntax(), SyntaxKind::MayClause)?)
    }
}

impl Sanction {
    /// `cap E`.
    pub fn cap(&self) -> Option<Expr> {
        clause_expr(self.syntax(), SyntaxKind::CapClause)
    }
}

impl Issue {
    /// The one thing that the issue is about.
    pub fn target(&self) -> Option<Target> {
        Target::all(self.syntax()).next()
    }

    /// The readings in order.
    pub fn readings(&self) -> impl Iterator<Item = Reading> {
        children(self.syntax())
    }

    /// `default R "…"`: the reading that is picked unless another is, and why.
    pub fn default(&self) -> Option<(Name, Option<Text>)> {
        let clause = node_of(self.syntax(), SyntaxKind::DefaultClause)?;
        Some((Name::first(&clause)?, Text::first(&clause)))
    }
}

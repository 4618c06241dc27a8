//! Expressions: the sum of all of them, and those with a body of their own.

use base::TextRange;

use super::literal::Literal;
use super::name::{Name, Path, names};
use super::operators::{
    Apply, Arithmetic, Comparison, ExtremumKind, GroupKind, Happened, In, Logic, Not, Paren, PathExpr,
    PercentOf, PickKind, QuantifierKind, Set,
};
use super::{AstNode, child, children, first_keyword, has_keyword, node_of, nodes};
use crate::kind::{SyntaxKind, SyntaxNode};

nodes! {
    /// `some a in xs : F`, `every a in xs : F`.
    Quantifier = QuantifierExpr;
    /// `any of { (i) F (ii) F }`.
    Group = GroupExpr;
    /// `(ii) F` in a group.
    Point = Point;
    /// `count of a in xs : F`.
    Count = CountExpr;
    /// `earliest of a.requested for a in xs : F`.
    Extremum = ExtremumExpr;
    /// `higher of { E, E }`.
    Pick = PickExpr;
    /// `case { F : E  otherwise : E }`.
    Case = CaseExpr;
    /// `F : E` in a case.
    CaseBranch = CaseBranch;
    /// `F provided that O`.
    Provided = ProvidedExpr;
}

macro_rules! expressions {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// An expression.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Expr {
            $($(#[$doc])* $name($name),)*
        }

        impl AstNode for Expr {
            fn cast(node: SyntaxNode) -> Option<Expr> {
                $(if let Some(expr) = $name::cast(node.clone()) { return Some(Expr::$name(expr)); })*
                None
            }

            fn syntax(&self) -> &SyntaxNode {
                match self { $(Expr::$name(expr) => expr.syntax(),)* }
            }
        }
    };
}

expressions! {
    /// A name.
    PathExpr,
    /// A definition for a record: `granted for a`.
    Apply,
    /// A value written down.
    Literal,
    /// A row of `and`, or of `or`.
    Logic,
    /// `not F`.
    Not,
    /// `E == E` and the like.
    Comparison,
    /// `E in { a, b }`, `E not in xs`.
    In,
    /// `e happened`.
    Happened,
    /// A row of `+` and `-`, or of `*` and `/`.
    Arithmetic,
    /// `7 % of E`.
    PercentOf,
    /// `( F )`.
    Paren,
    /// `some` and `every`.
    Quantifier,
    /// `any of`, `all of` and `none of` with points.
    Group,
    /// `count of`.
    Count,
    /// `earliest of`, `latest of`.
    Extremum,
    /// `higher of`, `lower of`.
    Pick,
    /// `case`.
    Case,
    /// `provided that`.
    Provided,
    /// `{ a, b }`.
    Set,
}

impl Expr {
    /// The expression without the brackets around it.
    pub fn unwrap_parens(self) -> Option<Expr> {
        let mut expr = self;
        while let Expr::Paren(paren) = expr {
            expr = paren.inner()?;
        }
        Some(expr)
    }
}

/// What quantifiers, counts and extrema share: a variable that runs over a list.
pub trait InList: AstNode {
    /// The variable.
    fn variable(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// The list.
    fn list(&self) -> Option<Path> {
        children(self.syntax()).last()
    }

    /// The formula after `:`. A quantifier always has one; of the others it is the filter.
    fn body(&self) -> Option<Expr> {
        child(self.syntax())
    }
}

impl InList for Quantifier {}
impl InList for Count {}
impl InList for Extremum {}

impl Quantifier {
    /// Which of the two.
    pub fn kind(&self) -> QuantifierKind {
        if has_keyword(self.syntax(), "every") { QuantifierKind::Every } else { QuantifierKind::Some }
    }
}

impl Extremum {
    /// Which of the two.
    pub fn kind(&self) -> ExtremumKind {
        if has_keyword(self.syntax(), "latest") { ExtremumKind::Latest } else { ExtremumKind::Earliest }
    }

    /// What is taken of each member: `a.requested`.
    pub fn item(&self) -> Option<Path> {
        child(self.syntax())
    }
}

impl Group {
    /// Which of the three.
    pub fn kind(&self) -> GroupKind {
        match first_keyword(self.syntax()).as_ref().map(|token| token.text()) {
            Some("any") => GroupKind::Any,
            Some("none") => GroupKind::None,
            _ => GroupKind::All,
        }
    }

    /// The points in order.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        children(self.syntax())
    }
}

impl Point {
    /// The letter or number between the brackets, without them.
    pub fn name(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// The formula.
    pub fn expr(&self) -> Option<Expr> {
        child(self.syntax())
    }
}

impl Pick {
    /// Which of the two.
    pub fn kind(&self) -> PickKind {
        if has_keyword(self.syntax(), "lower") { PickKind::Lower } else { PickKind::Higher }
    }

    /// What is chosen from, in order.
    pub fn choices(&self) -> impl Iterator<Item = Expr> {
        children(self.syntax())
    }
}

impl Case {
    /// The branches in order, `otherwise` left out.
    pub fn branches(&self) -> impl Iterator<Item = CaseBranch> {
        children(self.syntax())
    }

    /// The value where no branch fits.
    pub fn otherwise(&self) -> Option<Expr> {
        child(&node_of(self.syntax(), SyntaxKind::OtherwiseBranch)?)
    }
}

impl CaseBranch {
    /// When the branch fits.
    pub fn condition(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// Its value.
    pub fn value(&self) -> Option<Expr> {
        children(self.syntax()).nth(1)
    }
}

impl Provided {
    /// What holds by itself.
    pub fn expr(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// The obligations that must not be violated.
    pub fn obligations(&self) -> Vec<Name> {
        names(self.syntax()).collect()
    }

    /// The bytes of `provided that O`.
    pub fn proviso_range(&self) -> TextRange {
        let start =
            first_keyword(self.syntax()).map_or(self.range().start(), |word| word.text_range().start());
        TextRange::new(start, self.range().end())
    }
}

//! Operators and the plain expressions. Several share a node kind and differ by their tokens.

use base::TextRange;

use super::expr::Expr;
use super::literal::Literal;
use super::name::{Name, Path, names};
use super::{AstNode, child, children, first_keyword, has_keyword, nodes, token_of, tokens};
use crate::kind::{SyntaxKind, SyntaxNode, SyntaxToken};

nodes! {
    /// A row of `and`, or of `or`: `F and F and F`.
    Logic = LogicExpr;
    /// `not F`.
    Not = NotExpr;
    /// A row of `+` and `-`, or of `*` and `/`, reckoned from the left.
    Arithmetic = ArithmeticExpr;
    /// `7 % of E`.
    PercentOf = PercentOfExpr;
    /// `( F )`.
    Paren = ParenExpr;
    /// `{ a, b }`.
    Set = SetExpr;
}

/// Declares wrappers of one kind of node that are told apart by a condition on it.
macro_rules! told_apart {
    ($($(#[$doc:meta])* $name:ident = $kind:ident if $condition:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(SyntaxNode);

        impl AstNode for $name {
            fn cast(node: SyntaxNode) -> Option<$name> {
                let condition: fn(&SyntaxNode) -> bool = $condition;
                (node.kind() == SyntaxKind::$kind && condition(&node)).then(|| $name(node))
            }

            fn syntax(&self) -> &SyntaxNode {
                &self.0
            }
        }
    )*};
}

told_apart! {
    /// `E == E`, `E <= E` and the like.
    Comparison = ComparisonExpr if |node| token_of(node, SyntaxKind::Operator).is_some();
    /// `E in S`, `E not in S`.
    In = ComparisonExpr if |node| has_keyword(node, "in");
    /// `e happened`.
    Happened = ComparisonExpr if |node| has_keyword(node, "happened");
    /// A name.
    PathExpr = PathExpr if |node| !has_keyword(node, "for");
    /// A definition for a record: `granted for a`.
    Apply = PathExpr if |node| has_keyword(node, "for");
}

/// `and` or `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogicOp {
    /// `and`.
    And,
    /// `or`.
    Or,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    /// `==`.
    Eq,
    /// `!=`.
    Ne,
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
}

/// How two values are reckoned together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArithmeticOp {
    /// `+`.
    Add,
    /// `-`.
    Sub,
    /// `*`.
    Mul,
    /// `/`.
    Div,
}

/// `some` or `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuantifierKind {
    /// `some`.
    Some,
    /// `every`.
    Every,
}

/// `earliest of` or `latest of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtremumKind {
    /// `earliest of`.
    Earliest,
    /// `latest of`.
    Latest,
}

/// `higher of` or `lower of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PickKind {
    /// `higher of`.
    Higher,
    /// `lower of`.
    Lower,
}

/// `any of`, `all of` or `none of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// `any of`.
    Any,
    /// `all of`.
    All,
    /// `none of`.
    None,
}

/// What stands to the right of `in`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum InRight {
    /// `{ a, b }`.
    Set(Set),
    /// A set or list by its name.
    Expr(Expr),
}

impl Logic {
    /// The first operator; brackets are demanded where another follows.
    pub fn op(&self) -> LogicOp {
        match first_keyword(self.syntax()) {
            Some(word) if word.text() == "or" => LogicOp::Or,
            Some(_) | None => LogicOp::And,
        }
    }

    /// The formulas in order.
    pub fn operands(&self) -> impl Iterator<Item = Expr> {
        children(self.syntax())
    }

    /// The words between them.
    pub(crate) fn words(&self) -> impl Iterator<Item = SyntaxToken> {
        tokens(self.syntax()).filter(|token| token.kind() == SyntaxKind::Keyword)
    }
}

impl Not {
    /// The formula that is denied.
    pub fn operand(&self) -> Option<Expr> {
        child(self.syntax())
    }
}

impl Comparison {
    /// The operator.
    pub fn op(&self) -> Option<CompareOp> {
        match token_of(self.syntax(), SyntaxKind::Operator)?.text() {
            "==" => Some(CompareOp::Eq),
            "!=" => Some(CompareOp::Ne),
            "<" => Some(CompareOp::Lt),
            "<=" => Some(CompareOp::Le),
            ">" => Some(CompareOp::Gt),
            ">=" => Some(CompareOp::Ge),
            _ => None,
        }
    }

    /// The bytes of the operator.
    pub fn op_range(&self) -> Option<TextRange> {
        token_of(self.syntax(), SyntaxKind::Operator).map(|token| token.text_range())
    }

    /// The left side.
    pub fn left(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// The right side.
    pub fn right(&self) -> Option<Expr> {
        children(self.syntax()).nth(1)
    }
}

impl In {
    /// Whether it is `not in`.
    pub fn is_negated(&self) -> bool {
        has_keyword(self.syntax(), "not")
    }

    /// The left side.
    pub fn left(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// The right side.
    pub fn right(&self) -> Option<InRight> {
        match children(self.syntax()).nth(1)? {
            Expr::Set(set) => Some(InRight::Set(set)),
            expr => Some(InRight::Expr(expr)),
        }
    }
}

impl Happened {
    /// The event.
    pub fn event(&self) -> Option<Expr> {
        child(self.syntax())
    }
}

impl Arithmetic {
    /// What the row begins with.
    pub fn first(&self) -> Option<Expr> {
        child(self.syntax())
    }

    /// The operators with what stands to the right of each, in order. They are reckoned from the
    /// left; a row is `+` and `-` or `*` and `/`, never both.
    pub fn rest(&self) -> Vec<(ArithmeticOp, TextRange, Expr)> {
        let operators = tokens(self.syntax()).filter_map(|token| {
            let op = match token.text() {
                "+" => ArithmeticOp::Add,
                "-" => ArithmeticOp::Sub,
                "*" => ArithmeticOp::Mul,
                "/" => ArithmeticOp::Div,
                _ => return None,
            };
            Some((op, token.text_range()))
        });
        operators
            .zip(children(self.syntax()).skip(1))
            .map(|((op, range), right)| (op, range, right))
            .collect()
    }
}

impl PercentOf {
    /// The percentage.
    pub fn percentage(&self) -> Option<Literal> {
        child(self.syntax())
    }

    /// What it is taken of.
    pub fn base(&self) -> Option<Expr> {
        children(self.syntax()).nth(1)
    }
}

impl Paren {
    /// What the brackets hold.
    pub fn inner(&self) -> Option<Expr> {
        child(self.syntax())
    }
}

impl PathExpr {
    /// The path.
    pub fn path(&self) -> Option<Path> {
        child(self.syntax())
    }
}

impl Apply {
    /// The definition.
    pub fn definition(&self) -> Option<Path> {
        child(self.syntax())
    }

    /// The record it is applied to.
    pub fn argument(&self) -> Option<Path> {
        children(self.syntax()).nth(1)
    }
}

impl Set {
    /// The members in order.
    pub fn members(&self) -> Vec<Name> {
        names(self.syntax()).collect()
    }
}

//! What the grammar cannot say: one walk over the tree that finds what is missing, stands twice,
//! has no value, or fits no rule.

mod clauses;
mod header;
mod unexpected;
mod values;

pub(crate) use unexpected::found_at;

use base::TextRange;
use problem::{Problem, SyntaxProblem};

use crate::ast::{AstNode, Logic};
use crate::kind::{SyntaxElement, SyntaxKind, SyntaxNode, SyntaxToken};

/// The problems of an item, in the order of the text.
pub(crate) fn problems(root: &SyntaxNode, text: &str) -> Vec<Problem> {
    let mut check = Check { text, problems: Vec::new() };
    for element in root.descendants_with_tokens() {
        match element {
            SyntaxElement::Node(node) => check.node(&node),
            SyntaxElement::Token(token) => check.token(&token),
        }
    }
    let mut problems = check.problems;
    problems.sort_by_key(|problem| (problem.range.start(), problem.range.end()));
    problems
}

struct Check<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, problem: SyntaxProblem, range: TextRange) {
        self.problems.push(Problem::new(problem, range));
    }

    fn node(&mut self, node: &SyntaxNode) {
        use SyntaxKind as K;
        match node.kind() {
            K::Error => self.error(node),
            K::Source
            | K::Facts
            | K::Record
            | K::Enum
            | K::Conduct
            | K::Constraint
            | K::Definition
            | K::Prohibition
            | K::Exception
            | K::Interpretive
            | K::Conditions
            | K::Obligation
            | K::Scope
            | K::Exclusion
            | K::Saving
            | K::Precedence
            | K::Power
            | K::Sanction
            | K::Issue => {
                self.header(node);
                self.names(node);
                self.repeated(node);
                self.missing(node);
                self.unclosed(node, K::LBrace, K::RBrace);
            }
            K::Reading => {
                self.names(node);
                self.repeated(node);
                self.unclosed(node, K::LBrace, K::RBrace);
            }
            K::Element | K::Must => {
                self.names(node);
                self.repeated(node);
                self.formula(node);
            }
            K::Field => {
                self.field_name(node);
                self.repeated(node);
            }
            K::Parameter | K::ConductKind | K::OperatorsClause | K::AuthoritiesClause => self.names(node),
            K::Type => {
                self.names(node);
                self.unclosed(node, K::LBrace, K::RBrace);
            }
            K::QuantifierExpr | K::CountExpr | K::ExtremumExpr => self.names(node),
            K::GroupExpr | K::PickExpr | K::CaseExpr | K::SetExpr => {
                self.unclosed(node, K::LBrace, K::RBrace)
            }
            K::ParenExpr => self.unclosed(node, K::LParen, K::RParen),
            K::LogicExpr => self.mixed(node),
            K::StatusClause => self.status(node),
            _ => {}
        }
    }

    fn token(&mut self, token: &SyntaxToken) {
        match token.kind() {
            SyntaxKind::Date => self.date(token),
            SyntaxKind::DateTime => self.date_time(token),
            SyntaxKind::Integer | SyntaxKind::Decimal => self.number(token),
            _ => {}
        }
    }

    /// `and` and `or` beside each other: told at the first word that differs.
    fn mixed(&mut self, node: &SyntaxNode) {
        let Some(logic) = Logic::cast(node.clone()) else { return };
        let mut words = logic.words();
        let Some(first) = words.next() else { return };
        if let Some(other) = words.find(|word| word.text() != first.text()) {
            self.report(SyntaxProblem::MixedLogic, other.text_range());
        }
    }
}

/// The first child token of a kind.
fn token_of(node: &SyntaxNode, kind: SyntaxKind) -> Option<SyntaxToken> {
    node.children_with_tokens().filter_map(|child| child.into_token()).find(|token| token.kind() == kind)
}

/// The first thing after a node or token that is not blank, within the same parent.
fn next_solid(element: &SyntaxElement) -> Option<SyntaxElement> {
    let mut next = element.next_sibling_or_token();
    while let Some(sibling) = next {
        if !sibling.kind().is_trivia() {
            return Some(sibling);
        }
        next = sibling.next_sibling_or_token();
    }
    None
}

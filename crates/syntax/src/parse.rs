//! One item's text to a tree and its problems.

use base::TextRange;
use pest::Parser;
use problem::{Problem, SyntaxProblem};
use rowan::GreenNode;

use crate::ast::{AstNode, Item};
use crate::depth::{DEPTH_LIMIT, too_deep};
use crate::kind::SyntaxNode;
use crate::rules::{Grammar, Rule};
use crate::scan::{FILE_LIMIT, range};
use crate::{tree, validate};

/// A parsed item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parse {
    /// The tree; its text is the item's text, to the byte.
    pub tree: GreenNode,
    /// What is wrong, in the order of the text. Ranges count from the start of the item.
    pub problems: Vec<Problem>,
}

impl Parse {
    /// The tree to walk in. Its root is a `Root` with the item in it.
    pub fn syntax(&self) -> SyntaxNode {
        SyntaxNode::new_root(self.tree.clone())
    }

    /// The item, if the text begins with the keyword of one and is not nested too deeply.
    pub fn item(&self) -> Option<Item> {
        self.syntax().children().find_map(Item::cast)
    }
}

/// Parses the text of one item. Never fails: what does not fit the grammar is in `Error` nodes.
pub fn parse_item(text: &str) -> Parse {
    if text.len() > FILE_LIMIT {
        return refused(text, 0, SyntaxProblem::TooLarge { limit: FILE_LIMIT as u64 });
    }
    if let Some(at) = too_deep(text) {
        return refused(text, at, SyntaxProblem::TooDeep { limit: DEPTH_LIMIT as u32 });
    }
    match Grammar::parse(Rule::item, text) {
        Ok(pairs) => {
            let tree = tree::build(text, pairs);
            let problems = validate::problems(&SyntaxNode::new_root(tree.clone()), text);
            Parse { tree, problems }
        }
        // Only a text that begins with no item gets here, or one for which the stack is too small.
        Err(error) => match error.variant {
            pest::error::ErrorVariant::CustomError { .. } => {
                refused(text, 0, SyntaxProblem::TooDeep { limit: DEPTH_LIMIT as u32 })
            }
            pest::error::ErrorVariant::ParsingError { .. } => {
                let found = validate::found_at(text, 0).0;
                refused(text, 0, SyntaxProblem::Unexpected { found, expected: vec!["an item"] })
            }
        },
    }
}

fn refused(text: &str, at: usize, problem: SyntaxProblem) -> Parse {
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let range: TextRange = range(at, end);
    Parse { tree: tree::unread(text), problems: vec![Problem::new(problem, range)] }
}

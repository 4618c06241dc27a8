//! From pest's pairs to a lossless tree. The pairs say where nodes and tokens are; what lies between
//! them is blanks and comments. An operator's node with one operand is that operand.

use pest::Token;
use pest::iterators::Pairs;
use rowan::{Checkpoint, GreenNode, GreenNodeBuilder};

use crate::kind::SyntaxKind;
use crate::rough::rough_tokens;
use crate::rules::{Rule, Shape, shape};

/// The tree of an item that pest has read.
pub(crate) fn build(text: &str, pairs: Pairs<'_, Rule>) -> GreenNode {
    let mut builder = Builder { green: GreenNodeBuilder::new(), text, at: 0, open: Vec::new() };
    builder.green.start_node(SyntaxKind::Root.into());
    for token in pairs.tokens() {
        match token {
            Token::Start { rule, pos } => builder.start(shape(rule), pos.pos()),
            Token::End { rule, pos } => builder.end(shape(rule), pos.pos()),
        }
    }
    builder.skip(text.len());
    builder.green.finish_node();
    builder.green.finish()
}

/// The tree of a text that is not read: one error.
pub(crate) fn unread(text: &str) -> GreenNode {
    let mut green = GreenNodeBuilder::new();
    green.start_node(SyntaxKind::Root.into());
    if !text.is_empty() {
        green.start_node(SyntaxKind::Error.into());
        green.token(SyntaxKind::ErrorText.into(), text);
        green.finish_node();
    }
    green.finish_node();
    green.finish()
}

struct Open {
    checkpoint: Checkpoint,
    children: usize,
}

struct Builder<'a> {
    green: GreenNodeBuilder<'static>,
    text: &'a str,
    /// Up to where the text is in the tree.
    at: usize,
    open: Vec<Open>,
}

impl Builder<'_> {
    fn start(&mut self, shape: Shape, pos: usize) {
        match shape {
            Shape::Transparent | Shape::Node(SyntaxKind::Root) => {}
            Shape::Token(_) | Shape::Error => self.begin(pos),
            Shape::Node(_) | Shape::Wrapper(_) => {
                self.begin(pos);
                self.open.push(Open { checkpoint: self.green.checkpoint(), children: 0 });
            }
        }
    }

    fn end(&mut self, shape: Shape, pos: usize) {
        match shape {
            Shape::Transparent | Shape::Node(SyntaxKind::Root) => {}
            Shape::Token(kind) => {
                self.green.token(kind.into(), &self.text[self.at..pos]);
                self.at = pos;
            }
            Shape::Error => {
                self.green.start_node(SyntaxKind::Error.into());
                self.skip(pos);
                self.green.finish_node();
            }
            // The span of a rule may end in blanks; they are left for what comes next.
            Shape::Node(kind) => self.wrap(kind, 1),
            Shape::Wrapper(kind) => self.wrap(kind, 2),
        }
    }

    fn begin(&mut self, pos: usize) {
        self.skip(pos);
        if let Some(open) = self.open.last_mut() {
            open.children += 1;
        }
    }

    fn wrap(&mut self, kind: SyntaxKind, least: usize) {
        if let Some(open) = self.open.pop()
            && open.children >= least
        {
            self.green.start_node_at(open.checkpoint, kind.into());
            self.green.finish_node();
        }
    }

    /// Takes the text up to `pos` without a rule.
    fn skip(&mut self, pos: usize) {
        for (kind, piece) in rough_tokens(&self.text[self.at..pos]) {
            self.green.token(kind.into(), piece);
        }
        self.at = pos;
    }
}

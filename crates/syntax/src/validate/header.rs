//! What stands between an item's keyword and its brace, and the braces themselves.

use problem::SyntaxProblem;

use super::unexpected::{found_at, target_failure};
use super::{Check, next_solid, token_of};
use crate::kind::{SyntaxElement, SyntaxKind, SyntaxNode};

/// What an item is directed at, as an expectation names it.
const TARGET: &str = "a provision or a name";

/// What the header of an item must hold.
struct Header {
    name: Option<(SyntaxKind, &'static str)>,
    /// The word that leads to the target, and whether there must be one.
    target: Option<&'static str>,
}

fn header_of(kind: SyntaxKind) -> Header {
    let name = match kind {
        SyntaxKind::Facts | SyntaxKind::Conduct => None,
        SyntaxKind::Record | SyntaxKind::Enum => Some((SyntaxKind::TypeName, "a name with a capital")),
        _ => Some((SyntaxKind::Name, "a name")),
    };
    let target = match kind {
        SyntaxKind::Exception | SyntaxKind::Interpretive => Some("`to`"),
        SyntaxKind::Scope
        | SyntaxKind::Exclusion
        | SyntaxKind::Saving
        | SyntaxKind::Precedence
        | SyntaxKind::Sanction => Some("`for`"),
        SyntaxKind::Issue => Some("`on`"),
        _ => None,
    };
    Header { name, target }
}

impl Check<'_> {
    /// Reports the first thing that the header of an item lacks.
    pub(super) fn header(&mut self, item: &SyntaxNode) {
        let header = header_of(item.kind());
        let mut after = item.first_child_or_token();
        let mut lacks = None;
        if item.kind() == SyntaxKind::Interpretive {
            let side = after.as_ref().and_then(next_solid).filter(|side| side.kind() == SyntaxKind::Keyword);
            match side {
                Some(side) => after = Some(side),
                None => lacks = Some(vec!["`exception`", "`support`"]),
            }
        }
        if let Some((kind, expected)) = header.name
            && lacks.is_none()
        {
            // A member of an enum without a name of its own is not the enum's name.
            match after.as_ref().and_then(next_solid).filter(|name| name.kind() == kind) {
                Some(name) => after = Some(name),
                None => lacks = Some(vec![expected]),
            }
        }
        let mut targets = item.children().filter(|child| child.kind() == SyntaxKind::Target);
        if lacks.is_some() {
            // What comes first is told; what comes after it may be fine.
        } else if let Some(last) = targets.next().map(|first| targets.last().unwrap_or(first)) {
            after = Some(SyntaxElement::Node(last));
        } else if let Some(word) = header.target {
            let led = after.as_ref().and_then(next_solid).is_some_and(|next| {
                let text = self.text[next.text_range()].split_whitespace().next().unwrap_or("");
                word.trim_matches('`') == text
            });
            lacks = Some(if led { vec![TARGET] } else { vec![word] });
        }
        if lacks.is_none()
            && let Some(parameter) = item.children().find(|child| child.kind() == SyntaxKind::Parameter)
        {
            after = Some(SyntaxElement::Node(parameter));
        }
        let Some(after) = after else { return };
        let next = next_solid(&after);
        let in_place = next.as_ref().is_some_and(|next| next.kind() == SyntaxKind::LBrace);
        if in_place && lacks.is_none() {
            return;
        }
        let start = next.map_or(item.text_range().end(), |next| next.text_range().start());
        let mut at = self.solid(usize::from(start));
        let mut expected = lacks.unwrap_or_else(|| vec!["`{`"]);
        if expected == [TARGET] {
            at = self.solid(at + crate::rough::word(&self.text[at..]).len());
            let end = at + self.text[at..].find('{').unwrap_or(self.text.len() - at);
            if let Some((failed, names)) = target_failure(&self.text[at..end])
                && failed > 0
                && !names.is_empty()
            {
                at = self.solid(at + failed);
                expected = names;
            }
        }
        let (found, range) = found_at(self.text, at);
        self.report(SyntaxProblem::Unexpected { found, expected }, range);
    }

    /// Reports an opening bracket among the child tokens that has no closing one.
    pub(super) fn unclosed(&mut self, node: &SyntaxNode, open: SyntaxKind, close: SyntaxKind) {
        let Some(opening) = token_of(node, open) else { return };
        if token_of(node, close).is_some() || self.closes_in_error(node) {
            return;
        }
        let char = opening.text().chars().next().unwrap_or('{');
        self.report(SyntaxProblem::Unclosed { open: char }, opening.text_range());
    }

    /// Whether the brace is there, with text after it that fits no rule.
    fn closes_in_error(&self, node: &SyntaxNode) -> bool {
        let last = node.children().filter(|child| child.kind() == SyntaxKind::Error).last();
        last.is_some_and(|error| {
            let text = &self.text[error.text_range()];
            text.matches('}').count() > text.matches('{').count()
        })
    }

    /// An element or `must` with `=` but without a formula, where no error tells so already.
    pub(super) fn formula(&mut self, node: &SyntaxNode) {
        let Some(eq) = token_of(node, SyntaxKind::Eq) else { return };
        let element = SyntaxElement::Token(eq.clone());
        let follows = next_solid(&SyntaxElement::Node(node.clone()));
        if next_solid(&element).is_some() || follows.is_some_and(|next| next.kind() == SyntaxKind::Error) {
            return;
        }
        let (found, range) = found_at(self.text, self.solid(usize::from(eq.text_range().end())));
        self.report(SyntaxProblem::Unexpected { found, expected: vec!["an expression"] }, range);
    }
}

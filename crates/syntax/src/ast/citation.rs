//! Citations of provisions, and what an item can be directed at.

use base::{Part, ProvisionId, Root, TextRange};

use super::name::{Name, Path};
use super::{AstNode, child, nodes, nodes_of, token_of, tokens};
use crate::kind::{SyntaxKind, SyntaxNode};

nodes! {
    /// A citation: `gdpr article 9`, `article 5(2) to (6)`.
    Citation = Citation;
    /// A recital in `recitals`: `31`, `omnibus 12`.
    RecitalRef = RecitalRef;
}

/// What an item is directed at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A provision: all norms whose basis lies in it.
    Citation(Citation),
    /// An item, an element or `must` of one, or a source by its name alone.
    Path(Path),
}

impl Target {
    /// The bytes of the target.
    pub fn range(&self) -> TextRange {
        match self {
            Target::Citation(citation) => citation.range(),
            Target::Path(path) => path.range(),
        }
    }

    /// The targets in the header of an item.
    pub(super) fn all(item: &SyntaxNode) -> impl Iterator<Item = Target> + use<> {
        nodes_of(item, SyntaxKind::Target).filter_map(|target| {
            child(&target).map(Target::Citation).or_else(|| child(&target).map(Target::Path))
        })
    }
}

impl Citation {
    /// The source in front; without one, the package's own.
    pub fn source(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// The article, annex or recital.
    pub fn root(&self) -> Option<Root> {
        let place = self.place();
        let in_place = |kind| token_of(place.as_ref()?, kind).map(|token| token.text().to_owned());
        if let Some(article) = in_place(SyntaxKind::ArticleNumber) {
            return Some(Root::Article(article));
        }
        if let Some(annex) = in_place(SyntaxKind::AnnexNumber) {
            return Some(Root::Annex(annex));
        }
        number(self.syntax()).map(Root::Recital)
    }

    /// The brackets directly after the number, without the brackets: `1`, `h`, `i`.
    pub fn brackets(&self) -> Vec<String> {
        let brackets = self.place().into_iter().flat_map(|place| tokens(&place).collect::<Vec<_>>());
        brackets
            .filter(|token| token.kind() == SyntaxKind::Bracket)
            .map(|token| inner(token.text()))
            .collect()
    }

    /// Every step from the article or annex: brackets, then subparagraphs and sentences.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = self.brackets().into_iter().map(Part::Bracket).collect();
        for part in nodes_of(self.syntax(), SyntaxKind::Part) {
            let Some(number) = number(&part) else { continue };
            let sentence = super::has_keyword(&part, "sentence");
            parts.push(if sentence { Part::Sentence(number) } else { Part::Subparagraph(number) });
        }
        parts
    }

    /// The bracket of the last provision in `article 5(2) to (6)`: `6`.
    pub fn through(&self) -> Option<String> {
        token_of(self.syntax(), SyntaxKind::Bracket).map(|token| inner(token.text()))
    }

    /// The citation as data; without a source of its own it is of `default_source`.
    pub fn to_base(&self, default_source: &str) -> Option<base::Citation> {
        let source = self.source().map_or_else(|| default_source.to_owned(), |name| name.text);
        let provision = ProvisionId { source, root: self.root()?, parts: self.parts() };
        Some(base::Citation { provision, through: self.through() })
    }

    fn place(&self) -> Option<SyntaxNode> {
        super::node_of(self.syntax(), SyntaxKind::Place)
    }
}

impl RecitalRef {
    /// The source in front; without one, the package's own.
    pub fn source(&self) -> Option<Name> {
        Name::first(self.syntax())
    }

    /// The number of the recital.
    pub fn number(&self) -> Option<u32> {
        number(self.syntax())
    }

    /// The recital as data; without a source of its own it is of `default_source`.
    pub fn to_base(&self, default_source: &str) -> Option<ProvisionId> {
        let source = self.source().map_or_else(|| default_source.to_owned(), |name| name.text);
        Some(ProvisionId { source, root: Root::Recital(self.number()?), parts: Vec::new() })
    }
}

/// The first whole number among the child tokens.
fn number(node: &SyntaxNode) -> Option<u32> {
    token_of(node, SyntaxKind::Integer)?.text().replace('_', "").parse().ok()
}

fn inner(bracket: &str) -> String {
    bracket.trim_matches(['(', ')']).to_owned()
}

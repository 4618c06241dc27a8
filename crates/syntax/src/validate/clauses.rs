//! Which clauses an item has, which of them stand once, and which must be there.

use problem::SyntaxProblem;

use super::Check;
use crate::kind::{SyntaxKind, SyntaxNode};

/// The clauses that an item, reading or list of fields takes besides the common ones, the telling
/// ones first.
pub(super) fn clauses_of(kind: SyntaxKind) -> (&'static [&'static str], bool) {
    match kind {
        SyntaxKind::Source => (&["title", "number", "celex"], false),
        SyntaxKind::Constraint => (&["always"], true),
        SyntaxKind::Definition => (&["means"], true),
        SyntaxKind::Prohibition => (&["element", "forbids"], true),
        SyntaxKind::Exception | SyntaxKind::Interpretive | SyntaxKind::Exclusion => {
            (&["element", "in so far as", "subject to"], true)
        }
        SyntaxKind::Conditions | SyntaxKind::Scope => (&["element"], true),
        SyntaxKind::Obligation => (&["must", "addressed to", "when", "on"], true),
        SyntaxKind::Saving => (&["without prejudice to", "when"], true),
        SyntaxKind::Precedence => (&["prevails over", "when"], true),
        SyntaxKind::Power => (&["may", "addressed to", "when"], true),
        SyntaxKind::Sanction => (&["cap", "when"], true),
        SyntaxKind::Issue => (&["reading", "default"], true),
        SyntaxKind::Reading => (&["status", "keeps", "narrows", "widens", "replaces", "adds", "drops"], true),
        SyntaxKind::Conduct => (
            &[
                "kinds",
                "operators",
                "authorities",
                "ask",
                "help",
                "label",
                "basis",
                "considering",
                "assumed",
                "on",
            ],
            false,
        ),
        SyntaxKind::Facts | SyntaxKind::Record => {
            (&["ask", "help", "label", "basis", "considering", "assumed", "on"], false)
        }
        _ => (&[], false),
    }
}

/// The common clauses, the telling ones first.
pub(super) const COMMON: &[&str] =
    &["basis", "label", "recitals", "in force from", "applies from", "applies until", "help"];

/// The keyword of a clause that stands only once.
fn single(kind: SyntaxKind) -> Option<&'static str> {
    match kind {
        SyntaxKind::TitleClause => Some("title"),
        SyntaxKind::NumberClause => Some("number"),
        SyntaxKind::CelexClause => Some("celex"),
        SyntaxKind::LabelClause => Some("label"),
        SyntaxKind::HelpClause => Some("help"),
        SyntaxKind::AskClause => Some("ask"),
        SyntaxKind::AssumedClause => Some("assumed"),
        SyntaxKind::InForceClause => Some("in force from"),
        SyntaxKind::AppliesFromClause => Some("applies from"),
        SyntaxKind::AppliesUntilClause => Some("applies until"),
        SyntaxKind::KindsClause => Some("kinds"),
        SyntaxKind::OperatorsClause => Some("operators"),
        SyntaxKind::AuthoritiesClause => Some("authorities"),
        SyntaxKind::OnClause => Some("on"),
        SyntaxKind::AlwaysClause => Some("always"),
        SyntaxKind::MeansClause => Some("means"),
        SyntaxKind::ForbidsClause => Some("forbids"),
        SyntaxKind::InSoFarAsClause => Some("in so far as"),
        SyntaxKind::SubjectToClause => Some("subject to"),
        SyntaxKind::AddressedToClause => Some("addressed to"),
        SyntaxKind::WhenClause => Some("when"),
        SyntaxKind::MayClause => Some("may"),
        SyntaxKind::CapClause => Some("cap"),
        SyntaxKind::DefaultClause => Some("default"),
        SyntaxKind::StatusClause => Some("status"),
        SyntaxKind::EffectClause => Some("keeps"),
        _ => None,
    }
}

/// The clauses without which an item says nothing.
fn needed(kind: SyntaxKind) -> &'static [(SyntaxKind, &'static str)] {
    match kind {
        SyntaxKind::Definition => &[(SyntaxKind::MeansClause, "means")],
        SyntaxKind::Constraint => &[(SyntaxKind::AlwaysClause, "always")],
        SyntaxKind::Sanction => &[(SyntaxKind::CapClause, "cap")],
        SyntaxKind::Power => &[(SyntaxKind::MayClause, "may")],
        SyntaxKind::Obligation => &[(SyntaxKind::Must, "must")],
        SyntaxKind::Conduct => {
            &[(SyntaxKind::KindsClause, "kinds"), (SyntaxKind::OperatorsClause, "operators")]
        }
        SyntaxKind::Saving => &[(SyntaxKind::WithoutPrejudiceClause, "without prejudice to")],
        SyntaxKind::Precedence => &[(SyntaxKind::PrevailsClause, "prevails over")],
        _ => &[],
    }
}

impl Check<'_> {
    /// Reports the second of two clauses of which only one can stand.
    pub(super) fn repeated(&mut self, node: &SyntaxNode) {
        let mut seen: Vec<SyntaxKind> = Vec::new();
        for child in node.children() {
            let Some(clause) = single(child.kind()) else { continue };
            if !seen.contains(&child.kind()) {
                seen.push(child.kind());
                continue;
            }
            let word = child.first_token();
            let range = word.as_ref().map_or(child.text_range(), |word| word.text_range());
            let clause = match child.kind() {
                SyntaxKind::EffectClause => effect(word.as_ref().map_or("", |word| word.text())),
                _ => clause,
            };
            self.report(SyntaxProblem::RepeatedClause { clause }, range);
        }
    }

    /// Reports clauses that must be there. Where something fits no rule it may be just that clause.
    pub(super) fn missing(&mut self, item: &SyntaxNode) {
        let has = |kind| item.children().any(|child| child.kind() == kind);
        if needed(item.kind()).is_empty() || has(SyntaxKind::Error) {
            return;
        }
        let Some(keyword) = item.first_token() else { return };
        for &(kind, clause) in needed(item.kind()) {
            if !has(kind) {
                let item = crate::ItemKind::of(keyword.text()).map_or("", |kind| kind.keyword());
                self.report(SyntaxProblem::MissingClause { clause, item }, keyword.text_range());
            }
        }
    }
}

fn effect(word: &str) -> &'static str {
    let effects = ["keeps", "narrows", "widens", "replaces", "adds", "drops"];
    effects.into_iter().find(|effect| *effect == word).unwrap_or("keeps")
}

//! What a name names, in words.

use base::Lang;
use problem::NameKind;

use crate::sentence::Sentence;

/// The kind without an article: `fact`, `feit`.
pub(super) fn bare(kind: NameKind, lang: Lang) -> String {
    Sentence::new(id(kind)).say(lang)
}

/// The kind with an indefinite article: `a fact`, `een feit`.
pub(super) fn a(kind: NameKind, lang: Lang) -> String {
    let sentence = Sentence::new(id(kind));
    sentence.attribute(lang, "a").unwrap_or_else(|| sentence.say(lang))
}

/// The kind with a definite article: `the fact`, `het feit`.
pub(super) fn the(kind: NameKind, lang: Lang) -> String {
    let sentence = Sentence::new(id(kind));
    sentence.attribute(lang, "the").unwrap_or_else(|| sentence.say(lang))
}

fn id(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Source => "kind-source",
        NameKind::Fact => "kind-fact",
        NameKind::Field => "kind-field",
        NameKind::Type => "kind-type",
        NameKind::Member => "kind-member",
        NameKind::ConductKind => "kind-conduct-kind",
        NameKind::Role => "kind-role",
        NameKind::Definition => "kind-definition",
        NameKind::Prohibition => "kind-prohibition",
        NameKind::Exception => "kind-exception",
        NameKind::Conditions => "kind-conditions",
        NameKind::Obligation => "kind-obligation",
        NameKind::Must => "kind-must",
        NameKind::Element => "kind-element",
        NameKind::Scope => "kind-scope",
        NameKind::Exclusion => "kind-exclusion",
        NameKind::Saving => "kind-saving",
        NameKind::Power => "kind-power",
        NameKind::Precedence => "kind-precedence",
        NameKind::Sanction => "kind-sanction",
        NameKind::Constraint => "kind-constraint",
        NameKind::Issue => "kind-issue",
        NameKind::Reading => "kind-reading",
        NameKind::Profile => "kind-profile",
        NameKind::Variable => "kind-variable",
        NameKind::Norm => "kind-norm",
        NameKind::ManifestKey => "kind-manifest-key",
        NameKind::Package => "kind-package",
        NameKind::Version => "kind-version",
    }
}

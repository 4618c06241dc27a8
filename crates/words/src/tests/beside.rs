//! What stands beside the prohibitions of the small policy: obligations,
//! sanctions, notes and open questions.

use ir::{
    Action, Duty, Issue, Localised, MemberSet, Must, MustVariant, NodeId, Note, NoteKind, Obligation,
    Reading, ReadingStatus, RestsOn, Sanction, SanctionUse, State, Subject, Versions,
};

use super::program::{ARTICLE_5, both, cite, span, versions};

pub(super) fn obligation(
    name: &str,
    label: Localised,
    basis: &str,
    roles: &[u8],
    musts: Vec<Must>,
) -> Obligation {
    let body = Duty {
        gates: Vec::new(),
        addressed_to: roles.iter().copied().collect(),
        trigger: NodeId(0),
        when: NodeId(0),
        exceptions: Vec::new(),
        arguments: Vec::new(),
        musts,
        sanctions: vec![SanctionUse { sanction: 0, state: State::Applicable }],
        correlated: Vec::new(),
        correlated_issues: Vec::new(),
        opaque: Vec::new(),
    };
    Obligation {
        name: name.into(),
        subject: Subject::Conduct,
        versions: Versions(versions(ARTICLE_5, label, &[basis], &["ai_act recital 35"], body)),
        notes: vec![],
    }
}

pub(super) fn must(name: &str, label: Localised, negative: bool) -> Must {
    Must {
        name: name.into(),
        label,
        basis: Vec::new(),
        negative,
        issue: None,
        variants: vec![MustVariant {
            action: Action::Event(NodeId(0)),
            standard: None,
            limit: None,
            each_year: false,
        }],
        rests_on: RestsOn::default(),
        span: span(),
    }
}

pub(super) fn sanction(name: &str, en: &str, nl: &str, basis: &str) -> Sanction {
    Sanction {
        name: name.into(),
        label: both(en, nl),
        basis: cite(&[basis]),
        when: None,
        cap: NodeId(0),
        currency: "EUR".into(),
        span: span(),
    }
}

pub(super) fn notes() -> Vec<Note> {
    let note = |kind, name: &str, label: Localised, basis: &str, provisions: &[&str]| Note {
        kind,
        name: name.into(),
        label,
        basis: cite(&[basis]),
        recitals: Vec::new(),
        provisions: cite(provisions),
        roles: MemberSet::default(),
        text: Localised::default(),
        when: None,
        span: span(),
    };
    let data = both(
        "processing of biometric data for other purposes",
        "verwerking van biometrische gegevens voor andere doelen",
    );
    let special = both("special rule for law enforcement", "bijzondere regel voor rechtshandhaving");
    vec![
        note(
            NoteKind::WithoutPrejudiceTo,
            "data_protection",
            data,
            "ai_act article 5(1) subparagraph 2",
            &["gdpr article 9"],
        ),
        note(NoteKind::PrevailsOver, "special_rule", special, "ai_act recital 38", &["gdpr article 10"]),
        Note {
            roles: MemberSet::default().with(2),
            text: both(
                "may authorise the use, fully or in part",
                "kan het gebruik geheel of gedeeltelijk toestaan",
            ),
            ..note(NoteKind::Power, "national_law", Localised::default(), "ai_act article 5(5)", &[])
        },
    ]
}

pub(super) fn issues() -> Vec<Issue> {
    let reading = |name: &str, basis: &str, status| Reading {
        name: name.into(),
        label: Localised::default(),
        basis: cite(&[basis]),
        status,
    };
    let issue = |name: &str, label, readings| Issue {
        name: name.into(),
        label,
        target: "emotion_inference.inference".into(),
        readings,
        default: None,
        span: span(),
    };
    vec![
        issue(
            "emotions_from_what",
            both(
                "Must the emotion be inferred from biometric data?",
                "Moet de emotie uit biometrische gegevens worden afgeleid?",
            ),
            vec![
                reading("any_input", "ai_act article 5(1)(f)", ReadingStatus::Text),
                reading("biometric", "ai_act recital 44", ReadingStatus::Recital),
            ],
        ),
        issue(
            "clock_start",
            both("From when do the 24 hours run?", "Vanaf wanneer lopen de 24 uur?"),
            vec![
                reading("from_start", "ai_act article 5(3)", ReadingStatus::Text),
                reading("from_need", "ai_act recital 35", ReadingStatus::Literature),
            ],
        ),
    ]
}

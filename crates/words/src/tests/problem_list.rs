//! A problem of every kind, with a place in a sample text.

use base::{FileId, Span, TextRange};
use problem::{
    FactsProblem, Kind, LawProblem, Located, NameKind, NameProblem, Problem, Role, SyntaxProblem, TypeProblem,
};

/// The policy in which the problems of a policy are shown.
pub(super) const POLICY: &str = "\
prohibition social_scoring {
  label    \"Social scoring\"
  basis    article 5(9)
  element  period = scoring.over_period
}
";

/// The facts in which the problems of facts are shown.
pub(super) const FACTS: &str = "\
{
  \"scoring\": { \"over_period\": \"often\" },
  \"conduct\": [{ \"id\": \"u1\", \"kind\": \"use\" }]
}
";

/// The file of [`POLICY`].
pub(super) const POLICY_FILE: FileId = FileId(0);
/// The file of [`FACTS`].
pub(super) const FACTS_FILE: FileId = FileId(1);

fn range_of(text: &str, part: &str) -> TextRange {
    let start = text.find(part).expect("the part stands in the text") as u32;
    TextRange::at(start.into(), (part.len() as u32).into())
}

fn in_policy(problem: impl Into<Kind>, part: &str) -> Located {
    Problem::new(problem, range_of(POLICY, part)).at(POLICY_FILE, 0.into())
}

fn in_facts(problem: FactsProblem, part: &str, pointer: &str) -> Located {
    let mut located = Problem::new(problem, range_of(FACTS, part)).at(FACTS_FILE, 0.into());
    located.pointer = Some(pointer.to_owned());
    located
}

fn nowhere(problem: FactsProblem) -> Located {
    Located { file: None, pointer: None, problem: Problem::new(problem, TextRange::default()) }
}

fn related(mut located: Located, role: Role, part: &str) -> Located {
    located.problem = located.problem.with(role, Span { file: POLICY_FILE, range: range_of(POLICY, part) });
    located
}

pub(super) fn syntax() -> Vec<Located> {
    let unexpected = |found: &str, expected: &[&'static str]| SyntaxProblem::Unexpected {
        found: found.into(),
        expected: expected.to_vec(),
    };
    vec![
        in_policy(unexpected("scoring", &["`element`", "a citation", "`}`"]), "scoring.over_period"),
        in_policy(unexpected("", &["a name"]), "}"),
        in_policy(unexpected("§", &[]), "period"),
        in_policy(
            SyntaxProblem::NoItem { found: "prohibit".into(), suggestion: Some("prohibition") },
            "prohibition",
        ),
        in_policy(SyntaxProblem::NoItem { found: "label".into(), suggestion: None }, "label"),
        in_policy(SyntaxProblem::Unclosed { open: '{' }, "{"),
        in_policy(SyntaxProblem::TooDeep { limit: 64 }, "scoring.over_period"),
        in_policy(SyntaxProblem::TooLarge { limit: 8 << 20 }, "p"),
        in_policy(SyntaxProblem::MixedLogic, "scoring.over_period"),
        in_policy(SyntaxProblem::ReservedWord { word: "element".into() }, "element"),
        in_policy(SyntaxProblem::NoSuchDate { text: "2026-02-30".into() }, "period"),
        in_policy(SyntaxProblem::NumberRange { text: "99999999999999999999".into() }, "period"),
        related(
            in_policy(SyntaxProblem::RepeatedClause { clause: "basis" }, "element"),
            Role::First,
            "basis",
        ),
        in_policy(SyntaxProblem::MissingClause { clause: "label", item: "prohibition" }, "prohibition"),
        in_policy(SyntaxProblem::NotUtf8, "p"),
    ]
}

pub(super) fn names() -> Vec<Located> {
    let unknown = |suggestion: Option<&str>| NameProblem::Unknown {
        kind: NameKind::Fact,
        name: "scoring.over_time".into(),
        suggestion: suggestion.map(str::to_owned),
    };
    let provision =
        |citation: &str, parent: &str, missing: &str, existing: &[&str]| NameProblem::UnknownProvision {
            citation: citation.into(),
            parent: parent.into(),
            missing: missing.into(),
            existing: existing.iter().map(|step| (*step).to_owned()).collect(),
        };
    let wrong = |expected: &[NameKind]| NameProblem::WrongKind {
        name: "scoring".into(),
        found: NameKind::Element,
        expected: expected.to_vec(),
    };
    let paragraphs = ["1", "1a", "1b", "2", "3", "4", "5", "6", "7", "8"];
    let cited = "article 5(9)";
    vec![
        in_policy(unknown(Some("scoring.over_period")), "scoring.over_period"),
        in_policy(unknown(None), "scoring.over_period"),
        related(
            in_policy(
                NameProblem::Ambiguous {
                    name: "period".into(),
                    candidates: vec!["social_scoring.period".into(), "national::period".into()],
                },
                "scoring.over_period",
            ),
            Role::Candidate,
            "period =",
        ),
        in_policy(NameProblem::Ambiguous { name: "period".into(), candidates: vec![] }, "period"),
        in_policy(provision("ai_act article 5(9)", "ai_act article 5", "9", &paragraphs), cited),
        in_policy(
            provision(
                "ai_act article 5(1)(x)",
                "ai_act article 5(1)",
                "x",
                &["a", "b", "ba", "bb", "c", "d", "e"],
            ),
            cited,
        ),
        in_policy(provision("ai_act article 3(99)", "ai_act article 3", "99", &["1", "2", "3"]), cited),
        in_policy(provision("ai_act article 400", "ai_act", "400", &["1", "2", "3", "4"]), cited),
        in_policy(provision("gdpr article 9(1) sentence 2", "gdpr article 9(1)", "2", &["1"]), cited),
        in_policy(provision("ai_act recital 31 sentence 9", "ai_act recital 31", "9", &[]), cited),
        related(
            in_policy(
                NameProblem::Duplicate { kind: NameKind::Prohibition, name: "social_scoring".into() },
                "social_scoring",
            ),
            Role::Declared,
            "Social scoring",
        ),
        in_policy(NameProblem::UnknownSource { name: "gdrp".into(), suggestion: Some("gdpr".into()) }, cited),
        in_policy(NameProblem::UnknownSource { name: "dsa".into(), suggestion: None }, cited),
        in_policy(
            NameProblem::ProvisionNotYet {
                citation: "ai_act article 5(1)(ba)".into(),
                from: "2026-07-27".into(),
                at: "2025-02-02".into(),
            },
            cited,
        ),
        related(
            in_policy(NameProblem::Cycle { names: vec!["a".into(), "b".into(), "c".into()] }, "period"),
            Role::Through,
            "social_scoring",
        ),
        in_policy(
            wrong(&[NameKind::Fact, NameKind::Definition, NameKind::Variable, NameKind::Norm]),
            "scoring",
        ),
        in_policy(wrong(&[]), "scoring"),
        in_policy(NameProblem::NoDefaultSource { sources: vec!["ai_act".into(), "gdpr".into()] }, cited),
        in_policy(NameProblem::TooMany { kind: NameKind::Issue, limit: 65_535 }, "social_scoring"),
        in_policy(
            NameProblem::PathWithin { path: "scoring.over_period".into(), within: "scoring".into() },
            "scoring.over_period",
        ),
    ]
}

pub(super) fn types() -> Vec<Located> {
    let place = "scoring.over_period";
    let problems = [
        TypeProblem::Mismatch { expected: "bool".into(), found: "integer".into() },
        TypeProblem::Incompatible { operator: "<=".into(), left: "event".into(), right: "integer".into() },
        TypeProblem::Currency { left: "EUR".into(), right: "USD".into() },
        TypeProblem::EventAsFormula { event: "impact_assessment".into() },
        TypeProblem::Argument { name: "granted".into(), record: Some("Authorisation".into()) },
        TypeProblem::Argument { name: "granted".into(), record: None },
        TypeProblem::SetTooLarge { limit: 64 },
        TypeProblem::AssumedType { found: "event".into() },
        TypeProblem::LimitWithoutEvent,
        TypeProblem::Misplaced { clause: "a time limit", on: "`must not`".into() },
        TypeProblem::Misplaced { clause: "considering", on: "bool".into() },
        TypeProblem::Misplaced { clause: "drops", on: "a rule as a whole".into() },
    ];
    problems.into_iter().map(|problem| in_policy(problem, place)).collect()
}

pub(super) fn law() -> Vec<Located> {
    let name = || "social_scoring".to_owned();
    let problems = [
        LawProblem::NoBasis { item: "prohibition", name: name() },
        LawProblem::OperativeOnRecital { name: "lawful_evaluation".into() },
        LawProblem::InterpretiveWithBasis { name: "lawful_evaluation".into() },
        LawProblem::Overlap { name: name(), day: "2026-12-02".into() },
        LawProblem::EmptyPeriod { from: "2026-12-02".into(), until: "2026-12-01".into() },
        LawProblem::NoVersion { norm: name(), uses: "profiling".into(), day: "2025-02-02".into() },
        LawProblem::IssuesClash { first: "emotions_from_what".into(), second: "emotion_wide".into() },
        LawProblem::EmptyTarget { target: "ai_act article 6".into() },
        LawProblem::ScopeAssumes { scope: "in_the_union".into(), fact: "output_used".into() },
        LawProblem::TooFewReadings { name: "clock_start".into() },
        LawProblem::NoElements { name: name() },
        LawProblem::ChainTooLong { name: "profiling".into(), limit: 64 },
        LawProblem::FormulaTooLarge { norm: "social_scoring".into(), limit: 100_000 },
        LawProblem::Untranslated { key: "fact-sme.ask".into(), language: "nl".into() },
        LawProblem::OrphanTranslation { key: "fact-sem".into(), suggestion: Some("fact-sme".into()) },
        LawProblem::OrphanTranslation { key: "fact-mood".into(), suggestion: None },
        LawProblem::TranslationNotPlain { key: "fact-sme".into() },
    ];
    problems.into_iter().map(|problem| in_policy(problem, "social_scoring")).collect()
}

pub(super) fn facts() -> Vec<Located> {
    let fact = || "scoring.over_period".to_owned();
    let wrong = |expected: &str| FactsProblem::WrongType {
        fact: fact(),
        expected: expected.into(),
        found: "\"often\"".into(),
    };
    let member = |suggestion: Option<&str>, count: usize| FactsProblem::UnknownMember {
        fact: "conduct[u1].kind".into(),
        value: "usage".into(),
        suggestion: suggestion.map(str::to_owned),
        members: (1..=count).map(|number| format!("kind_{number}")).collect(),
    };
    let constraint = |conduct: Option<&str>, facts: &[&str]| FactsProblem::Constraint {
        name: "ends_after_it_starts".into(),
        conduct: conduct.map(str::to_owned),
        facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
    };
    let choice = |kind, name: &str, suggestion: Option<&str>| FactsProblem::UnknownChoice {
        kind,
        name: name.into(),
        suggestion: suggestion.map(str::to_owned),
    };
    let here = |problem| in_facts(problem, "\"often\"", "/scoring/over_period");
    let key = |problem| in_facts(problem, "\"over_period\"", "/scoring/over_period");
    let types =
        ["bool", "event", "date", "datetime", "integer", "text", "list of Authorisation", "money EUR"];
    let mut all: Vec<Located> = types.into_iter().map(wrong).map(here).collect();
    all.extend([
        here(FactsProblem::Malformed { format: "JSON", detail: "a comma is missing".into() }),
        key(FactsProblem::UnknownFact { key: "over_perod".into(), suggestion: Some("over_period".into()) }),
        key(FactsProblem::UnknownFact { key: "mood".into(), suggestion: None }),
        in_facts(member(Some("kind_1"), 3), "\"use\"", "/conduct/0/kind"),
        in_facts(member(None, 15), "\"use\"", "/conduct/0/kind"),
        here(FactsProblem::BadDate { text: "2026-02-30".into() }),
        here(FactsProblem::NumberRange { text: "99999999999999999999".into() }),
        key(FactsProblem::DuplicateKey { key: "over_period".into() }),
        key(FactsProblem::GivenTwice { fact: fact(), first: "national.yaml".into() }),
        here(FactsProblem::EventAfterAsOf { fact: fact(), as_of: "2026-12-02T23:59:59+01:00".into() }),
        here(FactsProblem::EmptyEvent { fact: fact() }),
        in_facts(constraint(Some("u1"), &["conduct.from", "conduct.until"]), "\"u1\"", "/conduct/0"),
        nowhere(constraint(None, &[])),
        here(FactsProblem::TooDeep { limit: 64 }),
        nowhere(FactsProblem::TooLarge { limit: 256 << 20 }),
        nowhere(FactsProblem::NoDate),
        nowhere(choice(NameKind::Norm, "social_scorring", Some("social_scoring"))),
        nowhere(choice(NameKind::Reading, "wide", None)),
        here(FactsProblem::JudgementBare { fact: fact() }),
        here(FactsProblem::FactorUnaddressed { fact: fact(), factor: "ai_act article 5(2)(a)".into() }),
        nowhere(FactsProblem::Unreadable {
            path: "facts.yaml".into(),
            detail: "the file does not exist".into(),
        }),
        nowhere(FactsProblem::NoPackage { folder: "/home/anna/dossier".into() }),
        key(FactsProblem::FieldOnOtherKind { field: "urgent".into(), kind: "placing_on_market".into() }),
        in_facts(FactsProblem::DuplicateId { id: "u1".into() }, "\"u1\"", "/conduct/0/id"),
        nowhere(FactsProblem::Manifest { detail: "the value of `name` is no text".into() }),
        nowhere(FactsProblem::Usage { flag: "--lang", value: "fr".into() }),
        Located { pointer: Some("/as_of".into()), ..nowhere(FactsProblem::BadDate { text: "today".into() }) },
    ]);
    all
}

/// All of them.
pub(super) fn all() -> Vec<Located> {
    [syntax(), names(), types(), law(), facts()].concat()
}

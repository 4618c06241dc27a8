//! A small policy as lowering would give it. Its formulas are of no concern
//! here: nothing is evaluated.

use base::{Citation, FileId, Lang, Span, TextRange};
use ir::{
    Arguing, Conditions, Direction, Element, Exception, Gate, GateKind, IssueId, Localised, MemberSet,
    NodeId, ObligationId, Period, Point, Policy, Program, Prohibition, Prohibits, RestsOn, SanctionUse,
    Source, State, Subject, Version, Versions,
};

use super::beside::{issues, must, notes, obligation, sanction};
use super::schema::schema;
use crate::Acts;

pub(super) fn both(en: &str, nl: &str) -> Localised {
    Localised(vec![(Lang::En, en.to_owned()), (Lang::Nl, nl.to_owned())])
}

pub(super) fn cite(texts: &[&str]) -> Vec<Citation> {
    texts.iter().map(|text| text.parse().expect("a citation")).collect()
}

pub(super) fn day(text: &str) -> ir::Day {
    text.parse().expect("a day")
}

pub(super) fn span() -> Span {
    Span { file: FileId(0), range: TextRange::new(0.into(), 11.into()) }
}

/// The citations of the policy's sources.
pub(crate) fn acts() -> Acts {
    Acts::new(&sources())
}

fn sources() -> Vec<Source> {
    let source = |name: &str, number: &str, celex: &str| Source {
        name: name.into(),
        title: String::new(),
        number: number.into(),
        celex: celex.into(),
    };
    vec![
        source("ai_act", "Regulation (EU) 2024/1689", "32024R1689"),
        source("gdpr", "Regulation (EU) 2016/679", "32016R0679"),
    ]
}

fn element(name: &str) -> Element {
    Element {
        name: name.into(),
        kinds: None,
        basis: Vec::new(),
        formula: NodeId(0),
        holds: NodeId(0),
        points: Vec::new(),
        rests_on: RestsOn::default(),
        span: span(),
    }
}

fn judged(name: &str) -> Element {
    Element { rests_on: RestsOn { judgement: true, ..RestsOn::default() }, ..element(name) }
}

fn exception(name: &str, basis: &[&str], elements: Vec<Element>) -> Exception {
    Exception {
        name: name.into(),
        label: Localised::default(),
        basis: cite(basis),
        recitals: Vec::new(),
        only_under: None,
        elements,
        in_so_far_as: None,
        conditions: Vec::new(),
        provided_that: Vec::new(),
        exceptions: Vec::new(),
        holds: NodeId(0),
        span: span(),
    }
}

fn norm(name: &str, versions: Vec<Version<Prohibits>>, notes: Vec<u16>) -> Prohibition {
    Prohibition { name: name.into(), subject: Subject::Conduct, versions: Versions(versions), notes }
}

fn prohibits(elements: Vec<Element>) -> Prohibits {
    let military =
        exception("military", &["ai_act article 2(3) subparagraph 2"], vec![judged("exclusively_military")]);
    Prohibits {
        gates: vec![Gate { kind: GateKind::Exclusion, rule: military }],
        elements,
        exceptions: Vec::new(),
        arguments: Vec::new(),
        sanctions: Vec::new(),
        correlated: Vec::new(),
        correlated_issues: Vec::new(),
        opaque: Vec::new(),
    }
}

/// The periods of Article 5: in force, then applicable; the last has the body.
pub(super) fn versions<B>(
    dates: [&str; 2],
    label: Localised,
    basis: &[&str],
    recitals: &[&str],
    body: B,
) -> Vec<Version<B>> {
    let [in_force, applies] = dates.map(day);
    let version = |from: Option<ir::Day>, until: Option<ir::Day>, state, body| Version {
        period: Period { from, until },
        state,
        label: label.clone(),
        basis: cite(basis),
        recitals: cite(recitals),
        body,
        span: span(),
    };
    vec![
        version(None, Some(in_force.previous()), State::NotYetInForce, None),
        version(Some(in_force), Some(applies.previous()), State::NotYetApplicable, None),
        version(Some(applies), None, State::Applicable, Some(body)),
    ]
}

pub(super) const ARTICLE_5: [&str; 2] = ["2024-08-01", "2025-02-02"];

fn social_scoring() -> Prohibition {
    let point = |name: &str| Point { name: name.into(), formula: NodeId(0) };
    let treatment = Element {
        points: vec![point("i"), point("ii")],
        rests_on: RestsOn { judgement: true, definitions: vec!["unfavourable".into()], issues: Vec::new() },
        ..element("treatment")
    };
    let mut lawful = exception("lawful_evaluation", &[], vec![element("lawful")]);
    lawful.recitals = cite(&["ai_act recital 31"]);
    lawful.label =
        both("Lawful evaluation for a specific purpose", "Rechtmatige beoordeling voor een specifiek doel");
    let body = Prohibits {
        arguments: vec![Arguing {
            direction: Direction::Against,
            target: "social_scoring".into(),
            bears_on: Vec::new(),
            rule: lawful,
        }],
        sanctions: vec![
            SanctionUse { sanction: 0, state: State::Applicable },
            SanctionUse { sanction: 1, state: State::NotYetApplicable },
        ],
        ..prohibits(vec![element("conduct"), judged("ai_system"), element("period"), treatment])
    };
    let label = both("Social scoring", "Sociale scoring");
    norm(
        "social_scoring",
        versions(ARTICLE_5, label, &["ai_act article 5(1)(c)"], &["ai_act recital 31"], body),
        vec![0, 1, 2],
    )
}

fn real_time_identification() -> Prohibition {
    let conditions = Conditions {
        name: "conditions_of_use".into(),
        basis: cite(&["ai_act article 5(2)", "ai_act article 5(3)"]),
        only_under: None,
        elements: vec![
            Element { basis: cite(&["ai_act article 27"]), ..element("impact_assessment") },
            Element { basis: cite(&["ai_act article 5(3)"]), ..element("authorisation") },
        ],
        holds: NodeId(0),
    };
    let mut foreign = exception("foreign_authority", &["ai_act article 5(5)"], vec![element("foreign")]);
    foreign.only_under = Some((IssueId(0), MemberSet::default().with(1)));
    let missing_person = Exception {
        label: both("Search for a missing person", "Opsporing van een vermiste persoon"),
        recitals: cite(&["ai_act recital 33"]),
        in_so_far_as: Some(NodeId(0)),
        conditions: vec![conditions],
        provided_that: vec![ObligationId(0)],
        exceptions: vec![foreign],
        ..exception("missing_person", &["ai_act article 5(1)(h)(i)"], vec![element("objective")])
    };
    let body = Prohibits {
        exceptions: vec![missing_person],
        ..prohibits(vec![element("conduct"), judged("ai_system")])
    };
    let label = both("Real-time remote identification", "Biometrische identificatie op afstand in real time");
    norm(
        "real_time_identification",
        versions(
            ARTICLE_5,
            label,
            &["ai_act article 5(1)(h)"],
            &["ai_act recital 32", "ai_act recital 33"],
            body,
        ),
        vec![],
    )
}

fn emotions() -> Prohibition {
    let inference = Element {
        rests_on: RestsOn { issues: vec![IssueId(0)], ..RestsOn::default() },
        ..element("inference")
    };
    let label = both("Inferring emotions at work", "Emoties afleiden op de werkplek");
    norm(
        "emotion_inference",
        versions(
            ARTICLE_5,
            label,
            &["ai_act article 5(1)(f)"],
            &["ai_act recital 44"],
            prohibits(vec![judged("ai_system"), inference, judged("disproportionate")]),
        ),
        vec![],
    )
}

fn plain(name: &str, en: &str, nl: &str, basis: &str, dates: [&str; 2]) -> Prohibition {
    let elements = vec![element("conduct"), element("period"), judged("disproportionate")];
    norm(name, versions(dates, both(en, nl), &[basis], &[], prohibits(elements)), vec![])
}

/// The policy.
pub(super) fn program() -> Program {
    let no_label = Localised::default;
    Program {
        policy: Policy {
            name: "eu_ai_act".into(),
            version: "0.1.0".into(),
            hash: "sha256:0f1e2d3c4b5a".into(),
            languages: vec![Lang::En, Lang::Nl],
            time_zone: "Europe/Brussels".into(),
            holidays: Vec::new(),
        },
        sources: sources(),
        schema: schema(),
        texts: Vec::new(),
        nodes: ir::Nodes::default(),
        constraints: Vec::new(),
        prohibitions: vec![
            social_scoring(),
            plain(
                "crime_prediction",
                "Predicting offences",
                "Voorspellen van strafbare feiten",
                "ai_act article 5(1)(d)",
                ARTICLE_5,
            ),
            plain(
                "intimate_material",
                "Intimate material without consent",
                "Intiem materiaal zonder toestemming",
                "ai_act article 5(1)(ba)",
                ["2026-07-27", "2026-12-02"],
            ),
            emotions(),
            plain(
                "facial_databases",
                "Facial recognition databases",
                "Databanken voor gezichtsherkenning",
                "ai_act article 5(1)(e)",
                ARTICLE_5,
            ),
            real_time_identification(),
        ],
        obligations: vec![
            obligation(
                "request_authorisation",
                both("Request the authorisation", "De toestemming aanvragen"),
                "ai_act article 5(3) subparagraph 1 sentence 2",
                &[1],
                vec![must("request", no_label(), false)],
            ),
            obligation(
                "stop_and_delete",
                both(
                    "Stop the use and delete its results",
                    "Het gebruik staken en de resultaten verwijderen",
                ),
                "ai_act article 5(3) subparagraph 1 sentence 3",
                &[1],
                vec![
                    must("stop", both("stop the use", "het gebruik staken"), false),
                    must("decide_on_output_alone", no_label(), true),
                ],
            ),
            obligation(
                "annual_report",
                both("Report on the use each year", "Jaarlijks verslag uitbrengen over het gebruik"),
                "ai_act article 5(6)",
                &[2],
                vec![must("report", no_label(), false)],
            ),
            obligation(
                "notify",
                both("Notify the use", "Het gebruik melden"),
                "ai_act article 5(4)",
                &[],
                vec![must("notify", no_label(), false)],
            ),
        ],
        sanctions: vec![
            sanction("fine", "administrative fine", "administratieve geldboete", "ai_act article 99(3)"),
            sanction("periodic_fine", "periodic penalty payment", "dwangsom", "ai_act article 99(1)"),
        ],
        notes: notes(),
        issues: issues(),
        profiles: Vec::new(),
    }
}

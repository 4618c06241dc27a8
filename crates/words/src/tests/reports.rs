//! Answers as data and as notes for the file, in both languages.

use base::Lang;
use eval::{Derivation, DutyStatus, Outcome};
use ir::MemberSet;

use super::answers::{clean, full, nobody, revived, settings};
use super::facts::{facts, provenance};
use super::problem_list;
use super::problems::file;
use super::program::{acts, program};
use super::snapshot;
use crate::report::{self, Answer, EvalReport, Selection, WayOut, WayOutFact};
use crate::{Style, Voice, file_note};

/// The report on an answer, for these roles.
pub(super) fn report(derivation: &Derivation, lang: Lang, selection: &Selection) -> EvalReport {
    let (program, facts, citations, settings) = (program(), facts(), acts(), settings());
    let problems = problem_list::facts();
    let warnings: Vec<_> =
        problems.into_iter().filter(|it| it.problem.kind.severity() == problem::Severity::Warning).collect();
    report::build(&Answer {
        engine: "0.0.0",
        program: &program,
        facts: &facts,
        provenance: &provenance,
        settings: &settings,
        derivation,
        problems: &warnings,
        selection,
        files: &|id| file(id),
        voice: Voice { lang, citations: &citations },
    })
}

fn everything() -> Selection {
    Selection::operators(&program().schema)
}

fn only(norm: &str) -> Selection {
    Selection { norm: Some(norm.to_owned()), ..everything() }
}

fn roles(members: &[u8]) -> Selection {
    Selection { norm: None, roles: members.iter().copied().collect::<MemberSet>() }
}

fn check_note(name: &str, derivation: &Derivation, selection: &Selection) {
    for lang in Lang::ALL {
        let report = report(derivation, lang, selection);
        snapshot!(format!("{name}_text_{lang}"), file_note::text(&report, &acts(), Style::Plain));
        snapshot!(format!("{name}_markdown_{lang}"), file_note::markdown(&report, &acts()));
    }
}

fn sentence(derivation: &Derivation, lang: Lang, selection: &Selection) -> String {
    report::summary_sentence(&report(derivation, lang, selection), &acts())
}

#[test]
fn a_note_with_every_outcome() {
    check_note("note_full", &full(), &everything());
}

#[test]
fn a_note_without_a_prohibition() {
    check_note("note_clean", &clean(), &everything());
}

#[test]
fn a_prohibition_revived_by_a_violated_duty() {
    check_note("note_revived", &revived(), &only("social_scoring"));
}

#[test]
fn the_answer_as_data() {
    for lang in Lang::ALL {
        let report = report(&full(), lang, &everything());
        snapshot!(format!("eval_{lang}"), serde_json::to_string_pretty(&report).unwrap());
    }
}

#[test]
fn the_answer_in_one_sentence() {
    let cases = [
        ("every outcome", full(), everything()),
        ("no prohibition", clean(), everything()),
        ("nobody did anything", nobody(), everything()),
        ("for the provider", full(), roles(&[0])),
        ("for the commission", full(), roles(&[3])),
        ("one prohibition", full(), only("crime_prediction")),
        ("one obligation", full(), only("request_authorisation")),
    ];
    let mut text = String::new();
    for (name, derivation, selection) in &cases {
        for lang in Lang::ALL {
            text += &format!("{name} ({lang})\n{}\n\n", sentence(derivation, lang, selection));
        }
    }
    snapshot!("summary_sentences", text);
}

#[test]
fn a_clean_sentence_says_what_it_rests_on() {
    let english = sentence(&clean(), Lang::En, &everything());
    for part in ["No prohibition met", "violated duties: Stop the use", "assumed", "not covered"] {
        assert!(english.contains(part), "{part}: {english}");
    }
}

#[test]
fn only_the_roles_selected_count_and_the_rest_is_printed() {
    let summary = |selection: &Selection| {
        let report = report(&full(), Lang::En, selection);
        assert_eq!(report.outcomes.len(), 6);
        assert_eq!(report.outcomes[0].cases.len(), 2);
        assert_eq!(report.obligations.len(), 4);
        report.summary
    };
    let operators = summary(&everything());
    assert_eq!(operators.outcome, Some(Outcome::Prohibited));
    assert_eq!(operators.counts.of(Outcome::Prohibited), 1);
    assert_eq!(operators.obligations.of(DutyStatus::Violated), 1);
    // The report is a duty of the Member State.
    assert_eq!(operators.obligations.of(DutyStatus::Undetermined), 0);
    // The deployer's use is prohibited, the provider's placing is open.
    let provider = summary(&roles(&[0]));
    assert_eq!(provider.outcome, Some(Outcome::Undetermined));
    assert_eq!(provider.obligations.of(DutyStatus::Violated), 0);
    let state = summary(&roles(&[2]));
    assert_eq!(state.obligations.of(DutyStatus::Undetermined), 1);
}

#[test]
fn the_outcomes_of_a_norm_are_counted_once_each() {
    let counts = report(&full(), Lang::En, &everything()).summary.counts;
    let all = [
        Outcome::Prohibited,
        Outcome::Undetermined,
        Outcome::Excepted,
        Outcome::NotMet,
        Outcome::OutOfScope,
        Outcome::NotApplicable,
    ];
    assert!(all.iter().all(|outcome| counts.of(*outcome) == 1), "{counts:?}");
}

#[test]
fn ways_out_are_said_both_ways() {
    let mut report = report(&full(), Lang::En, &only("emotion_inference"));
    let way = |outcome, value| WayOut {
        outcome,
        conditions: vec![WayOutFact {
            fact: "disproportionate".into(),
            value: report::ReportValue::Bool(value),
        }],
    };
    report.outcomes[0].cases[0].ways_out = vec![way(Outcome::Prohibited, true), way(Outcome::NotMet, false)];
    let text = file_note::text(&report, &acts(), Style::Plain);
    assert!(text.contains("Prohibited if `disproportionate` is true"), "{text}");
    assert!(text.contains("Not met if `disproportionate` is false"), "{text}");
}

#[test]
fn colours_mark_the_outcomes_only() {
    let report = report(&full(), Lang::En, &everything());
    let text = file_note::text(&report, &acts(), Style::Ansi);
    assert!(text.contains("\u{1b}[1m\u{1b}[31mProhibited\u{1b}[0m: Social scoring"), "{text}");
}

#[test]
fn what_users_write_cannot_break_the_note() {
    let mut report = report(&full(), Lang::En, &only("social_scoring"));
    report.outcomes[0].label = "Evil\u{1b}[2J\n# heading <b>*".into();
    let text = file_note::text(&report, &acts(), Style::Plain);
    assert!(!text.contains('\u{1b}') && text.contains("Evil [2J # heading"), "{text}");
    let markdown = file_note::markdown(&report, &acts());
    assert!(markdown.contains("\\<b\\>\\*") && !markdown.contains("\n# heading"), "{markdown}");
}

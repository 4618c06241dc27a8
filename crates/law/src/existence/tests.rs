use super::*;

fn day(text: &str) -> Option<Day> {
    if text.is_empty() { None } else { Some(text.parse().unwrap()) }
}

fn exists_in(celex: &str, citation: &str, at: &str) -> Existence {
    let citation: Citation = format!("act {citation}").trim().parse().unwrap();
    Act::by_celex(celex).unwrap().cites(&citation, day(at))
}

fn exists(citation: &str, at: &str) -> Existence {
    exists_in("32024R1689", citation, at)
}

#[track_caller]
fn check_yes(citation: &str) {
    let existence = exists(citation, "2026-12-02");
    assert!(matches!(existence, Existence::Yes { .. }), "{citation}: {existence:?}");
}

#[track_caller]
fn check_no(citation: &str, at: &str, parent: &str, level: Level, existing: &str) {
    match exists(citation, at) {
        Existence::No { parent: found_parent, level: found_level, existing: found, .. } => {
            assert_eq!(
                (found_parent.place().to_string().as_str(), found_level),
                (parent, level),
                "{citation}"
            );
            assert_eq!(found.join(" "), existing, "{citation}");
        }
        other => panic!("{citation}: {other:?}"),
    }
}

#[test]
fn article_5_has_no_paragraph_9_and_says_what_it_has_on_the_day() {
    check_no("article 5(9)", "2026-12-02", "article 5", Level::Paragraph, "1 1a 1b 2 3 4 5 6 7 8");
    check_no("article 5(9)", "2025-03-01", "article 5", Level::Paragraph, "1 2 3 4 5 6 7 8");
    check_no("article 5(9)", "", "article 5", Level::Paragraph, "1 1a 1b 2 3 4 5 6 7 8");
}

#[test]
fn inserted_provisions_exist_from_the_day_the_amendment_entered_into_force() {
    let since = Day { year: 2026, month: 7, day: 27 };
    for citation in
        ["article 5(1)(ba)", "article 5(1a)(a)(ii)", "article 5(1b)", "article 99(6a)", "article 4a(2)(b)"]
    {
        assert_eq!(exists(citation, "2026-07-26"), Existence::NotYet { since }, "{citation}");
        assert_eq!(exists(citation, "2026-07-27"), Existence::Yes { since, until: None }, "{citation}");
        assert_eq!(exists(citation, ""), Existence::Yes { since, until: None }, "{citation}");
    }
}

#[test]
fn struck_provisions_exist_until_the_day_before() {
    let until = Day { year: 2026, month: 7, day: 26 };
    assert_eq!(exists("article 10(5)(a)", "2026-07-27"), Existence::NoLonger { until });
    let since = Day { year: 2024, month: 8, day: 1 };
    assert_eq!(exists("article 10(5)", "2026-07-26"), Existence::Yes { since, until: Some(until) });
    assert_eq!(exists("article 56(6) subparagraph 2", "2026-12-02"), Existence::NoLonger { until });
    check_no("article 10(7)", "2026-12-02", "article 10", Level::Paragraph, "1 2 3 4 6");
}

#[test]
fn nothing_exists_before_the_act_is_in_force() {
    let since = Day { year: 2024, month: 8, day: 1 };
    for citation in ["", "article 5(1)", "recital 38", "annex II"] {
        assert_eq!(exists(citation, "2024-07-31"), Existence::NotYet { since }, "{citation}");
    }
}

#[test]
fn the_first_subparagraph_may_be_left_out() {
    check_yes("article 5(1)(c)(ii)");
    check_yes("article 5(1) subparagraph 1 (c)(ii)");
    check_yes("article 5(1) subparagraph 2");
    check_yes("article 5(4) subparagraph 1");
    check_yes("article 6(3)(a)");
    check_yes("article 6(3) subparagraph 2 (a)");
    check_yes("article 43(1)(d)");
    check_yes("article 113 subparagraph 3 (c)(ii)");
    check_yes("article 113(d)");
    check_no("article 5(1) subparagraph 2 (a)", "", "article 5(1) subparagraph 2", Level::Point, "");
    check_no("article 5(1) subparagraph 3", "", "article 5(1)", Level::Subparagraph, "1 2");
    check_no("article 5 subparagraph 1", "2025-03-01", "article 5", Level::Paragraph, "1 2 3 4 5 6 7 8");
}

#[test]
fn sentences_are_counted_per_subparagraph() {
    let counts = [
        ("article 5(1) subparagraph 1", 1),
        ("article 5(1) subparagraph 2", 1),
        ("article 5(1)(h)", 1),
        ("article 5(2) subparagraph 1", 1),
        ("article 5(2) subparagraph 2", 3),
        ("article 5(3) subparagraph 1", 3),
        ("article 5(3) subparagraph 2", 3),
        ("article 5(4)", 2),
        ("article 5(5)", 5),
        ("article 5(6)", 2),
        ("article 5(7)", 2),
        ("article 5(8)", 1),
        ("article 2(8)", 3),
        ("article 27(2)", 3),
        ("article 99(1)", 3),
    ];
    for (provision, count) in counts {
        check_yes(&format!("{provision} sentence {count}"));
        let existing: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
        let (citation, existing) = (format!("{provision} sentence {}", count + 1), existing.join(" "));
        check_no(&citation, "2026-12-02", provision, Level::Sentence, &existing);
    }
}

#[test]
fn a_changed_text_has_other_sentences_from_its_day() {
    let since = Day { year: 2026, month: 7, day: 27 };
    assert_eq!(exists("article 27(5) sentence 2", "2026-07-26"), Existence::NotYet { since });
    assert_eq!(exists("article 27(5) sentence 2", "2026-07-27"), Existence::Yes { since, until: None });
    let until = since.previous();
    assert_eq!(exists("article 25(2) sentence 3", "2026-07-27"), Existence::NoLonger { until });
}

#[test]
fn what_is_not_recorded_is_never_an_error() {
    assert_eq!(exists("annex VII(3)", ""), Existence::Unrecorded);
    assert_eq!(exists("article 68(2) sentence 2", ""), Existence::Unrecorded);
    assert_eq!(exists("recital 38 sentence 2", ""), Existence::Unrecorded);
    assert_eq!(exists_in("32016L0680", "article 4(1)(c)", ""), Existence::Unrecorded);
    assert_eq!(exists_in("12016E/PRO/22", "annex I", ""), Existence::Unrecorded);
    assert_eq!(exists_in("32011L0093", "recital 99", ""), Existence::Unrecorded);
}

#[test]
fn a_range_has_two_ends_in_order() {
    check_yes("article 5(2) to (6)");
    check_yes("article 5(1)(b) to (c)");
    check_yes("article 5(1a) to (2)");
    check_no("article 5(2) to (9)", "2025-03-01", "article 5", Level::Paragraph, "1 2 3 4 5 6 7 8");
    let backwards = Existence::Backwards { first: "6".into(), last: "2".into() };
    assert_eq!(exists("article 5(6) to (2)", ""), backwards);
    assert!(matches!(exists("article 5(1) sentence 1 to (2)", ""), Existence::Backwards { .. }));
    assert!(matches!(exists("article 5(1)(a) to (ba)", "2025-03-01"), Existence::NotYet { .. }));
}

#[test]
fn acts_have_the_articles_annexes_and_recitals_they_have() {
    let last = [
        ("32024R1689", "article 113", "article 114"),
        ("32024R1689", "recital 180", "recital 181"),
        ("32024R1689", "annex XIV", "annex XV"),
        ("32026R1744", "recital 47", "recital 48"),
        ("32026R1744", "article 4", "article 5"),
        ("32016R0679", "article 99", "article 100"),
        ("32016R0679", "recital 173", "recital 174"),
        ("32016R0679", "article 4(26)", "article 4(27)"),
        ("32016R0679", "article 9(2)(j)", "article 9(2)(k)"),
        ("32016L0680", "article 65", "article 66"),
        ("32016L0680", "recital 107", "recital 108"),
        ("32016L0680", "article 10(c)", "article 10(d)"),
        ("12016E", "article 358", "article 359"),
        ("12016E", "article 16(2) subparagraph 2", "recital 1"),
        ("12016E/PRO/21", "article 6a", "article 10"),
        ("12016E/PRO/22", "article 2a", "article 9"),
        ("32011L0093", "article 2(e)", "article 2(g)"),
    ];
    for (celex, there, beyond) in last {
        assert!(matches!(exists_in(celex, there, ""), Existence::Yes { .. }), "{celex} {there}");
        assert!(matches!(exists_in(celex, beyond, ""), Existence::No { .. }), "{celex} {beyond}");
    }
    check_no("annex II(17)", "", "annex II", Level::Indent, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16");
    check_no(
        "recital 0",
        "",
        "",
        Level::Recital,
        &(1..=180).map(|n| n.to_string()).collect::<Vec<_>>().join(" "),
    );
}

use base::{Citation, Lang};

use super::*;

fn check(celex: &str, citation: &str, style: Style, en: &str, nl: &str) {
    let citation: Citation = format!("act {citation}").trim().parse().unwrap();
    let act = Act::by_celex(celex).unwrap();
    assert_eq!(cite(&citation, Some(act), act.name(), Lang::En, style), en);
    assert_eq!(cite(&citation, Some(act), act.name(), Lang::Nl, style), nl);
}

#[track_caller]
fn check_ai_act(citation: &str, en: &str, nl: &str) {
    check("32024R1689", citation, Style::Own, en, nl);
}

#[test]
fn points_follow_their_paragraph() {
    check_ai_act("article 5", "Article 5", "artikel 5");
    check_ai_act("article 5(1)(c)", "Article 5(1)(c)", "artikel 5, lid 1, punt c)");
    check_ai_act("article 5(1)(h)(iii)", "Article 5(1)(h)(iii)", "artikel 5, lid 1, punt h), iii)");
    check_ai_act("article 16(a)", "Article 16(a)", "artikel 16, punt a)");
    check_ai_act("article 66(e)(vii)", "Article 66(e)(vii)", "artikel 66, punt e), vii)");
}

#[test]
fn definitions_are_points_with_a_number() {
    check_ai_act("article 3(39)", "Article 3(39)", "artikel 3, punt 39)");
    check_ai_act("article 3(14a)", "Article 3(14a)", "artikel 3, punt 14 bis)");
    check_ai_act("article 3(49)(b)", "Article 3(49)(b)", "artikel 3, punt 49), b)");
    check("32016R0679", "article 4(4)", Style::Short, "Article 4(4) GDPR", "artikel 4, punt 4), AVG");
}

#[test]
fn added_provisions_are_counted_in_latin_in_dutch() {
    check_ai_act("article 5(1a)", "Article 5(1a)", "artikel 5, lid 1 bis");
    check_ai_act("article 5(1a)(a)(ii)", "Article 5(1a)(a)(ii)", "artikel 5, lid 1 bis, punt a), ii)");
    check_ai_act("article 5(1b)", "Article 5(1b)", "artikel 5, lid 1 ter");
    check_ai_act("article 5(1)(ba)", "Article 5(1)(ba)", "artikel 5, lid 1, punt b bis)");
    check_ai_act("article 5(1)(bb)", "Article 5(1)(bb)", "artikel 5, lid 1, punt b ter)");
    check_ai_act("article 99(4)(da)", "Article 99(4)(da)", "artikel 99, lid 4, punt d bis)");
    check_ai_act("article 99(6a)", "Article 99(6a)", "artikel 99, lid 6 bis");
    check_ai_act("article 75d(1)", "Article 75d(1)", "artikel 75 quinquies, lid 1");
}

#[test]
fn subparagraphs_and_sentences_are_ordinals() {
    check_ai_act(
        "article 5(3) subparagraph 2 sentence 3",
        "Article 5(3), second subparagraph, third sentence",
        "artikel 5, lid 3, tweede alinea, derde volzin",
    );
    check_ai_act(
        "article 5(1) subparagraph 1 (h)(iii)",
        "Article 5(1), first subparagraph, point (h)(iii)",
        "artikel 5, lid 1, eerste alinea, punt h), iii)",
    );
    check_ai_act(
        "article 113 subparagraph 3 (a)",
        "Article 113, third paragraph, point (a)",
        "artikel 113, derde alinea, punt a)",
    );
    check_ai_act(
        "article 5(5) sentence 5",
        "Article 5(5), fifth sentence",
        "artikel 5, lid 5, vijfde volzin",
    );
    check_ai_act("article 5(5) sentence 13", "Article 5(5), 13th sentence", "artikel 5, lid 5, 13e volzin");
}

#[test]
fn ranges_name_both_ends() {
    check_ai_act("article 5(2) to (6)", "Article 5(2) to (6)", "artikel 5, leden 2 tot en met 6");
    check_ai_act(
        "article 5(1)(a) to (c)",
        "Article 5(1)(a) to (c)",
        "artikel 5, lid 1, punten a) tot en met c)",
    );
    check_ai_act(
        "article 5(1)(h)(i) to (iii)",
        "Article 5(1)(h)(i) to (iii)",
        "artikel 5, lid 1, punt h), i) tot en met iii)",
    );
    check_ai_act(
        "article 5(1) subparagraph 1 (a) to (ba)",
        "Article 5(1), first subparagraph, points (a) to (ba)",
        "artikel 5, lid 1, eerste alinea, punten a) tot en met b bis)",
    );
    check_ai_act(
        "annex II(1) to (3)",
        "Annex II, first to third indents",
        "bijlage II, eerste tot en met derde streepje",
    );
}

#[test]
fn annexes_have_points_sections_and_indents() {
    check_ai_act("annex II", "Annex II", "bijlage II");
    check_ai_act("annex II(3)", "Annex II, third indent", "bijlage II, derde streepje");
    check_ai_act("annex III(5)(b)", "Annex III, point 5(b)", "bijlage III, punt 5, b)");
    check_ai_act("annex I(A)(5)", "Annex I, Section A, point 5", "bijlage I, afdeling A, punt 5");
    check_ai_act("annex XIII(a)", "Annex XIII, point (a)", "bijlage XIII, punt a)");
}

#[test]
fn the_act_is_named_in_full_or_by_its_short_name() {
    check_ai_act("recital 38", "recital 38", "overweging 38");
    check(
        "32016R0679",
        "article 9(2)(a)",
        Style::Full,
        "Article 9(2)(a) of Regulation (EU) 2016/679",
        "artikel 9, lid 2, punt a), van Verordening (EU) 2016/679",
    );
    check("32016R0679", "article 9", Style::Short, "Article 9 GDPR", "artikel 9 AVG");
    check("12016E", "article 16", Style::Short, "Article 16 TFEU", "artikel 16 VWEU");
    check(
        "12016E",
        "article 16(2)",
        Style::Full,
        "Article 16(2) of the Treaty on the Functioning of the European Union",
        "artikel 16, lid 2, van het Verdrag betreffende de werking van de Europese Unie",
    );
    check(
        "32026R1744",
        "recital 12",
        Style::Short,
        "recital 12 of Regulation (EU) 2026/1744",
        "overweging 12 van Verordening (EU) 2026/1744",
    );
    check("32016R0679", "", Style::Short, "GDPR", "AVG");
    check(
        "12016E/PRO/21",
        "article 6a",
        Style::Full,
        "Article 6a of Protocol No 21",
        "artikel 6 bis van Protocol nr. 21",
    );
}

#[test]
fn an_act_of_unknown_structure_is_cited_by_how_acts_are_drafted() {
    let check = |number: &str, citation: &str, en: &str, nl: &str| {
        let citation: Citation = format!("act {citation}").parse().unwrap();
        let name = ActName::from_number(number);
        assert_eq!(cite(&citation, None, &name, Lang::En, Style::Full), en);
        assert_eq!(cite(&citation, None, &name, Lang::Nl, Style::Full), nl);
    };
    check(
        "Regulation (EU) 2019/1020",
        "article 4(1)(b)",
        "Article 4(1)(b) of Regulation (EU) 2019/1020",
        "artikel 4, lid 1, punt b), van Verordening (EU) 2019/1020",
    );
    check(
        "Directive 2002/58/EC",
        "article 5(3) sentence 1",
        "Article 5(3), first sentence, of Directive 2002/58/EC",
        "artikel 5, lid 3, eerste volzin, van Richtlijn 2002/58/EG",
    );
    check(
        "Framework Decision 2002/584/JHA",
        "article 2(2)",
        "Article 2(2) of Framework Decision 2002/584/JHA",
        "artikel 2, lid 2, van Kaderbesluit 2002/584/JBZ",
    );
    check(
        "Regulation (EU) No 182/2011",
        "article 5",
        "Article 5 of Regulation (EU) No 182/2011",
        "artikel 5 van Verordening (EU) nr. 182/2011",
    );
    check(
        "Policy of the municipality",
        "article 4",
        "Article 4 of Policy of the municipality",
        "artikel 4 van Policy of the municipality",
    );
}

#[test]
fn what_does_not_exist_is_written_like_what_stands_beside_it() {
    check_ai_act("article 5(9)", "Article 5(9)", "artikel 5, lid 9");
    check_ai_act("article 3(70)", "Article 3(70)", "artikel 3, punt 70)");
    check_ai_act("article 114(1)(a)", "Article 114(1)(a)", "artikel 114, lid 1, punt a)");
}

//! Texts: formats, merging, places, limits, and what is no fact.

use ir::{AsOfSource, Facts, IssueId, Pick, PickSource, Value, Zone};
use problem::Role;

use super::{bad, decode_with, good, json, options, shown, yaml};
use crate::tape::SIZE_LIMIT;
use crate::{Decoder, Input, Options, choose, sample};

fn check(inputs: &[Input<'_>], expected: &[&str]) {
    let found = match decode_with(inputs, &options()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems
            .iter()
            .map(|located| shown(located, inputs[located.file.unwrap().0 as usize].text))
            .collect(),
    };
    assert_eq!(found, expected, "{:?}", inputs.iter().map(|input| input.text).collect::<Vec<_>>());
}

#[test]
fn broken_json_is_refused_where_it_breaks() {
    check(&[json("{\"name\": tru}")], &["P0501 - `t`"]);
    check(&[json("{\"name\": \"a")], &["P0501 - ``"]);
    check(&[json("")], &["P0501 - ``"]);
    check(&[json("{} {}")], &["P0501 - `{`"]);
    check(&[json("{\"share\": NaN}")], &["P0501 - `N`"]);
    check(&[json("{\"share\": 01}")], &["P0501 - `1`"]);
    check(&[json("{\"name\": \"\\ud800\"}")], &["P0501 - `\"`"]);
    check(&[json("{\"é\": é}")], &["P0501 - `é`"]);
    check(&[json("{,}")], &["P0501 - `,`"]);
    check(&[json("[}")], &["P0501 - `}`"]);
}

#[test]
fn json_escapes_and_byte_order_mark() {
    let text = "\u{feff}{\"n\\u0061me\": \"\\u00e9\\n\\ud83d\\ude00\"}";
    let case = decode_with(&[json(text)], &options()).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(case.facts.texts[1], "é\n😀");
    check(&[json("\u{feff}{\"x\": 1}")], &["P0502 /x `\"x\"`"]);
    check(&[yaml("\u{feff}é: 1\nx: é")], &["P0502 /é `é`", "P0502 /x `x`"]);
}

#[test]
fn yaml_that_has_no_counterpart_is_refused() {
    check(&[yaml("name: !!str 5")], &["P0501 - `!!str 5`"]);
    check(&[yaml("!x {}")], &["P0501 - `!x {`"]);
    check(&[yaml("a: &a { name: x }\n<<: *a")], &["P0501 - `<<`"]);
    check(&[yaml("5: x")], &["P0501 - `5`"]);
    check(&[yaml("null: x")], &["P0501 - `null`"]);
    check(&[yaml("[a]: x")], &["P0501 - `[`"]);
    check(&[yaml("name: x\n---\nname: y")], &["P0501 - `---`"]);
    check(&[yaml("name: &a [*a]")], &["P0501 - `*a`"]);
    check(&[yaml("name: [")], &["P0501 - ``"]);
}

#[test]
fn yaml_words_are_those_of_the_core_schema() {
    let case = good("name: yes\nfounded: 2026-12-02\nimpact: ~\nscoring:\npersons: 0x1F\nshare: .5");
    assert_eq!(case.facts.texts[1], "yes");
    assert_eq!(case.fact("persons"), Value::Integer(31));
    assert_eq!(good("name: >\n  folded\n  text\n").facts.texts[1], "folded text\n");
    good("");
    good("# nothing\n");
    good("---\n...\n");
}

#[test]
fn yaml_aliases_are_copied_and_bounded() {
    let case = good("scoring: { over_period: &t true }\nimpact: *t\nconduct: &c [{ kind: use }]\n");
    assert_eq!(case.fact("impact"), Value::Bool(true));
    check(&[yaml("a: &a { x: 1 }\nb: [*a]")], &["P0502 /a `a`", "P0502 /b `b`"]);
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let alias = format!("*a{}, ", level - 1).repeat(10);
        bomb += &format!("a{level}: &a{level} [{alias}]\n");
    }
    let problems = decode_with(&[yaml(&bomb)], &options()).err().unwrap();
    assert_eq!(problems[0].problem.kind.code(), "P0513");
    let mut tower = String::from("a0: &a0 [x]\n");
    for level in 1..200 {
        tower += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
    }
    let problems = decode_with(&[yaml(&tower)], &options()).err().unwrap();
    assert_eq!(problems[0].problem.kind.code(), "P0512");
}

#[test]
fn deep_and_large_texts_are_refused() {
    let code = |inputs: &[Input<'_>]| decode_with(inputs, &options()).err().unwrap()[0].problem.kind.code();
    let nested = |depth: usize| format!("{{\"x\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(code(&[json(&nested(127))]), "P0502");
    assert_eq!(code(&[json(&nested(128))]), "P0512");
    assert_eq!(code(&[yaml(&nested(128))]), "P0512");
    assert_eq!(code(&[json(&"[".repeat(1_000_000))]), "P0512");
    assert_eq!(code(&[yaml(&"- ".repeat(10_000))]), "P0512");
    assert_eq!(code(&[yaml(&"[".repeat(10_000))]), "P0512");
    assert_eq!(code(&[json(&" ".repeat(SIZE_LIMIT + 1))]), "P0513");
    let many = format!("{{\"conduct\": [{}{{}}]}}", "{},".repeat(1_000_000));
    assert_eq!(code(&[json(&many)]), "P0513");
}

#[test]
fn a_file_is_an_object() {
    for text in ["[]", "true", "\"x\"", "5"] {
        check(&[json(text)], &[&format!("P0503  `{text}`")]);
    }
}

#[test]
fn files_are_merged_object_by_object() {
    let first = json("{\"scoring\": {\"over_period\": true}, \"readings\": {\"clock_start\": \"event\"}}");
    let second =
        yaml("scoring: { ground: { behaviour: false } }\nreadings: { emotions_from_what: any_input }");
    let case = decode_with(&[first, second], &options()).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(case.fact("scoring.over_period"), Value::Bool(true));
    assert_eq!(case.fact("scoring.ground.behaviour"), Value::Bool(false));
    assert_eq!(case.decoded.picks, [Some(0), Some(0)]);
    check(&[first, yaml("scoring: { over_period: true }")], &["P0508 /scoring/over_period `over_period`"]);
    check(&[first, yaml("readings: { clock_start: event }")], &["P0508 /readings/clock_start `clock_start`"]);
    check(&[first, yaml("scoring: null")], &["P0508 /scoring `scoring`"]);
    check(&[yaml("conduct: []"), yaml("conduct: []")], &["P0508 /conduct `conduct`"]);
}

#[test]
fn a_clash_points_at_the_first() {
    let problems = decode_with(&[yaml("name: a"), yaml("x: 1\nname: b")], &options()).err().unwrap();
    let related = &problems[1].problem.related[0];
    assert_eq!((related.role, related.span.file.0), (Role::First, 0));
    assert_eq!(related.span.range, base::TextRange::new(0.into(), 4.into()));
}

#[test]
fn the_errors_of_all_files_are_collected() {
    check(
        &[json("{"), yaml("nam: x\npersons: many"), yaml("a: [")],
        &["P0501 - ``", "P0502 /nam `nam`", "P0503 /persons `many`", "P0501 - ``"],
    );
}

#[test]
fn the_moment_of_assessment_comes_from_a_flag_the_facts_or_the_clock() {
    let check =
        |text: &str, flag: Option<&str>, clock: Option<&str>, expected: Option<(&str, AsOfSource)>| {
            let zone = Zone::named("Europe/Brussels").unwrap();
            let clock = clock.map(|text| text.parse::<crate::GivenTime>().unwrap().bounds(&zone).latest);
            let options =
                Options { as_of: flag.map(|flag| flag.parse().unwrap()), clock, ..Options::default() };
            match decode_with(&[yaml(text)], &options) {
                Ok(case) => {
                    let instant = zone.format(case.decoded.as_of.instant);
                    assert_eq!(Some((instant.as_str(), case.decoded.as_of.from)), expected, "{text}");
                }
                Err(problems) => {
                    assert_eq!(expected, None, "{text}");
                    assert_eq!(problems.len(), 1);
                    assert_eq!(problems[0].problem.kind.code(), "P0514");
                }
            }
        };
    // An event of a later key is no obstacle, nor is one of another file.
    let text = "impact_assessment: true\nas_of: 2026-12-02\n";
    let end_of_day = "2026-12-02T23:59:59+01:00";
    check(text, None, Some("2020-01-01"), Some((end_of_day, AsOfSource::Facts)));
    check(text, Some("2026-12-01"), None, Some(("2026-12-01T23:59:59+01:00", AsOfSource::Flag)));
    check("as_of: 2026-12-02T08:00Z", None, None, Some(("2026-12-02T09:00:00+01:00", AsOfSource::Facts)));
    check("as_of: null", None, Some("2026-12-02"), Some((end_of_day, AsOfSource::Clock)));
    check("impact_assessment: true", None, None, None);
    assert_eq!(bad("as_of: 2026-02-30"), ["P0505 /as_of `2026-02-30`"]);
    assert_eq!(bad("as_of: today"), ["P0503 /as_of `today`"]);
    assert_eq!(bad("as_of: 2026"), ["P0503 /as_of `2026`"]);
}

#[test]
fn picks_come_from_the_policy_the_facts_a_profile_or_a_flag() {
    let program = sample::program();
    let case = good("readings: { emotions_from_what: any_input, clock_start: null }");
    assert_eq!(case.decoded.picks, [Some(0), None]);
    let check = |profile, flags: &[(&str, &str)], expected: [(u8, PickSource); 2]| {
        let flags: Vec<_> = flags.iter().map(|&(issue, reading)| (issue.into(), reading.into())).collect();
        let picks = choose(&program, &case.decoded.picks, profile, &flags).unwrap();
        assert_eq!(picks, expected.map(|(reading, from)| Some(Pick { reading, from })));
    };
    check(None, &[], [(0, PickSource::Facts), (0, PickSource::Default)]);
    check(Some("ap"), &[], [(1, PickSource::Profile), (1, PickSource::Profile)]);
    check(Some("ap"), &[("clock_start", "event")], [(1, PickSource::Profile), (0, PickSource::Flag)]);
    assert_eq!(program.profiles[0].picks[0].0, IssueId(0));
    let flags = [("clock_stat".into(), "event".into()), ("clock_start".into(), "evnt".into())];
    let problems = choose(&program, &[], Some("app"), &flags).unwrap_err();
    let shown: Vec<_> = problems.iter().map(|located| format!("{:?}", located.problem.kind)).collect();
    for (problem, suggestion) in shown.iter().zip(["ap", "clock_start", "event"]) {
        assert!(problem.contains(&format!("Some({suggestion:?})")), "{problem}");
    }
    assert_eq!(
        bad("readings: { emotions: x, clock_start: evnt, clock_start: event }"),
        [
            "P0515 /readings/emotions `emotions`",
            "P0515 /readings/clock_start `evnt`",
            "P0507 /readings/clock_start `clock_start`",
        ]
    );
    assert_eq!(bad("readings: { clock_start: 5 }"), ["P0503 /readings/clock_start `5`"]);
    assert_eq!(bad("readings: [a]"), ["P0503 /readings `[a]`"]);
}

#[test]
fn the_id_of_a_system_is_a_text() {
    assert_eq!(good("id: s1").decoded.id.as_deref(), Some("s1"));
    assert_eq!(good("id: null").decoded.id, None);
    assert_eq!(bad("id: 5"), ["P0503 /id `5`"]);
}

#[test]
fn a_buffer_keeps_nothing_of_the_facts_before() {
    let program = sample::program();
    let decoder = Decoder::new(&program);
    let mut facts = Facts::default();
    decoder.decode(&[json(sample::CASE)], &Options::default(), &mut facts).unwrap();
    decoder.decode(&[json("{\"x\": 1}")], &options(), &mut facts).unwrap_err();
    decoder.decode(&[json("{}")], &options(), &mut facts).unwrap();
    assert_eq!((facts.texts.len(), facts.rows.len(), facts.conduct.len()), (1, 0, 0));
    assert_eq!((facts.assumed.len(), facts.provenance.len()), (2, 0));
}

//! Texts in other languages.

use base::Lang;
use problem::{Kind, LawProblem};

use super::{check_files, compiled};

const MANIFEST: &str = "[policy]\nname = \"test\"\nversion = \"1\"\nlanguages = [\"en\", \"nl\"]\n";

const POLICY: &str = r#"
source ai_act { title "AI Act" number "Regulation (EU) 2024/1689" celex "32024R1689" }
facts { a.b : bool ask "Is it?" help "It may be." }
conduct { kinds use lasting operators deployer  c : bool label "See" }
record R { x : bool ask "X?" }
prohibition p { label "Norm" basis article 5(1) forbids use element e label "Part" = a.b }
obligation o { label "Duty" basis article 5(4) must m label "Do" = a.b }
power w for p { basis article 5(5) addressed to deployer may "allow it" }
issue i on p {
  label "Which?"
  reading one { label "One" basis article 5(1) status text }
  reading two { basis article 5(1) status text }
}
"#;

const DUTCH: &str = "
fact-a-b =
    .ask = Is het zo?
    .help = Het kan
        zo zijn.
conduct-c =
    .label = Zie
record-R-x =
    .ask = X?
prohibition-p =
    .label = Norm nl
element-p-e =
    .label = Deel
obligation-o =
    .label = Plicht
must-o-m =
    .label = Doen
power-w =
    .may = het toestaan
issue-i =
    .label = Welke?
reading-i-one =
    .label = Een
";

fn check(dutch: &str, expected: &[(&str, &str)]) {
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", POLICY), ("p/i18n/nl.ftl", dutch)], expected);
}

#[test]
fn texts_stand_in_all_languages() {
    check(DUTCH, &[]);
    let files = [("p/policy.toml", MANIFEST), ("p/a.pol", POLICY), ("p/i18n/nl.ftl", DUTCH)];
    let program = compiled(&files).2.program.expect("compiles");
    let fact = &program.schema.layouts[0].fields[0];
    assert_eq!(fact.ask.in_lang(Lang::Nl), Some("Is het zo?"));
    assert_eq!(fact.ask.in_lang(Lang::En), Some("Is it?"));
    assert_eq!(fact.help.in_lang(Lang::Nl), Some("Het kan zo zijn."));
    let conduct = &program.schema.layouts[1].fields[6];
    assert_eq!(conduct.label.in_lang(Lang::Nl), Some("Zie"));
    assert_eq!(program.schema.layouts[2].fields[1].ask.in_lang(Lang::Nl), Some("X?"));
    assert_eq!(program.prohibitions[0].versions.0[0].label.in_lang(Lang::Nl), Some("Norm nl"));
    let duty = &program.obligations[0].versions.0[0];
    assert_eq!(duty.label.in_lang(Lang::Nl), Some("Plicht"));
    assert_eq!(duty.body.as_ref().expect("applies").musts[0].label.in_lang(Lang::Nl), Some("Doen"));
    assert_eq!(program.notes[0].text.in_lang(Lang::Nl), Some("het toestaan"));
    assert_eq!(program.issues[0].label.in_lang(Lang::Nl), Some("Welke?"));
    assert_eq!(program.issues[0].readings[0].label.in_lang(Lang::Nl), Some("Een"));
    assert_eq!(program.issues[0].readings[1].label.in_lang(Lang::Nl), None);
}

#[test]
fn languages_come_in_the_order_of_the_manifest() {
    let manifest = MANIFEST.replace("[\"en\", \"nl\"]", "[\"nl\", \"en\"]");
    let files = [("p/policy.toml", &*manifest), ("p/a.pol", POLICY), ("p/i18n/en.ftl", DUTCH)];
    let program = compiled(&files).2.program.expect("compiles");
    let order: Vec<Lang> =
        program.prohibitions[0].versions.0[0].label.0.iter().map(|(lang, _)| *lang).collect();
    assert_eq!(order, [Lang::Nl, Lang::En]);
}

#[test]
fn a_missing_file_is_no_translation() {
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", POLICY)], &[]);
}

#[test]
fn a_missing_text_is_told_where_it_is_missing() {
    check(&DUTCH.replace("    .label = Deel\n", "").replace("element-p-e =\n", ""), &[("P0413", "e")]);
    let files = [
        ("p/policy.toml", MANIFEST),
        ("p/a.pol", POLICY),
        ("p/i18n/nl.ftl", &*DUTCH.replace("    .ask = Is het zo?\n", "")),
    ];
    let untranslated = LawProblem::Untranslated { key: "fact-a-b.ask".into(), language: "nl".into() };
    assert_eq!(compiled(&files).2.problems[0].problem.kind, Kind::Law(untranslated));
}

#[test]
fn a_translation_of_nothing_is_told() {
    check(&format!("{DUTCH}fact-z =\n    .ask = Nee\n"), &[("P0414", "fact-z")]);
    check(&DUTCH.replace(".label = Zie", ".label = Zie\n    .help = Meer"), &[("P0414", "help")]);
    check(&format!("{DUTCH}prohibition-q = Tekst\n"), &[("P0414", "prohibition-q")]);
    check(&DUTCH.replace("conduct-c =", "conduct-c = Tekst"), &[("P0414", "conduct-c")]);
}

#[test]
fn a_malformed_file_is_an_error_with_its_place() {
    check(&format!("{DUTCH}nothing here\n"), &[("P0501", "h")]);
    check(&format!("{DUTCH}fact-a-b =\n    .ask = Nog eens\n"), &[("P0507", "fact-a-b")]);
}

#[test]
fn a_translation_is_plain_text() {
    check(&DUTCH.replace("Deel", "Deel { $x }"), &[("P0415", "{")]);
    check(&DUTCH.replace("Deel", "Deel }"), &[("P0415", "}")]);
    check(&format!("{DUTCH}-term = Woord\n"), &[("P0415", "term")]);
    let select = "fact-q = { $x ->\n    [one] een\n   *[other] meer\n }\n";
    let text = format!("{DUTCH}{select}");
    let (db, loaded, found) =
        compiled(&[("p/policy.toml", MANIFEST), ("p/a.pol", POLICY), ("p/i18n/nl.ftl", &text)]);
    assert!(found.problems.iter().all(|located| {
        loaded.files[2].id(&db) == located.file.expect("in a file") && located.problem.kind.code() != "P0501"
    }));
}

#[test]
fn hostile_translations_end() {
    let nested = format!("fact-a-b =\n    .ask = {}\n", "{".repeat(200_000));
    let (.., found) =
        compiled(&[("p/policy.toml", MANIFEST), ("p/a.pol", POLICY), ("p/i18n/nl.ftl", &nested)]);
    assert!(found.problems.iter().any(|located| located.problem.kind.code() == "P0415"));
}

#[test]
fn an_item_that_cannot_be_read_orphans_nothing() {
    let policy = POLICY.replace("ask \"X?\"", "ask X?");
    let files = [("p/policy.toml", MANIFEST), ("p/a.pol", &*policy), ("p/i18n/nl.ftl", DUTCH)];
    check_files(&files, &[("P0101", "X")]);
}

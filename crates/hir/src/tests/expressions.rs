//! Names and types in expressions.

use problem::{Kind, NameKind, NameProblem, TypeProblem};

use super::{check, kinds};

fn means(expr: &str) -> String {
    format!("definition d {{\n  means {expr}\n}}\n")
}

#[track_caller]
fn check_expr(expr: &str, expected: &[(&str, &str)]) {
    check(&means(expr), expected);
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    check_expr("givn", &[("P0201", "givn")]);
    let unknown = |kind, name: &str, suggestion: Option<&str>| {
        let (name, suggestion) = (name.to_owned(), suggestion.map(str::to_owned));
        vec![Kind::Name(NameProblem::Unknown { kind, name, suggestion })]
    };
    assert_eq!(kinds(&means("givn")), unknown(NameKind::Fact, "givn", Some("given")));
    assert_eq!(kinds(&means("entirely_else")), unknown(NameKind::Fact, "entirely_else", None));
    assert_eq!(
        kinds(&means("conduct.urgnt")),
        unknown(NameKind::Field, "conduct.urgnt", Some("conduct.urgent"))
    );
    assert_eq!(kinds(&means("colour == gren")), unknown(NameKind::Member, "gren", Some("green")));
    assert_eq!(kinds(&means("colour in { gren }")), unknown(NameKind::Member, "gren", Some("green")));
    assert_eq!(
        kinds(&means("some v in visits : v.payed")),
        unknown(NameKind::Field, "v.payed", Some("v.paid"))
    );
    assert_eq!(kinds(&means("given provided that c")), unknown(NameKind::Obligation, "c", None));
}

#[test]
fn one_mistake_gives_one_message() {
    check_expr(
        "givn and not (givn2 or (some v in visits : v.paid))",
        &[("P0201", "givn"), ("P0201", "givn2")],
    );
    check_expr("unknown_amount + EUR 3 > amount", &[("P0201", "unknown_amount")]);
    check("definition d { means givn }\ndefinition e { means d and d > 3 }", &[("P0201", "givn")]);
}

#[test]
fn a_name_of_a_fact_and_a_definition_is_ambiguous() {
    let policy = "definition given { means weighed }\nconditions c { element given }\n";
    check(policy, &[("P0202", "given")]);
    let candidates = vec!["definition given".to_owned(), "fact given".to_owned()];
    let ambiguous = NameProblem::Ambiguous { name: "given".into(), candidates };
    assert_eq!(kinds(policy), [Kind::Name(ambiguous)]);
}

#[test]
fn a_member_may_have_the_name_of_a_definition() {
    check("definition red { means colour == red and given }", &[]);
    check(
        "definition red { means colour == red and green }\ndefinition green { means colour == green }",
        &[],
    );
}

#[test]
fn formulas_are_made_of_formulas() {
    check_expr("given and amount", &[("P0301", "amount")]);
    check_expr("not done", &[("P0304", "done")]);
    check_expr("given happened", &[("P0301", "given")]);
    check("conditions c { element done }", &[("P0304", "done")]);
    check("conditions c { element amount }", &[("P0301", "amount")]);
}

#[test]
fn what_is_compared_has_one_type() {
    check_expr("count_of_people > 2.5 and term >= 4 years and done <= 2026-12-02", &[]);
    check_expr("given == true", &[("P0302", "given == true")]);
    check_expr("colour > red", &[("P0302", "colour > red")]);
    check_expr("amount > 3", &[("P0302", "amount > 3")]);
    check_expr("colours in { red }", &[("P0301", "colours")]);
    check_expr("colour in colours", &[]);
}

#[test]
fn currencies_do_not_mix() {
    check_expr("amount > USD 3", &[("P0303", "amount > USD 3")]);
    check_expr("amount + dollars > amount", &[("P0303", "+")]);
    check_expr("higher of { EUR 3, USD 3 } > EUR 2", &[("P0301", "USD 3")]);
    check_expr("amount / EUR 3 > 2 and 2 * amount > EUR 1 and 7 % of amount > EUR 1", &[]);
}

#[test]
fn only_what_has_an_order_has_a_highest() {
    check_expr("higher of { colour, colour } == red", &[("P0309", "higher of { colour, colour }")]);
}

#[test]
fn branches_have_one_type() {
    check_expr("case { given : EUR 3 otherwise : 3 } > EUR 2", &[("P0301", "3")]);
    check_expr("case { given : 3 otherwise : 3.5 } > 2", &[]);
}

#[test]
fn lists_are_quantified_over() {
    check_expr("some v in given : v.paid", &[("P0301", "given")]);
    check_expr("(count of v in visits : v.paid) >= 2", &[]);
    check_expr("(earliest of v.paid for v in visits) <= 2026-01-01", &[("P0301", "v.paid")]);
    check_expr("every v in visits : v.who.adult", &[]);
}

#[test]
fn a_definition_for_a_record_needs_one() {
    let definition = "definition paid for v : Visit { means v.paid }\n";
    check(&format!("{definition}{}", means("some v in visits : paid for v")), &[]);
    check(&format!("{definition}{}", means("paid")), &[("P0305", "paid")]);
    check(&format!("{definition}{}", means("some v in visits : paid for v.who")), &[("P0301", "v.who")]);
    check(
        "definition e { means given }\ndefinition d { means some v in visits : e for v }",
        &[("P0305", "e for v")],
    );
    let argument = TypeProblem::Argument { name: "paid".into(), record: Some("Visit".into()) };
    assert_eq!(kinds(&format!("{definition}{}", means("paid"))), [Kind::Type(argument)]);
}

#[test]
fn definitions_do_not_rest_on_themselves() {
    check("definition a { means given or a }", &[("P0207", "a")]);
    check("definition a { means b }\ndefinition b { means c }\ndefinition c { means a }", &[("P0207", "a")]);
    let names = vec!["a".to_owned(), "b".to_owned()];
    let policy = "definition a { means b }\ndefinition b { means a }";
    assert_eq!(kinds(policy), [Kind::Name(NameProblem::Cycle { names })]);
}

#[test]
fn a_package_in_front_of_a_name_must_be_known() {
    check_expr("national::given", &[("P0201", "national::given")]);
}

#[test]
fn numbers_out_of_range_are_refused() {
    check_expr("term > 99999999999 years", &[("P0109", "99999999999 years")]);
}

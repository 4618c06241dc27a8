//! The values that the views hand out.

use super::*;
use crate::ast::*;

fn item(text: &str) -> Item {
    parse(text).item().unwrap()
}

/// The formula of `definition d { means … }`.
fn means(formula: &str) -> Expr {
    let Item::Definition(definition) = item(&format!("definition d {{ means {formula} }}")) else { panic!() };
    definition.means().unwrap()
}

/// An expression with all its brackets.
fn show(expr: &Expr) -> String {
    let all = |exprs: Vec<Expr>| exprs.iter().map(show).collect::<Vec<_>>().join(" ");
    let path = |path: Option<Path>| path.map(|path| path.text()).unwrap_or_default();
    let one = |expr: Option<Expr>| expr.as_ref().map(show).unwrap_or_default();
    fn list<T: InList>(node: &T) -> String {
        let body = node.body().map(|body| show(&body)).unwrap_or_default();
        format!("{} {} {body}", node.variable().unwrap().text, node.list().unwrap().text())
    }
    match expr {
        Expr::PathExpr(expr) => path(expr.path()),
        Expr::Apply(expr) => format!("[{} for {}]", path(expr.definition()), path(expr.argument())),
        Expr::Literal(expr) => format!("{}", expr.syntax().text()),
        Expr::Logic(expr) => format!("[{:?} {}]", expr.op(), all(expr.operands().collect())),
        Expr::Not(expr) => format!("[not {}]", one(expr.operand())),
        Expr::Comparison(expr) => {
            format!("[{:?} {} {}]", expr.op().unwrap(), one(expr.left()), one(expr.right()))
        }
        Expr::In(expr) => {
            let right = match expr.right().unwrap() {
                InRight::Set(set) => {
                    format!("{:?}", set.members().iter().map(|m| &m.text).collect::<Vec<_>>())
                }
                InRight::Expr(expr) => show(&expr),
            };
            format!("[in {} {} {right}]", expr.is_negated(), one(expr.left()))
        }
        Expr::Happened(expr) => format!("[happened {}]", one(expr.event())),
        Expr::Arithmetic(expr) => expr
            .rest()
            .iter()
            .fold(one(expr.first()), |left, (op, _, right)| format!("[{op:?} {left} {}]", show(right))),
        Expr::PercentOf(expr) => format!("[% {:?} {}]", expr.percentage().unwrap().value(), one(expr.base())),
        Expr::Paren(expr) => format!("({})", one(expr.inner())),
        Expr::Quantifier(expr) => format!("[{:?} {}]", expr.kind(), list(expr)),
        Expr::Group(expr) => {
            let points =
                expr.points().map(|point| format!("{} {}", point.name().unwrap().text, one(point.expr())));
            format!("[{:?} {}]", expr.kind(), points.collect::<Vec<_>>().join(", "))
        }
        Expr::Count(expr) => format!("[count {}]", list(expr)),
        Expr::Extremum(expr) => format!("[{:?} {} {}]", expr.kind(), path(expr.item()), list(expr)),
        Expr::Pick(expr) => format!("[{:?} {}]", expr.kind(), all(expr.choices().collect())),
        Expr::Case(expr) => {
            let branches = expr.branches().map(|b| format!("{} => {}", one(b.condition()), one(b.value())));
            format!("[{}; {}]", branches.collect::<Vec<_>>().join(", "), one(expr.otherwise()))
        }
        Expr::Provided(expr) => {
            format!("[{} provided {}]", one(expr.expr()), expr.obligations()[0].text)
        }
        Expr::Set(expr) => format!("{:?}", expr.members()),
    }
}

fn check(formula: &str, expected: &str) {
    assert_eq!(show(&means(formula)), expected);
}

#[test]
fn operators_bind_as_the_reference_says() {
    check("a", "a");
    check("a or b or not c", "[Or a b [not c]]");
    check("a and (b or c)", "[And a ([Or b c])]");
    check("not a == b", "[not [Eq a b]]");
    check("a + b * 2 - c / d >= 4", "[Ge [Sub [Add a [Mul b 2]] [Div c d]] 4]");
    check("a and some x in xs : x.a or x.b", "[And a [Some x xs [Or x.a x.b]]]");
    check("every x in national::a.b : granted for x", "[Every x national::a.b [granted for x]]");
    check("a in { x, y } and b not in c", r#"[And [in false a ["x", "y"]] [in true b c]]"#);
    check("a happened and b provided that o", "[[And [happened a] b] provided o]");
}

#[test]
fn forms_with_a_body_have_their_parts() {
    check("none of { (i) a (2) b and c }", "[None i a, 2 [And b c]]");
    check("(count of a in xs : a.b) >= 2", "[Ge ([count a xs a.b]) 2]");
    check("count of a in xs >= 2", "[Ge [count a xs ] 2]");
    check("latest of a.t for a in xs : a.b", "[Latest a.t a xs a.b]");
    check("higher of { 5, 7 % of a }", r#"[Higher 5 [% Some(Percentage("7")) a]]"#);
    check("case { a : 1 b and c : 2 otherwise : 3 }", "[a => 1, [And b c] => 2; 3]");
}

#[test]
fn literals_have_values() {
    let value = |text: &str| match means(&format!("a == {text}")) {
        Expr::Comparison(comparison) => match comparison.right() {
            Some(Expr::Literal(literal)) => format!("{:?}", literal.value().unwrap()),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(value("true"), "Bool(true)");
    assert_eq!(value("1_000"), "Integer(1000)");
    assert_eq!(value("7.50"), "Decimal(\"7.50\")");
    assert_eq!(value("7.5 %"), "Percentage(\"7.5\")");
    assert_eq!(value("24 hours"), "Duration { amount: 24, unit: Hour }");
    assert_eq!(value("unlimited"), "Unlimited");
    assert_eq!(value("2026-12-02T08:40+01:00"), "DateTime(\"2026-12-02T08:40+01:00\")");
    assert_eq!(value(r#""a \"b\" \\ c""#), r#"String("a \"b\" \\ c")"#);
    assert!(value("2026-12-02").starts_with("Date(Date { year: 2026, month: 12, day: 2"));
    assert!(value("EUR 35_000_000").ends_with("amount: \"35000000\" }"));
}

#[test]
fn citations_become_data() {
    let text = "definition d { basis article 5(3) subparagraph 2 sentence 3, gdpr article 9, annex II(1), \
                recital 38, article 5(2) to (6), article 4a means a }";
    let Item::Definition(definition) = item(text) else { panic!() };
    let written: Vec<String> =
        definition.basis().iter().map(|citation| citation.to_base("ai_act").unwrap().to_string()).collect();
    assert_eq!(
        written,
        [
            "ai_act article 5(3) subparagraph 2 sentence 3",
            "gdpr article 9",
            "ai_act annex II(1)",
            "ai_act recital 38",
            "ai_act article 5(2) to (6)",
            "ai_act article 4a",
        ]
    );
    assert_eq!(&text[definition.basis()[4].range()], "article 5(2) to (6)");
}

#[test]
fn common_clauses_and_targets_have_values() {
    let text = "exception e to scoring.treatment { label \"L\" recitals 31, omnibus 12 in force from 2024-08-01 \
                applies from 2025-02-02 applies until 2027-01-01 element a on use, placing = b element c \
                subject to d in so far as f }";
    let Item::Exception(exception) = item(text) else { panic!() };
    assert_eq!(exception.label().unwrap().text, "L");
    let recitals: Vec<String> =
        exception.recitals().iter().map(|recital| recital.to_base("ai_act").unwrap().to_string()).collect();
    assert_eq!(recitals, ["ai_act recital 31", "omnibus recital 12"]);
    let until = exception.applies_until().unwrap();
    assert_eq!((until.year, until.month, until.day, &text[until.range]), (2027, 1, 1, "2027-01-01"));
    assert!(exception.in_force_from().is_some() && exception.applies_from().is_some());
    assert!(matches!(&exception.targets()[..], [Target::Path(path)] if path.segments().len() == 2));
    let elements: Vec<Element> = exception.elements().collect();
    assert_eq!(elements[0].on().unwrap().names.len(), 2);
    assert!(elements[0].expr().is_some() && !elements[0].is_bare() && elements[1].is_bare());
    assert_eq!(exception.subject_to()[0].text, "d");
    assert!(exception.in_so_far_as().is_some());
    let Item::Exclusion(exclusion) = item("exclusion e for article 2(3), ai_act { element a }") else {
        panic!()
    };
    assert!(matches!(&exclusion.targets()[..], [Target::Citation(_), Target::Path(_)]));
}

#[test]
fn obligations_say_when() {
    let text = "obligation o { addressed to deployer on use must not m basis article 5 = a immediately \
                must n = b without undue delay, at the latest 24 hours after c must k = d at the latest e each year }";
    let Item::Obligation(obligation) = item(text) else { panic!() };
    let musts: Vec<Must> = obligation.musts().collect();
    assert!(musts[0].is_negative() && musts[0].basis().len() == 1);
    assert!(matches!(musts[0].timings()[..], [Timing::Immediately { .. }]));
    assert!(matches!(
        musts[1].timings()[..],
        [Timing::WithoutUndueDelay { .. }, Timing::AtTheLatest { duration: Some((24, Unit::Hour)), .. }]
    ));
    assert!(matches!(
        &musts[2].timings()[..],
        [Timing::AtTheLatest { duration: None, moment: Expr::PathExpr(_), .. }, Timing::EachYear { .. }]
    ));
    assert_eq!(obligation.on().unwrap().names[0].text, "use");
}

#[test]
fn readings_have_one_effect() {
    let effect = |text: &str| {
        let Item::Issue(issue) = item(&format!("issue i on a.b {{ reading r {{ {text} }} }}")) else {
            panic!()
        };
        issue.readings().next().unwrap().effect().map(|effect| effect.kind)
    };
    assert_eq!(effect("status guidelines"), None);
    assert_eq!(effect("keeps"), Some(EffectKind::Keeps));
    assert!(matches!(effect("narrows with a"), Some(EffectKind::Narrows(_))));
    assert!(matches!(effect("widens with a"), Some(EffectKind::Widens(_))));
    assert!(
        matches!(effect("replaces with a immediately"), Some(EffectKind::Replaces(_, t)) if t.len() == 1)
    );
    assert!(matches!(effect("adds exception e"), Some(EffectKind::AddsException(name)) if name.text == "e"));
    assert!(matches!(effect("drops c, d"), Some(EffectKind::Drops(names)) if names.len() == 2));
}

#[test]
fn declarations_have_types() {
    let text =
        "record R { a : list of set of enum { x, y } ask \"?\" b : money EUR assumed false c.d : T on use }";
    let Item::Record(record) = item(text) else { panic!() };
    let fields: Vec<Field> = record.fields().collect();
    let Some(TypeKind::List(list)) = fields[0].ty().unwrap().kind() else { panic!() };
    let Some(TypeKind::Set(set)) = list.kind() else { panic!() };
    assert!(matches!(set.kind(), Some(TypeKind::Enum { members }) if members.len() == 2));
    assert!(
        matches!(fields[1].ty().unwrap().kind(), Some(TypeKind::Money { currency }) if currency.text == "EUR")
    );
    assert_eq!((fields[1].assumed(), fields[0].ask().unwrap().text.as_str()), (Some(false), "?"));
    assert!(matches!(fields[2].ty().unwrap().kind(), Some(TypeKind::Named(name)) if name.text == "T"));
    let Item::Enum(plain) = item("enum E { a, b }") else { panic!() };
    assert_eq!(plain.members().len(), 2);
}

//! Values of each type.

use ir::{Bounds, Duration, MemberSet, Value, Zone};

use super::{AS_OF, bad, good};
use crate::GivenTime;

fn check(fact: &str, given: &str, expected: Value) {
    assert_eq!(good(&format!("{fact}: {given}")).fact(fact), expected, "{fact}: {given}");
}

fn refused(fact: &str, given: &str, code: &str) {
    assert_eq!(bad(&format!("{fact}: {given}")), [format!("{code} /{fact} `{given}`")]);
}

/// `open`, `never` or a time, whose bounds are in the zone of the sample; with
/// `+` the instant just after.
fn bounds(earliest: &str, latest: &str) -> Value {
    let zone = Zone::named("Europe/Brussels").unwrap();
    let read = |text: &str| text.trim_end_matches('+').parse::<GivenTime>().unwrap().bounds(&zone);
    let after = |text: &str| i64::from(text.ends_with('+'));
    let earliest = if earliest == "open" { Bounds::OPEN } else { read(earliest).earliest + after(earliest) };
    let latest = if latest == "never" { Bounds::NEVER } else { read(latest).latest };
    Value::Time(Bounds { earliest, latest })
}

#[test]
fn booleans_and_judgements_are_true_or_false() {
    check("ai_system", "true", Value::Bool(true));
    check("impact", "false", Value::Bool(false));
    check("impact", "null", Value::Unknown);
    for given in ["yes", "\"true\"", "1", "[true]"] {
        refused("ai_system", given, "P0503");
    }
}

#[test]
fn integers_have_64_bits_and_no_fraction() {
    check("persons", "25000", Value::Integer(25_000));
    check("persons", "-9223372036854775808", Value::Integer(i64::MIN));
    for given in ["3.0", "1e3", "\"3\"", "true", ".nan"] {
        refused("persons", given, "P0503");
    }
    refused("persons", "9223372036854775808", "P0506");
}

#[test]
fn decimals_are_exact() {
    let decimal = |text: &str| Value::Decimal(text.parse().unwrap());
    check("share", "0.1", decimal("0.1"));
    check("share", "\"0.1\"", decimal("0.1"));
    check("share", "1234567890123456789012345678", decimal("1234567890123456789012345678"));
    check("share", "1e3", decimal("1000"));
    refused("share", "12345678901234567890123456789", "P0506");
    for given in [".inf", "NaN", "half", "true", "0x1F"] {
        refused("share", given, "P0503");
    }
}

#[test]
fn money_is_in_the_currency_of_the_fact() {
    let amount = |text: &str| Value::Decimal(text.parse().unwrap());
    check("turnover", "EUR 35000000.00", amount("35000000"));
    check("turnover", "EUR 35_000_000", amount("35000000"));
    check("turnover", "{ amount: \"0.10\", currency: EUR }", amount("0.1"));
    check("turnover", "{ amount: 12.50, currency: EUR }", amount("12.5"));
    check("turnover", "{ value: { amount: 1, currency: EUR }, because: the books }", amount("1"));
    for given in
        ["USD 5", "35000000", "EUR", "EUR much", "5 EUR", "{ amount: 5 }", "{ amount: 5, currency: USD }"]
    {
        refused("turnover", given, "P0503");
    }
    refused("turnover", "EUR 99999999999999999999999999999", "P0506");
    assert_eq!(
        bad("turnover: { amount: 5, currency: EUR, amont: 6, amount: 7 }"),
        ["P0502 /turnover/amont `amont`", "P0507 /turnover/amount `amount`"]
    );
}

#[test]
fn texts_have_numbers_and_equal_texts_the_same() {
    let case = good("{ name: known text, conduct: [{ id: a, part_of: b }, { id: b }] }");
    assert_eq!(case.fact("name"), Value::Text(0));
    assert_eq!(case.conduct(0, "part_of"), case.conduct(1, "id"));
    assert_ne!(case.conduct(0, "id"), case.conduct(1, "id"));
    assert_eq!(case.facts.texts, ["known text", "a", "b"]);
    refused("name", "5", "P0503");
}

#[test]
fn dates_are_days() {
    check("founded", "2024-02-29", Value::Day("2024-02-29".parse().unwrap()));
    for given in ["2026-02-29", "2026-2-9"] {
        refused("founded", given, "P0505");
    }
    for given in ["2026-12-02T08:40:00Z", "yesterday", "2026"] {
        refused("founded", given, "P0503");
    }
}

#[test]
fn datetimes_have_an_offset_or_are_any_time_of_a_day() {
    check("released", "2026-12-02T08:40:00Z", bounds("2026-12-02T08:40:00Z", "2026-12-02T08:40:00Z"));
    check("released", "2026-12-02", bounds("2026-12-01T23:00:00Z", "2026-12-02T22:59:59.999999Z"));
    check("released", "2030-01-01", bounds("2030-01-01", "2030-01-01"));
    refused("released", "2026-12-02T08:40:00", "P0505");
    refused("released", "true", "P0503");
}

#[test]
fn durations_are_iso_or_words() {
    let limited = |months, days, hours: i64| {
        Value::Duration(Duration::Limited { months, days, micros: hours * 3_600_000_000 })
    };
    check("sentence_maximum", "P1Y6M", limited(18, 0, 0));
    check("sentence_maximum", "24 hours", limited(0, 0, 24));
    check("sentence_maximum", "unlimited", Value::Duration(Duration::Unlimited));
    refused("sentence_maximum", "four years", "P0503");
    refused("sentence_maximum", "4", "P0503");
    refused("sentence_maximum", "P9999999999Y", "P0506");
}

#[test]
fn members_are_named() {
    check("result", "rejected", Value::Member(1));
    check("allowed_objectives", "[threat_to_life, abduction]", Value::Set(MemberSet(0b101)));
    check("allowed_objectives", "[]", Value::Set(MemberSet(0)));
    refused("result", "refused", "P0504");
    refused("result", "[granted]", "P0503");
    refused("allowed_objectives", "abduction", "P0503");
    assert_eq!(
        bad("allowed_objectives: [abducion, 5]"),
        ["P0504 /allowed_objectives/0 `abducion`", "P0503 /allowed_objectives/1 `5`"]
    );
}

#[test]
fn events_have_bounds() {
    let event = |given, expected| check("impact_assessment", given, expected);
    event("2026-12-02T08:40:00Z", bounds("2026-12-02T08:40:00Z", "2026-12-02T08:40:00Z"));
    event("2026-12-02", bounds("2026-12-02", "2026-12-02"));
    event("true", bounds("open", AS_OF));
    event("false", bounds(&format!("{AS_OF}+"), "never"));
    event("{ by: 2026-12-02 }", bounds("open", "2026-12-02"));
    event("{ not_by: 2026-12-02 }", bounds("2026-12-02+", "never"));
    event("{ not_by: 2027-12-02 }", bounds("2027-12-02+", "never"));
    event("{ by: 2027-12-02 }", bounds("open", "2027-12-02"));
    event("{ not_by: 2026-12-01, by: 2026-12-02 }", bounds("2026-12-01+", "2026-12-02"));
    event("{ not_by: 2026-12-02, by: 2026-12-02 }", bounds("2026-12-02+", "2026-12-02"));
    event("{ value: { by: 2026-12-02 }, because: the log }", bounds("open", "2026-12-02"));
    event("{ value: true, because: the log }", bounds("open", AS_OF));
    event("{ by: null }", Value::Unknown);
    event("null", Value::Unknown);
}

#[test]
fn events_that_cannot_be() {
    let refused = |given, code| refused("impact_assessment", given, code);
    refused("2026-12-04", "P0509");
    refused("2026-12-03T12:00:00.000001Z", "P0509");
    refused("{ not_by: 2026-12-04, by: 2026-12-05 }", "P0509");
    refused("{ not_by: 2026-12-02, by: 2026-12-01 }", "P0510");
    refused("{ not_by: 2026-12-02T08:40:00Z, by: 2026-12-02T08:40:00Z }", "P0510");
    refused("2026-02-30", "P0505");
    refused("soon", "P0503");
    refused("5", "P0503");
    refused("{}", "P0503");
    assert_eq!(
        bad("impact_assessment: { by: tomorow, not_by: 2026-12-01T08:40 }"),
        ["P0503 /impact_assessment/by `tomorow`", "P0505 /impact_assessment/not_by `2026-12-01T08:40`"]
    );
    assert_eq!(
        bad("impact_assessment: { by: 2026-12-01, because: x, by: 2026-12-02 }"),
        ["P0502 /impact_assessment/because `because`", "P0507 /impact_assessment/by `by`"]
    );
    // A day that has begun may hold the event.
    check("impact_assessment", "2026-12-03", bounds("2026-12-03", "2026-12-03"));
}

//! Packages that mean harm: deep, wide and circular. Nothing overflows the
//! stack of a main thread, hangs, or gives a message for each of a thousand
//! copies of one mistake.

use std::fmt::Write as _;

use problem::{Kind, SyntaxProblem};

use super::{MANIFEST, PRELUDE, check, check_files, kinds, many};

/// Runs with the stack that a main thread has.
fn on_a_main_stack(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(run).expect("starts");
    thread.join().expect("ends");
}

fn chain(count: usize, last: &str) -> String {
    let rest = many(count - 1, |at| format!("definition d{at} {{ means d{} }}", at + 1));
    format!("{rest}definition d{} {{ means {last} }}\n", count - 1)
}

#[test]
fn chains_of_definitions() {
    on_a_main_stack(|| {
        check(&chain(32, "given"), &[]);
        check(&chain(33, "given"), &[("P0412", "d0")]);
        check(&chain(10_000, "given"), &[("P0412", "d9967")]);
        check(&chain(10_000, "d0"), &[("P0207", "d0")]);
    });
}

#[test]
fn chains_of_exceptions() {
    on_a_main_stack(|| {
        let chain = |count: usize| {
            let norm = "prohibition e0 { basis article 5(1)(c) forbids use }\n";
            let exceptions = many(count, |at| {
                format!("exception e{} to e{at} {{ basis article 5(2) element given }}", at + 1)
            });
            format!("{norm}{exceptions}")
        };
        check(&chain(31), &[]);
        check(&chain(32), &[("P0412", "e0")]);
        check(&chain(10_000), &[("P0412", "e9968")]);
    });
}

#[test]
fn chains_through_issues_and_obligations() {
    on_a_main_stack(|| {
        let readings = |at: usize| {
            format!(
                "definition d{at} {{ means given }}\nissue i{at} on d{at} {{\n  \
                 reading a {{ basis article 5(1) status text keeps }}\n  \
                 reading b {{ basis article 5(1) status text widens with d{} }}\n}}",
                at + 1
            )
        };
        let last = "definition d1000 { means given }\n";
        check(&format!("{}{last}", many(1000, readings)), &[("P0412", "d984")]);
        let duties = many(1000, |at| {
            format!("obligation o{at} {{ basis article 5(4) must m = given provided that o{} }}", at + 1)
        });
        let last = "obligation o1000 { basis article 5(4) must m = given }\n";
        check(&format!("{duties}{last}"), &[("P0412", "o968")]);
    });
}

#[test]
fn chains_of_records() {
    on_a_main_stack(|| {
        let records = many(2_000, |at| format!("record R{at} {{ r : R{} }}", at + 1));
        check(&format!("{records}record R2000 {{ x : bool }}"), &[("P0412", "R1968")]);
    });
}

#[test]
fn deep_expressions_in_chains() {
    on_a_main_stack(|| {
        let nested = |inner: &str, depth: usize| {
            format!("{}{inner}{}", "not (given and ".repeat(depth), ")".repeat(depth))
        };
        let deep =
            many(30, |at| format!("definition d{at} {{ means {} }}", nested(&format!("d{}", at + 1), 60)));
        let norm = "prohibition p { basis article 5(1)(c) forbids use element d0 }";
        let kinds = kinds(&format!("{deep}definition d30 {{ means given }}\n{norm}"));
        assert_eq!(kinds, [Kind::Syntax(SyntaxProblem::TooDeep { limit: 512 })]);
    });
}

#[test]
fn long_rows() {
    on_a_main_stack(|| {
        let sum = |count| vec!["count_of_people"; count].join(" + ");
        check(&format!("definition d {{ means {} > 3 }}", sum(100)), &[]);
        check(&format!("definition d {{ means {} > 3 }}", sum(100_000)), &[("P0104", "+")]);
        let nested = (0..100).fold(sum(2), |inner, _| format!("({inner}) + {}", sum(50)));
        check(&format!("definition d {{ means {nested} > 3 }}"), &[("P0104", "+")]);
        let wide = vec!["given"; 20_000].join(" and ");
        check(&format!("definition d {{ means {wide} }}"), &[]);
    });
}

#[test]
fn deep_quantifiers() {
    let record = "record T { more : list of T  x : bool }\nfacts { tops : list of T }\n";
    let some = |count: usize| {
        let inner = (1..count).fold(String::new(), |mut text, at| {
            let _ = write!(text, "some t{at} in t{}.more : ", at - 1);
            text
        });
        format!(
            "{record}definition d {{ means some t0 in tops : {inner}t{}.x }}\nconditions c {{ element d }}\n{NORM}",
            count - 1
        )
    };
    const NORM: &str = "prohibition p { basis article 5(1)(c) forbids use element d }";
    check(&some(12), &[]);
    let (code, text) = ("P0104", "some t12 in t11.more : t12.x");
    check(&some(13), &[(code, text)]);
}

#[test]
fn everything_in_circles() {
    on_a_main_stack(|| {
        let all = (0..300).map(|at| format!("d{at}")).collect::<Vec<_>>().join(" or ");
        check(&many(300, |at| format!("definition d{at} {{ means {all} }}")), &[("P0207", "d0")]);
        let path = vec!["r"; 20_000].join(".");
        let policy = format!("record R {{ r : R }}\nfacts {{ r : R }}\ndefinition d {{ means {path} }}");
        check(&policy, &[("P0207", "R")]);
    });
}

#[test]
fn long_names() {
    let name = "x".repeat(1_000_000);
    check(&format!("definition d {{ means {name} }}"), &[("P0201", &name)]);
}

#[test]
fn many_mistakes_of_one_kind() {
    let policy = many(2_000, |at| format!("conditions c{at} {{ element unknown_{at} }}"));
    let expected: Vec<String> = (0..2_000).map(|at| format!("unknown_{at}")).collect();
    let expected: Vec<(&str, &str)> = expected.iter().map(|name| ("P0201", name.as_str())).collect();
    check(&policy, &expected);
}

#[test]
fn many_versions() {
    let policy =
        many(3_000, |_| "prohibition p { basis article 5(1) forbids use applies from 2026-01-01 }".into());
    check(&policy, &vec![("P0404", "p"); 2_999]);
}

#[test]
fn many_norms_with_many_gates() {
    let norms =
        many(300, |at| format!("prohibition p{at} {{ basis article 5(1)(c) forbids use element given }}"));
    let gates =
        many(300, |at| format!("exclusion x{at} for article 5 {{ basis article 2(3) element weighed }}"));
    check(&format!("{norms}{gates}"), &[]);
}

#[test]
fn dates_at_the_ends_of_the_calendar() {
    let norm =
        "prohibition p { basis article 5(1) applies from 2025-02-02 applies until 9999-12-31 forbids use }\n";
    check(norm, &[]);
    let used = "definition d { applies from 0001-01-01 applies until 9999-12-31 means given }\n";
    check(&format!("{used}{}", norm.replace("forbids use", "forbids use element d")), &[]);
    check(&format!("{used}constraint c {{ applies from 2026-01-01 always d }}"), &[]);
}

#[test]
fn a_manifest_of_nothing() {
    check_files(&[("p/policy.toml", ""), ("p/a.pol", PRELUDE)], &[("P0522", "")]);
    let languages = MANIFEST.replace("source", "languages = [\"en\", \"en\", \"xx\"]\nsource");
    check_files(
        &[("p/policy.toml", &languages), ("p/a.pol", PRELUDE)],
        &[("P0522", "\"en\""), ("P0522", "\"xx\"")],
    );
}

#[test]
fn definitions_that_each_use_the_next_one_twice() {
    let chain = many(25, |at| format!("definition d{at} {{ means d{0} or (given and not d{0}) }}", at + 1));
    let norm = "prohibition p { basis article 5(1)(c) forbids use element d0 }\n";
    check(&format!("{chain}definition d25 {{ means given }}\n{norm}"), &[("P0416", "p")]);
}

//! One case run: the policy compiled, the facts decided, the difference told.

use std::path::Path;

use crate::answer::{Flags, answer};
use crate::case::{Case, Expected};
use crate::markdown::{Fence, sections};
use crate::package::Package;
use crate::{expect, markdown};

/// Runs a case.
///
/// # Errors
/// What is not as expected.
pub fn case(case: &Case) -> Result<(), String> {
    let package = Package::compile(&case.setting.policy);
    match &case.expected {
        Expected::Compiles => compiles(&package).map(|_| ()),
        Expected::Problems(fence) => {
            let found: Vec<String> = package.problems.iter().map(|it| package.describe(it)).collect();
            same_problems(fence, &found)
        }
        Expected::FactsProblems(fence) => {
            let program = compiles(&package)?;
            let problems = match answer(program, &case.setting.facts, &Flags::default()) {
                Ok((_, warnings)) => warnings,
                Err(problems) => problems,
            };
            let found: Vec<String> =
                problems.iter().map(|it| package.describe_in(it, &case.setting.facts)).collect();
            same_problems(fence, &found)
        }
        Expected::Outcomes(fence) => outcomes(case, fence, &package),
    }
}

fn outcomes(case: &Case, fence: &Fence, package: &Package) -> Result<(), String> {
    let program = compiles(package)?;
    let flags = expect::flags(fence)?;
    let (answer, _) = answer(program, &case.setting.facts, &flags).map_err(|problems| {
        let lines: Vec<String> =
            problems.iter().map(|it| package.describe_in(it, &case.setting.facts)).collect();
        format!("the facts have problems:\n{}", lines.join("\n"))
    })?;
    let wrong = expect::compare(&fence.text, &answer);
    let told: Vec<String> =
        wrong.iter().map(|(line, problem)| format!("line {}: {problem}", fence.line + line)).collect();
    if told.is_empty() { Ok(()) } else { Err(told.join("\n")) }
}

/// The program of a package without errors.
fn compiles(package: &Package) -> Result<&ir::Program, String> {
    let errors = package.errors();
    match &package.program {
        Some(program) if errors.is_empty() => Ok(program),
        Some(_) | None => Err(format!("the policy has errors:\n{}", errors.join("\n"))),
    }
}

/// Compares problems line by line. An expected line may leave its title out.
fn same_problems(fence: &Fence, found: &[String]) -> Result<(), String> {
    let expected: Vec<&str> = fence.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is = |expected: &str, found: &str| {
        found == expected || found.strip_prefix(expected).is_some_and(|title| title.starts_with(' '))
    };
    let all = expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| is(expected, found));
    if all {
        return Ok(());
    }
    let shown = if found.is_empty() { "no problems".to_owned() } else { found.join("\n") };
    Err(format!("expected:\n{}\nfound:\n{shown}", expected.join("\n")))
}

/// The page of the tour shows `tour.pol` to the letter.
///
/// # Errors
/// If it does not.
pub fn tour(folder: &Path) -> Result<(), String> {
    let read =
        |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let sections: Vec<markdown::Section> =
        sections(&read("tour.md")?).map_err(|line| format!("tour.md:{line}: never closed"))?;
    let policy = sections.iter().flat_map(|section| &section.fences).find(|fence| fence.language == "policy");
    match policy {
        Some(fence) if fence.text == read("tour.pol")? => Ok(()),
        Some(fence) => Err(format!("tour.md:{}: this is not what tour.pol says", fence.line)),
        None => Err("tour.md shows no policy".to_owned()),
    }
}

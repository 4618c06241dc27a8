//! Lines of ` ```outcome ` fences compared with an answer.

use facts::GivenTime;
use ir::{Bounds, Day, Zone};

use crate::answer::{Answer, Case, Flags, Norm};
use crate::markdown::Fence;

/// The flags that the words behind ` ```outcome ` give.
///
/// # Errors
/// The word that is not one.
pub fn flags(fence: &Fence) -> Result<Flags, String> {
    let mut flags = Flags::default();
    for word in &fence.words {
        let wrong = || format!("`{word}` is not a flag");
        match word.split_once('=') {
            Some(("as_of", time)) => flags.as_of = Some(time.parse().map_err(|_| wrong())?),
            Some(("profile", name)) => flags.profile = Some(name.to_owned()),
            Some(("reading", pick)) => {
                let (issue, reading) = pick.split_once('=').ok_or_else(wrong)?;
                flags.readings.push((issue.to_owned(), reading.to_owned()));
            }
            Some(_) => return Err(wrong()),
            None if word == "no_assumptions" => flags.no_assumptions = true,
            None => return Err(wrong()),
        }
    }
    Ok(flags)
}

/// What of a fence does not hold: the line's place in the fence from 1, and
/// what is wrong.
pub fn compare(text: &str, answer: &Answer) -> Vec<(usize, String)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let wrong = lines.filter_map(|(at, line)| {
        let problem = check(line.trim(), answer).err()?;
        Some((at + 1, format!("{}\n    {problem}", line.trim())))
    });
    wrong.collect()
}

/// What a line is about.
struct Subject<'a> {
    norm: &'a str,
    part: Option<&'a str>,
    conduct: Option<&'a str>,
    day: Option<Day>,
}

fn check(line: &str, answer: &Answer) -> Result<(), String> {
    if let Some((norm, count)) = line.split_once(" has ") {
        return check_count(find(norm.trim(), answer)?, count);
    }
    let (subject, expected) = line.split_once(": ").ok_or("this is not `NORM: OUTCOME`")?;
    let subject = read_subject(subject)?;
    let norm = find(subject.norm, answer)?;
    let (status, clauses) = read_expected(expected)?;
    let cases: Vec<&Case> = norm.cases.iter().filter(|case| concerns(case, &subject)).collect();
    let check_case = |case: &Case| -> Result<(), String> {
        let found = match subject.part {
            None => case.status,
            Some(part) => status_of(case, part).ok_or_else(|| format!("there is no `{part}`"))?,
        };
        if found != status {
            return Err(format!("it is {found}"));
        }
        clauses
            .iter()
            .try_for_each(|clause| check_clause(clause, subject.part, status, case, norm, &answer.zone))
    };
    let result = if subject.conduct.is_none() && subject.day.is_none() && subject.part.is_none() {
        whole_norm(norm, status, clauses.is_empty(), &cases, &check_case)
    } else {
        match cases.as_slice() {
            [case] => check_case(case),
            [] => Err("there is no such case".to_owned()),
            _ => Err("there are several cases: say which with `at` and `on`".to_owned()),
        }
    };
    result.map_err(|problem| format!("{problem}\n{}", norm.show(&answer.zone)))
}

/// Without a conduct a line is about the norm; what follows the outcome must
/// hold of one of the cases that give it.
fn whole_norm(
    norm: &Norm,
    status: &str,
    bare: bool,
    cases: &[&Case],
    check_case: &dyn Fn(&Case) -> Result<(), String>,
) -> Result<(), String> {
    if norm.status != status {
        return Err(format!("it is {}", norm.status));
    }
    if bare {
        return Ok(());
    }
    let mut problem = "there is no case".to_owned();
    for case in cases {
        match check_case(case) {
            Ok(()) => return Ok(()),
            Err(found) => problem = found,
        }
    }
    Err(problem)
}

fn check_count(norm: &Norm, count: &str) -> Result<(), String> {
    let wanted = count.split_whitespace().next().and_then(|word| word.parse::<usize>().ok());
    match wanted {
        Some(wanted) if wanted == norm.cases.len() => Ok(()),
        Some(_) => Err(format!("it has {}", norm.cases.len())),
        None => Err("this is not `NORM has N cases`".to_owned()),
    }
}

fn find<'a>(name: &str, answer: &'a Answer) -> Result<&'a Norm, String> {
    answer.norms.iter().find(|norm| norm.name == name).ok_or_else(|| format!("there is no norm `{name}`"))
}

fn read_subject(text: &str) -> Result<Subject<'_>, String> {
    let (rest, day) = match text.split_once(" on ") {
        Some((rest, day)) => (rest, Some(day.trim().parse().map_err(|_| format!("`{day}` is not a day"))?)),
        None => (text, None),
    };
    let (name, conduct) = match rest.split_once(" at ") {
        Some((name, conduct)) => (name, Some(conduct.trim())),
        None => (rest, None),
    };
    let (norm, part) = match name.trim().split_once('.') {
        Some((norm, part)) => (norm, Some(part)),
        None => (name.trim(), None),
    };
    Ok(Subject { norm, part, conduct, day })
}

fn concerns(case: &Case, subject: &Subject<'_>) -> bool {
    subject.conduct.is_none_or(|conduct| case.conduct == conduct)
        && subject.day.is_none_or(|day| case.law.contains(day))
}

fn status_of(case: &Case, part: &str) -> Option<&'static str> {
    let must = case.musts.get(part).map(|must| must.status);
    must.or_else(|| case.parts.get(part).copied())
}

/// Words that begin what follows an outcome.
const CLAUSES: &[&str] = &[
    "because",
    "by",
    "needs only",
    "needs",
    "since",
    "due",
    "no limit",
    "with",
    "without sanction",
    "argued for by",
    "argued against by",
    "not argued",
    "assumed",
    "nothing assumed",
    "noted",
    "not noted",
    "inexact",
    "exact",
    "immaterial",
];

type Clause<'a> = (&'static str, Vec<&'a str>);

/// `prohibited because a, b; needs c` as the outcome and what follows it.
fn read_expected(text: &str) -> Result<(&str, Vec<Clause<'_>>), String> {
    let text = text.trim();
    let (status, rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut clauses = Vec::new();
    for clause in rest.split(';').map(str::trim).filter(|clause| !clause.is_empty()) {
        let begins = |word: &&&str| {
            clause.strip_prefix(**word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let word = CLAUSES.iter().find(begins).ok_or_else(|| format!("`{clause}` is no clause"))?;
        let names = clause[word.len()..].split(',').map(str::trim).filter(|name| !name.is_empty());
        clauses.push((*word, names.collect()));
    }
    Ok((status.trim_end_matches(';'), clauses))
}

fn check_clause(
    (word, names): &Clause<'_>,
    part: Option<&str>,
    status: &str,
    case: &Case,
    norm: &Norm,
    zone: &Zone,
) -> Result<(), String> {
    let must = part.and_then(|part| case.musts.get(part));
    let needs = must.map_or(&case.needs, |must| &must.needs);
    let holds = match *word {
        "because" => names.iter().all(|name| is_reason(name, status, case)),
        "by" => {
            let stopped = case.stopped_by.iter().map(String::as_str);
            let mut found: Vec<&str> = case.excepted_by.iter().map(String::as_str).chain(stopped).collect();
            found.sort_unstable();
            same(names, &found)
        }
        "needs only" => {
            let mut found: Vec<&str> = needs.iter().map(String::as_str).collect();
            found.sort_unstable();
            same(names, &found)
        }
        "needs" => names.iter().all(|name| needs.iter().any(|need| need == name)),
        "since" => is_at(case.since, names, zone)?,
        "due" => is_at(must.and_then(|must| must.due), names, zone)?,
        "no limit" => must.is_some_and(|must| must.no_limit),
        "with" => names.iter().all(|name| {
            let (name, text) = name.split_once(' ').unwrap_or((name, ""));
            case.sanctions.iter().any(|(sanction, found)| sanction == name && found == text.trim())
        }),
        "without sanction" => case.sanctions.is_empty(),
        "argued for by" => names.iter().all(|name| is_argued("for", name, case)),
        "argued against by" => names.iter().all(|name| is_argued("against", name, case)),
        "not argued" => case.arguments.is_empty(),
        "assumed" => names.iter().all(|name| case.assumed.iter().any(|fact| fact == name)),
        "nothing assumed" => case.assumed.is_empty(),
        "noted" => names.iter().all(|name| norm.notes.iter().any(|note| note == name)),
        "not noted" => names.iter().all(|name| norm.notes.iter().all(|note| note != name)),
        "exact" => case.exact,
        "inexact" => !case.exact,
        "immaterial" => names.iter().all(|name| case.immaterial.iter().any(|part| part == name)),
        _ => false,
    };
    if holds { Ok(()) } else { Err(format!("`{word} {}` does not hold", names.join(", "))) }
}

/// Whether what is named makes the outcome: an element that is met makes a
/// prohibition, one that is not met takes it away.
fn is_reason(name: &str, status: &str, case: &Case) -> bool {
    if case.stopped_by.as_deref() == Some(name) {
        return true;
    }
    let wanted = match status {
        "prohibited" | "excepted" | "met" | "out_of_scope" | "violated" => "met",
        "undetermined" | "unknown" => "unknown",
        _ => "not_met",
    };
    status_of(case, name) == Some(wanted)
}

/// `rule`, which holds, or `rule unknown`.
fn is_argued(direction: &str, name: &str, case: &Case) -> bool {
    let (name, status) = name.split_once(' ').unwrap_or((name, "met"));
    case.arguments.iter().any(|(way, rule, found)| *way == direction && rule == name && *found == status)
}

fn same(expected: &[&str], sorted: &[&str]) -> bool {
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    expected == sorted
}

/// Whether bounds are the moment that is named: of a day, both of its ends.
fn is_at(found: Option<Bounds>, names: &[&str], zone: &Zone) -> Result<bool, String> {
    let [text] = names else { return Err("one moment is wanted".to_owned()) };
    if *text == "unknown" {
        return Ok(found.is_none());
    }
    let Some(found) = found else { return Ok(false) };
    match text.split_once(" to ") {
        Some((first, last)) => {
            let bounds = (moment(first, zone)?.earliest, moment(last, zone)?.latest);
            Ok(bounds == (seconds(found.earliest), seconds(found.latest)))
        }
        None => {
            let wanted = moment(text, zone)?;
            Ok((wanted.earliest, wanted.latest) == (seconds(found.earliest), seconds(found.latest)))
        }
    }
}

/// A moment in whole seconds, as suites write it.
fn moment(text: &str, zone: &Zone) -> Result<Bounds, String> {
    let given: GivenTime = text.trim().parse().map_err(|_| format!("`{text}` is not a time"))?;
    let Bounds { earliest, latest } = given.bounds(zone);
    Ok(Bounds { earliest: seconds(earliest), latest: seconds(latest) })
}

fn seconds(instant: ir::Instant) -> ir::Instant {
    instant.div_euclid(1_000_000)
}

impl Norm {
    /// All its cases, as a failure shows them.
    pub fn show(&self, zone: &Zone) -> String {
        let mut text = format!("    {}: {} (notes: {})", self.name, self.status, self.notes.join(", "));
        for case in &self.cases {
            let day = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
            let law = format!("{}–{}", day(case.law.from), day(case.law.until));
            let parts: Vec<String> =
                case.parts.iter().map(|(name, status)| format!("{name}={status}")).collect();
            text += &format!("\n      at {} under {law}: {}; {}", case.conduct, case.status, parts.join(" "));
            let mut tell = |what: &str, found: String| {
                if !found.is_empty() {
                    text += &format!("\n        {what} {found}");
                }
            };
            tell(
                "by",
                case.excepted_by.iter().chain(&case.stopped_by).cloned().collect::<Vec<_>>().join(", "),
            );
            tell("needs", case.needs.join(", "));
            tell("assumed", case.assumed.join(", "));
            tell("immaterial", case.immaterial.join(", "));
            tell("since", show_bounds(case.since, zone));
            tell(
                "argued",
                case.arguments.iter().map(|(way, rule, is)| format!("{way} {rule} {is}")).collect(),
            );
            tell("with", case.sanctions.iter().map(|(name, cap)| format!("{name} {cap} ")).collect());
            for (name, must) in &case.musts {
                let (due, needs) = (show_bounds(must.due, zone), must.needs.join(", "));
                let limit = if must.no_limit { "no limit" } else { "" };
                tell(name, format!("{} {limit} due {due} needs {needs}", must.status));
            }
            if !case.exact {
                tell("inexact", " ".to_owned());
            }
        }
        text
    }
}

fn show_bounds(bounds: Option<Bounds>, zone: &Zone) -> String {
    bounds.map_or_else(String::new, |Bounds { earliest, latest }| {
        format!("{} to {}", zone.format(earliest), zone.format(latest))
    })
}

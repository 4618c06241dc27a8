//! Programs, facts and settings as short text, for reports of differences.

use std::fmt::Write as _;

use ir::*;

/// A formula or term: `all(b0, not some(l0: f2.rb0))`.
pub fn node(program: &Program, id: NodeId) -> String {
    let one = |id| node(program, id);
    let several = |list| program.nodes.list(list).iter().map(|&id| one(id)).collect::<Vec<_>>().join(", ");
    let slot = |slot: SlotRef| {
        format!("{}.{}", ["system", "conduct", "r2", "r3", "r4", "r5"][usize::from(slot.frame)], slot.slot)
    };
    match program.nodes.node(id) {
        Node::Known(holds) => holds.to_string(),
        Node::Test(at) | Node::Read(at) => slot(at),
        Node::Not(inner) => format!("not {}", one(inner)),
        Node::All(list) => format!("all({})", several(list)),
        Node::Any(list) => format!("any({})", several(list)),
        Node::Compare(op, left, right) => format!("({} {op:?} {})", one(left), one(right)),
        Node::OneOf(member, set) => format!("({} in {:b})", one(member), set.0),
        Node::In(member, set) => format!("({} in {})", one(member), one(set)),
        Node::Happened(event) => format!("happened({})", one(event)),
        Node::Some { list, frame, body } => format!("some(r{frame} in {}: {})", one(list), one(body)),
        Node::Every { list, frame, body } => format!("every(r{frame} in {}: {})", one(list), one(body)),
        Node::Kept(obligation) => format!("kept(duty{})", obligation.0),
        Node::Choose(issue, list) => format!("issue{}({})", issue.0, several(list)),
        Node::Literal(literal) => value(program.nodes.literal(literal)),
        Node::Arithmetic(op, left, right) => format!("({} {op:?} {})", one(left), one(right)),
        Node::Count { list, frame, filter } => format!("count(r{frame} in {}: {})", one(list), one(filter)),
        Node::Earliest { list, frame, event, filter } => {
            format!("earliest({} for r{frame} in {}: {})", one(event), one(list), one(filter))
        }
        Node::Latest { list, frame, event, filter } => {
            format!("latest({} for r{frame} in {}: {})", one(event), one(list), one(filter))
        }
        Node::Highest(list) => format!("highest({})", several(list)),
        Node::Lowest(list) => format!("lowest({})", several(list)),
        Node::Case(list) => format!("case({})", several(list)),
    }
}

fn instant(at: Instant) -> String {
    match at {
        Bounds::OPEN => "open".into(),
        Bounds::NEVER => "never".into(),
        _ => format!("{}+{}us", Zone::UTC.format(at), at.rem_euclid(1_000_000)),
    }
}

pub fn bounds(bounds: Bounds) -> String {
    match bounds.earliest == bounds.latest {
        true => instant(bounds.earliest),
        false => format!("[{} .. {}]", instant(bounds.earliest), instant(bounds.latest)),
    }
}

fn value(value: Value) -> String {
    match value {
        Value::Time(time) => bounds(time),
        Value::Day(day) => day.to_string(),
        Value::Duration(Duration::Limited { months, days, micros }) => {
            format!("{months}m {days}d {}h", micros as f64 / 3.6e9)
        }
        other => format!("{other:?}"),
    }
}

fn exception(program: &Program, rule: &Exception, indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    let _ = writeln!(out, "{pad}{} only_under {:?}", rule.name, rule.only_under);
    elements(program, &rule.elements, indent + 2, out);
    if let Some(extent) = rule.in_so_far_as {
        let _ = writeln!(out, "{pad}  in so far as {}", node(program, extent));
    }
    for group in &rule.conditions {
        let _ = writeln!(out, "{pad}  conditions only_under {:?}", group.only_under);
        elements(program, &group.elements, indent + 4, out);
    }
    for inner in &rule.exceptions {
        let _ = writeln!(out, "{pad}  unless");
        exception(program, inner, indent + 4, out);
    }
}

fn elements(program: &Program, elements: &[Element], indent: usize, out: &mut String) {
    for element in elements {
        let kinds = element.kinds.map(|kinds| format!(" on {:b}", kinds.0)).unwrap_or_default();
        let _ = writeln!(
            out,
            "{}{}{kinds} = {}",
            " ".repeat(indent),
            element.name,
            node(program, element.formula)
        );
    }
}

fn gates(program: &Program, gates: &[Gate], out: &mut String) {
    for gate in gates {
        let _ = writeln!(out, "    {:?}", gate.kind);
        exception(program, &gate.rule, 6, out);
    }
}

fn period(period: Period) -> String {
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    format!("{}..{}", day(period.from), day(period.until))
}

/// A whole program.
pub fn program(program: &Program) -> String {
    let mut out = format!("zone {} holidays {:?}\n", program.policy.time_zone, program.policy.holidays);
    for (layout, at) in program.schema.layouts.iter().zip(0..) {
        let names: Vec<String> =
            layout.fields.iter().zip(0..).map(|(field, at)| format!("{at}:{}", field.path)).collect();
        let _ = writeln!(out, "layout {at} {}: {}", layout.name, names.join(" "));
    }
    for norm in &program.prohibitions {
        let _ = writeln!(out, "prohibition {} {:?}", norm.name, norm.subject);
        for version in &norm.versions.0 {
            let _ = writeln!(out, "  {} {:?}", period(version.period), version.state);
            let Some(body) = &version.body else { continue };
            gates(program, &body.gates, &mut out);
            elements(program, &body.elements, 4, &mut out);
            for rule in &body.exceptions {
                exception(program, rule, 4, &mut out);
            }
        }
    }
    for norm in &program.obligations {
        let _ = writeln!(out, "obligation {} {:?}", norm.name, norm.subject);
        for version in &norm.versions.0 {
            let _ = writeln!(out, "  {} {:?}", period(version.period), version.state);
            let Some(duty) = &version.body else { continue };
            gates(program, &duty.gates, &mut out);
            let _ = writeln!(out, "    trigger {}", node(program, duty.trigger));
            for rule in &duty.exceptions {
                exception(program, rule, 4, &mut out);
            }
            for must in &duty.musts {
                let _ = writeln!(
                    out,
                    "    must{} issue {:?}",
                    if must.negative { " not" } else { "" },
                    must.issue
                );
                for variant in &must.variants {
                    let (Action::Condition(action) | Action::Event(action)) = variant.action;
                    let standard = variant.standard.map(|standard| standard.judgement);
                    let limit = variant.limit.map(|limit| {
                        let length = limit.duration.map(|length| value(Value::Duration(length)));
                        format!("{length:?} after {}", node(program, limit.from))
                    });
                    let (action, yearly) = (node(program, action), variant.each_year);
                    let _ = writeln!(
                        out,
                        "      {action} each year {yearly} standard {standard:?} limit {limit:?}"
                    );
                }
            }
        }
    }
    out
}

/// Facts and settings.
pub fn facts(program: &Program, facts: &Facts, settings: &Settings) -> String {
    let mut out = format!(
        "as_of {} picks {:?}\n",
        instant(settings.as_of.instant),
        settings.picks.iter().map(|pick| pick.map(|pick| pick.reading)).collect::<Vec<_>>()
    );
    row(program, facts, Facts::SYSTEM, LayoutId::FACTS, "system", &mut out);
    let _ = writeln!(out, "conduct {:?}", facts.completeness);
    for (at, &begin) in facts.conduct.iter().enumerate() {
        row(program, facts, begin, LayoutId::CONDUCT, &format!("conduct[{at}]"), &mut out);
    }
    out
}

fn row(program: &Program, facts: &Facts, begin: u32, layout: LayoutId, path: &str, out: &mut String) {
    for (slot, field) in program.schema.layout(layout).fields.iter().enumerate() {
        let held = facts.values[begin as usize + slot];
        if held.is_unknown() {
            continue;
        }
        let _ = writeln!(out, "{path}.{} = {}", field.path, value(held));
        if let (Value::List(list), Type::List(layout)) = (held, &field.ty) {
            for index in 0..list.len {
                let inner = facts.rows[(list.start + index) as usize];
                row(program, facts, inner, *layout, &format!("{path}.{}[{index}]", field.path), out);
            }
        }
    }
}

//! Parts of norms, with nothing in them but what a test needs.

use ir::{
    Action, Duration, Duty, Element, Exception, Limit, Localised, MemberSet, Must, MustVariant, NodeId,
    Period, Prohibits, RestsOn, SlotRef, Standard, StandardKind, State, Version,
};

use super::{day, span};

pub fn version<B>(from: Option<&str>, until: Option<&str>, state: State, body: Option<B>) -> Version<B> {
    Version {
        period: Period { from: from.map(day), until: until.map(day) },
        state,
        label: Localised::default(),
        basis: Vec::new(),
        recitals: Vec::new(),
        body,
        span: span(),
    }
}

pub fn element(name: &str, holds: NodeId) -> Element {
    Element {
        name: name.to_owned(),
        kinds: None,
        basis: Vec::new(),
        formula: holds,
        holds,
        points: Vec::new(),
        rests_on: RestsOn::default(),
        span: span(),
    }
}

pub fn exception(name: &str, holds: NodeId) -> Exception {
    Exception {
        name: name.to_owned(),
        label: Localised::default(),
        basis: Vec::new(),
        recitals: Vec::new(),
        only_under: None,
        elements: Vec::new(),
        in_so_far_as: None,
        conditions: Vec::new(),
        provided_that: Vec::new(),
        exceptions: Vec::new(),
        holds,
        span: span(),
    }
}

pub fn prohibits(elements: Vec<Element>, exceptions: Vec<Exception>) -> Prohibits {
    Prohibits {
        gates: Vec::new(),
        elements,
        exceptions,
        arguments: Vec::new(),
        sanctions: Vec::new(),
        correlated: Vec::new(),
        correlated_issues: Vec::new(),
        opaque: Vec::new(),
    }
}

pub fn duty(trigger: NodeId, musts: Vec<Must>) -> Duty {
    Duty {
        gates: Vec::new(),
        addressed_to: MemberSet::default(),
        trigger,
        when: trigger,
        exceptions: Vec::new(),
        arguments: Vec::new(),
        musts,
        sanctions: Vec::new(),
        correlated: Vec::new(),
        correlated_issues: Vec::new(),
        opaque: Vec::new(),
    }
}

pub fn must(name: &str, action: Action) -> Must {
    Must {
        name: name.to_owned(),
        label: Localised::default(),
        basis: Vec::new(),
        negative: false,
        issue: None,
        variants: vec![MustVariant { action, standard: None, limit: None, each_year: false }],
        rests_on: RestsOn::default(),
        span: span(),
    }
}

/// A `must` that is an event, to be without undue delay and at the latest a
/// duration after a time.
pub fn timely(
    name: &str,
    event: NodeId,
    in_time: Option<SlotRef>,
    limit: Option<(Duration, NodeId)>,
) -> Must {
    let mut must = must(name, Action::Event(event));
    for variant in &mut must.variants {
        variant.standard =
            in_time.map(|judgement| Standard { kind: StandardKind::WithoutUndueDelay, judgement });
        variant.limit = limit.map(|(duration, from)| Limit { duration: Some(duration), from });
    }
    must
}

//! What the formulas of a program can reach: the slots that each norm and each
//! constraint reads, and the duties that exceptions depend on. Prepared once;
//! facts play no part in it.

use ir::{
    Action, Conduct, Duty, Element, Exception, Gate, Node, NodeId, ObligationId, Program, Prohibits, SlotRef,
};

/// The slots of the system and of conduct that constraints share with norms.
#[derive(Clone, Debug)]
pub(crate) struct Reads {
    /// By prohibition and version.
    prohibitions: Vec<Vec<Vec<Shared>>>,
    /// By obligation and version.
    obligations: Vec<Vec<Vec<Shared>>>,
}

/// A slot that a constraint and a norm both read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    /// The constraint's place.
    pub(crate) constraint: u16,
    /// The slot.
    pub(crate) slot: SlotRef,
}

impl Reads {
    /// Those of a program.
    pub(crate) fn new(program: &Program) -> Reads {
        let constraints: Vec<Vec<SlotRef>> = program
            .constraints
            .iter()
            .map(|constraint| {
                let mut reach = Reach::new(program);
                reach.visit(constraint.formula);
                reach.rows_of_case()
            })
            .collect();
        let shared = |reach: Reach| {
            let slots = reach.rows_of_case();
            let of_one = |(number, theirs): (usize, &Vec<SlotRef>)| {
                let both = theirs.iter().filter(|slot| slots.binary_search(slot).is_ok());
                both.map(|&slot| Shared { constraint: number as u16, slot }).collect::<Vec<_>>()
            };
            constraints.iter().enumerate().flat_map(of_one).collect::<Vec<_>>()
        };
        // Until when conduct goes on decides which cases it has.
        let until = SlotRef { frame: 1, slot: Conduct::UNTIL };
        let prohibition = |body: &Prohibits| {
            let mut reach = Reach::new(program);
            reach.slots.push(until);
            reach.visit_prohibits(body);
            shared(reach)
        };
        let obligation = |body: &Duty| {
            let mut reach = Reach::new(program);
            reach.slots.push(until);
            reach.visit_duty(body);
            shared(reach)
        };
        Reads {
            prohibitions: (program.prohibitions.iter())
                .map(|norm| of_versions(&norm.versions, prohibition))
                .collect(),
            obligations: (program.obligations.iter())
                .map(|norm| of_versions(&norm.versions, obligation))
                .collect(),
        }
    }

    /// What constraints share with a version of a prohibition.
    pub(crate) fn of_prohibition(&self, number: usize, version: u16) -> &[Shared] {
        of(&self.prohibitions, number, version)
    }

    /// What constraints share with a version of an obligation.
    pub(crate) fn of_obligation(&self, number: usize, version: u16) -> &[Shared] {
        of(&self.obligations, number, version)
    }
}

fn of_versions<B>(versions: &ir::Versions<B>, reads: impl Fn(&B) -> Vec<Shared>) -> Vec<Vec<Shared>> {
    versions.0.iter().map(|version| version.body.as_ref().map(&reads).unwrap_or_default()).collect()
}

fn of(norms: &[Vec<Vec<Shared>>], number: usize, version: u16) -> &[Shared] {
    let version = norms.get(number).and_then(|versions| versions.get(usize::from(version)));
    version.map_or(&[], Vec::as_slice)
}

/// The duties that formulas ask about themselves, each once, in the order of
/// the program.
pub(crate) fn duties_in(program: &Program, roots: impl Iterator<Item = NodeId>) -> Vec<ObligationId> {
    let mut reach = Reach { into_duties: false, ..Reach::new(program) };
    roots.for_each(|root| reach.visit(root));
    reach.duties.sort_unstable();
    reach.duties
}

/// What can be reached from some nodes.
struct Reach<'a> {
    program: &'a Program,
    seen: Vec<bool>,
    /// Whether what a duty reads counts too.
    into_duties: bool,
    slots: Vec<SlotRef>,
    duties: Vec<ObligationId>,
}

impl<'a> Reach<'a> {
    fn new(program: &'a Program) -> Reach<'a> {
        let seen = vec![false; program.nodes.table.len()];
        Reach { program, seen, into_duties: true, slots: Vec::new(), duties: Vec::new() }
    }

    /// The slots in the rows of the system and of the conduct, sorted.
    fn rows_of_case(mut self) -> Vec<SlotRef> {
        self.slots.retain(|slot| slot.frame < 2);
        self.slots.sort_unstable();
        self.slots.dedup();
        self.slots
    }

    fn visit(&mut self, id: NodeId) {
        match self.seen.get_mut(id.0 as usize) {
            None | Some(true) => return,
            Some(seen) => *seen = true,
        }
        let node = self.program.nodes.node(id);
        if let Node::Test(slot) | Node::Read(slot) = node {
            self.slots.push(slot);
        }
        if let Node::Kept(obligation) = node
            && !self.duties.contains(&obligation)
        {
            self.duties.push(obligation);
            if self.into_duties
                && let Some(obligation) = self.program.obligations.get(usize::from(obligation.0))
            {
                let bodies = obligation.versions.0.iter().filter_map(|version| version.body.as_ref());
                bodies.for_each(|duty| self.visit_duty(duty));
            }
        }
        for child in self.program.nodes.children_of(id) {
            self.visit(child);
        }
    }

    fn visit_prohibits(&mut self, body: &Prohibits) {
        self.visit_gates(&body.gates);
        self.visit_elements(&body.elements);
        self.visit_exceptions(&body.exceptions);
    }

    fn visit_duty(&mut self, duty: &Duty) {
        self.visit_gates(&duty.gates);
        self.visit(duty.trigger);
        self.visit_exceptions(&duty.exceptions);
        for variant in duty.musts.iter().flat_map(|must| &must.variants) {
            match variant.action {
                Action::Condition(node) | Action::Event(node) => self.visit(node),
            }
            if let Some(limit) = variant.limit {
                self.visit(limit.from);
            }
            if let Some(standard) = variant.standard {
                self.slots.push(standard.judgement);
            }
            if variant.each_year {
                self.slots.push(SlotRef { frame: 1, slot: Conduct::FROM });
            }
        }
    }

    fn visit_gates(&mut self, gates: &[Gate]) {
        gates.iter().for_each(|gate| self.visit(gate.rule.holds));
    }

    fn visit_elements(&mut self, elements: &[Element]) {
        elements.iter().for_each(|element| self.visit(element.holds));
    }

    fn visit_exceptions(&mut self, exceptions: &[Exception]) {
        exceptions.iter().for_each(|exception| self.visit(exception.holds));
    }
}

//! Where a formula is evaluated: the facts, the rows that its frames stand
//! for, and the case. It does not know what formulas are.

use ir::{
    Bounds, Conduct, Facts, Instant, IssueId, ListRef, Node, Program, Settings, SlotRef, Status, Value,
};

use crate::boundaries::Boundaries;
use crate::calendar::Calendar;
use crate::cases::{Case, Shown};

/// How many frames there can be: the system, the conduct, and the records of
/// quantifiers within each other.
pub(crate) const FRAMES: usize = 16;

/// How many duties can be looked at within each other. The compiler excludes
/// recursion; this keeps a broken program from exhausting the stack.
pub(crate) const DUTIES: u8 = 16;

const NO_ROW: u32 = u32::MAX;

/// Everything that a formula can depend on.
#[derive(Clone)]
pub(crate) struct Scope<'a> {
    pub(crate) program: &'a Program,
    pub(crate) calendar: &'a Calendar,
    pub(crate) boundaries: &'a Boundaries,
    pub(crate) facts: &'a Facts,
    pub(crate) settings: &'a Settings,
    /// Where the rows begin in [`Facts::values`].
    pub(crate) frames: [u32; FRAMES],
    /// The case in which formulas are evaluated.
    pub(crate) case: Case,
    /// Whether duties on which exceptions depend count as kept.
    pub(crate) all_kept: bool,
    /// How many duties are being looked at within each other.
    pub(crate) depth: u8,
}

impl<'a> Scope<'a> {
    /// The scope of the system; cases are entered one by one.
    pub(crate) fn new(
        program: &'a Program,
        calendar: &'a Calendar,
        boundaries: &'a Boundaries,
        facts: &'a Facts,
        settings: &'a Settings,
    ) -> Scope<'a> {
        let case = Case::of_system(&program.schema, settings);
        let mut scope = Scope {
            program,
            calendar,
            boundaries,
            facts,
            settings,
            frames: [NO_ROW; FRAMES],
            case,
            all_kept: false,
            depth: 0,
        };
        scope.enter_case(case);
        scope
    }

    /// Goes on to a case: its conduct is frame 1, no record is entered.
    pub(crate) fn enter_case(&mut self, case: Case) {
        self.frames = [NO_ROW; FRAMES];
        self.frames[0] = Facts::SYSTEM;
        self.frames[1] = case.row;
        self.case = case;
    }

    /// Goes on to a record in a frame.
    #[inline]
    pub(crate) fn enter(&mut self, frame: u8, row: u32) {
        if let Some(place) = self.frames.get_mut(usize::from(frame)) {
            *place = row;
        }
    }

    /// What a slot holds.
    #[inline]
    pub(crate) fn read(&self, slot: SlotRef) -> Value {
        let Some(&row) = self.frames.get(usize::from(slot.frame)) else { return Value::Unknown };
        self.facts.values.get(row as usize + slot.slot as usize).copied().unwrap_or_default()
    }

    /// The place of a slot's value in [`Facts::values`], if it has one.
    pub(crate) fn place(&self, slot: SlotRef) -> Option<u32> {
        let row = *self.frames.get(usize::from(slot.frame))?;
        let place = row.checked_add(slot.slot)?;
        ((place as usize) < self.facts.values.len()).then_some(place)
    }

    /// The rows of a list's records.
    #[inline]
    pub(crate) fn records(&self, list: ListRef) -> &'a [u32] {
        let start = list.start as usize;
        self.facts.rows.get(start..start + list.len as usize).unwrap_or(&[])
    }

    /// The reading of an issue that is picked.
    #[inline]
    pub(crate) fn pick(&self, issue: IssueId) -> Option<u8> {
        self.settings.picks.get(usize::from(issue.0)).copied().flatten().map(|pick| pick.reading)
    }

    /// The moment of assessment.
    #[inline]
    pub(crate) fn as_of(&self) -> Instant {
        self.settings.as_of.instant
    }

    /// Not by the moment of assessment.
    pub(crate) fn not_yet(&self) -> Bounds {
        Bounds { earliest: self.as_of().saturating_add(1), latest: Bounds::NEVER }
    }

    /// The kind of the case's conduct, if it is known.
    #[inline]
    pub(crate) fn kind(&self) -> Option<u8> {
        let Value::Member(kind) = self.read(SlotRef { frame: 1, slot: Conduct::KIND }) else { return None };
        Some(kind)
    }

    /// The status, as far as the case's conduct is known to be: of conduct
    /// that the facts do not show, nothing that depends on it is met.
    pub(crate) fn as_far_as_shown(&self, status: Status) -> Status {
        match self.case.shown {
            Shown::Surely => status,
            Shown::NotBeyond | Shown::Hypothetical => status.and(Status::Unknown),
        }
    }

    /// The node with this number.
    #[inline]
    pub(crate) fn node(&self, id: ir::NodeId) -> Node {
        self.program.nodes.node(id)
    }
}

//! Outcomes with their reasons, as plain data. Names and labels are looked up
//! in the program by the numbers given here.

use ir::{Bounds, Direction, IssueId, LayoutId, Period, State, Status, Value};
use rust_decimal::Decimal;

/// The outcome of a case, a norm or a system. A later one is worse: of
/// several the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// The norm is not law yet, or does not apply, on that day.
    NotApplicable,
    /// A scope is left or an exclusion entered.
    OutOfScope,
    /// An element is missing.
    NotMet,
    /// An operative exception applies.
    Excepted,
    /// The facts, or an open question of law, do not settle it.
    Undetermined,
    /// In scope, every element met, every exception not met.
    Prohibited,
}

/// How a `must` stands. A later one is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyStatus {
    /// Nothing triggers the duty.
    NotTriggered,
    /// It was done.
    Fulfilled,
    /// It can still be done in time.
    Pending,
    /// The facts do not settle it.
    Undetermined,
    /// It was not done, or not in time.
    Violated,
}

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConductRef {
    /// The system as such.
    System,
    /// The conduct at this place in [`ir::Facts::conduct`].
    Listed(u32),
    /// Conduct of which nothing is known.
    Hypothetical,
}

/// A whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// One for each prohibition of the program, in its order.
    pub prohibitions: Vec<NormFinding>,
    /// One for each obligation of the program, in its order.
    pub obligations: Vec<ObligationFinding>,
}

/// How a prohibition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormFinding {
    /// The worst outcome of its cases; without cases `NotMet`.
    pub outcome: Outcome,
    /// The cases: by conduct, then by period.
    pub cases: Vec<CaseFinding>,
    /// The notes that matter, by number in [`ir::Program::notes`].
    pub notes: Vec<u16>,
}

/// How a prohibition stands for one conduct in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFinding {
    /// The conduct.
    pub conduct: ConductRef,
    /// The place of the norm's version.
    pub version: u16,
    /// The period of that version.
    pub law: Period,
    /// The outcome.
    pub outcome: Outcome,
    /// Since when an exception fails because of a violated duty.
    pub since: Option<Bounds>,
    /// Whether Kleene's walk is exact here.
    pub exact: bool,
    /// Why it is not applicable.
    pub state: Option<State>,
    /// The scope that is left or the exclusion that is entered.
    pub excluded_by: Option<String>,
    /// Scopes and exclusions, in the order of the version's gates.
    pub gates: Vec<ExceptionFinding>,
    /// The elements; those on other kinds of conduct are left out.
    pub elements: Vec<ElementFinding>,
    /// The operative exceptions.
    pub exceptions: Vec<ExceptionFinding>,
    /// The interpretive rules whose target is not immaterial.
    pub arguments: Vec<ArgumentFinding>,
    /// What would settle it, where it is undetermined.
    pub needs: Vec<Need>,
    /// The assumed facts that `needs` would name without assumptions.
    pub assumed: Vec<FactRef>,
    /// The sanctions, where it is prohibited.
    pub sanctions: Vec<SanctionFinding>,
}

/// How an element or condition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementFinding {
    /// Its place among the elements of the version, exception or conditions.
    pub index: u16,
    /// Whether it holds.
    pub status: Status,
    /// Whether it no longer matters, because the outcome does not rest on it.
    pub immaterial: bool,
    /// The facts that make it so (if unknown: that leave it open).
    pub because: Vec<FactRef>,
    /// The issues left open that keep it unknown.
    pub open_issues: Vec<IssueId>,
    /// Its lettered points.
    pub points: Vec<PointFinding>,
}

/// How a lettered point stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointFinding {
    /// Whether it holds.
    pub status: Status,
    /// The facts that make it so.
    pub because: Vec<FactRef>,
}

/// How an exception, gate or interpretive rule stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionFinding {
    /// Whether it applies, all in all.
    pub status: Status,
    /// Its elements.
    pub elements: Vec<ElementFinding>,
    /// The extent, if it has one.
    pub in_so_far_as: Option<ElementFinding>,
    /// Its conditions.
    pub conditions: Vec<ConditionsFinding>,
    /// The duties it stands or falls with.
    pub provided_that: Vec<Kept>,
    /// The exceptions to it.
    pub exceptions: Vec<ExceptionFinding>,
}

/// How named conditions stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionsFinding {
    /// Whether all are met.
    pub status: Status,
    /// The conditions one by one.
    pub elements: Vec<ElementFinding>,
}

/// How one `must` of a duty stands on which an exception depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The obligation's place in [`ir::Program::obligations`].
    pub obligation: u16,
    /// The `must`'s place.
    pub must: u16,
    /// How it stands.
    pub status: DutyStatus,
    /// When it is due at the latest.
    pub due: Option<Bounds>,
}

/// An interpretive rule on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentFinding {
    /// Its place among the version's arguments.
    pub index: u16,
    /// For or against.
    pub direction: Direction,
    /// How it stands.
    pub finding: ExceptionFinding,
}

/// What would settle a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Which kind.
    pub kind: NeedKind,
    /// The fact with its path, the list, or the issue.
    pub name: String,
    /// The fact or list, if it is one.
    pub fact: Option<FactRef>,
}

/// The kinds of need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NeedKind {
    /// A fact to be found out.
    Fact,
    /// A judgement to be made.
    Judgement,
    /// A reading to be picked.
    Reading,
    /// A list to be given or completed. The list of conduct is named `conduct`.
    List,
}

/// A slot of a certain row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRef {
    /// The path by which output names it: `conduct.authorisations[a1].requested`;
    /// for the judgement on a standard `OBLIGATION.MUST.in_time`.
    pub path: String,
    /// The place of its value in [`ir::Facts::values`].
    pub value_at: u32,
    /// Its value.
    pub value: Value,
    /// The layout that has its field.
    pub layout: LayoutId,
    /// The field.
    pub slot: u32,
    /// Whether silence filled it in.
    pub assumed: bool,
}

/// A sanction on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SanctionFinding {
    /// Its place in [`ir::Program::sanctions`].
    pub sanction: u16,
    /// Why it cannot be imposed; none where it can.
    pub state: Option<State>,
    /// Whether its `when` holds.
    pub when: Status,
    /// The cap in its currency, where it is known.
    pub cap: Option<Decimal>,
    /// What would settle the cap.
    pub needs: Vec<Need>,
}

/// How an obligation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObligationFinding {
    /// The worst status of its cases; without cases `NotTriggered`.
    pub status: DutyStatus,
    /// The cases: by conduct, then by period.
    pub cases: Vec<DutyCase>,
    /// The notes that matter, by number in [`ir::Program::notes`].
    pub notes: Vec<u16>,
}

/// How an obligation stands for one conduct in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyCase {
    /// The conduct.
    pub conduct: ConductRef,
    /// The place of the obligation's version.
    pub version: u16,
    /// The period of that version.
    pub law: Period,
    /// The worst status of its `must`s.
    pub status: DutyStatus,
    /// Why it is not applicable.
    pub state: Option<State>,
    /// The scope that is left or the exclusion that is entered.
    pub excluded_by: Option<String>,
    /// Whether Kleene's walk is exact here.
    pub exact: bool,
    /// Scopes and exclusions.
    pub gates: Vec<ExceptionFinding>,
    /// Whether kind, operator and `when` trigger it, and on which facts.
    pub when: ElementFinding,
    /// What must be, one by one.
    pub musts: Vec<MustFinding>,
    /// The exceptions.
    pub exceptions: Vec<ExceptionFinding>,
    /// The interpretive rules.
    pub arguments: Vec<ArgumentFinding>,
    /// The assumed facts that `needs` would name without assumptions.
    pub assumed: Vec<FactRef>,
    /// The sanctions, where it is violated.
    pub sanctions: Vec<SanctionFinding>,
}

/// How a `must` stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MustFinding {
    /// Its place among the duty's `must`s.
    pub index: u16,
    /// How it stands.
    pub status: DutyStatus,
    /// When it is due at the latest, where that is known.
    pub due: Option<Bounds>,
    /// Pending, with no limit in the text.
    pub no_limit: bool,
    /// The facts that make it so.
    pub because: Vec<FactRef>,
    /// What would settle it, where it is undetermined or pending on a
    /// judgement.
    pub needs: Vec<Need>,
}

impl Outcome {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::NotApplicable => "not_applicable",
            Outcome::OutOfScope => "out_of_scope",
            Outcome::NotMet => "not_met",
            Outcome::Excepted => "excepted",
            Outcome::Undetermined => "undetermined",
            Outcome::Prohibited => "prohibited",
        }
    }
}

impl DutyStatus {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            DutyStatus::NotTriggered => "not_triggered",
            DutyStatus::Fulfilled => "fulfilled",
            DutyStatus::Pending => "pending",
            DutyStatus::Undetermined => "undetermined",
            DutyStatus::Violated => "violated",
        }
    }
}

impl NeedKind {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            NeedKind::Fact => "fact",
            NeedKind::Judgement => "judgement",
            NeedKind::Reading => "reading",
            NeedKind::List => "list",
        }
    }
}

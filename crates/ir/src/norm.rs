//! What is decided: prohibitions and obligations by period, with their
//! elements, exceptions, conditions and gates.

use base::{Citation, Span};
use serde::{Deserialize, Serialize};

use crate::node::{IssueId, NodeId, ObligationId, SlotRef};
use crate::schema::{Localised, MemberSet};
use crate::time::Day;
use crate::value::Duration;

/// Days from the first to the last, both included; open where none is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
}

/// Whether a norm can be applied in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not yet law.
    NotYetInForce,
    /// Law, but not yet to be applied.
    NotYetApplicable,
    /// To be applied.
    Applicable,
    /// To be applied no more.
    NoLongerApplicable,
}

/// A period in which nothing that the norm uses changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Version<B> {
    /// The period.
    pub period: Period,
    /// Whether the norm can be applied in it.
    pub state: State,
    /// What the norm is called.
    pub label: Localised,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// What is decided; only where it is applicable.
    pub body: Option<B>,
    /// Where it is written.
    pub span: Span,
}

/// The periods of a norm: in order, without gaps, from the beginning of time
/// to its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Versions<B>(pub Vec<Version<B>>);

/// For what a norm is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// Once for each conduct, under the law of its date.
    Conduct,
    /// Once for the system, under the law of `as_of`.
    System,
}

/// A prohibition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Prohibition {
    /// Its name.
    pub name: String,
    /// For what it is decided.
    pub subject: Subject,
    /// Its periods.
    pub versions: Versions<Prohibits>,
    /// The savings, rules of precedence and powers beside it, by number in
    /// [`crate::Program::notes`].
    pub notes: Vec<u16>,
}

/// What a prohibition asks in one period.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Prohibits {
    /// Scopes that must hold, and exclusions that must not.
    pub gates: Vec<Gate>,
    /// The elements, all of which must hold; `conduct` first where there is
    /// one.
    pub elements: Vec<Element>,
    /// The operative exceptions.
    pub exceptions: Vec<Exception>,
    /// The interpretive rules on the norm, its elements and what they use.
    pub arguments: Vec<Arguing>,
    /// The sanctions on it.
    pub sanctions: Vec<SanctionUse>,
    /// The slots that Kleene's walk may misjudge when unknown: read with both
    /// polarities, or by several different tests.
    pub correlated: Vec<SlotRef>,
    /// The same for issues that are chosen by in more than one place.
    pub correlated_issues: Vec<IssueId>,
    /// Whether a list is quantified over, or two slots are compared, in a way
    /// that Kleene's walk may misjudge when something in it is unknown.
    pub opaque: Vec<NodeId>,
}

/// A scope or an exclusion.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gate {
    /// Which of the two.
    pub kind: GateKind,
    /// The rule. A scope holds if its elements hold.
    pub rule: Exception,
}

/// How a gate works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GateKind {
    /// Outside it the norm is out of scope.
    Scope,
    /// Within it the norm is out of scope.
    Exclusion,
}

/// One thing that must hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// The kinds of conduct it concerns; on others it is left out.
    pub kinds: Option<MemberSet>,
    /// Its own provisions, if it has any.
    pub basis: Vec<Citation>,
    /// When it holds (the kinds are not part of this).
    pub formula: NodeId,
    /// `formula`, or the kind is none of `kinds`.
    pub holds: NodeId,
    /// The lettered points, where the formula is a group of them.
    pub points: Vec<Point>,
    /// What its answer rests on beside facts.
    pub rests_on: RestsOn,
    /// Where it is written.
    pub span: Span,
}

/// A lettered point of an element.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// The letter: `ii`.
    pub name: String,
    /// When it holds.
    pub formula: NodeId,
}

/// What an element rests on beside facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RestsOn {
    /// The definitions it uses, directly or not, by name.
    pub definitions: Vec<String>,
    /// The issues it is chosen by.
    pub issues: Vec<IssueId>,
    /// Whether it reads a judgement.
    pub judgement: bool,
}

/// An exception to a norm, a gate or another exception.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Exception {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Localised,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// The readings under which alone it exists.
    pub only_under: Option<(IssueId, MemberSet)>,
    /// Its elements.
    pub elements: Vec<Element>,
    /// The extent to which it holds.
    pub in_so_far_as: Option<NodeId>,
    /// The conditions it is subject to.
    pub conditions: Vec<Conditions>,
    /// The obligations it stands or falls with.
    pub provided_that: Vec<ObligationId>,
    /// The exceptions to it.
    pub exceptions: Vec<Exception>,
    /// When it applies, all in all.
    pub holds: NodeId,
    /// Where it is written.
    pub span: Span,
}

/// Named conditions of an exception.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conditions {
    /// Their name.
    pub name: String,
    /// The provisions they encode.
    pub basis: Vec<Citation>,
    /// The readings under which alone they must be met.
    pub only_under: Option<(IssueId, MemberSet)>,
    /// The conditions one by one.
    pub elements: Vec<Element>,
    /// Whether all are met, the readings taken into account.
    pub holds: NodeId,
}

/// An interpretive rule: it argues, and decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Arguing {
    /// For or against its target.
    pub direction: Direction,
    /// What it speaks about: the norm's name, or `norm.element`, or a
    /// definition.
    pub target: String,
    /// The elements (or `must`s) of this norm that it bears on, by their
    /// place; none if it bears on the norm as a whole.
    pub bears_on: Vec<u16>,
    /// The rule.
    pub rule: Exception,
}

/// Which way an interpretive rule argues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// That its target is met.
    For,
    /// That it is not.
    Against,
}

/// A sanction beside a prohibition, in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SanctionUse {
    /// Its number in [`crate::Program::sanctions`].
    pub sanction: u16,
    /// Whether it can be applied in the period.
    pub state: State,
}

/// The cap on a sanction, never its amount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sanction {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Localised,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// When it can be imposed at all.
    pub when: Option<NodeId>,
    /// The cap, a term of type money.
    pub cap: NodeId,
    /// The currency of the cap.
    pub currency: String,
    /// Where it is written.
    pub span: Span,
}

/// An obligation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Obligation {
    /// Its name.
    pub name: String,
    /// For what it is decided.
    pub subject: Subject,
    /// Its periods.
    pub versions: Versions<Duty>,
    /// The savings, rules of precedence and powers beside it.
    pub notes: Vec<u16>,
}

/// What an obligation asks in one period.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Duty {
    /// Scopes that must hold, and exclusions that must not.
    pub gates: Vec<Gate>,
    /// The roles it binds; empty if none is named, and then it binds whoever
    /// acts.
    pub addressed_to: MemberSet,
    /// Whether this conduct triggers it: its kind, the operator where only
    /// operators are bound, and `when`.
    pub trigger: NodeId,
    /// The `when` clause by itself; `Known(true)` if there is none.
    pub when: NodeId,
    /// The exceptions; one that applies leaves the duty untriggered.
    pub exceptions: Vec<Exception>,
    /// The interpretive rules.
    pub arguments: Vec<Arguing>,
    /// What must, or must not, be.
    pub musts: Vec<Must>,
    /// The sanctions on its violation.
    pub sanctions: Vec<SanctionUse>,
    /// As in [`Prohibits::correlated`].
    pub correlated: Vec<SlotRef>,
    /// As in [`Prohibits::correlated_issues`].
    pub correlated_issues: Vec<IssueId>,
    /// As in [`Prohibits::opaque`].
    pub opaque: Vec<NodeId>,
}

/// One thing that an obligation asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Must {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Localised,
    /// Its own provisions, if it has any.
    pub basis: Vec<Citation>,
    /// `must not`.
    pub negative: bool,
    /// The issue on it, if there is one: then one variant for each reading.
    pub issue: Option<IssueId>,
    /// What is asked; exactly one without an issue.
    pub variants: Vec<MustVariant>,
    /// What its answer rests on beside facts.
    pub rests_on: RestsOn,
    /// Where it is written.
    pub span: Span,
}

/// What a `must` asks, under one reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MustVariant {
    /// The condition or event.
    pub action: Action,
    /// The standard for its time.
    pub standard: Option<Standard>,
    /// The outer limit.
    pub limit: Option<Limit>,
    /// Whether it recurs each calendar year.
    pub each_year: bool,
}

/// What a `must` is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    /// A formula.
    Condition(NodeId),
    /// A term: an event.
    Event(NodeId),
}

/// A standard for the time of an event, which a person must assess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standard {
    /// Which.
    pub kind: StandardKind,
    /// The judgement `OBLIGATION.MUST.in_time`.
    pub judgement: SlotRef,
}

/// The standards that laws use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandardKind {
    /// `immediately`.
    Immediately,
    /// `without undue delay`.
    WithoutUndueDelay,
}

/// The outer limit of an event: `duration` after `from`, or `from` itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limit {
    /// How long after; counted as Regulation 1182/71, Article 3 does.
    pub duration: Option<Duration>,
    /// A term: a time.
    pub from: NodeId,
}

/// What cannot be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Constraint {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Localised,
    /// Of what it must hold.
    pub subject: Subject,
    /// When it is kept.
    pub formula: NodeId,
    /// Where it is written.
    pub span: Span,
}

/// A rule beside the norms that decides nothing and is printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// Which kind.
    pub kind: NoteKind,
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: Localised,
    /// The provisions it encodes.
    pub basis: Vec<Citation>,
    /// The recitals that explain it.
    pub recitals: Vec<Citation>,
    /// What is saved, or prevailed over.
    pub provisions: Vec<Citation>,
    /// For a power: the roles that have it.
    pub roles: MemberSet,
    /// For a power: what they may do.
    pub text: Localised,
    /// When it matters; where it surely does not, it is not printed.
    pub when: Option<NodeId>,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A saving.
    WithoutPrejudiceTo,
    /// A rule on precedence.
    PrevailsOver,
    /// A power.
    Power,
}

impl<B> Versions<B> {
    /// The version of a day. There always is one.
    pub fn at(&self, day: Day) -> &Version<B> {
        &self.0[self.index_at(day)]
    }

    /// The place of the version of a day.
    pub fn index_at(&self, day: Day) -> usize {
        let after = self.0.partition_point(|version| version.period.from.is_none_or(|from| from <= day));
        after.saturating_sub(1)
    }
}

impl Period {
    /// Whether the day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl State {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            State::NotYetInForce => "not_yet_in_force",
            State::NotYetApplicable => "not_yet_applicable",
            State::Applicable => "applicable",
            State::NoLongerApplicable => "no_longer_applicable",
        }
    }
}

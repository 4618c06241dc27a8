//! What items are directed at: rules by name, and all norms that encode a
//! provision.

use std::collections::BTreeSet;

use base::{Citation, ProvisionId, Root};
use problem::{NameKind, NameProblem};
use syntax::ast::{self, HasTargets};

use super::Elaborator;
use crate::model::{Named, Target, TargetKind};
use crate::names::keyword;

/// What can be the target of an exception.
pub(super) const DEFEATED: &[NameKind] =
    &[NameKind::Prohibition, NameKind::Obligation, NameKind::Exception, NameKind::Exclusion, NameKind::Scope];

/// What an interpretive rule or an issue can speak about.
pub(super) const DISCUSSED: &[NameKind] = &[
    NameKind::Prohibition,
    NameKind::Obligation,
    NameKind::Exception,
    NameKind::Conditions,
    NameKind::Definition,
    NameKind::Exclusion,
    NameKind::Scope,
];

/// What notes, gates and sanctions are for.
pub(super) const NORMS: &[NameKind] = &[NameKind::Prohibition, NameKind::Obligation];

impl Elaborator<'_> {
    pub(super) fn targets(
        &mut self,
        node: &impl HasTargets,
        allowed: &[NameKind],
        parts: bool,
    ) -> Vec<Target> {
        let targets = node.targets();
        targets.into_iter().map(|target| self.target(&target, allowed, parts)).collect()
    }

    fn target(&mut self, node: &ast::Target, allowed: &[NameKind], parts: bool) -> Target {
        let range = node.range();
        let to = match node {
            ast::Target::Citation(citation) => citation
                .to_base(self.default_source)
                .and_then(|citation| self.cited(citation, range, None))
                .map_or(TargetKind::Broken, |cited| TargetKind::Provision(cited.citation)),
            ast::Target::Path(path) => match path.segments().as_slice() {
                [name] if self.is_act(&name.text) => {
                    let source = name.text.clone();
                    TargetKind::Provision(Citation::one(ProvisionId {
                        source,
                        root: Root::Act,
                        parts: Vec::new(),
                    }))
                }
                [name] => self.rule_target(name, None, allowed),
                [name, part] if parts => self.rule_target(name, Some(part), allowed),
                _ => {
                    self.unknown(kind_of(allowed), &path.text(), self.names.rules_of(allowed), range);
                    TargetKind::Broken
                }
            },
        };
        Target { to, range }
    }

    fn is_act(&self, name: &str) -> bool {
        self.names.sources.contains_key(name) && !self.names.rules.contains_key(name)
    }

    fn rule_target(
        &mut self,
        name: &ast::Name,
        part: Option<&ast::Name>,
        allowed: &[NameKind],
    ) -> TargetKind {
        let name = named(name.clone());
        let Some(kind) = self.rule_of_kind(&name, allowed) else { return TargetKind::Broken };
        let part = match part {
            None => None,
            Some(part) => {
                let rules = self.names.rules.get(&name.text).into_iter().flatten();
                let mut parts = rules.filter(|rule| rule.kind == kind).flat_map(|rule| &rule.parts);
                if !parts.clone().any(|known| *known == part.text) {
                    let wanted =
                        if kind == NameKind::Obligation { NameKind::Must } else { NameKind::Element };
                    self.unknown(wanted, &part.text, parts.by_ref().map(String::as_str), part.range);
                    return TargetKind::Broken;
                }
                Some(part.text.clone())
            }
        };
        TargetKind::Rule { name: name.text, part }
    }

    /// The kind of the rule of that name that is one of these; `None`, and a
    /// problem, where there is none or more than one.
    pub(super) fn rule_of_kind(&mut self, name: &Named, allowed: &[NameKind]) -> Option<NameKind> {
        let names = self.names;
        let rules = names.rules.get(&name.text).into_iter().flatten().map(|rule| rule.kind);
        let definition = names.definitions.contains_key(&name.text).then_some(NameKind::Definition);
        let all: BTreeSet<NameKind> = rules.chain(definition).collect();
        let fitting: Vec<NameKind> = all.iter().copied().filter(|kind| allowed.contains(kind)).collect();
        match (fitting.as_slice(), all.first()) {
            ([kind], _) => return Some(*kind),
            ([], Some(&found)) => {
                let expected = allowed.to_vec();
                self.problem(NameProblem::WrongKind { name: name.text.clone(), found, expected }, name.range);
            }
            ([], None) => {
                self.unknown(kind_of(allowed), &name.text, names.rules_of(allowed), name.range);
            }
            (several, _) => {
                let candidates =
                    several.iter().map(|kind| format!("{} {}", keyword(*kind), name.text)).collect();
                self.problem(NameProblem::Ambiguous { name: name.text.clone(), candidates }, name.range);
            }
        }
        None
    }
}

/// What is looked for, where it is one of these.
fn kind_of(allowed: &[NameKind]) -> NameKind {
    match allowed {
        [only] => *only,
        _ => NameKind::Norm,
    }
}

pub(super) fn named(name: ast::Name) -> Named {
    Named { text: name.text, range: name.range }
}

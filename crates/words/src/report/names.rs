//! How enums of the evaluator and ordered maps are serialised.

use eval::{DutyStatus, NeedKind, Outcome};
use serde::{Serialize, Serializer};

pub(super) fn outcome<S: Serializer>(value: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.name())
}

pub(super) fn outcome_if_any<S: Serializer>(
    value: &Option<Outcome>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.map(Outcome::name).serialize(serializer)
}

pub(super) fn outcomes<S: Serializer>(values: &[Outcome], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(|value| value.name()))
}

pub(super) fn duty<S: Serializer>(value: &DutyStatus, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.name())
}

pub(super) fn need<S: Serializer>(value: &NeedKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.name())
}

/// An object with its keys in the order given.
pub(super) fn in_order<T: Serialize, S: Serializer>(
    entries: &[(String, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

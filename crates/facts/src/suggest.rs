//! The nearest name to one that does not exist.

/// Names longer than this are no slips of the pen.
const LONGEST: usize = 64;

/// The candidate that differs least from `name`, if it is near enough to be
/// what was meant. Of two that are equally near, the first.
pub(crate) fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if name.len() > LONGEST {
        return None;
    }
    let allowed = (name.chars().count() / 3).max(1);
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

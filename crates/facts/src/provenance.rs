//! Where values come from: who assessed them, why, and on what evidence.
//! Read from the inputs again when an explanation asks for it.

use base::TextRange;
use ir::ProvenanceAt;
use rustc_hash::FxHashMap;

use crate::decode::read;
use crate::input::Input;
use crate::tape::{Shape, Tape};

/// What the facts say about a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The reason.
    pub because: Option<String>,
    /// Documents and other evidence.
    pub evidence: Vec<String>,
    /// The person who assessed it.
    pub assessed_by: Option<String>,
    /// When that person did, as written.
    pub on: Option<String>,
    /// What was said of each factor, by its citation as written.
    pub considering: Vec<(String, String)>,
}

/// The inputs of a run, opened for their provenance.
#[derive(Debug)]
pub struct Provenances<'a> {
    files: Vec<Option<File<'a>>>,
}

#[derive(Debug)]
struct File<'a> {
    tape: Tape<'a>,
    /// The objects by their first and last byte.
    objects: FxHashMap<TextRange, u32>,
}

impl<'a> Provenances<'a> {
    /// Opens the inputs from which facts were decoded. What cannot be read
    /// has no provenance.
    pub fn new(inputs: &[Input<'a>]) -> Provenances<'a> {
        let open = |input: &Input<'a>| {
            let tape = read(input).ok()?;
            let is_object = |&at: &u32| matches!(tape.shape(at), Shape::Object(_));
            let objects =
                (0..tape.nodes.len() as u32).filter(is_object).map(|at| (tape.range(at), at)).collect();
            Some(File { tape, objects })
        };
        Provenances { files: inputs.iter().map(open).collect() }
    }

    /// The provenance written at a place of these inputs.
    pub fn of(&self, place: &ProvenanceAt) -> Provenance {
        let mut provenance = Provenance::default();
        let Some(Some(File { tape, objects })) = self.files.get(usize::from(place.input)) else {
            return provenance;
        };
        let range = TextRange::new(place.range.start.into(), place.range.end.max(place.range.start).into());
        let Some(&object) = objects.get(&range) else { return provenance };
        let text = |at: u32| tape.text(at).map(str::to_owned);
        for (key, value) in tape.entries(object) {
            match tape.text(key) {
                Some("because") => provenance.because = text(value),
                Some("assessed_by") => provenance.assessed_by = text(value),
                Some("on") => provenance.on = text(value),
                Some("evidence") => {
                    provenance.evidence =
                        text(value).into_iter().chain(tape.items(value).filter_map(text)).collect();
                }
                Some("considering") => {
                    let factors =
                        tape.entries(value).filter_map(|(key, value)| Some((text(key)?, text(value)?)));
                    provenance.considering = factors.collect();
                }
                Some(_) | None => {}
            }
        }
        provenance
    }
}

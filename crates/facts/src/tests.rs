//! What facts mean, rule by rule. The sample program is in [`crate::sample`].

mod files;
mod lists;
mod problems;
mod provenance;
mod values;

use ir::{Facts, LayoutId, Program, Value};
use problem::{FactsProblem, Kind, Located};

use crate::{Decoded, Decoder, Format, Input, Options, sample};

/// The moment of assessment of these tests, unless one says otherwise.
const AS_OF: &str = "2026-12-03T12:00:00Z";

struct Case {
    program: Program,
    facts: Facts,
    decoded: Decoded,
}

impl Case {
    /// The value of a field in the row that begins at `base`.
    fn field(&self, layout: LayoutId, base: u32, path: &str) -> Value {
        let fields = &self.program.schema.layout(layout).fields;
        let slot = fields.iter().position(|field| field.path == path).unwrap();
        self.facts.values[base as usize + slot]
    }

    fn fact(&self, path: &str) -> Value {
        self.field(LayoutId::FACTS, Facts::SYSTEM, path)
    }

    fn conduct(&self, index: usize, path: &str) -> Value {
        self.field(LayoutId::CONDUCT, self.facts.conduct[index], path)
    }

    fn hypothetical(&self, path: &str) -> Value {
        self.field(LayoutId::CONDUCT, Facts::hypothetical(&self.program.schema), path)
    }
}

fn options() -> Options {
    Options { as_of: Some(AS_OF.parse().unwrap()), ..Options::default() }
}

fn decode_with(inputs: &[Input<'_>], options: &Options) -> Result<Case, Vec<Located>> {
    let program = sample::program();
    let mut facts = Facts::default();
    let decoded = Decoder::new(&program).decode(inputs, options, &mut facts);
    if decoded.is_err() {
        assert_eq!(
            facts.values,
            Facts::empty(&program.schema, &program.texts).values,
            "nothing is decoded half"
        );
    }
    decoded.map(|decoded| Case { program, facts, decoded })
}

fn json(text: &str) -> Input<'_> {
    Input { name: "facts.json", format: Format::Json, text }
}

fn yaml(text: &str) -> Input<'_> {
    Input { name: "facts.yaml", format: Format::Yaml, text }
}

/// Facts in YAML that are right.
fn good(text: &str) -> Case {
    let case = decode_with(&[yaml(text)], &options());
    case.unwrap_or_else(|problems| panic!("{text}: {problems:#?}"))
}

/// The problems with one text in YAML: code, pointer and the text in question.
fn bad(text: &str) -> Vec<String> {
    let Err(problems) = decode_with(&[yaml(text)], &options()) else { panic!("{text} is right") };
    problems.iter().map(|located| shown(located, text)).collect()
}

fn shown(located: &Located, text: &str) -> String {
    let pointer = located.pointer.as_deref().unwrap_or("-");
    format!("{} {pointer} `{}`", located.problem.kind.code(), &text[located.problem.range])
}

/// The first problem with one text in YAML.
fn first(text: &str) -> FactsProblem {
    let Err(problems) = decode_with(&[yaml(text)], &options()) else { panic!("{text} is right") };
    match &problems[0].problem.kind {
        Kind::Facts(problem) => problem.clone(),
        other => panic!("{other:?}"),
    }
}

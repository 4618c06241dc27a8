//! How long it takes to decode the facts of one system.

#[path = "../src/sample.rs"]
mod sample;

use divan::Bencher;
use facts::{Decoder, Format, Input, Options};
use ir::Facts;

fn main() {
    divan::main();
}

fn run(bencher: Bencher, text: &str, format: Format, warnings: bool) {
    let program = sample::program();
    let decoder = Decoder::new(&program);
    let mut facts = Facts::default();
    let options = Options { warnings, ..Options::default() };
    let inputs = [Input { name: "case", format, text }];
    bencher.bench_local(|| {
        let decoded = decoder.decode(divan::black_box(&inputs), &options, &mut facts);
        assert!(decoded.is_ok());
        decoded
    });
}

/// JSON as people lay it out.
#[divan::bench]
fn json(bencher: Bencher) {
    run(bencher, sample::CASE, Format::Json, false);
}

/// The same with warnings of bare judgements.
#[divan::bench]
fn json_with_warnings(bencher: Bencher) {
    run(bencher, sample::CASE, Format::Json, true);
}

/// A line of a batch, without the white space.
#[divan::bench]
fn json_line(bencher: Bencher) {
    let line: String = sample::CASE.lines().map(str::trim).collect();
    run(bencher, &line, Format::Json, false);
}

/// The same text read as YAML.
#[divan::bench]
fn yaml(bencher: Bencher) {
    run(bencher, sample::CASE, Format::Yaml, false);
}

/// For comparison: a tree of values by serde_json, without any meaning.
#[divan::bench]
fn serde_json_tree(bencher: Bencher) {
    bencher.bench_local(|| serde_json::from_str::<serde_json::Value>(divan::black_box(sample::CASE)));
}

/// For comparison: serde_json finding the end of the text, and nothing else.
#[divan::bench]
fn serde_json_skip(bencher: Bencher) {
    bencher.bench_local(|| serde_json::from_str::<serde::de::IgnoredAny>(divan::black_box(sample::CASE)));
}

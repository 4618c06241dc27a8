//! Problems with the text they are about, as compilers show them.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use base::{FileId, TextRange};
use problem::{Located, Severity};

use super::{Described, describe};
use crate::citing::Voice;
use crate::sentence::{Sentence, say};
use crate::source::{Files, SourceFile};
use crate::style::Style;

/// All problems, one after the other, with an empty line between them.
pub fn render_problems(problems: &[Located], files: &Files<'_>, voice: Voice<'_>, style: Style) -> String {
    let rendered = problems.iter().map(|problem| render(problem, files, voice, style));
    rendered.collect::<Vec<_>>().join("\n")
}

fn render(located: &Located, files: &Files<'_>, voice: Voice<'_>, style: Style) -> String {
    let described = describe(located, voice);
    let words = ["error", "warning", "note", "help"].map(|id| say(voice.lang, id));
    let [error, warning, note, help] = words.each_ref().map(String::as_str);
    let level = match described.severity {
        Severity::Error => Level::ERROR.with_name(error),
        Severity::Warning => Level::WARNING.with_name(warning),
    };
    let mut group = level.primary_title(described.title.as_str()).id(described.code).elements(snippets(
        located.file,
        located.problem.range,
        &described,
        files,
    ));
    let place = match (&located.pointer, located.file.and_then(files)) {
        (Some(pointer), None) => Some(Sentence::new("at-pointer").given("pointer", pointer).say(voice.lang)),
        (Some(_), Some(_)) | (None, _) => None,
    };
    for text in described.notes.iter().chain(&place) {
        group = group.element(Level::NOTE.with_name(note).message(text.as_str()));
    }
    for text in &described.helps {
        group = group.element(Level::HELP.with_name(help).message(text.as_str()));
    }
    compact(&renderer(style).render(&[group as Group<'_>]))
}

fn renderer(style: Style) -> Renderer {
    match style {
        Style::Plain => Renderer::plain(),
        Style::Ansi => Renderer::styled().hyperlink(false),
    }
}

/// A snippet for each file: that of the problem first.
fn snippets<'a, 'f: 'a>(
    file: Option<FileId>,
    range: TextRange,
    described: &'a Described,
    files: &Files<'f>,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let related = described.related.iter().map(|(span, _)| span.file);
    let mut order: Vec<FileId> = Vec::new();
    for id in file.into_iter().chain(related) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    let snippet = |id: FileId| {
        let SourceFile { path, text, lines: _ } = files(id)?;
        let primary = (file == Some(id))
            .then(|| AnnotationKind::Primary.span(bytes(range, text)).label(described.label.as_deref()));
        let context =
            described.related.iter().filter(|(span, _)| span.file == id).map(|(span, label)| {
                AnnotationKind::Context.span(bytes(span.range, text)).label(label.as_str())
            });
        Some(Snippet::source(text).path(path).annotations(primary).annotations(context))
    };
    order.into_iter().filter_map(snippet).collect()
}

/// The bytes of a range that lie in the text, whole characters only.
fn bytes(range: TextRange, text: &str) -> Range<usize> {
    let within = |at: usize| {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    within(range.start().into())..within(range.end().into())
}

/// The library frames a snippet with empty lines in its margin. They are left
/// out: a problem is then seldom more than five lines high.
fn compact(rendered: &str) -> String {
    let framing = |line: &&str| anstyle_free(line).trim() == "|";
    let mut text = String::new();
    for line in rendered.lines().filter(|line| !framing(line)) {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The line without its escapes: those of colours end with `m`, those of
/// links are not made.
fn anstyle_free(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\u{1b}') {
        text.push_str(&rest[..at]);
        rest = rest[at..].split_once('m').map_or("", |(_, behind)| behind);
    }
    text + rest
}

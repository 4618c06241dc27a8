//! An answer as a note for the file: what was decided, why, and on what it
//! rests, with its citations. One document, printed as text or as Markdown.
//!
//! It says what the rules derive and no more: never that something is
//! permitted, only that no prohibition is met.

mod blocks;
mod duties;
mod facts;
mod head;
mod markdown;
pub(crate) mod moment;
mod needs;
mod prohibitions;
mod reasons;
mod rules;
mod sanctions;
mod summary;
mod text;
mod unknown;

use std::cell::RefCell;
use std::collections::BTreeSet;

use base::Lang;

use crate::citing::{Citations, Voice};
use crate::report::EvalReport;
use crate::sentence::{Sentence, capital, say};
use crate::style::Style;
use blocks::{Block, Line};

/// The file note as text for a terminal or a plain file.
pub fn text(report: &EvalReport, citations: &dyn Citations, style: Style) -> String {
    text::print(&blocks_of(report, citations), style)
}

/// The file note as Markdown.
pub fn markdown(report: &EvalReport, citations: &dyn Citations) -> String {
    markdown::print(&blocks_of(report, citations))
}

/// The answer in one sentence: what it comes to, what was assumed and left
/// unknown, and what the policy does not cover.
pub fn summary_sentence(report: &EvalReport, citations: &dyn Citations) -> String {
    Writer::new(report, citations).summary_sentence()
}

/// A note in the making.
struct Writer<'a> {
    report: &'a EvalReport,
    voice: Voice<'a>,
    blocks: Vec<Block>,
    /// What was said of facts, provenance included: that is said once.
    told: RefCell<BTreeSet<String>>,
}

fn blocks_of(report: &EvalReport, citations: &dyn Citations) -> Vec<Block> {
    let mut writer = Writer::new(report, citations);
    writer.head();
    writer.prohibitions();
    writer.duties();
    writer.warnings();
    writer.section("section-summary");
    let summary = writer.summary_sentence();
    writer.blocks.push(Block::Paragraph(Line::plain(summary)));
    writer.blocks
}

impl<'a> Writer<'a> {
    fn new(report: &'a EvalReport, citations: &'a dyn Citations) -> Writer<'a> {
        Writer {
            report,
            voice: Voice { lang: report.language, citations },
            blocks: Vec::new(),
            told: RefCell::default(),
        }
    }

    fn lang(&self) -> Lang {
        self.voice.lang
    }

    fn say(&self, id: &str) -> String {
        say(self.lang(), id)
    }

    fn speak(&self, sentence: Sentence) -> String {
        sentence.say(self.lang())
    }

    /// What is said first of all of several things that are to be compared:
    /// each says of the facts what the first would.
    fn each_as_first<T, R>(&self, things: &[T], mut say: impl FnMut(&T) -> R) -> Vec<R> {
        let before = self.told.borrow().clone();
        let said = things.iter().map(|thing| {
            self.told.borrow_mut().clone_from(&before);
            say(thing)
        });
        said.collect()
    }

    fn section(&mut self, id: &str) {
        let title = self.say(id);
        self.blocks.push(Block::Section(Line::plain(title)));
    }

    /// The heading of the norms that come in one line each.
    fn others(&mut self, id: &str) {
        let title = self.say(id);
        self.blocks.push(Block::Norm(Line::plain(title)));
    }

    /// A statement in a list, with a capital.
    fn item(&mut self, depth: usize, text: &str) {
        self.blocks.push(Block::Item(depth, Line::plain(capital(text))));
    }
}

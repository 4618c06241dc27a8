//! The reader of the data files, one line an article, paragraph or annex:
//!
//! ```text
//! in force 2024-08-01             the act's own entry into force
//! change o 2026-07-27 32026R1744  an amendment and the letter that marks it
//! recitals 180                    how many; `?` if that is not recorded
//! uncounted                       sentences are not recorded in this act
//! articles 1-4 ?                  exist; what stands below is not recorded
//! article 5                       an article with numbered paragraphs:
//!   1 = a b ba+o c(i ii) d-h /    points, `/` between subparagraphs
//!   3 = :3 / :1+o2                three sentences; one, since `o` two
//!   5~o                           struck by `o`
//! article 3 definitions = 1-68
//! annex II = *16                  sixteen indents
//! annex I = A(1-12) B(13-20)      sections
//! ```
//!
//! Without a count a subparagraph or point has one sentence, except where
//! `uncounted` stands. Annexes are never counted; `annexes ?` stands for
//! annexes that cannot be told apart.

mod body;

use std::borrow::Cow;

use crate::act::{Act, Change, Node, Period};
use crate::day::Day;
use crate::format::ActName;
use crate::label;
use crate::level::Level;

use body::Body;

/// Where and why a data file cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DataError {
    /// The line, from 1.
    pub line: usize,
    pub what: &'static str,
}

/// Reads a data file.
pub(crate) fn read(celex: &'static str, name: ActName, text: &'static str) -> Result<Act, DataError> {
    let epoch = Day { year: 0, month: 1, day: 1 };
    let act = Act {
        celex,
        name,
        in_force: epoch,
        changes: Vec::new(),
        recitals: Some(0),
        articles: Vec::new(),
        annexes: Some(Vec::new()),
    };
    let mut reader = Reader { act, counted: true, article_counted: true };
    for (at, line) in text.lines().enumerate() {
        reader.line(line).map_err(|what| DataError { line: at + 1, what })?;
    }
    if reader.act.in_force == epoch {
        return Err(DataError { line: 0, what: "no entry into force" });
    }
    Ok(reader.act)
}

type Read<T> = Result<T, &'static str>;

struct Reader {
    act: Act,
    counted: bool,
    /// Whether sentences are recorded in the article being read.
    article_counted: bool,
}

impl Reader {
    fn line(&mut self, line: &'static str) -> Read<()> {
        let (head, body) = match line.split_once('=') {
            Some((head, body)) => (head, Some(body)),
            None => (line, None),
        };
        if head.starts_with("  ") {
            return self.paragraph(head.trim(), body);
        }
        let mut words = head.split_ascii_whitespace();
        let Some(keyword) = words.next() else { return Ok(()) };
        let mut next = || words.next().ok_or("a word is missing");
        match keyword {
            _ if keyword.starts_with('#') => {}
            "in" => {
                next()?;
                self.act.in_force = day(next()?)?;
            }
            "change" => {
                let mark = next()?.chars().next().ok_or("a mark is missing")?;
                self.act.changes.push(Change { mark, day: day(next()?)?, by: next()? });
            }
            "recitals" => {
                let count = next()?;
                self.act.recitals = if count == "?" { None } else { Some(number(count)?) };
            }
            "uncounted" => self.counted = false,
            "annexes" => self.act.annexes = None,
            "articles" => {
                let (first, last) = next()?.split_once('-').ok_or("not a range")?;
                for label in label::range(first, last) {
                    self.act.articles.push(Node { recorded: false, ..Node::new(label, Level::Article) });
                }
            }
            "article" => {
                let label = next()?;
                self.article(label, words, body)?;
            }
            "annex" => {
                let label = next()?;
                let annex = self.annex(label, words.next(), body)?;
                self.act.annexes.get_or_insert_default().push(annex);
            }
            _ => return Err("an unknown keyword"),
        }
        Ok(())
    }

    fn article(
        &mut self,
        label: &'static str,
        flags: impl Iterator<Item = &'static str>,
        body: Option<&'static str>,
    ) -> Read<()> {
        self.article_counted = self.counted;
        let mut article = self.node(label, Level::Article)?;
        let mut level = Level::Point;
        for flag in flags {
            match flag {
                "?" => article.recorded = false,
                "uncounted" => self.article_counted = false,
                "definitions" => level = Level::Definition,
                _ => return Err("an unknown flag"),
            }
        }
        article.sentences = body::one_sentence(self.article_counted);
        if let Some(text) = body {
            self.body(text, level, self.article_counted).fill(&mut article)?;
        }
        self.act.articles.push(article);
        Ok(())
    }

    fn annex(&self, label: &'static str, flag: Option<&str>, body: Option<&'static str>) -> Read<Node> {
        let mut annex = self.node(label, Level::Annex)?;
        annex.recorded = flag != Some("?");
        if let Some(text) = body {
            self.body(text, Level::Item, false).fill(&mut annex)?;
        }
        Ok(annex)
    }

    fn paragraph(&mut self, head: &'static str, body: Option<&'static str>) -> Read<()> {
        let mut paragraph = self.node(head, Level::Paragraph)?;
        paragraph.sentences = body::one_sentence(self.article_counted);
        if let Some(text) = body {
            self.body(text, Level::Point, self.article_counted).fill(&mut paragraph)?;
        }
        let article = self.act.articles.last_mut().ok_or("a paragraph outside an article")?;
        article.paragraphs.push(paragraph);
        Ok(())
    }

    fn body(&self, text: &'static str, level: Level, counted: bool) -> Body<'_> {
        Body::new(text, level, counted, &self.act.changes)
    }

    /// A node from a label with its mark: `1a+o`.
    fn node(&self, text: &'static str, level: Level) -> Read<Node> {
        let end = text.find(['+', '~']).unwrap_or(text.len());
        let (label, mark) = text.split_at(end);
        let period = if mark.is_empty() { Period::default() } else { period(mark, &self.act.changes)? };
        Ok(Node { period, ..Node::new(Cow::Borrowed(label), level) })
    }
}

/// The period of a mark: `+o` or `~o`.
fn period(mark: &str, changes: &[Change]) -> Read<Period> {
    let mut chars = mark.chars();
    let sign = chars.next();
    let change = changes.iter().find(|change| Some(change.mark) == chars.clone().next());
    let day = change.ok_or("an unknown change")?.day;
    match sign {
        Some('+') => Ok(Period { since: Some(day), until: None }),
        Some('~') => Ok(Period { since: None, until: Some(day.previous()) }),
        Some(_) | None => Err("not a mark"),
    }
}

fn day(text: &str) -> Read<Day> {
    text.parse().map_err(|_| "not a day")
}

fn number(text: &str) -> Read<u32> {
    text.parse().map_err(|_| "not a number")
}

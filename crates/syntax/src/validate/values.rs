//! Names that are reserved, days that do not exist, numbers out of range.

use problem::SyntaxProblem;

use super::Check;
use crate::ast::ReadingStatus;
use crate::ast::calendar_day;
use crate::kind::{SyntaxKind, SyntaxNode, SyntaxToken};
use crate::reserved::is_reserved;
use crate::rules::quoted;
use crate::scan::closest;

/// The most digits of a decimal number, an amount or a percentage.
const DIGITS: usize = 28;

impl Check<'_> {
    /// The names that are declared directly in a node.
    pub(super) fn names(&mut self, node: &SyntaxNode) {
        for token in node.children_with_tokens().filter_map(|child| child.into_token()) {
            if token.kind() == SyntaxKind::Name {
                self.declared(&token);
            }
        }
    }

    /// The name of a field, of which only the first segment counts.
    pub(super) fn field_name(&mut self, field: &SyntaxNode) {
        let path = field.children().find(|child| child.kind() == SyntaxKind::Path);
        if let Some(first) = path.and_then(|path| path.first_token()) {
            self.declared(&first);
        }
    }

    fn declared(&mut self, token: &SyntaxToken) {
        if is_reserved(token.text()) {
            self.report(SyntaxProblem::ReservedWord { word: token.text().to_owned() }, token.text_range());
        }
    }

    pub(super) fn date(&mut self, token: &SyntaxToken) {
        if calendar_day(token.text()).is_none() {
            self.report(SyntaxProblem::NoSuchDate { text: token.text().to_owned() }, token.text_range());
        }
    }

    pub(super) fn date_time(&mut self, token: &SyntaxToken) {
        let text = token.text();
        let valid =
            text.split_once('T').is_some_and(|(day, time)| calendar_day(day).is_some() && is_time(time));
        if !valid {
            self.report(SyntaxProblem::NoSuchDate { text: text.to_owned() }, token.text_range());
        }
    }

    pub(super) fn number(&mut self, token: &SyntaxToken) {
        let text = token.text().replace('_', "");
        let parent = token.parent();
        let siblings = || parent.iter().flat_map(|node| node.children_with_tokens());
        let amount =
            siblings().any(|child| matches!(child.kind(), SyntaxKind::Currency | SyntaxKind::Percent));
        let fits = if token.kind() == SyntaxKind::Decimal || amount {
            text.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
        } else if parent.as_ref().is_some_and(|node| node.kind() == SyntaxKind::Literal) {
            text.parse::<i64>().is_ok()
        } else {
            text.parse::<u32>().is_ok()
        };
        if !fits {
            self.report(SyntaxProblem::NumberRange { text: token.text().to_owned() }, token.text_range());
        }
    }

    /// `status` takes one of eight words.
    pub(super) fn status(&mut self, clause: &SyntaxNode) {
        let Some(name) = super::token_of(clause, SyntaxKind::Name) else { return };
        if ReadingStatus::of(name.text()).is_some() {
            return;
        }
        let words = || ReadingStatus::ALL.into_iter().map(ReadingStatus::word);
        let expected = match closest(name.text(), words()).and_then(quoted_status) {
            Some(word) => vec![word],
            None => vec!["`text`", "`guidelines`", "`literature`"],
        };
        let found = name.text().to_owned();
        self.report(SyntaxProblem::Unexpected { found, expected }, name.text_range());
    }
}

fn quoted_status(word: &str) -> Option<&'static str> {
    match ReadingStatus::of(word)? {
        ReadingStatus::Text => Some("`text`"),
        ReadingStatus::Recital => quoted("recital"),
        ReadingStatus::Consultation => Some("`consultation`"),
        ReadingStatus::Draft => Some("`draft`"),
        ReadingStatus::Guidelines => Some("`guidelines`"),
        ReadingStatus::Judgment => Some("`judgment`"),
        ReadingStatus::Opinion => Some("`opinion`"),
        ReadingStatus::Literature => Some("`literature`"),
    }
}

/// Whether `08:40:00+01:00` is a time; its shape is known to be right.
fn is_time(text: &str) -> bool {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => return false,
    };
    let below = |text: Option<&str>, limit: u8| {
        let whole = text.map(|text| text.split('.').next().unwrap_or(text));
        whole.is_none_or(|text| text.parse::<u8>().is_ok_and(|number| number < limit))
    };
    let mut clock = clock.split(':');
    let mut offset = offset.trim_start_matches(['Z', '+', '-']).split(':').filter(|part| !part.is_empty());
    below(clock.next(), 24)
        && below(clock.next(), 60)
        && below(clock.next(), 60)
        && below(offset.next(), 24)
        && below(offset.next(), 60)
}

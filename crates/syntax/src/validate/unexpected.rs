//! What stands in an `Error` node, and what could have stood there: the strict rule is read again on
//! the swallowed text, together with the clause before it where the text continues that.

use base::TextRange;
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use problem::SyntaxProblem;

use super::clauses::{COMMON, clauses_of};
use super::{Check, token_of};
use crate::kind::{SyntaxKind, SyntaxNode};
use crate::reserved::is_reserved;
use crate::rough::word;
use crate::rules::{Grammar, Rule, expectation, quoted};
use crate::scan::{closest, range};

/// The most characters of a text that a problem repeats.
const SHOWN: usize = 32;

/// What a list holds, so that "the next clause" can be said of each.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Clauses,
    Fields,
    Points,
    Members,
}

impl Row {
    fn of(parent: SyntaxKind) -> Row {
        match parent {
            SyntaxKind::Facts | SyntaxKind::Record | SyntaxKind::Conduct => Row::Fields,
            SyntaxKind::GroupExpr => Row::Points,
            SyntaxKind::Enum => Row::Members,
            _ => Row::Clauses,
        }
    }

    fn strict(self) -> Rule {
        match self {
            Row::Clauses | Row::Members => Rule::strict_clause,
            Row::Fields => Rule::strict_field,
            Row::Points => Rule::strict_point,
        }
    }

    fn next(self) -> &'static str {
        match self {
            Row::Clauses => "the next clause",
            Row::Fields => "the next field",
            Row::Points => "the next point",
            Row::Members => "`,`",
        }
    }

    fn any(self) -> &'static str {
        match self {
            Row::Clauses => "a clause",
            Row::Fields => "a field",
            Row::Points => "a point",
            Row::Members => "a name",
        }
    }
}

/// Where the strict rule fails, and what it would have taken there.
struct Failure {
    at: usize,
    rules: Vec<Rule>,
}

impl Check<'_> {
    pub(super) fn error(&mut self, error: &SyntaxNode) {
        let Some(parent) = error.parent() else { return };
        let start = usize::from(error.text_range().start());
        let end = usize::from(error.text_range().end());
        let brace = token_of(&parent, SyntaxKind::LBrace);
        let in_header =
            brace.as_ref().is_some_and(|brace| brace.text_range().start() >= error.text_range().end());
        if in_header && parent.kind() != SyntaxKind::Reading {
            return;
        }
        // Without a brace, what stands first after the header is told with the header.
        if brace.is_none() && error.prev_sibling().is_none_or(|prev| prev.kind() == SyntaxKind::Target) {
            return;
        }
        if self.text[start..].starts_with('}') {
            let (found, range) = found_at(self.text, start);
            let whole = self.text[start + 1..end].trim().is_empty();
            let (found, range) =
                if whole { (found, range) } else { found_at(self.text, self.solid(start + 1)) };
            return self
                .report(SyntaxProblem::Unexpected { found, expected: vec!["the end of the item"] }, range);
        }
        let row = Row::of(parent.kind());
        let first = word(&self.text[start..]);
        let suggestion = suggestion(parent.kind(), first);
        let begins = match row {
            Row::Clauses => {
                is_clause(first) && !error.prev_sibling().is_some_and(|prev| lacks_formula(&prev))
            }
            Row::Fields => {
                self.begins_field(start, end) || suggestion.is_none() && !self.continues_line(start)
            }
            Row::Points => self.text[start..].starts_with('('),
            Row::Members => true,
        };
        let before = error.prev_sibling().filter(|prev| {
            !begins
                && prev.kind() != SyntaxKind::Target
                && prev.kind() != SyntaxKind::Parameter
                && prev.kind() != SyntaxKind::Error
                && brace.as_ref().is_some_and(|brace| brace.text_range().end() <= prev.text_range().start())
        });
        let from = before.as_ref().map_or(start, |before| usize::from(before.text_range().start()));
        if let Some(word) = suggestion {
            let (found, range) = found_at(self.text, start);
            return self.report(SyntaxProblem::Unexpected { found, expected: vec![word] }, range);
        }
        match strict_failure(row.strict(), &self.text[from..end]) {
            Some(failure) => self.failure(row, parent.kind(), start, from, failure),
            // The clause is in order, but this item does not take it.
            None => {
                let (found, range) = found_at(self.text, start);
                let expected = telling_clauses(parent.kind(), row);
                self.report(SyntaxProblem::Unexpected { found, expected }, range);
            }
        }
    }

    fn failure(&mut self, row: Row, parent: SyntaxKind, start: usize, from: usize, failure: Failure) {
        let at = self.solid(from + failure.at);
        let (found, range) = found_at(self.text, at);
        if at == start && (from == start || row == Row::Members) {
            let expected = telling_clauses(parent, row);
            return self.report(SyntaxProblem::Unexpected { found, expected }, range);
        }
        if !self.continues_line(at)
            && let Some(word) = suggestion(parent, word(&self.text[at..]))
        {
            return self.report(SyntaxProblem::Unexpected { found, expected: vec![word] }, range);
        }
        let names: Vec<&'static str> = expected_names(row, &failure.rules);
        let takes_name = names.iter().any(|name| matches!(*name, "a name" | "an expression"));
        if takes_name && is_reserved(&found) && !joins(&found) && self.continues_line(at) {
            return self.report(SyntaxProblem::ReservedWord { word: found }, range);
        }
        let expected = if names.is_empty() { vec![row.next()] } else { names };
        self.report(SyntaxProblem::Unexpected { found, expected }, range);
    }

    /// Whether a path and a colon stand at the start of a stretch.
    fn begins_field(&self, start: usize, end: usize) -> bool {
        let text = &self.text[start..end];
        let path =
            text.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.'));
        path.len() < text.len() && path.trim_start().starts_with(':')
    }

    /// The first place from `at` on that is neither blank nor in a comment.
    pub(super) fn solid(&self, at: usize) -> usize {
        let trivia = crate::rough::rough_tokens(&self.text[at..]).take_while(|(kind, _)| kind.is_trivia());
        at + trivia.map(|(_, piece)| piece.len()).sum::<usize>()
    }

    /// Whether something stands before `at` on its line.
    fn continues_line(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '\t', '\r']);
        !before.is_empty() && !before.ends_with('\n')
    }
}

fn strict_failure(rule: Rule, text: &str) -> Option<Failure> {
    let error = Grammar::parse(rule, text).err()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let rules = match error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives,
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Some(Failure { at, rules })
}

/// At most three names of what could stand there, the telling ones first.
fn expected_names(row: Row, rules: &[Rule]) -> Vec<&'static str> {
    let mut names: Vec<(u8, &'static str)> = rules.iter().filter_map(|rule| expectation(*rule)).collect();
    for name in &mut names {
        if name.1 == "the next clause" {
            name.1 = row.next();
        }
        if matches!(name.1, "`and`" | "`or`" | "`in`" | "`not`" | "`happened`" | "`provided`") {
            *name = (2, "an operator");
        }
    }
    // Where an expression begins, so do a number and a set; single words are told where nothing else is.
    let expression = names.iter().any(|(_, name)| *name == "an expression");
    let words = names.iter().all(|(weight, _)| *weight >= 3);
    names.retain(|(weight, _)| if expression { *weight == 0 } else { words || *weight < 3 });
    names.sort_by_key(|(weight, _)| *weight);
    let mut told = Vec::new();
    for (_, name) in names {
        if !told.contains(&name) && told.len() < 3 {
            told.push(name);
        }
    }
    told
}

/// Whether a clause ends with its `=`, so that what follows continues it.
fn lacks_formula(node: &SyntaxNode) -> bool {
    matches!(node.kind(), SyntaxKind::Element | SyntaxKind::Must)
        && node.last_child_or_token().is_some_and(|last| last.kind() == SyntaxKind::Eq)
}

/// Where a target that could not be read goes wrong, and what could stand there.
pub(super) fn target_failure(text: &str) -> Option<(usize, Vec<&'static str>)> {
    let failure = strict_failure(Rule::strict_target, text)?;
    Some((failure.at, expected_names(Row::Clauses, &failure.rules)))
}

/// Words that join expressions: nobody means them as names.
fn joins(word: &str) -> bool {
    matches!(word, "and" | "or" | "not" | "in" | "of" | "for" | "on" | "provided" | "happened" | "otherwise")
}

/// Whether a word begins a clause of some item.
fn is_clause(first: &str) -> bool {
    let parents = [
        SyntaxKind::Source,
        SyntaxKind::Constraint,
        SyntaxKind::Definition,
        SyntaxKind::Prohibition,
        SyntaxKind::Exception,
        SyntaxKind::Obligation,
        SyntaxKind::Saving,
        SyntaxKind::Precedence,
        SyntaxKind::Power,
        SyntaxKind::Sanction,
        SyntaxKind::Issue,
        SyntaxKind::Reading,
    ];
    let own = parents.iter().flat_map(|parent| clauses_of(*parent).0);
    own.chain(COMMON).any(|clause| clause.split(' ').next() == Some(first))
}

/// The clause of this parent that a misspelt word was probably meant to be.
fn suggestion(parent: SyntaxKind, first: &str) -> Option<&'static str> {
    let (own, common) = clauses_of(parent);
    let clauses = own.iter().chain(if common { COMMON } else { &[] });
    let words: Vec<&'static str> = clauses.filter_map(|clause| clause.split(' ').next()).collect();
    if words.contains(&first) || is_clause(first) {
        return None;
    }
    closest(first, words.into_iter()).and_then(quoted)
}

/// The three clauses that tell most about a parent.
fn telling_clauses(parent: SyntaxKind, row: Row) -> Vec<&'static str> {
    if row != Row::Clauses {
        return vec![row.any()];
    }
    let (own, common) = clauses_of(parent);
    let clauses = own.iter().chain(if common { COMMON } else { &[] });
    let words = clauses.filter_map(|clause| quoted(clause.split(' ').next()?));
    let told: Vec<&'static str> = words.take(3).collect();
    if told.is_empty() { vec![row.any()] } else { told }
}

/// The word, string or character at a place, shortened, and its bytes. Both are empty at the end.
pub(crate) fn found_at(text: &str, at: usize) -> (String, TextRange) {
    let rest = &text[at..];
    let length = match rest.chars().next() {
        None => 0,
        Some('"') => string_length(rest),
        Some(first) if first.is_alphanumeric() || first == '_' => {
            rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(rest.len())
        }
        Some(first) => ["==", "!=", "<=", ">=", "::"]
            .iter()
            .find(|symbol| rest.starts_with(**symbol))
            .map_or(first.len_utf8(), |symbol| symbol.len()),
    };
    let mut found: String = rest[..length].chars().take(SHOWN).collect();
    if found.len() < length {
        found.push('…');
    }
    (found, range(at, at + length))
}

fn string_length(rest: &str) -> usize {
    let line = rest.lines().next().unwrap_or(rest);
    line[1..].find('"').map_or(line.len(), |end| end + 2)
}

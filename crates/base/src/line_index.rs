//! From byte offsets to lines and columns.

use text_size::{TextRange, TextSize};

/// A place as people write it: both numbers start at 1, columns count
/// characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line starts of `text` (at most 4 GiB of it).
    pub fn new(text: &str) -> LineIndex {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect();
        LineIndex { starts }
    }

    /// The line of an offset, from 0.
    pub fn line(&self, offset: TextSize) -> usize {
        self.starts.partition_point(|&start| start <= u32::from(offset)) - 1
    }

    /// The place of an offset in the `text` this index was made from. An
    /// offset beyond the end is the end.
    pub fn line_column(&self, text: &str, offset: TextSize) -> LineColumn {
        let line = self.line(offset);
        let start = self.starts[line] as usize;
        let mut end = usize::from(offset).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let column = text[start.min(end)..end].chars().count() as u32 + 1;
        LineColumn { line: line as u32 + 1, column }
    }

    /// The range of a line (from 0) without its line break.
    pub fn line_range(&self, text: &str, line: usize) -> TextRange {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let trimmed = text[start as usize..end].trim_end_matches(['\n', '\r']).len() as u32;
        TextRange::at(start.into(), trimmed.into())
    }

    /// How many lines there are; the empty text has one.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, offset: u32, expected: (u32, u32)) {
        let place = LineIndex::new(text).line_column(text, offset.into());
        assert_eq!((place.line, place.column), expected, "{text:?} at {offset}");
    }

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        check("", 0, (1, 1));
        check("ab\ncd", 1, (1, 2));
        check("ab\ncd", 3, (2, 1));
        check("é€x", 5, (1, 3));
        check("a\r\nb", 3, (2, 1));
        check("ab", 99, (1, 3));
    }

    #[test]
    fn a_line_ends_before_its_break() {
        let text = "one\r\ntwo\n";
        let index = LineIndex::new(text);
        assert_eq!(&text[index.line_range(text, 0)], "one");
        assert_eq!(&text[index.line_range(text, 1)], "two");
        assert_eq!(&text[index.line_range(text, 2)], "");
    }
}

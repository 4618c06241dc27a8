//! Batches: one system a line (NDJSON).

/// One line of a batch. Problems found in it count from the start of the
/// line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number, from 1; blank lines count but are not read.
    pub number: u32,
    /// The byte at which it begins.
    pub offset: usize,
    /// The line without its break.
    pub text: &'a str,
}

/// The lines of a batch that are not blank.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut offset = 0;
    let numbered = text.split_inclusive('\n').zip(1..).map(move |(line, number)| {
        let start = offset;
        offset += line.len();
        Line { number, offset: start, text: line.trim_end_matches(['\n', '\r']) }
    });
    numbered.filter(|line| !line.text.trim_start_matches('\u{feff}').trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_count_but_are_not_read() {
        let found: Vec<_> = lines("{}\r\n\n  \n{\"a\":1}").map(|l| (l.number, l.offset, l.text)).collect();
        assert_eq!(found, [(1, 0, "{}"), (4, 8, "{\"a\":1}")]);
        assert_eq!(lines("").count(), 0);
    }
}

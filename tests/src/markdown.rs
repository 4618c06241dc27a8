//! Markdown as the suite needs it: headings, and the fences under them with
//! their lines. Anything else is prose.

/// A heading with the fences that stand directly under it.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// 1 for `#`; 0 for what stands before the first heading.
    pub level: usize,
    /// The text of the heading.
    pub title: String,
    /// The fences, in order.
    pub fences: Vec<Fence>,
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The first word behind the back-ticks.
    pub language: String,
    /// The other words there.
    pub words: Vec<String>,
    /// The line of the opening back-ticks, from 1.
    pub line: usize,
    /// What stands between the fences.
    pub text: String,
}

/// The sections of a document, in order.
///
/// # Errors
/// If a fence is never closed: its line.
pub fn sections(document: &str) -> Result<Vec<Section>, usize> {
    let mut sections = vec![Section { level: 0, title: String::new(), fences: Vec::new() }];
    let mut open: Option<(usize, Fence)> = None;
    for (number, line) in document.lines().enumerate() {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        match open.take() {
            Some((width, fence)) if ticks >= width && line[ticks..].trim().is_empty() => {
                if let Some(section) = sections.last_mut() {
                    section.fences.push(fence);
                }
            }
            Some((width, mut fence)) => {
                fence.text.push_str(line);
                fence.text.push('\n');
                open = Some((width, fence));
            }
            None if ticks >= 3 => {
                let mut words = line[ticks..].split_whitespace().map(str::to_owned);
                let language = words.next().unwrap_or_default();
                let fence = Fence { language, words: words.collect(), line: number + 1, text: String::new() };
                open = Some((ticks, fence));
            }
            None => {
                let level = line.bytes().take_while(|byte| *byte == b'#').count();
                if (1..=6).contains(&level) && line[level..].starts_with(' ') {
                    let title = line[level..].trim().to_owned();
                    sections.push(Section { level, title, fences: Vec::new() });
                }
            }
        }
    }
    match open {
        Some((_, fence)) => Err(fence.line),
        None => Ok(sections),
    }
}

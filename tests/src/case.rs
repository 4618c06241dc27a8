//! From sections to cases: what each inherits, and what it expects.

use crate::markdown::{Fence, Section};

/// One thing to check.
#[derive(Clone, Debug)]
pub struct Case {
    /// The headings down to it.
    pub name: String,
    /// The line of the fence that is checked.
    pub line: usize,
    /// The policy and facts that hold there.
    pub setting: Setting,
    /// What is expected of them.
    pub expected: Expected,
}

/// The policy and the facts of a case.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The parts of the package: the first replaces, later ones add.
    pub policy: Vec<Fence>,
    /// The facts; several are merged.
    pub facts: Vec<Fence>,
}

/// What a case expects.
#[derive(Clone, Debug)]
pub enum Expected {
    /// The policy compiles without errors.
    Compiles,
    /// Exactly these problems of the policy.
    Problems(Fence),
    /// Exactly these problems of the facts.
    FactsProblems(Fence),
    /// These outcomes, among others.
    Outcomes(Fence),
}

/// The cases of a document. A policy in it that is not a whole package stands
/// on `frame`.
///
/// # Errors
/// What is wrong with a fence, with its line.
pub fn cases(sections: Vec<Section>, frame: &Fence) -> Result<Vec<Case>, (usize, String)> {
    let mut cases = Vec::new();
    // The headings above, each with what its own fences left behind.
    let mut above: Vec<(usize, String, Setting)> = Vec::new();
    for section in sections {
        above.retain(|(level, ..)| *level < section.level);
        let mut setting = above.last().map(|(.., setting)| setting.clone()).unwrap_or_default();
        let titles = above.iter().map(|(_, title, _)| title.as_str()).chain([section.title.as_str()]);
        let name = titles.filter(|title| !title.is_empty()).collect::<Vec<_>>().join(" / ");
        let mut own = Own { name, count: 0, unchecked: None, cases: &mut cases };
        for fence in section.fences {
            own.take(fence, &mut setting, frame)?;
        }
        own.flush(&setting);
        above.push((section.level, section.title, setting));
    }
    Ok(cases)
}

/// The cases of one section so far.
struct Own<'a> {
    name: String,
    count: usize,
    /// The line of a policy that nothing was expected of yet.
    unchecked: Option<usize>,
    cases: &'a mut Vec<Case>,
}

impl Own<'_> {
    fn take(&mut self, fence: Fence, setting: &mut Setting, frame: &Fence) -> Result<(), (usize, String)> {
        let words: Vec<&str> = fence.words.iter().map(String::as_str).collect();
        let line = fence.line;
        match (fence.language.as_str(), words.as_slice()) {
            ("policy", ["add"]) => {
                if setting.policy.is_empty() {
                    return Err((line, "there is no policy to add to".into()));
                }
                self.flush(setting);
                setting.policy.push(fence);
                self.unchecked = Some(line);
            }
            ("policy", ["fragment"]) => {
                self.flush(setting);
                setting.policy = vec![frame.clone(), fence];
                self.unchecked = Some(line);
            }
            ("policy", []) => {
                self.flush(setting);
                setting.policy = vec![fence];
                self.unchecked = Some(line);
            }
            ("facts", ["add"] | ["add", "json"]) => setting.facts.push(fence),
            ("facts", [] | ["json"]) => setting.facts = vec![fence],
            ("problems", []) => self.check(line, setting, Expected::Problems(fence)),
            ("problems", ["of", "facts"]) => self.check(line, setting, Expected::FactsProblems(fence)),
            ("outcome", _) => self.check(line, setting, Expected::Outcomes(fence)),
            ("policy" | "facts" | "problems", _) => {
                return Err((line, format!("`{}` cannot stand behind the back-ticks", words.join(" "))));
            }
            _ => {}
        }
        Ok(())
    }

    /// A policy of which nothing else is expected compiles.
    fn flush(&mut self, setting: &Setting) {
        if let Some(line) = self.unchecked {
            self.check(line, setting, Expected::Compiles);
        }
    }

    fn check(&mut self, line: usize, setting: &Setting, expected: Expected) {
        self.unchecked = None;
        self.count += 1;
        let name = match self.count {
            1 => self.name.clone(),
            count => format!("{} ({count})", self.name),
        };
        self.cases.push(Case { name, line, setting: setting.clone(), expected });
    }
}

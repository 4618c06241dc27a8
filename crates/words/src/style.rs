//! With or without colours.

use anstyle::{AnsiColor, Effects};

/// Whether the output carries colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Letters only.
    #[default]
    Plain,
    /// ANSI escapes, for terminals.
    Ansi,
}

/// What a stretch of text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Text.
    Plain,
    /// Text that stands out.
    Strong,
    /// An outcome that asks for action.
    Finding,
    /// An outcome that is not settled.
    Open,
    /// An outcome that asks for nothing.
    Settled,
}

impl Style {
    /// The text in its colour.
    pub(crate) fn paint(self, tone: Tone, text: &str) -> String {
        let style = anstyle::Style::new().effects(Effects::BOLD);
        let style = match (self, tone) {
            (Style::Plain, _) | (Style::Ansi, Tone::Plain) => return text.to_owned(),
            (Style::Ansi, Tone::Strong) => style,
            (Style::Ansi, Tone::Finding) => style.fg_color(Some(AnsiColor::Red.into())),
            (Style::Ansi, Tone::Open) => style.fg_color(Some(AnsiColor::Yellow.into())),
            (Style::Ansi, Tone::Settled) => style.fg_color(Some(AnsiColor::Green.into())),
        };
        format!("{style}{text}{style:#}")
    }
}

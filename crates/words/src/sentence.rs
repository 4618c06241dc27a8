//! Sentences from the Fluent files, read once for each language.

use std::sync::LazyLock;

use base::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub(crate) const ENGLISH: &str = include_str!("../i18n/en.ftl");
pub(crate) const DUTCH: &str = include_str!("../i18n/nl.ftl");

type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<Bundle> = LazyLock::new(|| read(ENGLISH, Lang::En));
static NL: LazyLock<Bundle> = LazyLock::new(|| read(DUTCH, Lang::Nl));

/// A sentence to be: the message in the Fluent files and what fills it in.
#[derive(Debug)]
pub(crate) struct Sentence {
    id: String,
    args: FluentArgs<'static>,
}

/// How the items of a list are joined.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Join {
    /// `a, b and c`
    And,
    /// `a, b or c`
    Or,
}

impl Sentence {
    /// The sentence with this id in the Fluent files.
    pub(crate) fn new(id: impl Into<String>) -> Sentence {
        Sentence { id: id.into(), args: FluentArgs::new() }
    }

    /// The same sentence with a variable filled in.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Sentence {
        self.args.set(name, value);
        self
    }

    /// The same sentence with a text of the user, which is put on one line.
    pub(crate) fn given(self, name: &'static str, text: &str) -> Sentence {
        self.with(name, one_line(text))
    }

    /// The sentence itself. A sentence that a language lacks is its id: a
    /// test sees to it that there is none.
    pub(crate) fn say(&self, lang: Lang) -> String {
        self.part(lang, None).unwrap_or_else(|| self.id.clone())
    }

    /// A further sentence of the same message: its label, a note, a help.
    pub(crate) fn attribute(&self, lang: Lang, name: &str) -> Option<String> {
        self.part(lang, Some(name))
    }

    fn part(&self, lang: Lang, attribute: Option<&str>) -> Option<String> {
        let bundle = bundle(lang);
        let message = bundle.get_message(&self.id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&self.args), &mut errors);
        debug_assert!(errors.is_empty(), "{} {attribute:?}: {errors:?}", self.id);
        Some(text.into_owned())
    }
}

/// A sentence without variables.
pub(crate) fn say(lang: Lang, id: &str) -> String {
    Sentence::new(id).say(lang)
}

/// Whether the sentence exists.
pub(crate) fn exists(lang: Lang, id: &str) -> bool {
    bundle(lang).has_message(id)
}

/// Items as a list in a sentence.
pub(crate) fn list(lang: Lang, join: Join, items: &[String]) -> String {
    let word = match join {
        Join::And => say(lang, "list-and"),
        Join::Or => say(lang, "list-or"),
    };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [front @ .., last] => format!("{} {word} {last}", front.join(", ")),
    }
}

/// A name as it stands in policies and facts: between backticks.
pub(crate) fn code(name: &str) -> String {
    format!("`{}`", one_line(name).replace('`', "'"))
}

/// Names as a list in a sentence.
pub(crate) fn codes<T: AsRef<str>>(lang: Lang, join: Join, names: &[T]) -> String {
    list(lang, join, &names.iter().map(|name| code(name.as_ref())).collect::<Vec<_>>())
}

/// The sentence with a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// A text of others on one line, without control characters: it can neither
/// break a layout nor steer a terminal.
pub(crate) fn one_line(text: &str) -> String {
    let spaced = text.replace(|letter: char| letter.is_control(), " ");
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::En => &EN,
        Lang::Nl => &NL,
    }
}

fn read(text: &str, lang: Lang) -> Bundle {
    let language: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    // What cannot be parsed is left out; a test sees to it that all can.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

//! Lists of labels in words: "paragraphs 1, 1a, 1b and 2 to 8".

use base::Lang;

use crate::format::{label_en, label_nl};
use crate::label::follows;
use crate::level::Level;

/// Labels folded into runs of three and more: `1`, `1a`, `1b`, `2` to `8`.
/// A run of one has the same first and last.
fn fold(labels: &[String]) -> Vec<(&str, &str)> {
    let mut runs = Vec::new();
    let mut rest = labels;
    while let Some(first) = rest.first() {
        let length = 1 + rest.windows(2).take_while(|pair| follows(&pair[0], &pair[1])).count();
        if length >= 3 {
            runs.push((first.as_str(), rest[length - 1].as_str()));
            rest = &rest[length..];
        } else {
            runs.push((first.as_str(), first.as_str()));
            rest = &rest[1..];
        }
    }
    runs
}

impl Level {
    /// The labels as a list in words, without the noun: "1, 1a, 1b and 2 to 8",
    /// "1, 1 bis, 1 ter en 2 tot en met 8". Empty for no labels.
    pub fn list(self, labels: &[String], lang: Lang) -> String {
        let label = |label: &str| match lang {
            Lang::En => label_en(label, self),
            Lang::Nl => label_nl(label, self),
        };
        let (and, to) = match lang {
            Lang::En => (" and ", " to "),
            Lang::Nl => (" en ", " tot en met "),
        };
        let runs = fold(labels).into_iter().map(|(first, last)| {
            if first == last { label(first) } else { format!("{}{to}{}", label(first), label(last)) }
        });
        let mut runs: Vec<String> = runs.collect();
        let last = runs.pop().unwrap_or_default();
        if runs.is_empty() { last } else { format!("{}{and}{last}", runs.join(", ")) }
    }

    /// The noun, for one or for several: "paragraphs", "leden".
    pub fn noun(self, several: bool, lang: Lang) -> &'static str {
        let (en, nl) = match self {
            Level::Article => (("article", "articles"), ("artikel", "artikelen")),
            Level::Annex => (("annex", "annexes"), ("bijlage", "bijlagen")),
            Level::Recital => (("recital", "recitals"), ("overweging", "overwegingen")),
            Level::Section => (("section", "sections"), ("afdeling", "afdelingen")),
            Level::Paragraph => (("paragraph", "paragraphs"), ("lid", "leden")),
            Level::Subparagraph => (("subparagraph", "subparagraphs"), ("alinea", "alinea’s")),
            Level::Sentence => (("sentence", "sentences"), ("volzin", "volzinnen")),
            Level::Point | Level::Definition | Level::Item => (("point", "points"), ("punt", "punten")),
            Level::Indent => (("indent", "indents"), ("streepje", "streepjes")),
        };
        let (one, more) = match lang {
            Lang::En => en,
            Lang::Nl => nl,
        };
        if several { more } else { one }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(labels: &str, level: Level, en: &str, nl: &str) {
        let labels: Vec<String> = labels.split_whitespace().map(String::from).collect();
        assert_eq!(level.list(&labels, Lang::En), en);
        assert_eq!(level.list(&labels, Lang::Nl), nl);
    }

    #[test]
    fn runs_are_folded_and_added_provisions_stand_out() {
        check(
            "1 1a 1b 2 3 4 5 6 7 8",
            Level::Paragraph,
            "1, 1a, 1b and 2 to 8",
            "1, 1 bis, 1 ter en 2 tot en met 8",
        );
        check(
            "a b ba bb c d e",
            Level::Point,
            "(a), (b), (ba), (bb) and (c) to (e)",
            "a), b), b bis), b ter) en c) tot en met e)",
        );
        check("i ii iii iv", Level::Point, "(i) to (iv)", "i) tot en met iv)");
        check(
            "75 75a 75b 75c 76",
            Level::Article,
            "75, 75a to 75c and 76",
            "75, 75 bis tot en met 75 quater en 76",
        );
    }

    #[test]
    fn short_lists_stay_lists() {
        check("1 2", Level::Paragraph, "1 and 2", "1 en 2");
        check("3", Level::Definition, "(3)", "3)");
        check("", Level::Point, "", "");
    }
}

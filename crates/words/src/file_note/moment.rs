//! Days and times in words.

use base::Lang;
use ir::Day;

use crate::report::{Moment, Stamp};
use crate::sentence::Sentence;

/// A day: `2 December 2026`.
pub(crate) fn day(day: Day, lang: Lang) -> String {
    let date = day.date();
    Sentence::new("day")
        .with("day", date.day().to_string())
        .with("month", i64::from(date.month()))
        .with("year", date.year().to_string())
        .say(lang)
}

/// A day given as `2026-12-02`; as it is given where it is none.
pub(crate) fn day_text(text: &str, lang: Lang) -> String {
    text.parse::<Day>().map_or_else(|_| text.to_owned(), |parsed| day(parsed, lang))
}

/// A day, or a time as RFC 3339: `2 December 2026 at 09:40`. The offset is
/// left out: a note says once in which time zone its times are.
pub(crate) fn moment_text(text: &str, lang: Lang) -> String {
    let parts = text.split_once('T').and_then(|(date, time)| {
        let clock = time.get(..5)?;
        Some((date.parse::<Day>().ok()?, clock))
    });
    match parts {
        Some((date, clock)) => {
            Sentence::new("day-time").with("day", day(date, lang)).with("time", clock.to_owned()).say(lang)
        }
        None => day_text(text, lang),
    }
}

/// A day or an instant.
pub(super) fn stamp(stamp: &Stamp, lang: Lang) -> String {
    match stamp {
        Stamp::Day(date) => day(*date, lang),
        Stamp::Instant(text) => moment_text(text, lang),
    }
}

/// When something is or was, as part of a sentence: `on 2 December 2026`, `by
/// 2 December 2026 at the latest`.
pub(super) fn moment(moment: &Moment, lang: Lang) -> String {
    let sentence = match moment {
        Moment::At(at) => Sentence::new("moment-on").with("at", stamp(at, lang)),
        Moment::Between { not_by: None, by: None } => Sentence::new("moment-unknown"),
        Moment::Between { not_by: None, by: Some(by) } => {
            Sentence::new("moment-by").with("by", stamp(by, lang))
        }
        Moment::Between { not_by: Some(after), by: None } => {
            Sentence::new("moment-after").with("after", stamp(after, lang))
        }
        Moment::Between { not_by: Some(after), by: Some(by) } => {
            Sentence::new("moment-between").with("after", stamp(after, lang)).with("by", stamp(by, lang))
        }
    };
    sentence.say(lang)
}

/// Until when something can be done: the last moment that is known.
pub(super) fn due(due: &Moment, lang: Lang) -> String {
    match due {
        Moment::At(at) | Moment::Between { not_by: _, by: Some(at) } => stamp(at, lang),
        Moment::Between { not_by: Some(at), by: None } => stamp(at, lang),
        Moment::Between { not_by: None, by: None } => moment(due, lang),
    }
}

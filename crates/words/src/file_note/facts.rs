//! Facts and their values in words.

use ir::Duration;

use super::Writer;
use super::moment::{day, day_text, moment, stamp};
use crate::report::{FactReport, Mode, Moment, ReportValue};
use crate::sentence::{Join, Sentence, code, codes, list, one_line};

impl Writer<'_> {
    /// Facts as reasons: "`a` is true (assumed) and `b` is not known".
    pub(super) fn facts(&self, facts: &[FactReport]) -> Vec<String> {
        facts.iter().map(|fact| self.fact(fact)).collect()
    }

    /// A fact; the first time with what the input says beside it.
    pub(super) fn fact(&self, fact: &FactReport) -> String {
        let mut aside = Vec::new();
        match fact.mode {
            Mode::Assumed => aside.push(self.say("fact-assumed")),
            Mode::Given | Mode::Unknown => {}
        }
        aside.extend(self.provenance(fact));
        let statement = self.statement(fact);
        if aside.is_empty() {
            return statement;
        }
        let in_full = format!("{statement} ({})", aside.join("; "));
        if self.told.borrow_mut().insert(in_full.clone()) { in_full } else { statement }
    }

    /// A fact by itself: "`a` is true".
    pub(super) fn statement(&self, fact: &FactReport) -> String {
        self.value_of(&fact.fact, &fact.value, fact.event)
    }

    /// A fact that has, or would have, this value.
    pub(super) fn value_of(&self, fact: &str, value: &ReportValue, event: bool) -> String {
        let sentence = match value {
            ReportValue::Unknown => Sentence::new("fact-unknown"),
            ReportValue::Time(time) if event => {
                let happened = match time {
                    Moment::Between { not_by: Some(after), by: None } => {
                        let after = stamp(after, self.lang());
                        Sentence::new("event-not-by").with("after", after)
                    }
                    Moment::At(_) | Moment::Between { .. } => {
                        Sentence::new("event").with("moment", moment(time, self.lang()))
                    }
                };
                return self.speak(happened.with("fact", code(fact)));
            }
            ReportValue::Time(Moment::Between { .. }) => {
                let ReportValue::Time(time) = value else { return code(fact) };
                Sentence::new("time").with("moment", moment(time, self.lang()))
            }
            ReportValue::Names(names) if names.is_empty() => Sentence::new("fact-empty"),
            ReportValue::Names(_) => Sentence::new("fact-set").with("value", self.value(value)),
            ReportValue::List { count, complete } => {
                Sentence::new(if *complete { "fact-list" } else { "fact-list-open" }).with("count", *count)
            }
            ReportValue::Bool(_)
            | ReportValue::Name(_)
            | ReportValue::Integer(_)
            | ReportValue::Decimal(_)
            | ReportValue::Money { .. }
            | ReportValue::Text(_)
            | ReportValue::Day(_)
            | ReportValue::Time(Moment::At(_))
            | ReportValue::Duration(_) => Sentence::new("fact").with("value", self.value(value)),
        };
        self.speak(sentence.with("fact", code(fact)))
    }

    fn value(&self, value: &ReportValue) -> String {
        match value {
            ReportValue::Unknown => self.say("value-unknown"),
            ReportValue::Bool(true) => self.say("value-true"),
            ReportValue::Bool(false) => self.say("value-false"),
            ReportValue::Name(name) => code(name),
            ReportValue::Names(names) => codes(self.lang(), Join::And, names),
            ReportValue::Integer(number) => number.to_string(),
            ReportValue::Decimal(number) => self.decimal(number),
            ReportValue::Money { amount, currency } => self.money(amount, currency),
            ReportValue::Text(text) => self.quoted(text),
            ReportValue::Day(date) => day(*date, self.lang()),
            ReportValue::Time(Moment::At(at)) => stamp(at, self.lang()),
            ReportValue::Time(time @ Moment::Between { .. }) => moment(time, self.lang()),
            ReportValue::Duration(duration) => self.duration(*duration),
            ReportValue::List { count, complete: _ } => count.to_string(),
        }
    }

    fn provenance(&self, fact: &FactReport) -> Vec<String> {
        let mut parts = Vec::new();
        let on = fact.on.as_deref().map(|on| day_text(on, self.lang()));
        match (fact.assessed_by.as_deref(), on) {
            (Some(by), Some(on)) => {
                parts.push(self.speak(Sentence::new("assessed-by-on").given("by", by).with("on", on)));
            }
            (Some(by), None) => parts.push(self.speak(Sentence::new("assessed-by").given("by", by))),
            (None, Some(on)) => parts.push(self.speak(Sentence::new("assessed-on").with("on", on))),
            (None, None) => {}
        }
        parts.extend(fact.because.as_deref().map(|because| self.quoted(because)));
        for (factor, weighed) in &fact.considering {
            let sentence = Sentence::new("considering").given("factor", &self.voice.cite_text(factor));
            parts.push(self.speak(sentence.with("weighed", self.quoted(weighed))));
        }
        if !fact.evidence.is_empty() {
            let evidence: Vec<String> = fact.evidence.iter().map(|text| one_line(text)).collect();
            parts.push(
                self.speak(Sentence::new("evidence").with("list", list(self.lang(), Join::And, &evidence))),
            );
        }
        parts
    }

    fn quoted(&self, text: &str) -> String {
        self.speak(Sentence::new("quoted").given("text", &text.replace('`', "'")))
    }

    /// An amount as EU law writes it: `EUR 35 000 000`.
    pub(super) fn money(&self, amount: &str, currency: &str) -> String {
        format!("{} {}", one_line(currency), self.decimal(amount))
    }

    /// A decimal number with the digits in groups of three.
    fn decimal(&self, number: &str) -> String {
        let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push('\u{a0}');
            }
            grouped.push(digit);
        }
        match fraction {
            Some(fraction) => format!("{sign}{grouped}{}{fraction}", self.say("decimal-mark")),
            None => format!("{sign}{grouped}"),
        }
    }

    fn duration(&self, duration: Duration) -> String {
        let Duration::Limited { months, days, micros } = duration else { return self.say("unlimited") };
        let (hours, minutes, seconds) = crate::report::clock_parts(micros);
        let counts = [
            ("years", i64::from(months / 12)),
            ("months", i64::from(months % 12)),
            ("days", i64::from(days)),
            ("hours", hours),
            ("minutes", minutes),
            ("seconds", seconds),
        ];
        let parts = counts.into_iter().filter(|(_, count)| *count != 0);
        let parts: Vec<String> =
            parts.map(|(unit, count)| self.speak(Sentence::new(unit).with("count", count))).collect();
        if parts.is_empty() {
            self.speak(Sentence::new("hours").with("count", 0))
        } else {
            list(self.lang(), Join::And, &parts)
        }
    }
}

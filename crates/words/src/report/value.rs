//! Values as output has them.

use ir::{Bounds, Day, Duration, Facts, Instant, Schema, Type, Value, Zone};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportValue {
    /// Not known.
    Unknown,
    /// Of a `bool` or a `judgement`.
    Bool(bool),
    /// A member of an enum.
    Name(String),
    /// A set of them.
    Names(Vec<String>),
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Decimal(String),
    /// An amount.
    Money {
        /// How much.
        amount: String,
        /// The currency.
        currency: String,
    },
    /// A text.
    Text(String),
    /// A date.
    Day(Day),
    /// A time, or when something happened.
    Time(Moment),
    /// A length of time.
    Duration(Duration),
    /// A list of records.
    List {
        /// How many are given.
        count: u32,
        /// Whether there are no others.
        complete: bool,
    },
}

/// What is known of a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Then, or at some time on that day.
    At(Stamp),
    /// Within bounds, of which at least one is known.
    Between {
        /// After this.
        not_by: Option<Stamp>,
        /// At this at the latest.
        by: Option<Stamp>,
    },
}

/// A day, or an instant in the time zone of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// A day.
    Day(Day),
    /// An instant as RFC 3339.
    Instant(String),
}

impl ReportValue {
    /// The value of a slot of this type.
    pub(crate) fn new(value: Value, ty: &Type, schema: &Schema, facts: &Facts, zone: &Zone) -> ReportValue {
        match (value, ty) {
            (Value::Unknown, _) => ReportValue::Unknown,
            (Value::Bool(value), _) => ReportValue::Bool(value),
            (Value::Member(member), Type::Enum(id)) => {
                ReportValue::Name(schema.enum_type(*id).members[usize::from(member)].clone())
            }
            (Value::Set(members), Type::Set(id)) => {
                let names = &schema.enum_type(*id).members;
                let given = members.iter().filter_map(|member| names.get(usize::from(member)).cloned());
                ReportValue::Names(given.collect())
            }
            (Value::Integer(number), _) => ReportValue::Integer(number),
            (Value::Decimal(amount), Type::Money(currency)) => {
                ReportValue::Money { amount: amount.to_string(), currency: currency.clone() }
            }
            (Value::Decimal(number), _) => ReportValue::Decimal(number.to_string()),
            (Value::Text(text), _) => {
                ReportValue::Text(facts.texts.get(text as usize).cloned().unwrap_or_default())
            }
            (Value::Day(day), _) => ReportValue::Day(day),
            (Value::Time(bounds), _) => {
                Moment::new(bounds, zone).map_or(ReportValue::Unknown, ReportValue::Time)
            }
            (Value::Duration(duration), _) => ReportValue::Duration(duration),
            (Value::List(list), _) => ReportValue::List { count: list.len, complete: list.complete },
            // A member without its enum has no name.
            (Value::Member(member), _) => ReportValue::Integer(i64::from(member)),
            (Value::Set(_), _) => ReportValue::Unknown,
        }
    }
}

impl Moment {
    /// What bounds say; nothing if both are open.
    pub(crate) fn new(bounds: Bounds, zone: &Zone) -> Option<Moment> {
        let Bounds { earliest, latest } = bounds;
        if earliest == latest {
            return Some(Moment::At(Stamp::Instant(zone.format(earliest))));
        }
        if earliest != Bounds::OPEN && bounds == zone.bounds_of(zone.day_of(earliest)) {
            return Some(Moment::At(Stamp::Day(zone.day_of(earliest))));
        }
        let not_by = (earliest != Bounds::OPEN).then(|| Stamp::new(earliest - 1, zone));
        let by = (latest != Bounds::NEVER).then(|| Stamp::new(latest, zone));
        (not_by.is_some() || by.is_some()).then_some(Moment::Between { not_by, by })
    }
}

impl Stamp {
    /// A bound: the day where it is that day's first or last instant, as a
    /// bare date in the facts gives it.
    fn new(instant: Instant, zone: &Zone) -> Stamp {
        let day = zone.day_of(instant);
        let Bounds { earliest, latest } = zone.bounds_of(day);
        if instant == earliest || instant == latest {
            Stamp::Day(day)
        } else {
            Stamp::Instant(zone.format(instant))
        }
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stamp::Day(day) => day.fmt(f),
            Stamp::Instant(text) => f.write_str(text),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Moment::At(stamp) => serializer.collect_str(stamp),
            Moment::Between { not_by, by } => {
                let ends = [("not_by", not_by), ("by", by)];
                serializer.collect_map(
                    ends.iter().filter_map(|(key, end)| end.as_ref().map(|end| (key, end.to_string()))),
                )
            }
        }
    }
}

impl Serialize for ReportValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ReportValue::Unknown => serializer.serialize_none(),
            ReportValue::Bool(value) => serializer.serialize_bool(*value),
            ReportValue::Name(text) | ReportValue::Decimal(text) | ReportValue::Text(text) => {
                serializer.serialize_str(text)
            }
            ReportValue::Names(names) => names.serialize(serializer),
            ReportValue::Integer(number) => serializer.serialize_i64(*number),
            ReportValue::Money { amount, currency } => {
                let mut money = serializer.serialize_struct("Money", 2)?;
                money.serialize_field("amount", amount)?;
                money.serialize_field("currency", currency)?;
                money.end()
            }
            ReportValue::Day(day) => day.serialize(serializer),
            ReportValue::Time(moment) => moment.serialize(serializer),
            ReportValue::Duration(duration) => serializer.serialize_str(&iso_8601(*duration)),
            ReportValue::List { count, complete } => {
                let mut list = serializer.serialize_struct("List", 2)?;
                list.serialize_field("count", count)?;
                list.serialize_field("complete", complete)?;
                list.end()
            }
        }
    }
}

/// A duration as ISO 8601: `P4Y`, `PT24H`, `P1Y2M3DT4H`; `unlimited`.
fn iso_8601(duration: Duration) -> String {
    let Duration::Limited { months, days, micros } = duration else { return "unlimited".to_owned() };
    let clock = clock_parts(micros);
    let write = |parts: &[(i64, char)]| -> String {
        parts.iter().filter(|(count, _)| *count != 0).map(|(count, unit)| format!("{count}{unit}")).collect()
    };
    let months = i64::from(months);
    let date = write(&[(months / 12, 'Y'), (months % 12, 'M'), (i64::from(days), 'D')]);
    let time = write(&[(clock.0, 'H'), (clock.1, 'M'), (clock.2, 'S')]);
    match (date.as_str(), time.as_str()) {
        ("", "") => "PT0S".to_owned(),
        (_, "") => format!("P{date}"),
        (_, _) => format!("P{date}T{time}"),
    }
}

/// Hours, minutes and seconds.
pub(crate) fn clock_parts(micros: i64) -> (i64, i64, i64) {
    let seconds = micros / 1_000_000;
    (seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_iso_8601() {
        let limited =
            |months, days, hours: i64| Duration::Limited { months, days, micros: hours * 3_600_000_000 };
        for (duration, expected) in [
            (Duration::Unlimited, "unlimited"),
            (limited(48, 0, 0), "P4Y"),
            (limited(0, 0, 24), "PT24H"),
            (limited(14, 3, 4), "P1Y2M3DT4H"),
            (limited(0, 0, 0), "PT0S"),
        ] {
            assert_eq!(iso_8601(duration), expected);
        }
    }

    #[test]
    fn bounds_read_as_they_were_written() {
        let zone = Zone::named("Europe/Brussels").unwrap();
        let day = Day::new(2026, 12, 2).unwrap();
        let of = |earliest, latest| {
            let moment = Moment::new(Bounds { earliest, latest }, &zone);
            serde_json::to_string(&moment).unwrap()
        };
        let Bounds { earliest, latest } = zone.bounds_of(day);
        let noon = earliest + 12 * 3_600_000_000;
        assert_eq!(of(noon, noon), r#""2026-12-02T12:00:00+01:00""#);
        assert_eq!(of(earliest, latest), r#""2026-12-02""#);
        assert_eq!(of(Bounds::OPEN, latest), r#"{"by":"2026-12-02"}"#);
        assert_eq!(of(earliest + 1, Bounds::NEVER), r#"{"not_by":"2026-12-02"}"#);
        assert_eq!(of(noon + 1, latest), r#"{"not_by":"2026-12-02T12:00:00+01:00","by":"2026-12-02"}"#);
        assert_eq!(of(Bounds::OPEN, Bounds::NEVER), "null");
    }
}

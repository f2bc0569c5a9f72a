//! Values that are read tolerantly: mdBook's environment overrides arrive as JSON or as a string,
//! and TOML has dates of its own.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde_json::Value;

use text::word::Word;

/// `true` or `false`, also as a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flag(pub(super) bool);

/// A whole number from 0, also as a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count(pub(super) usize);

/// A string; also a number, a truth value or a TOML date, as it would be written.
#[derive(Clone, Debug)]
pub(super) struct Text(pub(super) String);

/// A string and nothing else: a name or a path.
#[derive(Clone, Debug)]
pub(super) struct Name(pub(super) String);

/// A list of [`Name`]; also one alone, in which commas separate.
#[derive(Clone, Debug)]
pub(super) struct Texts(pub(super) Vec<String>);

/// One of a few words; another word is kept, for a finding.
#[derive(Clone, Debug)]
pub(super) enum Choice<T> {
    /// A word that is known.
    Known(T),
    /// Any other.
    Unknown(String),
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let flag = match &value {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        flag.map(Self).ok_or_else(|| unfit(&value, "`true` or `false`"))
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let count = match &value {
            Value::Number(number) => number.as_u64().and_then(|count| count.try_into().ok()),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        count.map(Self).ok_or_else(|| unfit(&value, "a whole number from 0"))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        text(&value).map(Self).ok_or_else(|| unfit(&value, "a string"))
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self(text)),
            other => Err(unfit(&other, "a string")),
        }
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextsVisitor)
    }
}

/// Asks for each element by itself, so that an error names it.
struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of strings")
    }

    fn visit_str<E: Error>(self, list: &str) -> Result<Texts, E> {
        Ok(Texts(list.split(',').map(|one| one.trim().to_owned()).collect()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::new();
        while let Some(Name(text)) = list.next_element()? {
            texts.push(text);
        }
        Ok(Texts(texts))
    }
}

impl<'de, T: Word> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let Value::String(word) = value else {
            let expected = format!("one of {}", text::wording::listed(&T::all()));
            return Err(unfit(&value, &expected));
        };
        Ok(T::from_word(word.trim()).map_or(Self::Unknown(word), Self::Known))
    }
}

/// The key under which the `toml` crate hides a date when it becomes another format.
const TOML_DATE: &str = "$__toml_private_datetime";

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Object(table) => Some(table.get(TOML_DATE)?.as_str()?.to_owned()),
        Value::Null | Value::Array(_) => None,
    }
}

/// `expected ..., found ...`, the only wording of a wrong type in the whole configuration.
fn unfit<E: Error>(value: &Value, expected: &str) -> E {
    let found = match value {
        Value::Null => "nothing".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a table".to_owned(),
        Value::String(_) => format!("the string {value}"),
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
    };
    E::custom(format_args!("expected {expected}, found {found}"))
}

//! `[preprocessor.archdoc]`: read as written, resolved into a [`Config`].
//!
//! What mdBook sends is the truth, for it holds the environment's overrides; the text of `book.toml`
//! only tells where a key stands. What is not known becomes a finding and the build goes on; a value
//! of the wrong type is an error, because there is no saying what was meant. All of them are told at once.

mod adr;
mod keys;
mod levels;
mod loose;
mod paths;
mod raw;
mod resolve;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod template_schema;
mod trace;

use std::borrow::Cow;

use judge::level_settings::LevelSettings;
use readers::settings::Settings;
use readers::settings::places::{KeyPath, Origin, Places, Step};
use serde_json::Value;
use words::Language;

use raw::{MDBOOK_KEYS, RawSettings};
use resolve::Resolver;

/// A value of the configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("`{key}`: {problem}")]
pub struct ConfigError {
    /// The key, as its file has it.
    key: String,
    /// What was expected and what was found.
    problem: String,
    /// What to write instead.
    hint: Option<String>,
    /// Where the value comes from.
    pub origin: Box<Origin>,
    /// Other values that cannot be used, in the order in which they are written.
    pub others: Vec<ConfigError>,
}

impl ConfigError {
    fn new(at: &KeyPath, problem: String, origin: Origin) -> Self {
        let key = at.to_string();
        let key = if key.is_empty() {
            "preprocessor.archdoc".to_owned()
        } else if origin.is_top_level() {
            key
        } else {
            format!("preprocessor.archdoc.{key}")
        };
        Self { key, problem, hint: None, origin: Box::new(origin), others: Vec::new() }
    }

    /// With what to write instead.
    fn hint(self, hint: String) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The first of several, with the others; none of none.
    fn first_of(mut errors: Vec<Self>) -> Option<Self> {
        errors
            .sort_by_key(|error| (error.origin.variable.is_some(), error.origin.place.span.start));
        let mut errors = errors.into_iter();
        let first = errors.next()?;
        Some(Self { others: errors.collect(), ..first })
    }

    /// Names the environment variable, when it is the one to change; else what to write.
    pub fn help(&self) -> Option<String> {
        let variable = self.origin.variable.as_ref();
        let set = |variable| format!("the value comes from the environment variable `{variable}`");
        variable.map(set).or_else(|| self.hint.clone())
    }
}

/// The table, resolved: what the readers need, and what decides about levels.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What is read, and how.
    pub settings: Settings,
    /// How much findings weigh.
    pub levels: LevelSettings,
}

impl Config {
    /// With the language of `book.language`, where the table names none and we have words of it.
    #[must_use]
    pub fn in_language_of(mut self, book: Option<&str>) -> Self {
        let settings = &mut self.settings;
        settings.language = settings.language.or_else(|| Language::from_tag(book?));
        self
    }

    /// Reads the table `preprocessor.archdoc` as mdBook sends it; defaults where there is none.
    ///
    /// # Errors
    /// A value is of the wrong type, or not a date where one is meant.
    pub fn read(table: Option<&Value>, places: Places) -> Result<Self, ConfigError> {
        let mut wrong = Vec::new();
        let (raw, ignored) =
            table.map_or_else(Default::default, |table| read_all(table, &places, &mut wrong));
        let (unknown, patterns, code) = (Vec::new(), Vec::new(), Vec::new());
        let mut resolver = Resolver { places, unknown, patterns, code, wrong };
        resolve::note_ignored(&mut resolver, ignored);
        resolver.config(raw)
    }
}

/// Reads the table without the values that have the wrong type, which are noted; and which keys were passed
/// over.
fn read_all(
    table: &Value,
    places: &Places,
    wrong: &mut Vec<ConfigError>,
) -> (RawSettings, Vec<KeyPath>) {
    let mut rest = Cow::Borrowed(table);
    loop {
        let mut ignored = Vec::new();
        let (at, problem) = match read_raw(&rest, &mut ignored) {
            Ok(raw) => return (raw, ignored),
            Err(error) => error,
        };
        wrong.push(ConfigError::new(&at, problem, places.value(&at)));
        if !take_out(rest.to_mut(), &at.0) {
            return Default::default();
        }
    }
}

/// Reads the table and notes which keys were passed over. An error is the way to a value, and what is wrong
/// with it.
fn read_raw(table: &Value, ignored: &mut Vec<KeyPath>) -> Result<RawSettings, (KeyPath, String)> {
    let mut note = |path: serde_ignored::Path<'_>| {
        let path = from_ignored(&path);
        if !MDBOOK_KEYS.iter().any(|key| path == [*key].into()) {
            ignored.push(path);
        }
    };
    let noting = serde_ignored::Deserializer::new(table, &mut note);
    serde_path_to_error::deserialize(noting)
        .map_err(|error| (from_error(error.path()), reworded(&error.into_inner().to_string())))
}

/// Takes a value out; a list as a whole, since its other elements would get other numbers.
fn take_out(table: &mut Value, way: &[Step]) -> bool {
    match way {
        [Step::Key(key), rest @ ..] => {
            let whole = !rest.iter().any(|step| matches!(step, Step::Key(_)));
            let Some(table) = table.as_object_mut() else { return false };
            if whole {
                table.remove(key).is_some()
            } else {
                table.get_mut(key).is_some_and(|inner| take_out(inner, rest))
            }
        }
        [Step::Index(index), rest @ ..] => {
            table.get_mut(*index).is_some_and(|inner| take_out(inner, rest))
        }
        [] => false,
    }
}

/// serde's "invalid type: map, expected a sequence" in the words of TOML and in our order.
fn reworded(problem: &str) -> String {
    let parts =
        problem.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "));
    let Some((found, expected)) = parts else {
        return problem.to_owned();
    };
    let plain = |word: &str| match word {
        "map" | "a map" => "a table".to_owned(),
        "sequence" | "a sequence" => "a list".to_owned(),
        _ => word.to_owned(),
    };
    format!("expected {}, found {}", plain(expected), plain(found))
}

/// The way to a key that no field took.
fn from_ignored(path: &serde_ignored::Path<'_>) -> KeyPath {
    use serde_ignored::Path;

    match path {
        Path::Root => KeyPath::default(),
        Path::Seq { parent, index } => from_ignored(parent).index(*index),
        Path::Map { parent, key } => from_ignored(parent).key(key),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => from_ignored(parent),
    }
}

/// The way to a value that did not fit its field.
fn from_error(path: &serde_path_to_error::Path) -> KeyPath {
    use serde_path_to_error::Segment;

    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    KeyPath(path.iter().filter_map(step).collect())
}

#[cfg(test)]
mod tests;

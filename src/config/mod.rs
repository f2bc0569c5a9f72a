//! `[preprocessor.archdoc]`: read as written, resolved into [`Settings`].
//!
//! What mdBook sends is the truth, for it holds the environment's overrides; the text of `book.toml`
//! only tells where a key stands. What is not known becomes a finding and the build goes on; a value
//! of the wrong type is an error, because there is no saying what was meant.

pub mod env;
pub mod glob;
mod keys;
pub mod locate;
mod loose;
mod raw;
mod resolve;
#[cfg(test)]
pub(crate) mod schema;
mod settings;
pub mod word;

use serde_json::Value;

pub use env::Environment;
pub use glob::PathSet;
pub use locate::{KeyPath, Origin, Places};
pub use settings::{
    ADR_DIRECTORIES, ADR_STATUSES, AdrChapters, AdrSettings, ChangeLogColumn, ChangeLogOrder,
    ChangeLogSettings, ChangeLogSource, DocumentSettings, Missing, Override, Settings, Unknown,
    What,
};
pub use word::Word;

use raw::{MDBOOK_KEYS, RawSettings};
use resolve::Resolver;

/// A value of the configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("`preprocessor.archdoc{key}`: {problem}")]
pub struct ConfigError {
    /// The key, with a dot before it; empty for the table itself.
    key: String,
    /// What was expected and what was found.
    problem: String,
    /// Where the value comes from.
    pub origin: Box<Origin>,
}

impl ConfigError {
    fn new(at: &KeyPath, problem: String, origin: Origin) -> Self {
        let key = at.to_string();
        Self {
            key: if key.is_empty() { key } else { format!(".{key}") },
            problem,
            origin: Box::new(origin),
        }
    }

    /// Names the environment variable, when it is the one to change.
    pub fn help(&self) -> Option<String> {
        let variable = self.origin.variable.as_ref()?;
        Some(format!("the value comes from the environment variable `{variable}`"))
    }
}

impl Settings {
    /// Reads the table `preprocessor.archdoc` as mdBook sends it; defaults where there is none.
    ///
    /// # Errors
    /// A value is of the wrong type, or not a date where one is meant.
    pub fn read(table: Option<&Value>, places: Places) -> Result<Self, ConfigError> {
        let mut ignored = Vec::new();
        let raw = match table {
            None => RawSettings::default(),
            Some(table) => read_raw(table, &places, &mut ignored)?,
        };
        let mut resolver = Resolver { places, unknown: Vec::new() };
        resolve::note_ignored(&mut resolver, ignored);
        resolver.settings(raw)
    }
}

/// Reads the table and notes which keys were passed over.
fn read_raw(
    table: &Value,
    places: &Places,
    ignored: &mut Vec<KeyPath>,
) -> Result<RawSettings, ConfigError> {
    let mut note = |path: serde_ignored::Path<'_>| {
        let path = locate::from_ignored(&path);
        if !MDBOOK_KEYS.iter().any(|key| path == [*key].into()) {
            ignored.push(path);
        }
    };
    let noting = serde_ignored::Deserializer::new(table, &mut note);
    serde_path_to_error::deserialize(noting).map_err(|error| {
        let at = locate::from_error(error.path());
        let origin = places.value(&at);
        ConfigError::new(&at, reworded(&error.into_inner().to_string()), origin)
    })
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

#[cfg(test)]
mod tests;

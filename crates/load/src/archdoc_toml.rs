//! `archdoc.toml`: the table `[preprocessor.archdoc]` as a file of its own, for trees without a book and
//! for what a repository's books share.
//!
//! The nearest one counts, from a root up to the top of its repository, where there is one. Where `book.toml` says something
//! too, it has the word, key by key. A path in the file starts at the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use readers::files::{self, Overlay};
use readers::settings::places::Places;
use serde_json::{Map, Value};
use text::link::{join, resolve, slashed};
use text::source::Source;

use crate::config::Config;
use crate::file::{parse_toml, read};
use crate::{LoadError, Reading};

/// The file's name.
pub(crate) use readers::settings::places::ARCHDOC_TOML as NAME;

/// The configuration of a root: its table of `book.toml` (environment included), over the nearest
/// `archdoc.toml`.
///
/// # Errors
/// A file cannot be read, or a value is of the wrong type.
pub fn config(
    root: &Path,
    table: Option<&Value>,
    book_toml: Option<Arc<Source>>,
    reading: impl Into<Reading>,
) -> Result<Config, LoadError> {
    let Reading { environment, overlay, .. } = reading.into();
    let places = Places::new(book_toml, environment);
    let Some(found) = find(root, &overlay)? else {
        return Ok(Config::read(table, places)?);
    };
    let mut own = parse_toml(&found.source)?;
    based(&mut own, &found.way);
    if let Some(table) = table {
        lay_over(&mut own, table);
    }
    Ok(Config::read(Some(&own), places.beside(Some(found.source)))?)
}

/// A file of settings and the way to it.
struct Found {
    source: Arc<Source>,
    way: Way,
}

/// How a root lies to a directory at or above it.
struct Way {
    /// `../..`; empty where they are one.
    up: String,
    /// `docs/book`; empty where they are one.
    down: String,
}

fn find(root: &Path, overlay: &Overlay) -> Result<Option<Found>, LoadError> {
    let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let top = files::top(&real).unwrap_or(&real).to_owned();
    let within = real.ancestors().take_while(|directory| directory.starts_with(&top));
    for (levels, directory) in within.enumerate() {
        let file = directory.join(NAME);
        // What has the name and is no file is told by whoever reads it.
        if file.symlink_metadata().is_ok() {
            let up = vec![".."; levels].join("/");
            let down = slashed(real.strip_prefix(directory).unwrap_or(Path::new("")));
            let name = join(&up, NAME);
            let text = read(overlay, &file, &name)?;
            return Ok(Some(Found { source: Source::new(name, text), way: Way { up, down } }));
        }
    }
    Ok(None)
}

/// Where the nearest `archdoc.toml` at or above a directory lies.
pub(crate) fn directory(from: &Path) -> Option<PathBuf> {
    let top = files::top(from).unwrap_or(from);
    let within = from.ancestors().take_while(|directory| directory.starts_with(top));
    let mut holding = within.filter(|directory| directory.join(NAME).is_file());
    holding.next().map(Path::to_owned)
}

/// What has paths below the file's directory gets them below the root.
fn based(table: &mut Value, way: &Way) {
    if way.up.is_empty() {
        return;
    }
    let one = |value: Option<&mut Value>| {
        if let Some(Value::String(path)) = value {
            *path = seen_from_below(path, way);
        }
    };
    let each = |value: Option<&mut Value>| {
        let paths = value.and_then(Value::as_array_mut).into_iter().flatten();
        paths.for_each(|path| one(Some(path)));
    };
    one(table.get_mut("template-dir"));
    one(table.get_mut("baseline"));
    each(table.pointer_mut("/adr/paths"));
    for key in ["documents", "overrides"] {
        let entries = table.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
        entries.for_each(|entry| each(entry.get_mut("paths")));
    }
}

/// A path below a directory as it is called from a root below it.
fn seen_from_below(path: &str, way: &Way) -> String {
    // A pattern for any directory starts nowhere.
    let Some(path) = resolve("", path).filter(|path| !path.starts_with("**")) else {
        return path.to_owned();
    };
    let inside = path.strip_prefix(&way.down).and_then(|rest| rest.strip_prefix('/'));
    inside.map_or_else(|| join(&way.up, &path), str::to_owned)
}

/// Puts values over those that are there; tables are gone into.
fn lay_over(under: &mut Value, over: &Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (key, value) in over {
                lay_over(under.entry(key).or_insert_with(|| Value::Object(Map::new())), value);
            }
        }
        (under, over) => *under = over.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_starts_at_its_file() {
        let way = Way { up: "../..".to_owned(), down: "docs/book".to_owned() };
        let mut table = json!({
            "template-dir": "templates",
            "adr": {"paths": ["docs/adr", "./docs/book/src/adr/", "**/rfc"]},
            "documents": [{"paths": ["services/*.md"], "template": "standard"}],
        });
        based(&mut table, &way);
        let expected = json!({
            "template-dir": "../../templates",
            "adr": {"paths": ["../../docs/adr", "src/adr", "**/rfc"]},
            "documents": [{"paths": ["../../services/*.md"], "template": "standard"}],
        });
        assert_eq!(table, expected);
    }

    #[test]
    fn the_book_has_the_word_key_by_key() {
        let mut own = json!({"missing": "note", "rules": {"adr": "deny", "sections": "warn"}});
        lay_over(&mut own, &json!({"rules": {"adr": "allow"}, "strict": true}));
        let rules = json!({"adr": "allow", "sections": "warn"});
        assert_eq!(own, json!({"missing": "note", "rules": rules, "strict": true}));
    }
}

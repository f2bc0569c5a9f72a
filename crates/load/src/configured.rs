//! The configuration of a book or a tree, without its files.

use readers::files::Overlay;
use readers::settings::env::Environment;
use serde_json::{Map, Value};

use crate::config::Config;
use crate::file::parse_toml;
use crate::{Home, LoadError, archdoc_toml, book_toml};

/// What is configured for a home, and its source directory: empty for a tree.
///
/// # Errors
/// `archdoc.toml` or `book.toml` cannot be used.
pub fn configured(home: &Home, environment: Environment) -> Result<(Config, String), LoadError> {
    let root = home.root();
    let book_toml = book_toml(root, &Overlay::default())?;
    let mut table = match &book_toml {
        Some(source) => parse_toml(source)?,
        None => Value::Object(Map::default()),
    };
    environment.apply(&mut table);
    let src = match home {
        Home::Book(_) => {
            let named = table.pointer("/book/src").and_then(Value::as_str).unwrap_or("src");
            named.replace('\\', "/").trim_end_matches('/').to_owned()
        }
        Home::Tree(_) => String::new(),
    };
    let language = table.pointer("/book/language").and_then(Value::as_str).map(str::to_owned);
    let own = table.pointer("/preprocessor/archdoc");
    let config = archdoc_toml::config(root, own, book_toml, environment)?;
    Ok((config.in_language_of(language.as_deref()), src))
}

//! Who runs us: the tables `[preprocessor.NAME]` of `book.toml`.

use std::sync::Arc;

use text::source::{Place, Source, Span};
use toml_edit::{Document, Item, Key, TableLike};

/// The name of the table that we read.
const OURS: &str = "archdoc";

/// The program that mdBook starts.
const PROGRAM: &str = "mdbook-archdoc";

/// The keys of a preprocessor's table that mdBook reads itself.
pub const MDBOOK_KEYS: [&str; 5] = ["command", "renderers", "before", "after", "optional"];

/// A table of another name that starts us.
#[derive(Debug)]
pub struct Misnamed {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// Whether it sets anything but what mdBook reads.
    pub has_settings: bool,
}

/// The tables of other names that start us.
pub(super) fn misnamed(source: &Arc<Source>, document: &Document<String>) -> Vec<Misnamed> {
    let Some(tables) = tables(document) else { return Vec::new() };
    let found = tables.iter().filter_map(|(name, item)| {
        let table = item.as_table_like().filter(|table| name != OURS && starts_us(*table))?;
        let span = tables.key(name).and_then(Key::span).map_or(Span::default(), Span::from);
        let has_settings = table.iter().any(|(key, _)| !MDBOOK_KEYS.contains(&key));
        Some(Misnamed { name: name.to_owned(), place: Place::new(source, span), has_settings })
    });
    found.collect()
}

/// Whether our own table is there.
pub(super) fn is_named(document: &Document<String>) -> bool {
    tables(document).is_some_and(|tables| tables.contains_key(OURS))
}

/// Whether our table says that another preprocessor runs before us.
pub(super) fn runs_after(document: &Document<String>, other: &str) -> bool {
    let after = || tables(document)?.get(OURS)?.as_table_like()?.get("after")?.as_array();
    after().is_some_and(|names| names.iter().any(|name| name.as_str() == Some(other)))
}

fn tables(document: &Document<String>) -> Option<&dyn TableLike> {
    document.get("preprocessor").and_then(Item::as_table_like)
}

/// Whether a word of the command is our program, wherever it lies.
fn starts_us(table: &dyn TableLike) -> bool {
    let command = table.get("command").and_then(Item::as_str).unwrap_or_default();
    command.split_whitespace().any(|word| {
        let name = word.rsplit(['/', '\\']).next().unwrap_or(word);
        name.strip_suffix(".exe").unwrap_or(name) == PROGRAM
    })
}

//! One file: its text, and TOML as the values that mdBook would send.

use std::path::Path;
use std::sync::Arc;

use readers::files::Overlay;
use serde_json::Value;
use text::source::{Place, Source, Span};

use crate::LoadError;

/// The table in a file.
pub(crate) fn parse_toml(source: &Arc<Source>) -> Result<Value, LoadError> {
    let problem = |error: toml::de::Error| {
        let span = error.span().map_or(Span::default(), Span::from);
        let problem = error.message().trim_end().replace('\n', ", ");
        LoadError::Toml { problem, place: Place::new(source, span) }
    };
    let table: toml::Table = source.text().parse().map_err(problem)?;
    // A date is all that TOML has and JSON lacks; serde writes it as a table.
    Ok(serde_json::to_value(table).unwrap_or_default())
}

/// A file's text; `file` is its name in messages.
pub(crate) fn read(overlay: &Overlay, path: &Path, file: &str) -> Result<String, LoadError> {
    let bytes =
        overlay.read(path).map_err(|problem| LoadError::Io { file: file.to_owned(), problem })?;
    String::from_utf8(bytes).map_err(|error| LoadError::NotUtf8 {
        file: file.to_owned(),
        offset: error.utf8_error().valid_up_to(),
    })
}

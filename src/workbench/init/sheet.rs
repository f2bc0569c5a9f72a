//! `init --css`: the optional style sheet beside `book.toml`.

use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table};

use super::super::WorkbenchError;
use super::table::add_to_list;
use crate::write::Changes;

const NAME: &str = "archdoc.css";
const TEXT: &str = include_str!("archdoc.css");

/// Writes the sheet where there is none, and says where; one that is there is the author's.
pub(super) fn written(root: &Path, files: &mut Changes) -> Result<Option<PathBuf>, WorkbenchError> {
    let path = root.join(NAME);
    if path.exists() {
        return Ok(None);
    }
    files.create(&path, TEXT)?;
    Ok(Some(path))
}

/// Has the pages take it; see
/// <https://rust-lang.github.io/mdBook/format/configuration/renderers.html#html-renderer-options>.
pub(super) fn link(
    document: &mut DocumentMut,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let contradiction = |text: &str| WorkbenchError::Contradiction(text.to_owned());
    let has_outputs = document.contains_key("output");
    let outputs = document.entry("output").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let outputs =
        outputs.as_table_like_mut().ok_or_else(|| contradiction("`output` is no table"))?;
    // Whoever names outputs gets no others.
    if has_outputs && !outputs.contains_key("html") {
        return Err(contradiction(
            "`output` names no `html`, and only pages take a style sheet: leave `--css` out, or add `[output.html]`",
        ));
    }
    let html = outputs.entry("html").or_insert_with(|| Item::Table(Table::new()));
    let html =
        html.as_table_like_mut().ok_or_else(|| contradiction("`output.html` is no table"))?;
    add_to_list(html, ["output.html", "additional-css"], NAME, changes)
}

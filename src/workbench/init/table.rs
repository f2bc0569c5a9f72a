//! The entries that are added to a configuration, each only where it is not there.

use text::link;
use toml_edit::{
    Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value,
};

use super::super::WorkbenchError;
use super::{Document, Wanted};

/// Has mdBook look at a directory beside its own; see
/// <https://rust-lang.github.io/mdBook/format/configuration/general.html#build-options>.
pub(super) fn watch(
    document: &mut DocumentMut,
    directory: &str,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let contradiction = |text: &str| WorkbenchError::Contradiction(text.to_owned());
    let build = document.entry("build").or_insert_with(|| Item::Table(Table::new()));
    let build = build.as_table_like_mut().ok_or_else(|| contradiction("`build` is no table"))?;
    add_to_list(build, ["build", "extra-watch-dirs"], directory, changes)
}

/// Adds a path to the list under a key of a table, where it is not there in another spelling; both are named as in
/// `build.extra-watch-dirs`.
pub(super) fn add_to_list(
    table: &mut dyn TableLike,
    [name, key]: [&str; 2],
    path: &str,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let list = table.entry(key).or_insert_with(|| value(Array::new())).as_array_mut();
    let list = list.ok_or_else(|| {
        WorkbenchError::Contradiction(format!("`{name}.{key}` is no list of paths"))
    })?;
    let same = |known: &str| link::normal(known) == link::normal(path);
    if !list.iter().filter_map(|known| known.as_str()).any(same) {
        list.push(path);
        changes.push(format!("added `{path}` to `{name}.{key}`"));
    }
    Ok(())
}

/// The table `adr` in ours.
fn adr(table: &mut dyn TableLike) -> Result<&mut dyn TableLike, WorkbenchError> {
    let adr = table.entry("adr").or_insert_with(|| {
        let mut adr = Table::new();
        adr.set_dotted(true);
        Item::Table(adr)
    });
    adr.as_table_like_mut()
        .ok_or_else(|| WorkbenchError::Contradiction("`adr` is no table".to_owned()))
}

/// Where the records are, besides what is said already.
pub(super) fn add_paths(
    table: &mut dyn TableLike,
    paths: &[String],
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let adr = adr(table)?;
    if !adr.contains_key("paths") {
        return set_paths(table, paths, changes);
    }
    paths.iter().try_for_each(|path| add_to_list(adr, ["adr", "paths"], path, changes))
}

/// Where the records are, in a table of ours.
fn set_paths(
    table: &mut dyn TableLike,
    paths: &[String],
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let adr = adr(table)?;
    let paths: Array = paths.iter().map(String::as_str).collect();
    changes.push(format!("set `adr.paths = {paths}`"));
    adr.insert("paths", value(paths));
    Ok(())
}

/// Says in a table of ours what is wanted.
pub(super) fn say(
    table: &mut dyn TableLike,
    inline: bool,
    wanted: &Wanted,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    if let Some(paths) = &wanted.adr_paths {
        set_paths(table, paths, changes)?;
    }
    wanted.documents.iter().try_for_each(|document| bind(table, document, inline, changes))
}

/// Adds an entry of `documents`; in an `inline` table, which has no tables of its own, as one in a line.
fn bind(
    table: &mut dyn TableLike,
    document: &Document,
    inline: bool,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let none = || {
        if inline { value(Array::new()) } else { Item::ArrayOfTables(ArrayOfTables::new()) }
    };
    let Document { paths, template, doc } = document;
    let mut entry = InlineTable::new();
    entry.insert("paths", Array::from_iter([paths]).into());
    entry.insert("template", template.into());
    if let Some(doc) = doc {
        entry.insert("doc", doc.into());
    }
    match table.entry("documents").or_insert_with(none) {
        Item::ArrayOfTables(tables) => tables.push(entry.into_table()),
        Item::Value(Value::Array(array)) => array.push(entry),
        _ => {
            let text = "`documents` is no list of tables";
            return Err(WorkbenchError::Contradiction(text.to_owned()));
        }
    }
    changes.push(format!("bound `{paths}` to the template `{template}`"));
    Ok(())
}

pub(super) fn ours(
    document: &mut DocumentMut,
    wanted: &Wanted,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let contradiction = |text: &str| WorkbenchError::Contradiction(text.to_owned());
    let is_new = document.is_empty();
    let has_table =
        document.get("preprocessor").is_some_and(|table| table.get("archdoc").is_some());
    let trailing = if has_table {
        String::new()
    } else {
        let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing("");
        trailing
    };
    let preprocessors = document.entry("preprocessor").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let preprocessors = preprocessors
        .as_table_like_mut()
        .ok_or_else(|| contradiction("`preprocessor` is no table"))?;
    if !has_table {
        let mut table = Table::new();
        // What the file ends with stays above.
        let gap = if is_new && trailing.is_empty() { "" } else { "\n" };
        table.decor_mut().set_prefix(format!("{trailing}{gap}"));
        preprocessors.insert("archdoc", Item::Table(table));
        changes.push("added `[preprocessor.archdoc]`".to_owned());
    }
    let archdoc = preprocessors.get_mut("archdoc");
    let inline = archdoc.as_ref().is_some_and(|table| table.is_inline_table());
    let archdoc = archdoc.and_then(Item::as_table_like_mut);
    let archdoc = archdoc.ok_or_else(|| contradiction("`preprocessor.archdoc` is no table"))?;
    before_links(archdoc, changes)?;
    say(archdoc, inline, wanted, changes)
}

/// Directives and includes must be seen before mdBook resolves the includes.
fn before_links(
    archdoc: &mut dyn TableLike,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let names = |item: &Item| {
        item.as_array().is_some_and(|array| array.iter().any(|name| name.as_str() == Some("links")))
    };
    if archdoc.get("after").is_some_and(names) {
        let text = "`preprocessor.archdoc.after` names `links`, and it must run before it";
        return Err(WorkbenchError::Contradiction(text.to_owned()));
    }
    match archdoc.get_mut("before") {
        None => {
            archdoc.insert("before", value(Array::from_iter(["links"])));
            changes.push("added `before = [\"links\"]`".to_owned());
        }
        Some(before) if names(before) => {}
        Some(before) => {
            let array = before.as_array_mut().ok_or_else(|| {
                let text = "`preprocessor.archdoc.before` is no list of names";
                WorkbenchError::Contradiction(text.to_owned())
            })?;
            array.push("links");
            changes.push("added `links` to `before`".to_owned());
        }
    }
    Ok(())
}

//! `init`: `[preprocessor.archdoc]` in `book.toml`, everything else left as it is.

use std::io::ErrorKind;
use std::path::Path;

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, value};

use crate::write;

use super::{WorkbenchError, read_text};

/// Sets the book in a directory up, and says what was changed: nothing where it was set up before.
///
/// # Errors
/// There is no `book.toml`, it says the contrary, or it cannot be written.
pub(crate) fn init(book: &Path) -> Result<Vec<String>, WorkbenchError> {
    let path = book.join("book.toml");
    let old = read_text(&path).map_err(|error| match error {
        WorkbenchError::Read { path, source }
            if matches!(source.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
        {
            WorkbenchError::NoBookToml(path)
        }
        other => other,
    })?;
    let (new, changes) = set_up(&old)?;
    if new != old {
        write::replace(&path, &old, &new)?;
    }
    Ok(changes)
}

/// The new text of `book.toml`, and what differs.
fn set_up(old: &str) -> Result<(String, Vec<String>), WorkbenchError> {
    let windows = old.contains("\r\n");
    let mut document: DocumentMut = old.replace("\r\n", "\n").parse()?;
    let mut changes = Vec::new();
    ours(&mut document, &mut changes)?;
    if changes.is_empty() {
        return Ok((old.to_owned(), changes));
    }
    let mut new = document.to_string();
    if windows {
        new = new.replace('\n', "\r\n");
    }
    Ok((new, changes))
}

fn ours(document: &mut DocumentMut, changes: &mut Vec<String>) -> Result<(), WorkbenchError> {
    let contradiction = |text: &str| WorkbenchError::Contradiction(text.to_owned());
    let is_new = document.is_empty();
    let preprocessors = document.entry("preprocessor").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let preprocessors = preprocessors
        .as_table_like_mut()
        .ok_or_else(|| contradiction("`preprocessor` is no table"))?;
    if !preprocessors.contains_key("archdoc") {
        let mut table = Table::new();
        table.decor_mut().set_prefix(if is_new { "" } else { "\n" });
        preprocessors.insert("archdoc", Item::Table(table));
        changes.push("added `[preprocessor.archdoc]`".to_owned());
    }
    let archdoc = preprocessors.get_mut("archdoc").and_then(Item::as_table_like_mut);
    let archdoc = archdoc.ok_or_else(|| contradiction("`preprocessor.archdoc` is no table"))?;
    before_links(archdoc, changes)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_stays() {
        let table = "\n[preprocessor.archdoc]\nbefore = [\"links\"]\n";
        let old = "# Our book\n[book]\ntitle='A' # short\n\n[output.html]\n";
        let (new, changes) = set_up(old).unwrap();
        assert_eq!(new, format!("{old}{table}"));
        assert_eq!(changes.len(), 2);
        assert_eq!(set_up(&new).unwrap(), (new.clone(), Vec::new()), "twice is once");
        assert_eq!(set_up("").unwrap().0, table.trim_start());
        let (windows, _) = set_up(&old.replace('\n', "\r\n")).unwrap();
        assert_eq!(windows, new.replace('\n', "\r\n"));
    }

    #[test]
    fn what_is_there_is_completed() {
        let one = |old: &str| set_up(old).unwrap().0;
        let mine = "[preprocessor.archdoc]\nmissing = \"note\" # for now\n";
        assert_eq!(one(mine), format!("{mine}before = [\"links\"]\n"));
        let other = "[preprocessor.archdoc]\nbefore = [\"katex\"]\n\n[output.html]\n";
        assert_eq!(one(other), other.replace("\"katex\"", "\"katex\", \"links\""));
        let inline = "[preprocessor]\narchdoc = { missing = \"note\" }\n";
        assert!(one(inline).contains("before = [\"links\"] }"), "{}", one(inline));
    }

    #[test]
    fn contradictions_are_left_to_the_author() {
        for old in [
            "[preprocessor.archdoc]\nafter = [\"links\"]\n",
            "[preprocessor.archdoc]\nbefore = \"links\"\n",
            "preprocessor = 1\n",
            "[preprocessor]\narchdoc = 1\n",
        ] {
            assert!(matches!(set_up(old), Err(WorkbenchError::Contradiction(_))), "{old}");
        }
        assert!(matches!(set_up("[book"), Err(WorkbenchError::Toml(_))));
    }
}

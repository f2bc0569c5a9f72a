//! `init`: our table in `book.toml`, or an `archdoc.toml` where there is no book; everything else stays.

use std::io::ErrorKind;
use std::path::Path;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, value};

use crate::write;

use super::{WorkbenchError, read_text};

/// What the configuration has to say for what was found to be read.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// What `adr.paths` must say, where it must say anything.
    pub(crate) adr_paths: Option<Vec<String>>,
    /// Directories outside of the source directory that `mdbook serve` has to look at.
    pub(crate) watched: Vec<String>,
    /// Files that are documents of a template.
    pub(crate) documents: Vec<Document>,
}

/// An entry of `documents`.
#[derive(Debug)]
pub(crate) struct Document {
    /// The files, as a pattern.
    pub(crate) paths: String,
    /// The template that they are written from.
    pub(crate) template: String,
    /// Of several files that are one document, its name.
    pub(crate) doc: Option<String>,
}

/// Sets the book in a directory up, and says what was changed: nothing where it was set up before.
///
/// # Errors
/// There is no `book.toml`, it says the contrary, or it cannot be written.
pub(crate) fn book(root: &Path, wanted: &Wanted) -> Result<Vec<String>, WorkbenchError> {
    let path = root.join("book.toml");
    let old = existing(&path)?.ok_or_else(|| WorkbenchError::NoBookToml(path.clone()))?;
    let (new, changes) = set_up(&old, wanted)?;
    if new != old {
        write::replace(&path, &old, &new)?;
    }
    Ok(changes)
}

/// Sets a tree without a book up: in `archdoc.toml`, and only where there is something to say.
///
/// # Errors
/// The file says the contrary, or cannot be read or written.
pub(crate) fn tree(root: &Path, wanted: &Wanted) -> Result<Vec<String>, WorkbenchError> {
    let path = root.join("archdoc.toml");
    let old = existing(&path)?;
    let (new, changes) = edited(old.as_deref().unwrap_or_default(), |document, changes| {
        say(document.as_table_mut(), wanted, changes)
    })?;
    if changes.is_empty() {
        return Ok(changes);
    }
    match old {
        Some(old) if old != new => write::replace(&path, &old, &new)?,
        Some(_) => {}
        None => write::create(&path, &new)?,
    }
    Ok(changes)
}

/// Adds directories of records to `adr.paths`, in `book.toml` or in an `archdoc.toml` that may have to be
/// made; says what was changed.
///
/// # Errors
/// The file says the contrary, or cannot be read or written.
pub(crate) fn records(
    file: &Path,
    is_book: bool,
    paths: &[String],
) -> Result<Vec<String>, WorkbenchError> {
    let old = existing(file)?;
    let (new, changes) = edited(old.as_deref().unwrap_or_default(), |document, changes| {
        if !is_book {
            return add_paths(document.as_table_mut(), paths, changes);
        }
        ours(document, &Wanted::default(), changes)?;
        let table = document.get_mut("preprocessor").and_then(|table| table.get_mut("archdoc"));
        let table = table.and_then(Item::as_table_like_mut);
        table.map_or(Ok(()), |table| add_paths(table, paths, changes))
    })?;
    match old {
        Some(old) if old != new => write::replace(file, &old, &new)?,
        Some(_) => {}
        None => write::create(file, &new)?,
    }
    Ok(changes)
}

/// The text of a file; none where there is no such file.
fn existing(path: &Path) -> Result<Option<String>, WorkbenchError> {
    match read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(WorkbenchError::Read { source, .. })
            if matches!(source.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
        {
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// The new text of `book.toml`, and what differs.
fn set_up(old: &str, wanted: &Wanted) -> Result<(String, Vec<String>), WorkbenchError> {
    edited(old, |document, changes| {
        ours(document, wanted, changes)?;
        wanted.watched.iter().try_for_each(|directory| watch(document, directory, changes))
    })
}

/// Has mdBook look at a directory beside its own; see
/// <https://rust-lang.github.io/mdBook/format/configuration/general.html#build-options>.
fn watch(
    document: &mut DocumentMut,
    directory: &str,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let contradiction = |text: &str| WorkbenchError::Contradiction(text.to_owned());
    let build = document.entry("build").or_insert_with(|| Item::Table(Table::new()));
    let build = build.as_table_like_mut().ok_or_else(|| contradiction("`build` is no table"))?;
    let watched = build.entry("extra-watch-dirs").or_insert_with(|| value(Array::new()));
    let watched = watched
        .as_array_mut()
        .ok_or_else(|| contradiction("`build.extra-watch-dirs` is no list of directories"))?;
    let same = |known: &str| known.trim_end_matches('/') == directory;
    if !watched.iter().filter_map(|known| known.as_str()).any(same) {
        watched.push(directory);
        changes.push(format!("added `{directory}` to `build.extra-watch-dirs`"));
    }
    Ok(())
}

/// A text of TOML with some changes, and what they are.
fn edited(
    old: &str,
    edit: impl FnOnce(&mut DocumentMut, &mut Vec<String>) -> Result<(), WorkbenchError>,
) -> Result<(String, Vec<String>), WorkbenchError> {
    let windows = old.contains("\r\n");
    let mut document: DocumentMut = old.replace("\r\n", "\n").parse()?;
    let mut changes = Vec::new();
    edit(&mut document, &mut changes)?;
    if changes.is_empty() {
        return Ok((old.to_owned(), changes));
    }
    let mut new = document.to_string();
    if windows {
        new = new.replace('\n', "\r\n");
    }
    Ok((new, changes))
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
fn add_paths(
    table: &mut dyn TableLike,
    paths: &[String],
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let adr = adr(table)?;
    let Some(known) = adr.get_mut("paths") else { return set_paths(table, paths, changes) };
    let known = known.as_array_mut().ok_or_else(|| {
        WorkbenchError::Contradiction("`adr.paths` is no list of paths".to_owned())
    })?;
    for path in paths {
        if !known.iter().any(|known| known.as_str() == Some(path)) {
            known.push(path);
            changes.push(format!("added `{path}` to `adr.paths`"));
        }
    }
    Ok(())
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
fn say(
    table: &mut dyn TableLike,
    wanted: &Wanted,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    if let Some(paths) = &wanted.adr_paths {
        set_paths(table, paths, changes)?;
    }
    wanted.documents.iter().try_for_each(|document| bind(table, document, changes))
}

/// Adds an entry of `documents`.
fn bind(
    table: &mut dyn TableLike,
    document: &Document,
    changes: &mut Vec<String>,
) -> Result<(), WorkbenchError> {
    let known =
        table.entry("documents").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let known = known.as_array_of_tables_mut().ok_or_else(|| {
        WorkbenchError::Contradiction("`documents` is no list of tables".to_owned())
    })?;
    let Document { paths, template, doc } = document;
    let mut entry = Table::new();
    entry.insert("paths", value(Array::from_iter([paths])));
    entry.insert("template", value(template));
    if let Some(doc) = doc {
        entry.insert("doc", value(doc));
    }
    known.push(entry);
    changes.push(format!("bound `{paths}` to the template `{template}`"));
    Ok(())
}

fn ours(
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
    let archdoc = preprocessors.get_mut("archdoc").and_then(Item::as_table_like_mut);
    let archdoc = archdoc.ok_or_else(|| contradiction("`preprocessor.archdoc` is no table"))?;
    before_links(archdoc, changes)?;
    say(archdoc, wanted, changes)
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
        let (new, changes) = set_up(old, &Wanted::default()).unwrap();
        assert_eq!(new, format!("{old}{table}"));
        assert_eq!(changes.len(), 2);
        assert_eq!(
            set_up(&new, &Wanted::default()).unwrap(),
            (new.clone(), Vec::new()),
            "twice is once"
        );
        assert_eq!(set_up("", &Wanted::default()).unwrap().0, table.trim_start());
        for end in ["# the end\n", "\n# the end\n\n# or here\n"] {
            let old = format!("{old}{end}");
            assert_eq!(set_up(&old, &Wanted::default()).unwrap().0, format!("{old}{table}"));
        }
        assert_eq!(set_up("# Ours\n", &Wanted::default()).unwrap().0, format!("# Ours\n{table}"));
        let (windows, _) = set_up(&old.replace('\n', "\r\n"), &Wanted::default()).unwrap();
        assert_eq!(windows, new.replace('\n', "\r\n"));
    }

    #[test]
    fn what_is_there_is_completed() {
        let one = |old: &str| set_up(old, &Wanted::default()).unwrap().0;
        let mine = "[preprocessor.archdoc]\nmissing = \"note\" # for now\n";
        assert_eq!(one(mine), format!("{mine}before = [\"links\"]\n"));
        let other = "[preprocessor.archdoc]\nbefore = [\"katex\"]\n\n[output.html]\n";
        assert_eq!(one(other), other.replace("\"katex\"", "\"katex\", \"links\""));
        let inline = "[preprocessor]\narchdoc = { missing = \"note\" }\n";
        assert!(one(inline).contains("before = [\"links\"] }"), "{}", one(inline));
    }

    #[test]
    fn records_are_named_where_they_must_be() {
        let paths = vec!["adr".to_owned(), "rfcs".to_owned()];
        let wanted = Wanted { adr_paths: Some(paths), ..Wanted::default() };
        let named = |old: &str| set_up(old, &wanted).unwrap().0;
        let table = "[preprocessor.archdoc]\nbefore = [\"links\"]\n";
        let line = "adr.paths = [\"adr\", \"rfcs\"]\n";
        assert_eq!(named(table), format!("{table}{line}"));
        let own = format!("{table}adr.banner = false # ours\n");
        assert_eq!(named(&own), format!("{own}{line}"));
        let apart = format!("{table}\n[preprocessor.archdoc.adr]\npaths = [\"adr\"]\n");
        assert_eq!(named(&apart), apart.replace("[\"adr\"]", "[\"adr\", \"rfcs\"]"));
    }

    #[test]
    fn directories_outside_are_watched_once() {
        let wanted = Wanted { watched: vec!["../docs/adr".to_owned()], ..Wanted::default() };
        let one = |old: &str| set_up(old, &wanted).unwrap().0;
        let table = "[preprocessor.archdoc]\nbefore = [\"links\"]\n";
        let line = "extra-watch-dirs = [\"../docs/adr\"]\n";
        assert_eq!(one(table), format!("{table}\n[build]\n{line}"));
        let own = format!("[build]\ncreate-missing = false # ours\n\n{table}");
        assert_eq!(one(&own), own.replace("ours\n", &format!("ours\n{line}")));
        let known = format!("[build]\n{}\n{table}", line.replace("adr\"", "adr/\""));
        assert_eq!(one(&known), known);
        assert!(set_up("build = 1\n", &wanted).is_err());
    }

    #[test]
    fn contradictions_are_left_to_the_author() {
        for old in [
            "[preprocessor.archdoc]\nafter = [\"links\"]\n",
            "[preprocessor.archdoc]\nbefore = \"links\"\n",
            "preprocessor = 1\n",
            "[preprocessor]\narchdoc = 1\n",
        ] {
            assert!(
                matches!(set_up(old, &Wanted::default()), Err(WorkbenchError::Contradiction(_))),
                "{old}"
            );
        }
        assert!(matches!(set_up("[book", &Wanted::default()), Err(WorkbenchError::Toml(_))));
    }
}

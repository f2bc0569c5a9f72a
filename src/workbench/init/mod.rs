//! `init`: our table in `book.toml`, or an `archdoc.toml` where there is no book; everything else stays.

mod sheet;
mod table;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item};

use crate::write::{self, Changes};

use super::{WorkbenchError, read_text};
use table::{add_paths, ours, say, watch};

/// What the configuration has to say for what was found to be read.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// What `adr.paths` must say, where it must say anything.
    pub(crate) adr_paths: Option<Vec<String>>,
    /// Directories outside of the source directory that `mdbook serve` has to look at.
    pub(crate) watched: Vec<String>,
    /// Files that are documents of a template.
    pub(crate) documents: Vec<Document>,
    /// Whether a book is to have the style sheet.
    pub(crate) css: bool,
}

/// What was done to set something up.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// What differs in the configuration: nothing where it was set up before.
    pub(crate) changes: Vec<String>,
    /// The style sheet, where it was written.
    pub(crate) sheet: Option<PathBuf>,
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

/// Sets the book in a directory up, and says what was done.
///
/// # Errors
/// There is no `book.toml`, it says the contrary, or it cannot be written.
pub(crate) fn book(root: &Path, wanted: &Wanted) -> Result<Done, WorkbenchError> {
    let path = root.join("book.toml");
    let old = existing(&path)?.ok_or_else(|| WorkbenchError::NoBookToml(path.clone()))?;
    let (new, changes) = set_up(&old, wanted).map_err(in_file(&path))?;
    let mut files = Changes::default();
    if new != old {
        files.replace(&path, &old, &new)?;
    }
    let sheet = if wanted.css { sheet::written(root, &mut files)? } else { None };
    files.commit()?;
    Ok(Done { changes, sheet })
}

/// Sets a tree without a book up: in `archdoc.toml`, and only where there is something to say.
///
/// # Errors
/// The file says the contrary, or cannot be read or written; or a style sheet is asked for, which a book alone has.
pub(crate) fn tree(root: &Path, wanted: &Wanted) -> Result<Done, WorkbenchError> {
    if wanted.css {
        return Err(WorkbenchError::NoBookToml(root.join("book.toml")));
    }
    let path = root.join("archdoc.toml");
    let old = existing(&path)?;
    let (new, changes) = edited(old.as_deref().unwrap_or_default(), |document, changes| {
        say(document.as_table_mut(), false, wanted, changes)
    })
    .map_err(in_file(&path))?;
    if !changes.is_empty() {
        write::put(&path, old.as_deref(), &new)?;
    }
    Ok(Done { changes, sheet: None })
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
    })
    .map_err(in_file(file))?;
    write::put(file, old.as_deref(), &new)?;
    Ok(changes)
}

/// Says which file contradicts.
fn in_file(path: &Path) -> impl Fn(WorkbenchError) -> WorkbenchError {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    move |error| match error {
        WorkbenchError::Contradiction(text) => {
            WorkbenchError::Contradiction(format!("`{name}`: {text}"))
        }
        other => other,
    }
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
        wanted.watched.iter().try_for_each(|directory| watch(document, directory, changes))?;
        if wanted.css { sheet::link(document, changes) } else { Ok(()) }
    })
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
    fn a_style_sheet_is_named_once_beside_others() {
        let wanted = Wanted { css: true, ..Wanted::default() };
        let one = |old: &str| set_up(old, &wanted).unwrap().0;
        let table = "[preprocessor.archdoc]\nbefore = [\"links\"]\n";
        let line = "additional-css = [\"archdoc.css\"]\n";
        assert_eq!(one(table), format!("{table}\n[output.html]\n{line}"));
        let own = format!("[output.html] # ours\nadditional-css = [\"a.css\"]\n\n{table}");
        assert_eq!(one(&own), own.replace("\"a.css\"", "\"a.css\", \"archdoc.css\""));
        assert_eq!(one(&one(&own)), one(&own));
        for old in
            ["[output.epub]\n", "[output]\nhtml = 1\n", "[output.html]\nadditional-css = 1\n"]
        {
            assert!(matches!(set_up(old, &wanted), Err(WorkbenchError::Contradiction(_))), "{old}");
        }
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
    fn documents_are_bound_in_whatever_form_the_table_has() {
        let document = Document {
            paths: "docs/*.md".to_owned(),
            template: "arc42".to_owned(),
            doc: Some("docs".to_owned()),
        };
        let wanted = Wanted { documents: vec![document], ..Wanted::default() };
        let bound = |old: &str| set_up(old, &wanted).unwrap().0;
        let inline = "[preprocessor]\narchdoc = { before = [\"links\"] }\n";
        let entry = "{ paths = [\"docs/*.md\"], template = \"arc42\", doc = \"docs\" }";
        let ends = format!(", documents = [{entry}] }}\n");
        assert!(bound(inline).ends_with(&ends), "{}", bound(inline));
        let known = "[preprocessor.archdoc]\nbefore = [\"links\"]\ndocuments = [ { paths = [\"a.md\"] } ]\n";
        assert!(bound(known).contains(entry), "{}", bound(known));
        let wrong = "[preprocessor.archdoc]\nbefore = [\"links\"]\ndocuments = 1\n";
        assert!(matches!(set_up(wrong, &wanted), Err(WorkbenchError::Contradiction(_))));
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

//! `book.toml`, as mdBook has it: what the environment overrides is overridden.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use readers::files::Overlay;
use readers::online::Links;
use serde_json::{Map, Value};
use text::source::Source;

use crate::config::Config;
use crate::file::{parse_toml, read};
use crate::{LoadError, Reading, archdoc_toml};

/// What configures a book; empty where there is no file and no variable.
pub(crate) struct BookToml {
    /// The whole of it.
    table: Value,
    /// The file.
    source: Option<Arc<Source>>,
}

impl BookToml {
    /// Reads the file in a directory.
    ///
    /// # Errors
    /// It is there and cannot be read, or is no TOML.
    pub(crate) fn read(root: &Path, reading: &Reading) -> Result<Self, LoadError> {
        let source = book_toml(root, &reading.overlay)?;
        let mut table = match &source {
            Some(source) => parse_toml(source)?,
            None => Value::Object(Map::default()),
        };
        reading.environment.apply(&mut table);
        Ok(Self { table, source })
    }

    /// The source directory of the book in a directory, relative to it; without a file, where `SUMMARY.md` lies.
    ///
    /// # Errors
    /// There is no book.
    pub(crate) fn src(&self, root: &Path) -> Result<String, LoadError> {
        let configured = self.table.pointer("/book/src").and_then(Value::as_str);
        if configured.is_some() || self.source.is_some() {
            return Ok(source_dir(configured));
        }
        let holds_summary = |src: &&str| root.join(src).join("SUMMARY.md").is_file();
        let found = ["src", ""].into_iter().find(holds_summary);
        // In the source directory of a book, leaving its configuration unread would mislead.
        let inside = found == Some("") && root.join("../book.toml").is_file();
        found.filter(|_| !inside).map(str::to_owned).ok_or_else(|| no_book(root))
    }

    /// What `[output.html]` says of the repository.
    pub(crate) fn links(&self) -> Links {
        let html = self.table.pointer("/output/html");
        let url = |name: &str| html?.get(name)?.as_str().map(str::to_owned);
        Links { repository: url("git-repository-url"), edit: url("edit-url-template") }
    }

    /// The configuration of a book, in the language of its text.
    ///
    /// # Errors
    /// As for [`BookToml::of_tree`].
    pub(crate) fn of_book(self, root: &Path, reading: Reading) -> Result<Config, LoadError> {
        let language = self.table.pointer("/book/language").and_then(Value::as_str);
        let language = language.map(str::to_owned);
        Ok(self.of_tree(root, reading)?.in_language_of(language.as_deref()))
    }

    /// The configuration of the files around a book: its language is not theirs.
    ///
    /// # Errors
    /// `archdoc.toml` cannot be read, or a value is of the wrong type.
    pub(crate) fn of_tree(self, root: &Path, reading: Reading) -> Result<Config, LoadError> {
        let own = self.table.pointer("/preprocessor/archdoc");
        archdoc_toml::config(root, own, self.source, reading)
    }
}

/// The text of `book.toml`, for a book that has one.
///
/// # Errors
/// It is there and cannot be read, or is not UTF-8.
pub fn book_toml(root: &Path, overlay: &Overlay) -> Result<Option<Arc<Source>>, LoadError> {
    match read(overlay, &root.join("book.toml"), "book.toml") {
        Ok(text) => Ok(Some(Source::new("book.toml", text))),
        Err(LoadError::Io { problem, .. }) if problem.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The source directory that `book.src` names, relative to the directory of `book.toml`, with forward slashes.
pub fn source_dir(configured: Option<&str>) -> String {
    configured.unwrap_or("src").replace('\\', "/").trim_end_matches('/').to_owned()
}

/// Looks further up, since being in `src/` is the usual reason.
fn no_book(root: &Path) -> LoadError {
    let absolute = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut above = absolute.ancestors().skip(1);
    let above = above.position(|directory| directory.join("book.toml").is_file());
    let above = above.map(|levels| {
        let up: PathBuf = std::iter::repeat_n(Component::ParentDir, levels + 1).collect();
        if root == Path::new(".") { up } else { root.join(up) }
    });
    LoadError::NoBook { directory: root.to_owned(), above }
}

//! What the configuration must say for a new directory of records to be found.

use std::path::{Path, PathBuf};

use readers::settings::places::KeyPath;
use text::link::slashed;
use text::wording::plural;

use super::place::Places;
use super::shelf::Shelf;
use super::usual::is_usual;
use crate::workbench::WorkbenchError;
use crate::workbench::place::{resolved, tidy};

/// What is to be done, and to be known.
#[derive(Debug, Default)]
pub(crate) struct Setting {
    /// The file, and what `adr.paths` is to hold besides what it holds; none where nothing need be said.
    pub add: Option<(File, Vec<String>)>,
    /// Other directories of records, with how many they hold, in words.
    pub beside: Vec<(PathBuf, String)>,
    /// Whether no file can say it.
    unreached: bool,
}

/// A file of settings.
#[derive(Debug)]
pub(crate) struct File {
    /// Where it lies, or is to lie.
    pub path: PathBuf,
    /// Whether it is that of a book, which holds our table among others.
    pub is_book: bool,
}

impl Setting {
    /// Whether the next commands must name the directory.
    pub(crate) fn asks_for_dir(&self) -> bool {
        self.unreached || !self.beside.is_empty()
    }
}

/// `["docs/adr", "docs/choices"]`
pub(crate) fn listed(paths: &[String]) -> String {
    paths.iter().map(String::as_str).collect::<toml_edit::Array>().to_string()
}

/// What must be said for a directory to be found beside those that `around` holds.
///
/// # Errors
/// One of those cannot be read.
pub(crate) fn needed(around: &Places, directory: &Path) -> Result<Setting, WorkbenchError> {
    let mut setting = Setting::default();
    let real = resolved(directory);
    let others: Vec<&PathBuf> =
        around.directories.iter().filter(|other| resolved(other) != real).collect();
    for other in &others {
        let records = Shelf::read(other, &around.own_words())?.found.records.len();
        if records > 0 {
            let held = plural(records, "decision record", "decision records");
            setting.beside.push(((*other).clone(), held));
        }
    }
    let root = around.home.root();
    let configured = around.settings.adr.paths.is_some();
    let known = around.configured.iter().any(|place| real.starts_with(resolved(place)));
    let usual = !configured && others.is_empty() && is_usual(directory, root, &around.src);
    if known || usual {
        return Ok(setting);
    }
    let file = file(around);
    let base = resolved(&Path::new(".").join(file.path.parent().unwrap_or(Path::new(""))));
    let below = |path: &Path| {
        let real = resolved(path);
        // In a book a path may start where SUMMARY.md has its own.
        let src = base.join(&around.src);
        let inside = real.strip_prefix(&src).ok().filter(|_| file.is_book);
        let below = inside.or_else(|| real.strip_prefix(&base).ok())?;
        let below = slashed(below);
        Some(if below.is_empty() { ".".to_owned() } else { below })
    };
    let before = others.into_iter().filter(|_| !configured);
    let paths: Option<Vec<String>> =
        before.map(PathBuf::as_path).chain([directory]).map(below).collect();
    setting.unreached = paths.is_none();
    setting.add = paths.map(|paths| (file, paths));
    Ok(setting)
}

/// The file that has the setting, else the book's, else `archdoc.toml`.
fn file(around: &Places) -> File {
    let root = around.home.root();
    let book = root.join("book.toml");
    let said = around.settings.places.value(&KeyPath::from(["adr", "paths"])).place;
    let said = said.source.path();
    if around.settings.adr.paths.is_some() && said != "book.toml" {
        return File { path: tidy(&root.join(said)), is_book: false };
    }
    let is_book = book.is_file();
    File { path: tidy(&if is_book { book } else { root.join("archdoc.toml") }), is_book }
}

//! Whether there is any code that fits the paths of a description.

use text::link::{directory, join};
use text::wording::nearest;

use crate::book::Book;
use crate::files::{self, Bounds};
use crate::git::Moved;
use crate::history::BookHistory;
use crate::settings::paths::PathSet;

/// What is looked through for code.
pub(crate) struct Code<'b> {
    book: &'b Book<'b>,
    bounds: Bounds,
    /// The directories of the repository, once somebody asks.
    directories: Option<Vec<String>>,
}

impl<'b> Code<'b> {
    pub(crate) fn of(book: &'b Book<'b>) -> Self {
        Self { book, bounds: Bounds::around(&book.root), directories: None }
    }

    /// Whether a file of the repository fits a pattern; true as well where there is no repository, or too much
    /// of it to look through.
    pub(crate) fn fits(&self, pattern: &str) -> bool {
        let base = base(pattern);
        let Some(below) = self.book.site().of_repository(base) else { return true };
        let below = self.book.source_dir().join(below);
        if self.bounds.refuse(&below).is_some() {
            return false;
        }
        if base == pattern {
            return below.is_file() || files::any_below(&below, |_| true);
        }
        let set = PathSet::new([pattern.to_owned()]);
        files::any_below(&below, |name| set.contains(&join(base, name)))
    }

    /// What a pattern without a file may mean, and whether that is beyond doubt: where git moved the file to, else what
    /// it means from the directory of the configuration, else a directory that is written nearly so.
    pub(crate) fn meant(&mut self, pattern: &str, history: Option<&BookHistory>) -> Option<Moved> {
        let repository = history.and_then(BookHistory::known);
        let moved = repository.and_then(|repository| repository.moved(pattern));
        if let Some(moved) = moved.filter(|moved| self.fits(&moved.path)) {
            return Some(moved.clone());
        }
        let certain = |path| Moved { path, certain: true };
        let root = self.book.site().root_in_repository();
        let from_root = root.map(|root| join(&root, pattern)).filter(|path| path != pattern);
        if let Some(path) = from_root.filter(|path| self.fits(path)) {
            return Some(certain(path));
        }
        let base = base(pattern);
        let rest = &pattern[base.len()..];
        let near = nearest(base, self.directories().iter().map(String::as_str))?;
        let near = Some(format!("{near}{rest}"));
        near.filter(|near| near != pattern && self.fits(near)).map(certain)
    }

    fn directories(&mut self) -> &[String] {
        let book = self.book;
        self.directories.get_or_insert_with(|| {
            let top = book.site().repository_from_src();
            let top = top.map(|top| book.source_dir().join(top));
            top.map(|top| files::directories_below(&top)).unwrap_or_default()
        })
    }
}

/// The directory that a pattern counts from, or all of it where it holds no sign.
fn base(pattern: &str) -> &str {
    match pattern.find(['*', '?', '{']) {
        Some(sign) => directory(&pattern[..sign]),
        None => pattern,
    }
}

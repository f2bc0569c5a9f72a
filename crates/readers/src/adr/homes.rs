//! Which directories of a book hold records: those that are configured, else those that are called so.

use std::path::Path;

use crate::book::Book;
use crate::files::Edge;
use crate::record_path;
use crate::settings::paths::PathSet;
use crate::settings::{Settings, adr_directory_of, is_adr_directory};
use text::link;
use text::link::{join, normal};

use super::directory;
use super::read::is_named_record;

/// What shows the directories of a book's records.
pub(super) struct Homes<'a> {
    book: &'a Book<'a>,
    settings: &'a Settings,
    /// What is configured, also as it is called from the source directory.
    paths: Option<PathSet>,
    /// Whether the tree itself is called a directory of records.
    is_called_so: bool,
    /// Whether the tree is a repository.
    is_repository: bool,
}

impl<'a> Homes<'a> {
    /// Those of a book; `edge` is what bounds its tree.
    pub(super) fn of(book: &'a Book<'a>, settings: &'a Settings, edge: Edge) -> Self {
        let paths = settings.adr.paths.as_ref().map(|paths| paths_from_src(book, paths));
        let is_called_so = !book.listed && paths.is_none() && is_called_so(&book.root);
        Self { book, settings, paths, is_called_so, is_repository: edge == Edge::Repository }
    }

    /// The directory of records that a file lies in: the one that was configured, else the
    /// outermost one with a name that is usual for it, else that of a file whose own name is.
    pub(super) fn of_file(&self, file: &str) -> Option<String> {
        if let Some(paths) = &self.paths {
            let known = normal(&join(&self.book.src, file));
            let inside = paths.contains_in_book(&known, &self.book.src) || paths.contains(file);
            return inside.then(|| link::directory(file).to_owned());
        }
        let directory = link::directory(file);
        let usual = adr_directory_of(file).map(ToOwned::to_owned);
        let named = || is_named_record(file).then(|| directory.to_owned());
        let inside = || self.is_called_so && !self.is_repository;
        let top = || (inside() || self.is_at_the_top(file)).then(String::new);
        if inside() { top() } else { usual.or_else(named).or_else(top) }
    }

    /// Whether a file lies in a repository that is itself called a directory of records, and not in a directory there:
    /// texts of every kind do.
    pub(super) fn is_at_the_top(&self, file: &str) -> bool {
        self.is_called_so && self.is_repository && record_path::home(file).is_empty()
    }

    /// Directories that are looked into although no chapter lies in them: those that were named,
    /// and the usual ones at the top.
    pub(super) fn looked_into(&self) -> Vec<String> {
        let Some(paths) = &self.settings.adr.paths else {
            return directory::called_so(&self.book.source_dir());
        };
        let below_src = |pattern: &String| {
            let fixed = pattern.split(['*', '?', '{']).next().unwrap_or_default();
            let whole = fixed.len() == pattern.len();
            let directory = if whole { fixed } else { link::directory(fixed) };
            let src = self.book.src.trim_end_matches('/');
            let inside = directory.strip_prefix(src).and_then(|rest| rest.strip_prefix('/'));
            let directory = inside.filter(|_| !src.is_empty()).unwrap_or(directory);
            if directory.is_empty() {
                return None;
            }
            if self.book.source_dir().join(directory).is_dir() {
                let outside = directory.starts_with("../");
                let known = || self.book.site().from_src(directory);
                return outside.then(known).unwrap_or_else(|| Some(directory.to_owned()));
            }
            // From the book's root, as findings name it.
            let known = normal(&join(".", directory));
            let beside = self.book.root.join(directory).is_dir();
            beside.then(|| self.book.site().from_root(&known)).flatten()
        };
        paths.patterns().iter().filter_map(below_src).collect()
    }
}

/// Whether a directory's own name says that it holds records.
fn is_called_so(root: &Path) -> bool {
    let real = root.canonicalize().ok();
    let name = real.as_deref().and_then(Path::file_name);
    name.is_some_and(|name| is_adr_directory(&name.to_string_lossy()))
}

/// Paths with those that leave the book's root once more, by their way from the source directory: a directory
/// outside has several.
fn paths_from_src(book: &Book<'_>, paths: &PathSet) -> PathSet {
    let each = |path: &String| {
        let outside = path.starts_with("../");
        let ways = [book.site().from_root(path), book.site().from_src(path)];
        let ways = ways.into_iter().flatten().filter(move |_| outside);
        std::iter::once(path.clone()).chain(ways)
    };
    PathSet::new(paths.patterns().iter().flat_map(each))
}

//! Which book a path belongs to, or which tree of plain files.

use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use readers::files;
use readers::settings::env::Environment;

use crate::book_toml::{BookToml, source_dir};
use crate::{LoadError, Loaded, Reading, archdoc_toml};

/// Where a file or directory is at home, by the directory that its findings are named from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// The directory of `book.toml`, or of `SUMMARY.md` alone.
    Book(PathBuf),
    /// A directory of Markdown files: that of `archdoc.toml`, else the top of the repository, else the
    /// current one.
    Tree(PathBuf),
}

impl Home {
    /// Looks from a path upwards, to the top of its repository where it is in one.
    ///
    /// A path below the book's directory that is not in its source directory is no part of the book.
    ///
    /// # Errors
    /// There is nothing at the path, or it cannot be reached.
    pub fn of(path: &Path) -> io::Result<Self> {
        let real = path.canonicalize()?;
        let directory = if real.is_dir() { &*real } else { real.parent().unwrap_or(&real) };
        let repository = files::repository(directory);
        let within = |above: &&Path| repository.is_none_or(|top| above.starts_with(top));
        let mut above = directory.ancestors().take_while(within);
        if let Some(root) = above.find(|above| above.join("book.toml").is_file()) {
            let whole = real == root || real == root.join("book.toml");
            let inside = whole || real.starts_with(root.join(src(root)));
            let shown = shown(root, path);
            return Ok(if inside { Self::Book(shown) } else { Self::Tree(shown) });
        }
        let listed = ["SUMMARY.md", "src/SUMMARY.md"];
        if listed.iter().any(|summary| real.join(summary).is_file()) {
            return Ok(Self::Book(path.to_owned()));
        }
        Ok(Self::Tree(shown(&top(directory), path)))
    }

    /// Reads the book; or of a tree what lies at and below some paths, all of it where there are none.
    ///
    /// # Errors
    /// As for [`crate::load`] and [`crate::tree`].
    pub fn load(
        &self,
        paths: &[PathBuf],
        reading: impl Into<Reading>,
    ) -> Result<Loaded, LoadError> {
        match self {
            Self::Book(root) => crate::load(root, reading),
            Self::Tree(root) => crate::tree(root, paths, reading),
        }
    }

    /// The directory.
    pub fn root(&self) -> &Path {
        match self {
            Self::Book(root) | Self::Tree(root) => root,
        }
    }
}

/// The books below a directory: a repository often has its book in `book/` or `docs/`.
pub fn books_below(directory: &Path) -> Vec<PathBuf> {
    /// Deeper ones are samples and tests.
    const DEPTH: usize = 4;
    let mut walk = WalkBuilder::new(directory);
    walk.require_git(false).max_depth(Some(DEPTH)).filter_entry(|entry| {
        entry.depth() == 0 || !files::holds_no_text(&entry.file_name().to_string_lossy())
    });
    let files = walk.build().flatten().filter(|entry| entry.file_name() == "book.toml");
    let mut books: Vec<PathBuf> =
        files.filter_map(|entry| Some(entry.path().parent()?.to_owned())).collect();
    books.sort();
    books
}

/// The source directory of a book; what is wrong with its `book.toml` is told where that is used.
fn src(root: &Path) -> String {
    let book_toml = BookToml::read(root, &Environment::of_process().into());
    book_toml.and_then(|book_toml| book_toml.src(root)).unwrap_or_else(|_| source_dir(None))
}

/// The top of a tree that a directory is in.
fn top(directory: &Path) -> PathBuf {
    let configured = archdoc_toml::directory(directory);
    let repository = || files::repository(directory).map(Path::to_owned);
    let here = || {
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
        here.filter(|here| directory.starts_with(here))
    };
    // Never above them, whatever they are called: there lies what is none of the project.
    configured.or_else(repository).or_else(here).unwrap_or_else(|| directory.to_owned())
}

/// A directory as somebody would name it who typed a path in it.
fn shown(directory: &Path, typed: &Path) -> PathBuf {
    if typed.canonicalize().is_ok_and(|real| real == directory) {
        return typed.to_owned();
    }
    let Ok(here) = std::env::current_dir().and_then(|here| here.canonicalize()) else {
        return directory.to_owned();
    };
    if let Ok(below) = directory.strip_prefix(&here) {
        return if below == Path::new("") { PathBuf::from(".") } else { below.to_owned() };
    }
    match here.strip_prefix(directory) {
        Ok(up) => up.components().map(|_| Component::ParentDir).collect(),
        Err(_) => directory.to_owned(),
    }
}

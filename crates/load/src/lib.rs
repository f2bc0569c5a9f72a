//! A book from disk: `book.toml` with its configuration, `SUMMARY.md` and the chapters it lists, read as
//! mdBook reads them, also as a commit has them or an editor before they are saved; a tree of Markdown files without a book; and the file of known findings.
//!
//! This crate is internal to mdbook-archdoc. It knows which files a book has and what its settings mean. It
//! must not know what the chapters say, nor how findings are told.

mod archdoc_toml;
mod baseline;
mod book;
mod book_toml;
mod checkout;
pub mod config;
mod configured;
mod earlier;
mod error;
mod file;
mod home;
mod judged;
mod reading;
mod tree;

use std::path::{Path, PathBuf};

use readers::book::Book;

use crate::config::Config;

pub use archdoc_toml::config;
pub use baseline::{BaselineError, baseline};
pub use book::lists;
pub use book_toml::{book_toml, source_dir};
pub use checkout::Checkout;
pub use configured::{Configured, configured};
pub use earlier::earlier;
pub use error::LoadError;
pub use home::{Home, books_below};
pub use reading::Reading;

/// A book with its configuration.
#[derive(Debug)]
pub struct Loaded {
    /// All chapters that could be read.
    pub book: Book<'static>,
    /// `[preprocessor.archdoc]`, with the environment's overrides.
    pub config: Config,
    /// What could not be read. The rest of the book can be looked at nevertheless.
    pub problems: Vec<LoadError>,
    /// Files that were found in a tree and are no text, where nothing says that they matter: no setting names
    /// them, and they do not lie among decision records. And chapters of a book that are not there and that git
    /// ignores: another step makes them.
    pub passed_over: Vec<LoadError>,
}

/// Reads the book in a directory: that of `book.toml`, or one that only has `SUMMARY.md` or
/// `src/SUMMARY.md`.
///
/// # Errors
/// There is no book, its configuration cannot be used, or its `SUMMARY.md` cannot be read. A chapter
/// that cannot be read is one of [`Loaded::problems`].
pub fn load(root: &Path, reading: impl Into<Reading>) -> Result<Loaded, LoadError> {
    book::load(root, reading.into()).map(Loaded::with_past)
}

/// Reads the Markdown files at and below some paths as one tree, named from `root`; all of them where no
/// path is given, and where `root` is a repository or has an `archdoc.toml`, since files refer to each other. What git ignores is left out, as are hidden directories that nobody names.
///
/// # Errors
/// `archdoc.toml` or `book.toml` cannot be used, or a path leads out of the tree. A file that cannot be
/// read is one of [`Loaded::problems`].
pub fn tree(
    root: &Path,
    paths: &[PathBuf],
    reading: impl Into<Reading>,
) -> Result<Loaded, LoadError> {
    tree::tree(root, paths, reading.into()).map(Loaded::with_past)
}

impl Loaded {
    /// Gives the book its past; one that was read from a commit needs none.
    fn with_past(mut self) -> Self {
        self.book.earlier = Some(earlier);
        self
    }
}

#[cfg(test)]
mod tests;

//! A book from disk: `book.toml` with its configuration, `SUMMARY.md` and the chapters it lists, read as
//! mdBook reads them; a tree of Markdown files without a book; and the file of known findings.
//!
//! This crate is internal to mdbook-archdoc. It knows which files a book has and what its settings mean. It
//! must not know what the chapters say, nor how findings are told.

mod archdoc_toml;
mod baseline;
mod book;
pub mod config;
mod configured;
mod error;
mod file;
mod home;
mod tree;

use readers::book::Book;

use crate::config::Config;

pub use archdoc_toml::config;
pub use baseline::{BaselineError, baseline};
pub use book::{book_toml, lists, load};
pub use configured::configured;
pub use error::LoadError;
pub use home::{Home, books_below};
pub use tree::tree;

/// A book with its configuration.
#[derive(Debug)]
pub struct Loaded {
    /// All chapters that could be read.
    pub book: Book<'static>,
    /// `[preprocessor.archdoc]`, with the environment's overrides.
    pub config: Config,
    /// What could not be read. The rest of the book can be looked at nevertheless.
    pub problems: Vec<LoadError>,
}

#[cfg(test)]
mod tests;

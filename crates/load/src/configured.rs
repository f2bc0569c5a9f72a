//! The configuration of a book or a tree, without its files.

use crate::book_toml::BookToml;
use crate::config::Config;
use crate::{Home, LoadError, Reading};

/// What is configured for a home.
#[derive(Debug)]
pub struct Configured {
    /// The settings of archdoc, and how its rules are judged.
    pub config: Config,
    /// The book's source directory, relative to its root; empty for a tree.
    pub src: String,
}

/// Reads what is configured for a home.
///
/// # Errors
/// `archdoc.toml` or `book.toml` cannot be used, or there is no book where one was said to be.
pub fn configured(home: &Home, reading: impl Into<Reading>) -> Result<Configured, LoadError> {
    let (root, reading) = (home.root(), reading.into());
    let book_toml = BookToml::read(root, &reading)?;
    let src = match home {
        Home::Book(_) => book_toml.src(root)?,
        Home::Tree(_) => String::new(),
    };
    // Records beside a book are begun in its language.
    Ok(Configured { config: book_toml.of_book(root, reading)?, src })
}

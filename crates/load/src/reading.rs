//! What a book is read with, besides its files.

use std::sync::Arc;

use readers::book::Book;
use readers::files::Overlay;
use readers::settings::env::Environment;

/// The circumstances of one look at a book: what overrides its configuration, and what lies over its files.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The variables that override `book.toml`.
    pub environment: Environment,
    /// The texts that somebody is typing.
    pub overlay: Overlay,
    /// The book as it was at the look before: what has not changed since is shared with it.
    pub before: Option<Arc<Book<'static>>>,
}

/// As every command reads: what is saved counts.
impl From<Environment> for Reading {
    fn from(environment: Environment) -> Self {
        Self { environment, ..Self::default() }
    }
}

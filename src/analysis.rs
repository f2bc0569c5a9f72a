//! Everything that was understood of a book; rules look at this and at nothing else.

use crate::book::Book;
use crate::config::Settings;

/// The book, its configuration, and what was read in it.
#[derive(Debug)]
pub struct Analysis<'b> {
    /// The chapters as they came.
    pub book: &'b Book<'b>,
    /// The configuration.
    pub settings: &'b Settings,
}

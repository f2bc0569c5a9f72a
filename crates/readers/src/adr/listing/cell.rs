//! What a row gives for its record.

use text::source::Span;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<T> {
    /// The value.
    pub value: T,
    /// The cell, or the words in an item.
    pub span: Span,
}

//! What a part of a text gave.

use text::source::Span;

use super::entry::Entry;

/// The entries of a table or list.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub entries: Vec<Entry>,
    /// Rows as the template had them.
    pub untouched: Vec<Span>,
    /// Blocks that say nothing but what the entries say.
    pub told: Vec<Span>,
}

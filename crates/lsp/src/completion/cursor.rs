//! The place at which something is to be written.

use lsp_types::Position;
use text::source::Span;

use crate::workspace::Here;

/// A cursor in a text that is being typed.
pub(super) struct Cursor<'w> {
    pub(super) here: Here<'w>,
    pub(super) text: &'w str,
    pub(super) offset: usize,
    /// Where its line begins.
    line: usize,
}

impl<'w> Cursor<'w> {
    pub(super) fn new(here: Here<'w>, position: Position) -> Self {
        let text: &str = here.buffer.text();
        let offset = here.buffer.offset(position);
        let line = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        Self { here, text, offset, line }
    }

    /// What stands before it on its line.
    pub(super) fn before(&self) -> &'w str {
        &self.text[self.line..self.offset]
    }

    /// The last so many bytes before it, which a choice replaces.
    pub(super) fn typed(&self, len: usize) -> Span {
        Span::new(self.offset - len, self.offset)
    }

    /// The whole of its line up to it.
    pub(super) fn line(&self) -> Span {
        Span::new(self.line, self.offset)
    }
}

//! The place at which something is to be written.

use lsp_types::Position;
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::{Source, Span};

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

    /// Whether what is written there is code.
    pub(super) fn is_in_code(&self) -> bool {
        let document = Document::parse(&Source::new("", self.text));
        let behind = document.blocks.partition_point(|block| block.span.start <= self.offset);
        let block = behind.checked_sub(1).map(|at| &document.blocks[at]);
        block.is_some_and(|block| {
            matches!(block.kind, BlockKind::Code(_)) && self.offset <= block.span.end
        })
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

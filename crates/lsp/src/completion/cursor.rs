//! The place at which something is to be written.

use lsp_types::Position;
use text::markdown::block::{Block, BlockKind};
use text::markdown::{Document, front_matter};
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
        let inline = self.before().matches('`').count() % 2 == 1;
        inline || is_code_at(&document.blocks, self.offset)
    }

    /// Whether it stands in the block at the top of the file.
    pub(super) fn is_in_front_matter(&self) -> bool {
        front_matter::span(self.text).is_some_and(|span| self.offset < span.end)
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

/// Whether the innermost of some blocks at an offset is code.
fn is_code_at(blocks: &[Block], offset: usize) -> bool {
    let behind = blocks.partition_point(|block| block.span.start <= offset);
    let Some(block) = behind.checked_sub(1).map(|at| &blocks[at]) else { return false };
    if offset > block.span.end {
        return false;
    }
    match &block.kind {
        BlockKind::Code(_) => true,
        BlockKind::List(list) => list.items.iter().any(|item| is_code_at(&item.blocks, offset)),
        BlockKind::Quote(inner) | BlockKind::Footnote(inner) | BlockKind::Definition(inner) => {
            is_code_at(inner, offset)
        }
        _ => false,
    }
}

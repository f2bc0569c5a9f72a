//! What a build puts below the heading of a record's page.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};

/// The class of its element; a chapter that has one was expanded before.
pub const CLASS: &str = "archdoc-record";

/// The blocks behind the element, where the first of `blocks` opens it: it says what is known of a record, and a page
/// that is built again states nothing by it.
pub(super) fn skipped<'b>(document: &Document, blocks: &'b [Block]) -> Option<&'b [Block]> {
    let html =
        |block: &Block| matches!(block.kind, BlockKind::Html).then(|| document.slice(block.span));
    let first = html(blocks.first()?)?;
    first.trim_start().strip_prefix("<div class=\"")?.strip_prefix(CLASS)?.strip_prefix("\">")?;
    let mut depth = 0;
    let end = blocks.iter().position(|block| {
        let html = html(block).unwrap_or_default();
        depth += html.matches("<div").count();
        depth = depth.saturating_sub(html.matches("</div>").count());
        depth == 0
    })?;
    Some(&blocks[end + 1..])
}

//! Where in a record there is room for more.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::source::Span;

use crate::adr::record::Record;

/// Where a record's text ends before `limit`. What stands below the last words of a section, up to the next, is a mark of
/// the log, or nothing that is seen there.
pub(super) fn end_of_text(document: &Document, record: &Record, limit: usize) -> usize {
    let source = &record.source;
    let start = record.span.start;
    if record.anchor.is_some() {
        let inside = |block: &&Block| start <= block.span.start && block.span.start < limit;
        let mut last = document.blocks.iter().rev().filter(inside);
        let last = last.find(|block| !is_mark(document, block));
        return last.map_or(start, |block| source.trimmed(block.span).end);
    }
    start + source.slice(Span::new(start, limit)).trim_end().len()
}

/// The first block below a record's heading, before `limit`.
pub(super) fn first_block<'d>(
    document: &'d Document,
    record: &Record,
    limit: usize,
) -> Option<&'d Block> {
    let below = |block: &&Block| {
        record.heading.end <= block.span.start && block.span.start < limit.min(record.span.end)
    };
    document.blocks.iter().find(below)
}

/// A comment, or a place to lead to without words: `<a id="top"></a>`.
fn is_unseen(html: &str) -> bool {
    let is_anchor = html.strip_suffix("</a>").is_some_and(|rest| {
        rest.starts_with("<a ") && rest.ends_with('>') && rest.matches('<').count() == 1
    });
    is_anchor || html.starts_with("<!--") && html.ends_with("-->")
}

/// A line between sections, what no reader sees, notes, and a way back to the top: `[Top](#decisions)`. HTML that closes
/// or shows something is of the text.
fn is_mark(document: &Document, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Rule | BlockKind::Footnote(_) => true,
        BlockKind::Html => is_unseen(document.source.slice(block.span).trim()),
        BlockKind::Paragraph(text) => {
            let linked = |span: Span| text.links.iter().any(|link| link.span.contains(span));
            let says = |words: &str| words.contains(char::is_alphanumeric);
            !text.links.is_empty()
                && text.links.iter().all(|link| link.target.starts_with('#'))
                && text.runs().all(|run| linked(run.span) || !says(run.text))
        }
        _ => false,
    }
}

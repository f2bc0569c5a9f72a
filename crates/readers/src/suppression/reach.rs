//! Where comments stand, and how far each of them reaches.
//!
//! * Directly below a heading: the whole section.
//! * Between blocks: the block that follows; a whole section, where that is a heading. At the very end
//!   it is the section that it stands in.
//! * Within a paragraph, a heading, a list item or a cell: its line.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, RunKind};
use text::source::Span;

/// A piece of HTML that may hold comments.
pub(super) struct Found {
    pub(super) html: Span,
    pub(super) reach: Span,
}

/// All HTML of a document, code left out.
pub(super) fn html(document: &Document) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Html => {
                found.push(Found { html: block.span, reach: between(document, index) });
            }
            _ => within(document, block, block.span, &mut found),
        }
    }
    found
}

/// The reach of a block of comments among the blocks of the document.
fn between(document: &Document, index: usize) -> Span {
    let blocks = &document.blocks;
    let is_comment = |block: &Block| {
        matches!(block.kind, BlockKind::Html)
            && document.slice(block.span).trim_start().starts_with("<!--")
    };
    let above = blocks[..index].iter().rposition(|block| !is_comment(block));
    if let Some(section) = above.and_then(|above| section_of(document, above)) {
        return section;
    }
    let below = blocks[index + 1..].iter().position(|block| !is_comment(block));
    if let Some(below) = below.map(|below| index + 1 + below) {
        return section_of(document, below).unwrap_or(blocks[below].span);
    }
    let outline = &document.outline;
    let around = outline.at(blocks[index].span.start).map(|at| &outline.sections[at]);
    around.map_or(Span::new(0, document.source.text().len()), |section| {
        Span::new(section.heading.start, section.end.max(section.heading.start))
    })
}

/// The section whose heading is this block, with all that is nested in it.
fn section_of(document: &Document, block: usize) -> Option<Span> {
    let section = document.outline.sections.iter().find(|section| section.block == block)?;
    Some(Span::new(section.heading.start, section.end.max(section.heading.end)))
}

/// HTML inside of a block; `around` is the innermost part that a nested comment reaches.
fn within(document: &Document, block: &Block, around: Span, found: &mut Vec<Found>) {
    let mut inline = |text: &Inlines| {
        for run in text.runs().filter(|run| run.kind == RunKind::Html) {
            found.push(Found { html: run.span, reach: lines(document, run.span) });
        }
    };
    match &block.kind {
        BlockKind::Heading(heading) => inline(&heading.text),
        BlockKind::Paragraph(text) => inline(text),
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            rows.flat_map(|row| &row.cells).for_each(inline);
        }
        BlockKind::List(list) => {
            for item in &list.items {
                for inner in &item.blocks {
                    within(document, inner, item.span, found);
                }
            }
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for inner in blocks {
                within(document, inner, around, found);
            }
        }
        BlockKind::Html => found.push(Found { html: block.span, reach: around }),
        BlockKind::Code(_) | BlockKind::Rule => {}
    }
}

/// The whole lines that a span touches.
fn lines(document: &Document, span: Span) -> Span {
    let source = &document.source;
    let start = source.line_span(source.line(span.start)).start;
    Span::new(start, source.line_span(source.line(span.end)).end.max(span.end))
}

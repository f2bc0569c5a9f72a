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
    let is_comment = |block: &Block| {
        matches!(block.kind, BlockKind::Html)
            && document.slice(block.span).trim_start().starts_with("<!--")
    };
    let others: Vec<usize> =
        (0..document.blocks.len()).filter(|&at| !is_comment(&document.blocks[at])).collect();
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Html => {
                let after = others.partition_point(|&other| other <= index);
                let before = others.partition_point(|&other| other < index);
                let above = before.checked_sub(1).map(|at| others[at]);
                let reach = between(document, above, others.get(after).copied())
                    .unwrap_or_else(|| section_around(document, block.span.start));
                found.push(Found { html: block.span, reach });
            }
            _ => within(document, block, block.span, &mut found),
        }
    }
    found
}

/// The reach of comments between two blocks of the document.
fn between(document: &Document, above: Option<usize>, below: Option<usize>) -> Option<Span> {
    let heading = above.and_then(|above| section_of(document, above));
    heading.or_else(|| {
        let below = below?;
        Some(section_of(document, below).unwrap_or(document.blocks[below].span))
    })
}

/// The section that a place stands in, or the whole document.
fn section_around(document: &Document, at: usize) -> Span {
    let outline = &document.outline;
    let around = outline.at(at).map(|at| &outline.sections[at]);
    around.map_or(Span::new(0, document.source.text().len()), |section| {
        Span::new(section.heading.start, section.end.max(section.heading.start))
    })
}

/// The section whose heading is this block, with all that is nested in it.
fn section_of(document: &Document, block: usize) -> Option<Span> {
    let sections = &document.outline.sections;
    let at = sections.binary_search_by_key(&block, |section| section.block).ok()?;
    let section = &sections[at];
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

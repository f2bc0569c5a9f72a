//! The links in a text, for finding out what it refers to.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::source::Span;

/// A link or an image in a text.
#[derive(Clone, Debug)]
pub struct TextLink {
    /// Where it stands.
    pub span: Span,
    /// Where it leads, as written.
    pub target: String,
    /// Whether it shows an image.
    pub image: bool,
}

/// The links and images of a part of a document.
pub fn links(document: &Document, within: Span) -> Vec<TextLink> {
    let mut found = Vec::new();
    let blocks = &document.blocks;
    let first = blocks.partition_point(|block| block.span.start < within.start);
    let inside = blocks[first..].iter().take_while(|block| block.span.start <= within.end);
    for block in inside.filter(|block| within.contains(block.span)) {
        in_block(block, &mut |text| {
            found.extend(text.links.iter().map(|link| TextLink {
                span: link.span,
                target: link.target.clone(),
                image: link.image,
            }));
        });
    }
    found
}

fn in_block(block: &Block, look: &mut impl FnMut(&Inlines)) {
    match &block.kind {
        BlockKind::Heading(heading) => look(&heading.text),
        BlockKind::Paragraph(text) => look(text),
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| in_block(block, look));
        }
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            rows.flat_map(|row| &row.cells).for_each(look);
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                in_block(block, look);
            }
        }
        BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
    }
}

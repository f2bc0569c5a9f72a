//! The links in a text, for finding out what it refers to.

use text::markdown::Document;
use text::markdown::block::each_text;
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
        each_text(block, &mut |text| {
            found.extend(text.links.iter().map(|link| TextLink {
                span: link.span,
                target: link.target.clone(),
                image: link.image,
            }));
        });
    }
    found
}

//! Sections that nobody has written.

use crate::document::block::{Block, BlockKind};

use super::record::Unwritten;
use super::statement;
use super::words;

/// Sentences that templates come with: adr-tools', and the short form of Nygard's that many copied.
const SENTENCES: [&str; 7] = [
    "The issue motivating this decision, and any context that influences or constrains the decision.",
    "The change that we're proposing or have agreed to implement.",
    "What becomes easier or more difficult to do and any risks introduced by the change that will \
     need to be mitigated.",
    "What is the issue that we're seeing that is motivating this decision or change?",
    "What is the change that we're proposing and/or doing?",
    "What is the change that we are actually proposing or doing?",
    "What becomes easier or more difficult to do because of this change?",
];

/// Why these blocks do not count as written; none when they do.
pub(super) fn of<'a>(blocks: impl Iterator<Item = &'a Block> + Clone) -> Option<Unwritten> {
    if blocks.clone().all(is_blank) {
        return Some(Unwritten::Empty);
    }
    let text_only =
        blocks.clone().all(|block| !matches!(block.kind, BlockKind::Table(_) | BlockKind::Code(_)));
    let left = blocks.flat_map(|block| statement::text_lines(std::slice::from_ref(block)));
    let asked = |text: String| is_template(&text);
    (text_only && left.map(|line| line.plain()).all(asked)).then_some(Unwritten::Template)
}

fn is_template(text: &str) -> bool {
    let folded = words::folded(text);
    words::is_nothing(text)
        || words::is_bracketed(text) && !text.contains("](")
        || SENTENCES.iter().any(|sentence| words::folded(sentence) == folded)
}

/// Comments and rules are nothing to read.
fn is_blank(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Html | BlockKind::Rule => true,
        BlockKind::Paragraph(text) => text.is_blank(),
        BlockKind::List(list) => list.items.iter().all(|item| item.blocks.iter().all(is_blank)),
        BlockKind::Quote(blocks) => blocks.iter().all(is_blank),
        _ => false,
    }
}

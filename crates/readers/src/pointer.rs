//! Sections that were moved: all that is left is the way to where they stand now.

use text::markdown::Document;
use text::source::Span;

/// `-> moved to [Constraints](arc42/02.md)`: one link and hardly a word beside it, with no heading below.
pub(crate) fn is_one(document: &Document, section: usize) -> bool {
    const MOST_WORDS: usize = 5;
    let outline = &document.outline.sections[section];
    let [block] = &document.blocks[outline.body.clone()] else { return false };
    let Some(text) = block.paragraph().filter(|_| outline.subtree == section + 1) else {
        return false;
    };
    let [link] = text.links.as_slice() else { return false };
    let before = text.clip(Span::new(text.span.start, link.span.start.max(text.span.start)));
    let beside = before.plain() + " " + &text.after(link.span.end).plain();
    let words = beside.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    !link.image && words.count() <= MOST_WORDS
}

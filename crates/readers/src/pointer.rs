//! Sections that were moved: all that is left is the way to where they stand now.

use text::markdown::Document;
use text::markdown::inline::Link;
use text::source::Span;

/// The link of `-> moved to [Constraints](arc42/02.md)`: to a file beside it, with hardly a word more, and no heading
/// below.
pub(crate) fn link(document: &Document, section: usize) -> Option<&Link> {
    const MOST_WORDS: usize = 5;
    let outline = &document.outline.sections[section];
    let [block] = &document.blocks[outline.body.clone()] else { return None };
    let text = block.paragraph().filter(|_| outline.subtree == section + 1)?;
    let [link] = text.links.as_slice() else { return None };
    let before = text.clip(Span::new(text.span.start, link.span.start.max(text.span.start)));
    let beside = before.plain() + " " + &text.after(link.span.end).plain();
    let words = beside.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let beside = !link.target.contains("://") && !link.image;
    (beside && words.count() <= MOST_WORDS).then_some(link)
}

//! What headings, columns and cells of change logs say, in every language of the vocabulary.

pub(super) mod cell;
pub(super) mod column;
pub(super) mod title;

use words::{LogWord, Vocabulary};

/// Whether a whole text does this in an entry.
pub(super) fn says(word: LogWord, text: &str) -> bool {
    Vocabulary::known().is(word, text)
}

/// A text without what stands in brackets behind it.
pub(super) fn without_remark(text: &str) -> &str {
    let bare = text.split(['(', '[', '（']).next().unwrap_or_default();
    if bare.trim().is_empty() { text } else { bare }
}

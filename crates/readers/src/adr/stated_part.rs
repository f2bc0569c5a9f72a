//! Parts of a record that are a paragraph behind their word instead of a section: `**Decision**: we use a queue.`

use text::markdown::field;
use words::{Part, Vocabulary};

use super::record::Record;

/// Whether a paragraph of a record has one of these words for its label. The record's own text is parsed for it.
pub fn has_paragraph(record: &Record, words: &[Part]) -> bool {
    let document = record.document();
    let paragraphs = document.blocks.iter().filter_map(|block| block.paragraph());
    paragraphs.filter_map(field::split_label).any(|(label, _, value)| {
        let is_one = |&part: &Part| Vocabulary::known().is(part, &label);
        !value.is_blank() && words.iter().any(is_one)
    })
}

//! Parts of a record that are a paragraph behind their word instead of a section: `**Decision**: we use a queue.`

use text::markdown::field;
use text::markdown::inline::Inlines;
use words::{Part, Vocabulary};

use super::record::Record;

/// Whether a line of a record's paragraphs has one of these words for its label. The record's own text is parsed for it.
pub fn has_paragraph(record: &Record, words: &[Part]) -> bool {
    let document = record.document();
    let paragraphs = document.blocks.iter().filter_map(|block| block.paragraph());
    let lines = paragraphs.flat_map(Inlines::lines);
    lines.filter_map(|line| field::split_label(&line)).any(|(label, _, value)| {
        let is_one = |&part: &Part| Vocabulary::known().is(part, &label);
        !value.is_blank() && words.iter().any(is_one)
    })
}

//! What speaks for decision records, and is not enough to have them read unasked: it is named, nothing more.

use crate::adr::{Part, Record};
use crate::analysis::Analysis;
use crate::path_word;
use text::markdown::Document;
use words::PathWord;

use super::proposed;

/// One file alone may be a sample.
pub(super) const FEWEST: usize = 2;

/// Whether a chapter's title says that it is a decision record of a number: `ADR-7: Use a queue`.
pub(super) fn is_titled(analysis: &Analysis<'_>, file: &str) -> bool {
    let Some(chapter) = analysis.book.chapter(file) else { return false };
    let document: &Document = chapter.document();
    let Some(section) = document.outline.sections.first() else { return false };
    let title = chapter.source().slice(section.heading);
    let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_type = words.next().is_some_and(|word| word.eq_ignore_ascii_case(crate::adr::name::ADR));
    is_type && words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a record says what became of it, or when.
pub(super) fn states_something(record: &Record) -> bool {
    !record.states.is_empty() || !record.dates.is_empty()
}

/// Whether the numbered files of a directory are written like decisions and say nothing of what became of them: at
/// least every second has a context and a decision.
pub(super) fn is_unstated(records: &[Record], numbered: usize) -> bool {
    let has = |record: &Record, part| record.sections.iter().any(|one| one.part == Some(part));
    let decides = |record: &&Record| has(record, Part::Context) && has(record, Part::Decision);
    let deciding = records.iter().filter(decides).count();
    deciding >= FEWEST && records.len() >= proposed::FEWEST && deciding * 2 >= numbered
}

/// Whether a directory's path says that it holds samples.
pub(super) fn is_sample(path: &str) -> bool {
    let mut words = path_word::of(path);
    words.any(|word| path_word::says(PathWord::Sample, word.strip_suffix('s').unwrap_or(word)))
}

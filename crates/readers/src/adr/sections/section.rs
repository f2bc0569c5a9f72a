//! One section of a text, read as a record.

use text::markdown::Document;

use crate::adr::assemble::Reader;
use crate::adr::name::Name;
use crate::adr::record::Record;
use crate::adr::status::OwnWords;

/// A record, and which section of its text it is.
pub(super) struct Found {
    pub(super) section: usize,
    pub(super) record: Record,
}

/// Reads a section of a chapter as a record: `### ADR-001: Use X` with what stands below it.
///
/// None when its heading carries no identifier of a decision.
pub(super) fn read(
    document: &Document,
    path: &str,
    section: usize,
    own: &OwnWords,
) -> Option<Found> {
    let subtree = document.outline.sections.get(section)?.subtree;
    let reader = Reader::new(document, path, Name::of(""), section..subtree, own);
    let record = reader.record();
    record.id.is_some().then_some(Found { section, record })
}

/// Whether a mark stands between the number and the words: `ADR-7: Use X`, `RFC 12 - Use X`.
pub(in crate::adr) fn has_mark(heading: &str) -> bool {
    let digits = heading.trim_start_matches(|c: char| !c.is_ascii_digit());
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    behind.trim_start().starts_with([':', '：', '.', ')', ']', '-', '–', '—', '|', '·'])
}

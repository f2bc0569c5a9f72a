//! Which records a text names by their numbers.

use crate::adr::name::ADR;
use crate::adr::record::Record;

/// What stands between the heading of a file and its first section.
pub(super) fn lead(record: &Record) -> &str {
    let from = record.heading.end;
    let below = record.sections.iter().map(|section| section.heading.start);
    let end = below.filter(|start| *start >= from).min().unwrap_or(record.span.end);
    record.source.text().get(from..end).unwrap_or_default()
}

/// Whether a text names the number of a record that it belongs to: `ADR-7`.
pub(super) fn names_its_number(record: &Record, text: &str) -> bool {
    record.number().is_some_and(|own| numbers(text).any(|number| number == own))
}

/// The numbers of records that a text names: `ADR-7`, `adr 0012`.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = u64> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| {
        let is_word = |at: usize| bytes[at..at + ADR.len()].eq_ignore_ascii_case(ADR.as_bytes());
        is_word(*at) && (*at == 0 || !bytes[*at - 1].is_ascii_alphanumeric())
    };
    let starts = 0..(bytes.len() + 1).saturating_sub(ADR.len());
    starts.filter(begins).filter_map(|at| {
        let rest = text[at + ADR.len()..].trim_start_matches([' ', '-', '_', '#']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest[..digits].parse().ok()
    })
}

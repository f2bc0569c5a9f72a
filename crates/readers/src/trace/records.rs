//! Decision records by their ids: `ADR-7`, `TEAM-ADR-12`.

use super::id::Id;
use crate::adr::name::is_type_word;
use crate::adr::{self, Collection};

/// The one record that an id means.
pub(super) fn record(records: &Collection, id: &Id) -> Option<usize> {
    let series = id.prefix.trim_end_matches('-');
    let number = id.ordinal()?;
    let numbered = is_type_word(series).then(|| records.of_id(&adr::Id::Number(number)));
    let found = numbered.filter(|found| !found.is_empty());
    found
        .unwrap_or_else(|| records.of_id(&adr::Id::Series(series.to_owned(), number)))
        .first()
        .copied()
}

/// Whether ids of this prefix may be records.
pub(super) fn is_prefix(records: &Collection, prefix: &str) -> bool {
    let series = prefix.trim_end_matches('-');
    let of_series =
        |id: &adr::Id| matches!(id, adr::Id::Series(own, _) if own.eq_ignore_ascii_case(series));
    let mut ids = records.entries.iter().filter_map(|entry| entry.record.id.as_ref());
    is_type_word(series) || ids.any(|id| of_series(&id.value))
}

//! Decision records by their ids: `ADR-7`, `TEAM-ADR-12`.

use std::collections::HashSet;

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

/// What the ids of records can begin with.
pub(super) struct Series(HashSet<String>);

impl Series {
    /// The series that the records have: `TEAM-ADR`.
    pub(super) fn of(records: &Collection) -> Self {
        let ids = records.entries.iter().filter_map(|entry| entry.record.id.as_ref());
        Self(ids.filter_map(|id| name(&id.value)).collect())
    }

    /// Whether ids of this prefix may be records.
    pub(super) fn holds(&self, prefix: &str) -> bool {
        let series = prefix.trim_end_matches('-');
        is_type_word(series) || self.0.contains(&series.to_ascii_lowercase())
    }
}

fn name(id: &adr::Id) -> Option<String> {
    match id {
        adr::Id::Series(name, _) => Some(name.to_ascii_lowercase()),
        _ => None,
    }
}

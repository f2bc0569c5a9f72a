//! A directory whose texts alone show that it holds records.

use crate::adr::Record;

/// Fewer records than these are no habit.
pub(super) const FEWEST: usize = 3;

/// A directory that holds records and is not called so.
pub(super) struct Proposed {
    pub(super) path: String,
    pub(super) records: Vec<Record>,
}

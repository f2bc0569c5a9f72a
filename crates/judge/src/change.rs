//! Two states of a book or tree, for the rules that ask what a change did.

use readers::adr;
use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use readers::changed_paths::ChangedPaths;
use text::source::Source;

/// What was, and what is.
pub struct Change<'c> {
    /// After the change.
    pub(crate) now: &'c Analysis<'c>,
    /// The branch that the change is to go into, where that has moved on since they parted.
    pub(crate) target: Option<Target<'c>>,
    /// The paths in the code of its texts.
    pub(crate) paths: ChangedPaths,
    before: &'c Analysis<'c>,
    /// For each record that is there, the one that it was.
    earlier: Vec<Option<usize>>,
}

/// A branch that has moved on.
#[derive(Clone, Copy)]
pub struct Target<'c> {
    /// As the caller names it: `origin/main`.
    pub name: &'c str,
    /// What it holds by now.
    pub analysis: &'c Analysis<'c>,
}

impl<'c> Change<'c> {
    /// A change, with the paths in the code of both states.
    pub fn new(
        before: &'c Analysis<'c>,
        now: &'c Analysis<'c>,
        paths: ChangedPaths,
        target: Option<Target<'c>>,
    ) -> Self {
        Self {
            now,
            target,
            paths,
            before,
            earlier: adr::change::earlier(&before.records, &now.records),
        }
    }

    /// What a record was before, by its place among those that are there; none for a new one.
    pub(crate) fn earlier(&self, record: usize) -> Option<&'c Entry> {
        self.earlier[record].map(|was| &self.before.records.entries[was])
    }

    /// Whether a file held a record before.
    pub(crate) fn had_record(&self, source: &Source) -> bool {
        let mut records = self.before.records.entries.iter().map(|entry| &entry.record);
        records.any(|record| record.anchor.is_none() && record.source.path() == source.path())
    }
}

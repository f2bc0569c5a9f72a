//! Two states of a book or tree, for the rules that ask what a change did.

use std::collections::HashSet;

use readers::adr;
use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use readers::dead_link::{CodePath, Reach, code_paths};
use text::source::Source;

/// What was, and what is.
pub struct Change<'c> {
    /// After the change.
    pub(crate) now: &'c Analysis<'c>,
    /// The branch that the change is to go into, where that has moved on since they parted.
    pub(crate) target: Option<Target<'c>>,
    /// The paths in the code of its texts, after the change and before it.
    pub(crate) paths: Vec<CodePath>,
    pub(crate) paths_before: Vec<CodePath>,
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
    /// A change. `former` says what a document's file was called before it, for the path that it has now; both
    /// count from the book or the tree.
    pub fn new(
        before: &'c Analysis<'c>,
        now: &'c Analysis<'c>,
        former: &'c dyn Fn(&str) -> String,
        target: Option<Target<'c>>,
    ) -> Self {
        let paths_before = paths_of(before, &|_, _| false);
        let there = paths_before.iter().filter(|path| path.reach == Reach::There);
        let there: HashSet<(&str, &str)> =
            there.map(|path| (path.place.source.path(), &*path.path)).collect();
        let was_there = |file: &str, path: &str| there.contains(&(&*former(file), path));
        Self {
            now,
            target,
            paths: paths_of(now, &was_there),
            paths_before,
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

fn paths_of(analysis: &Analysis<'_>, was_there: &dyn Fn(&str, &str) -> bool) -> Vec<CodePath> {
    code_paths(analysis.book, &analysis.records, &analysis.annotated, was_there)
}

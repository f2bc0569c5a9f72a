//! Two states of a book or tree, for the rules that ask what a change did.

use std::collections::{HashMap, HashSet};

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
    former: &'c dyn Fn(&str) -> String,
    /// The records as they were, by file and anchor.
    records: HashMap<(&'c str, Option<&'c str>), &'c Entry>,
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
    /// A change. `former` says what a file was called before it, for the path that it has now; both count
    /// from the book or the tree.
    pub fn new(
        before: &'c Analysis<'c>,
        now: &'c Analysis<'c>,
        former: &'c dyn Fn(&str) -> String,
        target: Option<Target<'c>>,
    ) -> Self {
        let place = |entry: &'c Entry| (entry.record.source.path(), entry.record.anchor.as_deref());
        let entries = before.records.entries.iter();
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
            former,
            records: entries.map(|entry| (place(entry), entry)).collect(),
        }
    }

    /// What a record was before; none for a new one.
    pub(crate) fn earlier(&self, entry: &Entry) -> Option<&'c Entry> {
        let path = (self.former)(entry.record.source.path());
        self.records.get(&(path.as_str(), entry.record.anchor.as_deref())).copied()
    }

    /// Whether a file held a record before.
    pub(crate) fn had_record(&self, source: &Source) -> bool {
        self.records.contains_key(&(source.path(), None))
    }
}

fn paths_of(
    analysis: &Analysis<'_>,
    was_there: &dyn Fn(&str, &str) -> bool,
) -> Vec<CodePath> {
    code_paths(analysis.book, &analysis.records, &analysis.annotated, was_there)
}

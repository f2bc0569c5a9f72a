//! Where the paths in the code of a book's texts led before a change, and where they lead after it.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::dead_link::{CodePath, Reach, code_paths};

/// The paths in two states of a book.
#[derive(Debug, Default)]
pub struct ChangedPaths {
    /// Before the change.
    pub before: Vec<CodePath>,
    /// After it.
    pub now: Vec<CodePath>,
}

impl ChangedPaths {
    /// Looks where they lead, which takes a look at the disk for each. `former` says what a document's file was
    /// called before the change, for the path that it has now; both count from the book or the tree.
    pub fn read(
        before: &Analysis<'_>,
        now: &Analysis<'_>,
        former: &dyn Fn(&str) -> String,
    ) -> Self {
        let before = paths_of(before, &|_, _| false);
        let there = before.iter().filter(|path| path.reach == Reach::There);
        let there: HashSet<(&str, &str)> =
            there.map(|path| (path.place.source.path(), &*path.path)).collect();
        let was_there = |file: &str, path: &str| there.contains(&(&*former(file), path));
        let now = paths_of(now, &was_there);
        Self { before, now }
    }
}

fn paths_of(analysis: &Analysis<'_>, was_there: &dyn Fn(&str, &str) -> bool) -> Vec<CodePath> {
    code_paths(analysis.book, &analysis.records, &analysis.annotated, was_there)
}

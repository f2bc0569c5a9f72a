//! Headings that tell at length what a log of the document tells in short.

use std::collections::BTreeSet;

use super::super::Log;
use super::super::entry::Entry;
use super::super::releases::Run;

/// Whether the headings are no log of their own: each is a part of the document that is called by a version of the
/// log, `Addendum v1.1`, and not a release and nothing else.
pub(super) fn tells(run: &Run, log: &Log) -> bool {
    run.titled && lists_all(log, run)
}

/// Whether a log has every version of a run.
fn lists_all(log: &Log, run: &Run) -> bool {
    let bare = |entry: &Entry| {
        let version = entry.version.as_ref()?;
        Some(version.text.trim_start_matches(['v', 'V']).to_owned())
    };
    let listed: BTreeSet<String> = log.entries.iter().filter_map(bare).collect();
    run.entries.iter().all(|entry| bare(entry).is_some_and(|version| listed.contains(&version)))
}

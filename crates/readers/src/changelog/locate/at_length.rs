//! Headings that tell at length what a log of the document tells in short.

use std::collections::BTreeSet;

use text::markdown::Document;
use words::{LogWord, Vocabulary};

use super::super::Log;
use super::super::entry::Entry;
use super::super::releases::Run;

/// Whether the headings are no log of their own: each is a part of the document that is called by a version of the
/// log, `Addendum v1.1`.
pub(super) fn tells(document: &Document, run: &Run, log: &Log) -> bool {
    let is_release = |extent| is_release(document.slice(extent));
    !run.extents.iter().copied().all(is_release) && lists_all(log, run)
}

/// Whether a heading is a release and nothing else: `## [1.2.0] - 2024-05-01`.
fn is_release(heading: &str) -> bool {
    const MARKS: [char; 6] = ['#', ' ', '[', 'v', 'V', '.'];
    let text = heading.trim_start_matches(MARKS);
    let word = Vocabulary::known().starts(LogWord::Version, text).map_or(0, |word| word.len);
    text[word..].trim_start_matches(MARKS).starts_with(|c: char| c.is_ascii_digit())
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

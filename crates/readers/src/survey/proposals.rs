//! Proposals that have a directory each: `enhancements/OPS-12-use-a-queue/README.md`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::adr::{self, Record, proposal};
use crate::analysis::Analysis;
use crate::book::Chapter;
use text::link;

use super::proposed::{FEWEST, Proposed};

/// The directories most of whose directories hold one text with the front matter of proposals.
pub(super) fn find(analysis: &Analysis<'_>, known: &HashSet<String>) -> Vec<Proposed> {
    // Of each directory those in it that hold Markdown, with the chapters that may be proposals.
    let mut above: BTreeMap<&str, BTreeMap<&str, Vec<&Chapter<'_>>>> = BTreeMap::new();
    for chapter in &analysis.book.chapters {
        let directory = link::directory(&chapter.path);
        let hidden = link::file_name(directory).starts_with('.');
        if directory.is_empty() || hidden {
            continue;
        }
        let beside = above.entry(link::directory(directory)).or_default();
        let open = beside.entry(directory).or_default();
        if !known.contains(&chapter.path) && chapter.starts_with("---") {
            open.push(chapter);
        }
    }
    let mut found = Vec::new();
    for (path, mut directories) in above {
        let all = directories.len();
        let are_most = |holding: usize| holding >= FEWEST && holding * 2 > all;
        // Which of them are proposals takes a look at all of their texts.
        if !are_most(directories.values().filter(|open| !open.is_empty()).count()) {
            continue;
        }
        for open in directories.values_mut() {
            open.retain(|chapter| is_proposal(chapter));
        }
        // Pages of a site lie several in a directory.
        if !are_most(directories.values().filter(|open| open.len() == 1).count()) {
            continue;
        }
        let record = |chapter: &&Chapter<'_>| {
            adr::read(chapter.document(), &chapter.path, &analysis.own).record()
        };
        let records: Vec<Record> = directories.values().flatten().filter_map(record).collect();
        let homes: BTreeSet<&str> =
            records.iter().map(|record| link::directory(&record.path)).collect();
        if homes.len() >= FEWEST {
            found.push(Proposed { path: path.to_owned(), records });
        }
    }
    found
}

fn is_proposal(chapter: &Chapter<'_>) -> bool {
    chapter.document().front_matter.as_ref().is_some_and(proposal::is_stated)
}

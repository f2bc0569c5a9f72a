//! Proposals that have a directory each: `enhancements/OPS-12-use-a-queue/README.md`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::adr::collection::own_words;
use crate::adr::{self, Reading, Record, proposal};
use crate::analysis::Analysis;
use crate::book::Chapter;
use text::link;

use super::proposed::{FEWEST, Proposed};

/// The directories most of whose directories hold texts with the front matter of proposals.
pub(super) fn find(analysis: &Analysis<'_>, known: &HashSet<String>) -> Vec<Proposed> {
    // Of each directory those in it that hold Markdown, with the proposals of each.
    let mut above: BTreeMap<&str, BTreeMap<&str, Vec<&Chapter<'_>>>> = BTreeMap::new();
    for chapter in &analysis.book.chapters {
        let directory = link::directory(&chapter.path);
        let hidden = link::file_name(directory).starts_with('.');
        if directory.is_empty() || hidden {
            continue;
        }
        let beside = above.entry(link::directory(directory)).or_default();
        let proposals = beside.entry(directory).or_default();
        if !known.contains(&chapter.path) && is_proposal(chapter) {
            proposals.push(chapter);
        }
    }
    let own = own_words(analysis.settings);
    let mut found = Vec::new();
    for (path, directories) in above {
        let holding = directories.values().filter(|proposals| !proposals.is_empty()).count();
        if holding < FEWEST || holding * 2 <= directories.len() {
            continue;
        }
        let record =
            |chapter: &&Chapter<'_>| match adr::read(chapter.document(), &chapter.path, &own) {
                Reading::Record(record) => Some(*record),
                _ => None,
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
    chapter.starts_with("---")
        && chapter.document().front_matter.as_ref().is_some_and(proposal::is_stated)
}

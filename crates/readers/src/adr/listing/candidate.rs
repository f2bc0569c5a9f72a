//! A quick look at the links of a text, to find out whether it is worth parsing.

use std::collections::HashSet;

use crate::adr::collection::Collection;
use crate::adr::name::is_identified;
use crate::record_path;

/// What the links of a text lead to.
#[derive(Default)]
pub(super) struct Linked {
    /// Records, as indices into the collection.
    pub(super) records: HashSet<usize>,
    /// Files with a record's name that none was read from, relative to the source directory.
    others: HashSet<String>,
}

impl Linked {
    pub(super) fn of(text: &str, path: &str, records: &Collection) -> Self {
        let mut linked = Self::default();
        for target in targets(text).filter(|target| !target.is_empty() && !target.contains("://")) {
            if let Some(record) = records.of_link(path, target) {
                linked.records.insert(record);
            } else if let Some(file) = records.meant_record(path, target)
                && is_identified(&file)
            {
                linked.others.insert(file);
            }
        }
        linked
    }

    /// How many files of a directory are linked, with those that may be gone. None where no record is among
    /// them: then it cannot be known that the directory is meant.
    pub(super) fn count(&self, directory: &str, all: &[usize]) -> usize {
        let known = all.iter().filter(|record| self.records.contains(record)).count();
        let others = self.others.iter().filter(|file| record_path::home(file) == directory);
        if known == 0 { 0 } else { known + others.count() }
    }
}

/// What stands where links and their definitions have their targets.
pub(super) fn targets(text: &str) -> impl Iterator<Item = &str> {
    let starts = ["](", "]:", "href=\""].into_iter().flat_map(|mark| text.match_indices(mark));
    starts.filter_map(|(at, mark)| {
        let rest = text[at + mark.len()..].trim_start_matches([' ', '<']);
        rest.split([')', '>', '"', ' ', '\n', '\r', '\t', '#']).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_definitions() {
        let text = "[a](0001-a.md) [b][b] [c](<0003 c.md> \"t\")\n\n[b]: ./0002-b.md#status\n";
        let found: Vec<_> = targets(text).collect();
        assert_eq!(found, ["0001-a.md", "0003", "./0002-b.md"]);
    }
}

//! A quick look at the links of a text, to find out whether it is worth parsing.

use std::collections::HashSet;

use crate::adr::collection::Collection;

/// The records that a text links to, as indices into the collection.
pub(super) fn linked(text: &str, path: &str, records: &Collection) -> HashSet<usize> {
    let known = |target: &str| {
        let local = !target.is_empty() && !target.contains("://");
        local.then(|| records.of_link(path, target))?
    };
    targets(text).filter_map(known).collect()
}

/// What stands where links and their definitions have their targets.
fn targets(text: &str) -> impl Iterator<Item = &str> {
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

//! Sections that are entries of an index: under a record's number, with a link to its file.

use std::collections::HashMap;

use text::link;
use text::source::Span;

use crate::adr::id::Id;
use crate::adr::links::links;
use crate::adr::record::Record;

/// Which are sections that lead to the file of the record of their number, however much they say. The file may have
/// moved since.
pub(super) fn among<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    let records: Vec<&Record> = records.collect();
    if records.iter().all(|record| record.anchor.is_none()) {
        return vec![false; records.len()];
    }
    let mut files: HashMap<Id, Vec<&str>> = HashMap::new();
    for file in records.iter().filter(|record| record.anchor.is_none()) {
        if let Some(key) = file.folded_id() {
            files.entry(key).or_default().push(link::file_name(&file.path));
        }
    }
    let leads = |record: &&Record| {
        let Some(files) = record.folded_id().and_then(|key| files.get(&key)) else { return false };
        let all = links(&record.document(), record.span);
        let related = |span: Span| {
            record.relations.iter().any(|relation| relation.span.range().contains(&span.start))
        };
        let mut own = all.iter().filter(|link| !related(link.span));
        own.any(|link| {
            let file = link.target.split(['#', '?']).next().unwrap_or_default();
            files.contains(&link::file_name(file))
        })
    };
    records.iter().map(|record| record.anchor.is_some() && leads(record)).collect()
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::sample;
    use crate::adr::sections;
    use crate::adr::status::OwnWords;

    /// Whether a section with this line is an entry, beside a record with a file.
    #[track_caller]
    fn is_entry(line: &str) -> bool {
        let text = format!(
            "# A\n\n### ADR-1: Queues\n\n{line}\n\nStatus: Accepted\n\n**Decision:** one.\n"
        );
        let document = Document::parse(&Source::new("docs/a.md", text));
        let section = sections::records(&document, "docs/a.md", &OwnWords::new()).remove(0);
        let file = sample::record(
            "docs/adr/0001-use-a-queue.md",
            "# 1. Use a queue\n\nStatus: Accepted\n",
        );
        let entries = among([&file, &section].into_iter());
        assert!(!entries[0], "the file itself");
        entries[1]
    }

    #[test]
    fn a_section_that_leads_to_the_record_of_its_number_is_an_entry() {
        assert!(is_entry("**File:** [adr](adr/0001-use-a-queue.md)"));
        assert!(is_entry("**File:** [adr](decisions/0001-use-a-queue.md#top)"), "it has moved");
        assert!(!is_entry("See [the log](adr/0002-use-a-log.md)."));
        assert!(!is_entry("**Supersedes:** [ADR-1](adr/0001-use-a-queue.md)"), "an older series");
    }
}

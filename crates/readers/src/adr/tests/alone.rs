//! A record's own part of its file.

use text::markdown::Document;
use text::markdown::inline::Inlines;
use text::source::Source;

use crate::adr::record::Record;
use crate::adr::sample;
use crate::adr::sections;
use crate::adr::status::OwnWords;

const LOG: &str = "---\ntitle: Gate\n---\n\n# The gate\n\n## ADR-1: Use a queue\n\nStatus: Accepted\n\nIt replaces [this][log].\n\n\
                   ## ADR-2: Use a log\n\nStatus: Accepted\n\nIt is [old].\n\n[log]: #adr-2-use-a-log\n[old]: old.md\n";

fn records() -> Vec<Record> {
    let document = Document::parse(&Source::new("docs/log.md", LOG));
    sections::records(&document, "docs/log.md", &OwnWords::new())
}

/// Places, words and targets of the paragraphs.
fn said<'d>(paragraphs: impl Iterator<Item = &'d Inlines>) -> Vec<(usize, String, Vec<String>)> {
    let targets = |text: &Inlines| text.links.iter().map(|link| link.target.clone()).collect();
    paragraphs.map(|text| (text.span.start, text.plain(), targets(text))).collect()
}

#[test]
fn a_section_says_what_it_says_in_its_file_and_nothing_else() {
    let records = records();
    assert_eq!(records.len(), 2);
    for record in &records {
        let (own, file) = (record.document(), record.file());
        let inside = file.blocks.iter().filter(|block| record.span.contains(block.span));
        let whole = said(inside.filter_map(|block| block.paragraph()));
        assert_eq!(said(own.blocks.iter().filter_map(|block| block.paragraph())), whole);
        assert!(whole.iter().any(|(.., targets)| !targets.is_empty()));
        assert_eq!(own.outline.sections[0].heading, record.heading);
        assert!(own.front_matter.is_none() && file.front_matter.is_some());
    }
}

#[test]
fn a_file_that_is_one_record_is_its_own_part() {
    let record = sample::record("0001-x.md", "---\nstatus: accepted\n---\n\n# Use X\n\nWe do.\n");
    assert!(record.document().front_matter.is_some());
}

//! A decision record: every value keeps a place that lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::within;
use readers::adr::{OwnWords, Reading, read};
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|record: &str| {
    let source = Source::new("adr/0001-a.md", record);
    let document = Document::parse(&source);
    if let Reading::Record(record) = read(&document, "adr/0001-a.md", &OwnWords::default()) {
        let spans = [record.status.map(|status| status.span), record.date.map(|date| date.span)];
        spans.into_iter().flatten().for_each(|span| within(&source, span));
    }
});

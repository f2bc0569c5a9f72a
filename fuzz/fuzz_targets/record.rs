//! A decision record: every value keeps a place that lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readers::adr::{OwnWords, Reading, read};
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|record: &str| {
    let source = Source::new("adr/0001-a.md", record);
    let document = Document::parse(&source);
    if let Reading::Record(record) = read(&document, "adr/0001-a.md", &OwnWords::default()) {
        for span in [record.status.map(|status| status.span), record.date.map(|date| date.span)] {
            assert!(span.is_none_or(|span| source.text().get(span.range()).is_some()));
        }
    }
});

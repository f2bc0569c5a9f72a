//! A change log: every entry lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::within;
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|log: &str| {
    let source = Source::new("CHANGELOG.md", log);
    for log in readers::changelog::read(&Document::parse(&source), None) {
        for entry in log.entries {
            within(&source, entry.span);
        }
    }
});

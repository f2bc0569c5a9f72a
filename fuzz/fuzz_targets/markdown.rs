//! One parse of Markdown: spans lie on character boundaries and inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::within;
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|markdown: &str| {
    let source = Source::new("a.md", markdown);
    for block in &Document::parse(&source).blocks {
        within(&source, block.span);
    }
});

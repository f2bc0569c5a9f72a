//! The comments that allow findings: each names its rule where it is said to, and lies in its text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::real;
use readers::suppression::Suppressions;
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|input: &str| {
    let source = Source::new("a.md", input);
    let found = Suppressions::of_text(&Document::parse(&source), None);
    for allowed in &found.all {
        real(&allowed.place);
        assert!(allowed.place.text().starts_with(&allowed.rule), "{}", allowed.place.text());
    }
    found.mistakes.iter().for_each(|mistake| real(&mistake.place));
});

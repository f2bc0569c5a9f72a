//! The directives of a text, visible and in comments: each stands where it is said to, is what it is said to be, and
//! no two share a byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::within;
use readers::directive::{OPENING, scan};
use readers::settings::ChangeLogSettings;
use text::markdown::Document;
use text::source::Source;

fuzz_target!(|input: &str| {
    let source = Source::new("a.md", input);
    let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
    let mut spans = Vec::new();
    for directive in scan.asked() {
        let text = source.slice(directive.span);
        let shown = text.starts_with(OPENING) && text.ends_with(">>");
        assert!(shown || text.starts_with("<!--") && text.ends_with("-->"), "{text}");
        for argument in &directive.arguments {
            assert!(directive.span.contains(argument.key_span), "{text}");
            assert!(directive.span.contains(argument.value_span), "{text}");
            assert_eq!(source.slice(argument.key_span), argument.key);
        }
        spans.push(directive.span);
    }
    for part in &scan.parts {
        within(&source, part.inside);
    }
    scan.mistakes.iter().for_each(|mistake| within(&source, mistake.span));
    spans.sort();
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{pair:?}");
    }
});

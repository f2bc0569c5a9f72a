//! The words of raw HTML.

use text::markdown::Document;
use text::markdown::flat::trimmed;
use text::raw_html;
use text::source::Span;

/// The stretches between the tags of raw HTML that are words; comments have none.
pub(super) fn of(document: &Document, span: Span) -> impl Iterator<Item = (Span, &str)> {
    let html = document.slice(span);
    let comment = html.trim_start().starts_with("<!--");
    let between = raw_html::words(if comment { "" } else { html }, span.start);
    between.filter_map(|(words, place)| {
        let range = trimmed(words, 0..words.len());
        let span = Span::from(range.clone()).shifted(place.start);
        (!range.is_empty()).then(|| (span, &words[range]))
    })
}

//! The few lines of a file that a finding shows.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Origin, Snippet};
use unicode_width::UnicodeWidthStr;

use text::printable::Printable;
use text::source::{Place, Source, Span, floor_boundary};

/// A place that is underlined.
pub(super) struct Mark<'a> {
    pub(super) kind: AnnotationKind,
    pub(super) span: Span,
    /// Words beside the line; may be empty.
    pub(super) label: &'a str,
}

/// What else stands in the line of a caret: the margin, and the dots of a line that is cut.
const CARET_MARGIN: usize = 20;

/// A column shows one character; combining characters make it several, hardly ever more than these.
const MAX_BYTES_A_COLUMN: usize = 16;

/// Longer pieces are not shown: a chapter can be one line of fifty megabytes, with thousands of
/// findings each of which would show all that stands before it.
pub(super) const MAX_BYTES: usize = 8 * 1024;

/// The lines around some places of one file, the first of which names the location.
pub(super) fn element<'a>(source: &'a Source, marks: &[Mark<'a>], width: usize) -> Element<'a> {
    let lines: Vec<Span> = marks.iter().map(|mark| first_line(source, mark.span)).collect();
    let covered = lines.iter().copied().reduce(Span::cover).unwrap_or_default();
    let line = source.line(covered.start);
    let start = source.line_span(line).start;
    // Of a very long last line, what is right of the terminal's edge is never shown.
    let visible = covered.end.saturating_add(width * MAX_BYTES_A_COLUMN);
    let end = source.line_span(source.line(covered.end)).end;
    let end = end.min(floor_boundary(source.text(), visible)).max(start);
    if end - start > MAX_BYTES {
        return location(source, marks);
    }
    let annotations = marks.iter().zip(lines).map(|(mark, span)| {
        let label = (!mark.label.is_empty()).then(|| Printable::line(mark.label).into_string());
        mark.kind.span(shown(source, span, start..end, width, mark.label)).label(label)
    });
    Snippet::source(Printable::source(&source.text()[start..end]))
        .path(Printable::line(source.path()).into_string())
        .line_start(line)
        .annotations(annotations)
        .into()
}

/// Path, line and column alone.
fn location<'a>(source: &'a Source, marks: &[Mark<'a>]) -> Element<'a> {
    let at = source.location(marks.first().map_or(0, |mark| mark.span.start));
    Origin::path(Printable::line(source.path()).into_string())
        .line(at.line)
        .char_column(at.column)
        .into()
}

/// The part of a span in the line where it begins.
fn first_line(source: &Source, span: Span) -> Span {
    let start = floor_boundary(source.text(), span.start);
    let line_end = source.line_span(source.line(start)).end;
    let end = floor_boundary(source.text(), span.end.min(line_end));
    Span::new(start, end.max(start))
}

/// Whether a label fits beside what it is about without hiding more than half of it. What is wider than the
/// terminal is cut in any case.
pub(super) fn has_room(place: &Place, label: &str, width: usize) -> bool {
    let span = first_line(&place.source, place.span);
    let wide = place.source.slice(span).width();
    let room = width.saturating_sub(label.width() + CARET_MARGIN);
    room * 2 >= wide || wide + CARET_MARGIN > width
}

/// What is underlined, within the snippet: so short that the label beside it still fits into the line.
fn shown(
    source: &Source,
    span: Span,
    snippet: Range<usize>,
    width: usize,
    label: &str,
) -> Range<usize> {
    let start = span.start.min(snippet.end);
    let room = width.saturating_sub(label.width() + CARET_MARGIN).max(1);
    let widest = source.text()[start..].char_indices().nth(room);
    let widest = widest.map_or(snippet.end, |(at, _)| start + at);
    let end = span.end.min(widest).clamp(start, snippet.end);
    start - snippet.start..end - snippet.start
}

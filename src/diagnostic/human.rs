//! Findings for people, in rustc's layout.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Renderer, Snippet};

use super::group::grouped;
use super::summary::Summary;
use super::{Finding, Level};
use crate::source::{Place, Source, Span, floor_boundary};

/// The width when the report does not go to a terminal (rustc's, too).
pub const DEFAULT_WIDTH: usize = 140;

/// Below this a terminal cannot show a source line with its label.
const MIN_WIDTH: usize = 40;

/// Renders findings with styles; whoever writes the text strips them where no terminal reads it.
#[derive(Debug)]
pub struct Human {
    renderer: Renderer,
    width: usize,
}

impl Human {
    /// For a terminal of this width, in columns.
    pub fn new(width: usize) -> Self {
        let width = width.max(MIN_WIDTH);
        let renderer = Renderer::styled().hyperlink(false).term_width(width);
        Self { renderer, width }
    }

    /// Without any styles.
    #[must_use]
    pub fn plain(self) -> Self {
        let renderer = Renderer::plain().term_width(self.width);
        Self { renderer, ..self }
    }

    /// All findings, those of a kind as one list, each followed by an empty line.
    pub fn findings(&self, findings: &[Finding]) -> String {
        let mut out = String::new();
        for finding in grouped(findings) {
            out.push_str(&self.finding(&finding));
            out.push_str("\n\n");
        }
        out
    }

    /// One finding, without a line break at its end.
    pub fn finding(&self, finding: &Finding) -> String {
        let level = match finding.level {
            Level::Deny => Title::ERROR,
            Level::Warn | Level::Allow => Title::WARNING,
        };
        let mut group = level
            .primary_title(printable(&finding.message))
            .id(finding.rule)
            .elements(self.snippets(finding));
        for note in &finding.notes {
            group = group.element(Title::NOTE.message(printable(note)));
        }
        self.with_help(group, finding.help.as_deref())
    }

    /// What stops a command: `error: ...`, with its place if there is one.
    pub fn error(&self, message: &str, place: Option<&Place>, help: Option<&str>) -> String {
        let group = Group::with_title(Title::ERROR.primary_title(printable(message)));
        let Some(place) = place else {
            let help = help.map(|help| {
                let title = Title::HELP.secondary_title(printable(help));
                format!("\n{}", self.renderer.render(&[Group::with_title(title)]))
            });
            return self.renderer.render(&[group]) + &help.unwrap_or_default();
        };
        let window = Window::new(&place.source, [place.span], self.width);
        let caret = AnnotationKind::Primary.span(window.range(place.span));
        self.with_help(group.element(window.snippet().annotation(caret)), help)
    }

    fn with_help(&self, mut group: Group<'_>, help: Option<&str>) -> String {
        if let Some(help) = help {
            group = group.element(Title::HELP.message(printable(help)));
        }
        self.renderer.render(&[group])
    }

    /// The finding's own file first, with all places in it; then each other file.
    fn snippets<'a>(&self, finding: &'a Finding) -> Vec<Snippet<'a, Annotation<'a>>> {
        let primary = &finding.place;
        let (near, far): (Vec<_>, Vec<_>) =
            finding.related.iter().partition(|related| is_near(primary, &related.place));
        let spans = near.iter().map(|related| related.place.span).chain([primary.span]);
        let window = Window::new(&primary.source, spans, self.width);
        let label = finding.label.as_deref().map(printable);
        let first = window
            .snippet()
            .annotation(AnnotationKind::Primary.span(window.range(primary.span)).label(label))
            .annotations(near.iter().map(|related| {
                let range = window.range(related.place.span);
                AnnotationKind::Context.span(range).label(printable(&related.label))
            }));
        let others = far.into_iter().map(|related| {
            let window = Window::new(&related.place.source, [related.place.span], self.width);
            let range = window.range(related.place.span);
            let there = AnnotationKind::Context.span(range).label(printable(&related.label));
            window.snippet().annotation(there)
        });
        std::iter::once(first).chain(others).collect()
    }
}

/// At most this many lines lie between places that are shown in one snippet.
const NEAR: usize = 200;

fn is_near(primary: &Place, other: &Place) -> bool {
    primary.source.path() == other.source.path()
        && primary.start().line.abs_diff(other.start().line) <= NEAR
}

/// The lines of a file that hold some places, and no more: a chapter can have fifty megabytes.
struct Window<'a> {
    source: &'a Source,
    span: Span,
    line: usize,
    width: usize,
}

impl<'a> Window<'a> {
    fn new(source: &'a Source, spans: impl IntoIterator<Item = Span>, width: usize) -> Self {
        let covered = spans.into_iter().reduce(Span::cover).unwrap_or_default();
        let line = source.line(covered.start);
        let start = source.line_span(line).start;
        let end = source.line_span(source.line(covered.end)).end;
        // Of a very long last line, what is right of the terminal's edge is never shown.
        let visible = covered.end.saturating_add(width * MAX_BYTES_A_COLUMN);
        let end = end.min(floor_boundary(source.text(), visible)).max(start);
        Self { source, span: Span::new(start, end), line, width }
    }

    fn snippet<'s, T: Clone>(&self) -> Snippet<'s, T>
    where
        'a: 's,
    {
        Snippet::source(self.source.slice(self.span)).path(self.source.path()).line_start(self.line)
    }

    /// The part of a place that is underlined: in its first line, and at most a line's width.
    fn range(&self, span: Span) -> Range<usize> {
        let text = self.source.text();
        let start = floor_boundary(text, span.start.clamp(self.span.start, self.span.end));
        let line_end = self.source.line_span(self.source.line(start)).end;
        let widest = text[start..].char_indices().nth(self.width / 2);
        let widest = widest.map_or(text.len(), |(at, _)| start + at);
        let end =
            floor_boundary(text, span.end.min(line_end).min(widest)).clamp(start, self.span.end);
        start - self.span.start..end - self.span.start
    }
}

/// A column shows one character; combining characters make it several, hardly ever more than these.
const MAX_BYTES_A_COLUMN: usize = 16;

/// Text for a terminal: what a chapter holds must not be able to steer it.
fn printable(text: &str) -> String {
    let shown = |character: char| match character {
        '\n' => '\n',
        '\t' => ' ',
        control if control.is_control() => '\u{fffd}',
        other => other,
    };
    text.chars().map(shown).collect()
}

/// The closing line; none when there is nothing to say.
pub fn closing_line(summary: &Summary) -> Option<String> {
    (!summary.is_empty()).then(|| format!("archdoc: {summary}\n"))
}

#[cfg(test)]
mod tests;

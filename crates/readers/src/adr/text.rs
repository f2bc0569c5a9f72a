//! A line of inline text as one string, with the way back to the file.

use std::ops::Range;

use text::markdown::inline::{Inlines, Link, Run, RunKind};
use text::source::Span;

/// What a reader of words needs to know about a stretch of text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Words only: comments, images and struck text are left out, code keeps its words.
    pub(super) text: String,
    inlines: &'a Inlines,
    pieces: Vec<(Range<usize>, &'a Run)>,
}

impl<'a> Line<'a> {
    pub(super) fn of(inlines: &'a Inlines) -> Self {
        let mut text = String::new();
        let mut pieces = Vec::with_capacity(inlines.runs.len());
        for run in inlines.runs.iter().filter(|run| !run.strike) {
            let start = text.len();
            match run.kind {
                RunKind::Html | RunKind::Footnote => continue,
                RunKind::SoftBreak | RunKind::HardBreak => text.push(' '),
                RunKind::Text | RunKind::Code => text.push_str(&run.text),
            }
            pieces.push((start..text.len(), run));
        }
        Self { text, inlines, pieces }
    }

    /// Where a stretch of the text stands in the file. A run that differs from its source (escapes,
    /// code) is covered as a whole.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.max(range.start + 1);
        let first = self.pieces.partition_point(|(piece, _)| piece.end <= range.start);
        let touched = self.pieces[first..].iter().take_while(|(piece, _)| piece.start < end);
        touched
            .filter(|(piece, _)| range.start < piece.end)
            .map(|(piece, run)| {
                if run.kind != RunKind::Text || run.text.len() != run.span.len() {
                    return run.span;
                }
                let cut =
                    |at: usize| run.span.start + at.clamp(piece.start, piece.end) - piece.start;
                Span::new(cut(range.start), cut(range.end.max(range.start)))
            })
            .reduce(Span::cover)
            .unwrap_or(Span::at(self.inlines.span.start))
    }

    /// Whether an offset of the text lies in the words of a link that begin at `from` or later.
    pub(super) fn in_link(&self, at: usize, from: usize) -> bool {
        let after = self.pieces.partition_point(|(piece, _)| piece.start <= at);
        self.pieces[..after].last().is_some_and(|(piece, run)| {
            let link = run.link.and_then(|index| self.inlines.links.get(index));
            at < piece.end && piece.start >= from && link.is_some_and(|link| !link.image)
        })
    }

    /// The links that a stretch of the text shows, each once, with the text's own range.
    pub(super) fn links(&self, range: &Range<usize>) -> Vec<(Range<usize>, &'a Link)> {
        let mut links: Vec<(Range<usize>, &'a Link)> = Vec::new();
        let mut last = None;
        let first = self.pieces.partition_point(|(piece, _)| piece.start < range.start);
        let inside = self.pieces[first..].iter().take_while(|(piece, _)| piece.start <= range.end);
        for (piece, run) in inside.filter(|(piece, _)| piece.end <= range.end) {
            let Some(index) = run.link else { continue };
            if last == Some(index) {
                if let Some((shown, _)) = links.last_mut() {
                    shown.end = piece.end;
                }
            } else if let Some(link) = self.inlines.links.get(index).filter(|link| !link.image) {
                links.push((piece.clone(), link));
                last = Some(index);
            }
        }
        links
    }

    /// Whether a stretch of the text is bold while something else in the line is not.
    pub(super) fn stands_out(&self, range: &Range<usize>) -> bool {
        let strong = |piece: &Range<usize>, run: &Run| {
            piece.start <= range.start && range.start < piece.end && run.strong
        };
        let here = self.pieces.iter().any(|(piece, run)| strong(piece, run));
        here && self.pieces.iter().any(|(_, run)| !run.strong && !run.text.trim().is_empty())
    }
}

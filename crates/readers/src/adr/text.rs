//! A line of inline text as one string, with the way back to the file.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use super::badge;

use text::markdown::inline::{Inlines, Link, Run, RunKind};
use text::raw_html::is_break;
use text::source::Span;

/// What a reader of words needs to know about a stretch of text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Words only: comments and struck text are left out, code keeps its words, a badge is the word
    /// in its image's address, and a line break of the source that means nothing is `\n`.
    pub(super) text: String,
    inlines: &'a Inlines,
    pieces: Vec<(Range<usize>, Run<'a>)>,
}

impl<'a> Line<'a> {
    pub(super) fn of(inlines: &'a Inlines) -> Self {
        let mut text = String::with_capacity(inlines.room());
        let mut pieces = Vec::with_capacity(inlines.runs().len());
        let mut image = None;
        for run in with_strikes(inlines).filter(|run| !run.strike) {
            let start = text.len();
            let shown = run.link.and_then(|at| Some((at, inlines.links.get(at)?)));
            if let Some((at, link)) = shown.filter(|(_, link)| link.image) {
                if image.replace(at) == Some(at) {
                    continue;
                }
                text.push_str(
                    &badge::of(&link.target).map_or(String::new(), |badge| badge.message),
                );
                pieces.push((start..text.len(), run));
                continue;
            }
            match run.kind {
                RunKind::Html | RunKind::Footnote => continue,
                RunKind::SoftBreak => text.push('\n'),
                RunKind::HardBreak => text.push(' '),
                RunKind::Text | RunKind::Code => text.push_str(run.text),
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
                if !run.is_verbatim() {
                    return run.span;
                }
                let cut =
                    |at: usize| run.span.start + at.clamp(piece.start, piece.end) - piece.start;
                Span::new(cut(range.start), cut(range.end.max(range.start)))
            })
            .reduce(Span::cover)
            .unwrap_or(Span::at(self.inlines.span.start))
    }

    /// Bytes of the tick that is no text of the file, but that of a list.
    pub(super) fn tick(&self) -> usize {
        let ours = |(piece, run): &(Range<usize>, Run<'_>)| {
            run.kind == RunKind::Code && run.text == TICK && piece.start == 0 && run.span.is_empty()
        };
        self.pieces.first().filter(|first| ours(first)).map_or(0, |_| TICK.len())
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
        let strong = |piece: &Range<usize>, run: &Run<'_>| {
            piece.start <= range.start && range.start < piece.end && run.strong
        };
        let here = self.pieces.iter().any(|(piece, run)| strong(piece, run));
        here && self.pieces.iter().any(|(_, run)| !run.strong && !run.text.trim().is_empty())
    }
}

/// The parts of a text between hard breaks and `<br>`: each is a statement of its own.
pub(super) fn parts(text: &Inlines) -> Vec<Inlines> {
    let runs: Vec<Run<'_>> = text.runs().collect();
    let parts = runs.split(ends_part).filter(|runs| !runs.is_empty());
    parts.map(|runs| text.with_runs(runs.iter().copied())).collect()
}

/// Whether a text is a single statement.
pub(super) fn is_one(text: &Inlines) -> bool {
    text.runs().len() > 0 && !text.runs().any(|run| ends_part(&run))
}

fn ends_part(run: &Run<'_>) -> bool {
    match run.kind {
        RunKind::HardBreak => true,
        RunKind::Html => is_break(run.text),
        _ => false,
    }
}

/// Without tags; what stands between those that strike it out is struck.
pub(super) fn without_html(text: &Inlines) -> Cow<'_, Inlines> {
    if text.runs().all(|run| run.kind != RunKind::Html) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.with_runs(with_strikes(text).filter(|run| run.kind != RunKind::Html)))
}

/// The runs of a text, struck out where a pair of tags does it: `<s>`, `<del>`.
fn with_strikes(text: &Inlines) -> impl Iterator<Item = Run<'_>> + Clone {
    let closes = |run: &Run<'_>| strikes(run) == Some(false);
    let last = text.runs().rfind(closes).map_or(0, |run| run.span.start);
    let mut struck = false;
    text.runs().map(move |mut run| {
        struck = match strikes(&run) {
            Some(opens) => opens,
            None => struck && run.span.start < last,
        };
        run.strike |= struck;
        run
    })
}

/// Whether a tag begins to strike out what follows, or ends that.
fn strikes(run: &Run<'_>) -> Option<bool> {
    let tag = run.text.strip_prefix('<').filter(|_| run.kind == RunKind::Html)?;
    let (name, opens) = tag.strip_prefix('/').map_or((tag, true), |name| (name, false));
    let name = name.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    ["s", "del", "strike"].iter().any(|known| name.eq_ignore_ascii_case(known)).then_some(opens)
}

/// The item of a list of choices that was not ticked.
pub(super) fn unticked(text: &Inlines) -> Inlines {
    signed(text, "☐ ")
}

/// One that was, of several.
pub(super) fn ticked(text: &Inlines) -> Inlines {
    signed(text, TICK)
}

const TICK: &str = "☑ ";

fn signed(text: &Inlines, sign: &str) -> Inlines {
    let sign = Run::plain(RunKind::Code, sign, Span::at(text.span.start));
    text.with_runs(iter::once(sign).chain(text.runs()))
}

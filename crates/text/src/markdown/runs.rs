//! Pieces of text in one style: what they are, how they are kept, and how they are gone through.

use std::ops::Range;
use std::slice;

use crate::source::Span;

/// What a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Words.
    Text,
    /// Inline code or math, without its ticks.
    Code,
    /// Raw inline HTML, comments too; no text of its own.
    Html,
    /// A line break in the source that renders as a space.
    SoftBreak,
    /// A line break that is rendered.
    HardBreak,
    /// `[^1]`.
    Footnote,
}

/// A piece of text in one style.
#[derive(Clone, Copy, Debug)]
pub struct Run<'t> {
    /// Where it stands; escapes and entities make it longer than `text`.
    pub span: Span,
    /// What it says, escapes and entities resolved.
    pub text: &'t str,
    /// What it is.
    pub kind: RunKind,
    /// `**bold**`
    pub strong: bool,
    /// `*italic*`
    pub emphasis: bool,
    /// `~~struck~~`
    pub strike: bool,
    /// Index into [`Inlines::links`](super::inline::Inlines::links).
    pub link: Option<usize>,
}

impl<'t> Run<'t> {
    /// A run without a style.
    pub const fn plain(kind: RunKind, text: &'t str, span: Span) -> Self {
        Self { span, text, kind, strong: false, emphasis: false, strike: false, link: None }
    }

    /// Whether its words are the file's own bytes, so that offsets correspond.
    pub fn is_verbatim(&self) -> bool {
        self.kind == RunKind::Text && self.text.len() == self.span.len()
    }

    pub(super) fn clipped(self, within: Span) -> Option<Self> {
        if self.span.end <= within.start || self.span.start >= within.end {
            return None;
        }
        if within.contains(self.span) || !self.is_verbatim() {
            return Some(self);
        }
        let start = within.start.max(self.span.start);
        let end = within.end.min(self.span.end);
        let text = self.text.get(start - self.span.start..end - self.span.start)?;
        Some(Run { span: Span::new(start, end), text, ..self })
    }
}

/// A run without its words, which begin where those of the one before it end.
///
/// A large book has hundreds of thousands of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it begins and ends in the file.
    from: u32,
    to: u32,
    /// Where its words end in those of all runs.
    end: u32,
    /// [`NO_LINK`] for none.
    link: u32,
    kind: RunKind,
    strong: bool,
    emphasis: bool,
    strike: bool,
}

const NO_LINK: u32 = u32::MAX;

impl Piece {
    /// `end` is where the run's words end in those of all runs.
    pub(super) fn new(run: &Run<'_>, end: usize) -> Self {
        let Run { span, kind, strong, emphasis, strike, link, .. } = *run;
        let link = link.and_then(|link| u32::try_from(link).ok()).unwrap_or(NO_LINK);
        let (from, to, end) = (offset(span.start), offset(span.end), offset(end));
        Self { from, to, end, link, kind, strong, emphasis, strike }
    }

    /// Whether the next piece is more of one text.
    pub(super) fn goes_on_in(&self, next: &Self) -> bool {
        let style = |piece: &Self| (piece.strong, piece.emphasis, piece.strike, piece.link);
        let is_text = |piece: &Self| piece.kind == RunKind::Text;
        is_text(self) && is_text(next) && self.to == next.from && style(self) == style(next)
    }

    /// Takes in the next piece.
    pub(super) fn extend(&mut self, next: &Self) {
        (self.end, self.to) = (next.end, next.to);
    }

    /// Puts it where its own bytes are not: nobody may cut it at offsets of the file.
    pub(super) fn collapse(&mut self, span: Span) {
        (self.from, self.to) = (offset(span.start), offset(span.end));
        if self.kind == RunKind::Text {
            self.kind = RunKind::Code;
        }
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.from as usize, self.to as usize)
    }

    pub(super) fn is_break(&self) -> bool {
        matches!(self.kind, RunKind::SoftBreak | RunKind::HardBreak)
    }
}

/// Files of 4 GiB have no runs beyond that.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The runs of a text, in order.
#[derive(Clone, Debug)]
pub struct Runs<'t> {
    words: &'t str,
    /// Where the words of the first piece begin.
    start: u32,
    pieces: slice::Iter<'t, Piece>,
}

impl<'t> Runs<'t> {
    pub(super) fn new(words: &'t str, pieces: &'t [Piece], range: Range<usize>) -> Self {
        let before = range.start.checked_sub(1).and_then(|before| pieces.get(before));
        let start = before.map_or(0, |piece| piece.end);
        Self { words, start, pieces: pieces.get(range).unwrap_or_default().iter() }
    }

    fn run(&self, piece: &Piece, start: u32) -> Run<'t> {
        let Piece { kind, strong, emphasis, strike, .. } = *piece;
        let span = piece.span();
        let text = self.words.get(start as usize..piece.end as usize).unwrap_or_default();
        let link = (piece.link != NO_LINK).then_some(piece.link as usize);
        Run { span, text, kind, strong, emphasis, strike, link }
    }
}

impl<'t> Iterator for Runs<'t> {
    type Item = Run<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = self.pieces.next()?;
        let start = std::mem::replace(&mut self.start, piece.end);
        Some(self.run(piece, start))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.pieces.size_hint()
    }
}

impl DoubleEndedIterator for Runs<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let piece = self.pieces.next_back()?;
        let start = self.pieces.as_slice().last().map_or(self.start, |before| before.end);
        Some(self.run(piece, start))
    }
}

impl ExactSizeIterator for Runs<'_> {}

//! Inline text as a flat row of runs: easy to search for labels, links and line breaks.

use std::ops::Range;

use crate::source::Span;

use super::runs::Piece;

pub use super::runs::{Run, RunKind, Runs};

/// A link or an image.
#[derive(Clone, Debug)]
pub struct Link {
    /// From bracket to closing parenthesis.
    pub span: Span,
    /// The target, references resolved.
    pub target: String,
    /// `![...]`
    pub image: bool,
    /// `[[target]]`
    pub wiki: bool,
}

/// The inline content of a paragraph, heading or cell.
#[derive(Clone, Debug, Default)]
pub struct Inlines {
    /// From the first to the last byte.
    pub span: Span,
    /// The links that the runs refer to.
    pub links: Vec<Link>,
    /// What the runs say, one after the other: a text has tens of thousands of them, and most say a word or two.
    words: String,
    pieces: Vec<Piece>,
}

impl Inlines {
    /// Text without markup.
    pub fn literal(text: &str, span: Span) -> Self {
        let mut inlines = Self::default();
        inlines.push(Run::plain(RunKind::Text, text, span));
        inlines
    }

    /// The runs, in order.
    pub fn runs(&self) -> Runs<'_> {
        Runs::new(&self.words, &self.pieces, 0..self.pieces.len())
    }

    /// Room for all that it says: the words of its runs, and a break for each.
    pub fn room(&self) -> usize {
        self.words.len() + self.pieces.len()
    }

    /// The runs that end behind an offset of the file.
    pub fn runs_from(&self, offset: usize) -> Runs<'_> {
        let first = self.pieces.partition_point(|piece| piece.span().end <= offset);
        Runs::new(&self.words, &self.pieces, first..self.pieces.len())
    }

    /// Puts a run behind the last one.
    pub fn push(&mut self, run: Run<'_>) {
        self.span = if self.pieces.is_empty() { run.span } else { self.span.cover(run.span) };
        self.words.push_str(run.text);
        self.pieces.push(Piece::new(&run, self.words.len()));
    }

    /// The same for a run as the parser delivers it: text in pieces, at escapes and special characters. They are
    /// joined, so that a reader sees words and not tokens. The span of the whole is for the caller to tell at the end.
    pub(super) fn add(&mut self, run: Run<'_>) {
        self.words.push_str(run.text);
        let piece = Piece::new(&run, self.words.len());
        // Words keep their places before a space that is written as an entity.
        let is_space = run.text.trim().is_empty() && run.text.len() < run.span.len();
        match self.pieces.last_mut().filter(|_| !is_space) {
            Some(last) if last.goes_on_in(&piece) => last.extend(&piece),
            _ => self.pieces.push(piece),
        }
    }

    /// Takes what stands here, in as much memory as it needs; the room stays for what comes next.
    pub(super) fn take(&mut self) -> Self {
        let (span, links) = (self.span, self.links.drain(..).collect());
        let taken =
            Self { span, links, words: self.words.as_str().into(), pieces: self.pieces.clone() };
        self.words.clear();
        self.pieces.clear();
        taken
    }

    /// Puts a text behind this one, with a break between them.
    #[must_use]
    pub fn joined(mut self, second: &Inlines, between: RunKind) -> Inlines {
        // Parts of one text know the links of all of it.
        let shared = self.links.len() == second.links.len()
            && self.links.iter().zip(&second.links).all(|(a, b)| a.span == b.span);
        let moved = if shared { 0 } else { self.links.len() };
        let span = self.span.cover(second.span);
        self.push(Run::plain(between, "", Span::at(self.span.end)));
        for run in second.runs() {
            self.push(Run { link: run.link.map(|link| link + moved), ..run });
        }
        if !shared {
            self.links.extend(second.links.iter().cloned());
        }
        Inlines { span, ..self }
    }

    /// Other runs with the same links.
    #[must_use]
    pub fn with_runs<'r>(&self, runs: impl Iterator<Item = Run<'r>> + Clone) -> Inlines {
        let links = self.links.clone();
        Inlines { links, ..self.of(runs) }
    }

    /// All of it at one span, for text whose own bytes are not in the file.
    #[must_use]
    pub fn collapsed(mut self, span: Span) -> Self {
        self.pieces.iter_mut().for_each(|piece| piece.collapse(span));
        self.links.iter_mut().for_each(|link| link.span = span);
        Self { span, ..self }
    }

    /// Without white space at either end.
    #[must_use]
    pub fn trimmed(&self) -> Inlines {
        let is_blank = |run: &Run<'_>| run.text.trim().is_empty() && run.link.is_none();
        let mut runs: Vec<Run<'_>> = self.runs().skip_while(is_blank).collect();
        while runs.last().is_some_and(is_blank) {
            runs.pop();
        }
        if let Some(first) = runs.first_mut() {
            let text = first.text.trim_start();
            if first.text.len() == first.span.len() {
                first.span.start += first.text.len() - text.len();
            }
            first.text = text;
        }
        if let Some(last) = runs.last_mut() {
            let text = last.text.trim_end();
            if last.text.len() == last.span.len() {
                last.span.end = last.span.start + text.len();
            }
            last.text = text;
        }
        self.with_runs(runs.into_iter())
    }

    /// As plain text: breaks are spaces, HTML is left out, code keeps its words.
    pub fn plain(&self) -> String {
        let mut plain = String::with_capacity(self.room());
        for run in self.runs() {
            match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak => plain.push(' '),
                RunKind::Html | RunKind::Footnote => {}
                RunKind::Text | RunKind::Code => plain.push_str(run.text),
            }
        }
        plain.truncate(plain.trim_end().len());
        plain.drain(..plain.len() - plain.trim_start().len());
        plain
    }

    /// True when nothing visible stands here (comments do not count, images do).
    pub fn is_blank(&self) -> bool {
        !self.links.iter().any(|link| link.image)
            && self.runs().all(|run| match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak | RunKind::Html => true,
                RunKind::Footnote => false,
                RunKind::Text | RunKind::Code => run.text.trim().is_empty(),
            })
    }

    /// The lines of the source, split at soft and hard breaks.
    pub fn lines(&self) -> Vec<Inlines> {
        let breaks = self.pieces.iter().enumerate().filter(|(_, piece)| piece.is_break());
        if breaks.clone().next().is_none() {
            let shown = self.pieces.iter().map(Piece::span).reduce(Span::cover);
            let span = shown.unwrap_or(Span::at(self.span.start));
            return vec![Self { span, ..self.clone() }];
        }
        let ends = breaks.map(|(at, piece)| (at, piece.span().end));
        let mut lines = Vec::new();
        let (mut first, mut start) = (0, 0);
        for (at, end) in ends.chain([(self.pieces.len(), usize::MAX)]) {
            let runs = Runs::new(&self.words, &self.pieces, first..at);
            lines.push(self.part(runs, start..end));
            (first, start) = (at + 1, end);
        }
        lines
    }

    /// The part from byte `from` (an offset into the file) on; a run may be cut in two.
    ///
    /// A run whose text differs from its source (escapes) is kept or dropped as a whole.
    #[must_use]
    pub fn after(&self, from: usize) -> Inlines {
        let runs = self.clipped(Span::new(from, self.span.end.max(from)));
        // A picture without words is no run, and may stand behind the last one.
        self.part(runs, from..usize::MAX)
    }

    /// The part inside `span`; runs at its edges are cut.
    #[must_use]
    pub fn clip(&self, span: Span) -> Inlines {
        self.part(self.clipped(span), span.range())
    }

    fn clipped(&self, span: Span) -> impl Iterator<Item = Run<'_>> + Clone {
        let runs = self.runs_from(span.start).take_while(move |run| run.span.start < span.end);
        runs.filter_map(move |run| run.clipped(span))
    }

    /// Some of the runs, with the links that they show and those that begin `within` (offsets of the
    /// file) and show nothing: not all links, of which a paragraph may have thousands.
    fn part<'r>(
        &self,
        runs: impl Iterator<Item = Run<'r>> + Clone,
        within: Range<usize>,
    ) -> Inlines {
        if self.links.is_empty() {
            return self.of(runs);
        }
        let begin = |at: usize| self.links.partition_point(|link| link.span.start < at);
        let shown = runs.clone().filter_map(|run| run.link);
        let mut kept: Vec<usize> = shown.chain(begin(within.start)..begin(within.end)).collect();
        kept.sort_unstable();
        kept.dedup();
        let place = |link: usize| kept.binary_search(&link).ok();
        let runs = runs.map(|run| Run { link: run.link.and_then(place), ..run });
        let links = kept.iter().filter_map(|&link| self.links.get(link).cloned()).collect();
        Inlines { links, ..self.of(runs) }
    }

    /// Some runs, without links; where there is none, at the place of this text.
    fn of<'r>(&self, runs: impl Iterator<Item = Run<'r>> + Clone) -> Inlines {
        let (mut count, mut length) = (0, 0);
        for run in runs.clone() {
            (count, length) = (count + 1, length + run.text.len());
        }
        let mut part = Inlines {
            span: Span::at(self.span.start),
            links: Vec::new(),
            words: String::with_capacity(length),
            pieces: Vec::with_capacity(count),
        };
        runs.for_each(|run| part.push(run));
        part
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::inlines;

    #[test]
    fn a_line_has_its_own_links_only() {
        let text = inlines("[a](1) b\n![](2)\n[c\nd](3) ![e](4)", 0);
        let lines = text.lines();
        let targets = |line: usize| {
            let links = lines[line].links.iter();
            links.map(|link| link.target.as_str()).collect::<Vec<_>>()
        };
        assert_eq!([targets(0), targets(1)], [["1"], ["2"]]);
        assert_eq!([targets(2), targets(3)], [vec!["3"], vec!["3", "4"]]);
        let last = lines[3].runs().next_back().and_then(|run| run.link);
        assert_eq!(last.map(|link| lines[3].links[link].target.as_str()), Some("4"));
        assert!(lines[1].runs().len() == 0 && !lines[1].is_blank());
    }

    #[test]
    fn what_stands_behind_the_last_word_is_kept() {
        let text = inlines("Diagram: ![](a.png)", 0);
        let line = text.lines().remove(0);
        assert!(!line.after("Diagram: ".len()).is_blank());
        assert!(line.after("Diagram: ![](a.png)".len()).links.is_empty());
    }
}

//! Inline text as a flat row of runs: easy to search for labels, links and line breaks.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

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
#[derive(Clone, Debug)]
pub struct Run {
    /// Where it stands; escapes and entities make it longer than `text`.
    pub span: Span,
    /// What it says, escapes and entities resolved.
    pub text: String,
    /// What it is.
    pub kind: RunKind,
    /// `**bold**`
    pub strong: bool,
    /// `*italic*`
    pub emphasis: bool,
    /// `~~struck~~`
    pub strike: bool,
    /// Index into [`Inlines::links`].
    pub link: Option<usize>,
}

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
    /// The runs, in order.
    pub runs: Vec<Run>,
    /// The links that the runs refer to.
    pub links: Vec<Link>,
}

impl Inlines {
    /// Text without markup.
    pub fn literal(text: &str, span: Span) -> Self {
        let run = Run {
            span,
            text: text.to_owned(),
            kind: RunKind::Text,
            strong: false,
            emphasis: false,
            strike: false,
            link: None,
        };
        Self { span, runs: vec![run], links: Vec::new() }
    }

    /// All of it at one span, for text whose own bytes are not in the file.
    #[must_use]
    pub fn collapsed(mut self, span: Span) -> Self {
        for run in &mut self.runs {
            run.span = span;
            // Not text of this file any more: nobody may cut it at offsets of the file.
            if run.kind == RunKind::Text {
                run.kind = RunKind::Code;
            }
        }
        self.links.iter_mut().for_each(|link| link.span = span);
        Self { span, ..self }
    }

    /// As plain text: breaks are spaces, HTML is left out, code keeps its words.
    pub fn plain(&self) -> String {
        let mut plain = String::with_capacity(self.span.len());
        for run in &self.runs {
            match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak => plain.push(' '),
                RunKind::Html | RunKind::Footnote => {}
                RunKind::Text | RunKind::Code => plain.push_str(&run.text),
            }
        }
        plain.truncate(plain.trim_end().len());
        plain.drain(..plain.len() - plain.trim_start().len());
        plain
    }

    /// True when nothing visible stands here (comments do not count, images do).
    pub fn is_blank(&self) -> bool {
        !self.links.iter().any(|link| link.image)
            && self.runs.iter().all(|run| match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak | RunKind::Html => true,
                RunKind::Footnote => false,
                RunKind::Text | RunKind::Code => run.text.trim().is_empty(),
            })
    }

    /// The lines of the source, split at soft and hard breaks.
    pub fn lines(&self) -> Vec<Inlines> {
        let is_break = |run: &Run| matches!(run.kind, RunKind::SoftBreak | RunKind::HardBreak);
        let breaks = self.runs.iter().filter(|run| is_break(run)).map(|run| run.span.end);
        let starts = std::iter::once(0).chain(breaks.clone());
        let ends = breaks.chain([usize::MAX]);
        self.runs
            .split(is_break)
            .zip(starts.zip(ends))
            .map(|(runs, (start, end))| self.part(runs.to_vec(), start..end))
            .collect()
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

    fn clipped(&self, span: Span) -> Vec<Run> {
        let first = self.runs.partition_point(|run| run.span.end <= span.start);
        let runs = self.runs[first..].iter().take_while(|run| run.span.start < span.end);
        runs.filter_map(|run| run.clipped(span)).collect()
    }

    /// Some of the runs, with the links that they show and those that begin `within` (offsets of the
    /// file) and show nothing: not all links, of which a paragraph may have thousands.
    fn part(&self, mut runs: Vec<Run>, within: Range<usize>) -> Inlines {
        let span = match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::at(self.span.start),
        };
        if self.links.is_empty() {
            return Inlines { span, runs, links: Vec::new() };
        }
        let begin = |at: usize| self.links.partition_point(|link| link.span.start < at);
        let shown = runs.iter().filter_map(|run| run.link);
        let kept: BTreeSet<usize> = shown.chain(begin(within.start)..begin(within.end)).collect();
        let places: HashMap<usize, usize> = kept.iter().copied().zip(0..).collect();
        for run in &mut runs {
            run.link = run.link.and_then(|link| places.get(&link).copied());
        }
        let links = kept.iter().filter_map(|&link| self.links.get(link).cloned()).collect();
        Inlines { span, runs, links }
    }
}

impl Run {
    fn clipped(&self, within: Span) -> Option<Run> {
        if self.span.end <= within.start || self.span.start >= within.end {
            return None;
        }
        let verbatim = self.kind == RunKind::Text && self.text.len() == self.span.len();
        if within.contains(self.span) || !verbatim {
            return Some(self.clone());
        }
        let start = within.start.max(self.span.start);
        let end = within.end.min(self.span.end);
        let text = self.text.get(start - self.span.start..end - self.span.start)?;
        Some(Run { span: Span::new(start, end), text: text.to_owned(), ..self.clone() })
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
        let last = lines[3].runs.last().and_then(|run| run.link);
        assert_eq!(last.map(|link| lines[3].links[link].target.as_str()), Some("4"));
        assert!(lines[1].runs.is_empty() && !lines[1].is_blank());
    }

    #[test]
    fn what_stands_behind_the_last_word_is_kept() {
        let text = inlines("Diagram: ![](a.png)", 0);
        let line = text.lines().remove(0);
        assert!(!line.after("Diagram: ".len()).is_blank());
        assert!(line.after("Diagram: ![](a.png)".len()).links.is_empty());
    }
}

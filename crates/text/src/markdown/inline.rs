//! Inline text as a flat row of runs: easy to search for labels, links and line breaks.

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
        let mut plain = String::new();
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
        self.runs
            .split(|run| matches!(run.kind, RunKind::SoftBreak | RunKind::HardBreak))
            .map(|runs| self.with_runs(runs.to_vec()))
            .collect()
    }

    /// The part from byte `from` (an offset into the file) on; a run may be cut in two.
    ///
    /// A run whose text differs from its source (escapes) is kept or dropped as a whole.
    #[must_use]
    pub fn after(&self, from: usize) -> Inlines {
        self.clip(Span::new(from, self.span.end.max(from)))
    }

    /// The part inside `span`; runs at its edges are cut.
    #[must_use]
    pub fn clip(&self, span: Span) -> Inlines {
        let runs = self.runs.iter().filter_map(|run| run.clipped(span)).collect();
        self.with_runs(runs)
    }

    /// The links that some run shows, in order.
    pub fn shown_links(&self) -> impl Iterator<Item = &Link> {
        let last = self.span;
        self.links.iter().filter(move |link| last.contains(link.span) || self.uses(link))
    }

    fn uses(&self, link: &Link) -> bool {
        self.runs.iter().any(|run| link.span.contains(run.span))
    }

    fn with_runs(&self, runs: Vec<Run>) -> Inlines {
        let span = match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::at(self.span.start),
        };
        Inlines { span, runs, links: self.links.clone() }
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

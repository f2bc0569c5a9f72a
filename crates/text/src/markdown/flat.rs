//! Inline text laid flat: plain words to read dates and names in, and the way back to spans and to
//! Markdown.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compose::{Inline, Target};
use crate::markdown::inline::{Inlines, Link, Run, RunKind};
use crate::raw_html::is_break;
use crate::source::Span;

/// A piece of the document: what it says and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// As written, without Markdown's marks around it.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// The plain words of a paragraph or cell, with where each came from.
#[derive(Clone, Debug)]
pub struct Flat<'a> {
    /// Words as a reader sees them; every line break is one `\n`.
    pub plain: String,
    pieces: Vec<Piece<'a>>,
    links: &'a [Link],
    span: Span,
}

#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    /// Offset in the plain words.
    at: usize,
    len: usize,
    run: Run<'a>,
}

impl<'a> Flat<'a> {
    /// Lays inlines flat. `<br>` breaks the line; other HTML, comments too, has no words.
    pub fn of(inlines: &'a Inlines) -> Self {
        let mut plain = String::with_capacity(inlines.room());
        let mut pieces = Vec::with_capacity(inlines.runs().len());
        for run in inlines.runs() {
            let at = plain.len();
            match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak => plain.push('\n'),
                RunKind::Html if is_break(run.text) => plain.push('\n'),
                RunKind::Html | RunKind::Footnote => {}
                RunKind::Text | RunKind::Code => plain.push_str(run.text),
            }
            pieces.push(Piece { at, len: plain.len() - at, run });
        }
        Self { plain, pieces, links: &inlines.links, span: inlines.span }
    }

    /// Its links and pictures.
    pub const fn links(&self) -> &'a [Link] {
        self.links
    }

    /// All of it.
    pub fn all(&self) -> Range<usize> {
        0..self.plain.len()
    }

    /// Where a stretch of the plain words stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        let first = self.pieces.partition_point(|piece| piece.end() <= range.start);
        let after = self.pieces.partition_point(|piece| piece.at < range.end);
        let start = self.pieces.get(first);
        let end = self.pieces[..after].iter().rev().find(|piece| piece.len > 0);
        let (Some(first), Some(last)) = (start, end) else {
            return Span::at(self.span.start);
        };
        let start = first.offset(range.start).unwrap_or(first.run.span.start);
        let end = last.offset(range.end).unwrap_or(last.run.span.end);
        Span::new(start, end.max(start))
    }

    /// A stretch without white space around it; none when nothing is left.
    pub fn text(&self, range: Range<usize>) -> Option<Text> {
        let range = trimmed(&self.plain, range);
        let text = self.plain.get(range.clone()).filter(|text| !text.is_empty())?;
        Some(Text { text: text.replace('\n', " "), span: self.span(range) })
    }

    /// The starts of the lines inside a stretch, its own start first.
    pub fn line_starts(&self, range: Range<usize>) -> Vec<usize> {
        let text = self.plain.get(range.clone()).unwrap_or_default();
        let breaks = text.match_indices('\n').map(|(at, _)| range.start + at + 1);
        std::iter::once(range.start).chain(breaks).collect()
    }

    /// Whether a stretch lies in a link that shows more words than it.
    pub fn inside_link(&self, range: &Range<usize>) -> bool {
        let first = self.pieces.partition_point(|piece| piece.end() <= range.start);
        let mut touched = self.pieces[first..].iter().take_while(|piece| piece.at < range.end);
        let Some(link) = touched.find_map(|piece| piece.run.link) else { return false };
        // The link's own pieces lie side by side; those of a picture in it may lie between.
        let within = |piece: &&Piece<'_>| {
            self.links.get(link).is_some_and(|link| link.span.contains(piece.run.span))
        };
        let before = self.pieces[..first].iter().rev().take_while(within);
        let after = self.pieces[first..].iter().skip_while(|piece| !within(piece));
        let own = before.chain(after.take_while(within));
        let mut shown = 0;
        own.filter(|piece| piece.run.link == Some(link)).any(|piece| {
            shown += piece.len;
            shown > range.len() + 2
        })
    }

    /// A stretch as Markdown for one line: links with their targets, marks kept, words escaped,
    /// breaks as `<br>`; none when it shows nothing.
    pub fn markdown(&self, range: Range<usize>) -> Option<Text> {
        let range = trimmed(&self.plain, range);
        let is_last = self.plain.get(range.end..).is_none_or(|rest| rest.trim().is_empty());
        let is_inside = |piece: &&Piece<'_>| {
            let within = piece.at < range.end && piece.end() > range.start;
            // A picture or a tag.
            let wordless = piece.len == 0 && range.start <= piece.at;
            let ends = is_last && piece.run.kind == RunKind::Html;
            within || wordless && (piece.at < range.end || ends)
        };
        let first = self.pieces.partition_point(|piece| piece.end() < range.start);
        let near = self.pieces[first..].iter().take_while(|piece| piece.at <= range.end);
        let inside = near.filter(is_inside);
        let closed = inside.clone().filter(|piece| piece.run.text.starts_with("</"));
        let mut line = Line {
            done: Inline::default(),
            within: Inline::default(),
            open: None,
            links: self.links,
            looks: closed.filter_map(|piece| look(&piece.run)).collect(),
        };
        inside.for_each(|piece| line.push(piece, &range));
        line.close();
        let text = line.done.markdown();
        let text = text.trim().trim_start_matches("<br>").trim_end_matches("<br>").trim();
        (!text.is_empty()).then(|| Text { text: text.to_owned(), span: self.span(range) })
    }
}

impl Piece<'_> {
    const fn end(&self) -> usize {
        self.at + self.len
    }

    /// The file's offset of an offset in the plain words, where characters correspond.
    fn offset(&self, at: usize) -> Option<usize> {
        let inside = (self.at..=self.at + self.len).contains(&at);
        (self.run.is_verbatim() && inside).then(|| self.run.span.start + at - self.at)
    }
}

/// Builds the Markdown of a stretch.
struct Line<'a> {
    done: Inline,
    /// What the link that is being written shows.
    within: Inline,
    /// Its index.
    open: Option<usize>,
    links: &'a [Link],
    /// The tags that only say how words look, and are closed here: their words are enough.
    looks: BTreeSet<&'static str>,
}

impl Line<'_> {
    fn push(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        if self.open != piece.run.link {
            self.close();
            self.open = piece.run.link;
        }
        let start = range.start.max(piece.at) - piece.at;
        let end = range.end.min(piece.at + piece.len).max(piece.at + start) - piece.at;
        let run = piece.run;
        let shown = match run.kind {
            RunKind::SoftBreak => Inline::text(" "),
            RunKind::HardBreak => Inline::line_break(),
            RunKind::Html if is_break(run.text) => Inline::line_break(),
            RunKind::Html if run.text.starts_with("<!--") => Inline::default(),
            RunKind::Html if look(&run).is_some_and(|name| self.looks.contains(name)) => {
                Inline::default()
            }
            // `Vec<T>` in a cell means just that; no tag of an author may leak into another page.
            RunKind::Html => Inline::text(run.text),
            RunKind::Footnote => Inline::default(),
            RunKind::Code => Inline::code(run.text),
            RunKind::Text => words(&run, run.text.get(start..end).unwrap_or_default()),
        };
        self.within = std::mem::take(&mut self.within).then(shown);
    }

    fn close(&mut self) {
        let within = std::mem::take(&mut self.within);
        let shown = match self.open.take().and_then(|index| self.links.get(index)) {
            Some(link) if link.image => within.image(&Target::written(&link.target)),
            Some(link) => within.link(&Target::written(&link.target)),
            None => within,
        };
        self.done = std::mem::take(&mut self.done).then(shown);
    }
}

/// The name of a tag that says how words look and nothing else.
fn look(run: &Run<'_>) -> Option<&'static str> {
    const LOOKS: [&str; 15] = [
        "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "small", "span", "strong", "sub",
        "sup", "u",
    ];
    let tag = run.text.strip_prefix('<').filter(|_| run.kind == RunKind::Html)?;
    let name = tag.trim_start_matches('/').split(['>', ' ']).next()?;
    LOOKS.into_iter().find(|look| look.eq_ignore_ascii_case(name))
}

/// Words with their marks. A mark counts only directly beside a word.
fn words(run: &Run<'_>, words: &str) -> Inline {
    let inner = words.trim();
    if inner.is_empty() {
        return Inline::text(words);
    }
    let mut marked = Inline::text(inner);
    if run.strike {
        marked = marked.strike();
    }
    if run.emphasis {
        marked = marked.emphasis();
    }
    if run.strong {
        marked = marked.strong();
    }
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len();
    Inline::text(&words[..start]).then(marked).and(&words[end..])
}

/// A range without the white space at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inner) = text.get(range.clone()) else {
        return range.start..range.start;
    };
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..(range.start + inner.trim_end().len()).max(start)
}

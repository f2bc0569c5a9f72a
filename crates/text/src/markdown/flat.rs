//! Inline text laid flat: plain words to read dates and names in, and the way back to spans and to
//! Markdown.

use std::ops::Range;

use crate::markdown::inline::{Inlines, Link, Run, RunKind};
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
    run: &'a Run,
}

impl<'a> Flat<'a> {
    /// Lays inlines flat. `<br>` breaks the line; other HTML, comments too, has no words.
    pub fn of(inlines: &'a Inlines) -> Self {
        let mut plain = String::new();
        let mut pieces = Vec::with_capacity(inlines.runs.len());
        for run in &inlines.runs {
            let at = plain.len();
            match run.kind {
                RunKind::SoftBreak | RunKind::HardBreak => plain.push('\n'),
                RunKind::Html if is_break(&run.text) => plain.push('\n'),
                RunKind::Html | RunKind::Footnote => {}
                RunKind::Text | RunKind::Code => plain.push_str(&run.text),
            }
            pieces.push(Piece { at, len: plain.len() - at, run });
        }
        Self { plain, pieces, links: &inlines.links, span: inlines.span }
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
        let mut out = Markdown { text: String::new(), open: None, links: self.links };
        let first = self.pieces.partition_point(|piece| piece.end() < range.start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.at <= range.end) {
            let within = piece.at < range.end && piece.end() > range.start;
            let image = piece.len == 0 && (range.start..range.end).contains(&piece.at);
            if within || image {
                out.push(piece, &range);
            }
        }
        out.close();
        let text = out.text.trim().trim_start_matches("<br>").trim_end_matches("<br>").trim();
        (!text.is_empty()).then(|| Text { text: text.to_owned(), span: self.span(range) })
    }
}

impl Piece<'_> {
    const fn end(&self) -> usize {
        self.at + self.len
    }

    /// The file's offset of an offset in the plain words, where characters correspond.
    fn offset(&self, at: usize) -> Option<usize> {
        let verbatim = self.run.kind == RunKind::Text && self.run.text.len() == self.run.span.len();
        let inside = (self.at..=self.at + self.len).contains(&at);
        (verbatim && inside).then(|| self.run.span.start + at - self.at)
    }
}

/// Builds the Markdown of a stretch.
struct Markdown<'a> {
    text: String,
    /// The link that is being written: its index.
    open: Option<usize>,
    links: &'a [Link],
}

impl Markdown<'_> {
    fn push(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        if self.open != piece.run.link {
            self.close();
            if let Some(link) = piece.run.link.and_then(|index| self.links.get(index)) {
                self.text.push_str(if link.image { "![" } else { "[" });
                self.open = piece.run.link;
            }
        }
        let start = range.start.max(piece.at) - piece.at;
        let end = range.end.min(piece.at + piece.len).max(piece.at + start) - piece.at;
        match piece.run.kind {
            RunKind::SoftBreak => self.text.push(' '),
            RunKind::HardBreak => self.text.push_str("<br>"),
            RunKind::Html if is_break(&piece.run.text) => self.text.push_str("<br>"),
            RunKind::Html if piece.run.text.starts_with("<!--") => {}
            // `Vec<T>` in a cell means just that; no tag of an author may leak into another page.
            RunKind::Html => self.text.push_str(&escaped(&piece.run.text)),
            RunKind::Footnote => {}
            RunKind::Code => self.code(&piece.run.text),
            RunKind::Text => self.words(piece.run, piece.run.text.get(start..end)),
        }
    }

    fn close(&mut self) {
        if let Some(link) = self.open.take().and_then(|index| self.links.get(index)) {
            self.text.push_str("](");
            self.text.push_str(&destination(&link.target));
            self.text.push(')');
        }
    }

    fn code(&mut self, code: &str) {
        self.text.push_str(&code_span(code));
    }

    fn words(&mut self, run: &Run, words: Option<&str>) {
        let words = words.unwrap_or_default();
        let inner = words.trim();
        let marks = [(run.strong, "**"), (run.emphasis, "*"), (run.strike, "~~")];
        let marks: Vec<&str> = marks.iter().filter(|(on, _)| *on).map(|(_, mark)| *mark).collect();
        if inner.is_empty() || marks.is_empty() {
            self.text.push_str(&escaped(words));
            return;
        }
        // A mark counts only directly beside a word.
        self.text.push_str(&words[..words.len() - words.trim_start().len()]);
        self.text.extend(marks.iter().copied());
        self.text.push_str(&escaped(inner));
        self.text.extend(marks.iter().rev().copied());
        self.text.push_str(&words[words.trim_end().len()..]);
    }
}

/// Text that means itself: what Markdown or HTML would read as a mark is escaped.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '\\' | '`' | '*' | '[' | ']' | '~' => out.extend(['\\', c]),
            // Inside a word an underscore is a letter.
            '_' if before.is_alphanumeric() && next.is_alphanumeric() => out.push(c),
            '_' => out.push_str("\\_"),
            '<' => out.push_str("&lt;"),
            // mdBook expands double braces after us.
            '{' if next == '{' => out.push_str("&#123;"),
            '&' if next == '#' || next.is_ascii_alphabetic() => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// A code span whose fence is longer than any row of ticks in it.
pub fn code_span(code: &str) -> String {
    if code.contains("{{") {
        let html = code.replace('&', "&amp;").replace('<', "&lt;").replace("{{", "&#123;&#123;");
        return format!("<code>{}</code>", html.replace(['\n', '\r'], " "));
    }
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", code.replace(['\n', '\r'], " "))
}

/// A link's target as Markdown takes it: in angle brackets where it holds spaces or brackets.
pub fn destination(target: &str) -> String {
    let plain = !target.is_empty()
        && !target
            .contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '\\'));
    if plain {
        return target.to_owned();
    }
    let safe: String = target.chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
    format!("<{}>", safe.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>"))
}

fn is_break(html: &str) -> bool {
    let name = html.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

/// A range without the white space at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inner) = text.get(range.clone()) else {
        return range.start..range.start;
    };
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..(range.start + inner.trim_end().len()).max(start)
}

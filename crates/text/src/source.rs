//! Files as the author sees them: text, byte spans, and lines.
//!
//! Everything that is read keeps a [`Span`] into the [`Source`] it came from, so that a finding can
//! name the author's own line. Offsets are bytes and always fall on a character boundary; lines and
//! columns count from 1, columns in characters (as rustc and SARIF's `unicodeCodePoints` do).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// What some editors write before a text, and what no text means.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text without the byte order mark before it.
pub fn without_bom(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// A half-open byte range of a [`Source`]'s text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never before `start`.
    pub end: usize,
}

impl Span {
    /// `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// An empty span at one offset.
    pub const fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True when nothing is covered.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Does `other` lie wholly inside?
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same length, `by` bytes further on.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// As a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One file's text with its name.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    lines: OnceLock<Vec<usize>>,
    /// How many characters stand before each piece of [`PIECE`] bytes.
    counts: OnceLock<Vec<usize>>,
    references: OnceLock<HashMap<String, String>>,
}

/// Columns are counted from the nearest of so many bytes on: a chapter can be one long line.
const PIECE: usize = 1024;

impl Source {
    /// `path` is relative to the book's root, with forward slashes: what a finding prints.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let (lines, counts) = (OnceLock::new(), OnceLock::new());
        let (path, text, references) = (path.into(), text.into(), OnceLock::new());
        Arc::new(Self { path, text, lines, counts, references })
    }

    /// What the labels of its links stand for, read from the text when somebody asks first: its sections may be parsed one
    /// by one.
    pub(crate) fn references(
        &self,
        read: impl FnOnce(&str) -> HashMap<String, String>,
    ) -> &HashMap<String, String> {
        self.references.get_or_init(|| read(&self.text))
    }

    /// The name to print.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text under a span; empty when the span does not fit this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// A span without the blanks at its end.
    pub fn trimmed(&self, span: Span) -> Span {
        Span::new(span.start, span.start + self.slice(span).trim_end().len())
    }

    /// Where an offset lies. An offset past the end is the end.
    pub fn location(&self, offset: usize) -> Location {
        let offset = floor_boundary(&self.text, offset);
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        let start = starts[line - 1];
        let column = if offset - start > PIECE {
            self.characters(offset) - self.characters(start) + 1
        } else {
            self.text[start..offset].chars().count() + 1
        };
        Location { line, column }
    }

    /// How many characters begin before an offset.
    fn characters(&self, offset: usize) -> usize {
        // A character begins at each byte that continues none.
        let begun = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        let counts = self.counts.get_or_init(|| {
            let pieces = self.text.as_bytes().chunks(PIECE);
            let before = pieces.scan(0, |before, piece| {
                let here = *before;
                *before += begun(piece);
                Some(here)
            });
            before.collect()
        });
        let piece = (offset / PIECE).min(counts.len() - 1);
        counts[piece] + begun(&self.text.as_bytes()[piece * PIECE..offset])
    }

    /// The line (from 1) an offset lies in.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|&start| start <= offset).max(1)
    }

    /// The span of the line an offset lies in, without its line break. Other lines are not counted for it.
    pub fn line_around(&self, offset: usize) -> Span {
        let (before, after) = self.text.split_at(floor_boundary(&self.text, offset));
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = before.len() + after.find('\n').unwrap_or(after.len());
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + text.len())
    }

    /// The span of a line (from 1) without its line break; empty for a line that is not there.
    pub fn line_span(&self, line: usize) -> Span {
        let starts = self.line_starts();
        let Some(&start) = line.checked_sub(1).and_then(|index| starts.get(index)) else {
            return Span::at(self.text.len());
        };
        let end = starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + text.len())
    }

    /// The line break this file uses, for text that is put into it.
    pub fn newline(&self) -> &'static str {
        newline_of(&self.text)
    }

    fn line_starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        })
    }
}

/// `"\r\n"` when the first line break is one, else `"\n"`.
pub fn newline_of(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The character boundary at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A span together with the file it lies in.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// A place in a file.
    pub fn new(source: &Arc<Source>, span: Span) -> Self {
        Self { source: Arc::clone(source), span }
    }

    /// The text under the span.
    pub fn text(&self) -> &str {
        self.source.slice(self.span)
    }

    /// Line and column of the first byte.
    pub fn start(&self) -> Location {
        self.source.location(self.span.start)
    }

    /// Line and column one past the last byte.
    pub fn end(&self) -> Location {
        self.source.location(self.span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("a.md", "é\r\nxyz\n");
        assert_eq!(source.location(0), Location { line: 1, column: 1 });
        assert_eq!(source.location(2), Location { line: 1, column: 2 });
        assert_eq!(source.location(5), Location { line: 2, column: 2 });
        assert_eq!(source.location(99), Location { line: 3, column: 1 });
        assert_eq!(source.slice(source.line_span(1)), "é");
        assert_eq!(source.slice(source.line_span(2)), "xyz");
        assert!(source.line_span(9).is_empty());
        assert_eq!(source.newline(), "\r\n");
    }

    #[test]
    fn a_line_around_an_offset_is_the_line_it_lies_in() {
        for text in ["", "é\r\nxyz\n", "\n\n", "abc"] {
            let source = Source::new("a.md", text);
            for offset in 0..text.len() + 2 {
                let line = source.line_span(source.line(floor_boundary(text, offset)));
                assert_eq!(source.line_around(offset), line, "{text:?} at {offset}");
            }
        }
    }

    #[test]
    fn columns_of_a_long_line_are_characters_too() {
        let line = "aé".repeat(3_000);
        let source = Source::new("a.md", format!("é\n{line}"));
        for (index, (at, _)) in line.char_indices().enumerate() {
            assert_eq!(source.location(3 + at), Location { line: 2, column: index + 1 });
        }
        assert_eq!(source.location(3 + line.len()), Location { line: 2, column: 6_001 });
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        let source = Source::new("a.md", "aé");
        assert_eq!(source.location(2), Location { line: 1, column: 2 });
    }
}

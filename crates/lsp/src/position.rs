//! Positions of the protocol: a line, and a column in the units that server and client agreed on.
//!
//! Lines count from 0 and end with `\n`, `\r\n` or `\r`
//! (<https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments>).
//! Any position is good: one beyond a line is the line's end, one beyond the text is the text's.

use std::sync::OnceLock;

use lsp_types::{Position, PositionEncodingKind, Range};
use text::source::{Span, floor_boundary};

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Bytes, as we do: nothing is to be counted.
    Utf8,
    /// Code units of UTF-16, which every client can.
    #[default]
    Utf16,
}

impl Encoding {
    /// The best of those that a client offers.
    pub(crate) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        let utf8 = offered.is_some_and(|all| all.contains(&PositionEncodingKind::UTF8));
        if utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    /// Its name in the protocol.
    pub(crate) const fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }

    /// The byte of a line's text at which a column begins; inside of a character it is the character's first.
    fn byte(self, line: &str, column: usize) -> usize {
        match self {
            Self::Utf8 => floor_boundary(line, column),
            Self::Utf16 => {
                let mut left = column;
                for (at, c) in line.char_indices() {
                    match left.checked_sub(c.len_utf16()) {
                        Some(rest) if left > 0 => left = rest,
                        _ => return at,
                    }
                }
                line.len()
            }
        }
    }
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    encoding: Encoding,
    /// How many units of UTF-16 begin before each piece of [`PIECE`] bytes, where that was asked for.
    units: OnceLock<Vec<usize>>,
}

/// Columns are counted from the nearest of so many bytes on: a paragraph can be one long line.
const PIECE: usize = 1024;

impl Lines {
    pub(crate) fn of(text: &str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: usize| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let breaks = (0..bytes.len()).filter(|&at| ends(at)).map(|at| at + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Self { starts, encoding, units: OnceLock::new() }
    }

    /// The byte at a position; `text` is the one that the lines are of.
    pub(crate) fn offset(&self, text: &str, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let column = usize::try_from(position.character).unwrap_or(usize::MAX);
        let Some(&start) = self.starts.get(line) else { return text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let words = text[start..end].trim_end_matches(['\r', '\n']);
        start + self.encoding.byte(words, column)
    }

    /// The bytes of a range; one that ends before it begins is empty.
    pub(crate) fn span(&self, text: &str, range: Range) -> Span {
        let start = self.offset(text, range.start);
        Span::new(start, self.offset(text, range.end).max(start))
    }

    /// Where a byte lies.
    pub(crate) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset);
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let start = self.starts[line];
        let column = match self.encoding {
            Encoding::Utf16 if offset - start > PIECE => {
                self.units(text, offset) - self.units(text, start)
            }
            encoding => encoding.width(&text[start..offset]),
        };
        Position::new(number(line), number(column))
    }

    /// How many units of UTF-16 begin before a byte.
    fn units(&self, text: &str, offset: usize) -> usize {
        let bytes = text.as_bytes();
        let pieces = self.units.get_or_init(|| {
            let before = bytes.chunks(PIECE).scan(0, |before, piece| {
                let here = *before;
                *before += units_begun(piece);
                Some(here)
            });
            before.collect()
        });
        let piece = (offset / PIECE).min(pieces.len().saturating_sub(1));
        pieces.get(piece).map_or(0, |before| before + units_begun(&bytes[piece * PIECE..offset]))
    }

    pub(crate) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(self.position(text, span.start), self.position(text, span.end))
    }
}

/// A character begins at each byte that continues none, and has two units where it takes four bytes.
fn units_begun(bytes: &[u8]) -> usize {
    let units = |&byte: &u8| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0);
    bytes.iter().map(units).sum()
}

/// Texts are far shorter than numbers of the protocol are large.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_count_what_was_agreed_on() {
        let text = "a😀e\u{301}\tb\r\nc\rd";
        let at = |encoding, offset| {
            let position = Lines::of(text, encoding).position(text, offset);
            (position.line, position.character)
        };
        let b = text.find('b').unwrap();
        assert_eq!(at(Encoding::Utf8, b), (0, 9));
        assert_eq!(at(Encoding::Utf16, b), (0, 6));
        assert_eq!(at(Encoding::Utf16, text.find('c').unwrap()), (1, 0));
        assert_eq!(at(Encoding::Utf16, text.len()), (2, 1));
    }

    #[test]
    fn what_lies_beyond_is_the_end() {
        let text = "ab\r\n😀\n";
        let lines = Lines::of(text, Encoding::Utf16);
        let offset = |line, column| lines.offset(text, Position::new(line, column));
        assert_eq!(offset(0, 99), 2);
        assert_eq!(offset(1, 1), 4);
        assert_eq!(offset(1, 2), 8);
        assert_eq!(offset(2, 7), text.len());
        assert_eq!(offset(u32::MAX, u32::MAX), text.len());
        let backwards = Range::new(Position::new(1, 2), Position::new(0, 0));
        assert_eq!(lines.span(text, backwards), Span::at(8));
    }

    #[test]
    fn columns_of_a_long_line_are_units_too() {
        let line = "aé😀".repeat(2_000);
        let text = format!("é\n{line}");
        let lines = Lines::of(&text, Encoding::Utf16);
        for (at, c) in line.char_indices() {
            let column = lines.position(&text, 3 + at).character as usize;
            let repeats = at / 7 * 4;
            assert_eq!(
                column,
                repeats + ['a', 'é', '😀'].iter().position(|one| *one == c).unwrap()
            );
        }
        assert_eq!(lines.position(&text, text.len()).character, 8_000);
    }

    fn texts() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "ä",
            "e\u{301}",
            "😀",
            "👩‍👩‍👧",
            "\t",
            "\n",
            "\r\n",
            "\r",
            " ",
            "中",
            "\u{feff}",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        /// Both encodings lead from each character to the same line and back to the same byte.
        #[test]
        fn encodings_agree(text in texts()) {
            let [bytes, units] = [Encoding::Utf8, Encoding::Utf16].map(|one| Lines::of(&text, one));
            let broken = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
            let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for at in offsets.filter(|&at| !broken(at)) {
                let (a, b) = (bytes.position(&text, at), units.position(&text, at));
                prop_assert_eq!(a.line, b.line);
                prop_assert!(b.character <= a.character);
                prop_assert_eq!(bytes.offset(&text, a), at);
                prop_assert_eq!(units.offset(&text, b), at);
            }
        }

        /// Any position is a place between two characters.
        #[test]
        fn any_position_is_good(text in texts(), line in 0..50_u32, column in 0..90_u32) {
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let lines = Lines::of(&text, encoding);
                let offset = lines.offset(&text, Position::new(line, column));
                prop_assert!(text.is_char_boundary(offset));
                let back = lines.position(&text, offset);
                prop_assert!(back.line <= line);
                prop_assert!(back.line < line || back.character <= column);
            }
        }
    }
}

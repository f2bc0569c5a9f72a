//! The words of a category, sorted, and the walk along them.
//!
//! A sorted list of keys is a tree of letters: the rows that begin with what was read so far stand
//! side by side. A walk narrows that range letter by letter, so a text that begins with no word is
//! left after two or three letters, however many words there are.

use crate::spelling::{self, Letter};

/// One key and what it stands for. Rows are sorted by key; of one key, by meaning and frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The first byte of its key in the table's text.
    pub(crate) at: u32,
    /// The bytes of its key.
    pub(crate) len: u8,
    /// The meaning's position in its category.
    pub(crate) meaning: u8,
    /// The position of its frame in the table's frames; 0 for what simply follows.
    pub(crate) frame: u16,
    /// One bit for each language that has the word.
    pub(crate) languages: u64,
}

/// The words of one category.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    /// All keys, one after the other.
    pub(crate) text: &'a str,
    /// The sorted rows.
    pub(crate) rows: &'a [Row],
}

/// A run of rows that have one key, and the bytes of the text that it covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'a> {
    /// What the key stands for; never empty.
    pub(crate) rows: &'a [Row],
    /// Bytes of the text.
    pub(crate) len: usize,
}

impl<'a> Table<'a> {
    /// The key of a row.
    pub(crate) fn key(self, row: &Row) -> &'a str {
        let start = row.at as usize;
        self.text.get(start..start + usize::from(row.len)).unwrap_or_default()
    }

    /// The rows of a key.
    fn exactly(self, key: &str) -> &'a [Row] {
        let start = self.rows.partition_point(|row| self.key(row) < key);
        let rest = &self.rows[start..];
        &rest[..rest.partition_point(|row| self.key(row) == key)]
    }

    /// The rows whose key is the whole text, without its gaps, signs and leading numbers.
    pub(crate) fn whole(self, text: &str) -> &'a [Row] {
        let key = compact(text);
        if key.is_empty() || key.len() > usize::from(u8::MAX) {
            return &[];
        }
        let rows = self.exactly(&key);
        if !rows.is_empty() || key.is_ascii() { rows } else { self.exactly(&spelling::plain(&key)) }
    }

    /// Visits every key that the text begins with and that ends where a word ends, the shortest
    /// first; of a text with diacritics, first its exact keys, then those without.
    pub(crate) fn along(self, text: &str, mut visit: impl FnMut(Hit<'a>)) {
        let mut exact = Vec::new();
        let accented = self.walk(text, |letter| letter, &mut |hit: Hit<'a>| {
            exact.push(hit.len);
            visit(hit);
        });
        if accented {
            self.walk(text, |letter| letter.plain(), &mut |hit: Hit<'a>| {
                // What is a word as it stands is no misspelling of another.
                if !exact.contains(&hit.len) {
                    visit(hit);
                }
            });
        }
    }

    /// One walk; true where a letter was read that has a plainer one.
    fn walk(
        self,
        text: &str,
        spell: impl Fn(Letter) -> Letter,
        visit: &mut impl FnMut(Hit<'a>),
    ) -> bool {
        let mut range = self.rows;
        let mut depth = 0;
        let mut rest = text;
        let mut accented = false;
        while let Some((letter, len)) = spelling::first_letter(rest) {
            let exact = letter.as_bytes();
            accented |= !exact.is_ascii();
            let last = rest[..len].chars().next().is_some_and(spelling::is_unspaced);
            let spelt = spell(letter);
            (range, depth) = self.narrowed(range, depth, spelt.as_bytes());
            rest = &rest[len..];
            if range.is_empty() {
                break;
            }
            if last || !rest.starts_with(spelling::is_letter) {
                let len = text.len() - rest.len();
                let rows = self.of_length(range, depth);
                if !rows.is_empty() {
                    visit(Hit { rows, len });
                }
            }
            let gap = gap(rest);
            if gap > 0 && !last {
                (range, depth) = self.narrowed(range, depth, b" ");
            }
            rest = &rest[gap..];
        }
        accented
    }

    /// The rows of a range whose key goes on with some bytes.
    fn narrowed(self, range: &'a [Row], depth: usize, bytes: &[u8]) -> (&'a [Row], usize) {
        let end = depth + bytes.len();
        let next = |row: &Row| self.key(row).as_bytes().get(depth..).unwrap_or_default();
        let start = range.partition_point(|row| {
            let next = next(row);
            &next[..next.len().min(bytes.len())] < bytes
        });
        let range = &range[start..];
        (&range[..range.partition_point(|row| next(row).starts_with(bytes))], end)
    }

    /// The rows of a range whose key is no longer than what was read: they stand first.
    fn of_length(self, range: &'a [Row], depth: usize) -> &'a [Row] {
        &range[..range.partition_point(|row| usize::from(row.len) <= depth)]
    }
}

/// Bytes of what may stand for a space within a phrase: gaps, or one sign between two letters.
fn gap(rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches(spelling::is_gap).len();
    if run > 0 {
        return if rest[run..].starts_with(char::is_alphanumeric) { run } else { 0 };
    }
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(sign @ ('/' | '.' | ';')), Some(next)) if next.is_alphanumeric() => sign.len_utf8(),
        _ => 0,
    }
}

/// Letters and digits only, without the numbers that stand before the words.
fn compact(text: &str) -> String {
    let folded = spelling::folded(text);
    let words = folded.split(' ');
    words.skip_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).collect()
}

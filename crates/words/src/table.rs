//! The words of a category, sorted, and the walk along them.
//!
//! A sorted list of keys is a tree of letters: the rows that begin with what was read so far stand
//! side by side. A walk narrows that range letter by letter, so a text that begins with no word is
//! left after two or three letters, however many words there are.

use crate::spelling::{self, Letter};

/// One key and what it stands for. Rows are sorted by key; of one key, by meaning and sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The first byte of its key in the table's text.
    pub(crate) at: u32,
    /// The bytes of its key.
    pub(crate) len: u8,
    /// The meaning's position in its category.
    pub(crate) meaning: u8,
    /// The position of its sense in the table's senses.
    pub(crate) sense: u16,
}

/// What rows have in common: few rows differ in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sense {
    /// The position of a frame in the list of frames; 0 for what simply follows.
    pub(crate) frame: u16,
    /// One bit for each language that has the word.
    pub(crate) languages: u64,
}

/// Where the rows of each first byte begin, and the end of all.
pub(crate) type Firsts = [u32; 257];

/// The words of one category.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    /// All keys, in one text.
    pub(crate) text: &'a str,
    /// The sorted rows.
    pub(crate) rows: &'a [Row],
    /// What the rows refer to.
    pub(crate) senses: &'a [Sense],
    /// For each first byte of a key, where its rows begin: the widest step of a walk.
    pub(crate) firsts: &'a Firsts,
}

/// Rows that have one key, and the bytes of the text that it covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'a> {
    /// What the key stands for; never empty.
    pub(crate) rows: &'a [Row],
    /// Bytes of the text.
    pub(crate) len: usize,
}

/// Most ranges a walk follows at once. Two keys part where one has a space and the other has none.
const MOST_RANGES: usize = 8;

/// Rows, and the bytes of their keys that were read.
type Range<'a> = (&'a [Row], usize);

/// The rows that begin with what was read, once for each way of spacing it. Mostly there is one way.
struct Ranges<'a> {
    first: Option<Range<'a>>,
    others: Vec<Range<'a>>,
}

/// Whether a space may stand before a letter of a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    /// The text has none: a key may have one.
    Joined,
    /// The text has one: so does the key.
    Kept,
    /// The text has one: a key may have none.
    Loose,
}

impl<'a> Ranges<'a> {
    fn none() -> Self {
        Self { first: None, others: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    fn push(&mut self, range: Range<'a>) {
        if range.0.is_empty() {
            return;
        }
        if self.is_empty() {
            self.first = Some(range);
        } else if self.others.len() + 1 < MOST_RANGES {
            self.others.push(range);
        }
    }

    fn iter(&self) -> impl Iterator<Item = Range<'a>> {
        self.first.into_iter().chain(self.others.iter().copied())
    }
}

impl<'a> Table<'a> {
    /// The sense of a row.
    pub(crate) fn sense(self, row: Row) -> Sense {
        self.senses.get(usize::from(row.sense)).copied().unwrap_or_default()
    }

    /// Visits the rows whose key is the whole text, without its gaps, signs and leading numbers:
    /// first as it is written, then, if there are none, without diacritics.
    pub(crate) fn whole(self, text: &str, mut visit: impl FnMut(&'a [Row])) {
        if self.rows.is_empty() {
            return;
        }
        let mut any = false;
        let text = without_numbers(text);
        let accented = self.spelt(text, |letter| letter, &mut |rows| {
            any = true;
            visit(rows);
        });
        if accented && !any {
            self.spelt(text, |letter| letter.plain(), &mut visit);
        }
    }

    fn spelt(
        self,
        text: &str,
        spell: impl Fn(Letter) -> Letter,
        visit: &mut impl FnMut(&'a [Row]),
    ) -> bool {
        let mut ranges = self.start();
        let mut rest = text;
        let mut accented = false;
        let mut spacing = Spacing::Joined;
        while let Some(c) = rest.chars().next() {
            let Some((letter, len)) = spelling::first_letter(rest) else {
                rest = &rest[c.len_utf8()..];
                spacing = Spacing::Loose;
                continue;
            };
            accented |= !letter.as_bytes().is_ascii();
            ranges = self.next(&ranges, spell(letter).as_bytes(), spacing);
            if ranges.is_empty() {
                return accented || !rest.is_ascii();
            }
            spacing = Spacing::Joined;
            rest = &rest[len..];
        }
        visit_ended(&ranges, visit);
        accented
    }

    /// Visits every key that the text begins with and that ends where a word ends, the shortest
    /// first; of a text with diacritics, first its exact keys, then those without.
    pub(crate) fn along(self, text: &str, mut visit: impl FnMut(Hit<'a>)) {
        if self.rows.is_empty() {
            return;
        }
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

    /// One walk; true where a letter was read that may have a plainer one.
    fn walk(
        self,
        text: &str,
        spell: impl Fn(Letter) -> Letter,
        visit: &mut impl FnMut(Hit<'a>),
    ) -> bool {
        let mut ranges = self.start();
        let mut rest = text;
        let mut accented = false;
        let mut spacing = Spacing::Joined;
        while let Some((letter, len)) = spelling::first_letter(rest) {
            accented |= !letter.as_bytes().is_ascii();
            let unspaced = rest.starts_with(spelling::is_unspaced);
            ranges = self.next(&ranges, spell(letter).as_bytes(), spacing);
            rest = &rest[len..];
            if ranges.is_empty() {
                break;
            }
            if unspaced || !rest.starts_with(spelling::is_letter) {
                let len = text.len() - rest.len();
                visit_ended(&ranges, |rows| visit(Hit { rows, len }));
            }
            let gap = gap(rest);
            spacing = match gap {
                0 => Spacing::Joined,
                _ if unspaced => Spacing::Loose,
                _ => Spacing::Kept,
            };
            rest = &rest[gap..];
        }
        accented
    }

    fn start(self) -> Ranges<'a> {
        let mut ranges = Ranges::none();
        ranges.push((self.rows, 0));
        ranges
    }

    /// The rows that go on with a letter. Those come first whose spaces are the text's.
    fn next(self, ranges: &Ranges<'a>, letter: &[u8], spacing: Spacing) -> Ranges<'a> {
        let mut next = Ranges::none();
        for (rows, depth) in ranges.iter() {
            let longer = &rows[ended(rows, depth)..];
            if spacing == Spacing::Joined {
                next.push(self.narrowed(longer, depth, letter));
            }
            // A space sorts before any letter.
            let spaced = longer.first().is_some_and(|row| self.byte(*row, depth) == b' ');
            if depth > 0 && spaced {
                let (rows, depth) = self.narrowed(longer, depth, b" ");
                next.push(self.narrowed(rows, depth, letter));
            }
            if spacing == Spacing::Loose {
                next.push(self.narrowed(longer, depth, letter));
            }
        }
        next
    }

    /// The rows of a range whose key goes on with some bytes.
    fn narrowed(self, rows: &'a [Row], depth: usize, bytes: &[u8]) -> Range<'a> {
        let mut rows = rows;
        for (depth, &byte) in (depth..).zip(bytes) {
            rows = if depth == 0 { self.beginning(byte) } else { self.with(rows, depth, byte) };
        }
        (rows, depth + bytes.len())
    }

    /// The rows whose key begins with a byte.
    fn beginning(self, byte: u8) -> &'a [Row] {
        let first = usize::from(byte);
        let (start, end) = (self.firsts[first] as usize, self.firsts[first + 1] as usize);
        self.rows.get(start..end).unwrap_or_default()
    }

    /// The rows of a range whose key has a byte at a depth, up to which their keys are equal.
    fn with(self, rows: &'a [Row], depth: usize, byte: u8) -> &'a [Row] {
        let here = |row: &Row| self.byte(*row, depth);
        let (Some(first), Some(last)) = (rows.first().map(here), rows.last().map(here)) else {
            return rows;
        };
        // Behind the first letters of a word the rows that are left mostly go on alike.
        if first == byte && last == byte {
            return rows;
        }
        if first > byte || last < byte {
            return &[];
        }
        let rows = &rows[rows.partition_point(|row| here(row) < byte)..];
        &rows[..rows.partition_point(|row| here(row) == byte)]
    }

    /// A byte of a key; 0, which no key has and which sorts first, behind its end.
    fn byte(self, row: Row, depth: usize) -> u8 {
        if depth >= usize::from(row.len) {
            return 0;
        }
        self.text.as_bytes().get(row.at as usize + depth).copied().unwrap_or(0)
    }
}

/// Visits the rows whose key is no longer than what was read.
fn visit_ended<'a>(ranges: &Ranges<'a>, mut visit: impl FnMut(&'a [Row])) {
    for (rows, depth) in ranges.iter() {
        let ended = &rows[..ended(rows, depth)];
        if !ended.is_empty() {
            visit(ended);
        }
    }
}

/// How many rows of a range have keys that are no longer than what was read: they stand first.
fn ended(rows: &[Row], depth: usize) -> usize {
    rows.iter().take_while(|row| usize::from(row.len) <= depth).count()
}

/// Bytes of what may stand for a space within a phrase: gaps, or one sign between two letters.
fn gap(rest: &str) -> usize {
    // Mostly the word goes on.
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return 0;
    }
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

/// A text without the signs and numbers before its first word.
fn without_numbers(text: &str) -> &str {
    let mut rest = text;
    loop {
        let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let after = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = after.len() < words.len() && !after.starts_with(char::is_alphanumeric);
        if !numbered || after.is_empty() {
            return words;
        }
        rest = after;
    }
}

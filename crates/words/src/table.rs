//! The words of a category, and the walk along them.
//!
//! A walk goes on word by word as long as any key begins so: a text that begins with no known word is
//! left after its first, however many words are known.

use crate::index::{Entry, Index, Row};
use crate::letters::{Letters, Spacing, Stop, stops};
use crate::spelling::{self, Letter, is_alphanumeric};

/// What rows have in common: few rows differ in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sense {
    /// The position of a frame in the list of frames; 0 for what simply follows.
    pub(crate) frame: u16,
    /// One bit for each language that has the word.
    pub(crate) languages: u64,
}

/// The words of one category.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    /// Its keys.
    pub(crate) index: Index<'a>,
    /// What they stand for.
    pub(crate) rows: &'a [Row],
    /// What their rows refer to.
    pub(crate) senses: &'a [Sense],
}

/// Rows that have one key, and the bytes of the text that it covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'a> {
    /// What the key stands for; never empty.
    pub(crate) rows: &'a [Row],
    /// Bytes of the text.
    pub(crate) len: usize,
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
        if !self.index.may_be_all_of(text) {
            return;
        }
        self.spelt(text, |letter| letter, &mut |rows| {
            any = true;
            visit(rows);
        });
        if !any && !spelling::is_all_plain(text) {
            self.spelt(text, |letter| letter.plain(), &mut visit);
        }
    }

    fn spelt(
        self,
        text: &str,
        spell: impl Fn(Letter) -> Letter,
        visit: &mut impl FnMut(&'a [Row]),
    ) {
        let mut letters = Letters::new();
        let mut rest = text;
        let mut spacing = Spacing::Joined;
        while let Some(c) = rest.chars().next() {
            let len = if is_alphanumeric(c) {
                let read = letters.read(rest, spacing, &spell);
                let Some(len) = read.filter(|_| self.index.may_begin(&letters)) else { return };
                spacing = Spacing::Joined;
                len
            } else {
                spacing = Spacing::Loose;
                c.len_utf8()
            };
            rest = &rest[len..];
        }
        self.visit(&letters, visit);
    }

    /// Whether a key may stand in a text: false alarms are possible, misses are not.
    pub(crate) fn may_be_in(self, text: &str) -> bool {
        !self.rows.is_empty() && spelling::word_starts(text).any(|at| self.may_lead(&text[at..]))
    }

    /// The same for a key whose letters are the first of a text.
    fn may_lead(self, text: &str) -> bool {
        for stop in stops(text) {
            match stop {
                Stop::Head(hash) if !self.index.may_have(hash) => return false,
                Stop::Word(hash) if self.index.may_be(hash) => return true,
                Stop::Unknown => {
                    return self.may_begin(text, |letter| letter)
                        || self.may_begin(text, |letter| letter.plain());
                }
                Stop::Head(_) | Stop::Word(_) => {}
            }
        }
        false
    }

    /// Whether the letters that a text begins with, whatever stands between them, may be those of a key.
    fn may_begin(self, text: &str, spell: impl Fn(Letter) -> Letter) -> bool {
        let mut letters = Letters::new();
        let mut rest = text;
        while let Some(len) = letters.read(rest, Spacing::Loose, &spell) {
            if letters.head().is_some() {
                return self.index.may_begin(&letters);
            }
            if self.index.with(&letters).any(|entry| !entry.rows().is_empty()) {
                return true;
            }
            rest = rest[len..].trim_start_matches(|c| !is_alphanumeric(c));
        }
        false
    }

    /// Visits every key that the text begins with and that ends where a word ends, the shortest
    /// first; of a text with diacritics, first its exact keys, then those without.
    #[inline]
    pub(crate) fn along(self, text: &str, visit: impl FnMut(Hit<'a>)) {
        if !self.rows.is_empty() && self.index.may_begin_with(text) {
            self.far_along(text, visit);
        }
    }

    fn far_along(self, text: &str, mut visit: impl FnMut(Hit<'a>)) {
        if self.walk(text, |letter| letter, &mut visit) {
            let mut exact = Vec::new();
            self.walk(text, |letter| letter, &mut |hit: Hit<'a>| exact.push(hit.len));
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
        let mut letters = Letters::new();
        let mut rest = text;
        let mut accented = false;
        let mut spacing = Spacing::Joined;
        while let Some(len) = letters.read(rest, spacing, &spell) {
            accented |= !spelling::is_all_plain(&rest[..len]);
            let unspaced = rest.starts_with(spelling::is_unspaced);
            rest = &rest[len..];
            if !self.index.may_begin(&letters) {
                break;
            }
            if unspaced || !rest.starts_with(spelling::is_letter) {
                let len = text.len() - rest.len();
                if !self.visit(&letters, &mut |rows| visit(Hit { rows, len })) {
                    break;
                }
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

    /// Visits the rows of the keys with these letters whose spaces fit, those first that have them
    /// where the text has; true where longer keys begin so.
    fn visit(self, letters: &Letters, visit: &mut impl FnMut(&'a [Row])) -> bool {
        let mut goes_on = false;
        let mut fitting = None;
        let mut others = Vec::new();
        let key = |entry: &Entry| self.index.key(*entry);
        for entry in self.index.with(letters) {
            goes_on |= entry.goes_on();
            if !entry.rows().is_empty() && letters.fit(key(&entry)) {
                others.extend(fitting.replace(entry));
            }
        }
        if !others.is_empty() {
            others.extend(fitting.take());
            others.sort_by(|a, b| letters.misfits(key(a)).cmp(letters.misfits(key(b))));
        }
        for entry in fitting.into_iter().chain(others) {
            visit(self.rows.get(entry.rows()).unwrap_or_default());
        }
        goes_on
    }
}

/// Bytes of what may stand for a space within a phrase: gaps, or one sign between two letters.
fn gap(rest: &str) -> usize {
    // Mostly the word goes on.
    if rest.starts_with(is_alphanumeric) {
        return 0;
    }
    let run = rest.len() - rest.trim_start_matches(spelling::is_gap).len();
    if run > 0 {
        return if rest[run..].starts_with(is_alphanumeric) { run } else { 0 };
    }
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(sign @ ('/' | '.' | ';')), Some(next)) if is_alphanumeric(next) => sign.len_utf8(),
        _ => 0,
    }
}

/// A text without the signs and numbers before its first word.
fn without_numbers(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return text;
    }
    let mut rest = text;
    loop {
        let words = rest.trim_start_matches(|c| !is_alphanumeric(c));
        let after = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = after.len() < words.len() && !after.starts_with(is_alphanumeric);
        if !numbered || after.is_empty() {
            return words;
        }
        rest = after;
    }
}

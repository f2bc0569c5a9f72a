//! The words of a category, and the walk along them.
//!
//! A walk goes on letter by letter as long as any key begins so: a text that begins with no word is left
//! after two or three letters, however many words there are.

use crate::spelling::{self, Letter};
use crate::tree::{Reach, Row, Tree};

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
    pub(crate) tree: Tree<'a>,
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

/// Most ranges a walk follows at once. Two keys part where one has a space and the other has none.
const MOST_RANGES: usize = 8;

/// The rows that begin with what was read, once for each way of spacing it. Mostly there is one way.
struct Ranges {
    first: Reach,
    others: Vec<Reach>,
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

impl Ranges {
    fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    fn add(&mut self, reach: Reach) {
        if self.is_empty() {
            self.first = reach;
        } else if !reach.is_empty() && self.others.len() + 1 < MOST_RANGES {
            self.others.push(reach);
        }
    }

    fn iter(&self) -> impl Iterator<Item = Reach> {
        std::iter::once(self.first).chain(self.others.iter().copied())
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
        if self.tree.rows.is_empty() {
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
            self.go_on(&mut ranges, spell(letter).as_bytes(), spacing);
            if ranges.is_empty() {
                return accented || !rest.is_ascii();
            }
            spacing = Spacing::Joined;
            rest = &rest[len..];
        }
        self.visit_ended(&ranges, visit);
        accented
    }

    /// Visits every key that the text begins with and that ends where a word ends, the shortest
    /// first; of a text with diacritics, first its exact keys, then those without.
    pub(crate) fn along(self, text: &str, mut visit: impl FnMut(Hit<'a>)) {
        if self.tree.rows.is_empty() {
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
            self.go_on(&mut ranges, spell(letter).as_bytes(), spacing);
            rest = &rest[len..];
            if ranges.is_empty() {
                break;
            }
            if unspaced || !rest.starts_with(spelling::is_letter) {
                let len = text.len() - rest.len();
                self.visit_ended(&ranges, |rows| visit(Hit { rows, len }));
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

    fn start(self) -> Ranges {
        Ranges { first: self.tree.start(), others: Vec::new() }
    }

    /// Goes on with a letter. Those rows come first whose spaces are the text's.
    fn go_on(self, ranges: &mut Ranges, letter: &[u8], spacing: Spacing) {
        let first = std::mem::take(&mut ranges.first);
        let others = std::mem::take(&mut ranges.others);
        self.add(ranges, first, letter, spacing);
        for reach in others {
            self.add(ranges, reach, letter, spacing);
        }
    }

    fn add(self, ranges: &mut Ranges, reach: Reach, letter: &[u8], spacing: Spacing) {
        if spacing == Spacing::Joined {
            ranges.add(self.tree.on(reach, letter));
        }
        let spaced = self.tree.spaced(reach);
        if !spaced.is_empty() {
            ranges.add(self.tree.on(spaced, letter));
        }
        if spacing == Spacing::Loose {
            ranges.add(self.tree.on(reach, letter));
        }
    }

    /// Visits the rows whose key is no longer than what was read.
    fn visit_ended(self, ranges: &Ranges, mut visit: impl FnMut(&'a [Row])) {
        for reach in ranges.iter() {
            let ended = self.tree.ended(reach);
            if !ended.is_empty() {
                visit(ended);
            }
        }
    }
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

//! The words of `words/*.toml`, as the build wrote them out.

use crate::form::Frame;
use crate::grammar::Grammar;
use crate::index::{Entry, Index, Row};
use crate::meaning::Category;
use crate::table::{Sense, Table};

/// A word as the files have it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    at: u32,
    len: u8,
    pub(crate) meaning: u8,
    pub(crate) language: u8,
}

const fn entry(at: [u8; 3], len: u8, check: u8, rows: u8, row: u16) -> Entry {
    Entry { at, len, check, rows, row }
}

const fn row(meaning: u8, sense: u16) -> Row {
    Row { meaning, sense }
}

const fn sense(frame: u16, languages: u64) -> Sense {
    Sense { frame, languages }
}

const fn shown(at: u32, len: u8, meaning: u8, language: u8) -> Shown {
    Shown { at, len, meaning, language }
}

mod tables {
    #![allow(clippy::unreadable_literal, reason = "no one reads them")]

    use super::{Entry, Frame, Grammar, Row, Sense, Shown, entry, row, sense, shown};

    use crate::meaning::Habit;

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

pub(crate) use tables::ENGLISH;
use tables::{
    BUCKETS, ENGLISH_PAGE, ENTRIES, FRAMES, HEADS, LANGUAGES, PAGES, ROWS, SENSES, SHOWN,
};

static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// The words of a category.
#[inline]
pub(crate) fn table(category: Category) -> Table<'static> {
    let at = category as usize;
    let (entries, buckets, heads) = (ENTRIES[at], BUCKETS[at], HEADS[at]);
    let index = Index { text: TEXT, entries, buckets, heads };
    Table { index, rows: ROWS[at], senses: SENSES }
}

/// The frame of a sense.
pub(crate) fn frame(sense: Sense) -> Frame {
    FRAMES.get(usize::from(sense.frame)).copied().unwrap_or(Frame::Follows)
}

/// The words of a category as they are shown, by meaning, then by language, then as in the files.
pub(crate) fn shown_words(category: Category) -> &'static [Shown] {
    SHOWN[category as usize]
}

impl Shown {
    /// The word.
    pub(crate) fn word(self) -> &'static str {
        let start = self.at as usize;
        TEXT.get(start..start + usize::from(self.len)).unwrap_or_default()
    }
}

/// Tag, own name and grammar of each language.
pub(crate) fn languages() -> &'static [(&'static str, &'static str, Grammar)] {
    LANGUAGES
}

/// The phrases of pages in a language, by the order of their enumerations; none where its file has none.
pub(crate) fn page(language: u8) -> Option<&'static [&'static str]> {
    PAGES.get(usize::from(language)).copied().flatten()
}

/// The English phrases.
pub(crate) const fn english_page() -> &'static [&'static str] {
    ENGLISH_PAGE
}

//! The words of `words/*.toml`, as the build wrote them out.

use crate::form::Frame;
use crate::meaning::Category;
use crate::table::{Sense, Table};
use crate::tree::{Node, Row, Tree};

/// A word as the files have it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    at: u32,
    len: u8,
    pub(crate) meaning: u8,
    pub(crate) language: u8,
}

const fn row(at: u32, len: u8, meaning: u8, sense: u16) -> Row {
    Row { at, len, meaning, sense }
}

const fn node(byte: u8, children: u8, child: u32, row: u32, rows: u32) -> Node {
    Node { byte, children, child, row, rows }
}

const fn sense(frame: u16, languages: u64) -> Sense {
    Sense { frame, languages }
}

const fn shown(at: u32, len: u8, meaning: u8, language: u8) -> Shown {
    Shown { at, len, meaning, language }
}

mod tables {
    #![allow(clippy::unreadable_literal, reason = "no one reads them")]

    use super::{Frame, Node, Row, Sense, Shown, node, row, sense, shown};

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

use tables::{FRAMES, LANGUAGES, NODES, ROWS, SENSES, SHOWN};

static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// The words of a category.
pub(crate) fn table(category: Category) -> Table<'static> {
    let index = category as usize;
    let tree = Tree { text: TEXT, rows: ROWS[index], nodes: NODES[index] };
    Table { tree, senses: SENSES }
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

/// Tag and own name of each language.
pub(crate) fn languages() -> &'static [(&'static str, &'static str)] {
    LANGUAGES
}

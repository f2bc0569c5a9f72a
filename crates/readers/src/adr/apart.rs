//! Which of what was read as records are none beside the others, and why.

use super::attached;
use super::copies;
use super::index_entries;
use super::pages;
use super::record::Record;

/// Why a text that has all that a record needs is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    /// A section that leads to the file of the record of its number.
    Entry,
    /// It only speaks of records.
    Attached,
    /// A chapter that is numbered as the log of records beside it.
    Chapter,
    /// It only repeats a record.
    Copy,
    /// It lies in a directory that a program writes, and that repeats another.
    Mirror,
    /// It has neither a number nor anything that only a decision has.
    Page,
}

/// Of each why it is none; nothing for a record.
pub(super) fn among(records: &[&Record]) -> Vec<Option<Apart>> {
    let all = || records.iter().copied();
    let kinds = [
        (Apart::Entry, index_entries::among(all())),
        (Apart::Attached, attached::among(all())),
        (Apart::Copy, copies::among(all())),
        (Apart::Page, pages::among(all())),
    ];
    let why = |at: usize| kinds.iter().find(|(_, are)| are[at]).map(|(why, _)| *why);
    (0..records.len()).map(why).collect()
}

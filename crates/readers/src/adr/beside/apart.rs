//! Which of what was read as records are none beside the others, and why.

use super::attached;
use super::copies;
use super::index_entries;
use super::pages;
use crate::adr::record::Record;

/// Why a text that has all that a record needs is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::adr) enum Apart {
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

/// Of each why it is none; nothing for a record. Who lists a chapter in SUMMARY.md means it, wherever it lies.
pub(in crate::adr) fn among(
    records: &[&Record],
    is_listed: impl Fn(usize) -> bool,
) -> Vec<Option<Apart>> {
    let all = || records.iter().copied();
    let mirrors = copies::mirrored(all()).into_iter().enumerate();
    let mirrors = mirrors.map(|(at, is_mirror)| is_mirror && !is_listed(at)).collect();
    let kinds: [(Apart, Vec<bool>); 6] = [
        (Apart::Entry, index_entries::among(all())),
        (Apart::Attached, attached::among(all())),
        (Apart::Chapter, attached::beside_a_log(records)),
        (Apart::Copy, copies::among(all())),
        (Apart::Mirror, mirrors),
        (Apart::Page, pages::among(all())),
    ];
    let why = |at: usize| kinds.iter().find(|(_, are)| are[at]).map(|(why, _)| *why);
    (0..records.len()).map(why).collect()
}

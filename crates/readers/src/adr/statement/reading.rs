//! What one statement gives: a status, or what keeps its words from being one.

use std::ops::Range;

use words::date;

use crate::adr::status::Status;

/// What keeps words from being a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// `proposed | accepted | rejected` with none of them marked.
    Choice,
    /// A template's words in brackets, or "TBD".
    Placeholder,
    /// Words that are in no vocabulary.
    Unknown,
    /// A sentence in which no status was recognised.
    Prose,
    /// Both sides of a merge that nobody has settled.
    Conflict,
}

/// A statement that was read.
pub(super) struct Reading {
    pub(super) status: Option<Status>,
    pub(super) doubt: Option<Doubt>,
    pub(super) words: Range<usize>,
    pub(super) date: Option<date::Reading>,
    pub(super) implied: bool,
    /// It is said in a note.
    pub(super) noted: bool,
}

impl Reading {
    /// The words at a place are a status.
    pub(super) const fn stated(
        status: Status,
        words: Range<usize>,
        date: Option<date::Reading>,
    ) -> Self {
        Self { status: Some(status), doubt: None, words, date, implied: false, noted: false }
    }

    /// The words at a place are none.
    pub(super) const fn doubted(doubt: Doubt, words: Range<usize>) -> Self {
        Self { status: None, doubt: Some(doubt), words, date: None, implied: false, noted: false }
    }
}

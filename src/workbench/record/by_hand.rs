//! What only the author of a record can write.

use std::fmt::Write as _;

use readers::adr::{Record, records_in};

use super::shelf::Shelf;

/// A line, and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByHand {
    /// `docs/adr/0001-a.md:7`
    pub at: String,
    /// What is to be written, as a sentence's end.
    pub line: String,
    /// Why nobody else writes it.
    pub why: Why,
}

/// Why a record is left to its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Each edit would be read as something else.
    ReadsElse,
    /// It is a section of a log, and none beside it states a status that shows a form.
    NoneBeside,
    /// The statuses beside it have signs, and none shows that of the new one.
    NoSign,
    /// Its file holds so many decisions, and states a status of none of them.
    Several(usize),
}

impl Why {
    /// Why a record that states no status is not given one.
    pub(super) fn of(shelf: &Shelf, record: &Record) -> Self {
        const FEWEST: usize = 2;
        if record.anchor.is_some() {
            let mut beside = shelf.found.records.iter().filter(|other| other.path == record.path);
            let told = record.states.is_empty() && beside.all(|other| other.status.is_none());
            return if told { Self::NoneBeside } else { Self::ReadsElse };
        }
        match records_in(&record.source, &record.path, &shelf.own).len() {
            several @ FEWEST.. => Self::Several(several),
            _ => Self::ReadsElse,
        }
    }
}

/// All lines, each with why it is left.
pub(super) fn told(lines: &[ByHand]) -> String {
    let mut text = String::new();
    for ByHand { at, line, why } in lines {
        let why = match why {
            Why::ReadsElse => {
                format!(
                    "no change of `{at}` reads back as it should; write there yourself: {line}; "
                )
            }
            Why::NoSign => format!(
                "the statuses beside `{at}` have signs that tell them apart, and none shows the one of this; write it \
                 there yourself: {line}; "
            ),
            Why::NoneBeside => format!(
                "no decision beside `{at}` states a status whose form another could have; write it there yourself: \
                 {line}; "
            ),
            Why::Several(count) => format!(
                "`{at}` stands in a file of {count} decisions, of which a status there would be said of all; write it \
                 below its own heading yourself: {line}; "
            ),
        };
        let _infallible = write!(text, "{why}");
    }
    text
}

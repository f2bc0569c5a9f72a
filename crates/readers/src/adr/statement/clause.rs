//! A clause: a word of state or a verb, with what qualifies it.

use std::ops::Range;

use words::date;

use crate::adr::relation::RelationKind;
use crate::adr::status::Status;

use super::target::Named;

/// Whom a clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The record.
    Record,
    /// A part of it: sections, `D4-D7`.
    Part,
    /// Something else.
    Other,
}

/// When a clause holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Now,
    /// "was", "originally"
    Past,
    /// "restored"
    Restored,
    /// "after the pilot": behind an arrow it is still to come.
    Ahead,
}

/// Whether a clause is said beside what the statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    No,
    /// In brackets, with more than the word.
    Aside,
    /// Behind the label of a note, and of no other record.
    Noted,
}

/// How a clause goes on with a text that tells what happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    /// "then", "later": it came next.
    pub(super) then: bool,
    /// Nothing is said of it but when it was so and who did it.
    pub(super) plain: bool,
    /// What follows goes on with what is said, and is no thing that the word tells apart: not `historical text`.
    pub(super) whole: bool,
    /// The steps that it is said of, where it is carried out in such.
    pub(super) steps: Option<Steps>,
    /// The day, month or year that it is told with.
    pub(super) told: Option<Told>,
}

/// How many of its steps a record that is carried out has behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Steps {
    /// Those that are named.
    Some,
    /// `All phases implemented`
    All,
}

/// When something happened, as far as the words right behind it say: `in May`, `2024-03-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) year: Option<u16>,
}

/// A word of state, a verb of relation, or both: `superseded by ADR-2`.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) status: Option<Status>,
    /// What the record is to the targets, a part allowed for.
    pub(super) relation: Option<RelationKind>,
    pub(super) targets: Vec<Named>,
    /// Bytes of the statement.
    pub(super) words: Range<usize>,
    pub(super) subject: Subject,
    /// "not"
    pub(super) denied: bool,
    /// "may", "if", "when", "planned", "rather than"
    pub(super) uncertain: bool,
    pub(super) time: Time,
    pub(super) remark: Remark,
    pub(super) telling: Telling,
    /// The date that stands with it.
    pub(super) date: Option<date::Reading>,
}

impl Telling {
    /// Whether it is said of some of the steps only.
    pub(super) fn is_in_steps(self) -> bool {
        self.steps == Some(Steps::Some)
    }
}

impl Clause {
    /// Whether it is about the record, or a part of it, and not denied or in doubt.
    pub(super) fn is_affirmed(&self) -> bool {
        self.subject != Subject::Other && !self.denied && !self.uncertain
    }
}

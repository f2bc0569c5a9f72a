//! What becomes of a record: another status, a successor, something that it is to another.

use std::path::Path;

use readers::adr::succession::{Succession, restate};
use readers::adr::{Id, OwnWords, Record, RelationKind, Status, name, status};
use words::date::Date;

use super::change::Change;
use super::relates::already_states;
use super::said::{EditContext, RelationSide};
use super::shelf::Shelf;
use super::{RecordError, by_hand, superseded_by};
use crate::workbench::WorkbenchError;
use crate::write::Changes;

/// What somebody asks of one or two records.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Action<'a> {
    /// A record is to have a status.
    Status {
        /// The word.
        word: &'a str,
    },
    /// Another takes its place.
    Superseded {
        /// The other.
        by: &'a str,
        /// Beside one that did so before.
        also: bool,
    },
    /// It is something to another.
    Related {
        /// What.
        kind: RelationKind,
        /// Whether it needs the other.
        depends: bool,
        /// The other.
        to: &'a str,
    },
}

impl<'a> Action<'a> {
    /// The other record that it names.
    pub(crate) const fn other(self) -> Option<&'a str> {
        match self {
            Self::Status { .. } => None,
            Self::Superseded { by, .. } => Some(by),
            Self::Related { to, .. } => Some(to),
        }
    }
}

/// What follows from an action.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// What changes; nothing where all is as wished.
    pub changes: Vec<Change>,
    /// What else should be known.
    pub notes: Vec<String>,
}

impl Outcome {
    /// Writes all changes, or none.
    ///
    /// # Errors
    /// A file has changed meanwhile, or cannot be written.
    pub(crate) fn write(&self, directory: &Path) -> Result<(), WorkbenchError> {
        let mut changes = Changes::default();
        for change in &self.changes {
            change.stage(directory, &mut changes)?;
        }
        Ok(changes.commit()?)
    }
}

/// Plans what is to be done with a record. Nothing is written.
///
/// # Errors
/// A record is not there or not unique, what is asked for contradicts what it says, or no change of it reads
/// back as it should.
pub(crate) fn plan(
    shelf: &Shelf,
    record: &str,
    action: Action<'_>,
    date: Date,
) -> Result<Outcome, RecordError> {
    let record = shelf.record(record)?;
    let beside = shelf.beside(record);
    let style = shelf.style(&beside);
    let context = EditContext { shelf, style: &style, date };
    match action {
        Action::Status { word } => context.status(record, word),
        Action::Superseded { by, also } => context.superseded(record, shelf.record(by)?, also),
        Action::Related { kind, depends, to } => {
            let other = shelf.record(to)?;
            if kind.is_passive() {
                context.related(other, kind.inverse(), record, depends)
            } else {
                context.related(record, kind, other, depends)
            }
        }
    }
}

/// A record, and what it is to say.
struct Side<'a> {
    record: &'a Record,
    said: RelationSide<'a>,
}

impl<'a> EditContext<'a> {
    fn status(&self, record: &Record, word: &str) -> Result<Outcome, RecordError> {
        let own = &self.shelf.own;
        if let Some(by) = successor(word, own) {
            return Err(RecordError::Successor(argument(record), by));
        }
        let (word, status) = self.style.status(word, own)?;
        if status == Status::Superseded {
            return Err(RecordError::Successor(argument(record), "NUMBER".to_owned()));
        }
        let now = record.status.as_ref();
        let stated = now.map(|now| record.source.slice(now.span).to_lowercase());
        if now.is_some_and(|now| now.value == status) && stated == Some(word.to_lowercase()) {
            let notes = vec![format!("{} is `{word}` already; nothing to change", record.name())];
            return Ok(Outcome { notes, ..Outcome::default() });
        }
        if let Some((by, span)) = superseded_by(record) {
            let (name, at) = (record.name(), self.shelf.at(record, span));
            return Err(RecordError::AlreadyOver { name, by, at });
        }
        if self.style.lacks_sign(record, status, &word) {
            return Err(by_hand(self.shelf, self.style, [(record, word)]));
        }
        let sign = self.style.sign(status, &word);
        let word = self.style.glossed(word, status);
        let behind = self.style.behind_status(self.date);
        let told = Succession {
            line: &word,
            apart: None,
            sign: &sign,
            date: self.date,
            behind: &behind,
            dated: true,
            former: self.style.former(record, own),
        };
        let edit = restate(record, told, status, own).or_else(|| self.begun(record, &word, status));
        match edit {
            Some(edit) => {
                Ok(Outcome { changes: vec![Change::of(record, edit)], ..Outcome::default() })
            }
            None => Err(by_hand(self.shelf, self.style, [(record, word)])),
        }
    }

    fn superseded(
        &'a self,
        older: &'a Record,
        newer: &'a Record,
        also: bool,
    ) -> Result<Outcome, RecordError> {
        if older.is(newer) {
            return Err(RecordError::SameRecord(older.name()));
        }
        if self.style.is_succeeded_by(newer, older) {
            return Err(RecordError::Circle(newer.name(), older.name()));
        }
        let turned_down = |status: Status| matches!(status, Status::Rejected | Status::Withdrawn);
        if let Some(status) = newer.status.as_ref().filter(|status| turned_down(status.value)) {
            return Err(RecordError::NoSuccessor {
                name: newer.name(),
                status: status.value.name(),
                at: self.shelf.at(newer, status.span),
                number: argument(newer),
            });
        }
        let known = already_states(older, RelationKind::SupersededBy, newer);
        if let Some((by, span)) = superseded_by(older).filter(|_| !also && !known) {
            let (name, at) = (older.name(), self.shelf.at(older, span));
            return Err(RecordError::Superseded { name, by, at });
        }
        let mut sides = Vec::new();
        if !known {
            sides.push(self.one_side(older, RelationKind::SupersededBy, newer, None));
        }
        if !already_states(newer, RelationKind::Supersedes, older) {
            sides.push(self.one_side(newer, RelationKind::Supersedes, older, None));
        }
        let mut outcome = self.all(sides)?;
        let open =
            newer.status.as_ref().map(|status| status.value).filter(|status| status.is_open());
        if let Some(open) = open {
            outcome.notes.push(format!(
                "{} is only {open}; once it counts: `mdbook-archdoc adr status {} accepted`",
                newer.name(),
                argument(newer)
            ));
        }
        Ok(outcome)
    }

    fn related(
        &'a self,
        active: &'a Record,
        kind: RelationKind,
        passive: &'a Record,
        depends: bool,
    ) -> Result<Outcome, RecordError> {
        if active.is(passive) {
            return Err(RecordError::SameRecord(active.name()));
        }
        let words = depends.then_some(["Depends on", "Required by"]);
        let [forth, back] = [0, 1].map(|side| words.map(|words| words[side]));
        let mut sides = Vec::new();
        if !already_states(active, kind, passive) {
            sides.push(self.one_side(active, kind, passive, forth));
        }
        let back_kind = kind.inverse();
        if self.style.tells_both() && !already_states(passive, back_kind, active) {
            sides.push(self.one_side(passive, back_kind, active, back));
        }
        self.all(sides)
    }

    /// What a record says of another, in words of its own where there are some in the language.
    fn one_side(
        &'a self,
        record: &'a Record,
        kind: RelationKind,
        other: &Record,
        words: Option<&str>,
    ) -> Side<'a> {
        let spoken = [self.style.spoken_by(record), self.style.language()];
        let english = spoken.iter().flatten().all(|language| language.tag() == "en");
        let words = words.filter(|_| english);
        let words = words.map_or_else(|| self.style.relation(kind, record), str::to_owned);
        let said = RelationSide::new(*self, kind, words, self.style.named(record, other));
        Side { record, said }
    }

    /// All sides, or the lines that are to be written by hand.
    fn all(&self, sides: Vec<Side<'_>>) -> Result<Outcome, RecordError> {
        let mut outcome = Outcome::default();
        let mut lines = Vec::new();
        for Side { record, said } in sides {
            let edits = |record: &Record| said.edits(record);
            if Change::add(&mut outcome.changes, record, &self.shelf.own, edits).is_none() {
                lines.push((record, said.line()));
            }
        }
        if !lines.is_empty() {
            return Err(by_hand(self.shelf, self.style, lines));
        }
        if outcome.changes.is_empty() {
            outcome.notes.push("both records say so already; nothing to change".to_owned());
        }
        Ok(outcome)
    }
}

/// The successor that somebody names together with the status: `superseded by ADR 3`.
fn successor(words: &str, own: &OwnWords) -> Option<String> {
    let (status, len) = status::at_start(words, own)?;
    let last = words[len..].split_whitespace().next_back()?;
    let id = name::from_reference(last).filter(|_| status == Status::Superseded)?;
    Some(id.number().map_or_else(|| last.to_owned(), |number| number.to_string()))
}

/// How a record is named on the command line.
fn argument(record: &Record) -> String {
    match &record.id {
        Some(id) if !matches!(id.value, Id::Name(_)) => id.value.to_string(),
        _ => record.address(),
    }
}

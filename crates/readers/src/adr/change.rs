//! What became of the records between two readings of a book.

use std::collections::HashMap;

use serde::Serialize;

use super::collection::{Collection, Entry};
use super::status::Status;

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It was not there.
    New,
    /// It is there no more.
    Removed,
    /// It has another status.
    Status,
}

/// A record that is new, gone, or has another status.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// Its name: `ADR 12`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Relative to the book's or the tree's directory, as findings name it.
    pub path: String,
    /// What happened to it.
    pub change: Change,
    /// Its status, where one is stated: its own word where that is none that we know.
    pub status: Option<String>,
    /// What that was before, in the same way.
    pub was: Option<String>,
    /// The names of the records that took its place.
    pub superseded_by: Vec<String>,
    /// Its place in [`Collection::entries`] now; none for one that is gone.
    #[serde(skip)]
    pub entry: Option<usize>,
    /// Relative to the book's source directory.
    #[serde(skip)]
    pub in_book: String,
    /// Whether it goes with another record, as a translation does.
    #[serde(skip)]
    pub belongs: bool,
}

/// Compares two readings: first the records that are there, in their order, then those that are gone.
pub fn between(before: &Collection, now: &Collection) -> Vec<Decision> {
    let known = |records: &Collection| -> HashMap<Key, usize> {
        records.entries.iter().map(key).zip(0..).collect()
    };
    let (old, new) = (known(before), known(now));
    let mut gone: Vec<usize> =
        old.iter().filter(|(key, _)| !new.contains_key(*key)).map(|(_, &index)| index).collect();
    gone.sort_unstable();
    let mut changed = Vec::new();
    for (index, entry) in now.entries.iter().enumerate() {
        let was = old.get(&key(entry)).copied().or_else(|| moved(before, &mut gone, entry));
        let status_before = was.and_then(|was| status(&before.entries[was]));
        if was.is_none() || status_before != status(entry) {
            let change = if was.is_some() { Change::Status } else { Change::New };
            let newer = now.successors(index).into_iter();
            let successors = newer.map(|newer| now.entries[newer].record.cited()).collect();
            changed.push(Decision {
                status: status(entry),
                was: status_before,
                superseded_by: successors,
                entry: Some(index),
                ..Decision::of(entry, change)
            });
        }
    }
    changed.extend(gone.iter().map(|&index| {
        let entry = &before.entries[index];
        Decision { was: status(entry), ..Decision::of(entry, Change::Removed) }
    }));
    changed
}

/// The place of a record: its file, and its heading where others share the file.
type Key = (String, Option<String>);

fn key(entry: &Entry) -> Key {
    (entry.record.path.clone(), entry.record.anchor.clone())
}

/// Takes the one record that is gone from among those whose title is the same: it was moved, or its file has
/// another name.
fn moved(before: &Collection, gone: &mut Vec<usize>, entry: &Entry) -> Option<usize> {
    let title = entry.record.shown_title();
    let same = |&&index: &&usize| before.entries[index].record.shown_title() == title;
    let mut found = gone.iter().filter(same).copied();
    let one = found.next().filter(|_| found.next().is_none())?;
    gone.retain(|&index| index != one);
    Some(one)
}

fn status(entry: &Entry) -> Option<String> {
    let status = entry.record.status.as_ref()?.value;
    let own = entry.record.status_raw.as_deref().filter(|_| status == Status::Other);
    Some(own.unwrap_or(status.name()).to_owned())
}

impl Decision {
    fn of(entry: &Entry, change: Change) -> Self {
        let record = &entry.record;
        Self {
            name: record.name(),
            title: record.shown_title(),
            path: record.source.path().to_owned(),
            change,
            status: None,
            was: None,
            superseded_by: Vec::new(),
            entry: None,
            in_book: record.path.clone(),
            belongs: entry.belongs_to.is_some(),
        }
    }

    /// `ADR 12, Use a log`; the title alone for a record that has no other name.
    pub fn named(&self) -> String {
        if self.name == self.title {
            self.title.clone()
        } else {
            format!("{}, {}", self.name, self.title)
        }
    }
}

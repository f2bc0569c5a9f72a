//! What became of the records between two readings of a book.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::record_path;

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
    let earlier = earlier(before, now);
    let mut changed = Vec::new();
    for (index, (entry, &was)) in now.entries.iter().zip(&earlier).enumerate() {
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
    let kept: HashSet<usize> = earlier.into_iter().flatten().collect();
    let gone = before.entries.iter().enumerate().filter(|(index, _)| !kept.contains(index));
    changed.extend(
        gone.map(|(_, entry)| Decision {
            was: status(entry),
            ..Decision::of(entry, Change::Removed)
        }),
    );
    changed
}

/// For each record that is there, what it was before: what had its place, else the one record that is gone and
/// has its text, else its title, else its file's name, where no other new one has it too.
pub fn earlier(before: &Collection, now: &Collection) -> Vec<Option<usize>> {
    let places: HashMap<Key<'_>, usize> = before.entries.iter().map(key).zip(0..).collect();
    let mut earlier: Vec<Option<usize>> =
        now.entries.iter().map(|entry| places.get(&key(entry)).copied()).collect();
    let text = |entry: &Entry| entry.record.source.slice(entry.record.span).trim_end().to_owned();
    let title = |entry: &Entry| entry.record.shown_title();
    let name = |entry: &Entry| {
        let anchor = entry.record.anchor.as_deref().unwrap_or_default();
        format!("{}#{anchor}", record_path::stem(&entry.record.path))
    };
    let alike: [&dyn Fn(&Entry) -> String; 3] = [&text, &title, &name];
    for alike in alike {
        let kept: HashSet<usize> = earlier.iter().copied().flatten().collect();
        let gone = only(before, alike, |index| !kept.contains(&index));
        if gone.is_empty() {
            break;
        }
        for (key, index) in only(now, alike, |index| earlier[index].is_none()) {
            if let (Some(index), Some(&was)) = (index, gone.get(&key)) {
                earlier[index] = was;
            }
        }
    }
    earlier
}

/// Some records by what they have, none where several have it.
fn only(
    records: &Collection,
    what: &dyn Fn(&Entry) -> String,
    counts: impl Fn(usize) -> bool,
) -> HashMap<String, Option<usize>> {
    let mut found = HashMap::new();
    for (index, entry) in records.entries.iter().enumerate().filter(|(index, _)| counts(*index)) {
        found.entry(what(entry)).and_modify(|one| *one = None).or_insert(Some(index));
    }
    found
}

/// The place of a record: its file, and its heading where others share the file.
type Key<'e> = (&'e str, Option<&'e str>);

fn key(entry: &Entry) -> Key<'_> {
    (&entry.record.path, entry.record.anchor.as_deref())
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

//! What was found of records in the texts of a book, put together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::book::Book;
use text::link;
use text::source::{Place, Source};

use super::beside::apart::{self, Apart};
use super::beside::settle;
use super::collection::{Collection, Entry, Root};
use super::id::Id;
use super::record::Record;
use super::status::OwnWords;

/// What a text turned out to be.
#[derive(Debug)]
pub(crate) struct Found {
    pub(super) source: Arc<Source>,
    /// The directory of records that it lies in; none for records that are sections.
    pub(super) root: Option<String>,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Records(Vec<Entry>),
    Aside,
    NotUnderstood,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) collection: Collection,
    pub(super) roots: BTreeMap<String, Root>,
}

impl Gathered {
    pub(super) fn extend(&mut self, all: Vec<Found>) {
        for found in all {
            self.take(found);
        }
    }

    fn take(&mut self, found: Found) {
        let Found { source, root, what } = found;
        let first = || Place::new(&source, source.line_around(0));
        if let Some(path) = root {
            let new = || Root { path: path.clone(), records: 0, first: first() };
            let counted = self.roots.entry(path.clone()).or_insert_with(new);
            if let What::Records(entries) = &what {
                counted.records += entries.len();
            }
        }
        match what {
            What::Records(entries) => self.collection.entries.extend(entries),
            What::Aside => self.collection.asides.push(source),
            What::NotUnderstood => self.collection.not_understood.push(first()),
        }
    }

    pub(super) fn settled(self, book: &Book<'_>, own: &OwnWords) -> Collection {
        let Self { mut collection, roots } = self;
        collection.roots = roots.into_values().collect();
        settle::before(collection.entries.iter_mut().map(|entry| &mut entry.record));
        let records: Vec<&Record> = collection.entries.iter().map(|entry| &entry.record).collect();
        let is_listed = |at: usize| book.listed && collection.entries[at].chapter.is_some();
        let apart = apart::among(&records, is_listed);
        for (entry, why) in std::mem::take(&mut collection.entries).into_iter().zip(apart) {
            let Some(why) = why else {
                collection.entries.push(entry);
                continue;
            };
            // A chapter elsewhere that tells of records is a document all the same.
            let lists = entry.record.anchor.is_some() && is_among(&collection.roots, &entry.record);
            let apart = if lists { &mut collection.asides } else { &mut collection.attached };
            // A file has several sections.
            let source = Arc::clone(&entry.record.source);
            if why == Apart::Entry {
                collection.pointing.push(entry);
            }
            if apart.last().is_none_or(|last| !Arc::ptr_eq(last, &source)) {
                apart.push(source);
            }
        }
        collection.entries.sort_by(|a, b| sort_key(&a.record).cmp(&sort_key(&b.record)));
        settle::after(collection.entries.iter_mut().map(|entry| &mut entry.record), own.dates);
        collection.index(book);
        collection
    }
}

/// Whether a record's file lies in a directory of records.
fn is_among(roots: &[Root], record: &Record) -> bool {
    let directory = link::directory(&record.path);
    let mut above = roots.iter().map(|root| root.path.as_str());
    above.any(|root| {
        let below = directory.strip_prefix(root);
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') && !root.is_empty())
    })
}

fn sort_key(record: &Record) -> (&str, Option<&Id>, &str, usize) {
    let id = record.id.as_ref().map(|id| &id.value);
    (link::directory(&record.path), id, &record.path, record.span.start)
}

//! Finds the records of a book: among its chapters, in their sections, and on disk beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::book::Book;
use crate::files::{self, Bounds, Listing, Unreadable};
use crate::settings::Settings;
use text::link::{join, normal};
use text::markdown::Document;
use text::source::{Place, Source};

use super::attached;
use super::collection::{Collection, Entry, Root, own_words};
use super::confirmed;
use super::copies;
use super::existing;
use super::homes::Homes;
use super::id::Id;
use super::links::links;
use super::neighbours;
use super::order;
use super::read::{self, Aside, Reading};
use super::record::Record;
use super::sections;
use super::status::OwnWords;
use super::yearly;
use text::link;

/// Reads the records among the chapters, those in sections of other chapters, and those in the same
/// directories that SUMMARY.md does not list.
pub fn read(book: &Book<'_>, settings: &Settings) -> Collection {
    let mut reader = Reader::new(book, settings);
    reader.chapters();
    reader.unlisted();
    reader.finish()
}

struct Reader<'a> {
    book: &'a Book<'a>,
    own: OwnWords,
    bounds: Bounds,
    homes: Homes<'a>,
    collection: Collection,
    roots: BTreeMap<String, Root>,
}

impl<'a> Reader<'a> {
    fn new(book: &'a Book<'a>, settings: &'a Settings) -> Self {
        let bounds = Bounds::around(&book.root);
        let homes = Homes::of(book, settings, bounds.edge());
        let (collection, roots) = (Collection::default(), BTreeMap::new());
        Self { book, own: own_words(settings), bounds, homes, collection, roots }
    }

    fn chapters(&mut self) {
        let mut seen = BTreeSet::new();
        for (index, chapter) in self.book.chapters.iter().enumerate() {
            let file = chapter.text_path();
            // Two chapters that include one file are one record.
            if chapter.is_included() && !seen.insert(file) {
                continue;
            }
            if let Some(root) =
                self.homes.of_file(file).or_else(|| self.homes.of_file(&chapter.path))
            {
                self.file(&root, file, chapter.source(), Some(index));
            } else if sections::may_hold_records(chapter) {
                let document = chapter.document();
                let records = sections::records(document, file, &self.own);
                self.entries(document, records, Some(index));
            }
        }
    }

    fn file(&mut self, root: &str, file: &str, source: &Arc<Source>, chapter: Option<usize>) {
        let first = || Place::new(source, source.line_span(1));
        let new = || Root { path: root.to_owned(), records: 0, first: first() };
        let document = Document::parse(source);
        let reading = read::read(&document, file, &self.own);
        if root.is_empty() && self.homes.is_at_the_top(file) && !read::is_named_record(file) {
            let is_record = match &reading {
                Reading::Record(record) => record.id.is_some() || record.status.is_some(),
                Reading::Log(_) | Reading::Aside(Aside::Template) => true,
                Reading::Aside(_) => link::is_directory_page(file),
                Reading::NotUnderstood => false,
            };
            if !is_record {
                return;
            }
        }
        let counted = self.roots.entry(root.to_owned()).or_insert_with(new);
        match reading {
            Reading::Record(record) => {
                counted.records += 1;
                self.entries(&document, vec![*record], chapter);
            }
            Reading::Log(records) => {
                counted.records += records.len();
                self.entries(&document, records, chapter);
            }
            Reading::Aside(_) => {
                self.collection.asides.push(source.clone());
            }
            Reading::NotUnderstood => self.collection.not_understood.push(first()),
        }
    }

    /// Takes the records of a file in, with the links of each.
    fn entries(&mut self, document: &Document, records: Vec<Record>, chapter: Option<usize>) {
        let chapter = chapter.map(|index| (index, &self.book.chapters[index]));
        self.collection.entries.extend(records.into_iter().map(|record| {
            let links = links(document, record.span);
            Entry::new(record, links, chapter)
        }));
    }

    /// The files of the same directories on disk that no chapter has.
    fn unlisted(&mut self) {
        let chapters = self.book.chapters.iter();
        let listed: BTreeSet<&str> =
            chapters.flat_map(|chapter| [chapter.path.as_str(), chapter.text_path()]).collect();
        // Whoever includes some files from elsewhere has not asked for those beside them.
        let mut roots: BTreeSet<String> =
            self.roots.keys().filter(|root| !root.starts_with("../")).cloned().collect();
        roots.extend(self.homes.looked_into());
        let source_dir = self.book.source_dir();
        let mut seen = BTreeSet::new();
        for root in &roots {
            for (name, on_disk) in self.listed(&source_dir.join(root), root) {
                let file = join(root, &name);
                let ours = self.homes.of_file(&file).is_some();
                if !ours || listed.contains(file.as_str()) || !seen.insert(file.clone()) {
                    continue;
                }
                let known = normal(&join(&self.book.src, &file));
                let source = match self.bounds.refuse(&on_disk) {
                    Some(why) => Err(Unreadable::at(&known, why)),
                    None => self.book.overlay.source(&on_disk, &known),
                };
                match source {
                    Ok(source) => self.file(root, &file, &source, None),
                    Err(unreadable) => self.collection.unreadable.push(unreadable),
                }
            }
        }
    }

    /// The files of a directory of records. One that is not there holds none: its chapters were made by
    /// another preprocessor.
    fn listed(&mut self, on_disk: &Path, root: &str) -> Vec<(String, PathBuf)> {
        let elsewhere = Path::new(root).is_absolute();
        let name = if elsewhere { root.to_owned() } else { normal(&join(&self.book.src, root)) };
        if let Some(why) = self.bounds.refuse(on_disk) {
            self.collection.unreadable.push(Unreadable::at(&name, why));
            return Vec::new();
        }
        let mut refused = |directory: &str, error: &io::Error| {
            self.collection.unreadable.push(Unreadable::refused(directory, error));
        };
        match files::markdown_files(on_disk) {
            Ok(Listing { files, closed }) => {
                for (directory, error) in &closed {
                    refused(join(&name, directory).trim_end_matches('/'), error);
                }
                files
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    refused(&name, &error);
                }
                Vec::new()
            }
        }
    }

    fn finish(self) -> Collection {
        let Self { mut collection, roots, book, own, .. } = self;
        collection.roots = roots.into_values().collect();
        neighbours::settle(collection.entries.iter_mut().map(|entry| &mut entry.record).collect());
        let records = || collection.entries.iter().map(|entry| &entry.record);
        let apart = attached::among(records()).into_iter().zip(copies::among(records()));
        let apart: Vec<bool> = apart.map(|(attached, copy)| attached || copy).collect();
        let all = std::mem::take(&mut collection.entries).into_iter().zip(apart);
        for (entry, is_apart) in all {
            if !is_apart {
                collection.entries.push(entry);
                continue;
            }
            // A chapter elsewhere that tells of records is a document all the same.
            let lists = entry.record.anchor.is_some() && is_among(&collection.roots, &entry.record);
            let apart = if lists { &mut collection.asides } else { &mut collection.attached };
            // A file has several sections.
            let source = entry.record.source;
            if apart.last().is_none_or(|last| !Arc::ptr_eq(last, &source)) {
                apart.push(source);
            }
        }
        collection.entries.sort_by(|a, b| sort_key(&a.record).cmp(&sort_key(&b.record)));
        confirmed::settle(collection.entries.iter_mut().map(|entry| &mut entry.record).collect());
        yearly::settle(collection.entries.iter_mut().map(|entry| &mut entry.record).collect());
        existing::settle(collection.entries.iter_mut().map(|entry| &mut entry.record).collect());
        order::settle(collection.entries.iter_mut().map(|entry| &mut entry.record), own.dates);
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

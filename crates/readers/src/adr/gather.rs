//! Finds the records of a book: among its chapters, in their sections, and on disk beside them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::book::{Book, Chapter};
use crate::files::{self, Bounds, Listing, Unreadable};
use crate::parallel;
use crate::settings::Settings;
use text::link::{self, join, normal};
use text::markdown::Document;
use text::source::Source;

use super::collection::{Collection, Entry};
use super::gathered::{Found, Gathered, What};
use super::homes::Homes;
use super::links::links;
use super::read::{self, Aside, Reading};
use super::record::Record;
use super::sections;
use super::status::OwnWords;

/// Reads the records among the chapters, those in sections of other chapters, and those in the same
/// directories that SUMMARY.md does not list.
pub fn read(book: &Book<'_>, settings: &Settings, own: &OwnWords) -> Collection {
    let gatherer = Gatherer::new(book, settings, own);
    let asked: Vec<(usize, Asked)> =
        (0..).zip(gatherer.asked()).filter_map(|(index, asked)| Some((index, asked?))).collect();
    let found = parallel::filter_map(&asked, |(index, asked)| {
        gatherer.chapter(*index, asked, &book.chapters[*index].parsed())
    });
    gatherer.collection(found)
}

/// Where a text is read as records.
#[derive(Debug)]
pub(crate) enum Asked {
    /// It lies among records, in this directory.
    Among(String),
    /// Its sections may be records.
    InSections,
}

/// Knows where the records of a book are, reads a text as records, and puts together what was found.
pub(crate) struct Gatherer<'a> {
    book: &'a Book<'a>,
    own: &'a OwnWords,
    bounds: Bounds,
    homes: Homes<'a>,
}

impl<'a> Gatherer<'a> {
    pub(crate) fn new(book: &'a Book<'a>, settings: &'a Settings, own: &'a OwnWords) -> Self {
        let bounds = Bounds::around(&book.root);
        let homes = Homes::of(book, settings, bounds.edge());
        Self { book, own, bounds, homes }
    }

    /// For each chapter what is read in it.
    pub(crate) fn asked(&self) -> Vec<Option<Asked>> {
        let mut seen = BTreeSet::new();
        let asked = |chapter: &'a Chapter<'a>| {
            let file = chapter.text_path();
            // Two chapters that include one file are one record.
            if chapter.is_included() && !seen.insert(file) {
                return None;
            }
            let root = self.homes.of_file(file).or_else(|| self.homes.of_file(&chapter.path));
            let in_sections = || sections::may_hold_records(chapter).then_some(Asked::InSections);
            root.map(Asked::Among).or_else(in_sections)
        };
        self.book.chapters.iter().map(asked).collect()
    }

    /// Reads a chapter, by its place among the book's.
    pub(crate) fn chapter(
        &self,
        index: usize,
        asked: &Asked,
        document: &Document,
    ) -> Option<Found> {
        let file = self.book.chapters[index].text_path();
        match asked {
            Asked::Among(root) => self.file(root, file, document, Some(index)),
            Asked::InSections => {
                let records = sections::records(document, file, self.own);
                let what = self.records(document, records, Some(index));
                Some(Found { source: Arc::clone(&document.source), root: None, what })
            }
        }
    }

    /// Reads a file that lies among records.
    fn file(
        &self,
        root: &str,
        file: &str,
        document: &Document,
        chapter: Option<usize>,
    ) -> Option<Found> {
        let reading = read::read(document, file, self.own);
        if root.is_empty() && self.homes.is_at_the_top(file) && !read::is_named_record(file) {
            let is_record = match &reading {
                Reading::Record(record) => record.id.is_some() || record.status.is_some(),
                Reading::Log(_) | Reading::Aside(Aside::Template) => true,
                Reading::Aside(_) => link::is_directory_page(file),
                Reading::NotUnderstood => false,
            };
            if !is_record {
                return None;
            }
        }
        let what = match reading {
            Reading::Record(record) => self.records(document, vec![*record], chapter),
            Reading::Log(records) => self.records(document, records, chapter),
            Reading::Aside(_) => What::Aside,
            Reading::NotUnderstood => What::NotUnderstood,
        };
        Some(Found { source: Arc::clone(&document.source), root: Some(root.to_owned()), what })
    }

    /// The records of a text, with the links of each.
    fn records(&self, document: &Document, records: Vec<Record>, chapter: Option<usize>) -> What {
        let chapter = chapter.map(|index| (index, &self.book.chapters[index]));
        let entries = records.into_iter().map(|record| {
            let links = links(document, record.span);
            Entry::new(record, links, chapter)
        });
        What::Records(entries.collect())
    }

    /// Puts together what was found in the chapters, and what lies beside them.
    pub(crate) fn collection(&self, found: Vec<Found>) -> Collection {
        let mut gathered = Gathered::default();
        gathered.extend(found);
        let unlisted = self.unlisted(&mut gathered);
        let found = parallel::filter_map(&unlisted, |(root, file, source)| {
            self.file(root, file, &Document::parse(source), None)
        });
        gathered.extend(found);
        gathered.settled(self.book, self.own)
    }

    /// The files of the same directories on disk that no chapter has: each with its directory, its path and
    /// its text.
    fn unlisted(&self, gathered: &mut Gathered) -> Vec<(String, String, Arc<Source>)> {
        let chapters = self.book.chapters.iter();
        let listed: BTreeSet<&str> =
            chapters.flat_map(|chapter| [chapter.path.as_str(), chapter.text_path()]).collect();
        // Whoever includes some files from elsewhere has not asked for those beside them.
        let mut roots: BTreeSet<String> =
            gathered.roots.keys().filter(|root| !root.starts_with("../")).cloned().collect();
        roots.extend(self.homes.looked_into());
        let source_dir = self.book.source_dir();
        let mut seen = BTreeSet::new();
        let mut unlisted = Vec::new();
        let unreadable = &mut gathered.collection.unreadable;
        for root in &roots {
            for (name, on_disk) in self.listed(&source_dir.join(root), root, unreadable) {
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
                    Ok(source) => unlisted.push((root.clone(), file, source)),
                    Err(refused) => unreadable.push(refused),
                }
            }
        }
        unlisted
    }

    /// The files of a directory of records. One that is not there holds none: its chapters were made by
    /// another preprocessor.
    fn listed(
        &self,
        on_disk: &Path,
        root: &str,
        unreadable: &mut Vec<Unreadable>,
    ) -> Vec<(String, PathBuf)> {
        let elsewhere = Path::new(root).is_absolute();
        let name = if elsewhere { root.to_owned() } else { normal(&join(&self.book.src, root)) };
        if let Some(why) = self.bounds.refuse(on_disk) {
            unreadable.push(Unreadable::at(&name, why));
            return Vec::new();
        }
        let mut refused = |directory: &str, error: &io::Error| {
            unreadable.push(Unreadable::refused(directory, error));
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
}

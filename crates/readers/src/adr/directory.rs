//! All records below a directory on disk, in the order of their paths.

use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use crate::files::{self, Bounds, Listing};
use crate::settings::{ADR_DIRECTORIES, is_adr_directory};
use text::markdown::Document;
use text::source::Source;

use super::beside::apart;
use super::beside::belonging;
use super::beside::copies;
use super::beside::settle;
use super::collection::{Collection, Entry};
use super::read::{self, Aside, Reading};
use super::record::Record;
use super::sections;
use super::status::OwnWords;

/// What a directory holds.
#[derive(Debug, Default)]
pub struct Directory {
    /// The records.
    pub records: Vec<Record>,
    /// Files that are not meant to be records.
    pub asides: Vec<(String, Aside)>,
    /// Files that lie among records and could not be understood.
    pub not_understood: Vec<String>,
    /// Files and directories that cannot be read, or must not be, with the reason.
    pub unreadable: Vec<(String, String)>,
}

/// The directories in another whose names say that they hold records, the usual names first.
pub fn called_so(parent: &Path) -> Vec<String> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        (is_adr_directory(&name) && entry.path().is_dir()).then_some(name)
    });
    let mut names: Vec<String> = named.collect();
    let rank = |name: &String| ADR_DIRECTORIES.iter().position(|usual| usual == name);
    names.sort_by_cached_key(|name| (rank(name).is_none(), rank(name), name.clone()));
    names
}

/// Reads every Markdown file below `root`; hidden directories are left out. Paths in the result are
/// relative to `root`, with forward slashes; that of a `root` which is a file itself is `root`.
pub fn read(root: &Path, own: &OwnWords) -> io::Result<Directory> {
    let mut directory = Directory::default();
    if root.is_file() {
        let name = root.to_string_lossy().replace('\\', "/");
        match files::source(root, &name) {
            Ok(source) => directory.add_named(name, &source, own),
            Err(unreadable) => directory.unreadable.push((name, unreadable.why)),
        }
        return Ok(directory);
    }
    let Listing { files, closed } = files::markdown_files(root)?;
    let bounds = Bounds::around(root);
    for (name, file) in files {
        if let Some(why) = bounds.refuse(&file) {
            directory.unreadable.push((name, why));
            continue;
        }
        match files::source(&file, &name) {
            Ok(source) => directory.add(name, &source, own),
            Err(unreadable) => directory.unreadable.push((name, unreadable.why)),
        }
    }
    for (name, error) in closed {
        directory.unreadable.push((name, format!("cannot be read: {error}")));
    }
    settle::before(directory.records.iter_mut());
    directory.set_apart();
    settle::after(directory.records.iter_mut(), own.dates);
    Ok(directory)
}

impl Directory {
    /// Of each record the one that it goes with, as an index into the records: a translation, a version,
    /// an addendum or a companion is no record of its own.
    pub fn owners(&self) -> Vec<Option<usize>> {
        belonging::owners(self.records.iter())
    }

    /// Reads one more file from its text.
    pub fn add_text(&mut self, name: String, text: &str, own: &OwnWords) {
        let source = Source::new(name.clone(), text.strip_prefix('\u{feff}').unwrap_or(text));
        self.add(name, &source, own);
    }

    /// Has what is not understood be a document like others: its directory has many, and some of them are called
    /// records.
    pub fn set_aside_documents(&mut self) {
        let (meant, others): (Vec<_>, _) = std::mem::take(&mut self.not_understood)
            .into_iter()
            .partition(|path| read::is_named_record(path));
        self.not_understood = meant;
        self.asides.extend(others.into_iter().map(|path| (path, Aside::Document)));
    }

    /// The same of what was found in a book or a tree, by the paths that findings have.
    pub fn of_collection(collection: Collection, own: &OwnWords) -> Self {
        let kind =
            |source: &Arc<Source>| match read::read(&Document::parse(source), source.path(), own) {
                Reading::Aside(aside) => aside,
                _ => kind_of(source.path()),
            };
        let asides = collection.asides.iter().chain(&collection.attached);
        let not_understood = collection.not_understood.iter();
        let unreadable = collection.unreadable.iter();
        Self {
            asides: asides.map(|source| (source.path().to_owned(), kind(source))).collect(),
            not_understood: not_understood.map(|place| place.source.path().to_owned()).collect(),
            unreadable: unreadable
                .map(|one| (one.place.source.path().to_owned(), one.why.clone()))
                .collect(),
            records: collection
                .entries
                .into_iter()
                .map(|Entry { record, .. }| Record {
                    path: record.source.path().to_owned(),
                    ..record
                })
                .collect(),
        }
    }

    /// All paths by another name.
    #[must_use]
    pub fn called(mut self, name: impl Fn(&str) -> String) -> Self {
        let rename = |path: &mut String| *path = name(path);
        self.records.iter_mut().for_each(|record| rename(&mut record.path));
        self.asides.iter_mut().for_each(|(path, _)| rename(path));
        self.not_understood.iter_mut().for_each(rename);
        self.unreadable.iter_mut().for_each(|(path, _)| rename(path));
        self
    }

    /// With what another holds.
    pub fn append(&mut self, mut other: Self) {
        self.records.append(&mut other.records);
        self.asides.append(&mut other.asides);
        self.not_understood.append(&mut other.not_understood);
        self.unreadable.append(&mut other.unreadable);
    }

    fn set_apart(&mut self) {
        let all = apart::among(&self.records.iter().collect::<Vec<_>>(), |_| false);
        for (record, why) in std::mem::take(&mut self.records).into_iter().zip(all) {
            if why.is_none() {
                self.records.push(record);
            } else {
                let kind = kind_of(&record.path);
                self.asides.push((record.path, kind));
            }
        }
        self.asides.dedup();
    }

    /// A file that is asked for by its name may have records in its sections, as a chapter of a book has.
    fn add_named(&mut self, name: String, source: &Arc<Source>, own: &OwnWords) {
        let records = || sections::records_in(source, &name, own);
        match read::read(&Document::parse(source), &name, own) {
            Reading::NotUnderstood => match records() {
                none if none.is_empty() => self.not_understood.push(name),
                records => self.records.extend(records),
            },
            reading => self.take(name, reading),
        }
    }

    fn add(&mut self, name: String, source: &Arc<Source>, own: &OwnWords) {
        let reading = read::read(&Document::parse(source), &name, own);
        self.take(name, reading);
    }

    fn take(&mut self, name: String, reading: Reading) {
        match reading {
            Reading::Record(record) => self.records.push(*record),
            Reading::Log(records) => self.records.extend(records),
            Reading::Aside(aside) => self.asides.push((name, aside)),
            Reading::NotUnderstood => self.not_understood.push(name),
        }
    }
}

/// What a text is that is set apart from the records.
fn kind_of(path: &str) -> Aside {
    if copies::is_called_a_copy(path) { Aside::Copy } else { Aside::Attached }
}

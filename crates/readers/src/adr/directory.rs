//! All records below a directory on disk, in the order of their paths.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::files::{self, Bounds, Listing};
use text::markdown::Document;
use text::source::Source;

use super::attached;
use super::belonging;
use super::order;
use super::read::{self, Aside, Reading};
use super::record::Record;
use super::status::OwnWords;

/// What a directory holds.
#[derive(Debug, Default)]
pub struct Directory {
    /// The records.
    pub records: Vec<Record>,
    /// Files that are not meant to be records.
    pub asides: Vec<(String, Aside)>,
    /// Files that lie among records and could not be understood, with the reason.
    pub not_understood: Vec<(String, String)>,
    /// Files and directories that cannot be read, or must not be, with the reason.
    pub unreadable: Vec<(String, String)>,
}

/// Reads every Markdown file below `root`; hidden directories are left out. Paths in the result are
/// relative to `root`, with forward slashes.
pub fn read(root: &Path, own: &OwnWords) -> io::Result<Directory> {
    let mut directory = Directory::default();
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
    directory.set_aside_attached();
    order::settle(directory.records.iter_mut(), own.dates);
    Ok(directory)
}

impl Directory {
    /// Of each record the one that it goes with, as an index into the records: a translation, a version,
    /// an addendum or a companion is no record of its own.
    pub fn owners(&self) -> Vec<Option<usize>> {
        belonging::owners(self.records.iter())
    }

    pub fn add_text(&mut self, name: String, text: &str, own: &OwnWords) {
        let source = Source::new(name.clone(), text.strip_prefix('\u{feff}').unwrap_or(text));
        self.add(name, &source, own);
    }

    /// Has what is not understood be a document like others: its directory has many, and some of them are called
    /// records.
    pub fn set_aside_documents(&mut self) {
        let (meant, others): (Vec<_>, _) = std::mem::take(&mut self.not_understood)
            .into_iter()
            .partition(|(path, _)| read::is_named_record(path));
        self.not_understood = meant;
        self.asides.extend(others.into_iter().map(|(path, _)| (path, Aside::Document)));
    }

    fn set_aside_attached(&mut self) {
        let attached = attached::among(self.records.iter());
        let all = std::mem::take(&mut self.records).into_iter().zip(attached);
        let (aside, records): (Vec<_>, Vec<_>) = all.partition(|&(_, attached)| attached);
        self.records = records.into_iter().map(|(record, _)| record).collect();
        self.asides.extend(aside.into_iter().map(|(record, _)| (record.path, Aside::Attached)));
    }

    fn add(&mut self, name: String, source: &Arc<Source>, own: &OwnWords) {
        match read::read(&Document::parse(source), &name, own) {
            Reading::Record(record) => self.records.push(*record),
            Reading::Aside(aside) => self.asides.push((name, aside)),
            Reading::NotUnderstood => {
                let why = "no number, no status and no section of a decision".to_owned();
                self.not_understood.push((name, why));
            }
        }
    }
}

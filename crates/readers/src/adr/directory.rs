//! All records below a directory on disk, in the order of their paths.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::files::{self, Listing};
use text::markdown::Document;
use text::source::Source;

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
}

/// Reads every Markdown file below `root`; hidden directories are left out. Paths in the result are
/// relative to `root`, with forward slashes.
pub fn read(root: &Path, own: &OwnWords) -> io::Result<Directory> {
    let mut directory = Directory::default();
    let Listing { files, closed } = files::markdown_files(root)?;
    for (name, file) in files {
        if let Some(why) = files::outside(root, &file) {
            directory.not_understood.push((name, why));
            continue;
        }
        match files::source(&file, &name) {
            Ok(source) => directory.add(name, &source, own),
            Err(unreadable) => directory.not_understood.push((name, unreadable.why)),
        }
    }
    for (name, error) in closed {
        directory.not_understood.push((name, format!("cannot be read: {error}")));
    }
    order::settle(directory.records.iter_mut());
    Ok(directory)
}

impl Directory {
    pub fn add_text(&mut self, name: String, text: &str, own: &OwnWords) {
        let source = Source::new(name.clone(), text.strip_prefix('\u{feff}').unwrap_or(text));
        self.add(name, &source, own);
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

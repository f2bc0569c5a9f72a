//! All records below a directory on disk, in the order of their paths.

use std::path::Path;
use std::{fs, io};

use crate::files;
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
    for (name, file) in files::markdown_files(root)? {
        if files::link_leaves_repository(root, &file) {
            directory
                .not_understood
                .push((name, "the link leads out of the repository".to_owned()));
            continue;
        }
        directory.add(name, &file, own);
    }
    order::settle(directory.records.iter_mut());
    Ok(directory)
}

impl Directory {
    fn add(&mut self, name: String, file: &Path, own: &OwnWords) {
        let text = match fs::read(file).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(_)) => {
                self.not_understood.push((name, "the file is not UTF-8".to_owned()));
                return;
            }
            Err(error) => {
                self.not_understood.push((name, error.to_string()));
                return;
            }
        };
        self.add_text(name, &text, own);
    }

    pub fn add_text(&mut self, name: String, text: &str, own: &OwnWords) {
        let source = Source::new(name.clone(), text.strip_prefix('\u{feff}').unwrap_or(text));
        match read::read(&Document::parse(&source), &name, own) {
            Reading::Record(record) => self.records.push(*record),
            Reading::Aside(aside) => self.asides.push((name, aside)),
            Reading::NotUnderstood => {
                let why = "no number, no status and no section of a decision".to_owned();
                self.not_understood.push((name, why));
            }
        }
    }
}

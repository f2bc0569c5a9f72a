//! Change logs, wherever they stand.

use crate::analysis::Analysis;
use crate::changelog::{self, Kind, Subject};

/// A change log with entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLog {
    /// The file, as findings name it.
    pub file: String,
    /// The line of its heading, or of its first row, from 1.
    pub line: usize,
    /// How it is written.
    pub kind: Kind,
    /// What it tells of.
    pub subject: Subject,
    /// How many entries it has.
    pub entries: usize,
}

/// The logs of some chapters.
pub(super) fn find(analysis: &Analysis<'_>, chapters: &[usize]) -> Vec<FoundLog> {
    let mut found = Vec::new();
    for &index in chapters {
        let chapter = &analysis.book.chapters[index];
        let logs = changelog::read(chapter.document());
        let told = logs.into_iter().filter(|log| !log.entries.is_empty());
        found.extend(told.map(|log| FoundLog {
            file: chapter.file().to_owned(),
            line: log.place.start().line,
            kind: log.kind,
            subject: log.subject,
            entries: log.entries.len(),
        }));
    }
    found
}

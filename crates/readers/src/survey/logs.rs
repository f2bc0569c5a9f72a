//! Change logs, wherever they stand.

use crate::analysis::Analysis;
use crate::book::Chapter;
use crate::changelog::{self, Kind, Log, Subject};
use crate::parallel;

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
    let found = parallel::map(chapters, |&index| of_chapter(&analysis.book.chapters[index]));
    found.into_iter().flatten().collect()
}

/// The logs of one chapter.
pub fn of_chapter(chapter: &Chapter<'_>) -> Vec<FoundLog> {
    let logs = changelog::read(chapter.document(), None);
    let suggested = logs.into_iter().filter(is_suggested);
    let found = suggested.map(|log| FoundLog {
        file: chapter.file().to_owned(),
        line: log.place.start().line,
        kind: log.kind,
        subject: log.subject,
        entries: log.entries.len(),
    });
    found.collect()
}

/// Whether it has entries, and says when: a list of rules for change logs is none, and neither is a table in which
/// people sign.
fn is_suggested(log: &Log) -> bool {
    let signed = log.entries.iter().all(|entry| entry.changes.is_none());
    if log.subject == Subject::Reviews && signed {
        return false;
    }
    let released = log.kind == Kind::KeepAChangelog && !log.entries.is_empty();
    released || log.entries.iter().any(|entry| entry.on().is_some())
}

//! What a book or a tree holds before anybody says what to look at: documents that are written as a
//! template has it, directories of decision records, change logs.

mod decision_logs;
mod fit;
mod likely;
mod logs;
mod numbered;
mod proposals;
mod proposed;
mod records;

use std::collections::HashSet;

use crate::analysis::Analysis;
use text::link::{join, normal};

pub use decision_logs::DecisionLog;
pub use fit::{Candidate, Fit, is_like_a_template};
pub use logs::{FoundLog, of_chapter as logs_of_chapter};
use records::Records;
pub use records::{Found, RecordDirectory};

/// What was found; each list in the order of the files' names, or of the chapters.
#[derive(Debug)]
pub struct Survey {
    /// How many Markdown files were looked at.
    pub files: usize,
    /// Files that nobody has bound, with the templates that fit them.
    pub documents: Vec<Candidate>,
    /// Directories whose files are the chapters of one document, with the templates that fit it.
    pub directories: Vec<Candidate>,
    /// Directories of decision records, whether or not they are found without a setting.
    pub records: Vec<RecordDirectory>,
    /// Directories that seem to hold decision records, and do not say enough to be read unasked.
    pub likely: Vec<RecordDirectory>,
    /// Files whose sections are decision records.
    pub decision_logs: Vec<DecisionLog>,
    /// Change logs outside of decision records.
    pub logs: Vec<FoundLog>,
    /// What `adr.paths` must say for all records to be read; none where it need say nothing more.
    pub adr_paths: Option<Vec<String>>,
}

impl Survey {
    /// Looks at everything once more with an open mind.
    pub fn of(analysis: &Analysis<'_>) -> Self {
        let Records { directories: records, likely, theirs } = records::find(analysis);
        let bound: HashSet<usize> = analysis.bound().map(|(chapter, _)| chapter.chapter).collect();
        let free: Vec<usize> = (0..analysis.book.chapters.len())
            .filter(|index| !theirs.contains(&analysis.book.chapters[*index].path))
            .collect();
        let mut unbound = free.clone();
        unbound.retain(|index| !bound.contains(index));
        let (documents, directories) = fit::candidates(analysis, &unbound);
        Self {
            files: analysis.book.chapters.len(),
            adr_paths: records::setting(analysis, &records),
            documents,
            directories,
            decision_logs: decision_logs::find(analysis),
            logs: logs::find(analysis, &free),
            records,
            likely,
        }
    }

    /// The directories of decision records alone.
    pub fn records(analysis: &Analysis<'_>) -> Vec<RecordDirectory> {
        records::find(analysis).directories
    }

    /// Leaves out what lies elsewhere; `holds` is asked with names as findings have them.
    pub fn retain(&mut self, src: &str, holds: impl Fn(&str) -> bool) {
        self.documents.retain(|candidate| holds(&candidate.file));
        self.directories.retain(|candidate| holds(&candidate.file));
        for records in [&mut self.records, &mut self.likely] {
            records.retain(|directory| holds(&normal(&join(src, &directory.path))));
        }
        self.decision_logs.retain(|log| holds(&log.file));
        self.logs.retain(|log| holds(&log.file));
    }

    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        let documents = self.documents.is_empty() && self.directories.is_empty();
        let records =
            self.records.is_empty() && self.likely.is_empty() && self.decision_logs.is_empty();
        documents && records && self.logs.is_empty()
    }
}

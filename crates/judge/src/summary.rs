//! The closing line of a report.

use std::fmt;

use readers::analysis::Analysis;
use readers::document::coverage::Progress;
use text::wording::plural;

use crate::finding::Finding;
use crate::level::Level;

/// What a run counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents that are bound to a template.
    pub documents: usize,
    /// Sections that their templates ask for.
    pub sections: usize,
    /// Those of them that are written, or answered with "not applicable".
    pub written: usize,
    /// Decision records that were read.
    pub records: usize,
    /// Files that should be decision records and were not understood.
    pub records_not_understood: usize,
    /// Files that could not be read.
    pub unread: usize,
    /// Denied findings.
    pub errors: usize,
    /// Findings that let the build go on.
    pub warnings: usize,
    /// Of errors and warnings those that a build leaves to `check`.
    pub left_out: usize,
    /// Findings that are not reported, as the baseline knows them.
    pub known: usize,
    /// Findings that were there before the change that somebody asked about.
    pub older: usize,
}

impl Summary {
    /// What was counted, before any finding.
    pub fn of(analysis: &Analysis<'_>) -> Self {
        let mut summary = Self {
            records: analysis.records.entries.len(),
            records_not_understood: analysis.records.not_understood.len(),
            ..Self::default()
        };
        if analysis.bound().any(|(_, document)| document.first.is_some()) {
            for document in analysis.coverage() {
                summary.add(document.progress());
            }
            return summary;
        }
        for (_, document) in analysis.bound() {
            summary.add(document.progress());
        }
        summary
    }

    /// Counts a document, with the sections it was asked for.
    pub fn add(&mut self, Progress { written, asked }: Progress) {
        self.documents += 1;
        self.sections += asked;
        self.written += written;
    }

    /// Counts findings whose levels are set.
    #[must_use]
    pub fn count(mut self, findings: &[Finding]) -> Self {
        let of = |level| findings.iter().filter(|finding| finding.level == level).count();
        self.errors = of(Level::Deny);
        self.warnings = of(Level::Warn);
        self
    }

    /// True when there is nothing to say: no document, no record, no finding.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// `1 error, 7 warnings`; `no findings` for none.
    pub fn findings(&self) -> String {
        let counts = [(self.errors, "error", "errors"), (self.warnings, "warning", "warnings")];
        let said: Vec<String> = counts
            .into_iter()
            .filter(|&(count, ..)| count > 0)
            .map(|(count, one, many)| plural(count, one, many))
            .collect();
        if said.is_empty() { "no findings".to_owned() } else { said.join(", ") }
    }
}

/// `41 of 60 sections written in 4 documents; 93 decision records read, 2 not understood; 1 error`
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.documents > 0 {
            let sections = plural(self.sections, "section", "sections");
            let documents = plural(self.documents, "document", "documents");
            write!(f, "{} of {sections} written in {documents}; ", self.written)?;
        }
        if self.records + self.records_not_understood > 0 {
            let records = plural(self.records, "decision record", "decision records");
            write!(f, "{records} read")?;
            if self.records_not_understood > 0 {
                write!(f, ", {} not understood", self.records_not_understood)?;
            }
            f.write_str("; ")?;
        }
        if self.unread > 0 {
            write!(f, "{} not read; ", plural(self.unread, "file", "files"))?;
        }
        f.write_str(&self.findings())?;
        if self.left_out > 0 {
            write!(f, ", {} of them not shown", self.left_out)?;
        }
        for (count, kind) in [(self.known, "known"), (self.older, "older")] {
            match count {
                0 => {}
                1 => write!(f, "; 1 {kind} finding is not shown")?,
                count => write!(f, "; {count} {kind} findings are not shown")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_what_there_is() {
        let mut summary =
            Summary { documents: 4, sections: 60, written: 41, warnings: 7, ..Summary::default() };
        assert_eq!(summary.to_string(), "41 of 60 sections written in 4 documents; 7 warnings");
        summary.errors = 1;
        summary.documents = 0;
        summary.records = 93;
        summary.records_not_understood = 2;
        assert_eq!(
            summary.to_string(),
            "93 decision records read, 2 not understood; 1 error, 7 warnings"
        );
        assert_eq!(Summary::default().to_string(), "no findings");
        let known = Summary { known: 6, ..Summary::default() };
        assert_eq!(known.to_string(), "no findings; 6 known findings are not shown");
        let many = Summary { warnings: 90, left_out: 50, known: 1, ..Summary::default() };
        let line = "90 warnings, 50 of them not shown; 1 known finding is not shown";
        assert_eq!(many.to_string(), line);
    }
}

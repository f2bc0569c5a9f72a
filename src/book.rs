//! A book on disk, for programs that embed archdoc.

use std::path::Path;

use judge::finding::Finding;
use judge::pipeline;
use load::{Loaded, baseline};
use readers::analysis::Analysis;
use readers::document::coverage::DocumentCoverage;
use readers::settings::env::Environment;

use crate::error::Error;
use crate::report::change_logs::ChangeLog;
use crate::report::records::Record;

/// A book with its configuration, read once.
#[derive(Debug)]
pub struct Book(Loaded);

/// What was found in a book.
#[derive(Debug)]
#[non_exhaustive]
pub struct Report {
    /// As an author reads: by file, then by place. What the configuration or the text allows, and what the
    /// baseline knows, is left out.
    pub findings: Vec<Finding>,
    /// How many of them fail a build.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
}

impl Book {
    /// Reads the book in a directory: that of `book.toml`, or one that only has `SUMMARY.md` or
    /// `src/SUMMARY.md`. `MDBOOK_PREPROCESSOR__ARCHDOC__*` in the environment counts, as in a build.
    ///
    /// # Errors
    /// There is no book, or its configuration or its `SUMMARY.md` cannot be used. Chapters that cannot be
    /// read are no error here: see [`Book::problems`].
    pub fn load(root: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self(load::load(root.as_ref(), Environment::of_process())?))
    }

    /// What could not be read, in words, a chapter a line. The rest of the book can be looked at.
    pub fn problems(&self) -> impl Iterator<Item = String> + '_ {
        self.0.problems.iter().map(ToString::to_string)
    }

    /// What a build would report.
    ///
    /// # Errors
    /// The baseline that the book names cannot be used.
    pub fn check(&self) -> Result<Report, Error> {
        let Loaded { book, config, .. } = &self.0;
        let baseline = baseline(&book.root, &config.settings)?;
        let outcome = pipeline::judge(&self.analysis(), &config.levels, baseline.as_ref());
        let (errors, warnings) = (outcome.summary.errors, outcome.summary.warnings);
        Ok(Report { findings: outcome.findings, errors, warnings })
    }

    /// The decision records, by directory, then by number; paths are relative to the source directory.
    pub fn records(&self) -> Vec<Record> {
        self.analysis().records.entries.iter().map(|entry| Record::from(&entry.record)).collect()
    }

    /// The change logs of the chapters with directives or templates, in the chapters' order.
    pub fn change_logs(&self) -> Vec<ChangeLog> {
        let analysis = self.analysis();
        let logs = analysis.change_logs.histories.iter().flat_map(|history| &history.logs);
        logs.map(ChangeLog::from).collect()
    }

    /// How much of each document is written.
    pub fn coverage(&self) -> Vec<DocumentCoverage> {
        self.analysis().coverage().to_vec()
    }

    fn analysis(&self) -> Analysis<'_> {
        Analysis::new(&self.0.book, &self.0.config.settings)
    }
}

//! One look at a project: what was read and found, kept until the next look.

use std::collections::HashMap;
use std::sync::Arc;

use judge::finding::Finding;
use load::{BaselineError, LoadError, Loaded, Reading};
use readers::adr::{Collection, Record};
use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::document::coverage::{DocumentCoverage, Progress};
use readers::document::{self, Annotated, BoundDocument};
use readers::template::catalogue::Catalogue;
use text::markdown::Document;
use text::source::Source;

use crate::index::Index;
use crate::project::Project;

/// What a project says, as one state of its texts has it.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) book: Arc<Book<'static>>,
    pub(crate) templates: Catalogue,
    pub(crate) annotated: Vec<Annotated>,
    pub(crate) records: Collection,
    /// How far each document is, by its name.
    pub(crate) written: HashMap<String, Progress>,
    index: Index,
    /// As `check` reports them, by files.
    pub(crate) findings: Vec<Finding>,
    /// What could not be read.
    pub(crate) problems: Vec<LoadError>,
    pub(crate) baseline_problem: Option<BaselineError>,
}

impl Snapshot {
    /// Reads a project and judges it, as `check` does.
    ///
    /// # Errors
    /// Its configuration or its `SUMMARY.md` cannot be used.
    pub(crate) fn take(project: &Project, reading: Reading) -> Result<Self, LoadError> {
        let loaded = project.home().load(&[], reading)?;
        let (baseline, baseline_problem) =
            match load::baseline(&loaded.book.root, &loaded.config.settings) {
                Ok(baseline) => (baseline, None),
                Err(problem) => (None, Some(problem)),
            };
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let findings = loaded.judge(&analysis, baseline.as_ref()).findings;
        let counted = |one: &DocumentCoverage| (one.document.clone(), one.progress());
        let written = analysis.coverage().iter().map(counted).collect();
        let Analysis { templates, annotated, records, .. } = analysis;
        let Loaded { book, problems, .. } = loaded;
        Ok(Self {
            index: Index::of(&book, &records),
            book: Arc::new(book),
            templates,
            annotated,
            records,
            written,
            findings,
            problems,
            baseline_problem,
        })
    }

    /// The chapter in a file, with its index.
    pub(crate) fn chapter(&self, file: &str) -> Option<(usize, &Chapter<'static>)> {
        let index = self.index.chapter_in(&self.book, file)?;
        Some((index, &self.book.chapters[index]))
    }

    /// The chapter whose text has a path below the source directory.
    pub(crate) fn chapter_at(&self, path: &str) -> Option<&Chapter<'static>> {
        self.index.chapter_at(&self.book, path).map(|index| &self.book.chapters[index])
    }

    /// What was found in a file.
    pub(crate) fn findings_in(&self, file: &str) -> &[Finding] {
        let order = |finding: &Finding| finding.place.source.path().cmp(file);
        let start = self.findings.partition_point(|finding| order(finding).is_lt());
        let len = self.findings[start..].partition_point(|finding| order(finding).is_eq());
        &self.findings[start..start + len]
    }

    /// The chapter in a file where it has directives or a template.
    pub(crate) fn annotated(&self, file: &str) -> Option<&Annotated> {
        let (index, _) = self.chapter(file)?;
        document::of_chapter(&self.annotated, index)
    }

    /// The document that a file is, or is a chapter of.
    pub(crate) fn bound(&self, file: &str) -> Option<(&Annotated, &BoundDocument)> {
        let annotated = self.annotated(file)?;
        Some((annotated, annotated.bound.as_ref()?))
    }

    /// A file's text, parsed, with its path below the source directory.
    pub(crate) fn document(&self, file: &str) -> Option<(Arc<Document>, String)> {
        if let Some((_, chapter)) = self.chapter(file) {
            return Some((Arc::clone(chapter.document()), chapter.text_path().to_owned()));
        }
        if let Some(record) = self.record(file) {
            return Some((Arc::new(record.file()), record.path.clone()));
        }
        let path = file.strip_prefix(&format!("{}/", self.book.src)).unwrap_or(file);
        Some((Arc::clone(self.included(file)?), path.to_owned()))
    }

    /// The record in a file; the first of several.
    pub(crate) fn record(&self, file: &str) -> Option<&Record> {
        let first = *self.records_in(file).first()?;
        Some(&self.records.entries[first].record)
    }

    /// The records in a file, as indices into the collection.
    pub(crate) fn records_in(&self, file: &str) -> &[usize] {
        self.index.records_in(&self.records, file)
    }

    /// A file that a bound chapter includes.
    fn included(&self, file: &str) -> Option<&Arc<Document>> {
        let bound = self.annotated.iter().filter_map(|one| one.bound.as_ref());
        let mut documents = bound.flat_map(|one| &one.binding.tree.documents);
        documents.find(|one| one.source.path() == file)
    }

    /// The text of a file as it was read; none for a file that says nothing.
    pub(crate) fn source(&self, file: &str) -> Option<&Arc<Source>> {
        let chapter = || Some(self.chapter(file)?.1.source());
        let record = || self.record(file).map(|record| &record.source);
        let template = || {
            let mut sources = self.templates.own().iter().map(|own| &own.template.source);
            sources.find(|source| source.path() == file)
        };
        let included = || self.included(file).map(|document| &document.source);
        chapter().or_else(record).or_else(template).or_else(included)
    }
}

//! Everything that was understood of a book; rules look at this and at nothing else.

use std::collections::BTreeMap;

use crate::adr::Collection;
use crate::baseline::{Baseline, BaselineError};
use crate::book::Book;
use crate::changelog::ChangeLogs;
use crate::config::Settings;
use crate::coverage::DocumentCoverage;
use crate::diagnostic::Finding;
use crate::diagnostic::summary::Summary;
use crate::documents::{self, Annotated, BoundDocument};
use crate::rule::levels::Stage;
use crate::suppression::Suppressions;
use crate::template::catalogue::Catalogue;

/// The book, its configuration, and what was read in it.
#[derive(Debug)]
pub struct Analysis<'b> {
    /// The chapters as they came.
    pub book: &'b Book<'b>,
    /// The configuration.
    pub settings: &'b Settings,
    /// The templates that the book can name.
    pub templates: Catalogue,
    /// The chapters with directives and those bound by the configuration.
    pub annotated: Vec<Annotated>,
    /// The change logs of its documents.
    pub change_logs: ChangeLogs,
    /// The decision records.
    pub records: Collection,
    /// The comments that allow findings.
    pub suppressions: Suppressions,
    /// The findings that are known already; the error is for the command to tell.
    pub baseline: Result<Option<Baseline>, BaselineError>,
}

impl<'b> Analysis<'b> {
    /// Reads what the book holds.
    pub fn new(book: &'b Book<'b>, settings: &'b Settings) -> Self {
        let templates = Catalogue::new(&book.root, settings.template_dir.as_deref());
        let mut annotated = documents::read(book, settings, &templates);
        let change_logs = ChangeLogs::of_book(book, &annotated, settings);
        let records = Collection::read(book, settings);
        let mut suppressions = Suppressions::read(book, &annotated, &records);
        suppressions.waive(&mut annotated);
        let baseline = Baseline::read(&book.root, settings.baseline.as_deref());
        Self { book, settings, templates, annotated, change_logs, records, suppressions, baseline }
    }

    /// How far the document is that a finding is about; a draft where it is about none.
    pub fn stage(&self, finding: &Finding) -> Stage {
        let name = finding.document.as_deref();
        let document = self.bound().find(|(_, document)| Some(document.name.as_str()) == name);
        let stage = |(_, document): (_, &BoundDocument)| {
            self.settings.assumed_stage.unwrap_or_else(|| document.stage())
        };
        document.map(stage).unwrap_or_default()
    }

    /// The bound documents with their chapters.
    pub fn bound(&self) -> impl Iterator<Item = (&Annotated, &BoundDocument)> {
        self.annotated.iter().filter_map(|chapter| Some((chapter, chapter.bound.as_ref()?)))
    }

    /// How much of each document is written.
    pub fn coverage(&self) -> Vec<DocumentCoverage> {
        let mut documents: Vec<DocumentCoverage> = Vec::new();
        // The places of the documents' first chapters among the annotated ones.
        let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, chapter) in self.annotated.iter().enumerate() {
            let Some(bound) = &chapter.bound else { continue };
            let coverage = bound.coverage(self.book.chapters[chapter.chapter].file());
            if let Some(&document) = bound.first.and_then(|first| firsts.get(&first)) {
                documents[document].join(coverage, bound.template());
            } else {
                firsts.insert(index, documents.len());
                documents.push(coverage);
            }
        }
        documents
    }

    /// What was counted, before any finding.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            records: self.records.entries.len(),
            records_not_understood: self.records.not_understood.len(),
            ..Summary::default()
        };
        if self.bound().any(|(_, document)| document.first.is_some()) {
            for document in self.coverage() {
                let (written, asked) = document.done_of_asked();
                summary.add(written, asked);
            }
            return summary;
        }
        for (_, document) in self.bound() {
            let (written, asked) = document.written_of_asked();
            summary.add(written, asked);
        }
        summary
    }
}

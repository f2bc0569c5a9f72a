//! Everything that was understood of a book; rules look at this and at nothing else.

use crate::book::Book;
use crate::config::Settings;
use crate::coverage::DocumentCoverage;
use crate::diagnostic::Finding;
use crate::diagnostic::summary::Summary;
use crate::rule::levels::Stage;

/// The book, its configuration, and what was read in it.
#[derive(Debug)]
pub struct Analysis<'b> {
    /// The chapters as they came.
    pub book: &'b Book<'b>,
    /// The configuration.
    pub settings: &'b Settings,
}

impl<'b> Analysis<'b> {
    /// Reads what the book holds.
    pub fn new(book: &'b Book<'b>, settings: &'b Settings) -> Self {
        Self { book, settings }
    }

    /// How far the document is that a finding is about; a draft where it is about none.
    pub fn stage(&self, _finding: &Finding) -> Stage {
        Stage::default()
    }

    /// How much of each document is written.
    pub fn coverage(&self) -> Vec<DocumentCoverage> {
        Vec::new()
    }

    /// What was counted, before any finding.
    pub fn summary(&self) -> Summary {
        Summary::default()
    }
}

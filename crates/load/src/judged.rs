//! What is found in a book of which not all may have been read.

use judge::baseline::{Baseline, stale_baseline};
use judge::pipeline::{self, Outcome};
use judge::rules::adr_not_understood;
use readers::analysis::Analysis;

use crate::Loaded;

impl Loaded {
    /// The findings, at their levels, without those that a baseline knows. `analysis` is this book's.
    pub fn judge(&self, analysis: &Analysis<'_>, baseline: Option<&Baseline>) -> Outcome {
        let mut outcome = pipeline::judge(analysis, &self.config.levels, baseline);
        // What was not read is not mended.
        let complete = self.problems.is_empty();
        // A file that cannot be read is told as such, and need not be told as a record too.
        let unread = |file: &str| self.problems.iter().any(|problem| problem.file() == Some(file));
        outcome.findings.retain(|finding| match finding.rule.name {
            name if name == stale_baseline::RULE.name => complete,
            name if name == adr_not_understood::RULE.name => !unread(finding.place.source.path()),
            _ => true,
        });
        outcome.summary = outcome.summary.count(&outcome.findings);
        outcome
    }
}

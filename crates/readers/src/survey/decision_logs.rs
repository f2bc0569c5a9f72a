//! Files whose sections are decision records.

use crate::analysis::Analysis;
use text::tally::tally;

/// A file with several records in it; they are read without a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLog {
    /// The file, as findings name it.
    pub file: String,
    /// How many records it holds.
    pub records: usize,
}

/// The logs of a book or a tree, by their names. One section alone makes none.
pub(super) fn find(analysis: &Analysis<'_>) -> Vec<DecisionLog> {
    const FEWEST: usize = 2;
    let records = analysis.records.entries.iter().map(|entry| &entry.record);
    let sections = records.filter(|record| record.anchor.is_some());
    let counts = tally(sections.map(|record| record.source.path().to_owned()));
    let logs = counts.into_iter().filter(|(_, records)| *records >= FEWEST);
    let mut logs: Vec<DecisionLog> =
        logs.map(|(file, records)| DecisionLog { file, records }).collect();
    logs.sort_by(|a, b| a.file.cmp(&b.file));
    logs
}

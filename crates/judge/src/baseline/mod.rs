//! Findings that are known already, so that an old book can start at zero and only get better.
//!
//! The file counts findings by file, document, section and rule. It holds no line numbers, so that it
//! stays true while the book is edited.

mod file;
pub mod stale_baseline;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Finding;
use text::source::{Place, Source, Span};
use text::tally::tally;
use text::wording::plural;

pub use file::render;

/// What findings have in common that count together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The file, relative to the book's root.
    pub path: String,
    /// The document, where that is not the file.
    pub document: Option<String>,
    /// The section's id.
    pub section: Option<String>,
    /// The rule.
    pub rule: String,
}

impl From<&Finding> for Key {
    fn from(finding: &Finding) -> Self {
        let path = finding.place.source.path();
        Self {
            path: path.to_owned(),
            document: finding.document.clone().filter(|document| document != path),
            section: finding.section.clone(),
            rule: finding.rule.name.to_owned(),
        }
    }
}

/// How many findings there are of each kind.
pub type Counts = BTreeMap<Key, usize>;

/// An entry of the file.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which findings.
    pub key: Key,
    /// How many of them are known.
    pub count: usize,
    /// The entry's bytes.
    pub span: Span,
}

/// A baseline that was read.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The file.
    pub source: Arc<Source>,
    /// Its entries, in its order.
    pub entries: Vec<Entry>,
}

/// Findings, parted by a baseline.
#[derive(Debug)]
pub struct Split {
    /// Those that it does not know, and its own stale entries.
    pub reported: Vec<Finding>,
    /// Those that it knows.
    pub known: Vec<Finding>,
}

/// The file is not what we write.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the baseline is damaged: {problem}")]
pub struct InvalidBaseline {
    /// What is wrong.
    pub problem: String,
    /// Where.
    pub place: Box<Place>,
}

impl InvalidBaseline {
    /// What can be done about it.
    pub const HELP: &str = "restore it, or remove it and write it again with --write-baseline";
}

impl Baseline {
    /// Reads the file's text.
    ///
    /// # Errors
    /// It is not what [`render`] writes.
    pub fn of(source: Arc<Source>) -> Result<Self, InvalidBaseline> {
        Ok(Self { entries: file::entries(&source)?, source })
    }

    /// How many findings it knows of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::new();
        for entry in &self.entries {
            *counts.entry(entry.key.clone()).or_default() += entry.count;
        }
        counts
    }

    /// Separates the findings to report from the known ones, and reports the entries that know more than there is.
    ///
    /// Of more findings than are known, the last ones in the file are reported.
    pub fn apply(&self, findings: Vec<Finding>) -> Split {
        let mut left = self.counts();
        let known = left.clone();
        let mut rest = Vec::new();
        let mut hidden = Vec::new();
        for finding in findings {
            let key = Key::from(&finding);
            match left.get_mut(&key) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    hidden.push(finding);
                }
                Some(_) => rest.push(finding.note(format!(
                    "the baseline knows {} of this kind here, and there are more",
                    known.get(&key).unwrap_or(&0)
                ))),
                None => rest.push(finding),
            }
        }
        for entry in &self.entries {
            let Some(stale) = left.get_mut(&entry.key).filter(|left| **left > 0) else { continue };
            let gone = entry.count.min(*stale);
            *stale -= gone;
            rest.push(stale_baseline::finding(self, entry, gone));
        }
        Split { reported: rest, known: hidden }
    }
}

/// The counts of findings.
pub fn count<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Counts {
    tally(findings.into_iter().map(Key::from))
}

/// What a baseline knows after a look at the book: no more of each kind than there is.
pub fn shrunk(known: &Counts, found: &Counts) -> Counts {
    let least = |(key, &known): (&Key, &usize)| {
        let count = known.min(found.get(key).copied().unwrap_or(0));
        (count > 0).then(|| (key.clone(), count))
    };
    known.iter().filter_map(least).collect()
}

/// `12 findings in 3 entries`
pub fn described(counts: &Counts) -> String {
    let findings = plural(counts.values().sum(), "finding", "findings");
    format!("{findings} in {}", plural(counts.len(), "entry", "entries"))
}

#[cfg(test)]
mod tests;

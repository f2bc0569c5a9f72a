//! Findings that are known already, so that an old book can start at zero and only get better.
//!
//! The file counts findings by file, document, section and rule. It holds no line numbers, so that it
//! stays true while the book is edited.

mod file;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Finding;
use crate::diagnostic::summary::plural;
use crate::rule::stale_baseline;
use crate::source::{Place, Source, Span};

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
            rule: finding.rule.to_owned(),
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

/// Why a baseline cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BaselineError {
    /// It is not there.
    #[error("the baseline `{0}` does not exist")]
    Absent(String),
    /// It cannot be read.
    #[error("cannot read the baseline `{file}`: {problem}")]
    Io {
        /// The file.
        file: String,
        /// The system's words.
        problem: String,
    },
    /// It is not what we write.
    #[error("the baseline is damaged: {problem}")]
    Damaged {
        /// What is wrong.
        problem: String,
        /// Where.
        place: Box<Place>,
    },
}

impl BaselineError {
    /// Where it is wrong.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Damaged { place, .. } => Some(place),
            Self::Absent(_) | Self::Io { .. } => None,
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Absent(_) => Some("`mdbook-archdoc check --write-baseline` writes it".to_owned()),
            Self::Damaged { .. } => {
                Some("restore it, or remove it and write it again with --write-baseline".to_owned())
            }
            Self::Io { .. } => None,
        }
    }
}

impl Baseline {
    /// Reads the file, relative to the book's root.
    ///
    /// # Errors
    /// It is named and cannot be read or understood.
    pub fn read(root: &Path, file: Option<&str>) -> Result<Option<Self>, BaselineError> {
        let Some(file) = file else { return Ok(None) };
        let path = root.join(file);
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => BaselineError::Absent(name.clone()),
            _ => BaselineError::Io { file: name.clone(), problem: error.to_string() },
        })?;
        let source = Source::new(name, text);
        Ok(Some(Self { entries: file::entries(&source)?, source }))
    }

    /// How many findings it knows of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::new();
        for entry in &self.entries {
            *counts.entry(entry.key.clone()).or_default() += entry.count;
        }
        counts
    }

    /// Takes out the findings that are known, and reports the entries that know more than there is.
    ///
    /// Of more findings than are known, the last ones in the file are told.
    pub fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut left = self.counts();
        let known = left.clone();
        let mut rest = Vec::new();
        for finding in findings {
            let key = Key::from(&finding);
            match left.get_mut(&key) {
                Some(count) if *count > 0 => *count -= 1,
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
        rest
    }
}

/// The counts of findings.
pub fn count<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Counts {
    let mut counts = Counts::new();
    for finding in findings {
        *counts.entry(Key::from(finding)).or_default() += 1;
    }
    counts
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

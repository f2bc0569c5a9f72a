//! A change of an existing record, before it is written.

use std::path::{Path, PathBuf};

use readers::adr::{OwnWords, Record, reread};
use similar::TextDiff;
use text::edit::{Edits, TextEdit};

use crate::workbench::named_in_diff;
use crate::write::{Changes, WriteError};

/// Lines of the diff before and after what changes: enough to know the place again.
const AROUND: usize = 1;

/// A file that changes, or is new.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The file, relative to the directory of the records.
    pub path: String,
    /// The whole text, as it was read; none for a new file.
    pub old: Option<String>,
    /// The whole new text.
    pub text: String,
}

impl Change {
    /// Edits of a record.
    pub(super) fn of(record: &Record, all: Vec<TextEdit>) -> Self {
        let old = record.source.text().to_owned();
        let text = applied(&old, all);
        Self { path: record.path.clone(), old: Some(old), text }
    }

    /// Adds what becomes of a record to the changes of others. One whose file changes already is read again first.
    /// None where there is no edit of it.
    pub(super) fn add(
        changes: &mut Vec<Self>,
        record: &Record,
        own: &OwnWords,
        edit: impl FnOnce(&Record) -> Option<Vec<TextEdit>>,
    ) -> Option<()> {
        match changes.iter_mut().find(|change| change.path == record.path) {
            Some(change) => {
                let record = reread(record, &change.text, own)?;
                change.text = applied(&change.text, edit(&record)?);
            }
            None => changes.push(Self::of(record, edit(record)?)),
        }
        Some(())
    }

    /// As a unified diff.
    pub(crate) fn diff(&self, directory: &Path) -> String {
        let file = named_in_diff(&self.file(directory));
        let from = if self.old.is_some() { format!("a/{file}") } else { "/dev/null".to_owned() };
        let old = self.old.as_deref().unwrap_or_default();
        let diff = TextDiff::from_lines(old, &self.text);
        diff.unified_diff().context_radius(AROUND).header(&from, &format!("b/{file}")).to_string()
    }

    /// Adds it to what is written together.
    pub(super) fn stage(&self, directory: &Path, changes: &mut Changes) -> Result<(), WriteError> {
        match &self.old {
            Some(old) => changes.replace(&self.file(directory), old, &self.text),
            None => changes.create(&self.file(directory), &self.text),
        }
    }

    fn file(&self, directory: &Path) -> PathBuf {
        directory.join(&self.path)
    }
}

fn applied(text: &str, all: Vec<TextEdit>) -> String {
    let mut edits = Edits::default();
    edits.extend(all);
    edits.apply(text)
}

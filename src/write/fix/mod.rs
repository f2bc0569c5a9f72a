//! `check --fix`: makes the edits that findings carry.
//!
//! The edits of a finding are made all or none. Where those of two findings touch, the later one waits
//! for the next round, in which the book is read anew.

use std::path::{Path, PathBuf};

use judge::fix::Plan;
use readers::files::Bounds;

use super::{Changes, WriteError};

/// After so many rounds something goes in circles.
pub(crate) const MAX_ROUNDS: usize = 10;

/// Writes all files, or none of them.
///
/// # Errors
/// A file is read-only, has changed, or cannot be written.
pub(crate) fn write(plan: &Plan<'_>) -> Result<(), WriteError> {
    let mut changes = Changes::default();
    for file in &plan.files {
        let source = &file.source;
        changes.replace_named(&file.path, source.path(), source.text(), &file.text())?;
    }
    changes.commit()
}

/// A file where it really lies, by its name from the book's root; none for one outside of the repository
/// around the book, of the root where there is no repository, or none at all.
pub(crate) fn inside(root: &Path, file: &str) -> Option<PathBuf> {
    let path = root.join(file).canonicalize().ok()?;
    Bounds::around(root).refuse(&path).is_none().then_some(path)
}

#[cfg(test)]
mod tests;

//! The only code that writes the author's files: all that belongs together or nothing, each file whole or
//! not at all, and never over something that is not expected.
//!
//! New texts are written beside their files first, as `.archdoc-*.tmp`, and take their places once all of
//! them are there. Who only sees the files meets the old or the new text and nothing between. A process
//! that is killed may leave such a file; the next one that writes into the directory removes it.

mod claim;
mod error;
pub(crate) mod fix;
mod staged;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) use claim::Claim;
pub(crate) use error::{Problem, WriteError};

use staged::Staged;

/// What the names of all our passing files begin with.
const OURS: &str = ".archdoc-";

/// Changes of files that are made together or not at all. Dropped, they leave nothing behind.
#[derive(Debug, Default)]
pub(crate) struct Changes(Vec<Staged>);

impl Changes {
    /// Adds a file that is not there yet, with the directories above it.
    ///
    /// # Errors
    /// Something of this name exists, or its directory takes no files.
    pub(crate) fn create(&mut self, path: &Path, text: &str) -> Result<(), WriteError> {
        self.0.push(Staged::create(path, text)?);
        Ok(())
    }

    /// Lets the text `old` become `new`. Neither has the byte order mark that the file may begin with; it
    /// stays, as permissions and symbolic links do.
    ///
    /// # Errors
    /// The file is read-only, is not `old` any more, or its directory takes no files.
    pub(crate) fn replace(&mut self, path: &Path, old: &str, new: &str) -> Result<(), WriteError> {
        self.replace_named(path, &path.display().to_string(), old, new)
    }

    /// As [`Changes::replace`], for a file that errors are to call by another name.
    ///
    /// # Errors
    /// As for [`Changes::replace`].
    pub(crate) fn replace_named(
        &mut self,
        path: &Path,
        name: &str,
        old: &str,
        new: &str,
    ) -> Result<(), WriteError> {
        self.0.push(Staged::replace(path, name, old, new)?);
        Ok(())
    }

    /// Makes all changes. As late as can be it looks again whether the files are what they were: what an
    /// editor saved a moment ago must not be lost.
    ///
    /// # Errors
    /// One of them cannot be made; then those before it are taken back.
    pub(crate) fn commit(self) -> Result<(), WriteError> {
        let Self(mut all) = self;
        // A name can be taken, while a file that was only just compared is replaced for certain. The order of
        // the paths is that of all our processes, so that none waits for another in a circle.
        all.sort_by(|a, b| a.order().cmp(&b.order()));
        let directories: BTreeSet<PathBuf> = all.iter().map(Staged::directory).collect();
        let claims = all.iter().map(Staged::claim).collect::<Result<Vec<_>, _>>()?;
        all.iter().try_for_each(Staged::unchanged)?;
        let mut done = Vec::new();
        for staged in all {
            match staged.commit() {
                Ok(made) => done.push(made),
                Err(error) => {
                    let written = done.into_iter().rev().filter_map(staged::Done::undo).collect();
                    return Err(WriteError { written, ..error });
                }
            }
        }
        drop(claims);
        for directory in &directories {
            staged::sweep(directory);
        }
        Ok(())
    }
}

/// Writes a file that is not there yet, with the directories above it.
///
/// # Errors
/// As for [`Changes::create`].
pub(crate) fn create(path: &Path, text: &str) -> Result<(), WriteError> {
    let mut changes = Changes::default();
    changes.create(path, text)?;
    changes.commit()
}

/// Lets a file's text become another.
///
/// # Errors
/// As for [`Changes::replace`].
pub(crate) fn replace(path: &Path, old: &str, new: &str) -> Result<(), WriteError> {
    let mut changes = Changes::default();
    changes.replace(path, old, new)?;
    changes.commit()
}

/// Writes a file that had the text `old`, or that was not there; nothing where it stays as it is.
///
/// # Errors
/// As for [`Changes::create`] and [`Changes::replace`].
pub(crate) fn put(path: &Path, old: Option<&str>, new: &str) -> Result<(), WriteError> {
    match old {
        Some(old) if old == new => Ok(()),
        Some(old) => replace(path, old, new),
        None => create(path, new),
    }
}

#[cfg(test)]
mod tests;

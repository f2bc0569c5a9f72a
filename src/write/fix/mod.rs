//! `check --fix`: makes the edits that findings carry.
//!
//! The edits of a finding are made all or none. Where those of two findings touch, the later one waits
//! for the next round, in which the book is read anew.

use std::io;
use std::path::{Path, PathBuf};
use std::str;

use judge::fix::{FilePlan, Plan};

use crate::write::atomic;

/// After so many rounds something goes in circles.
pub const MAX_ROUNDS: usize = 10;

/// Why nothing was mended.
#[derive(Debug, thiserror::Error)]
pub enum FixError {
    /// It cannot be read or written.
    #[error("cannot mend `{file}`: {problem}; nothing was changed")]
    Io {
        /// The file, relative to the book's root.
        file: String,
        /// The system's words.
        problem: io::Error,
    },
    /// Somebody else wrote to it in the meantime.
    #[error("`{0}` has changed since it was read; nothing was changed")]
    Changed(String),
    /// The first files have been written, this one could not be.
    #[error("`{file}` could not be written, after others were: {problem}")]
    Halfway {
        /// The file, relative to the book's root.
        file: String,
        /// The system's words.
        problem: io::Error,
    },
}

/// Writes all files, or none of them. A file in writing is never seen half.
///
/// # Errors
/// A file is read-only, has changed, or cannot be written.
pub fn write(plan: &Plan<'_>) -> Result<(), FixError> {
    let io = |file: &FilePlan| {
        let file = file.source.path().to_owned();
        |problem| FixError::Io { file, problem }
    };
    let mut staged = Vec::new();
    for file in &plan.files {
        let new = on_disk(file)?;
        staged.push((file, atomic::stage(&file.path, &new).map_err(io(file))?));
    }
    // As late as can be: what an editor saved a moment ago must not be lost.
    for file in &plan.files {
        on_disk(file)?;
    }
    for (index, (file, staged)) in staged.into_iter().enumerate() {
        staged.commit().map_err(|problem| match index {
            0 => io(file)(problem),
            _ => FixError::Halfway { file: file.source.path().to_owned(), problem },
        })?;
    }
    Ok(())
}

/// The new bytes, byte order mark and all.
fn on_disk(file: &FilePlan) -> Result<Vec<u8>, FixError> {
    let name = || file.source.path().to_owned();
    let bytes = readers::files::read(&file.path)
        .map_err(|problem| FixError::Io { file: name(), problem })?;
    let read = file.source.text();
    let mark = str::from_utf8(&bytes).ok().and_then(|text| text.strip_suffix(read));
    match mark {
        Some(mark @ ("" | "\u{feff}")) => Ok([mark.as_bytes(), file.text().as_bytes()].concat()),
        _ => Err(FixError::Changed(name())),
    }
}

/// A file of the book where it really lies; none for one outside of the book's root, or none at all.
pub fn inside(root: &Path, file: &str) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let path = root.join(file).canonicalize().ok()?;
    path.starts_with(&root).then_some(path)
}

#[cfg(test)]
mod tests;

//! Carries a plan out, beside others who do the same.

use std::path::Path;
use std::{fs, io};

use readers::adr::OwnWords;
use readers::adr::directory::{self, Directory};
use readers::files::markdown_files;

use super::{Plan, Request, plan};
use crate::workbench::WorkbenchError;
use crate::write::{Changes, Claim};

/// Writes the next record of a directory and the other side of what it supersedes: all of it or nothing.
///
/// Of any number of processes that do so at once each gives a number of its own.
///
/// # Errors
/// The request cannot be planned, or a file cannot be written.
pub(crate) fn write(directory: &Path, request: &Request<'_>) -> Result<Plan, WorkbenchError> {
    let unreadable = |source| WorkbenchError::Read { path: directory.to_owned(), source };
    let mut least = 0;
    loop {
        let before = names(directory).map_err(unreadable)?;
        let found = match before {
            Some(_) => directory::read(directory, &OwnWords::new()).map_err(unreadable)?,
            None => Directory::default(),
        };
        let plan = plan(&found, request, least)?;
        fs::create_dir_all(directory).map_err(unreadable)?;
        let claim = Claim::take(directory, &plan.number.to_string()).map_err(unreadable)?;
        let Some(claim) = claim else {
            least = plan.number + 1;
            continue;
        };
        // Whoever had the number before us may be done with it.
        if names(directory).map_err(unreadable)?.unwrap_or_default() != before.unwrap_or_default() {
            continue;
        }
        let mut changes = Changes::default();
        changes.create(&directory.join(&plan.path), &plan.text)?;
        for change in &plan.changes {
            changes.replace(&directory.join(&change.path), &change.old, &change.text)?;
        }
        changes.commit()?;
        drop(claim);
        return Ok(plan);
    }
}

/// The names of the Markdown files below a directory; none where it is not there.
fn names(directory: &Path) -> io::Result<Option<Vec<String>>> {
    match markdown_files(directory) {
        Ok(found) => Ok(Some(found.files.into_iter().map(|(name, _)| name).collect())),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !directory.exists() => Ok(None),
        Err(error) => Err(error),
    }
}

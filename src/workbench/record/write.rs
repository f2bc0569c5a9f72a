//! Carries the plan of a new record out, beside others who do the same.

use std::path::Path;
use std::{fs, io};

use readers::adr::OwnWords;
use readers::files::markdown_files;

use super::plan::{Plan, Request, plan};
use super::shelf::Shelf;
use crate::workbench::WorkbenchError;
use crate::write::{Changes, Claim};

/// Plans the next record of a directory and writes nothing.
///
/// # Errors
/// The request cannot be planned, or the directory cannot be read.
pub(crate) fn planned(
    directory: &Path,
    own: &OwnWords,
    request: &Request<'_>,
) -> Result<Plan, WorkbenchError> {
    Ok(plan(&shelf(directory, own)?, request, 0)?)
}

/// Writes the next record of a directory and the other side of what it supersedes: all of it or nothing.
///
/// Of any number of processes that do so at once each gives a number of its own.
///
/// # Errors
/// The request cannot be planned, or a file cannot be written.
pub(crate) fn write(
    directory: &Path,
    own: &OwnWords,
    request: &Request<'_>,
) -> Result<Plan, WorkbenchError> {
    let unreadable = |source| WorkbenchError::Read { path: directory.to_owned(), source };
    let mut least = 0;
    loop {
        let before = names(directory).map_err(unreadable)?;
        let plan = plan(&shelf(directory, own)?, request, least)?;
        fs::create_dir_all(directory).map_err(unreadable)?;
        let claim = Claim::take(directory, &plan.number.to_string()).map_err(unreadable)?;
        let Some(claim) = claim else {
            least = plan.number + 1;
            continue;
        };
        // Whoever had the number before us may be done with it.
        if names(directory).map_err(unreadable)? != before {
            continue;
        }
        let mut changes = Changes::default();
        plan.new.stage(directory, &mut changes)?;
        for change in &plan.changes {
            change.stage(directory, &mut changes)?;
        }
        changes.commit()?;
        drop(claim);
        return Ok(plan);
    }
}

/// The records of a directory; none where it is not there.
fn shelf(directory: &Path, own: &OwnWords) -> Result<Shelf, WorkbenchError> {
    if directory.exists() {
        return Shelf::read(directory, own);
    }
    Ok(Shelf { directory: directory.to_owned(), own: own.clone(), ..Shelf::default() })
}

/// The names of the Markdown files below a directory; none where it is not there.
fn names(directory: &Path) -> io::Result<Vec<String>> {
    match markdown_files(directory) {
        Ok(found) => Ok(found.files.into_iter().map(|(name, _)| name).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !directory.exists() => {
            Ok(Vec::new())
        }
        Err(error) => Err(error),
    }
}

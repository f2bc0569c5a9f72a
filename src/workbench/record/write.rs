//! Carries the plan of a new record out, beside others who do the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use readers::adr::OwnWords;
use readers::files::markdown_files;
use text::source::Source;

use super::RecordError;
use super::log;
use super::place::Places;
use super::plan::{Plan, Request, plan};
use super::shelf::Shelf;
use super::sisters::{self, Numbers};
use crate::workbench::WorkbenchError;
use crate::write::{Changes, Claim};

/// Plans the next record of a directory and writes nothing.
///
/// # Errors
/// The request cannot be planned, or the directory cannot be read.
pub(crate) fn planned(
    place: &Place,
    own: &OwnWords,
    request: &Request<'_>,
) -> Result<Plan, WorkbenchError> {
    Ok(plan(&shelf(place, own)?, request, 0)?)
}

/// Where a record is to be written.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The directory.
    pub directory: PathBuf,
    /// The one above whose template counts too, and how many of all records lie below it.
    pub above: Option<Above>,
    /// The numbers of the other configured directories.
    pub sisters: Vec<Numbers>,
}

/// The directory that was found, while the records lie in one below it.
#[derive(Clone, Debug)]
pub(crate) struct Above {
    /// The directory.
    pub directory: PathBuf,
    /// How many records lie in the one below it where the next belongs.
    pub records: usize,
    /// How many lie anywhere below it.
    pub all: usize,
    template: Option<Arc<Source>>,
}

impl Place {
    /// The directory that somebody named.
    ///
    /// # Errors
    /// It is a file, or another directory whose series it may be of cannot be read.
    pub(crate) fn named(directory: &Path, places: &Places) -> Result<Self, WorkbenchError> {
        let own = places.own_words();
        if directory.is_file() {
            return Err(no_directory(directory, &Shelf::of_file(directory, &own)?).into());
        }
        let sisters = sisters::beside(places, directory, &own)?;
        Ok(Self { directory: directory.to_owned(), above: None, sisters })
    }

    /// The directory that was found.
    ///
    /// # Errors
    /// There is none, or it is not clear which of several is meant.
    pub(crate) fn found(places: &Places) -> Result<Self, WorkbenchError> {
        if places.directories.is_empty() {
            let records = places.checked()?.records;
            match &*log::nearest(&records) {
                [] => {}
                [file] => {
                    let name = log::next_in(file, &records);
                    return Err(RecordError::Log { file: file.into(), name }.into());
                }
                several => {
                    let files = several.iter().map(PathBuf::from).collect();
                    return Err(RecordError::Logs(files).into());
                }
            }
        }
        Self::below(places.only()?, places)
    }

    /// The same, or the one below it in which the records lie.
    ///
    /// # Errors
    /// It cannot be read, or it is not clear which of several below it is meant.
    fn below(directory: &Path, places: &Places) -> Result<Self, WorkbenchError> {
        let shelf = Shelf::read(directory, &places.own_words())?;
        let Some((below, records)) = shelf.next_to()? else {
            return Self::named(directory, places);
        };
        let (all, template) = (shelf.found.records.len(), shelf.template()?);
        let above = Above { directory: directory.to_owned(), records, all, template };
        Ok(Self { above: Some(above), ..Self::named(&below, places)? })
    }
}

/// Writes the next record of a directory and the other side of what it supersedes: all of it or nothing.
///
/// Of any number of processes that do so at once each gives a number of its own.
///
/// # Errors
/// The request cannot be planned, or a file cannot be written.
pub(crate) fn write(
    place: &Place,
    own: &OwnWords,
    request: &Request<'_>,
) -> Result<Plan, WorkbenchError> {
    let directory = &*place.directory;
    let unreadable = |source| WorkbenchError::Read { path: directory.to_owned(), source };
    let mut least = 0;
    loop {
        let before = names(directory).map_err(unreadable)?;
        let plan = plan(&shelf(place, own)?, request, least)?;
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

/// Why a file takes no new record: what its next section is called, where its sections are records.
fn no_directory(file: &Path, shelf: &Shelf) -> RecordError {
    let (file, records) = (file.to_owned(), &shelf.found.records);
    match records.iter().find(|record| record.anchor.is_some()) {
        Some(record) => RecordError::Log { file, name: log::next_in(&record.path, records) },
        None => RecordError::File(file),
    }
}

/// The records of a directory; none where it is not there.
fn shelf(place: &Place, own: &OwnWords) -> Result<Shelf, WorkbenchError> {
    let directory = place.directory.clone();
    let mut shelf = if directory.exists() {
        Shelf::read(&directory, own)?
    } else {
        Shelf { directory, own: own.clone(), ..Shelf::default() }
    };
    shelf.sisters.clone_from(&place.sisters);
    shelf.template_above = place.above.as_ref().and_then(|above| above.template.clone());
    Ok(shelf)
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

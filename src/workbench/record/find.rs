//! Where the record is that somebody names: in a directory, or as a section of a file.

use std::path::{Path, PathBuf};

use readers::adr::{OwnWords, Record};
use readers::record_path;

use super::RecordError;
use super::place::Places;
use super::shelf::{Shelf, named_file};
use crate::workbench::WorkbenchError;
use crate::workbench::place::tidy;

impl Shelf {
    /// Reads a file whose sections are records.
    pub(super) fn of_file(file: &Path, own: &OwnWords) -> Result<Self, WorkbenchError> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let whole = Self::read(file, own)?;
        let directory = directory_of(file);
        Ok(Self { directory, found: whole.found.called(|_| name.clone()), ..whole })
    }

    /// The directory in which a record is, or the file of which it is a section: of those that somebody chose, else
    /// of all that `check` reads.
    ///
    /// # Errors
    /// There is no such record, or there are several.
    pub(crate) fn holding(places: &Places, wanted: &str) -> Result<Self, WorkbenchError> {
        let own = places.own_words();
        if let Some(named) = places.named.as_ref().filter(|named| !named.exists()) {
            return Err(RecordError::NotThere(named.clone()).into());
        }
        let file = named_file(wanted);
        if file.is_none() && !places.are_chosen() {
            let all = Self { found: places.checked()?, own: own.clone(), ..Self::default() };
            match all.record(wanted) {
                Ok(record) => return Self::around(places, record, &own),
                Err(RecordError::Unknown { wanted, .. })
                    if places.directories.is_empty() && !all.found.records.is_empty() =>
                {
                    let directories = all.homes();
                    return Err(RecordError::Unknown { wanted, directories }.into());
                }
                // Records beside a book are none of its chapters.
                Err(RecordError::Unknown { .. }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        let mut directories = places.directories.clone();
        let log = || places.named.as_deref().filter(|named| named.is_file());
        let inside = |file: &&Path| directories.iter().any(|directory| is_below(file, directory));
        if let Some(file) = file.or_else(log).filter(|file| !inside(file)) {
            let log = Self::of_file(file, &own)?;
            if log.is_log() {
                log.record(wanted)?;
                return Ok(log);
            }
            directories.push(directory_of(file));
        }
        Self::among(directories, wanted, &own)
    }

    /// The shelf itself, or where another record that is meant as well is given by its path and lies in no directory of it,
    /// all that `check` reads; with what the first record is called there. A number alone is one of the shelf: that of
    /// another directory may be a slip, or not written yet.
    ///
    /// # Errors
    /// What `check` reads cannot be read, or the name of the other is that of several.
    pub(crate) fn with_other(
        self,
        places: &Places,
        wanted: &str,
        other: Option<&str>,
    ) -> Result<(Self, String), WorkbenchError> {
        let lacks = |other: &&str| self.all(other).is_empty() && self.unread(other).is_none();
        let by_path = |other: &&str| named_file(other).is_some();
        let Some(other) = other.filter(lacks).filter(by_path) else {
            return Ok((self, wanted.to_owned()));
        };
        let all = Self { found: places.checked()?, own: self.own.clone(), ..Self::default() };
        let own = self.addresses(&[self.record(wanted)?]).pop().unwrap_or_default();
        let own = tidy(&own).to_string_lossy().replace('\\', "/");
        match (&*all.all(&own), &*all.all(other)) {
            ([_], [_]) => Ok((all, own)),
            ([_], [_, ..]) => {
                Err(all.record(other).err().unwrap_or(RecordError::NoDirectory).into())
            }
            _ => Ok((self, wanted.to_owned())),
        }
    }

    /// Of several directories the one in which a record is.
    fn among(
        directories: Vec<PathBuf>,
        wanted: &str,
        own: &OwnWords,
    ) -> Result<Self, WorkbenchError> {
        let mut holding = Vec::new();
        let mut unread = None;
        for directory in &directories {
            let shelf = Self::read(directory, own)?;
            unread = unread.or_else(|| shelf.unread(wanted));
            if !shelf.all(wanted).is_empty() {
                holding.push(shelf);
            }
        }
        match (&*holding, unread) {
            ([only], _) => only.record(wanted).map(|_| ())?,
            ([_, ..], _) => {
                let records = holding.iter().flat_map(|shelf| shelf.named(&shelf.all(wanted)));
                let (wanted, records) = (wanted.to_owned(), records.collect());
                return Err(RecordError::Ambiguous { wanted, records }.into());
            }
            ([], _) if directories.is_empty() => return Err(RecordError::NoDirectory.into()),
            ([], Some(unread)) => return Err(unread.into()),
            ([], None) => {
                let wanted = wanted.to_owned();
                return Err(RecordError::Unknown { wanted, directories }.into());
            }
        }
        holding.pop().ok_or_else(|| RecordError::NoDirectory.into())
    }

    /// The shelf of a record that was found among all: the directory with a usual name, or its own.
    fn around(places: &Places, record: &Record, own: &OwnWords) -> Result<Self, WorkbenchError> {
        let file = Path::new(&record.path);
        if let Some(known) = places.directories.iter().find(|known| is_below(file, known)) {
            return Self::read(known, own);
        }
        if record.anchor.is_some() {
            return Self::of_file(file, own);
        }
        let directory = directory_of(file);
        let page = record_path::has_own_directory(&record.path);
        Self::read(&if page { directory_of(&directory) } else { directory }, own)
    }
}

/// The directory that a file or a directory lies in.
fn directory_of(file: &Path) -> PathBuf {
    let parent = file.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new(".")).to_owned()
}

fn is_below(file: &Path, directory: &Path) -> bool {
    let real = file.canonicalize().ok().zip(directory.canonicalize().ok());
    real.is_some_and(|(file, directory)| file.starts_with(directory))
}

//! The records of a directory, and which of them somebody means.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use readers::adr::directory::{self, Directory};
use readers::adr::id::{self, Id, Name};
use readers::adr::{Aside, OwnWords, Record, is_template_file, naming};
use readers::files;
use text::link;
use text::source::{Source, Span};

use super::RecordError;
use super::place::Places;
use crate::workbench::WorkbenchError;

/// A directory of records as it was read.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// The directory.
    pub directory: PathBuf,
    /// What it holds.
    pub found: Directory,
    /// The team's own words.
    pub own: OwnWords,
    /// The template of the directory above, for a directory that has none.
    pub template_above: Option<Arc<Source>>,
}

impl Shelf {
    /// Reads a directory.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn read(directory: &Path, own: &OwnWords) -> Result<Self, WorkbenchError> {
        let found = directory::read(directory, own)
            .map_err(|source| WorkbenchError::Read { path: directory.to_owned(), source })?;
        Ok(Self { directory: directory.to_owned(), found, own: own.clone(), ..Self::default() })
    }

    /// Reads a file whose sections are records.
    fn of_file(file: &Path, own: &OwnWords) -> Result<Self, WorkbenchError> {
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
                let paths = holding.iter().flat_map(|shelf| shelf.addresses(&shelf.all(wanted)));
                let (wanted, paths) = (wanted.to_owned(), paths.collect());
                return Err(RecordError::Ambiguous { wanted, paths }.into());
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
        let page = link::is_directory_page(&record.path);
        Self::read(&if page { directory_of(&directory) } else { directory }, own)
    }

    /// Whether all its own records are sections of files.
    pub(super) fn is_log(&self) -> bool {
        let mut here = self.found.records.iter().filter(|record| naming::is_direct(record));
        here.clone().next().is_some() && here.all(|record| record.anchor.is_some())
    }

    /// The one record of a number, a name or a path.
    ///
    /// # Errors
    /// There is no such record, or there are several.
    pub(crate) fn record(&self, wanted: &str) -> Result<&Record, RecordError> {
        let wanted_name = || wanted.to_owned();
        match &*self.all(wanted) {
            [] => Err(self.unread(wanted).unwrap_or_else(|| RecordError::Unknown {
                wanted: wanted_name(),
                directories: vec![self.directory.clone()],
            })),
            [only] => Ok(only),
            several if named_file(wanted).is_some() => Err(RecordError::Sections {
                file: self.path(several[0]),
                count: several.len(),
                first: self.addresses(&several[..1])[0].display().to_string(),
            }),
            several => {
                let paths = self.addresses(several);
                Err(RecordError::Ambiguous { wanted: wanted_name(), paths })
            }
        }
    }

    /// The directories and the logs that hold the records.
    fn homes(&self) -> Vec<PathBuf> {
        let mut homes: Vec<&str> = self.found.records.iter().map(Record::home).collect();
        homes.dedup();
        homes.into_iter().map(|home| self.directory.join(home)).collect()
    }

    /// Where records lie, as they can be named.
    fn addresses(&self, records: &[&Record]) -> Vec<PathBuf> {
        records.iter().map(|record| self.directory.join(record.address())).collect()
    }

    /// Why a record is not there: its file cannot be read.
    fn unread(&self, wanted: &str) -> Option<RecordError> {
        let id = id::from_reference(wanted)?;
        let is_it =
            |path: &str| Name::of(link::record_stem(path)).id.is_some_and(|own| own.is(&id));
        let (path, why) = self.found.unreadable.iter().find(|(path, _)| is_it(path))?;
        let (path, why) = (self.directory.join(path), why.clone());
        Some(RecordError::Unread { wanted: wanted.to_owned(), path, why })
    }

    /// The number after the largest in the directory itself, that of a file which cannot be read included.
    pub(super) fn next_number(&self, here: &[Record]) -> u64 {
        let unread = self.found.unreadable.iter().map(|(path, _)| path);
        let unread = unread.filter(|path| !path.contains('/'));
        let numbers = unread.filter_map(|path| Name::of(link::stem(path)).id?.number());
        naming::next_number(here).max(numbers.max().map_or(0, |number| number.saturating_add(1)))
    }

    /// Where the next record belongs: the directory itself, or where none lies in it, the one below it that
    /// holds most of the records, with how many they are.
    ///
    /// # Errors
    /// No directory holds more than half of the records, and the current one is none of them.
    pub(crate) fn next_to(&self) -> Result<Option<(PathBuf, usize)>, RecordError> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for record in &self.found.records {
            let page = link::is_directory_page(&record.path);
            let directory = link::directory(&record.path);
            let home = if page { link::directory(directory) } else { directory };
            *counts.entry(home).or_default() += 1;
        }
        if counts.is_empty() || counts.contains_key("") {
            return Ok(None);
        }
        let here = Path::new(".").canonicalize().ok();
        let holds_here = |directory: &str| {
            let real = self.directory.join(directory).canonicalize().ok();
            real.zip(here.as_ref()).is_some_and(|(real, here)| here.starts_with(real))
        };
        let all: usize = counts.values().sum();
        let mut wanted = counts.iter().filter(|(directory, _)| holds_here(directory));
        let wanted = wanted.next().or_else(|| counts.iter().find(|(_, count)| **count * 2 > all));
        match wanted {
            Some((directory, count)) => Ok(Some((self.directory.join(directory), *count))),
            None => Err(RecordError::Below {
                directory: self.directory.clone(),
                below: counts.keys().map(|below| self.directory.join(below)).collect(),
            }),
        }
    }

    /// The records in the directory itself, not of the ones below it.
    pub(crate) fn here(&self) -> Vec<Record> {
        self.found.records.iter().filter(|record| naming::is_direct(record)).cloned().collect()
    }

    /// The team's own template, if there is one: in the directory itself before those below it, and the one
    /// with the shortest name.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn template(&self) -> Result<Option<Arc<Source>>, RecordError> {
        let templates = self.found.asides.iter().filter(|(_, aside)| *aside == Aside::Template);
        let rank = |path: &str| (path.matches('/').count(), path.len());
        let Some((path, _)) = templates.min_by_key(|(path, _)| rank(path)) else {
            // One that cannot be read was meant all the same.
            let mut unread =
                self.found.unreadable.iter().filter(|(path, _)| is_template_file(path));
            return match unread.next() {
                Some((path, why)) => Err(RecordError::Template {
                    path: self.directory.join(path),
                    problem: why.clone(),
                }),
                None => Ok(self.template_above.clone()),
            };
        };
        let file = self.directory.join(path);
        let unreadable = |problem: files::Unreadable| RecordError::Template {
            path: file.clone(),
            problem: problem.why,
        };
        files::source(&file, path).map(Some).map_err(unreadable)
    }

    /// Where a record lies.
    pub(crate) fn path(&self, record: &Record) -> PathBuf {
        self.directory.join(&record.path)
    }

    /// Where a record says something: `docs/adr/0001-a.md:7`.
    pub(super) fn at(&self, record: &Record, span: Span) -> String {
        format!("{}:{}", self.path(record).display(), record.source.line(span.start))
    }

    /// Those that somebody can mean: by their file, with or without a section's anchor, else by their number.
    fn all(&self, wanted: &str) -> Vec<&Record> {
        let records = &self.found.records;
        if let Some(file) = named_file(wanted).and_then(|file| file.canonicalize().ok()) {
            let anchor = wanted.split_once('#').map(|(_, anchor)| anchor);
            let is_it = |record: &&Record| {
                let meant = anchor.is_none_or(|anchor| record.anchor.as_deref() == Some(anchor));
                meant && self.path(record).canonicalize().is_ok_and(|at| at == file)
            };
            return records.iter().filter(is_it).collect();
        }
        if let Some(record) = records.iter().find(|record| record.address() == wanted) {
            return vec![record];
        }
        let Some(id) = id::from_reference(wanted).or_else(|| Name::of(wanted).id) else {
            return Vec::new();
        };
        // What goes with a record is meant by its path alone.
        let owners = self.found.owners();
        let fits =
            |(record, owner): (&'_ Record, Option<usize>)| owner.is_none() && has_id(record, &id);
        let all = records.iter().zip(owners).filter(|&(record, owner)| fits((record, owner)));
        all.map(|(record, _)| record).collect()
    }
}

fn has_id(record: &Record, id: &Id) -> bool {
    let own = record.id.as_ref().map(|id| &id.value);
    own.is_some_and(|own| match id {
        Id::Number(number) => own.number() == Some(*number),
        id => own.is(id),
    })
}

/// The file that somebody names, with or without a section's anchor.
fn named_file(wanted: &str) -> Option<&Path> {
    let file = wanted.split_once('#').map_or(wanted, |(file, _)| file);
    [wanted, file].into_iter().map(Path::new).find(|file| file.is_file())
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

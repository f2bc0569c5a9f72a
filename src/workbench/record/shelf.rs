//! The records of a directory, and which of them somebody means.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use readers::adr::blank;
use readers::adr::directory::{self, Directory};
use readers::adr::id::Id;
use readers::adr::listing::is_kept_by_hand;
use readers::adr::name::{self, Name};
use readers::adr::{Aside, OwnWords, Record, is_template_file, naming, read};
use readers::files;
use readers::record_path;
use text::markdown::Document;
use text::source::{Source, Span};
use text::tally::tally;

use super::RecordError;
use super::log;
use super::style::Style;
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
    /// The numbers of the other configured directories.
    pub(super) sisters: Vec<BTreeSet<u64>>,
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
                let records = self.named(several);
                Err(RecordError::Ambiguous { wanted: wanted_name(), records })
            }
        }
    }

    /// The directories and the logs that hold the records.
    pub(super) fn homes(&self) -> Vec<PathBuf> {
        let mut homes: Vec<&str> = self.found.records.iter().map(Record::numbering).collect();
        homes.dedup();
        homes.into_iter().map(|home| self.directory.join(home)).collect()
    }

    /// Where records lie, as they can be named.
    pub(super) fn addresses(&self, records: &[&Record]) -> Vec<PathBuf> {
        records.iter().map(|record| self.directory.join(record.address())).collect()
    }

    /// What records are called, and where they lie.
    pub(super) fn named(&self, records: &[&Record]) -> Vec<(String, PathBuf)> {
        let name = |record: &&Record| {
            record.id.as_ref().map_or_else(|| record.shown_title(), |id| id.value.to_string())
        };
        records.iter().map(name).zip(self.addresses(records)).collect()
    }

    /// Why a record is not there: its file cannot be read.
    pub(super) fn unread(&self, wanted: &str) -> Option<RecordError> {
        let id = name::from_reference(wanted)?;
        let is_it = |path: &str| Name::of_path(path).id.is_some_and(|own| own.is(&id));
        let (path, why) = self.found.unreadable.iter().find(|(path, _)| is_it(path))?;
        let (path, why) = (self.directory.join(path), why.clone());
        Some(RecordError::Unread { wanted: wanted.to_owned(), path, why })
    }

    /// Where the next record belongs: the directory itself, or where none lies in it, or only one without a number
    /// beside the numbered ones below, the one below it that holds most of the records, with how many they are.
    ///
    /// # Errors
    /// No directory holds more than half of the records, and the current one is none of them.
    pub(crate) fn next_to(&self) -> Result<Option<(PathBuf, usize)>, RecordError> {
        let homes = self.found.records.iter().map(|record| record_path::home(&record.path));
        let mut counts = tally(homes);
        if counts.is_empty() || counts.contains_key("") && !self.has_an_odd_one() {
            return Ok(None);
        }
        counts.remove("");
        let here = Path::new(".").canonicalize().ok();
        let holds_here = |directory: &str| {
            let real = self.directory.join(directory).canonicalize().ok();
            real.zip(here.as_ref()).is_some_and(|(real, here)| here.starts_with(real))
        };
        let all = self.found.records.len();
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

    /// Whether one record lies in the directory itself that has no number, while most of those below have one.
    fn has_an_odd_one(&self) -> bool {
        let (here, below): (Vec<_>, Vec<_>) =
            self.found.records.iter().partition(|record| naming::is_direct(record));
        let counted = below.iter().filter(|record| record.number().is_some()).count();
        matches!(&*here, [only] if only.number().is_none())
            && counted * 2 > self.found.records.len()
    }

    /// The directory's own name; empty where it has none.
    pub(super) fn name(&self) -> String {
        let real = self.directory.canonicalize().unwrap_or_default();
        real.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The records in the directory itself, not of the ones below it. What only goes with one, such as its translation,
    /// shows nobody how the next is written.
    pub(crate) fn here(&self) -> Vec<Record> {
        let all = self.found.records.iter().zip(self.found.owners());
        let here = all.filter(|(record, owner)| owner.is_none() && naming::is_direct(record));
        here.map(|(record, _)| record.clone()).collect()
    }

    /// The records whose habits another follows: those in its own directory, or all where it lies there alone. A log has its
    /// own habits.
    pub(super) fn beside(&self, record: &Record) -> Vec<Record> {
        let home = record_path::home(&record.path);
        let own = |other: &&Record| match record.anchor {
            Some(_) => other.path == record.path,
            None => other.anchor.is_none() && record_path::home(&other.path) == home,
        };
        let beside: Vec<Record> = self.found.records.iter().filter(own).cloned().collect();
        match record.anchor {
            _ if beside.len() > 1 => beside,
            Some(_) => self.found.records.clone(),
            None => log::with_files(&self.found.records),
        }
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
        let template = files::source(&file, path).map_err(unreadable)?;
        let is_form = blank::is_form(&template, &self.found.records, &self.own);
        Ok(Some(template).filter(|_| is_form).or_else(|| self.template_above.clone()))
    }

    /// The habits of these records of the directory.
    pub(super) fn style<'r>(&self, here: &'r [Record]) -> Style<'r> {
        let template = self.template().ok().flatten();
        let example = template.as_ref().and_then(|template| {
            read(&Document::parse(template), "example.md", &self.own).record()
        });
        let status = template.and_then(|template| blank::status_of(&template, &self.own));
        Style::of(here, &self.name(), (example, status))
    }

    /// The files in the directory that list its records and are kept by hand.
    pub(super) fn indexes(&self, records: &[Record]) -> Vec<String> {
        let asides = self.found.asides.iter().map(|(path, _)| path);
        let here = asides.filter(|path| !path.contains('/'));
        let lists = |path: &&String| {
            let text = files::read_text(&self.directory.join(path));
            text.is_ok_and(|text| is_kept_by_hand(&text, path, records))
        };
        here.filter(lists).cloned().collect()
    }

    /// Where a record lies.
    pub(crate) fn path(&self, record: &Record) -> PathBuf {
        self.directory.join(&record.path)
    }

    /// Where a record says something: `docs/adr/0001-a.md:7`.
    pub(super) fn at(&self, record: &Record, span: Span) -> String {
        let path = self.path(record);
        let path = path.strip_prefix(".").unwrap_or(&path);
        format!("{}:{}", path.display(), record.source.line(span.start))
    }

    /// Those that somebody can mean: by their file, with or without a section's anchor, else by their number.
    pub(super) fn all(&self, wanted: &str) -> Vec<&Record> {
        let records = &self.found.records;
        if let Some(file) = named_file(wanted).and_then(|file| file.canonicalize().ok()) {
            // `#` may be part of the file's own name.
            let whole = Path::new(wanted).is_file();
            let anchor = wanted.rsplit_once('#').map(|(_, anchor)| anchor).filter(|_| !whole);
            let is_it = |record: &&Record| {
                let meant = anchor.is_none_or(|anchor| record.anchor.as_deref() == Some(anchor));
                meant && self.path(record).canonicalize().is_ok_and(|at| at == file)
            };
            return records.iter().filter(is_it).collect();
        }
        if let Some(record) = records.iter().find(|record| record.address() == wanted) {
            return vec![record];
        }
        // What goes with a record is meant by its path alone.
        let own = records.iter().zip(self.found.owners()).filter(|(_, owner)| owner.is_none());
        let own: Vec<&Record> = own.map(|(record, _)| record).collect();
        let all = |fits: &dyn Fn(&Record) -> bool| -> Vec<&Record> {
            own.iter().copied().filter(|&record| fits(record)).collect()
        };
        let id = name::from_reference(wanted).or_else(|| Name::of(wanted).id);
        let found = id.map(|id| log::meant(all(&|record| has_id(record, &id)), &id));
        let found = found.unwrap_or_default();
        if found.is_empty() { all(&|record| is_listed_as(record, wanted)) } else { found }
    }
}

/// Whether `adr list` shows a record by this name: `DEC-3`, whose file may say `DEC-003`.
fn is_listed_as(record: &Record, wanted: &str) -> bool {
    let listed = record.id.as_ref().map(|id| id.value.to_string().to_lowercase());
    listed.is_some_and(|listed| listed == wanted.trim().to_lowercase())
}

fn has_id(record: &Record, id: &Id) -> bool {
    let own = record.id.as_ref().map(|id| &id.value);
    own.is_some_and(|own| match id {
        Id::Number(number) => own.number() == Some(*number),
        id => own.is(id),
    })
}

/// The file that somebody names, with or without a section's anchor.
pub(super) fn named_file(wanted: &str) -> Option<&Path> {
    let file = wanted.rsplit_once('#').map_or(wanted, |(file, _)| file);
    [wanted, file].into_iter().map(Path::new).find(|file| file.is_file())
}

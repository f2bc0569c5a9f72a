//! Where the decision records are: as configured, as adr-tools is told, or in a directory with a usual name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use load::{Configured, Home};
use readers::adr::OwnWords;
use readers::adr::collection::own_words;
use readers::files::{self, Bounds};
use readers::record_path;
use readers::settings::env::Environment;
use readers::settings::{Settings, adr_directory_of, is_adr_directory, today};
use text::link;

use super::RecordError;
use super::usual::{holds_records, upwards, usual};
use crate::workbench::WorkbenchError;
use crate::workbench::place::tidy;

/// The file in which adr-tools keeps the name of its directory.
const ADR_DIR: &str = ".adr-dir";

/// The directories of records that a command is about, and how they are read.
#[derive(Debug)]
pub(crate) struct Places {
    /// The directories that are there.
    pub directories: Vec<PathBuf>,
    /// Where the first record belongs.
    pub first: PathBuf,
    /// What is configured.
    pub settings: Settings,
    /// The directories that the configuration names, or adr-tools is told.
    pub configured: Vec<PathBuf>,
    /// All directories that the configuration names, whichever was named or found.
    pub sisters: Vec<PathBuf>,
    /// The directory or the log that somebody named.
    pub named: Option<PathBuf>,
    /// The book or the tree.
    pub home: Home,
    /// The book's source directory; empty for a tree.
    pub src: String,
}

impl Places {
    /// The one that was named, else those that are found from the current directory.
    ///
    /// # Errors
    /// The configuration cannot be used, or leads out of the repository.
    pub(crate) fn find(named: Option<&Path>) -> Result<Self, WorkbenchError> {
        let from = named.map_or(Path::new("."), nearest);
        let unreadable = |source| WorkbenchError::Read { path: from.to_owned(), source };
        let home = Home::of(from).map_err(unreadable)?;
        let Configured { config, src } = load::configured(&home, Environment::of_process())?;
        let settings = config.settings;
        let mut told = configured(&settings, home.root(), &src);
        let sisters = existing(told.clone());
        if let Some(named) = named {
            let directories = existing(vec![named.to_owned()]);
            let (first, configured) = (named.to_owned(), Vec::new());
            let named = Some(first.clone());
            return Ok(Self {
                directories,
                first,
                settings,
                configured,
                sisters,
                named,
                home,
                src,
            });
        }
        if told.is_empty() {
            told.extend(adr_dir(home.root())?);
        }
        let first = told.first().cloned().unwrap_or_else(|| beginning(&home, &src));
        let directories = if told.is_empty() {
            usual(home.root(), &src, &own_words(&settings, today(&settings)))
        } else {
            existing(told.clone())
        };
        let bounds = Bounds::around(home.root());
        if let Some(outside) = directories.iter().find(|at| bounds.refuse(at).is_some()) {
            return Err(RecordError::Outside(outside.clone(), bounds.edge()).into());
        }
        let (configured, named) = (told, None);
        Ok(Self { directories, first, settings, configured, sisters, named, home, src })
    }

    /// The same, with the directories from which `check` reads records where none is in a usual place, or the one
    /// that has all of them where those in usual places have none.
    ///
    /// # Errors
    /// The book or its configuration cannot be read.
    pub(crate) fn or_checked(mut self) -> Result<Self, WorkbenchError> {
        let free = self.named.is_none() && self.configured.is_empty();
        if free && !self.hold_records() {
            let records = self.checked()?.records;
            let files = records.iter().filter(|record| record.anchor.is_none());
            let homes: BTreeSet<&str> = files.map(|record| shelf_of(&record.path)).collect();
            if self.directories.is_empty() || homes.len() == 1 {
                self.directories = homes.into_iter().map(|home| tidy(Path::new(home))).collect();
            }
        }
        Ok(self)
    }

    /// Whether a record lies in one of the directories.
    fn hold_records(&self) -> bool {
        let own = self.own_words();
        self.directories.iter().any(|directory| holds_records(directory, &own))
    }

    /// Whether the directories hold records and nothing else: so they are called, or so the settings have it.
    pub(crate) fn are_of_records(&self) -> bool {
        let called = |directory: &PathBuf| {
            let real = directory.canonicalize().unwrap_or_default();
            real.iter().any(|part| is_adr_directory(&part.to_string_lossy()))
        };
        let told = self.settings.adr.paths.is_some() || !self.configured.is_empty();
        told || self.directories.iter().all(called)
    }

    /// The team's own words for statuses, and how it writes its dates.
    pub(crate) fn own_words(&self) -> OwnWords {
        own_words(&self.settings, today(&self.settings))
    }

    /// The one directory that a new record belongs into.
    ///
    /// # Errors
    /// There is none, or there are several and none of them is the current one.
    pub(crate) fn only(&self) -> Result<&Path, RecordError> {
        let here = Path::new(".").canonicalize().ok();
        let holds_here = |at: &&PathBuf| {
            at.canonicalize().is_ok_and(|at| here.as_ref().is_some_and(|here| here.starts_with(at)))
        };
        match &*self.directories {
            [] => Err(RecordError::NoDirectory),
            [only] => Ok(only),
            several => several
                .iter()
                .find(holds_here)
                .map(PathBuf::as_path)
                .ok_or_else(|| RecordError::Several(several.to_vec())),
        }
    }
}

/// The directory that a record's file is in: the outermost with a usual name, else its own.
fn shelf_of(file: &str) -> &str {
    adr_directory_of(file).unwrap_or_else(|| record_path::home(file))
}

/// The path, or what of it exists.
fn nearest(path: &Path) -> &Path {
    let there = path.ancestors().find(|above| above.exists());
    there.unwrap_or(Path::new("."))
}

fn existing(mut places: Vec<PathBuf>) -> Vec<PathBuf> {
    places.retain(|place| place.is_dir());
    places
}

/// The directories that the patterns of `adr.paths` name; below the root, or the book's source directory.
fn configured(settings: &Settings, root: &Path, src: &str) -> Vec<PathBuf> {
    let Some(paths) = &settings.adr.paths else { return Vec::new() };
    let mut places: Vec<PathBuf> = Vec::new();
    for pattern in paths.patterns() {
        let fixed = pattern.split(['*', '?', '{']).next().unwrap_or_default();
        let whole = fixed.len() == pattern.len() && !files::is_markdown(fixed);
        let fixed = if whole { fixed } else { link::directory(fixed) };
        if fixed.is_empty() && !whole {
            continue;
        }
        let [below_src, below_root] = [root.join(src).join(fixed), root.join(fixed)];
        let place = if below_src.is_dir() || fixed.is_empty() { below_src } else { below_root };
        let place = tidy(&place);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// The directory that `.adr-dir` names, here or further up.
fn adr_dir(root: &Path) -> Result<Option<PathBuf>, WorkbenchError> {
    for above in upwards(root) {
        let file = above.join(ADR_DIR);
        if file.is_file() {
            let text = files::read_text(&file)
                .map_err(|source| WorkbenchError::Read { path: file.clone(), source })?;
            // adr-tools is used on Windows as well.
            let name = text.lines().next().unwrap_or_default().trim().replace('\\', "/");
            return Ok((!name.is_empty()).then(|| tidy(&above.join(name))));
        }
    }
    Ok(None)
}

/// Where a first record goes: into the book, else beside the documents.
fn beginning(home: &Home, src: &str) -> PathBuf {
    let root = home.root();
    let place = match home {
        Home::Book(_) => root.join(src),
        Home::Tree(_) => {
            let documents = ["docs", "doc"].map(|name| root.join(name));
            documents.iter().find(|place| place.is_dir()).unwrap_or(&documents[0]).clone()
        }
    };
    tidy(&place.join("adr"))
}

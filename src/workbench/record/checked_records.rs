//! The records of a whole book or tree, as `check` reads them: in directories, in logs, in sections of chapters.

use std::collections::HashSet;
use std::path::Path;

use load::{Home, Loaded};
use readers::adr;
use readers::adr::collection::own_words;
use readers::adr::directory::Directory;
use readers::files::{self, Bounds};
use readers::settings::env::Environment;
use readers::settings::today;
use text::link::{join, normal, relative, slashed};

use super::place::Places;
use super::usual::is_repository;
use crate::workbench::WorkbenchError;

impl Places {
    /// Whether somebody says where the records are, or stands among them: no others are meant.
    pub(crate) fn are_chosen(&self) -> bool {
        let told = self.settings.adr.paths.is_none() && !self.configured.is_empty();
        told || self.named.is_some() || self.hold_here()
    }

    /// Whether somebody stands in a directory of records.
    fn hold_here(&self) -> bool {
        let here = Path::new(".").canonicalize().ok();
        self.directories.iter().any(|directory| {
            let real = directory.canonicalize().ok();
            real.zip(here.as_ref()).is_some_and(|(real, here)| here.starts_with(real))
        })
    }

    /// The records that `check` reads, with paths as they are called from here.
    ///
    /// # Errors
    /// The book or its configuration cannot be read.
    pub(crate) fn checked(&self) -> Result<Directory, WorkbenchError> {
        let root = self.home.root();
        Ok(self.checked_below_root()?.called(|file| called(root, file)))
    }

    /// The same with paths from the root, where somebody named the top of a repository or a book and `check` reads records
    /// there; none elsewhere.
    ///
    /// # Errors
    /// As for [`Places::checked`].
    pub(crate) fn checked_of_top(&self) -> Result<Option<Directory>, WorkbenchError> {
        let root = self.home.root();
        let is_top = self.named.as_deref() == Some(root)
            && (is_repository(root) || matches!(self.home, Home::Book(_)));
        if !is_top || self.are_of_records() {
            return Ok(None);
        }
        Ok(Some(self.checked_below_root()?).filter(|found| !found.records.is_empty()))
    }

    fn checked_below_root(&self) -> Result<Directory, WorkbenchError> {
        let loaded = self.home.load(&[], Environment::of_process())?;
        let Loaded { book, config, problems, .. } = loaded;
        let root = self.home.root();
        let own = own_words(&config.settings, today(&config.settings));
        let collection = adr::read_book(&book, &config.settings, &own);
        let mut found = Directory::of_collection(collection, &self.own_words());
        let bounds = Bounds::around(root);
        let files = problems.iter().filter_map(|problem| problem.file());
        let known: HashSet<String> =
            found.unreadable.iter().map(|(file, _)| file.clone()).collect();
        for file in files.filter(|file| adr::is_meant(file) && !known.contains(*file)) {
            let on_disk = root.join(file);
            let refused = bounds.refuse(&on_disk);
            let unreadable = || files::source(&on_disk, file).err().map(|error| error.why);
            found.unreadable.extend(refused.or_else(unreadable).map(|why| (file.to_owned(), why)));
        }
        Ok(found)
    }
}

/// A file that findings name from a directory, as it is called from the current one.
fn called(root: &Path, file: &str) -> String {
    let here = Path::new(".").canonicalize().ok();
    let below = here
        .zip(root.canonicalize().ok())
        .and_then(|(here, root)| Some(slashed(here.strip_prefix(root).ok()?)));
    match below {
        Some(below) => relative(&below, file),
        None => normal(&join(&slashed(root), file)),
    }
}

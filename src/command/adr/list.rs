//! `adr list`: the records that `check` reads, or those of a directory or a file that somebody names.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use load::{Home, Loaded};
use readers::adr;
use readers::adr::OwnWords;
use readers::adr::directory::Directory;
use readers::files::{self, Bounds};
use readers::settings::env::Environment;
use readers::settings::is_adr_directory;
use text::link::{join, normal, relative};

use super::super::{FAILED, print, write_stdout};
use crate::cli::Format;
use crate::report::records;
use crate::terminal;
use crate::workbench::record::{Places, Shelf};

/// The records on stdout; what was left out, and why, on stderr. What cannot be read makes exit code 2.
pub(super) fn run(named: Option<&Path>, format: Format) -> Result<ExitCode> {
    let places = Places::find(named)?;
    let own = places.own_words();
    let found = match named {
        Some(named) => only_records(&places, Shelf::read(named, &own)?.found),
        None => all(&places, &own)?,
    };
    match format {
        Format::Human => print(&records::table(&found, terminal::stdout_width()))?,
        Format::Json => write_stdout(records::json(&found).as_bytes())?,
    }
    terminal::tell(&records::left_out(&found));
    Ok(if found.unreadable.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}

/// Where nobody names a directory: what adr-tools is told, the directory of records around the current one, else
/// what `check` reads.
fn all(places: &Places, own: &OwnWords) -> Result<Directory> {
    let told = places.settings.adr.paths.is_none() && !places.configured.is_empty();
    if told || is_here(&places.directories) {
        return on_shelves(places, own);
    }
    let checked = checked(&places.home, own)?;
    // Records beside a book are none of its chapters.
    let none = checked.records.is_empty() && checked.unreadable.is_empty();
    if none { on_shelves(places, own) } else { Ok(checked) }
}

/// Whether somebody stands in a directory of records.
fn is_here(directories: &[PathBuf]) -> bool {
    let here = Path::new(".").canonicalize().ok();
    directories.iter().any(|directory| {
        let real = directory.canonicalize().ok();
        real.zip(here.as_ref()).is_some_and(|(real, here)| here.starts_with(real))
    })
}

/// Without the documents of a directory that is not only for records.
fn only_records(places: &Places, mut found: Directory) -> Directory {
    if !places.are_of_records() {
        found.set_aside_documents();
    }
    found
}

/// The records of the directories, with paths as they are called from here.
fn on_shelves(places: &Places, own: &OwnWords) -> Result<Directory> {
    let mut all = Directory::default();
    for directory in &places.directories {
        let name = directory.strip_prefix(".").unwrap_or(directory).to_string_lossy();
        let name = name.replace('\\', "/");
        all.append(Shelf::read(directory, own)?.found.called(|path| join(&name, path)));
    }
    Ok(only_records(places, all))
}

/// The records that `check` reads, with paths as they are called from here.
fn checked(home: &Home, own: &OwnWords) -> Result<Directory> {
    let Loaded { book, config, problems } = match home {
        Home::Book(root) => load::load(root, Environment::of_process())?,
        Home::Tree(root) => load::tree(root, &[], Environment::of_process())?,
    };
    let collection = adr::read_book(&book, &config.settings);
    let mut found = Directory::of_collection(collection, own);
    let bounds = Bounds::around(home.root());
    for file in problems.iter().filter_map(|problem| problem.file()).filter(|file| is_meant(file)) {
        let on_disk = home.root().join(file);
        let refused = bounds.refuse(&on_disk);
        let why = refused.or_else(|| files::source(&on_disk, file).err().map(|error| error.why));
        found.unreadable.extend(why.map(|why| (file.to_owned(), why)));
    }
    Ok(found.called(|file| called(home.root(), file)))
}

/// Whether a file that cannot be read is a record by its name or its directory's.
fn is_meant(file: &str) -> bool {
    file.split('/').any(is_adr_directory) || adr::is_named_record(file)
}

/// A file that findings name from a directory, as it is called from the current one.
fn called(root: &Path, file: &str) -> String {
    let here = Path::new(".").canonicalize().ok();
    let below = here.zip(root.canonicalize().ok()).and_then(|(here, root)| {
        Some(here.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
    });
    match below {
        Some(below) => relative(&below, file),
        None => normal(&join(&root.to_string_lossy().replace('\\', "/"), file)),
    }
}

//! `adr list`: the records that `check` reads, or those of a directory or a file that somebody names.

use std::path::Path;

use load::Home;
use readers::adr::OwnWords;
use readers::adr::directory::Directory;
use readers::analysis::Analysis;
use text::link::{join, slashed};

use super::super::exit::Exit;
use super::super::subject::Subject;
use super::super::{stdout_bytes, stdout_text};
use crate::cli::Format;
use crate::command::error::Result;
use crate::command::outside;
use crate::report::display_paths::DisplayPaths;
use crate::report::{records, survey};
use crate::terminal;
use crate::workbench::record::{Places, Shelf};

/// The records on stdout; what was left out, and why, on stderr. What cannot be read makes exit code 2.
pub(super) fn run(named: Option<&Path>, format: Format) -> Result<Exit> {
    let places = Places::find(named)?;
    let own = places.own_words();
    let found = match named {
        Some(named) => match places.checked_of_top()? {
            Some(found) => found,
            None => only_records(&places, Shelf::read(named, &own)?.found),
        },
        None => all(&places, &own)?,
    };
    match format {
        Format::Human => stdout_text(&records::table(&found, terminal::stdout_width()))?,
        Format::Json => stdout_bytes(records::json(&found).as_bytes())?,
    }
    terminal::stderr_wrapped(&records::left_out(&found));
    if named.is_none() && found.records.is_empty() {
        terminal::stderr_wrapped(&not_found_by_name()?);
    }
    Ok(Exit::of_unread(&found.unreadable))
}

/// What there is that nothing but its text shows to be records, and how it is read.
fn not_found_by_name() -> Result<String> {
    let mut told = String::new();
    for subject in Subject::all(&[])? {
        let loaded = subject.whole()?;
        if matches!(subject.home(), Home::Book(_)) {
            told += &outside::told(&loaded);
        }
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let found = subject.survey(&loaded, &analysis)?;
        told +=
            &survey::hidden_records(&found, &loaded.book, &DisplayPaths::from_here(subject.root()));
    }
    Ok(told)
}

/// Where nobody names a directory: what adr-tools is told, the directory of records around the current one, else
/// what `check` reads.
fn all(places: &Places, own: &OwnWords) -> Result<Directory> {
    if places.are_chosen() {
        return on_shelves(places, own);
    }
    let checked = places.checked()?;
    // Records beside a book are none of its chapters.
    if !checked.records.is_empty() || !checked.unreadable.is_empty() {
        return Ok(checked);
    }
    let beside = on_shelves(places, own)?;
    let nothing = beside.records.is_empty()
        && beside.not_understood.is_empty()
        && beside.unreadable.is_empty();
    // What `check` counts as not understood has names.
    Ok(if nothing { checked } else { beside })
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
        let name = slashed(directory.strip_prefix(".").unwrap_or(directory));
        all.append(Shelf::read(directory, own)?.found.called(|path| join(&name, path)));
    }
    Ok(only_records(places, all))
}

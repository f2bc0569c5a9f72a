//! Which directories are of records by their names: `docs/adr`, `decisions` beside the current one.

use std::path::{Path, PathBuf};

use readers::adr::directory;
use readers::adr::name::Name;
use readers::adr::{OwnWords, is_named_record};
use readers::files;
use readers::settings::is_adr_directory;
use text::link;

use crate::workbench::place::{resolved, tidy};

/// Where directories of records lie, beside the top: in books, and among other documents.
const PLACES: [&str; 7] =
    ["", "src", "docs", "doc", "docs/src", "docs/architecture", "doc/architecture"];

/// The nearest directories with a usual name: the current one or one above it, those beside these; else the first one in
/// a usual place whose files are called records.
pub(super) fn usual(root: &Path, src: &str, own: &OwnWords) -> Vec<PathBuf> {
    let named = |directory: &PathBuf| {
        let real = directory.canonicalize().ok();
        let name = real.as_ref().and_then(|real| real.file_name());
        name.is_some_and(|name| is_adr_directory(&name.to_string_lossy()))
    };
    let above = upwards(root);
    // A repository can be called so and hold other things beside its records.
    let (top, below) =
        above.split_last().map_or((None, &[][..]), |(top, below)| (Some(top), below));
    let inside = below.iter().rev().find(|directory| named(directory)).cloned();
    let whole = top.filter(|top| named(top) && (!is_repository(top) || holds_numbered(top)));
    if let Some(around) = inside.or_else(|| whole.cloned()) {
        return vec![around];
    }
    let beside = above.iter().map(|above| called_so_in_places(above, src));
    if let Some(found) = beside.into_iter().find(|found| !found.is_empty()) {
        return in_use(found, own);
    }
    let places = || std::iter::once(src).chain(PLACES);
    let mut all = above.iter().flat_map(|above| places().map(move |place| above.join(place)));
    all.find(|directory| holds_named_records(directory))
        .map(|found| tidy(&found))
        .into_iter()
        .collect()
}

/// The directories in the usual places below another that have a usual name, the likeliest first.
fn called_so_in_places(above: &Path, src: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for place in std::iter::once(src).chain(PLACES) {
        let parent = above.join(place);
        for name in directory::called_so(&parent) {
            let directory = tidy(&parent.join(name));
            if !found.iter().any(|known| resolved(known) == resolved(&directory)) {
                found.push(directory);
            }
        }
    }
    found
}

/// Those of several directories that hold records, where more than one does; else the first. Which of them a team still
/// uses, nothing here shows.
fn in_use(mut directories: Vec<PathBuf>, own: &OwnWords) -> Vec<PathBuf> {
    let holding: Vec<PathBuf> = match &*directories {
        [_, _, ..] => directories.iter().filter(|at| holds_records(at, own)).cloned().collect(),
        _ => Vec::new(),
    };
    if holding.len() > 1 {
        return holding;
    }
    directories.truncate(1);
    directories
}

/// Whether a record lies in a directory.
pub(super) fn holds_records(directory: &Path, own: &OwnWords) -> bool {
    directory::read(directory, own).is_ok_and(|found| !found.records.is_empty())
}

/// Whether a directory has a usual name in a usual place, so that it is found without a setting.
pub(super) fn is_usual(directory: &Path, root: &Path, src: &str) -> bool {
    let real = resolved(directory);
    let named = real.file_name().is_some_and(|name| is_adr_directory(&name.to_string_lossy()));
    let above = real.parent().unwrap_or(&real);
    let mut places = upwards(root).into_iter().flat_map(|top| {
        std::iter::once(src).chain(PLACES).map(move |place| resolved(&top.join(place)))
    });
    named && places.any(|place| place == above)
}

pub(super) fn is_repository(directory: &Path) -> bool {
    directory.canonicalize().is_ok_and(|real| files::repository(&real) == Some(&*real))
}

/// Whether a directory holds files that are called records: `adr-012-use-a-log.md`.
fn holds_named_records(directory: &Path) -> bool {
    holds(directory, is_named_record)
}

/// Whether a directory holds files that are called by a number: `0012-use-a-log.md`.
fn holds_numbered(directory: &Path) -> bool {
    holds(directory, |name| Name::of(link::stem(name)).id.is_some())
}

/// Whether a directory itself holds a Markdown file of such a name.
fn holds(directory: &Path, is_it: impl Fn(&str) -> bool) -> bool {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.any(|name| files::is_markdown(&name) && is_it(&name))
}

/// The current directory and those above it, up to a root; named so that they can be read.
pub(super) fn upwards(root: &Path) -> Vec<PathBuf> {
    let Ok(top) = root.canonicalize() else { return vec![PathBuf::from(".")] };
    let Ok(here) = Path::new(".").canonicalize() else { return vec![PathBuf::from(".")] };
    let levels = here.ancestors().take_while(|above| above.starts_with(&top)).count().max(1);
    let up = |level: usize| -> PathBuf { std::iter::repeat_n("..", level).collect() };
    (0..levels).map(|level| if level == 0 { PathBuf::from(".") } else { up(level) }).collect()
}

//! From the path that somebody typed to a book and a chapter of it.

use std::path::{Component, Path, PathBuf};

use load::Home;
use readers::files;
use text::link::slashed;

use super::WorkbenchError;

/// Where a file is at home that may not be there yet. A book's directory is the book, whatever lies in it.
pub(crate) fn home_of(path: &Path) -> Home {
    let book = book_of(path);
    if book.join("book.toml").is_file() {
        return Home::Book(book);
    }
    let there = path.ancestors().find(|above| above.exists()).unwrap_or(Path::new("."));
    Home::of(there).unwrap_or(Home::Book(book))
}

/// The directory of the book that a file is in, looked for upwards; the current one if none is found.
fn book_of(path: &Path) -> PathBuf {
    let holds_book = |above: &&Path| above.join("book.toml").is_file();
    // As it was typed, where that leads there: the messages are easier to read.
    if let Some(above) = path.ancestors().skip(1).find(holds_book) {
        let here = above == Path::new("");
        return if here { PathBuf::from(".") } else { above.to_owned() };
    }
    let absolute = resolved(path);
    let above = absolute.ancestors().skip(1).find(holds_book);
    above.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// A chapter's path below the source directory, with forward slashes. Links are resolved first: one
/// that leads out of the book does not lead in.
pub(super) fn chapter_path(path: &Path, src: &Path) -> Result<String, WorkbenchError> {
    if path.extension().is_none_or(|extension| extension != "md") {
        return Err(WorkbenchError::NotMarkdown(path.to_owned()));
    }
    let outside = || WorkbenchError::Outside { path: path.to_owned(), src: src.to_owned() };
    let absolute = resolved(path);
    let below = absolute.strip_prefix(resolved(src)).map_err(|_| outside())?;
    if below.components().any(|part| !matches!(part, Component::Normal(_))) {
        return Err(outside());
    }
    Ok(slashed(below))
}

/// A file as the header of a diff names it: from the current directory, else from the top of its
/// repository, so that a patch can be applied there.
pub(crate) fn named_in_diff(file: &Path) -> String {
    let real = resolved(file);
    let here = resolved(Path::new("."));
    let below = real.strip_prefix(&here).ok();
    let below = below.or_else(|| real.strip_prefix(files::repository(&real)?).ok());
    let parts = below.unwrap_or(&real).components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The path without links as far as it exists; what does not exist yet is appended.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = absolute.ancestors().find_map(|above| {
        let real = above.canonicalize().ok()?;
        Some((real, absolute.strip_prefix(above).unwrap_or(Path::new("")).to_owned()))
    });
    match existing {
        Some((real, rest)) if rest == Path::new("") => real,
        Some((real, rest)) => real.join(rest),
        None => absolute,
    }
}

/// Without `.` and what is left of empty parts.
pub(crate) fn tidy(path: &Path) -> PathBuf {
    let tidy: PathBuf =
        path.components().filter(|part| *part != std::path::Component::CurDir).collect();
    if tidy == Path::new("") { PathBuf::from(".") } else { tidy }
}

//! What lies below a directory.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::is_markdown;

/// Directories that hold no text of the project.
const SKIPPED: [&str; 3] = ["node_modules", "target", "vendor"];

/// Whether a directory of this name holds no text of the project.
pub fn holds_no_text(name: &str) -> bool {
    SKIPPED.contains(&name)
}

/// What lies below a directory.
#[derive(Debug, Default)]
pub struct Listing {
    /// The Markdown files with their names relative to the directory, sorted.
    pub files: Vec<(String, PathBuf)>,
    /// Directories that cannot be looked into, by their names relative to it.
    pub closed: Vec<(String, io::Error)>,
}

/// The Markdown files below a directory. Symbolic links to directories are not followed: they may lead back
/// up.
///
/// # Errors
/// The directory itself cannot be read.
pub fn markdown_files(root: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        match list(&directory, &prefix, &mut listing.files) {
            Ok(below) => open.extend(below),
            Err(error) if prefix.is_empty() => return Err(error),
            Err(error) => listing.closed.push((prefix, error)),
        }
    }
    listing.files.sort();
    listing.closed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(listing)
}

/// Adds the Markdown files of one directory; gives the directories in it.
fn list(
    directory: &Path,
    prefix: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> io::Result<Vec<(PathBuf, String)>> {
    let mut below = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !name.starts_with('.') && !holds_no_text(&name) {
                below.push((entry.path(), format!("{prefix}{name}/")));
            }
        } else if is_markdown(&name) && !(kind.is_symlink() && entry.path().is_dir()) {
            files.push((format!("{prefix}{name}"), entry.path()));
        }
    }
    Ok(below)
}

/// A search ends after so many entries.
const MAX_SEARCHED: usize = 20_000;

/// Whether a file below a directory fits, by its name relative to it. True also where there is too much to
/// look through; links to directories are not followed.
pub(crate) fn any_below(root: &Path, fits: impl Fn(&str) -> bool) -> bool {
    let mut left = MAX_SEARCHED;
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if left == 0 || fits(&name) {
                return true;
            }
            left -= 1;
            if let Some(below) = text_directory(&entry) {
                open.push((below, format!("{name}/")));
            }
        }
    }
    false
}

/// The directories below one that may hold text, by their names relative to it; of very many only some.
pub(crate) fn directories_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let Some(below) = text_directory(&entry).filter(|_| found.len() < MAX_SEARCHED) else {
                continue;
            };
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            open.push((below, format!("{name}/")));
            found.push(name);
        }
    }
    found
}

/// The directory that an entry is, where it may hold text of the project.
fn text_directory(entry: &fs::DirEntry) -> Option<PathBuf> {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let hidden = name.starts_with('.') || holds_no_text(&name);
    (!hidden && entry.file_type().ok()?.is_dir()).then(|| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::source;

    #[cfg(unix)]
    #[test]
    fn links_to_directories_are_no_files_and_a_device_is_never_read() {
        let directory = tempfile::tempdir().unwrap();
        fs::create_dir(directory.path().join("sub")).unwrap();
        fs::write(directory.path().join("sub/b.md"), "").unwrap();
        std::os::unix::fs::symlink(directory.path(), directory.path().join("sub/up.md")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", directory.path().join("zero.md")).unwrap();
        let found = markdown_files(directory.path()).unwrap();
        let names: Vec<&str> = found.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sub/b.md", "zero.md"]);
        let unreadable = source(&directory.path().join("zero.md"), "zero.md").unwrap_err();
        assert_eq!(unreadable.why, "cannot be read: it is no regular file");
    }
}

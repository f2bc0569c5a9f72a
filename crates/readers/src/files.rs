//! Files on disk, found below a directory.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Directories that hold no text of the project.
const SKIPPED: [&str; 3] = ["node_modules", "target", "vendor"];

/// The Markdown files below a directory with their names relative to it, sorted. Symbolic links to
/// directories are not followed: they may lead back up.
pub fn markdown_files(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                    open.push((entry.path(), format!("{prefix}{name}/")));
                }
            } else if is_markdown(&name) {
                files.push((format!("{prefix}{name}"), entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_markdown(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

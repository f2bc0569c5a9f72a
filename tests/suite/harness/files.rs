//! Repositories of a few files.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// A record with all that one needs.
pub(crate) const RECORD: &str = "# 1. One log\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
                                 ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

/// Writes a file below a directory, with the directories in between.
pub(crate) fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// A repository with these files.
pub(crate) fn tree(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    for (path, text) in files {
        write(directory.path(), path, text);
    }
    directory
}

/// The same with files that were made one by one.
pub(crate) fn tree_of(files: &[(String, String)]) -> TempDir {
    tree(&files.iter().map(|(path, text)| (&**path, &**text)).collect::<Vec<_>>())
}

//! Markdown without a book: directories and files anywhere, `archdoc.toml`, comments that bind.

mod configured;
mod found;
mod reviews;

use crate::cli::run;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const RECORD: &str = "# 1. One log\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
                      ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

/// A repository with these files.
pub(crate) fn tree(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn short(directory: &Path, paths: &[&str]) -> String {
    let arguments = [&["check", "--format", "short"], paths].concat();
    run(directory, &arguments).stdout
}

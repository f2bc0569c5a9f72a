//! The commands that write: what they write is right, and nothing of the author's is lost.

mod documents;
mod fill;
mod init;
mod new;

use readers::template::builtin;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

use crate::harness::files::write;
use crate::harness::program::run;

pub(crate) fn book(table: &str, files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| write(directory.path(), path, text);
    write("book.toml", &format!("[preprocessor.archdoc]\nbefore = ['links']\n{table}"));
    write("src/SUMMARY.md", "# Summary\n\n- [A](a.md)\n");
    write("src/a.md", "# A\n");
    for (path, text) in files {
        write(path, text);
    }
    directory
}

pub(crate) fn text(book: &TempDir, path: &str) -> String {
    fs::read_to_string(book.path().join(path)).unwrap()
}

pub(crate) fn states(book: &TempDir, path: &str) -> Vec<(String, String)> {
    let ran = run(book.path(), &["coverage", "--format", "json"]);
    let documents: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let document = documents.as_array().unwrap().iter().find(|one| one["path"] == path).unwrap();
    let sections = document["sections"].as_array().unwrap().iter();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    sections.map(|section| (word(&section["id"]), word(&section["state"]))).collect()
}

/// Sections whose text may stay as the template has it, and those above them.
fn kept(template: &str) -> Vec<String> {
    let template = builtin::find(template).unwrap();
    let sections = &template.sections;
    let keeps = |index: usize| {
        (0..sections.len()).any(|below| {
            sections[below].keep && (below == index || template.is_within(below, index))
        })
    };
    (0..sections.len())
        .filter(|&index| keeps(index))
        .map(|index| sections[index].id.clone())
        .collect()
}

fn read_only(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

//! The life of decision records: each command beside the input that it refuses, and what no sequence of
//! them may do.

mod lossless;
mod new;
mod places;
mod status;
mod supersession;

use crate::harness::program::{Ran, archdoc, run};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SECTIONS: &str =
    "## Context\n\nScans.\n\n## Decision\n\nOne log.\n\n## Consequences\n\nMore.\n";

pub(crate) fn nygard(number: u64, status: &str) -> String {
    format!("# {number}. Title {number}\n\nDate: 2026-01-05\n\n## Status\n\n{status}\n\n{SECTIONS}")
}

/// A repository with records in `docs/adr`.
fn repository(records: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    fs::create_dir_all(directory.path().join("docs/adr")).unwrap();
    for (name, text) in records {
        fs::write(directory.path().join("docs/adr").join(name), text).unwrap();
    }
    directory
}

/// Three records in Nygard's style.
fn three() -> TempDir {
    let texts = [1, 2, 3].map(|number| nygard(number, "Accepted"));
    repository(&[("0001-a.md", &texts[0]), ("0002-b.md", &texts[1]), ("0003-c.md", &texts[2])])
}

fn read(directory: &TempDir, name: &str) -> String {
    fs::read_to_string(directory.path().join("docs/adr").join(name)).unwrap()
}

#[track_caller]
pub(crate) fn done(directory: &TempDir, arguments: &[&str]) -> String {
    let ran = run(directory.path(), &[&["adr"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.stderr);
    ran.stdout
}

/// What a command says that changes nothing.
#[track_caller]
pub(crate) fn refused(directory: &TempDir, arguments: &[&str]) -> String {
    let before = texts(directory.path());
    let ran = run(directory.path(), &[&["adr"], arguments].concat());
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{arguments:?}: {}", ran.stderr);
    assert_eq!(texts(directory.path()), before, "{arguments:?}");
    ran.stderr
}

fn texts(directory: &Path) -> Vec<(PathBuf, String)> {
    let mut open = vec![directory.to_owned()];
    let mut texts = Vec::new();
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).unwrap().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                texts.push((entry.path(), fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    texts.sort();
    texts
}

/// A directory with three accepted records in English.
fn three_of(status: &str) -> TempDir {
    let top = tempfile::tempdir().unwrap();
    let records = top.path().join("docs/adr");
    fs::create_dir_all(&records).unwrap();
    fs::create_dir(top.path().join(".git")).unwrap();
    for number in 1..4 {
        let status = if number == 3 { "Proposed" } else { status };
        let text = format!(
            "# {number}. Use tool {number}\n\nDate: 2026-03-0{number}\n\n## Status\n\n{status}\n\n\
             ## Context\n\nIt is slow.\n\n## Decision\n\nA tool.\n\n## Consequences\n\nOne more.\n"
        );
        fs::write(records.join(format!("000{number}-tool.md")), text).unwrap();
    }
    top
}

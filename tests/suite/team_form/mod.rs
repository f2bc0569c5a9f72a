//! Records are written, changed and asked for in the form that the team's other records have.

mod asked_for;
mod habits;
mod keys;
mod marks;
mod new_record;

use crate::adr_life::{done, nygard, refused};
use crate::harness::files::tree;
use crate::harness::program::run;
use crate::workbench::text;
use std::fs;
use tempfile::TempDir;

/// A repository with these records in `docs/adr`.
pub(crate) fn records(files: &[(&str, String)]) -> TempDir {
    let paths: Vec<String> = files.iter().map(|(name, _)| format!("docs/adr/{name}")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().zip(files).map(|(path, (_, text))| (path.as_str(), text.as_str())).collect();
    tree(&files)
}

/// Three records with these lines below their titles.
fn headed(lines: impl Fn(u64) -> String) -> TempDir {
    let record = |number: u64| {
        format!("# Title {number}\n\n{}\n\n## Context\n\nA.\n\n## Decision\n\nB.\n", lines(number))
    };
    records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))])
}

//! Indexes that people keep by hand, held against the records and mended.

mod moved;
mod no_index;
mod other_lists;
mod rows;
mod style;

use crate::harness::program::run;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A plain tree with records of these statuses, counted from 1, and an index beside them.
fn tree(statuses: &[&str], index: &str) -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    let records = tree.path().join("docs/adr");
    fs::create_dir_all(&records).unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    for (number, status) in (1..).zip(statuses) {
        let text = format!(
            "# {number}. Use tool {number}\n\nDate: 2026-03-0{number}\n\n## Status\n\n{status}\n\n\
             ## Context\n\nIt is slow.\n\n## Decision\n\nA tool.\n\n## Consequences\n\nOne more.\n"
        );
        fs::write(records.join(format!("000{number}-tool-{number}.md")), text).unwrap();
    }
    fs::write(records.join("README.md"), index).unwrap();
    tree
}

fn index(tree: &TempDir) -> String {
    fs::read_to_string(tree.path().join("docs/adr/README.md")).unwrap()
}

fn told(tree: &Path) -> Vec<String> {
    let ran = run(tree, &["check", "--format", "short"]);
    let lines = ran.stdout.lines().filter(|line| line.contains("[adr-index-drift]"));
    lines.map(str::to_owned).collect()
}

/// What `check --fix`, run twice, makes of an index of accepted records.
fn mended(records: usize, index: &str) -> String {
    let tree = tree(&vec!["Accepted"; records], index);
    run(tree.path(), &["check", "--fix"]);
    run(tree.path(), &["check", "--fix"]);
    self::index(&tree)
}

/// The rows of an index for some records, each made by a pattern: `N` is the number, `K` its place.
fn rows(pattern: &str, numbers: &[usize]) -> String {
    let row = |(place, number): (usize, &usize)| {
        pattern.replace('N', &number.to_string()).replace('K', &place.to_string())
    };
    numbers.iter().enumerate().map(|(at, number)| row((at + 1, number))).collect()
}

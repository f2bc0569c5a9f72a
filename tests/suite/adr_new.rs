//! `adr new`: what it writes beside others, and what it never harms.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use tempfile::TempDir;

use crate::harness::program::{archdoc, run};

const SEVENTH: &str = "# 7. Split the import\n\n## Status\n\nAccepted\n\n## Context\n\nLate.\n\n\
                       ## Decision\n\nSplit.\n\n## Consequences\n\nSoon.\n";

/// A directory with `adr/0007-split.md`.
fn records(text: &str) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join("adr")).unwrap();
    fs::write(directory.path().join("adr/0007-split.md"), text).unwrap();
    directory
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory.join("adr")).unwrap().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn started(directory: &Path, arguments: &[&str]) -> Child {
    let mut command = archdoc(directory, arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn finish(started: Vec<Child>) {
    for child in started {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn neither_file_is_written_where_one_of_them_cannot() {
    let directory = records(SEVENTH);
    let old = directory.path().join("adr/0007-split.md");
    let mut permissions = fs::metadata(&old).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&old, permissions).unwrap();
    let ran = run(directory.path(), &["adr", "new", "Stream", "--supersedes", "7"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""));
    assert!(ran.stderr.contains("0007-split.md` was not written"), "{}", ran.stderr);
    assert!(ran.stderr.contains("make it writable"), "{}", ran.stderr);
    assert_eq!(names(directory.path()), ["0007-split.md"]);
}

#[test]
fn a_day_that_is_none_is_refused_in_the_words_of_every_command() {
    let directory = records(SEVENTH);
    for asked in [&["adr", "new", "Use a log", "--date"][..], &["check", "--as-of"]] {
        let ran = run(directory.path(), &[asked, &["2026-02-30"]].concat());
        assert_eq!(ran.code, Some(2), "{asked:?}");
        let said = "that is no day, or not one alone; write 2026-01-31";
        assert!(ran.stderr.contains(said), "{asked:?}: {}", ran.stderr);
    }
    assert_eq!(names(directory.path()), ["0007-split.md"]);
}

#[test]
fn sixty_chapters_at_once_are_all_listed() {
    let book = crate::workbench::book("", &[]);
    let new = |n: usize| started(book.path(), &["new", "standard", &format!("src/c{n}.md")]);
    finish((0..60).map(new).collect());
    let summary = fs::read_to_string(book.path().join("src/SUMMARY.md")).unwrap();
    assert_eq!(summary.lines().filter(|line| line.starts_with("- [")).count(), 61, "{summary}");
}

//! `adr new`: what it writes beside others, and what it never harms.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use tempfile::TempDir;

use crate::cli::{archdoc, run};

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
fn twenty_at_once_give_twenty_numbers() {
    let directory = records(SEVENTH);
    let new = |n: usize| started(directory.path(), &["adr", "new", &format!("Number {n}")]);
    finish((0..20).map(new).collect());
    let names = names(directory.path());
    let numbers: BTreeSet<&str> = names.iter().map(|name| &name[..4]).collect();
    assert_eq!((names.len(), numbers.len()), (21, 21), "{names:?}");
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
fn sixty_chapters_at_once_are_all_listed() {
    let book = crate::workbench::book("", &[]);
    let new = |n: usize| started(book.path(), &["new", "standard", &format!("src/c{n}.md")]);
    finish((0..60).map(new).collect());
    let summary = fs::read_to_string(book.path().join("src/SUMMARY.md")).unwrap();
    assert_eq!(summary.lines().filter(|line| line.starts_with("- [")).count(), 61, "{summary}");
}

#[test]
fn killed_at_any_moment_each_file_is_old_or_new() {
    for round in 0..40_u64 {
        let directory = records(SEVENTH);
        let old = fs::read_to_string(directory.path().join("adr/0007-split.md")).unwrap();
        let arguments = ["adr", "new", "Stream", "--supersedes", "7"];
        let mut killed = started(directory.path(), &arguments);
        std::thread::sleep(std::time::Duration::from_micros(round * 500));
        let _may_have_ended = killed.kill();
        killed.wait().unwrap();
        let now = fs::read_to_string(directory.path().join("adr/0007-split.md")).unwrap();
        let new = fs::read_to_string(directory.path().join("adr/0008-stream.md")).ok();
        let told = now.contains("Superseded by [8. Stream](0008-stream.md)");
        assert!(now == old || told && new.is_some(), "{round}: {now}");
        assert!(new.is_none_or(|new| new.contains("Supersedes [7.")), "{round}");
        // Whoever comes next is not held up by what the killed one left.
        let next = run(directory.path(), &["adr", "new", "Batch"]);
        assert_eq!(next.code, Some(0), "{round}: {}", next.stderr);
    }
}

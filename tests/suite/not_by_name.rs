//! Records in directories that are not called so: what is told of them is what will be read.

use std::fs;

use tempfile::TempDir;

use crate::harness::files::write;
use crate::harness::program::run;

/// A repository with these files.
fn repository(files: &[(&str, String)]) -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    for (path, text) in files {
        write(tree.path(), path, text);
    }
    tree
}

fn record(number: usize) -> String {
    format!("# {number}. One log\n\n## Status\n\nAccepted\n\n{PARTS}")
}

const PARTS: &str =
    "## Context\n\nScans.\n\n## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

#[test]
fn small_directories_beside_others_are_read_with_them() {
    let mut files = Vec::new();
    let directories = [("ports", 4), ("ships", 2), ("ships/crew", 3), ("ships/fuel", 1)];
    for (directory, count) in directories {
        for number in 1..=count {
            let own = record(number).replace("One log", &format!("One log of {directory}"));
            files.push((format!("{directory}/000{number}-log.md"), own));
        }
    }
    // Read with the others, though it does not say enough alone.
    files.push(("ports/0009-tide.md".to_owned(), "# 9. Tide\n\n## Context\n\nC.\n".to_owned()));
    let files: Vec<(&str, String)> =
        files.iter().map(|(path, text)| (&**path, text.clone())).collect();
    let tree = repository(&files);
    let ran = run(tree.path(), &["suggest"]);
    let told = "ports: 5 decision records (mostly nygard), not found by name\n\
                ships: 6 decision records (nygard), not found by name\n  \
                add to archdoc.toml:\n    adr.paths = [\"ports\", \"ships\"]\n";
    assert_eq!(ran.stdout, told);
    run(tree.path(), &["init"]);
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains("11 decision records read"), "{}", ran.stderr);
}

#[test]
fn one_record_elsewhere_is_not_read_with_others() {
    let mut files: Vec<(String, String)> =
        (1..4).map(|number| (format!("docs/ports/000{number}-log.md"), record(number))).collect();
    files.push(("samples/0001-log.md".to_owned(), record(1)));
    files.push(("docs/guides/01-sail.md".to_owned(), "# 1. Sail\n\nStatus: Draft\n".to_owned()));
    let files: Vec<(&str, String)> =
        files.iter().map(|(path, text)| (&**path, text.clone())).collect();
    let ran = run(repository(&files).path(), &["suggest"]);
    assert!(ran.stdout.contains("adr.paths = [\"docs/ports\"]"), "{}", ran.stdout);
}

#[test]
fn titles_of_records_among_other_texts_are_a_hint() {
    let titled = |number: usize| {
        format!(
            "# ADR-00{number}: One log\n\n**Status:** Accepted\n**Date:** 2026-03-02\n\n{PARTS}"
        )
    };
    let guide = || "# How to sail\n\nRead it.\n".to_owned();
    let files = [
        ("docs/old/0001-log.md", titled(1)),
        ("docs/old/0002-log.md", titled(2)),
        ("docs/old/guide.md", guide()),
        ("docs/old/install.md", guide()),
        ("docs/old/stack.md", guide()),
        ("docs/samples/0001-log.md", titled(1)),
        ("docs/samples/0002-log.md", titled(2)),
        ("docs/samples/guide.md", guide()),
    ];
    let tree = repository(&files);
    let hint = "docs/old: 2 files that seem to be decision records\n";
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    assert!(!ran.stderr.contains("samples"), "{}", ran.stderr);
    for command in ["suggest", "init"] {
        let ran = run(tree.path(), &[command]);
        let told = ran.stdout.clone() + &ran.stderr;
        assert!(told.contains(hint) && !told.contains("adr.paths ="), "{command}: {told}");
    }
}

#[test]
fn numbered_decisions_without_a_status_are_a_hint() {
    let text = |number: usize| format!("# {number} One log\n\n{PARTS}");
    let files: Vec<(String, String)> =
        (1..4).map(|number| (format!("docs/past/0{number}-log.md"), text(number))).collect();
    let plans = (1..4).map(|number| {
        (format!("docs/plans/0{number}-log.md"), format!("# {number} Log\n\n## Context\n\nC.\n"))
    });
    let files: Vec<(String, String)> = files.into_iter().chain(plans).collect();
    let files: Vec<(&str, String)> =
        files.iter().map(|(path, text)| (&**path, text.clone())).collect();
    let ran = run(repository(&files).path(), &["adr", "list"]);
    let hint = "docs/past: 3 files that seem to be decision records\n";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    assert!(!ran.stderr.contains("plans"), "{}", ran.stderr);
}

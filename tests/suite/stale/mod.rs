//! Texts that are older than the code they describe, in real repositories.

mod ages;
mod paths;

use crate::harness::files::write;
use crate::harness::git;
use crate::harness::program::run;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const TEXT: &str = "# Shop\n\nA shop.\n\n## Payments\n\n<!-- archdoc: describes app/pay/** -->\n\nCards are charged \
                    at once.\n\n## Stock\n\nCounted.\n";

/// A repository with a text and the code it describes, of the same day.
fn repository(text: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "docs/shop.md", text);
    write(root.path(), "app/pay/card.rs", "fn charge() {}\n");
    git::commit_all(root.path(), "2025-01-10", "Begin");
    root
}

/// So many commits to the code, one a month.
fn change(root: &Path, commits: usize) {
    for month in 1..=commits {
        write(root, "app/pay/card.rs", &format!("fn charge() {{ {month}; }}\n"));
        git::commit_all(root, &format!("2025-{:02}-11", month + 1), &format!("Change {month}"));
    }
}

/// The findings of some rules, without the directory.
fn told(root: &Path) -> Vec<String> {
    let ran = run(root, &["check", "--format", "short"]);
    let ours = ["stale-section]", "unmatched-path]", "git-history-unavailable]", "malformed"];
    let lines = ran.stdout.lines().filter(|line| ours.iter().any(|rule| line.contains(rule)));
    lines.map(str::to_owned).collect()
}

const STALE: &str =
    "docs/shop.md:5:1: warning[stale-section]: `Payments` is older than the code that it describes";

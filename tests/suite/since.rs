//! `check --since` and `check --staged`: what a change brought, and nothing that was there before.

use std::fs;
use std::path::Path;

use crate::harness::files::write;
use crate::harness::git;
use crate::harness::program::run;
use tempfile::TempDir;

pub(super) fn record(number: usize, status: &str, more: &str) -> String {
    format!(
        "# {number}. Use tool {number}\n\nDate: 2026-03-0{number}\n\n## Status\n\n{status}\n\n## Context\n\nIt is \
         slow.\n\n## Decision\n\nA tool.{more}\n\n## Consequences\n\nOne more.\n"
    )
}

/// A repository with two records, of which the first has a fault.
pub(super) fn repository() -> Option<TempDir> {
    if !git::is_here() {
        return None;
    }
    let tree = tempfile::tempdir().unwrap();
    write(tree.path(), "docs/adr/0001-tool-1.md", &record(1, "Acepted", ""));
    write(
        tree.path(),
        "docs/adr/0002-tool-2.md",
        &record(2, "Accepted", " See [1](0001-tool-1.md#context)."),
    );
    git::commit_all(tree.path(), "2026-03-10", "Decide");
    Some(tree)
}

pub(super) fn told(tree: &Path, arguments: &[&str]) -> Vec<String> {
    let ran = run(tree, &[&["check", "--format", "short"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn what_was_there_before_is_counted_and_not_told() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    assert_eq!(told(tree, &[]).len(), 1);
    assert_eq!(told(tree, &["--since", "HEAD"]), Vec::<String>::new());
    let ran = run(tree, &["check", "--since", "HEAD", "-D", "warnings"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.stderr
            .ends_with("2 decision records read; no findings; 1 older finding is not shown\n")
    );
    // Lines above it came, and the file has another name.
    fs::rename(tree.join("docs/adr/0001-tool-1.md"), tree.join("docs/0001-tool-1.md")).unwrap();
    fs::create_dir(tree.join("docs/decisions")).unwrap();
    fs::rename(tree.join("docs/0001-tool-1.md"), tree.join("docs/decisions/0001-tool-1.md"))
        .unwrap();
    let at = "docs/adr/0002-tool-2.md:15:13: warning[adr-broken-link]";
    let found = told(tree, &["--since", "HEAD"]);
    assert_eq!(found, [format!("{at}: `0001-tool-1.md#context` does not exist")]);
}

#[test]
fn a_change_is_told_of_and_what_it_breaks_elsewhere() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    git::run(tree, "2026-03-11", &["branch", "old"]);
    write(tree, "docs/adr/0003-tool-3.md", &record(3, "Porposed", ""));
    let first = record(1, "Acepted", "").replace("## Context", "## Background");
    write(tree, "docs/adr/0001-tool-1.md", &format!("<!-- moved -->\n{first}"));
    git::commit_all(tree, "2026-03-12", "Go on");
    let found = told(tree, &["--since", "old"]);
    let rules: Vec<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        rules,
        ["docs/adr/0002-tool-2.md:15:13", "docs/adr/0003-tool-3.md:7:1"],
        "{found:?}"
    );
    assert_eq!(told(tree, &["--since", "old", "docs/adr/0003-tool-3.md"]).len(), 1);
    let ran = run(tree, &["check", "--since", "old", "-D", "warnings"]);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn staged_texts_are_read_as_they_will_be_committed() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    write(tree, "docs/adr/0003-tool-3.md", &record(3, "Porposed", ""));
    git::run(tree, "2026-03-11", &["add", "-A"]);
    write(tree, "docs/adr/0003-tool-3.md", &record(3, "Proposed", ""));
    write(tree, "docs/adr/0004-tool-4.md", &record(4, "Porposed", ""));
    let found = told(tree, &["--staged"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("docs/adr/0003-tool-3.md:7:1: warning[adr-unknown-status]"));
    git::run(tree, "2026-03-11", &["add", "docs/adr/0003-tool-3.md"]);
    assert_eq!(told(tree, &["--staged"]), Vec::<String>::new());
}

#[test]
fn the_first_commit_and_an_index_of_a_hook_are_staged_texts_too() {
    if !git::is_here() {
        return;
    }
    let tree = tempfile::tempdir().unwrap();
    let tree = tree.path();
    write(tree, "docs/adr/0001-tool-1.md", &record(1, "Acepted", ""));
    git::run(tree, "2026-03-10", &["init", "-q"]);
    git::run(tree, "2026-03-10", &["add", "-A"]);
    assert_eq!(told(tree, &["--staged"]).len(), 1);
    fs::copy(tree.join(".git/index"), tree.join(".git/next-index")).unwrap();
    git::run(tree, "2026-03-10", &["rm", "-q", "--cached", "-r", "."]);
    assert_eq!(told(tree, &["--staged"]).len(), 0);
    let mut check =
        crate::harness::program::archdoc(tree, &["check", "--staged", "--format", "short"]);
    let output = check.env("GIT_INDEX_FILE", ".git/next-index").output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
}

#[test]
fn records_of_one_file_are_told_apart_and_a_new_name_is_no_change() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let log = "# Decisions\n\n## ADR-1: Use a queue\n\nStatus: Accepted\n\nDate: 2026-03-01\n\n\
               ## ADR-2: Use a cache\n\nStatus: Proposed\n\nDate: 2026-03-02\n";
    write(tree, "decisions.md", log);
    git::commit_all(tree, "2026-03-11", "Log");
    fs::rename(tree.join("docs/adr/0002-tool-2.md"), tree.join("docs/adr/0002-better.md")).unwrap();
    assert_eq!(run(tree, &["changes", "--since", "HEAD"]).stdout, "");
}

#[test]
fn one_fault_does_not_hide_another_at_the_same_place() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let lacking = |heading: &str| {
        let text = record(3, "Accepted", "");
        let start = text.find(heading).unwrap();
        let end = text[start + 3..].find("\n## ").map_or(text.len(), |end| start + 3 + end + 1);
        format!("{}{}", &text[..start], &text[end..])
    };
    write(tree, "docs/adr/0003-tool-3.md", &lacking("## Consequences"));
    git::commit_all(tree, "2026-03-11", "Half");
    assert_eq!(told(tree, &["--since", "HEAD"]), Vec::<String>::new());
    write(tree, "docs/adr/0003-tool-3.md", &lacking("## Decision"));
    let found = told(tree, &["--since", "HEAD"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("[adr-missing-section]"));
}

#[cfg(unix)]
#[test]
fn a_record_behind_a_link_has_its_text_before_the_change_too() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    write(tree, "elsewhere/three.md", &record(3, "Porposed", ""));
    std::os::unix::fs::symlink("../../elsewhere/three.md", tree.join("docs/adr/0003-tool-3.md"))
        .unwrap();
    git::commit_all(tree, "2026-03-11", "Link");
    assert_eq!(told(tree, &[]).len(), 2);
    assert_eq!(told(tree, &["--since", "HEAD"]), Vec::<String>::new());
}

#[test]
fn a_revision_that_is_not_there_is_told_with_the_mend() {
    let Some(tree) = repository() else { return };
    for revision in ["origin/main", "--output=x"] {
        let ran = run(tree.path(), &["check", &format!("--since={revision}")]);
        assert_eq!(ran.code, Some(2));
        let told =
            format!("cannot tell what has changed: there is no commit `{revision}` in this clone");
        assert!(
            ran.stderr.contains(&told) && ran.stderr.contains("`fetch-depth: 0`"),
            "{}",
            ran.stderr
        );
    }
    assert!(!tree.path().join("x").exists());
    let plain = tempfile::tempdir().unwrap();
    fs::write(plain.path().join("a.md"), "# A\n").unwrap();
    let ran = run(plain.path(), &["check", "--staged"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("no git repository is here"), "{}", ran.stderr);
}

#[test]
fn what_changed_is_a_page_and_an_object() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let document =
        "<!-- archdoc: template=\"standard\" -->\n# Atlas\n\n## System Overview\n\nTBD\n";
    write(tree, "docs/architecture.md", document);
    git::commit_all(tree, "2026-03-11", "Begin");
    git::run(tree, "2026-03-11", &["tag", "v1"]);
    assert_eq!(run(tree, &["changes", "--since", "v1"]).stdout, "");
    write(
        tree,
        "docs/architecture.md",
        &document.replace("TBD", "Parcels are followed by their numbers."),
    );
    write(tree, "docs/adr/0003-tool-3.md", &record(3, "Accepted\n\nSupersedes ADR 2", ""));
    write(tree, "docs/adr/0002-tool-2.md", &record(2, "Superseded by ADR 3", ""));
    fs::rename(tree.join("docs/adr/0001-tool-1.md"), tree.join("docs/0001-tool-1.md")).unwrap();
    fs::create_dir(tree.join("docs/adr/old")).unwrap();
    fs::rename(tree.join("docs/0001-tool-1.md"), tree.join("docs/adr/old/0001-tool-1.md")).unwrap();
    let ran = run(tree, &["changes", "--since", "v1"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let lines: Vec<&str> = ran.stdout.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        lines[..4],
        [
            "## Decisions",
            "- **superseded** (was accepted): [ADR 2, Use tool 2](docs/adr/0002-tool-2.md), superseded by ADR 3",
            "- **New** (accepted): [ADR 3, Use tool 3](docs/adr/0003-tool-3.md)",
            "## Documents",
        ]
    );
    assert!(lines[6].contains("System Overview"), "{}", ran.stdout);
    assert_eq!(lines.len(), 7);
    let ran = run(tree, &["changes", "--since", "v1", "--format", "json"]);
    let object: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(object["changes"]["decisions"][0]["superseded_by"][0], "ADR 3");
    assert_eq!(object["changes"]["documents"][0]["written"][0], "System Overview");
    assert_eq!(run(tree, &["changes", "--since", "v9"]).code, Some(2));
}

#[test]
fn a_number_that_the_other_branch_gave_away_is_told() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    git::run(tree, "2026-03-11", &["checkout", "--quiet", "-b", "mine"]);
    write(tree, "docs/adr/0003-mine.md", &record(3, "Accepted", ""));
    git::commit_all(tree, "2026-03-12", "Mine");
    assert_eq!(told(tree, &["--since", "mine~"]), Vec::<String>::new());
    git::run(tree, "2026-03-12", &["checkout", "--quiet", "-b", "theirs", "mine~"]);
    write(tree, "docs/adr/0003-theirs.md", &record(3, "Accepted", ""));
    git::commit_all(tree, "2026-03-13", "Theirs");
    git::run(tree, "2026-03-14", &["checkout", "--quiet", "mine"]);
    assert_eq!(
        told(tree, &["--since", "theirs"]),
        ["docs/adr/0003-mine.md:1:1: warning[adr-number-taken]: ADR 3 is taken on `theirs`: \
             docs/adr/0003-theirs.md has it"]
    );
    // Once it is merged, the records say it themselves.
    git::run(tree, "2026-03-15", &["merge", "--quiet", "theirs"]);
    let found = told(tree, &["--since", "theirs"]);
    assert!(found.len() == 1 && found[0].contains("[adr-duplicate-id]"), "{found:?}");
}

#[test]
fn an_accepted_record_that_was_rewritten_is_told_where_it_is_asked_for() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let text = record(2, "Accepted", " See [1](0001-tool-1.md#context).");
    write(tree, "docs/adr/0002-tool-2.md", &text.replace("It is slow", "It is cheap"));
    assert_eq!(told(tree, &["--since", "HEAD"]), Vec::<String>::new());
    write(tree, "archdoc.toml", "[rules]\naccepted-changed = \"warn\"\n");
    let of_rule = |tree: &Path| {
        let found = told(tree, &["--since", "HEAD"]);
        found.into_iter().filter(|line| line.contains("accepted-changed")).collect::<Vec<_>>()
    };
    assert_eq!(
        of_rule(tree),
        [
            "docs/adr/0002-tool-2.md:11:7: warning[accepted-changed]: ADR 2 says something else than when \
             it was accepted"
        ]
    );
    // A file of another name is still the record that it was, as it is for `changes`.
    fs::rename(tree.join("docs/adr/0002-tool-2.md"), tree.join("docs/adr/0002-a-tool.md")).unwrap();
    assert_eq!(of_rule(tree).len(), 1, "its title is what it was");
    let changes = run(tree, &["changes", "--since", "HEAD"]).stdout;
    assert!(!changes.contains("tool 2"), "{changes}");
    let moved = tree.join("docs/decisions/0002-tool-2.md");
    fs::create_dir(moved.parent().unwrap()).unwrap();
    fs::rename(tree.join("docs/adr/0002-a-tool.md"), &moved).unwrap();
    assert_eq!(of_rule(tree).len(), 1);
    let allow =
        "<!-- archdoc: allow accepted-changed reason=\"the vendor's new prices\" -->\n\n## Context";
    write(
        tree,
        "docs/decisions/0002-tool-2.md",
        &text.replace("It is slow", "It is cheap").replace("## Context", allow),
    );
    assert_eq!(of_rule(tree).len(), 0);
    assert!(!told(tree, &[]).iter().any(|line| line.contains("unused-suppression")));
}

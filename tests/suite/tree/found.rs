//! What is found, and what is left out.

use super::*;

#[test]
fn records_are_checked_where_they_lie() {
    let undated = RECORD.replace("Date: 2026-03-02\n\n", "").replace("Accepted", "Acepted");
    let files = [("docs/adr/0001-one-log.md", RECORD), ("docs/adr/0002-two.md", &undated)];
    let tree = tree(&files);
    let told = "docs/adr/0002-two.md:5:1: warning[adr-unknown-status]";
    for (from, path) in [("", "."), ("", "docs"), ("docs/adr", "0002-two.md")] {
        let out = short(&tree.path().join(from), &[path]);
        assert!(out.contains(told), "{from} {path}: {out}");
    }
    assert_eq!(short(tree.path(), &["docs/adr/0001-one-log.md"]), "");
    let ran = run(tree.path(), &["check", "nowhere"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: cannot look at `nowhere`: "), "{}", ran.stderr);
}

#[test]
fn a_file_whose_name_is_a_records_is_one_anywhere() {
    let record = RECORD.replace("Accepted", "Acepted");
    let tree = tree(&[("design/adr-001-one-log.md", &record), ("design/notes.md", "# Notes\n")]);
    assert!(short(tree.path(), &[]).starts_with("design/adr-001-one-log.md:7:1: "));
}

/// What people list beside the records defines a word; what `render` put there repeats the records.
#[test]
fn an_index_that_we_filled_makes_no_misspelt_status_a_known_one() {
    let misspelt = RECORD.replace("Accepted", "Acepted");
    let index = "# Decisions\n\n<!-- archdoc: adr-index -->\n<!-- archdoc: end -->\n";
    let tree = tree(&[("docs/adr/0001-one-log.md", &misspelt), ("docs/adr/README.md", index)]);
    assert_eq!(run(tree.path(), &["render", "docs/adr/README.md"]).code, Some(0));
    let told = "docs/adr/0001-one-log.md:7:1: warning[adr-unknown-status]";
    assert!(short(tree.path(), &[]).starts_with(told));
    fs::write(tree.path().join("docs/adr/README.md"), "# Decisions\n\n* Acepted: by all\n")
        .unwrap();
    assert_eq!(short(tree.path(), &[]), "");
}

#[test]
fn what_git_ignores_is_left_out() {
    let record = RECORD.replace("Accepted", "Acepted");
    let files = [(".gitignore", "build/\n"), ("build/adr/0001-one-log.md", &*record)];
    let tree = tree(&files);
    assert_eq!(short(tree.path(), &[]), "");
}

const LOG: &str = "| Version | Date | Author | Changes |\n|---|---|---|---|\n| 1.0 | 2024-03-05 | Ann | Refunds |\n\
                   | 1.1 | | Ann | Cards |\n";

#[test]
fn only_certain_logs_are_accused() {
    let log = |title: &str| format!("# Payments\n\nText.\n\n## {title}\n\n{LOG}");
    let (history, releases) = (log("Change history"), log("Releases of the engine"));
    let told = tree(&[("docs/a.md", &history), ("docs/b.md", &releases)]);
    assert_eq!(short(told.path(), &[]).lines().count(), 1, "{}", short(told.path(), &[]));
    assert!(
        short(told.path(), &[]).starts_with("docs/a.md:10:1: warning[changelog-missing-field]")
    );
    let copies = [
        ("docs/a.md", &*history),
        ("docs/b.md", &history),
        ("docs/templates/c.md", &history),
        ("docs/d.bak.md", &history),
    ];
    assert_eq!(short(tree(&copies).path(), &[]).lines().count(), 1);
}

#[test]
fn release_notes_are_looked_at_where_they_are_named() {
    let text = "# Changelog\n\n## 1.1.0\n\n- Cards\n\n## 1.0.0 - 2024-03-05\n\n- Refunds\n";
    let tree = tree(&[
        ("CHANGELOG.md", text),
        ("docs/CHANGELOG.md", "# Changelog\n\n## 1.0.0 - 2024-03-05\n\n- A\n"),
    ]);
    assert_eq!(short(tree.path(), &[]), "");
    let named = short(tree.path(), &["CHANGELOG.md"]);
    assert!(named.starts_with("CHANGELOG.md:3:1: warning[changelog-missing-field]"), "{named}");
    let ran = run(tree.path(), &["check", "docs/CHANGELOG.md"]);
    let wanted = "archdoc: docs/CHANGELOG.md: change log (keep-a-changelog) of releases, 1 entry\n";
    assert!(ran.stderr.contains(wanted), "{}", ran.stderr);
}

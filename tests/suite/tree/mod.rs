//! Markdown without a book: directories and files anywhere, `archdoc.toml`, comments that bind.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::run;

const RECORD: &str = "# 1. One log\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
                      ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

/// A repository with these files.
pub(crate) fn tree(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn short(directory: &Path, paths: &[&str]) -> String {
    let arguments = [&["check", "--format", "short"], paths].concat();
    run(directory, &arguments).stdout
}

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

#[test]
fn a_comment_binds_a_file() {
    let text =
        "<!-- archdoc: template=\"standard\" project=\"Atlas\" -->\n# Atlas\n\n## Goals\n\nFast.\n";
    let bound = tree(&[("ARCHITECTURE.md", text)]);
    let out = short(bound.path(), &[]);
    assert!(out.starts_with("ARCHITECTURE.md:2:1: warning[missing-section]"), "{out}");
    let unknown = tree(&[("a.md", "<!-- archdoc: template=\"standrd\" -->\n# Atlas\n")]);
    let out = short(unknown.path(), &[]);
    assert!(out.contains("warning[unknown-template]") || out.contains("error[unknown-template]"));
}

#[test]
fn archdoc_toml_configures_a_tree_and_shares_with_books() {
    let misspelt = RECORD.replace("Accepted", "Acepted");
    let config = "rules.adr-unknown-status = 'deny'\nadr.paths = ['decided']\nmising = 'x'\n";
    let tree = tree(&[("archdoc.toml", config), ("decided/1-one-log.md", &misspelt)]);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(ran.stdout.contains("archdoc.toml:3:1: warning[unknown-config]"), "{}", ran.stdout);
    assert!(ran.stdout.contains("decided/1-one-log.md:7:1: error[adr-unknown-status]"));

    // A book below it has the last word on what both say.
    let book = tree.path().join("book");
    fs::create_dir_all(book.join("src/adr")).unwrap();
    fs::write(book.join("src/SUMMARY.md"), "- [A](a.md)\n- [1](adr/0001-one-log.md)\n").unwrap();
    fs::write(book.join("src/a.md"), "# A\n").unwrap();
    fs::write(book.join("src/adr/0001-one-log.md"), &misspelt).unwrap();
    let settings = "[preprocessor.archdoc]\nadr.paths = ['adr']\n";
    fs::write(book.join("book.toml"), settings).unwrap();
    let ran = run(&book, &["check", "--format", "short"]);
    assert!(ran.stdout.contains("error[adr-unknown-status]"), "{}", ran.stdout);
    assert!(ran.stdout.contains("../archdoc.toml:3:1: warning[unknown-config]"), "{}", ran.stdout);
    fs::write(
        book.join("book.toml"),
        settings.to_owned() + "rules.adr = 'allow'\nrules.adr-unknown-status = 'allow'\n",
    )
    .unwrap();
    let ran = run(&book, &["check", "--format", "short"]);
    assert!(!ran.stdout.contains("adr-unknown-status"), "{}", ran.stdout);
}

#[test]
fn in_a_book_the_paths_are_the_books() {
    let summary = "- [A](a.md)\n";
    let bound = "# A\n\n<<#archdoc template=\"standard\" project=\"A\">>\n";
    let files = [("book.toml", ""), ("src/SUMMARY.md", summary), ("src/a.md", bound)];
    let tree = tree(&files);
    assert!(short(tree.path(), &["src/a.md"]).contains("src/a.md:"));
    assert!(short(&tree.path().join("src"), &[]).contains("src/a.md:"));
    // What is no part of the book is a tree of its own.
    fs::write(tree.path().join("README.md"), "# Readme\n").unwrap();
    let out = short(tree.path(), &["README.md", "src/a.md"]);
    assert!(out.contains("src/a.md:") && !out.contains("README.md:"), "{out}");
}

#[test]
fn a_baseline_and_fixes_work_without_a_book() {
    let record = RECORD.replace("Accepted", "Acepted");
    let tree = tree(&[("docs/adr/0001-one-log.md", &record)]);
    let ran = run(tree.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    fs::write(tree.path().join("archdoc.toml"), "baseline = 'archdoc-baseline.toml'\n").unwrap();
    assert_eq!(short(tree.path(), &[]), "");
    let narrow = run(tree.path(), &["check", "docs", "--write-baseline"]);
    assert_eq!(narrow.code, Some(2));
    let bound = "<!-- archdoc: template=\"standard\" project=\"A\" -->\n# A\n\n## Scalabilty\n\nOne machine.\n";
    fs::write(tree.path().join("a.md"), bound).unwrap();
    let ran = run(tree.path(), &["check", "--fix"]);
    let fixed = fs::read_to_string(tree.path().join("a.md")).unwrap();
    assert_eq!(fixed, bound.replace("Scalabilty", "Scalability"), "{}", ran.stderr);
}

#[test]
fn a_file_is_begun_and_filled_without_a_book() {
    let tree = tempfile::tempdir().unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    let ran = run(tree.path(), &["new", "standard", "docs/atlas.md", "--title", "Atlas"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("`mdbook-archdoc check docs/atlas.md` checks it"),
        "{}",
        ran.stderr
    );
    let file = tree.path().join("docs/atlas.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("<!-- archdoc: template=\"standard\" -->\n\n# Atlas\n"), "{text}");
    let ran = run(tree.path(), &["fill", "docs/atlas.md"]);
    assert!(ran.stderr.ends_with("no section is missing\n"), "{}", ran.stderr);
    // What is gone comes back.
    let at = text.rfind("\n## ").unwrap();
    fs::write(&file, &text[..=at]).unwrap();
    let ran = run(tree.path(), &["fill", "docs/atlas.md", "--write"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(fs::read_to_string(&file).unwrap().len() > at + 5);
    // A file that nothing binds is told with the line that does.
    fs::write(&file, "# Atlas\n").unwrap();
    let ran = run(tree.path(), &["fill", "docs/atlas.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("<!-- archdoc: template="), "{}", ran.stderr);
    assert_eq!(run(tree.path(), &["new", "standrd", "docs/b.md"]).code, Some(2));
    assert!(!tree.path().join("docs/b.md").exists());
}

#[test]
fn a_review_is_due_where_its_days_can_be_read() {
    let told = |head: &str| {
        let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n\
                      review-every = \"1 year\"\n";
        let text = format!("# Architecture\n\n{head}\n\n## System Overview\n\nA shop.\n");
        let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
        short(tree.path(), &["docs"]).lines().filter(|line| line.contains("review-overdue")).count()
    };
    assert_eq!(told("**Date**: 2024-05-01"), 1);
    assert_eq!(told("**Review schedule**: every 3 years\n**Date**: 2024-05-01"), 0);
    assert_eq!(told("**Review schedule**: after each release\n**Date**: 2024-05-01"), 0);
    // A newer word that cannot be read is not passed over.
    assert_eq!(told("**Date**: 2024-05-01\n**Last updated**: see the history"), 0);
    assert_eq!(told("**Next review**: in autumn\n**Date**: 2024-05-01"), 0);
    let log = "**Date**: 2024-05-01\n\n## Change Log\n\n| Date | Author | Changes |\n|---|---|---|\n\
               | 2026-05-02 | A | More |\n| 2024-05-01 | A | First |";
    assert_eq!(told(log), 0);
}

#[test]
fn front_matter_says_when_a_document_is_reviewed() {
    let told = |front: &str, head: &str| {
        let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n";
        let text = format!(
            "---\n{front}\n---\n# Architecture\n\n{head}\n\n## System Overview\n\nA shop.\n"
        );
        let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
        let found = short(tree.path(), &["docs"]);
        let late = found.lines().filter(|line| line.contains("review-overdue"));
        late.map(|line| line.split("]: ").nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told("review-by: 2026-03-31", "Text."), ["`review-by` has passed"]);
    assert_eq!(told("extra:\n  nextReview: 2026-03-31", "Text."), ["`nextReview` has passed"]);
    assert_eq!(told("review_by: 2026-09-30", "**Next review**: 2026-03-31"), [""; 0]);
    let yearly = "**Review schedule**: yearly\n**Last updated**: 2024-05-01";
    assert_eq!(told("title: Shop", yearly).len(), 1);
    assert_eq!(told("last-reviewed: 2026-05-01", yearly), [""; 0]);
    assert_eq!(told("lastmod: 2026-05-01T10:00:00+02:00", yearly), [""; 0]);
    assert_eq!(told("last-reviewed: 2024-05-01\nreview-schedule: yearly", "Text.").len(), 1);
    assert_eq!(told("review-by: after the launch", yearly), [""; 0]);
    for newer in [
        "date: 2020-01-01\nlast_update:\n  date: 2026-05-01\n  author: Ann",
        "date: 2020-01-01\nlast_modified_at: 2026-05-01",
        "date: 2020-01-01\nreviews:\n  - date: 2024-05-01\n  - date: 2026-05-01",
        "date: 2020-01-01\nlooked-at: 2026-05-01",
    ] {
        assert_eq!(told(newer, yearly), [""; 0], "{newer}");
    }
    assert_eq!(told("last_update:\n  date: 2024-01-01", yearly).len(), 1);
    // A review of a day that has passed may be the last one, from which the next is counted.
    for label in ["review", "review-date", "reviewDate", "Überprüfungsdatum"] {
        assert_eq!(told(&format!("{label}: 2026-03-31"), "Text."), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2026-05-01"), yearly), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2026-09-30"), yearly), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2025-05-01"), yearly).len(), 1, "{label}");
    }
    assert_eq!(told("title: Shop", "**Review date**: 2026-03-31"), [""; 0]);
    // When a page leaves the site, nobody is asked to review it.
    assert_eq!(told("expiryDate: 2026-03-31", "Text."), [""; 0]);
    assert_eq!(told("expires: 2027-03-31", yearly).len(), 1);
}

#[test]
fn the_chapters_of_one_document_are_reviewed_each_by_its_own_date() {
    let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/*.md\"]\n\
                  doc = \"atlas\"\nreview-every = \"1 year\"\n";
    let seen = |first: &str, second: &str| {
        let chapter =
            |head: &str, title: &str| format!("# {title}\n\n{head}\n\n## Overview\n\nX.\n");
        let tree = tree(&[
            ("archdoc.toml", config),
            ("docs/a.md", &chapter(first, "Atlas")),
            ("docs/b.md", &chapter(second, "The rest")),
        ]);
        let found = short(tree.path(), &["docs"]);
        let late = found.lines().filter(|line| line.contains("review-overdue"));
        let late: Vec<String> = late.map(|line| line[..9].to_owned()).collect();
        let covered = run(tree.path(), &["coverage", "--format", "json"]).stdout;
        let covered: serde_json::Value = serde_json::from_str(&covered).unwrap();
        (late, covered[0]["next_review"].as_str().unwrap_or_default().to_owned())
    };
    let late = |file: &str| vec![format!("docs/{file}")];
    let both = seen("**Next review**: 2026-09-30", "**Next review**: 2026-03-31");
    assert_eq!(both, (late("b.md"), "2026-03-31".to_owned()));
    // What the document says in one chapter wins over the configuration in the others.
    let one = seen("**Next review**: 2026-09-30", "**Date**: 2024-05-01");
    assert_eq!(one, (Vec::new(), "2026-09-30".to_owned()));
    let none = seen("Text.", "**Date**: 2024-05-01");
    assert_eq!(none, (late("b.md"), "2025-05-01".to_owned()));
}

#[test]
fn arguments_that_are_documented_are_no_placeholders() {
    let config = "[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n";
    let rows = "| Argument | Meaning |\n|---|---|\n| \\<file\\> | What is read |\n";
    let text = format!("# Atlas\n\n## Overview\n\nThe tool.\n\n{rows}");
    let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
    let found = short(tree.path(), &["docs"]);
    assert!(found.contains("missing-section") && !found.contains("placeholder-text"), "{found}");
}

#[test]
fn each_book_that_is_named_is_checked_as_a_whole() {
    let chapter = "# Start\n\n<<#archdoc template=\"standard\">>\n";
    let books = ["api", "web"].map(|name| {
        let file = |path: &str| format!("books/{name}/{path}");
        [
            (file("book.toml"), "[preprocessor.archdoc]\n"),
            (file("src/SUMMARY.md"), "- [Start](start.md)\n"),
            (file("src/start.md"), chapter),
        ]
    });
    let files: Vec<(&str, &str)> =
        books.iter().flatten().map(|(path, text)| (&**path, *text)).collect();
    let tree = tree(&files);
    let found = short(tree.path(), &["books/api", "books/web"]);
    for book in ["api", "web"] {
        let start = format!("books/{book}/src/start.md:1:1: warning[missing-section]");
        assert!(found.contains(&start), "{found}");
    }
    // What is not found from here is looked for in the first of them.
    let found = short(tree.path(), &["books/api", "start.md"]);
    assert!(found.contains("books/api/src/start.md"), "{found}");
}

//! `render`: indexes, graphs, change logs and coverage between two comments of plain files.

use std::fs;

use crate::harness::files::tree;
use crate::harness::program::run;

fn record(number: u32, title: &str, status: &str) -> String {
    format!(
        "# {number}. {title}\n\nDate: 2026-03-02\n\n## Status\n\n{status}\n\n## Context\n\nScans.\n\n## Decision\n\nSo.\n"
    )
}

#[test]
fn an_index_is_filled_and_stays() {
    let (first, second) =
        (record(1, "One log", "Superseded by [2](0002-two.md)"), record(2, "Two logs", "Accepted"));
    let readme = "# Decisions\r\n\r\n<!-- archdoc: adr-index columns=\"id,title,status\" -->\r\n<!-- archdoc: end -->\r\n\r\n\
                  Text.\r\n\r\n<!-- archdoc: adr-graph -->\r\nold\r\n<!-- archdoc: end -->";
    let files = [
        ("docs/adr/0001-one-log.md", &*first),
        ("docs/adr/0002-two.md", &second),
        ("docs/adr/README.md", readme),
        ("other/adr/0001-else.md", &first),
    ];
    let tree = tree(&files);
    let path = tree.path().join("docs/adr/README.md");
    let stale = run(tree.path(), &["render", "--check", "docs/adr/README.md"]);
    assert_eq!(stale.code, Some(1), "{}", stale.stderr);
    assert!(
        stale.stdout.contains("+|0002|[Two logs](0002-two.md)|`accepted`|"),
        "{}",
        stale.stdout
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), readme);

    assert_eq!(run(tree.path(), &["render", "docs/adr/README.md"]).code, Some(0));
    let filled = fs::read_to_string(&path).unwrap();
    assert!(filled.contains("2 decision records: 1 `accepted`, 1 `superseded`\r\n"), "{filled}");
    assert!(filled.contains("```mermaid\r\n") && !filled.contains("old"), "{filled}");
    assert!(
        filled.starts_with("# Decisions\r\n\r\n<!--") && filled.ends_with("<!-- archdoc: end -->")
    );
    assert!(!filled.replace("\r\n", "").contains('\n'), "{filled:?}");
    assert_eq!(run(tree.path(), &["render", "--check", "docs/adr/README.md"]).code, Some(0));
}

#[test]
fn a_page_above_the_records_shows_all_of_them_or_some() {
    let first = record(1, "One log", "Accepted");
    let readme = "<!-- archdoc: adr-index paths=\"a\" format=\"list\" -->\n<!-- archdoc: end -->\n\n\
                  <!-- archdoc: coverage -->\n<!-- archdoc: end -->\n";
    let bound =
        "<!-- archdoc: template=\"standard\" project=\"A\" -->\n# A\n\n## Overview\n\nText.\n";
    let files = [
        ("README.md", readme),
        ("a/adr/0001-one.md", &*first),
        ("b/adr/0001-two.md", &first),
        ("docs/a.md", bound),
    ];
    let tree = tree(&files);
    let ran = run(tree.path(), &["render", "README.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let filled = fs::read_to_string(tree.path().join("README.md")).unwrap();
    assert!(filled.contains("(a/adr/0001-one.md)") && !filled.contains("b/adr"), "{filled}");
    assert!(filled.contains("](docs/a.md)|") && filled.contains("|standard|"), "{filled}");
}

#[test]
fn what_cannot_be_filled_is_told() {
    let tree = tree(&[
        ("a.md", "# A\n"),
        ("b.md", "<!-- archdoc: adr-index colums=\"id\" -->\n<!-- archdoc: end -->\n"),
        ("c.md", "<!-- archdoc: adr-index -->\n"),
    ]);
    let none = run(tree.path(), &["render", "a.md"]);
    assert_eq!(none.code, Some(2));
    assert!(none.stderr.contains("has no part to fill"), "{}", none.stderr);
    let wrong = run(tree.path(), &["render", "b.md"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.stderr.contains(" --> b.md:1:25"), "{}", wrong.stderr);
    let said = run(tree.path(), &["check", "b.md", "c.md", "--format", "short"]);
    assert!(said.stdout.contains("b.md:1:25: error[malformed-directive]"), "{}", said.stdout);
    assert!(said.stdout.contains("c.md:1:1: error[malformed-directive]: nothing ends"));
}

#[test]
fn each_refusal_has_its_own_reason() {
    let part = "<!-- archdoc: coverage -->\n<!-- archdoc: end -->\n";
    let tree = tree(&[
        ("good.md", part),
        ("unended.md", "<!-- archdoc: coverage -->\n"),
        ("misspelt.md", &part.replace("coverage", "coverge")),
        ("list.md", "- a\n\n  <!-- archdoc: coverage -->\n  <!-- archdoc: end -->\n"),
        ("line.md", "See <!-- archdoc: coverage --><!-- archdoc: end -->.\n"),
        ("code.md", &format!("```\n{part}```\n")),
        ("book.md", "<<#archdoc coverage>>\n"),
        ("notes.txt", part),
        ("dir/a.md", part),
    ]);
    fs::write(tree.path().join("latin.md"), [b"# \xff\n\n", part.as_bytes()].concat()).unwrap();
    for (file, reason, mend) in [
        ("unended.md", " --> unended.md:1:1", "write `<!-- archdoc: end -->` where the part ends"),
        ("misspelt.md", " --> misspelt.md:1:15", "did you mean `coverage`?"),
        ("list.md", " --> list.md:3:3", "put each comment on a line of its own"),
        ("line.md", "a directive in a paragraph", "put each comment on a line of its own"),
        ("code.md", "no part to fill (comments in code are examples)", "each on a line of its own"),
        ("book.md", "no part to fill (what stands in `<<` and `>>`", "each on a line of its own"),
        ("notes.txt", "`notes.txt` is no Markdown file", "does not end in `.md`"),
        ("dir", "`dir` is a directory", "name the Markdown files in it"),
        ("latin.md", " --> latin.md:1:3", "save the file as UTF-8"),
    ] {
        let ran = run(tree.path(), &["render", file]);
        assert_eq!(ran.code, Some(2), "{file}");
        assert!(ran.stderr.contains(reason) && ran.stderr.contains(mend), "{}", ran.stderr);
    }
    assert_eq!(run(tree.path(), &["render", "good.md"]).code, Some(0));
}

#[test]
fn items_are_linked_in_plain_files() {
    let document = "<!-- archdoc: template=\"arc42\" -->\n\n# Tracker\n\n## 1. Introduction and Goals\n\n\
                    ### 1.2 Quality Goals\n\n| ID | Goal |\n|---|---|\n| QG-1 | No parcel is lost |\n| QG-2 | Cheap |\n\n\
                    ## 4. Solution Strategy\n\n| Goal | Approach |\n|---|---|\n| QG-1 | Nothing is overwritten |\n";
    let part =
        "# Links\n\n<!-- archdoc: trace of=\"quality-goal\" -->\nold\n<!-- archdoc: end -->\n";
    let tree = tree(&[("docs/tracker.md", document), ("docs/links/README.md", part)]);
    let file = "docs/links/README.md";
    assert_eq!(run(tree.path(), &["render", "--check", file]).code, Some(1));
    assert_eq!(run(tree.path(), &["render", file]).code, Some(0));
    let filled = fs::read_to_string(tree.path().join(file)).unwrap();
    let row = "|[QG-1](../tracker.md#12-quality-goals) No parcel is lost|[4. Solution Strategy](../tracker.md#4-solution-strategy)|";
    assert!(filled.contains(row) && filled.contains("Cheap|—|"), "{filled}");
    assert!(!filled.contains("old") && !filled.contains("<span"), "{filled}");
    assert_eq!(run(tree.path(), &["render", "--check", file]).code, Some(0));
}

#[test]
fn a_diff_names_files_from_here() {
    let part = "<!-- archdoc: coverage -->\n<!-- archdoc: end -->\n";
    let tree = tree(&[("docs/a.md", part), ("other/b.md", "")]);
    let ran = run(&tree.path().join("other"), &["render", "--check", "../docs/a.md"]);
    assert!(ran.stdout.starts_with("--- a/docs/a.md\n+++ b/docs/a.md\n"), "{}", ran.stdout);
    let ran = run(&tree.path().join("docs"), &["render", "--check", "../docs/a.md"]);
    assert!(ran.stdout.starts_with("--- a/a.md\n"), "{}", ran.stdout);
}

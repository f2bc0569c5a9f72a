//! Indexes that people keep by hand, held against the records and mended.

use std::fs;
use std::path::Path;

use crate::cli::run;
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

#[test]
fn a_table_gets_its_rows_and_its_statuses() {
    let table = "# Decisions\r\n\r\n| # | Title | Status | Date | Owner |\r\n|---|---|---|---|---|\r\n\
                 | [0001](0001-tool-1.md) | Use tool 1 | Accepted | 2026-03-01 | Ann |\r\n\
                 | [0002](0002-tool-2.md) | Use tool 2 | Proposed | 2026-03-02 | Ben |\r\n\
                 | [0003](0003-tool-3.md) | Use tool 3 | Proposed | 2026-03-03 | Cem |\r\n";
    let tree = tree(&["Accepted", "Accepted", "Proposed", "Proposed", "Accepted"], table);
    let line = "docs/adr/README.md:6:41: warning[adr-index-drift]: the index of `docs/adr` lacks 2 \
                records and contradicts the records in 1 row";
    assert_eq!(told(tree.path()), [line]);
    assert_eq!(run(tree.path(), &["check", "--fix"]).code, Some(0));
    let mended = table.replace("Use tool 2 | Proposed", "Use tool 2 | Accepted");
    let added = "| [0004](0004-tool-4.md) | Use tool 4 | Proposed | 2026-03-04 |  |\r\n\
                 | [0005](0005-tool-5.md) | Use tool 5 | Accepted | 2026-03-05 |  |\r\n";
    assert_eq!(index(&tree), format!("{mended}{added}"));
    assert_eq!(told(tree.path()), Vec::<String>::new());
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), format!("{mended}{added}"), "twice is once");
}

#[test]
fn a_list_gets_its_item_in_its_place() {
    let list = "# Decisions\n\n* [ADR-0001](0001-tool-1.md) - Use tool 1\n\
                * [ADR-0003](0003-tool-3.md) - Use tool 3\n\
                * [ADR-0004](0004-tool-4.md) - Use tool 4";
    let tree = tree(&["Accepted"; 5], list);
    run(tree.path(), &["check", "--fix"]);
    let all = (1..=5).map(|n| format!("* [ADR-000{n}](000{n}-tool-{n}.md) - Use tool {n}"));
    let all = all.collect::<Vec<_>>().join("\n");
    assert_eq!(index(&tree), format!("# Decisions\n\n{all}"));
}

#[test]
fn a_renamed_file_and_a_second_row_are_told() {
    let list = "# Decisions\n\n1. [Use tool 1](0001-tool-1.md)\n2. [Use tool 2](0002-old-name.md)\n\
                3. [Use tool 3](0003-tool-3.md)\n4. [Use tool 4](0003-tool-3.md)\n\
                5. [Use tool 5](0004-tool-4.md)\n";
    let tree = tree(&["Accepted"; 4], list);
    let line = "docs/adr/README.md:4:4: warning[adr-index-drift]: the index of `docs/adr` links 1 \
                file that is gone and has 1 record twice";
    assert_eq!(told(tree.path()), [line]);
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), list.replace("0002-old-name.md", "0002-tool-2.md"));
}

#[test]
fn what_is_no_index_is_left_alone() {
    let rows = "- [Use tool 1](0001-tool-1.md)\n- [Use tool 2](0002-tool-2.md)\n- [Use tool 3](0003-tool-3.md)\n";
    // Only what counts is listed.
    let accepted = ["Accepted", "Accepted", "Accepted", "Superseded", "Proposed"];
    assert_eq!(told(tree(&accepted, rows).path()), Vec::<String>::new());
    // Sentences that name records.
    let prose = "- The log follows [1](0001-tool-1.md)\n- Caches, see [2](0002-tool-2.md)\n\
                 - The lock of [3](0003-tool-3.md)\n";
    assert_eq!(told(tree(&["Accepted"; 5], prose).path()), Vec::<String>::new());
    // Fewer than half.
    assert_eq!(told(tree(&["Accepted"; 7], rows).path()), Vec::<String>::new());
    // What `render` keeps.
    let kept = format!("<!-- archdoc: adr-index -->\n{rows}<!-- archdoc: end -->\n");
    assert_eq!(told(tree(&["Accepted"; 5], &kept).path()), Vec::<String>::new());
}

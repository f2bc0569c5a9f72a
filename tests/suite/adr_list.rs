//! `adr list`: the same records that `check` reads, wherever they lie.

use tempfile::TempDir;

use crate::adr_life::nygard;
use crate::harness::files::tree;
use crate::harness::program::{Ran, run};

/// Three decisions in one file, below a heading that is none.
const LOG: &str = "# 9. Decisions\n\nWhat was decided.\n\n## ADR-001: One log\n\nStatus: Accepted\n\n\
                   ### Decision\n\nOne log.\n\n## ADR-002: Two queues\n\nStatus: Proposed\n\n\
                   ### Decision\n\nTwo queues.\n\n## ADR-003: Open\n\nTo be written.\n";

fn list(tree: &TempDir, arguments: &[&str]) -> Ran {
    let ran = run(tree.path(), &[&["adr", "list"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran
}

fn paths(ran: &Ran) -> Vec<&str> {
    let path = |line: &'_ str| line.rsplit(' ').next().map(str::len);
    ran.stdout.lines().map(|line| &line[line.len() - path(line).unwrap_or(0)..]).collect()
}

#[test]
fn a_tree_lists_what_check_reads() {
    let text = nygard(1, "Accepted");
    let files = [
        ("README.md", "# 1. A project\n\nStatus: active\n"),
        ("docs/01-goals.md", "# 1. Goals\n\nStatus: accepted\n"),
        ("docs/09-decisions.md", LOG),
        ("docs/adr/0001-a.md", &text),
        ("docs/adr/README.ja.md", "# 決定\n\n- [1](0001-a.md)\n"),
        ("docs/adr/AGENTS.md", "# How to write one\n\nBe brief.\n"),
        ("services/a/decisions/0001-b.md", &text),
        ("services/b/adr-007-c.md", &nygard(7, "Accepted")),
    ];
    let tree = tree(&files);
    let ran = list(&tree, &[]);
    let wanted = [
        "docs/09-decisions.md#adr-001-one-log",
        "docs/09-decisions.md#adr-002-two-queues",
        "docs/09-decisions.md#adr-003-open",
        "docs/adr/0001-a.md",
        "services/a/decisions/0001-b.md",
        "services/b/adr-007-c.md",
    ];
    assert_eq!(paths(&ran), wanted);
    assert!(ran.stderr.contains("left out: docs/adr/README.ja.md: an index\n"), "{}", ran.stderr);
    let counts = "6 decision records read\n  3 in docs/09-decisions.md\n  \
                  1 in docs/adr\n  1 in services/a/decisions\n  1 in services/b\n";
    assert!(ran.stderr.ends_with(counts), "{}", ran.stderr);
    assert!(run(tree.path(), &["check"]).stderr.contains("6 decision records read"));

    let below = run(&tree.path().join("services"), &["adr", "list"]);
    assert!(below.stdout.contains("  ../docs/adr/0001-a.md\n"), "{}", below.stdout);
    assert!(below.stdout.contains("  b/adr-007-c.md\n"), "{}", below.stdout);
    let inside = run(&tree.path().join("docs/adr"), &["adr", "list"]);
    assert_eq!(paths(&inside), ["0001-a.md"], "who stands among records means them");
}

#[test]
fn where_check_reads_no_records_there_are_none() {
    let tree = tree(&[("docs/2026-report.md", "# 2026\n\nStatus: done\n\n## Context\n\nC.\n")]);
    let ran = list(&tree, &[]);
    assert_eq!((&*ran.stdout, &*ran.stderr), ("", "no decision records found\n"));
    assert_eq!(list(&tree, &["--format", "json"]).stdout, "[]\n");
}

#[test]
fn a_log_in_one_file_is_listed_record_by_record() {
    let chapter = "# 1. Goals\n\nThe goals.\n";
    let tree = tree(&[("docs/arc/09-decisions.md", LOG), ("docs/arc/01-goals.md", chapter)]);
    let ran = list(&tree, &["docs/arc/09-decisions.md"]);
    assert_eq!(paths(&ran).len(), 3, "{}", ran.stdout);
    assert!(ran.stdout.starts_with("1  accepted  -  One log "), "{}", ran.stdout);
    let ran = list(&tree, &["docs/arc"]);
    assert_eq!(paths(&ran).len(), 3, "the chapters beside it decide nothing: {}", ran.stdout);
    let ran = list(&tree, &["docs/arc/01-goals.md"]);
    assert_eq!(paths(&ran), ["docs/arc/01-goals.md"], "who names a file means it");
}

#[test]
fn what_is_no_record_for_check_is_none_for_a_directory_and_the_other_way_round() {
    let settings = "[adr]\npaths = [\"docs/arc\"]\n";
    let chapter = ("docs/arc/01-goals.md", "# 1. Goals\n\nThe goals.\n");
    let log = tree(&[("archdoc.toml", settings), ("docs/arc/09-decisions.md", LOG), chapter]);
    assert_eq!(paths(&list(&log, &[])).len(), 3, "a chapter beside a log decides nothing");

    let texts = [1, 2, 3].map(|number| nygard(number, "Accepted"));
    let shelf = |directory: &str| {
        let files = texts.iter().zip(1..);
        files
            .map(|(text, number)| (format!("{directory}/000{number}-a.md"), text.clone()))
            .collect()
    };
    let [kept, made]: [Vec<_>; 2] = ["docs/adr", "docs/_site/adr"].map(shelf);
    let both = [kept, made].concat();
    let both: Vec<(&str, &str)> = both.iter().map(|(path, text)| (&**path, &**text)).collect();
    let both = tree(&both);
    assert_eq!(paths(&list(&both, &[])).len(), 3);
    assert_eq!(paths(&list(&both, &["docs"])).len(), 3, "a site repeats them");
    assert_eq!(paths(&list(&both, &["docs/_site"])).len(), 3, "who names it means it");
}

#[test]
fn a_page_that_tells_of_the_records_beside_it_is_none_of_them() {
    let [one, two] = [1, 2].map(|number| nygard(number, "Accepted"));
    let files = [("adr/0001-a.md", &*one), ("adr/0002-b.md", &two), ("adr/README.md", LOG)];
    let ran = list(&tree(&files), &[]);
    assert_eq!(paths(&ran), ["adr/0001-a.md", "adr/0002-b.md"]);
}

#[test]
fn of_a_repositorys_top_what_is_checked_is_listed_and_of_a_directory_all_of_it() {
    let plan =
        "# A plan\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n## Decision\n\nOne log.\n";
    let tree = tree(&[("docs/adr/0001-a.md", &nygard(1, "Accepted")), ("notes/plan.md", plan)]);
    assert_eq!(paths(&list(&tree, &["."])), ["docs/adr/0001-a.md"]);
    assert_eq!(paths(&list(&tree, &["notes"])), ["plan.md"]);
    std::fs::remove_dir(tree.path().join(".git")).expect("no repository");
    assert_eq!(paths(&list(&tree, &["."])), ["docs/adr/0001-a.md", "notes/plan.md"]);
}

#[test]
fn a_record_is_nothing_to_itself_but_may_be_to_another_of_its_number() {
    let amends = |number: u64, of: &str| {
        let text = nygard(number, "Accepted");
        format!("{text}\n## Amends\n\n- ADR-{of} sets the rule.\n")
    };
    let amended = |files: &[(&str, &str)]| {
        let ran = list(&tree(files), &["--format", "json"]);
        let all: Vec<serde_json::Value> = serde_json::from_str(&ran.stdout).unwrap();
        all.iter().map(|one| one["amends"].as_array().unwrap().len()).collect::<Vec<usize>>()
    };
    let (own, other) = (amends(7, "0007"), nygard(2, "Accepted"));
    assert_eq!(amended(&[("adr/0002-a.md", &other), ("adr/0007-b.md", &own)]), [0, 0]);
    // Two that got one number, and what goes with its record.
    let first = nygard(7, "Accepted");
    assert_eq!(amended(&[("adr/0007-a.md", &first), ("adr/0007-b.md", &own)]), [0, 1]);
    let added = own.replace("# 7. Title 7", "# ADR-0007 amendment");
    assert_eq!(
        amended(&[("adr/0007-a.md", &first), ("adr/0007-a-amendment.md", &added)])
            .iter()
            .sum::<usize>(),
        1
    );
}

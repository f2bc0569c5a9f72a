//! What looks like a fault of a decision record and is none; and what is said of those that are.

use serde_json::Value;
use tempfile::TempDir;

use crate::adr_life::nygard;
use crate::harness::files::tree;
use crate::harness::program::run;

/// Five records, the last of which is for a test to write.
fn series(last: &str) -> TempDir {
    let texts: Vec<(String, String)> =
        (1..=4).map(|n| (format!("docs/adr/000{n}-topic-{n}.md"), nygard(n, "Accepted"))).collect();
    let mut files: Vec<(&str, &str)> =
        texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("docs/adr/0005-last.md", last));
    tree(&files)
}

fn findings(tree: &TempDir) -> String {
    run(tree.path(), &["check", "--format", "short"]).stdout
}

/// The last record as `adr list` gives it.
fn last(tree: &TempDir) -> Value {
    let ran = run(tree.path(), &["adr", "list", "--format", "json"]);
    let all: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
    all.into_iter().find(|record| record["id"] == "5").unwrap()
}

#[test]
fn a_number_that_no_record_has_is_an_issue() {
    let status = "Accepted. Supersedes #391; amends ADR-2 and #4";
    let record = last(&series(&nygard(5, status)));
    assert_eq!(record["supersedes"].as_array().unwrap().len(), 0);
    assert_eq!(record["amends"], serde_json::json!(["2", "4"]));
}

#[test]
fn relations_may_be_typed_in_front_matter() {
    let front = "---\nstatus: accepted\nrelations:\n  - type: supersedes\n    target: ADR-0001\n  \
                 - type: partially-supersedes\n    target: ADR-0002\n    scope: \"the queue\"\n  \
                 - type: amends\n    target: 0003-topic-3.md\n---\n\n";
    let record = last(&series(&format!("{front}{}", nygard(5, "Accepted"))));
    for (field, id) in [("supersedes", "1"), ("supersedes_in_part", "2"), ("amends", "3")] {
        assert_eq!(record[field], serde_json::json!([id]), "{field}");
    }
}

#[test]
fn a_badge_of_a_record_shows_its_status() {
    let badge = "![state](https://badgen.net/badge/ADR/approved/green/)\n\n## Context\n\nC.\n";
    assert_eq!(last(&series(&format!("# 5. Last\n\n{badge}")))["status"], "accepted");
}

#[test]
fn a_report_below_a_label_is_no_second_status() {
    let report = "# 5. Last\n\n- Status: accepted\n- Current state:\n  - tests: mended\n  \
                  - merge: pending\n\n## Context\n\nC.\n";
    let tree = series(report);
    assert_eq!(last(&tree)["status"], "accepted");
    assert!(!findings(&tree).contains("adr-conflicting-metadata"), "{}", findings(&tree));
}

#[test]
fn another_decision_of_the_same_number_is_not_offered() {
    let linking = |target: &str| nygard(5, &format!("Accepted, see [it]({target})"));
    let said = |target: &str| {
        let tree = series(&linking(target));
        run(tree.path(), &["check"]).stderr
    };
    let other = said("0002-harbour-lamps.md");
    assert!(other.contains("note: 2 is `0002-topic-2.md` today"), "{other}");
    assert!(!other.contains("write `0002"), "{other}");
    let same = said("0002-topic-two.md");
    assert!(same.contains("if that is meant, write `0002-topic-2.md`"), "{same}");
    let prefixed = said("ADR-0002-topic-2.md");
    assert!(prefixed.contains("write `0002-topic-2.md`"), "{prefixed}");
}

#[test]
fn a_backup_is_no_second_record() {
    let tree = series(&nygard(5, "Accepted"));
    let docs = tree.path().join("docs");
    std::fs::create_dir(docs.join("adr/old")).unwrap();
    for copy in ["adr/0002-topic-2.bak.md", "adr/old/0002-topic-2.md", "adr-0002-copy.md"] {
        std::fs::copy(docs.join("adr/0002-topic-2.md"), docs.join(copy)).unwrap();
    }
    let ran = run(tree.path(), &["adr", "list"]);
    assert!(ran.stderr.contains("5 decision records read"), "{}", ran.stderr);
    let told =
        "left out: docs/adr/old/0002-topic-2.md: a backup, a frozen version or an input of tests";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert_eq!(findings(&tree), "");
}

#[test]
fn an_end_that_is_told_in_a_quote_asks_for_no_successor() {
    let ended = |quote: &str| {
        let text = nygard(5, "Superseded").replace("Date:", &format!("{quote}\n\nDate:"));
        findings(&series(&text))
    };
    assert!(ended("").contains("adr-unknown-target"), "nothing says by what");
    let told =
        ended("> Superseded 2026-07-14. The client was removed; use the mobile application.");
    assert!(!told.contains("adr-unknown-target"), "{told}");
}

#[test]
fn a_newer_record_may_name_the_older_one_by_its_file() {
    let text = nygard(5, "Accepted") + "\n- Mark `notes/queue-options.md` as superseded by ADR-5\n";
    let tree = series(&text);
    let older = "# Queue options\n\nStatus: Superseded by ADR-5\n\n## Decision\n\nD.\n";
    std::fs::create_dir_all(tree.path().join("notes/decisions")).unwrap();
    std::fs::write(tree.path().join("notes/decisions/queue-options.md"), older).unwrap();
    assert!(!findings(&tree).contains("adr-one-way-supersession"), "{}", findings(&tree));
}

#[test]
fn what_is_there_to_be_copied_is_no_record() {
    let tree = series(&nygard(5, "Accepted"));
    let adr = tree.path().join("docs/adr");
    std::fs::create_dir(adr.join("templates")).unwrap();
    std::fs::write(adr.join("templates/short.md"), nygard(1, "proposed | accepted | rejected"))
        .unwrap();
    let first = nygard(0, "proposed | accepted | rejected");
    std::fs::write(adr.join("0000-how-we-decide.md"), first).unwrap();
    assert_eq!(findings(&tree), "");
}

#[test]
fn the_letters_of_a_series_may_be_any() {
    let tree =
        tree(&[("adr/TASK-007-use-x.md", &nygard(7, "Accepted").replace("7. ", "TASK-007: "))]);
    let ran = run(tree.path(), &["adr", "list"]);
    assert!(ran.stdout.starts_with("TASK-7  accepted  2026-01-05  Title 7 "), "{}", ran.stdout);
    // A record answers to the name that it is listed under.
    for name in ["TASK-7", "task-7", "TASK-007", "7"] {
        let shown = run(tree.path(), &["adr", "show", name, "--path"]);
        assert_eq!(shown.stdout, "adr/TASK-007-use-x.md\n", "{name}: {}", shown.stderr);
    }
}

//! What is no record of decisions.

use super::*;

#[test]
fn records_that_inform() {
    let told_of = |word: &str| {
        let tree = tree(&[("docs/adr/0001-a.md", &record(1, word, &NYGARD, ""))]);
        findings_of(tree.path(), "adr-unknown-status").len()
    };
    assert_eq!(["Informational", "Informativ", "Informally"].map(told_of), [0, 0, 1]);
}

#[test]
fn what_only_speaks_of_a_record_is_none() {
    let chapter = "# Parts\n\n## ADR-7: Use pump 7\n\nStatus: Accepted\n\n## ADR-7 Rollout\n\nStatus: Half done\n\n\
                   ## RFC 9457 fields\n\n| status | not shown |\n|---|---|\n| title | shown |\n";
    let plan = "# Plan for the pump\n\n**ADR:** [ADR-1](0001-a.md)\n\n## Status\n\nAccepted\n\n## Decision\n\nOne.\n";
    let parts = "## 1. Parts\n\nStatus: Accepted\n\n## 2. Decision\n\nOne.\n";
    let tree = tree(&[
        ("docs/parts.md", chapter),
        ("docs/adr/0001-a.md", &plain(1)),
        ("docs/adr/plan-for-the-pump.md", plan),
        ("docs/adr/0004-parts.md", parts),
    ]);
    for rule in ["adr-duplicate-id", "adr-unknown-status", "adr-number-mismatch"] {
        assert_eq!(findings_of(tree.path(), rule), Vec::<String>::new());
    }
}

#[test]
fn a_number_of_another_series_is_no_record() {
    let ends = "\n## Links\n\n* Related to RFC 3 and RFC 9110, 7519\n* Related to KEP-1234\n\
                * Related to ADR-2\n";
    let (there, gone) = ("Superseded by RFC 4", "Superseded by RFC 024");
    let read = |called: &str| {
        let mut files: Vec<(String, String)> =
            (1..=4).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files[0].1 = record(1, there, &NYGARD, ends);
        files[1].1 = record(2, gone, &NYGARD, "");
        for (_, text) in &mut files {
            *text = text.replacen("# ", called, 1);
        }
        let tree = tree_of(&files);
        let listed = run(tree.path(), &["adr", "list", "--format", "json"]).stdout;
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        let successor = listed[0]["superseded_by"][0].as_str().map(str::to_owned);
        (findings_of(tree.path(), "adr-unknown-target").len(), successor)
    };
    assert_eq!(read("# "), (0, None));
    assert_eq!(read("# RFC "), (2, Some("4".to_owned())));
}

#[test]
fn a_decision_index_is_no_record() {
    let index = "# Index of decisions\n\nStatus: living\n\n| ADR | Status | Date |\n|---|---|---|\n\
                 | [1](0001-a.md) | Accepted | 2026-03-02 |\n";
    let tree = tree(&[("docs/adr/0001-a.md", &*plain(1)), ("docs/adr/DECISION-INDEX.md", index)]);
    let ran = run(tree.path(), &["adr", "list"]);
    assert!(!ran.stdout.contains("DECISION-INDEX"), "{}", ran.stdout);
    assert!(findings_of(tree.path(), "adr-unknown-status").is_empty());
}

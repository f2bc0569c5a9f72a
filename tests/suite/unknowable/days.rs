//! Days.

use super::*;

#[test]
fn a_day_anywhere_in_the_section_on_the_status() {
    let undated = |status: &str| record(6, status, &NYGARD, "").replace("Date: 2026-03-02\n\n", "");
    let told = |status: &str| {
        let mut files: Vec<(String, String)> =
            (1..=5).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files.push(("docs/adr/0006-a.md".to_owned(), undated(status)));
        findings_of(tree_of(&files).path(), "adr-missing-date").len()
    };
    assert_eq!(told("Accepted"), 1);
    assert_eq!(told("Accepted\n\n2024-02-03 by Ann"), 0);
    assert_eq!(told("Accepted\n  \nby Ann, 3 February 2024"), 0);
}

#[test]
fn the_log_of_a_decision_goes_on_beyond_its_day() {
    let told_of = |path: &str, label: &str| {
        let text = format!(
            "# 1. Use a pump\n\n**Version**: 1.1\n**Status**: Accepted\n**{label}**: 2026-01-02\n\n## Context\n\nX.\n\n\
             ## Decision\n\nY.\n\n## Changelog\n\n- 1.1 (2026-03-04) Y was told apart.\n- 1.0 (2026-01-02) Begun.\n"
        );
        findings_of(tree(&[(path, &text)]).path(), "metadata-date-mismatch").len()
    };
    assert_eq!(told_of("docs/adr/0001-use-a-pump.md", "Date"), 0);
    assert_eq!(told_of("docs/adr/0001-use-a-pump.md", "Last updated"), 1);
}

#[test]
fn two_days_of_one_front_matter_are_of_two_events() {
    let conflicts = |front: &str, body: &str| {
        let text = format!(
            "---\nstatus: accepted\n{front}---\n# 1. Use a pump\n\n{body}## Context\n\nLoud.\n\n## Decision\n\nYes.\n"
        );
        findings_of(tree(&[("docs/adr/0001-a.md", &*text)]).path(), "adr-conflicting-metadata")
            .len()
    };
    let both = "date: 2026-03-02\naccepted: 2026-03-05\n";
    assert_eq!(conflicts(both, ""), 0);
    assert_eq!(conflicts("date: 2026-03-02\n", "Date: 2026-03-05\n\n"), 1);
    assert_eq!(conflicts("date: 2026-03-02\nsnapshot:\n  date: 2026-02-02\n", ""), 0);
}

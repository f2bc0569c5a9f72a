//! Where the parts of an entry stand: beside each other, below each other, or under another name.

use text::markdown::Document;
use text::source::Source;

use super::{entries, logs, read};

#[test]
fn a_day_alone_below_a_release_is_its_date() {
    let text = "# Changelog\n\n## v0.6\n\n2022-08-20\n\n- Two.\n\n## v0.5\n\n`2022-04-30`\n\n- One.\n\n\
                ## v0.4\n\n2022-04-01 was too early.\n";
    let expected = [
        "2022-08-20 | v0.6 | - | Two.",
        "2022-04-30 | v0.5 | - | One.",
        "- | v0.4 | - | 2022-04-01 was too early.",
    ];
    assert_eq!(entries(text), expected);
}

#[test]
fn several_days_below_a_release_are_entries() {
    let grouped = "# Changelog\n\n## 2.0\n\n### 2022-01-25\n\nOne.\n\n### 2022-02-20\n\nTwo.\n";
    assert_eq!(entries(grouped), ["2022-01-25 | - | - | One.", "2022-02-20 | - | - | Two."]);
    let dated =
        "# Changelog\n\n## 2.0 - 2022-03-01\n\n### 2022-01-25\n\nOne.\n\n### 2022-02-20\n\nTwo.\n";
    assert_eq!(entries(dated).len(), 1);
}

#[test]
fn a_release_beside_dated_ones_keeps_its_name_and_takes_the_newest_day_below_it() {
    let days = "### 2022-01-25\n\nOne.\n\n### 2022-02-20\n\nTwo.\n\n";
    let text = format!(
        "# Changelog\n\n## Unreleased\n\n{days}## 2.0\n\n{days}## 1.0 - 2020-03-01\n\n- Zero.\n"
    );
    let told = "**2022-01-25:** One.<br>**2022-02-20:** Two.";
    let expected = [
        format!("- | Unreleased | - | {told}"),
        format!("2022-02-20 | 2.0 | - | {told}"),
        "2020-03-01 | 1.0 | - | Zero.".to_owned(),
    ];
    assert_eq!(entries(&text), expected);
}

#[test]
fn a_line_that_tells_the_day_of_a_release_may_stand_in_its_list_or_say_a_little_more() {
    for (below, expected) in [
        ("* 30/09/2020\n* One\n* Two", "2020-09-30 | v1.0 | - | • One<br>• Two"),
        ("* 30/09/2020", "2020-09-30 | v1.0 | - | -"),
        ("Released on 2023-03-05.\n\n- One", "2023-03-05 | v1.0 | - | One"),
        ("2023-03-05 (stable)\n\n- One", "2023-03-05 | v1.0 | - | 2023-03-05 (stable)<br>One"),
        (
            "2023-03-01 – 2023-03-05\n\n- One",
            "2023-03-05 | v1.0 | - | 2023-03-01 – 2023-03-05<br>One",
        ),
        ("* 2023-03-01\n* 2023-03-05: One", "- | v1.0 | - | • 2023-03-01<br>• 2023-03-05: One"),
        ("Released: 2023-03-05 (stable)\n\n- One", "2023-03-05 | v1.0 | - | One"),
        ("Date: 2023-03-01 – 2023-03-05\n\n- One", "2023-03-05 | v1.0 | - | One"),
        ("Planned since 2023-03-05\n\n- One", "- | v1.0 | - | Planned since 2023-03-05<br>One"),
    ] {
        let text = format!("# Changelog\n\n## v1.0\n\n{below}\n");
        assert_eq!(entries(&text), [expected], "{below}");
    }
}

#[test]
fn a_line_with_another_day_is_not_the_day_of_the_release() {
    for line in [
        "2026-12-31 (planned)",
        "2024-03-05 (end of life)",
        "2024-03-05 [not released]",
        "2024-03-05 (withdrawn)",
        "2024-03-05 2023-01-01",
        "2024-01-05 – 2022-06-01",
        "2024-03-01, 2024-03-05",
    ] {
        let text = format!("# Changelog\n\n## v1.0\n\n{line}\n\n- One\n");
        assert_eq!(logs(&text)[0].entries[0].on(), None, "{line}");
    }
    let text =
        "# Changelog\n\n## Unreleased\n\n2024-03-05\n\n- One\n\n## 1.0 - 2024-01-05\n\n- Zero\n";
    assert_eq!(logs(text)[0].entries[0].on(), None);
    let text = "# Changelog\n\n## 2.1\n\n- Two\n\n### 2024-06-05 Outage\n\n- All was down\n\n\
                ## 2.0 - 2024-01-05\n\n- One\n";
    assert_eq!(logs(text)[0].entries[0].on(), None);
}

#[test]
fn lines_with_the_time_of_day_are_entries_of_their_own() {
    let text = "# CHANGELOG - Interfaces\n\nOf all files.\n\n\
                2025-04-22T23:46:00Z : First\n2025-04-21T23:45:00Z : Second\n";
    assert_eq!(entries(text), ["2025-04-22 | - | - | First", "2025-04-21 | - | - | Second"]);
}

#[test]
fn a_link_that_holds_an_entry_holds_its_date() {
    let text = "## Revision history\n\n- [9 March, 2017: reorganized](https://example.org/a)\n\
                - [see 2017-03-01](https://example.org/b)\n";
    let dates: Vec<Option<String>> =
        logs(text)[0].entries.iter().map(|entry| Some(entry.on()?.to_string())).collect();
    assert_eq!(dates, [Some("2017-03-09".to_owned()), None]);
}

#[test]
fn revisions_are_counted_before_a_date_only() {
    let text = "## Changelog\n\n### r1 - 2020-01-20\n\n- One.\n\n### r2 - 2020-03-30\n\n- Two.\n";
    let expected = ["2020-01-20 | r1 | - | One.", "2020-03-30 | r2 | - | Two."];
    assert_eq!(entries(text), expected);
    let items =
        "## Changelog\n\n- 2020-01-20: One\n- R2 is faster\n- [Demo of 1/31/2020 for all](u)\n";
    let expected = [
        "2020-01-20 | - | - | One",
        "- | - | - | R2 is faster",
        "- | - | - | [Demo of 1/31/2020 for all](u)",
    ];
    assert_eq!(entries(items), expected);
}

#[test]
fn what_is_told_in_the_column_of_versions_is_the_change() {
    let text = "## History\n\n| Date | Version |\n|---|---|\n| Jan 30th 2012 | First draft of it |\n\
                | Feb 7th 2012 | Another name for it, and a new author |\n";
    let expected = [
        "2012-01-30 | - | - | First draft of it",
        "2012-02-07 | - | - | Another name for it, and a new author",
    ];
    assert_eq!(entries(text), expected);
    let numbers = "## History\n\n| Date | Version | By |\n|---|---|---|\n| 2012-01-30 | Version 1.0 | Ann |\n";
    assert_eq!(entries(numbers), ["2012-01-30 | Version 1.0 | Ann | -"]);
}

#[test]
fn labels_among_others_below_a_title_are_no_entries() {
    let text = "# Changelog of a picture\n\n**Date**: 2026-02-04\\\n**File**: `a.drawio`\\\n**Kind**: a mend\n\n\
                ## What is new\n\nBoxes.\n";
    assert_eq!(entries(text), [] as [&str; 0]);
}

#[test]
fn a_year_among_dated_lines_heads_its_list() {
    let text =
        "# 修订历史\n\n2025 年 4 月 21 日\n\n* 甲\n\n2024 年\n\n* 乙\n* 丙\n\n2023\n\n* 丁\n";
    let expected = ["2025-04-21 | - | - | 甲", "- | - | - | • 乙<br>• 丙", "- | - | - | 丁"];
    assert_eq!(entries(text), expected);
    let numbers = "# Changelog\n\n2025-04-21\n\n* One\n\n8080\n\n* Two\n\n1024\n\n* Three\n";
    assert_eq!(entries(numbers).len(), 3);
}

#[test]
fn what_is_still_to_come_is_no_release() {
    let text = "# Changelog\n\n## 2.5.1 - 2025-12-28\n\n- One.\n\n## 2.1.5 - 2025-12-27\n\n- Two.\n\n\
                ## Future versions\n\n### 3.0.0 - Planned\n\n- Three.\n";
    assert_eq!(entries(text), ["2025-12-28 | 2.5.1 | - | One.", "2025-12-27 | 2.1.5 | - | Two."]);
}

#[test]
fn what_has_a_day_is_a_release_wherever_it_stands() {
    let text = "# Changelog\n\n## Release plan\n\n### 2.0.0 - 2025-12-28\n\n- One.\n\n### 1.9.0 - 2025-12-27\n\n- Two.\n";
    assert_eq!(entries(text), ["2025-12-28 | 2.0.0 | - | One.", "2025-12-27 | 1.9.0 | - | Two."]);
}

#[test]
fn dated_items_that_wait_for_a_release_are_entries_of_their_own() {
    let items = "- 2026-08-22 — One.\n- 2026-08-20 — Two.\n- 2026-08-19 — Three.\n";
    let text = format!("# Changelog\n\n## Unreleased\n\n{items}");
    let expected =
        ["2026-08-22 | - | - | One.", "2026-08-20 | - | - | Two.", "2026-08-19 | - | - | Three."];
    assert_eq!(entries(&text), expected);
    // Beside releases they are what the next one will have.
    let text = format!("{text}\n## 1.0.0 - 2026-08-01\n\n- Zero.\n");
    assert_eq!(entries(&text).len(), 2);
}

#[test]
fn a_mapping_by_version_or_day_in_front_matter_is_a_log() {
    let text = |body: &str| format!("---\ntitle: X\n{body}---\n\n# X\n\nText.\n");
    let versions = "history:\n  v1:\n    date: 2021-06-23\n    comment: created\n  v2:\n    date: 2021-07-11\n";
    assert_eq!(
        entries(&text(versions)),
        ["2021-06-23 | v1 | - | created", "2021-07-11 | v2 | - | -"]
    );
    let days = "changelog:\n  2021-06-23: created\n  2021-07-11: merged\n";
    assert_eq!(
        entries(&text(days)),
        ["2021-06-23 | - | - | created", "2021-07-11 | - | - | merged"]
    );
    let certain = |body: &str| logs(&text(body))[0].certain;
    assert!(certain(versions) && certain(days));
    assert!(!certain("versions: {v1: deprecated, v2: stable}\n"));
    let dotted = "changes:\n  1.1:\n    changes: merged\n  1.0:\n    date: 2021-06-23\n";
    assert_eq!(entries(&text(dotted)), ["- | 1.1 | - | merged", "2021-06-23 | 1.0 | - | -"]);
    for other in [
        "history:\n  author: Jane\n  version: 3\n",
        "history: {2019: founded, 2024: moved, 2022: sold}\n",
        "history: {2019-03: founded, 2018-01: registered}\n",
        "changes: {1: one, 3: two}\n",
        "versions: {3.9: supported}\n",
        "versions: {3.9: {state: supported}}\n",
        "revisions: {1: abc}\n",
    ] {
        assert_eq!(entries(&text(other)), [] as [&str; 0], "{other}");
    }
}

#[test]
fn a_version_that_is_a_link_alone_heads_the_list_below() {
    let head = |line: &str| format!("# Changelog\n\n{line}\n\n- One.\n");
    assert_eq!(entries(&head("[1.0.1](https://x.y/tag/1.0.1)")), ["- | 1.0.1 | - | One."]);
    let told = entries(&head("See [1.0.1](https://x.y/tag/1.0.1)"));
    assert!(!told.iter().any(|entry| entry.contains("| 1.0.1 |")), "{told:?}");
}

#[test]
fn a_file_that_is_called_a_log_needs_no_heading() {
    let text = "[1.0.1](https://x.y/1.0.1)\n\n- One.\n\n[1.0.0](https://x.y/1.0.0)\n\n- Two.\n";
    let of = |path: &str| {
        let logs = read(&Document::parse(&Source::new(path, text)), None);
        logs.iter().map(|log| log.entries.len()).sum::<usize>()
    };
    assert_eq!((of("docs/CHANGELOG_RU.md"), of("docs/links.md")), (2, 0));
}

#[test]
fn a_row_of_when_a_document_was_made_and_changed_is_no_change() {
    let text = "# X\n\n| Version | Created | Updated | Subject | Author |\n|---|---|---|---|---|\n\
                | 2.0 | 2026-02-03 | 2026-02-05 | The yard | Ann |\n";
    assert_eq!(entries(text), [] as [&str; 0]);
    let issue = "# X\n\n| Version | Date created | Date approved | Changes | Author |\n|---|---|---|---|---|\n\
                 | 1.0 | 2026-02-03 | 2026-02-05 | First issue | Ann |\n";
    assert_eq!(entries(issue), ["2026-02-03 | 1.0 | Ann | First issue"]);
}

#[test]
fn a_release_is_known_by_its_version_whatever_stands_behind_it() {
    for (heading, expected) in [
        ("2.30.0 [Full changelog](https://a.example/2)", "- | 2.30.0 | - | One."),
        (
            "1.2.0: [Pump](https://a.example/2)",
            "- | 1.2.0 | - | [Pump](https://a.example/2)<br>One.",
        ),
        ("05.03.2024 – 12 March 2024", "2024-03-05 | - | - | 12 March 2024<br>One."),
        ("[2024.12.2] - 2024-12-20", "2024-12-20 | 2024.12.2 | - | One."),
        ("2024.12.2 (2025-01-03)", "2025-01-03 | 2024.12.2 | - | One."),
        ("2024.12.02 – 2024.12.05", "2024-12-02 | - | - | 2024.12.05<br>One."),
        ("2015-09-02, Version 3.3.0, @ann", "2015-09-02 | 3.3.0 | @ann | One."),
    ] {
        let text =
            format!("# Changelog\n\n## {heading}\n\nOne.\n\n## 0.1.0 - 2015-01-01\n\nZero.\n");
        assert_eq!(entries(&text)[0], expected, "{heading}");
    }
    let ahead =
        "# Changelog\n\n## 0.9.0 - 2015-01-01\n\nOne.\n\n## Future roadmap to 1.0.0\n\nTwo.\n";
    assert_eq!(entries(ahead), ["2015-01-01 | 0.9.0 | - | One."]);
    let chapters = "# A\n\n## 1.1 [Parts](#a)\n\nOne.\n\n## 1.2 [Ways](#b)\n\nTwo.\n";
    assert!(logs(chapters).is_empty());
}

#[test]
fn what_is_set_apart_below_the_entries_is_none() {
    let list =
        "# A\n\n## Change log\n\n- **v0.2** (2026-06-22): Two.\n- **v0.1** (2026-06-21): One.\n\n";
    for footer in [
        "---\n\n_Kept up with each feature. Last updated: 2026-06-22._\n",
        "Kept by the team. Last updated: 2026-06-25.\n",
        "**See also:**\n\n- [Flows](flows.md)\n- [Parts](parts.md)\n",
        "---\n\n- [Flows](flows.md)\n",
    ] {
        assert_eq!(entries(&format!("{list}{footer}")).len(), 2, "{footer}");
    }
    let plain = "# A\n\n## Change log\n\n**Backend**\n\n- Added the pump.\n\n**Frontend**\n\n- Fixed the gate.\n";
    assert_eq!(entries(plain).len(), 2, "nobody can tell entries without keys from a footer");
    let told = "# A\n\n## Change log\n\n2024-03-05 Ann. Updated: the pump.\n\n2024-03-04 Ann. Updated: the crane.\n";
    assert_eq!(entries(told).len(), 2, "what was updated, and not when");
    let more = "---\n\n- 2026-06-20: Zero.\n";
    assert_eq!(entries(&format!("{list}{more}")).len(), 3, "an entry says so itself");
}

#[test]
fn a_ditto_and_a_column_that_nobody_calls_that_of_the_changes_lack_nothing() {
    let table = "| Version | Date | Library version |\n|---|---|---|\n| 1.1.0 | 2024-03-05 | \" |\n\
                 | 1.0.0 | 2024-03-04 | `2.0` (diff) |\n";
    let read = logs(&format!("# Change log\n\n{table}"));
    assert!(read.iter().flat_map(|log| &log.entries).all(|entry| entry.blanks.is_empty()));
}

#[test]
fn a_column_called_issue_may_tell_of_issues() {
    let table = "| Date | Issue | Change |\n|---|---|---|\n| 2026-05-22 | BLOCKING: two copies | One kept. |\n\
                 | 2026-05-23 | Missing states | All named. |\n";
    let read = entries(&format!("# A\n\n## Change log\n\n{table}"));
    assert_eq!(read, ["2026-05-22 | - | - | One kept.", "2026-05-23 | - | - | All named."]);
}

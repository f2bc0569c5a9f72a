//! What looks like a change log, and is none.

use super::{Document, Source, entries, logs, read};
use crate::changelog::{ChangeLogs, History};
use crate::settings::Settings;

const NONE: [&str; 0] = [];

#[test]
fn the_number_of_a_section_is_no_version() {
    let below = "# Report\n\n## 6. Numbers\n\n### 6.3 Sequence\n\nOne.\n\n### 6.4 What the office says (2026-08-03)\n\n\
                 Two.\n\n### 6.5 What we say (2026-08-04)\n\nThree.\n";
    let beside = "# Report\n\n## 6.2 Series\n\nOne.\n\n## 6.3 Sequence\n\nOne.\n\n## 6.4 What it is: 2026-08-03\n\nTwo.\n\n\
                  ## 7.1 Gaps\n\nThree.\n\n## 7.2 Holes\n\nFour.\n\n## 7.3 As of 2026-08-03\n\nFive.\n";
    for text in [below, beside] {
        assert_eq!(entries(text), NONE, "{text}");
    }
    let grouped = "# Tool\n\n## 2 Changelog\n\n### 2.1 (2026-08-04)\n\n- Two.\n\n### 2.0 (2026-08-03)\n\n- One.\n";
    let named =
        "# Tool\n\n## 2.1 Lynx (2026-08-04)\n\n- Two.\n\n## 2.0 Otter (2026-08-03)\n\n- One.\n";
    let releases = "### 2.1 Lynx (2024-03-05)\n\n- Two.\n\n### 2.0 Otter (2024-02-05)\n\n- One.\n";
    let days = "### 2.1 - March 5, 2024\n\n- Two.\n\n### 2.0 - February 5, 2024\n\n- One.\n";
    let by_major = [
        format!("# Release history\n\n## 2.x Series\n\n{releases}"),
        format!("# Tool\n\n## 2.x Series\n\n{releases}"),
        format!("# Tool\n\n## 2.x Series\n\n{days}"),
        format!("# Tool\n\n## 2 Series\n\n{days}"),
        format!("# Release notes\n\n## 2 Series\n\n{releases}"),
    ];
    for text in by_major.iter().map(String::as_str).chain([grouped, named]) {
        assert_eq!(entries(text).len(), 2, "{text}");
    }
    let changes = format!("# Report\n\n## 2 Changes\n\n{releases}");
    assert_eq!(entries(&changes), NONE);
}

#[test]
fn the_versions_of_a_format_are_no_releases() {
    for text in [
        "# Objects\n\n## History\n\n### Version 1\n\nA page.\n\n### Version 2\n\nA timeline.\n",
        "# API\n\n## Version negotiation\n\n### Protocol v4\n\nA field.\n\n### v5\n\nTwo fields.\n",
        "# Guide\n\n## Types of Updates\n\n### Small (v1.0.1)\n\nOften.\n\n### Large (v1.1.0)\n\nSeldom.\n",
        "# Policy\n\n## 1.0.0\n\nWhat it takes.\n",
    ] {
        assert_eq!(entries(text), NONE, "{text}");
    }
    let policy = "# Versioning policy\n\n## 1.0.0\n\nWhat it takes.\n";
    assert!(read(&Document::parse(&Source::new("VERSIONING.md", policy)), None).is_empty());
    let releases = "# Tool\n\n## Releases\n\n### v1.1.0\n\n- Two.\n\n### v1.0.0\n\n- One.\n";
    assert_eq!(entries(releases).len(), 2);
    assert_eq!(entries("# Changelog\n\n## v2\n\n- Two.\n\n## v1\n\n- One.\n").len(), 2);
}

#[test]
fn the_next_step_is_no_release() {
    assert_eq!(
        entries("# Step 2: Review\n\n## Instructions\n\nLook.\n\n## NEXT\n\nGo on.\n"),
        NONE
    );
    assert_eq!(entries("# Updates of a week\n\n## Next\n\nGo on.\n"), NONE);
    assert_eq!(entries("# Changelog\n\n## Unreleased\n\n- One.\n").len(), 1);
}

#[test]
fn bullets_that_say_neither_when_nor_which_version_are_a_log_below_its_title_alone_and_never_accused()
 {
    for title in ["Recent changes", "Changes made", "Cambios realizados", "Perubahan terbaru"] {
        let text = format!("# Task\n\n## {title}\n\n- `a.rs`: a field\n- `b.rs`: a test\n");
        assert_eq!(entries(&text), NONE, "{title}");
    }
    assert_eq!(entries("# Task\n\n## Recent changes\n\n- 2024-03-05: a field\n").len(), 1);

    let bullets = "- First version\n- Added the yard\n";
    let document = |path: &str, text: String| Document::parse(&Source::new(path, text));
    for document in [
        document("a.md", format!("# A\n\n## Change log\n\n{bullets}")),
        document("CHANGELOG.md", bullets.to_owned()),
    ] {
        let mut history = History::of(&document, 0, None).unwrap();
        history.asked = true;
        assert_eq!(history.logs[0].entries.len(), 2, "{}", document.source.path());
        assert_eq!(history.judged().count(), 0, "{}", document.source.path());
        let mut logs = ChangeLogs::read([&document], &Settings::default());
        logs.ask_for(|_| true);
        assert_eq!(logs.histories.len(), 1, "{}", document.source.path());
        logs.ask_for(|_| false);
        assert!(logs.histories.is_empty(), "{}", document.source.path());
    }
}

#[test]
fn the_log_of_something_else_has_days_alone() {
    let numbering = "# Guide\n\n## Version numbering\n\n- `0.1.0a1`: Alpha\n- `0.1.0b1`: Beta\n";
    assert_eq!(entries(numbering), NONE);
    for title in ["Incident log", "Debug Log", "Audit log", "Status updates"] {
        let text = format!(
            "# Team\n\n## {title}\n\n- 2024-03-05: a token is gone\n- 2024-03-04: a field\n"
        );
        assert_eq!(entries(&text), NONE, "{title}");
    }
    assert_eq!(
        entries("# Tool\n\n## History of the tool\n\n- v1.1 (2024-03-05): a field\n").len(),
        1
    );
}

#[test]
fn a_version_that_is_stated_is_no_log() {
    assert_eq!(entries("# Tool\n\n## Version\n\n`v0.7.1` — a series of patches.\n"), NONE);
    let sdk = "# Tests\n\n## Versione SDK\n\nVerde su stable (3.44.8 / Dart 3.12.2 al\n2026-07-25): tutto pulito.\n";
    assert_eq!(entries(sdk), NONE);
}

#[test]
fn what_is_said_of_a_log_is_none() {
    for title in [
        "CHANGELOG.md is missing",
        "Release / changelog / publish",
        "Changelog and hygiene",
        "Changelog: filled up",
    ] {
        let text = format!("# Rules\n\n## {title}\n\n- Write one.\n- Keep it.\n");
        assert!(logs(&text).is_empty(), "{title}");
    }
    let file =
        Source::new("docs/CHANGELOG.md", "# Changelog - Atlas\n\n## 2024-03-05\n\n- A field.\n");
    assert_eq!(read(&Document::parse(&file), None)[0].entries.len(), 1);
}

#[test]
fn tables_whose_rows_are_counted_are_forms() {
    let matrix = "# Tests\n\n## Environment and validation\n\n| Task | Description | Status |\n|---|---|---|\n\
                  | 1.1 | Look | ok |\n| 1.2 | Build | ok |\n";
    let form = "# People\n\n| # | Task | Owner | Date |\n|---|---|---|---|\n| 1.1 | A card | HR | [date] |\n\
                | 1.2 | A desk | HR | [date] |\n";
    let issues = "# Gate\n\nTop blockers:\n\n| Priority | Issue | Description | Owner | Due date |\n|---|---|---|---|---|\n\
                  | P0 | {title} | {text} | {name} | {YYYY-MM-DD} |\n";
    for text in [matrix, form, issues] {
        assert!(logs(text).is_empty(), "{text}");
    }
    let phases = "# Plan\n\n## Change log\n\n| Date | Phase | Changes |\n|---|---|---|\n| 2026-01-04 | 5 | One |\n\
                  | 2026-01-05 | 5 | Two |\n";
    assert_eq!(entries(phases), ["2026-01-04 | - | - | One", "2026-01-05 | - | - | Two"]);
}

#[test]
fn the_name_of_a_file_is_no_version_and_a_word_of_a_release_is_no_extension() {
    let text = "# Changelog\n\n## 3.2.0.ga (2024-03-05)\n\n- c\n\n## 3.1.0.lts\n\n- b\n\n## 3.0.0.post\n\n- a\n";
    assert_eq!(
        entries(text),
        ["2024-03-05 | 3.2.0.ga | - | c", "- | 3.1.0.lts | - | b", "- | 3.0.0.post | - | a"]
    );
    let text = "# Report\n\n## Document changes\n\n### `v1.6.2.md`\n\n- One.\n\n### V001__create.sql\n\n- Two.\n";
    assert_eq!(entries(text), NONE);
}

#[test]
fn a_heading_that_speaks_of_a_version_is_no_release_beside_those_with_days() {
    let text = "# Changelog\n\n## [1.3.0] - 2024-03-05\n\n# Next steps\n\n#### Ideas (v1.4.0)\n\n1. Index\n\n\
                ## [1.2.0] - 2024-02-05\n\n# Wishes for later (1.3.0)\n\n- Plan\n";
    let found = super::logs(text);
    let versions: Vec<&str> = found
        .iter()
        .flat_map(|log| &log.entries)
        .filter_map(|entry| entry.version.as_ref().map(|version| version.text.as_str()))
        .collect();
    assert_eq!(versions, ["1.3.0", "1.2.0"]);
}

#[test]
fn tags_of_a_site_generator_are_no_rows_of_a_log() {
    let text = "# Yard\n\nText.\n\n## Changelog\n\n{% assign all = site.releases %}\n\n{% for one in all %}\n\n{{ one.body }}\n\n{% endfor %}\n";
    let untouched: usize = super::logs(text).iter().map(|log| log.untouched.len()).sum();
    assert_eq!(untouched, 1, "the variable alone");
}

#[test]
fn a_version_may_have_its_month_in_brackets() {
    let rows = "| Version | Authors | Comment |\n|---|---|---|\n| 0.1 (July 2024) | Ann | First draft |\n| 1.0 (2025-05) | Bob | Approved |\n";
    let found = super::entries(&format!("# Yard\n\nText.\n\n## Version History\n\n{rows}"));
    assert_eq!(found, ["2024-07 | 0.1 | Ann | First draft", "2025-05 | 1.0 | Bob | Approved"]);
}

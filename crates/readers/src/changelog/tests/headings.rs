//! Headings and bold lines of releases.

use super::*;
use crate::changelog::History;

#[test]
fn a_heading_says_what_became_of_a_release_or_what_it_is_about() {
    let text = "# Changelog\n\n## [upcoming release] - 2026-05-01\n\n- One.\n\n## VER 2.1.0 / unreleased\n\n- Two.\n\n\
                ## [Machines] - 2026-04-16\n\n- Three.\n\n## [2.0.0] - 2026-03-01\n\n- Four.\n\n\
                ## [1.0.0] - 2026-02-01\n\n- Five.\n";
    let expected = [
        "- | upcoming release | - | One.",
        "- | 2.1.0 | - | Two.",
        "2026-04-16 | - | - | Machines<br>Three.",
        "2026-03-01 | 2.0.0 | - | Four.",
        "2026-02-01 | 1.0.0 | - | Five.",
    ];
    assert_eq!(entries(text), expected);
}

#[test]
fn a_heading_that_states_the_version_over_the_history_is_no_release() {
    let text = "# Documentation\n\n## Current version: 0.2.0\n\n### Change log\n\n#### 0.2.0 (2024-04-04)\n\n- Two.\n\n\
                #### 0.1.0 (2024-03-04)\n\n- One.\n";
    assert_eq!(entries(text), ["2024-04-04 | 0.2.0 | - | Two.", "2024-03-04 | 0.1.0 | - | One."]);
}

#[test]
fn the_number_of_a_phase_is_no_day_and_its_bracket_is_not_torn() {
    let text = "# Changelog\n\n### Version 1.2.0 (Phase 8 - January 2026)\n\n- Two.\n\n\
                ### Version 1.1.0 (Phase 7 - December 2025)\n\n- One.\n";
    assert_eq!(
        entries(text),
        ["2026-01 | 1.2.0 | - | Phase 8<br>Two.", "2025-12 | 1.1.0 | - | Phase 7<br>One."]
    );
    let behind = "# Changelog\n\n### 1.2.0 Payments (phase 8 - January 2026)\n\n- Two.\n\n\
                  ### 1.1.0 Storage (phase 7 - December 2025)\n\n- One.\n";
    assert!(entries(behind)[0].ends_with("Payments (phase 8 - January 2026)<br>Two."), "{behind}");
}

#[test]
fn a_release_may_name_its_version_again_below_itself() {
    for below in [
        "### Node Operators (v8.0.0)\n\n- One.",
        "### core 8.0.0\n\n- One.",
        "- Big change.\n\n### Breaking changes in v8.0.0\n\n- One.",
    ] {
        let text = format!("# Changelog\n\n## v8.0.0\n\n{below}\n\n## v7.0.0\n\n- Zero.\n");
        let entries = &logs(&text)[0].entries;
        let versions: Vec<&str> =
            entries.iter().map(|entry| &*entry.version.as_ref().unwrap().text).collect();
        assert_eq!(versions, ["v8.0.0", "v7.0.0"], "{below}");
        assert!(entries[0].changes.as_ref().unwrap().text.contains("One."), "{below}");
    }
}

#[test]
fn a_bold_line_heads_all_that_follows() {
    let text = "# Doc\n\n## Changelog\n\n***Version 0.3-rc1***\n\nMended:\n\n- One\n- Two\n\n***Version 0.2***\n\n- Three\n";
    assert_eq!(
        entries(text),
        ["- | 0.3-rc1 | - | Mended:<br>• One<br>• Two", "- | 0.2 | - | Three"]
    );
}

#[test]
fn the_name_of_a_file_heads_what_is_said_of_that_file() {
    let told = "# Files\n\n## README.md\n\nThe start.\n\n## CHANGELOG.md\n\n- 2024-01-01: begun\n- All releases\n";
    assert!(logs(told).is_empty());
    assert_eq!(entries(&told.replace("CHANGELOG.md", "Changelog")).len(), 2);
    // The first heading is the file's own.
    assert_eq!(entries("# CHANGELOG.md\n\n- 2024-01-01: begun\n"), ["2024-01-01 | - | - | begun"]);
}

#[test]
fn the_packages_of_a_release_are_what_it_tells() {
    let text = "# Changelog\n\n## v1.1.0\n\n### Core - [`core`](core) (v0.9.0)\n\n- One.\n\n### Shell (v0.9.0)\n\n\
                - Two.\n\n## v1.0.0\n\n### Core (v0.8.0)\n\n- Three.\n\n## v0.9.0\n\n### v0.9.1\n\n- Four.\n";
    let log = &logs(text)[0];
    let versions: Vec<&str> =
        log.entries.iter().map(|entry| &*entry.version.as_ref().unwrap().text).collect();
    assert_eq!(versions, ["v1.1.0", "v1.0.0", "v0.9.0", "v0.9.1"]);
    let changes = &log.entries[0].changes.as_ref().unwrap().text;
    assert!(changes.contains("One.") && changes.contains("Two."), "{changes}");
}

#[test]
fn a_heading_s_version_may_have_a_letter_for_alpha_or_beta() {
    let log = "# A\n\n## Change log\n\n### v0.2 a\n\n- Less\n\n### v0.1 b\n\n- More\n";
    assert_eq!(entries(log), ["- | v0.2 a | - | Less", "- | v0.1 b | - | More"]);
}

#[test]
fn headings_that_tell_at_length_what_the_log_lists_are_no_second_one() {
    let addenda =
        "## Addendum v1.1 — 2026-05-28\n\nLong.\n\n## Addendum v1.0 — 2026-05-20\n\nLong.\n\n";
    let log = |first: &str| {
        format!(
            "# Plan\n\n{addenda}## Change log\n\n| Version | Date | Change |\n|---|---|---|\n\
             | {first} | 2026-05-20 | A |\n| 1.1 | 2026-05-28 | B |\n"
        )
    };
    assert_eq!(logs(&log("1.0")).len(), 1);
    assert_eq!(logs(&log("0.9")).len(), 2, "they tell of another version");
    let table = "# Yard\n\n## Revision history\n\n| Version | Date | Changes |\n|---|---|---|\n\
                 | 1.0 | 2024-03-05 | A |\n| 1.1 | 2024-04-05 | B |\n| 1.2 | 2024-05-05 | C |\n\n";
    for chapters in [
        "## 1.0 – The gate\n\n2024-03-05\n\nA.\n\n## 1.1 – The rails\n\n2024-04-05\n\nB.\n\n## 1.2 – The crane\n",
        "## 1.1: The rails (2024-04-05)\n\nB.\n\n## 1.0: The gate (2024-03-05)\n\nA.\n",
    ] {
        assert_eq!(logs(&format!("{table}{chapters}")).len(), 1, "{chapters}");
    }
    let releases = "## Version 1.1 (2024-04-05)\n\nB.\n\n## Version 1.0 (2024-03-05)\n\nA.\n";
    assert_eq!(logs(&format!("{table}{releases}")).len(), 2);
}

#[test]
fn an_overview_of_the_releases_leaves_them_a_log() {
    let table = "# Changelog\n\n| Version | Date | Summary |\n|---|---|---|\n| 1.1.0 | 2024-05-01 | Rails |\n\
                 | 1.0.0 | 2024-01-01 | First |\n\n";
    for (second, first) in [
        ("[1.1.0] - 2024-05-01", "[1.0.0] - 2024-01-01"),
        ("Version 1.1.0 (2024-05-01)", "Version 1.0.0 (2024-01-01)"),
        ("Release 1.1.0 (2024-05-01)", "Release 1.0.0 (2024-01-01)"),
        ("v 1.1.0 (2024-05-01)", "v 1.0.0 (2024-01-01)"),
        ("**1.1.0** - 2024-05-01", "**1.0.0** - 2024-01-01"),
        ("`1.1.0` - 2024-05-01", "`1.0.0` - 2024-01-01"),
        ("yard 1.1.0 (2024-05-01)", "yard 1.0.0 (2024-01-01)"),
    ] {
        let text = format!("{table}## {second}\n\n- Rails\n\n## {first}\n\n- All\n");
        let document = Document::parse(&Source::new("a.md", text));
        let history = History::of(&document, 0, None).unwrap();
        let of_releases = |log: &Log| log.kind == Kind::KeepAChangelog && log.entries.len() == 2;
        assert!(history.logs.iter().any(of_releases), "{second}: {:?}", history.logs);
        // The heading of a release states nothing of the document.
        assert_eq!(history.stated.version.map(|version| version.text), None, "{second}");
    }
}

#[test]
fn releases_without_a_title_may_tell_their_days_beneath() {
    let expected = ["2024-04-04 | 0.2.0 | - | Two.", "2024-03-04 | 0.1.0 | - | One."];
    for (second, first) in [
        ("2024-04-04", "2024-03-04"),
        ("<p class=\"day\">2024-04-04</p>", "<p class=\"day\">2024-03-04</p>"),
        ("---\n\n2024-04-04", "---\n\n2024-03-04"),
        ("<a id=\"b\"></a>\n\n2024-04-04", "<a id=\"a\"></a>\n\n2024-03-04"),
        ("<p>Released on 2024-04-04</p>", "<p>Released on 2024-03-04</p>"),
    ] {
        let text = format!(
            "## Release 0.2.0\n\n{second}\n\n- Two.\n\n## Release 0.1.0\n\n{first}\n\n- One.\n"
        );
        assert_eq!(entries(&text), expected, "{text}");
    }
    for other in [
        "## Release 0.2.0\n\n- Two.\n\n## Release 0.1.0\n\n- One.\n",
        // A plan goes on, and minutes are called by what was talked of.
        "# Where we go\n\n## Release 1.0\n\n2031-06-01\n\n- One.\n\n## Release 2.0\n\n2032-06-01\n\n- Two.\n",
        "# Milestones\n\n## Release 1.0\n\n2031-06-01\n\n- One.\n\n## Release 2.0\n\n2032-06-01\n\n- Two.\n",
        "# Talks\n\n## 1.2 - Review\n\n2024-04-05\n\nTwo.\n\n## 1.1 - Begin\n\n2024-03-05\n\nOne.\n",
    ] {
        assert_eq!(entries(other), [""; 0], "{other}");
    }
}

#[test]
fn the_title_in_front_matter_says_that_a_file_is_a_log() {
    let releases = "## 0.2.0\n\n- Two.\n\n## 0.1.0\n\n- One.\n";
    for (title, found) in [("Release notes", true), ("Changelog", true), ("How to release", false)]
    {
        let text = format!("---\nlayout: docs\ntitle: {title}\n---\n\n{releases}");
        assert_eq!(!entries(&text).is_empty(), found, "{title}");
    }
}

#[test]
fn words_between_a_release_and_its_day_are_no_change() {
    for heading in [
        "Version 1.1 of 5 March 2024",
        "Version 1.1 vom 5. März 2024",
        "Version 1.1 du 5 mars 2024",
        "1.1 released on 2024-03-05",
        "1.1 (released 2024-03-05)",
    ] {
        let text =
            format!("# Changelog\n\n## {heading}\n\n- Two.\n\n## 1.0 - 2024-02-05\n\n- One.\n");
        let expected = ["2024-03-05 | 1.1 | - | Two.", "2024-02-05 | 1.0 | - | One."];
        assert_eq!(entries(&text), expected, "{heading}");
    }
    for heading in ["1.2.0 (unreleased)", "1.2.0 - Unreleased", "1.2.0 [Unreleased]"] {
        let text =
            format!("# Changelog\n\n## {heading}\n\n- Two.\n\n## 1.1.0 - 2024-02-05\n\n- One.\n");
        let first = &logs(&text)[0].entries[0];
        assert_eq!(first.release, crate::changelog::Release::Unreleased, "{heading}");
        assert_eq!(first.changes.as_ref().unwrap().text, "Two.", "{heading}");
    }
    let text = "# Changelog\n\n## 1.2.0 - Unreleased: `rails` and scales\n\n## 1.1.0 - 2024-02-05\n\n- One.\n";
    let first = &logs(text)[0].entries[0];
    assert_eq!(first.changes.as_ref().unwrap().text, "`rails` and scales");
}

#[test]
fn a_sign_before_a_release_is_no_part_of_its_version() {
    for sign in ["🚀 v", "🚀 ", "✨ Version "] {
        let text = format!("# Changelog\n\n## {sign}1.1.0 - 2024-05-01\n\n- Rails\n");
        assert_eq!(
            logs(&text)[0].entries[0].version.as_ref().unwrap().text,
            format!("{}1.1.0", if sign.ends_with('v') { "v" } else { "" })
        );
    }
}

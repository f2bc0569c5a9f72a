//! One case for each shape that was met in real documents.

use text::markdown::Document;
use text::source::Source;

use super::{Log, read};

fn logs(text: &str) -> Vec<Log> {
    read(&Document::parse(&Source::new("a.md", text)))
}

/// `date | version | author | changes` of each entry.
fn entries(text: &str) -> Vec<String> {
    let value =
        |text: &Option<super::Text>| text.as_ref().map_or("-", |text| &text.text).to_owned();
    let entry = |entry: &super::Entry| {
        let date = entry.on().map_or("-".to_owned(), |date| date.to_string());
        let (version, author) = (value(&entry.version), value(&entry.author));
        format!("{date} | {version} | {author} | {}", value(&entry.changes))
    };
    logs(text).iter().flat_map(|log| &log.entries).map(entry).collect()
}

#[test]
fn an_item_in_every_shape() {
    for (item, expected) in [
        ("- 2020-01-31: Text", "2020-01-31 | - | - | Text"),
        ("* **2020-01-31**: Text", "2020-01-31 | - | - | Text"),
        ("- [x] 2020/01/31: Text", "2020-01-31 | - | - | Text"),
        ("- 31.1.2020: Text", "2020-01-31 | - | - | Text"),
        ("- 31-01-2020 Text", "2020-01-31 | - | - | Text"),
        ("- 1/31/20 - Text", "2020-01-31 | - | - | Text"),
        ("- Jan 31st, 2020: Text", "2020-01-31 | - | - | Text"),
        ("- 20200131 - Text", "2020-01-31 | - | - | Text"),
        ("- Text: 2020-01-31", "2020-01-31 | - | - | Text"),
        ("- [approved](u) (2020-01-31)", "2020-01-31 | - | - | [approved](u)"),
        ("- Merged on 2020-01-31, at last", "2020-01-31 | - | - | Merged on 2020-01-31, at last"),
        ("- Bare Metal - 7/2019", "2019-07 | - | - | Bare Metal"),
        ("- [Ann Lee] 2020-01-31: Text", "2020-01-31 | - | Ann Lee | Text"),
        ("- 2020-01-31: Text (@ann)", "2020-01-31 | - | @ann | Text"),
        ("- 2020-01-31: Proposed by @ann", "2020-01-31 | - | @ann | Proposed"),
        ("- v1.2 (2020-01-31): Text", "2020-01-31 | v1.2 | - | Text"),
        ("- 2020-01-31 (v1.2): Text", "2020-01-31 | v1.2 | - | Text"),
        ("- v1.18 - Text", "- | v1.18 | - | Text"),
        ("- **TBD**: Text", "- | - | - | Text"),
        ("- 03/04/2020: Text", "- | - | - | Text"),
        ("- 2020-31-31: Text", "- | - | - | Text"),
        ("- [Demo of 1/31/2020 for all](u)", "- | - | - | [Demo of 1/31/2020 for all](u)"),
        ("\\- 2020-01-31: Text", "2020-01-31 | - | - | Text"),
        ("2020-01-31: Text\ngoes on", "2020-01-31 | - | - | Text goes on"),
        ("### 01/31/2020\n\n- One\n- Two", "2020-01-31 | - | - | • One<br>• Two"),
    ] {
        assert_eq!(entries(&format!("## Changelog\n\n{item}\n")), [expected], "{item}");
    }
}

#[test]
fn other_dates_of_the_log_settle_day_and_month() {
    let text = "## Changelog\n\n- 18/01/2022: A\n- 11/04/2023: B\n";
    assert_eq!(entries(text), ["2022-01-18 | - | - | A", "2023-04-11 | - | - | B"]);
}

#[test]
fn lines_without_bullets_are_entries_of_their_own() {
    let text = "## Changelog\n\n- 2020-01-01: A\n2020-01-02: B\nmore\n";
    assert_eq!(entries(text), ["2020-01-01 | - | - | A", "2020-01-02 | - | - | B more"]);
}

#[test]
fn columns_in_any_order_and_language() {
    for header in ["Version | Date | Author | Change", "Version | Datum | Autor | Änderungen"] {
        let text = format!(
            "# Dokumentenhistorie\n\n| {header} |\n|-|-|-|-|\n| 1.0 | 2020-01-31 | Ann | a \\| b |\n"
        );
        assert_eq!(entries(&text), ["2020-01-31 | 1.0 | Ann | a | b"], "{header}");
    }
    let text = "**Revision History:**\n\n| Change | Date | Rev |\n|-|-|-|\n| A | Mar 2020 | 2 |\n| more | | |\n";
    assert_eq!(entries(text), ["2020-03 | 2 | - | A<br>more"]);
}

#[test]
fn front_matter_and_releases() {
    let text =
        "---\nhistory:\n  - date: 2020-01-31\n    version: 1.0\n    changes: A *b*\n---\n# A\n";
    assert_eq!(entries(text), ["2020-01-31 | 1.0 | - | A \\*b\\*"]);
    let text =
        "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2020-01-31 [YANKED]\n\n### Added\n\n- A\n";
    assert_eq!(entries(text), ["- | Unreleased | - | -", "2020-01-31 | 1.0.0 | - | **Added:** A"]);
    assert_eq!(logs(text)[0].entries[1].release, super::Release::Yanked);
}

#[test]
fn what_only_looks_like_a_log_is_none() {
    for text in [
        "```\n## Changelog\n\n- 2020-01-31: A\n```\n",
        "<!--\n## Changelog\n\n- 2020-01-31: A\n-->\n",
        "## History\n\nThe project began in 2003.\n",
        "**Change-Log:**\nEach document has one, with:\n- version\n- date\n",
        "## Terms\n\n| Term | Description |\n|-|-|\n| Version | A state |\n",
        "## Changes\n\n- The API is new\n- The colour too\n",
    ] {
        assert_eq!(entries(text), Vec::<String>::new(), "{text}");
    }
    let text = "## Reviews\n\n| Reviewed by | Date | Notes |\n|-|-|-|\n| Ann | 2020-01-31 | |\n";
    assert_eq!(logs(text)[0].subject, super::Subject::Reviews);
    assert!(super::rows::telling(&logs(text)).is_empty());
}

#[test]
fn rows_that_a_template_left() {
    for row in ["* {date}: {changelog}", "- MM/DD/YYYY: First draft", "-"] {
        let logs = logs(&format!("## Changelog\n\n{row}\n"));
        assert_eq!((logs[0].entries.len(), logs[0].untouched.len()), (0, 1), "{row}");
    }
    let head = "## Change Log\n\n| Version | Date | Author | Changes |\n|-|-|-|-|\n";
    for row in
        ["| [TODO] | [TODO] | [TODO] | [TODO] |", "| | | | |", "| 1.0 | [DATE] | [NAME] | First |"]
    {
        let logs = logs(&format!("{head}{row}\n"));
        assert_eq!((logs[0].entries.len(), logs[0].untouched.len()), (0, 1), "{row}");
    }
    assert!(logs("## Changelog\n\nN/A\n")[0].empty);
    assert!(!logs("## Changelog\n\nSee [git](u).\n")[0].empty);
}

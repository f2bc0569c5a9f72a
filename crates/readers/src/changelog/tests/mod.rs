//! One case for each shape that was met in real documents.

mod languages;
mod others;
mod parts;
mod places;
mod registers;

use text::markdown::Document;
use text::source::Source;

use super::{Kind, Log, read};

fn logs(text: &str) -> Vec<Log> {
    read(&Document::parse(&Source::new("a.md", text)), None)
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
fn a_heading_says_what_became_of_a_release_or_what_it_is_about() {
    let text = "# Changelog\n\n## [upcoming release] - 2026-05-01\n\n- One.\n\n## VER 2.1.0 / unreleased\n\n- Two.\n\n\
                ## [Machines] - 2026-04-16\n\n- Three.\n\n## [2.0.0] - 2026-03-01\n\n- Four.\n\n\
                ## [1.0.0] - 2026-02-01\n\n- Five.\n";
    let expected = [
        "- | upcoming release | - | One.",
        "- | 2.1.0 | - | unreleased<br>Two.",
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
        ("\\- 2020-01-31: Text", "2020-01-31 | - | - | Text"),
        ("2020-01-31: Text\ngoes on", "2020-01-31 | - | - | Text goes on"),
        ("### 01/31/2020\n\n- One\n- Two", "2020-01-31 | - | - | • One<br>• Two"),
    ] {
        assert_eq!(entries(&format!("## Changelog\n\n{item}\n")), [expected], "{item}");
    }
}

#[test]
fn a_bold_line_with_words_heads_its_list() {
    let text = "## Changelog\n\n**2024-03-05 - Refunds**\n- One\n- Two\n\n**v2 (2024-01-31) — Cards**\n\n- Three\n";
    let wanted = [
        "2024-03-05 | - | - | **Refunds**<br>• One<br>• Two",
        "2024-01-31 | v2 | - | **Cards**<br>Three",
    ];
    assert_eq!(entries(text), wanted);
}

#[test]
fn what_stands_right_below_a_table_is_no_row() {
    let table = "## Change Log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.0 | 2024-03-05 | One |\n";
    let one = ["2024-03-05 | 1.0 | - | One"];
    for below in ["Updated 2024-04-01: text", "{% endtab %}", "| - | — | |"] {
        assert_eq!(entries(&format!("{table}{below}\n")), one, "{below}");
    }
    let more = format!("{table}| - | - | Two |\n");
    assert_eq!(entries(&more), ["2024-03-05 | 1.0 | - | One<br>Two"]);
}

#[test]
fn only_what_can_be_nothing_else_is_certain() {
    let table = "| Date | Change | By |\n|---|---|---|\n| 2024-03-05 | One thing | Ann |\n";
    let versions = "| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2024-03-05 | One thing |\n";
    for (text, certain) in [
        (format!("# A\n\n## Change history\n\n{table}"), true),
        (format!("# A\n\n**Revision history:**\n\n{table}"), true),
        (format!("# A\n\n## Revision\n\n{versions}"), true),
        (format!("# A\n\n{versions}"), true),
        (format!("# A\n\n## History\n\n{table}"), false),
        (format!("# A\n\n## Releases of the engine\n\n{versions}"), false),
        ("# A\n\n## Changelog — filled up\n\n- `1.0` 2024-03-05: One\n".to_owned(), false),
        ("# A\n\n### CHANGELOG.md\n\n- v1.2 (2024-03-05) - One\n".to_owned(), false),
        (
            "# A\n\n## Change log\n\n| Date | Change |\n|---|---|\n| Week 1 | One |\n".to_owned(),
            false,
        ),
    ] {
        let found: Vec<bool> = logs(&text).iter().map(|log| log.certain).collect();
        assert!(!found.iter().any(|one| *one != certain), "{text}: {found:?}");
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
    let text = "# Changelog\n\n## Yard 1.1.0 - 2020-02-01\n\n- A\n\n## Yard 1.0.0 - \\[REMOVED\\]\n\n- B\n";
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
fn numbers_and_a_day_below_a_title_are_no_log() {
    let measured = "| α | arm A |\n|---|---|\n| 0.0 | +0.060 |\n| 0.5 | +0.150 |\n";
    assert_eq!(entries(&format!("## Amendment record (2026-08-09)\n\n{measured}")), [""; 0]);
    let told = "| 0.0 | first draft |\n| 0.5 | second draft |\n";
    let told = format!("## Amendment record\n\n| # | what |\n|---|---|\n{told}");
    assert_eq!(entries(&told), ["- | 0.0 | - | first draft", "- | 0.5 | - | second draft"]);
    assert_eq!(
        entries("# Driver Redesign Log\nAnn Lee\n20241020\n\nFirst, we break it.\n"),
        [""; 0]
    );
    assert_eq!(entries("# Driver Redesign Log\n\n2024-10-20\n\nFirst, we break it.\n"), [""; 0]);
    let first = "## History\n\n- 1.0.0 (2024-05-01)\n";
    assert_eq!(entries(first), ["2024-05-01 | 1.0.0 | - | -"]);
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

#[test]
fn a_table_is_a_log_by_what_stands_in_it() {
    for (text, expected) in [
        // Nobody knows the headers: versions and dates rise together, and one column tells.
        (
            "# A\n\n## Bx\n\n| Qx | Qy | Qz |\n|---|---|---|\n| 1.0 | 2020-01-02 | First text |\n\
             | 1.1 | 2020-02-03 | Second text |\n",
            ["2020-01-02 | 1.0 | - | First text", "2020-02-03 | 1.1 | - | Second text"],
        ),
        // The caption stands in the header.
        (
            "| Endringslogg | | | |\n|---|---|---|---|\n| Versjon | Dato | Endring utført av | Endring |\n\
             | 2.0 | 2020-02-03 | Ann | Ny |\n| 1.0 | 2020-01-02 | Bo | Gammel |\n\n# A\n",
            ["2020-02-03 | 2.0 | Ann | Ny", "2020-01-02 | 1.0 | Bo | Gammel"],
        ),
        // Title and table stand in a quote.
        (
            "# A\n\n> ### Versiebeheer\n>\n> | Versie | Datum | Wijziging/toevoeging |\n\
             > |---|---|---|\n> | 0.1 | 2020-01-02 | Opzet |\n> | 0.2 | 2020-02-03 | Meer |\n",
            ["2020-01-02 | 0.1 | - | Opzet", "2020-02-03 | 0.2 | - | Meer"],
        ),
        // Reasons and remarks give way to what was changed.
        (
            "## 更新履歴\n\n| 版数 | 更新日 | 変更理由 | 更新内容 |\n|---|---|---|---|\n\
             | 1.0 | 2020-01-02 | 新規 | 作成した |\n| 1.1 | 2020-02-03 | 誤記 | 直した |\n",
            ["2020-01-02 | 1.0 | - | 作成した", "2020-02-03 | 1.1 | - | 直した"],
        ),
        // Indices count as versions, and "created" may ask for a day.
        (
            "# A\n\n## Suivi de la rédaction\n\n| Indice | Date | Modifications |\n|---|---|---|\n\
             | A | 2020-01-02 | Création |\n| B | 3/2-2020 | Ajouts |\n",
            ["2020-01-02 | A | - | Création", "2020-02-03 | B | - | Ajouts"],
        ),
        (
            "## 변경 이력\n\n| 버전 | 작성 | 내용 |\n|---|---|---|\n| 1.0 | 2020-01-02 | 최초 |\n\
             | 1.1 | 2020-02-03 | 수정 |\n",
            ["2020-01-02 | 1.0 | - | 최초", "2020-02-03 | 1.1 | - | 수정"],
        ),
    ] {
        assert_eq!(entries(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_log_stays_silent() {
    for (heading, header, rows) in [
        (
            "Release Timeline (tentative)",
            "Version | Date | Focus",
            ["2.0 | 2020-01-02 | First part", "3.0 | 2030-02-03 | Second part"],
        ),
        (
            "Roadmap",
            "Version | Date | Changes",
            ["2.0 | 2020-01-02 | First part", "3.0 | 2030-02-03 | Second part"],
        ),
        (
            "Support",
            "Release | Released | Active support | Security support",
            [
                "8.0 | 2020-11-26 | 2022-11-26 | 2023-11-26",
                "8.1 | 2021-11-25 | 2023-11-25 | 2025-12-31",
            ],
        ),
        (
            "Libraries",
            "Library | Version | As of | Licence",
            ["serde | 1.0.200 | 2024-05-01 | MIT or Apache", "tokio | 1.37.0 | 2024-03-28 | MIT"],
        ),
        (
            "Study",
            "Iteration | Completed on | What we learned | Lead",
            ["1 | 2021-03-01 | Users need search | Ann", "2 | 2021-03-15 | Filters confuse | Bo"],
        ),
        (
            "Decisions",
            "Version | Date | What was chosen | Source",
            ["1.0 | 2021-03-01 | A queue it is | Ann", "1.1 | 2021-03-15 | No cache so far | Bo"],
        ),
        (
            "Numbers",
            "Edition | Date | Shops | Source of them",
            [
                "1.0 | 2010-07-01 | 4 331 202 | Census of 2009",
                "2.0 | 2015-01-01 | 4 926 061 | New census",
            ],
        ),
        (
            "Minutes",
            "No | Date | Topic | Result",
            ["1 | 2021-01-12 | The interface | REST it is", "2 | 2021-01-19 | The data | Put off"],
        ),
        (
            "Tests",
            "Version | Date | Tester | Result",
            ["1.0 | 2021-03-01 | Ann | passed", "1.1 | 2021-03-15 | Bo | failed"],
        ),
    ] {
        let columns = header.split('|').count();
        let rows = rows.map(|row| format!("| {row} |\n")).concat();
        let line = "---|".repeat(columns);
        let text = format!("# A\n\nText.\n\n## {heading}\n\n| {header} |\n|{line}\n{rows}");
        assert_eq!(entries(&text), [""; 0], "{text}");
    }
}

#[test]
fn a_table_that_markdown_does_not_see_is_read_as_people_see_it() {
    let text = "## Versiehistorie\n\nVersie | Datum | Wijziging | Auteur\n---|---|---\n\
                0.1 | 2020-01-02 | Opzet | Jan\n0.2 | 2020-02-03 | Meer | Jan\n";
    assert_eq!(entries(text), ["2020-01-02 | 0.1 | Jan | Opzet", "2020-02-03 | 0.2 | Jan | Meer"]);
}

#[test]
fn labels_below_a_title_are_no_entries() {
    let text = "# A\n\n## Revision\n\nVersion: 2.0\nDate: 2020-01-02\nApproved by: Ann\n";
    assert_eq!(entries(text), [""; 0]);
}

#[test]
fn what_is_still_to_come_has_no_date_and_lacks_none() {
    let text = "## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n\
                | 1.0 | 2020-01-02 | Text |\n| 1.1 | (upcoming) | More |\n";
    assert_eq!(entries(text), ["2020-01-02 | 1.0 | - | Text", "- | 1.1 | - | More"]);
    let last = logs(text).pop().and_then(|mut log| log.entries.pop());
    assert!(last.is_some_and(|entry| entry.blanks.is_empty()));
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
fn tables_are_found_wherever_people_put_them() {
    let grid = "+-----+------------+---------+\n| Rev | Date | Changes |\n+=====+============+=========+\n| 1.0 | 2024-01-05 | First |\n+-----+------------+---------+\n| 1.1 | 2024-02-05 | Second |\n| | | part |\n+-----+------------+---------+\n";
    let listed = "- As follows:\n\n  | Rev | Date | Changes |\n  |---|---|---|\n  | 1.0 | 2024-01-05 | First |\n  | 1.1 | 2024-02-05 | Second part |\n";
    for table in [grid, listed] {
        let text = format!("# Doc\n\n## Revision history\n\n{table}");
        let expected = ["2024-01-05 | 1.0 | - | First", "2024-02-05 | 1.1 | - | Second part"];
        assert_eq!(entries(&text), expected, "{table}");
    }
}

#[test]
fn a_month_and_two_digits_may_be_a_year() {
    let table = "| Version | Date | Changes |\n|---|---|---|\n| 1.0 | Jan-21 | First |\n";
    let logs = logs(&format!("# Doc\n\n## Change Log\n\n{table}"));
    let when = logs[0].entries[0].date.as_ref().map(|date| date.when);
    assert_eq!(when, Some(None));
}

#[test]
fn a_table_within_a_release_is_no_log() {
    let text = "# thing\n\n## 2.0.0\n\n### Major changes\n\n- Newer runtimes:\n\n  | | Node version |\n  |--|--|\n  \
                | CI | 22 |\n  | Images | 22 |\n\n## 1.0.0\n\n- First.\n";
    let found = read(&Document::parse(&Source::new("CHANGELOG.md", text)), None);
    let kinds: Vec<Kind> = found.iter().map(|log| log.kind).collect();
    assert_eq!(kinds, [Kind::KeepAChangelog]);
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
fn what_a_document_says_of_itself_is_no_log() {
    let version = "## Version\n\n- **Last Updated:** 2026-06-27 (a coherence pass)\n- **Template Version:** 8.2\n";
    assert_eq!(logs(version).iter().map(|log| log.entries.len()).sum::<usize>(), 0);
    let log = "## Version\n\n- **2026-06-27:** Owners were named.\n- **2026-05-01:** Begun.\n";
    assert_eq!(entries(log).len(), 2);
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
fn a_closing_tag_breaks_a_cell_as_an_opening_one_does() {
    let log = "# A\n\n## Change log\n\n| Date | Changes |\n|---|---|\n| 2024-03-05 | </br>Less</br>More |\n";
    assert_eq!(entries(log), ["2024-03-05 | - | - | Less<br/>More"]);
}

#[test]
fn a_name_beside_the_date_in_brackets_is_the_authors() {
    let told = |line: &str| {
        entries(&format!("# A\n\n## Change log\n\n{line}\n- 1.1 (2024-02-05): Less\n")).remove(0)
    };
    assert_eq!(
        told("- 1.2 (2024-03-05, Ann): Payments added"),
        "2024-03-05 | 1.2 | Ann | Payments added"
    );
    assert_eq!(
        told("- 2024-03-05 (Ann Lee): Payments added"),
        "2024-03-05 | - | - | (Ann Lee): Payments added"
    );
    // No other bracket is torn.
    for remark in ["with the pilot", "Draft", "First release"] {
        let line = format!("- 1.2 (2024-03-05, {remark}): Payments added");
        let changes = format!("(2024-03-05, {remark}): Payments added");
        assert_eq!(told(&line), format!("2024-03-05 | 1.2 | - | {changes}"));
    }
}

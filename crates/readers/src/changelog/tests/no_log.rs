//! What is no log.

use super::*;

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
    assert_eq!(logs(text)[0].subject, crate::changelog::Subject::Reviews);
    assert!(crate::changelog::rows::telling(&logs(text)).is_empty());
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
fn what_a_document_says_of_itself_is_no_log() {
    let version = "## Version\n\n- **Last Updated:** 2026-06-27 (a coherence pass)\n- **Template Version:** 8.2\n";
    assert_eq!(logs(version).iter().map(|log| log.entries.len()).sum::<usize>(), 0);
    let log = "## Version\n\n- **2026-06-27:** Owners were named.\n- **2026-05-01:** Begun.\n";
    assert_eq!(entries(log).len(), 2);
}

//! What an old status said stays beside the new one as the team does it.

use super::tests::{LINE, changed, saying};
use super::*;

const WAS: Former<'static> = Former::Told("was {1}");

/// A record's text that is superseded, and one with another status.
fn both(status: &str, behind: &str, former: Former<'_>) -> [Option<String>; 2] {
    let text = format!("# 7. Split\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n");
    let wording = Succession { behind, former, ..saying(LINE) };
    let other = Succession { line: "Deprecated", dated: true, ..wording };
    let head = |text: String| {
        text[text.find("\n\n").unwrap() + 2..text.find("\n\n## Context").unwrap()].to_owned()
    };
    [
        changed(&text, |record, own| supersede(record, wording, own)).map(head),
        changed(&text, |record, own| restate(record, other, Status::Deprecated, own)).map(head),
    ]
}

#[track_caller]
fn becomes(old: &str, new: &str, behind: &str, former: Former<'_>) {
    let expected = [LINE, "Deprecated"].map(|line| Some(new.replace("NEW", line)));
    assert_eq!(both(old, behind, former), expected, "{old}");
}

#[test]
fn a_qualified_status_is_told_behind_the_new_one() {
    for (old, new) in [
        (
            "* Status: Accepted — for the east yard (see R9)",
            "* Status: NEW (was Accepted — for the east yard (see R9))",
        ),
        ("- **Status:** Accepted (by vote)", "- **Status:** NEW (was Accepted (by vote))"),
        (
            "**Status:** ✅ Accepted, for *all* yards",
            "**Status:** NEW (was Accepted, for *all* yards)",
        ),
        (
            "| Status | Accepted (by vote) |\n|---|---|\n| Owner | Ann |",
            "| Status | NEW (was Accepted (by vote)) |\n|---|---|\n| Owner | Ann |",
        ),
        // What says no more than the word is replaced as ever.
        ("* Status: Accepted", "* Status: NEW"),
    ] {
        becomes(old, new, "", WAS);
    }
    becomes(
        "* Status: Accepted (by vote)",
        "* Status: ~~Accepted (by vote)~~ NEW",
        "",
        Former::Struck,
    );
    // A mark that is open before the word ends behind it.
    assert_eq!(both("_Status: Accepted by vote_", "", WAS), [None, None]);
}

#[test]
fn a_paragraph_with_its_day_is_no_second_status() {
    let day = " — 2025-02-11";
    for (old, new) in [
        ("Accepted — 2024-03-05", "NEW — 2025-02-11"),
        ("**Accepted** — 2024-03-05", "**NEW** — 2025-02-11"),
    ] {
        becomes(&format!("## Status\n\n{old}"), &format!("## Status\n\n{new}"), day, WAS);
    }
    // The others have no day there.
    becomes(
        "## Status\n\nAccepted (2024-03-05)",
        "## Status\n\nNEW (was Accepted (2024-03-05))",
        "",
        WAS,
    );
    // Where the others tell what became of them in paragraphs, it follows with its day.
    let above = Former::Above("was {1}");
    let old = "## Status\n\nAccepted — 2024-03-05";
    let [_, restated] = both(old, day, above);
    assert_eq!(restated, Some(format!("{old}\n\nDeprecated — 2025-02-11")));
    // More than a day is a text of its own.
    let said =
        "## Status\n\nAccepted on 2024-03-05 by the board. The night shift voted against it.";
    let [superseded, _] = both(said, "", WAS);
    assert_eq!(superseded, Some(format!("{said}\n\n{LINE}")));
}

#[test]
fn what_was_open_is_told_behind_what_it_came_to() {
    let accepted = |status: &str, former: Former<'_>| {
        let text = format!(
            "# 7. Split\n\n## Status\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
        );
        let wording = Succession { dated: true, former, ..saying("Accepted") };
        let new = changed(&text, |record, own| restate(record, wording, Status::Accepted, own))?;
        Some(
            new.split("\n\n")
                .skip(2)
                .take_while(|part| !part.starts_with('#'))
                .collect::<Vec<_>>()
                .join("|"),
        )
    };
    let short = "Proposed, for the board";
    assert_eq!(accepted(short, WAS).as_deref(), Some("Accepted (was Proposed, for the board)"));
    assert_eq!(
        accepted(short, Former::Above("was {1}")).as_deref(),
        Some("Proposed, for the board|Accepted")
    );
    let long = "Proposed. The tests come first.";
    assert_eq!(
        accepted(long, WAS).as_deref(),
        Some("~~Proposed. The tests come first.~~|Accepted")
    );
}

#[test]
fn the_same_in_another_language_goes_with_its_word_and_code_stays_code() {
    let status = |status: &str, line: &str| {
        let text = format!(
            "# 7. A\n\n**狀態 (Status):** {status}\n\n## 背景\n\n甲。\n\n## 決策\n\n乙。\n"
        );
        let wording = Succession { dated: true, former: WAS, ..saying(line) };
        let new = changed(&text, |record, own| restate(record, wording, Status::Deprecated, own))?;
        Some(new.lines().nth(2)?.trim_start_matches("**狀態 (Status):** ").to_owned())
    };
    let new = "已棄用 (Deprecated)";
    assert_eq!(status("已接受 (Accepted)", new).as_deref(), Some(new));
    assert_eq!(status("`已接受 (Accepted)`", new), Some(format!("`{new}`")));
}

#[test]
fn a_sign_before_a_strong_word_is_the_teams_or_none() {
    let status = |sign: &str| {
        let text = "# 7. Split\n\n| Status | 🟩 **ACCEPTED** |\n|---|---|\n| Owner | Ann |\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
        let wording = Succession { sign, dated: true, former: WAS, ..saying("DEPRECATED") };
        let new = changed(text, |record, own| restate(record, wording, Status::Deprecated, own))?;
        Some(new.lines().nth(2)?.to_owned())
    };
    assert_eq!(status("🟥").as_deref(), Some("| Status | 🟥 **DEPRECATED** |"));
    assert_eq!(status("").as_deref(), Some("| Status | **DEPRECATED** |"));
}

#[test]
fn a_relation_beside_a_sign_or_a_bracket_has_neither() {
    let related = |status: &str| {
        let text =
            format!("# 7. Split\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n");
        changed(&text, |record, own| {
            let other = Other { link: "[3](0003-log.md)", value: "3", key: None, like: None };
            let kind = RelationKind::Amends;
            relate(record, Relating { kind, words: "Amends", other, heading: "Links" }, own)
        })
    };
    for (old, line) in [
        ("* Status: [accepted]\n* Owner: Ann", "* Amends: [3](0003-log.md)\n"),
        (
            "| Status | 🟩 **ACCEPTED** |\n|---|---|\n| Owner | Ann |",
            "| Amends | [3](0003-log.md) |\n",
        ),
    ] {
        let new = related(old).unwrap_or_else(|| panic!("left alone: {old}"));
        assert!(new.contains(line), "{new}");
    }
}

#[test]
fn a_line_that_says_none_and_goes_on_is_contradicted_by_nothing() {
    let related = |line: &str| {
        let text = format!(
            "# 7. Split\n\n* Status: accepted\n* Amends: {line}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
        );
        changed(&text, |record, own| {
            let other = Other { link: "[8](0008-log.md)", value: "8", key: None, like: None };
            let kind = RelationKind::Amends;
            relate(record, Relating { kind, words: "Amends", other, heading: "Links" }, own)
        })
    };
    assert_eq!(related("none — but it builds on the queue"), None);
    let alone = related("none").unwrap();
    assert!(alone.contains("\n* Amends: [8](0008-log.md)\n"), "{alone}");
    assert!(related("the first half of the rules for pumps").is_some());
}

#[test]
fn a_list_of_books_gets_no_record_where_the_status_has_room() {
    let related = |status: &str, links: &str| {
        let body = "## Context\n\nLate.\n\n## Decision\n\nSplit.\n\n## References\n\n";
        let text = format!("# 7. Split\n\n{status}\n\n{body}{links}");
        changed(&text, |record, own| {
            let other = Other { link: "[8](0008-log.md)", value: "8", key: None, like: None };
            let kind = RelationKind::Supersedes;
            relate(record, Relating { kind, words: "Supersedes", other, heading: "Links" }, own)
        })
        .unwrap()
    };
    let books = "- [A book](https://example.org)\n";
    let new = related("## Status\n\nAccepted", books);
    assert!(new.contains("Accepted\n\nSupersedes [8](0008-log.md)\n\n## Context"), "{new}");
    let new = related("* Status: accepted", books);
    assert!(new.contains("* Supersedes: [8](0008-log.md)\n"), "{new}");
    let new = related("* Status: accepted", "- Amends [3](0003-log.md)\n");
    assert!(new.ends_with("\n- Supersedes [8](0008-log.md)\n"), "{new}");
}

//! What stands there stays there, and means what it meant.

use super::*;

const LINE: &str = "Superseded by [8. Stream](0008-stream.md)";

/// A record's text, told that it is superseded; none where it is left to the author.
fn told_with(text: &str, sign: &str) -> Option<String> {
    let source = Source::new("0007-split.md", text);
    let own = OwnWords::new();
    let Reading::Record(record) = read(&Document::parse(&source), "0007-split.md", &own) else {
        panic!("a record: {text}");
    };
    let date = Date::from_day(2025, 2, 11).unwrap();
    let edit = supersede(&record, Succession { line: LINE, sign, date }, &own)?;
    let mut edits = Edits::default();
    edits.push(edit);
    Some(edits.apply(text))
}

fn section(status: &str) -> String {
    format!("# 7. Split\n\n## Status\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n")
}

#[track_caller]
fn becomes(status: &str, expected: &str) {
    let told = told_with(&section(status), "").unwrap_or_else(|| panic!("left alone: {status}"));
    assert_eq!(told, section(expected));
}

#[test]
fn a_status_alone_is_replaced() {
    becomes("Accepted", LINE);
    becomes("**Accepted**", LINE);
    becomes("✅ Accepted.", LINE);
    becomes("accepted", "superseded by [8. Stream](0008-stream.md)");
    becomes("* Accepted", &format!("* {LINE}"));
}

#[test]
fn what_was_said_of_it_stays_and_a_paragraph_follows() {
    for status in [
        "Accepted (2024-03-05)",
        "Accepted by the board; the night shift voted against it.",
        "Accepted after a long\ntalk with both shifts.",
        "> Accepted\n> by the board",
    ] {
        becomes(status, &format!("{status}\n\n{LINE}"));
    }
}

#[test]
fn a_history_gets_an_item_where_its_latest_is() {
    let line = "superseded by [8. Stream](0008-stream.md)";
    let old = "- 2024-01-08: proposed\n- 2024-03-05: accepted";
    becomes(old, &format!("{old}\n- 2025-02-11: {line}"));
    let newest = "* 2024-03-05 - accepted\n* 2024-01-08 - proposed";
    becomes(newest, &format!("* 2025-02-11 - {line}\n{newest}"));
    let counted = "1. proposed (2024-01-08)\n2. accepted (2024-03-05)";
    becomes(counted, &format!("{counted}\n3. {line} (2025-02-11)"));
}

#[test]
fn a_value_is_replaced_or_struck_out() {
    let body = "\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
    for (old, new) in [
        ("* Status: Accepted\n* Date: 2024-03-05", "* Status: LINE\n* Date: 2024-03-05"),
        ("* Status: Accepted (by vote)", "* Status: ~~Accepted (by vote)~~ LINE"),
        (
            "**Status:** ✅ Accepted  \n**Date:** 2024-03-05",
            "**Status:** LINE  \n**Date:** 2024-03-05",
        ),
        (
            "| Status | Accepted |\n|---|---|\n| Date | 2024-03-05 |",
            "| Status | LINE |\n|---|---|\n| Date | 2024-03-05 |",
        ),
    ] {
        let text = format!("# 7. Split\n\n{old}{body}");
        let expected = format!("# 7. Split\n\n{}{body}", new.replace("LINE", LINE));
        assert_eq!(told_with(&text, "").as_deref(), Some(&*expected), "{old}");
    }
}

#[test]
fn the_teams_own_sign_takes_the_place_of_another() {
    let text =
        "# 7. Split\n\n**Status:** ✅ Accepted\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
    let told = told_with(text, "⌛️").unwrap();
    assert!(told.contains(&format!("**Status:** ⌛️ {LINE}\n")), "{told}");
    assert!(
        told_with(&text.replace("✅ ", ""), "⌛️")
            .unwrap()
            .contains(&format!("**Status:** {LINE}\n"))
    );
}

#[test]
fn front_matter_keeps_its_comment_and_its_quotes() {
    let text = |status: &str| {
        format!(
            "---\nstatus: {status}\ndate: 2024-03-05\n---\n\n# Split\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
        )
    };
    let line = "superseded by [8. Stream](0008-stream.md)";
    for (old, new) in [
        ("accepted  # or superseded", format!("{line}  # or superseded")),
        ("\"accepted\"", format!("\"{line}\"")),
    ] {
        assert_eq!(told_with(&text(old), ""), Some(text(&new)), "{old}");
    }
    assert_eq!(told_with(&text("accepted by the board"), ""), None);
}

#[test]
fn windows_line_ends_stay() {
    let told = told_with(&section("Accepted (2024-03-05)").replace('\n', "\r\n"), "").unwrap();
    assert!(!told.replace("\r\n", "").contains('\n'), "{told:?}");
}

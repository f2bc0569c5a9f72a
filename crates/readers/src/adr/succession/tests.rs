//! What stands there stays there, and means what it meant.

use text::edit::Edits;

use super::super::sample;
use super::super::sections;
use super::*;

pub(super) const LINE: &str = "Superseded by [8. Stream](0008-stream.md)";

/// A status or a relation in these words, as a team writes it that has no form of its own.
pub(super) fn saying(line: &str) -> Succession<'_> {
    let date = Date::from_day(2025, 2, 11).unwrap();
    let former = Former::Struck;
    Succession { line, apart: None, sign: "", date, behind: "", dated: false, former }
}

/// A record's text, edited that it is superseded; none where it is left to the author.
fn superseded_with(text: &str, sign: &str) -> Option<String> {
    let (record, own) = (sample::record("0007-split.md", text), OwnWords::new());
    let changes = supersede(&record, Succession { sign, ..saying(LINE) }, &own)?;
    let mut edits = Edits::default();
    edits.extend(changes);
    Some(edits.apply(text))
}

fn section(status: &str) -> String {
    format!("# 7. Split\n\n## Status\n\n{status}\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n")
}

#[track_caller]
fn becomes(status: &str, expected: &str) {
    let edited =
        superseded_with(&section(status), "").unwrap_or_else(|| panic!("left alone: {status}"));
    assert_eq!(edited, section(expected));
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
fn a_place_for_records_that_says_nothing_gets_them_and_one_above_others_does_not() {
    let head = "# 7. Split\n\n* Status: accepted\n";
    let body = "\n## Decision\n\nSplit.\n";
    let related = |text: &str| {
        let (record, own) = (sample::record("0007-split.md", text), OwnWords::new());
        let (kind, words, link) = (RelationKind::Amends, "Amends", "[3. Log](0003-log.md)");
        let other = Other { link, value: "ADR-3", key: None, like: None };
        let mut edits = Edits::default();
        edits.extend(relate(&record, Relating { kind, words, other, heading: "Links" }, &own)?);
        Some(edits.apply(text))
    };
    let link = "[3. Log](0003-log.md)";
    for (before, after) in [
        (
            format!("# 7. Split\n\n* Status: **accepted**\n{body}"),
            format!("# 7. Split\n\n* Status: **accepted**\n* Amends: {link}\n{body}"),
        ),
        (
            format!("# 7. Split\n\n**Status:** accepted  \n**Owner:** Ann\n{body}"),
            format!(
                "# 7. Split\n\n**Status:** accepted  \n**Amends:** {link}  \n**Owner:** Ann\n{body}"
            ),
        ),
        (
            format!("# 7. Split\n\n- **Status: accepted**\n{body}"),
            format!("# 7. Split\n\n- **Status: accepted**\n- **Amends: {link}**\n{body}"),
        ),
        (format!("{head}* Amends: —\n{body}"), format!("{head}* Amends: {link}\n{body}")),
        (
            format!("---\namends:\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
            format!("---\namends: ADR-3\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
        ),
        (
            format!("---\namends: # none yet\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
            format!("---\namends: ADR-3 # none yet\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
        ),
        (
            format!("---\namends:\n  - ADR-2\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
            format!(
                "---\namends:\n  - ADR-2\n  - ADR-3\nstatus: accepted\n---\n\n# 7. Split\n{body}"
            ),
        ),
        (
            format!("---\namends: [\"ADR-2\"]\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
            format!("---\namends: [\"ADR-2\", ADR-3]\nstatus: accepted\n---\n\n# 7. Split\n{body}"),
        ),
        (
            format!("{head}{body}\n## Links\n\n### Tickets\n\nNone.\n"),
            format!("{head}* Amends: {link}\n{body}\n## Links\n\n### Tickets\n\nNone.\n"),
        ),
    ] {
        assert_eq!(related(&before).as_deref(), Some(&*after), "{before}");
    }
}

#[test]
fn a_day_before_the_status_is_its_form() {
    let by = "2025-02-11 superseded by [8. Stream](0008-stream.md)";
    becomes("2024-03-05 accepted", &format!("2024-03-05 accepted\n\n{by}"));
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
        ("* Status: [Accepted]\n* Owners: [Ann]", "* Status: LINE\n* Owners: [Ann]"),
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
        assert_eq!(superseded_with(&text, "").as_deref(), Some(&*expected), "{old}");
    }
}

#[test]
fn the_teams_own_sign_takes_the_place_of_another() {
    let text =
        "# 7. Split\n\n**Status:** ✅ Accepted\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
    let edited = superseded_with(text, "⌛️").unwrap();
    assert!(edited.contains(&format!("**Status:** ⌛️ {LINE}\n")), "{edited}");
    assert!(
        superseded_with(&text.replace("✅ ", ""), "⌛️")
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
        assert_eq!(superseded_with(&text(old), ""), Some(text(&new)), "{old}");
    }
    assert_eq!(superseded_with(&text("accepted by the board"), ""), None);
}

#[test]
fn windows_line_ends_stay() {
    let edited =
        superseded_with(&section("Accepted (2024-03-05)").replace('\n', "\r\n"), "").unwrap();
    assert!(!edited.replace("\r\n", "").contains('\n'), "{edited:?}");
}

/// A record's text with another status; none where it is left to the author.
pub(super) fn restated(text: &str, word: &str, status: Status) -> Option<String> {
    restated_behind(text, word, "", status)
}

/// The same, where most records have the day behind their status.
pub(super) fn restated_behind(
    text: &str,
    word: &str,
    behind: &str,
    status: Status,
) -> Option<String> {
    changed(text, |record, own| {
        restate(record, Succession { behind, dated: true, ..saying(word) }, status, own)
    })
}

/// A record's text that says what the record is to another.
fn related(text: &str, kind: RelationKind, words: &str) -> Option<String> {
    changed(text, |record, own| {
        let link = "[8. Stream](0008-stream.md)";
        relate(
            record,
            Relating {
                kind,
                words,
                other: Other { link, value: link, key: None, like: None },
                heading: "Links",
            },
            own,
        )
    })
}

pub(super) fn changed(
    text: &str,
    change: impl Fn(&Record, &OwnWords) -> Option<Vec<TextEdit>>,
) -> Option<String> {
    let (record, own) = (sample::record("0007-split.md", text), OwnWords::new());
    let mut edits = Edits::default();
    edits.extend(change(&record, &own)?);
    Some(edits.apply(text))
}

#[test]
fn a_status_follows_another() {
    for (old, new) in [
        ("Proposed", "Accepted"),
        ("proposed", "accepted"),
        ("Proposed (2024-03-05)", "Proposed (2024-03-05)\n\nAccepted (2025-02-11)"),
        (
            "- 2024-01-08: proposed\n- 2024-03-05: in review",
            "- 2024-01-08: proposed\n- 2024-03-05: in review\n- 2025-02-11: accepted",
        ),
    ] {
        let edited = restated(&section(old), "Accepted", Status::Accepted);
        assert_eq!(edited, Some(section(new)), "{old}");
    }
    let twice = |status: &str| {
        format!("---\nstatus: {0}\n---\n{1}", status.to_lowercase(), section(status))
    };
    let edited = restated(&twice("Proposed"), "Accepted", Status::Accepted);
    assert_eq!(edited, Some(twice("Accepted")), "both places that state it");
    let said = section("Superseded by [6. Other](0006-other.md)");
    assert_eq!(restated(&said, "Accepted", Status::Accepted), None, "it would still be superseded");
}

#[test]
fn a_relation_stands_where_others_do() {
    let body = "\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
    let link = "[8. Stream](0008-stream.md)";
    for (old, new) in [
        ("## Status\n\nAccepted", "## Status\n\nAccepted\n\nAmends LINK"),
        (
            "## Status\n\nAccepted\n\nAmends [3. A](0003-a.md)",
            "## Status\n\nAccepted\n\nAmends [3. A](0003-a.md), LINK",
        ),
        (
            "* Status: accepted\n* Date: 2024-03-05",
            "* Status: accepted\n* Amends: LINK\n* Date: 2024-03-05",
        ),
        (
            "**Status:** ✅ Accepted  \n**Date:** 2024-03-05",
            "**Status:** ✅ Accepted  \n**Amends:** LINK  \n**Date:** 2024-03-05",
        ),
        (
            "| Status | Accepted |\n|---|---|\n| Date | 2024-03-05 |",
            "| Status | Accepted |\n|---|---|\n| Amends | LINK |\n| Date | 2024-03-05 |",
        ),
    ] {
        let text = format!("# 7. Split\n\n{old}{body}");
        let expected = format!("# 7. Split\n\n{}{body}", new.replace("LINK", link));
        assert_eq!(related(&text, RelationKind::Amends, "Amends"), Some(expected), "{old}");
    }
    let madr = format!("---\nstatus: accepted\n---\n# Split{body}");
    let expected = format!("{madr}\n## Links\n\n- Amends {link}\n");
    assert_eq!(related(&madr, RelationKind::Amends, "Amends"), Some(expected.clone()));
    let twice = related(&expected.replace("0008-s", "0003-s"), RelationKind::Extends, "Extends");
    assert!(twice.is_some_and(|twice| twice.ends_with(&format!("\n- Extends {link}\n"))));
}

#[test]
fn a_second_successor_stands_beside_the_first() {
    for (old, new) in [
        (
            "Superseded by [6. Other](0006-other.md)",
            "Superseded by [6. Other](0006-other.md), LINK",
        ),
        ("Superseded by ADR-6", "Superseded by ADR-6, LINK"),
        (
            "Superseded by [6. Other](0006-other.md) for the night run",
            "Superseded by [6. Other](0006-other.md) for the night run\n\nSuperseded by LINK",
        ),
    ] {
        let edited = related(&section(old), RelationKind::SupersededBy, "Superseded by");
        let new = new.replace("LINK", "[8. Stream](0008-stream.md)");
        assert_eq!(edited, Some(section(&new)), "{old}");
    }
}

#[test]
fn a_section_of_a_log_is_changed_and_no_other() {
    let log = "# Log\n\n## ADR-001: One\n\nStatus: Accepted\n\n### Decision\n\nX.\n\n---\n\n\
               ## ADR-002: Two\n\n### Status\n\nProposed\n\n### Decision\n\nY.\n";
    let own = OwnWords::new();
    let source = Source::new("log.md", log);
    let records = sections::records(&Document::parse(&source), "log.md", &own);
    let applied = |changes: Vec<TextEdit>| {
        let mut edits = Edits::default();
        edits.extend(changes);
        edits.apply(log)
    };
    let edited = Succession { dated: true, ..saying("Accepted") };
    let edits = restate(&records[1], edited, Status::Accepted, &own).unwrap();
    assert_eq!(applied(edits), log.replace("Proposed", "Accepted"));
    let link = "[ADR-002: Two](#adr-002-two)";
    let line = format!("Superseded by {link}");
    let edited = saying(&line);
    let edits = supersede(&records[0], edited, &own).unwrap();
    let new = log.replace("Status: Accepted", &format!("Status: Superseded by {link}"));
    assert_eq!(applied(edits), new);
    // Where the status has no place for it, a section of links stands above what ends the record.
    let bare = log.replace("Status: Accepted\n\n", "");
    let source = Source::new("log.md", bare.as_str());
    let records = sections::records(&Document::parse(&source), "log.md", &own);
    let other = Other { link, value: link, key: None, like: None };
    let edited = Relating { kind: RelationKind::Amends, words: "Amends", other, heading: "Links" };
    let mut edits = Edits::default();
    edits.extend(relate(&records[0], edited, &own).unwrap());
    let new = bare.replace("X.\n", &format!("X.\n\n### Links\n\n- Amends {link}\n"));
    assert_eq!(edits.apply(&bare), new);
}

#[test]
fn a_keyword_that_is_the_status_is_changed_with_it() {
    let text = |tag: &str, status: &str| {
        format!("---\nslug: 7\ntags: [queue, {tag}]\n---\n\n{}", section(status))
    };
    let edited = restated(&text("Accepted", "Accepted"), "Deprecated", Status::Deprecated);
    assert_eq!(edited, Some(text("Deprecated", "Deprecated")));
    let edited = superseded_with(&text("Accepted", "Accepted"), "");
    assert_eq!(edited, Some(text("Superseded", LINE)));
    // A keyword that says something else is the author's.
    let edited = restated(&text("Draft", "Accepted"), "Deprecated", Status::Deprecated);
    assert_eq!(edited, Some(text("Draft", "Deprecated")));
}

#[test]
fn a_byline_and_a_box_say_the_new_status_where_they_stand() {
    let body = "\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
    for (old, new) in [
        ("2025-01-11 · Jane Doe · Accepted", "2025-01-11 · Jane Doe · Rejected"),
        ("!!! info \"Status\"\n\n    Accepted", "!!! info \"Status\"\n\n    Rejected"),
    ] {
        let edited = restated(&format!("# 7. Split\n\n{old}{body}"), "Rejected", Status::Rejected);
        assert_eq!(edited, Some(format!("# 7. Split\n\n{new}{body}")));
    }
}

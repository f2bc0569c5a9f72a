//! Labels and their values.

use super::*;

#[test]
fn an_admonition_s_title_is_a_label() {
    let day = || Some("2024-03-05".to_owned());
    for text in [
        "!!! info \"Status\"\n    **Accepted** • Date: 2024-03-05 • Version: 3",
        "!!! info \"Status\"\n    Accepted on 2024-03-05 by Jane",
        ":::info Status\nAccepted\n:::\n\nDate: 2024-03-05",
        "> [!info] Status\n> Accepted\n\nDate: 2024-03-05",
        "!!! note \"Status: Accepted | Date: 2024-03-05\"",
        "!!! info \"Status\"\n\n    **Accepted** (2024-03-05)",
    ] {
        assert_eq!(stated(text), (Some(Status::Accepted), day()), "{text}");
    }
    assert_eq!(stated("!!! note \"Accepted\"\n    A plan for 2024-03-05 is here."), (None, None));
}

#[test]
fn labels_in_italics_may_end_a_record() {
    let end = |end: &str| {
        sample::record("0009-use-x.md", &format!("# 9. Use X\n\n## Decision\n\nA.\n\n{end}\n")).date
    };
    let day = |date: &str| end(date).map(|date| date.value.to_string());
    assert_eq!(day("_Data: 2024-03-05_\n\n_Autore: Jane_").as_deref(), Some("2024-03-05"));
    for text in [
        "Date: 2024-03-05",
        "_Date: 2024-03-05_\n\nB.",
        "_Seen on 2024-03-05_",
        "*Date: the column of 2024-03-05 in figure 2*",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn what_a_site_keeps_for_itself_says_nothing_against_the_page() {
    let front = |own: &str| {
        let text =
            format!("+++\n{own}[extra]\nstatus = \"draft\"\n+++\n\n# Use X\n\n## Decision\n\nA.\n");
        sample::record("0009-x.md", &text).status.map(|status| status.value)
    };
    assert_eq!(front("status = \"accepted\"\n"), Some(Status::Accepted));
    assert_eq!(front(""), Some(Status::Draft));
    let nested = "---\ndate: 2024-03-05\nsnapshot:\n  date: 2024-02-05\n  status: draft\n---\n# Use X\n\n## Decision\n\nA.\n";
    assert_eq!(sample::record("0009-x.md", nested).dates.len(), 1);
    for group in ["meta", "metadata", "info"] {
        let grouped = format!(
            "---\n{group}:\n  date: 2024-03-05\n  status: accepted\n---\n# Use X\n\n## Decision\n\nA.\n"
        );
        let record = sample::record("0009-x.md", &grouped);
        let day = record.date.as_ref().map(|date| date.value.to_string());
        assert_eq!(
            (record.status(), day.as_deref()),
            (Some(Status::Accepted), Some("2024-03-05")),
            "{group}"
        );
    }
}

#[test]
fn a_block_of_code_at_the_head_may_hold_the_metadata() {
    let code =
        "CAP: 0013\nTitle: Change lines\nAuthor: Jane\nStatus: Rejected\nCreated: 2024-03-05";
    let text = format!("## Preamble\n\n```\n{code}\n```\n\n## Motivation\n\nA.\n");
    let record = sample::record("cap-0013.md", &text);
    assert_eq!(record.status.map(|status| status.value), Some(Status::Rejected));
    assert_eq!(record.id.map(|id| id.value), Some(Id::Number(13)));
    assert_eq!(record.title.map(|title| title.value).as_deref(), Some("Change lines"));
    assert_eq!(stated("```yaml\nstatus: accepted\nkind: Pod\n```"), (None, None));
    let example =
        "```\nTitle: short\nStatus: Proposed\nDate: 2024-01-01\n```\n\n## Status\n\nAccepted\n";
    let own = sample::record("0009-x.md", &format!("# 9. Use X\n\n{example}"));
    assert_eq!((own.states.len(), own.status.map(|one| one.value)), (1, Some(Status::Accepted)));
    assert_eq!(own.date.map(|date| date.value), None);
}

#[test]
fn labels_may_end_the_first_section() {
    let list = "- **Date**: 2024-03-05\n- **Status**: Accepted\n- **Deciders**: Jane";
    let text = format!("# 9. Use X\n\n## Description\n\nA.\n\n{list}\n\n## Context\n\nB.\n");
    let read = sample::record("0009-x.md", &text);
    assert_eq!(read.status.map(|status| status.value), Some(Status::Accepted));
    for about in [
        text.replace("Deciders", "Owner of the queue"),
        text.replace("A.\n\n- ", "An order has:\n\n- "),
    ] {
        assert_eq!(sample::record("0009-x.md", &about).status.map(|one| one.value), None);
    }
    let stated = format!("{text}\n## Status\n\nRejected\n");
    let read = sample::record("0009-x.md", &stated);
    assert_eq!((read.states.len(), read.status.map(|one| one.value)), (1, Some(Status::Rejected)));
}

#[test]
fn a_heading_may_say_it_in_two_scripts() {
    let text = "## 상태 Status\n\nAccepted\n\n## 배경 Context\n\nB.";
    assert_eq!(stated(text).0, Some(Status::Accepted));
}

#[test]
fn what_a_build_put_on_the_page_states_nothing() {
    let ours = "<div class=\"archdoc-record\">\n\n<div class=\"archdoc-banner\">\n\nStatus: Rejected\n\n</div>\n\n\
                <small>extends: ADR-1</small>\n\n</div>";
    let text = format!("{ours}\n\nStatus: Accepted\n\nDate: 2024-03-05");
    assert_eq!(stated(&text), (Some(Status::Accepted), Some("2024-03-05".to_owned())));
    assert_eq!(relations(&text), []);
    assert_eq!(stated(ours), (None, None));
    assert_eq!(relations("<div class=\"ours\">\n\nAmends: ADR-1\n\n</div>").len(), 1);
}

#[test]
fn a_break_with_attributes_ends_a_value() {
    let text = "**Status:** Accepted<br clear=\"all\"/>**Date:** 2024-03-05";
    assert_eq!(stated(text), (Some(Status::Accepted), Some("2024-03-05".to_owned())));
}

#[test]
fn a_dash_parts_labels_that_are_known_on_both_sides() {
    let read = |line: &str| {
        sample::record("0009-use-x.md", &format!("# 9. Use X\n\n{line}\n\n## Context\n\nC.\n"))
    };
    let two = read("**Date:** 2026-08-30 — **Status:** accepted — **Supersedes:** ADR-1");
    assert_eq!(two.status.map(|status| status.value), Some(Status::Accepted));
    assert_eq!(two.relations.len(), 1);
    let other = read("**Supersedes:** ADR-1 — **Status:** rejected");
    assert_eq!(other.status.map(|status| status.value), None, "how the other stands");
    let one = read("**Status:** accepted — note: the old queue was rejected");
    assert_eq!(one.status.map(|status| status.value), Some(Status::Accepted));
}

#[test]
fn a_label_that_is_quoted_is_none() {
    let text = "# 9. Use X\n\n## Decision\n\n- \"Status: <date>\" on the cover\n- „Stand: rejected“ below\n";
    assert_eq!(sample::record("0009-use-x.md", text).status, None);
}

#[test]
fn labels_in_bold_may_follow_each_other_on_one_line() {
    let read = |line: &str| {
        let record = record(line);
        let status = record.status_raw.clone();
        (
            status.unwrap_or_default(),
            record.date.map(|date| date.value.to_string()).unwrap_or_default(),
        )
    };
    let day = "2024-03-05".to_owned();
    for (line, status) in [
        ("**Status:** ✅ Accepted **Date:** 2024-03-05", "Accepted"),
        (
            "**Status:** Accepted (old form) **Date:** 2024-03-05 **Updated:** 2024-05-05",
            "Accepted (old form)",
        ),
        ("**Status:** 🚧 Ready to do **Date:** 2024-03-05 | **Epic:** 7", "Ready to do"),
        ("**Date:** 2024-03-05 **Status:** Accepted", "Accepted"),
    ] {
        let (said, date) = read(line);
        assert!(said.contains(status) && !said.contains("Date"), "{line}: {said}");
        assert_eq!(date, day, "{line}");
    }
    // Words in bold that are no label, and a label that is spoken of.
    assert_eq!(read("**Status:** Accepted by **all:** yes").0, "Accepted by all: yes");
    assert_eq!(read("**Status:** Accepted\n\nThe **Date:** of it is 2024-03-05.").1, "");
}

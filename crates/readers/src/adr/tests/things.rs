//! Sentences that speak of things, with words that are also said of records.

use super::*;
use RelationKind::{SupersededBy, Supersedes};

#[test]
fn a_thing_that_another_record_did_something_to_is_not_that_record() {
    for text in [
        "Accepted. Replaces the handmade list [ADR-7](0007-y.md) left in `Menus`.",
        "Accepted. Replaces the handmade list\n[ADR-7](0007-y.md) left in `Menus`.",
        "Accepted; supersedes the pipeline ADR-7 sketched.",
    ] {
        assert_eq!(relations(&format!("## Status\n\n{text}")), [], "{text}");
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    for (text, kind) in [
        ("Replaces [ADR-7](0007-y.md), left in `Menus`.", Supersedes),
        ("Replaces ADR-7 in `Menus` since May", Supersedes),
        ("Replaces our earlier decision ADR-7 since May", Supersedes),
        ("Replaces ADR-7 and more", Supersedes),
        ("Replaces the caching approach in [ADR-7](0007-y.md) because it was slow", Supersedes),
        ("Supersedes the decision ADR-7 while it holds", Supersedes),
        ("Supersedes phase-1 [ADR 7](../a/7-x.md)", Supersedes),
        ("Superseded by the list [ADR-7](0007-y.md) keeps in `Menus`", SupersededBy),
    ] {
        assert_eq!(relations(&format!("## Status\n\n{text}")), [(kind, 7)], "{text}");
    }
}

#[test]
fn a_word_of_state_before_the_things_of_a_sentence_is_no_state() {
    for (text, wanted) in [
        ("Proposed\n\nBinding requirement text is kept in the specification.", Status::Proposed),
        ("`proposed`\n\nBinding text is kept elsewhere.", Status::Proposed),
        ("Proposed\n\nRejected options are listed below.", Status::Proposed),
        ("Accepted\n\nRejected drafts are in the archive.", Status::Accepted),
        ("Accepted\n\nSuperseded options are in the archive.", Status::Accepted),
        ("Accepted\n\nSuperseded drafts are in the archive.", Status::Accepted),
        ("Accepted. Rejected options are listed below.", Status::Accepted),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
    for (text, wanted) in [
        ("Accepted\n\nSuperseded by ADR-7.", Status::Superseded),
        ("Proposed\n\nRejected unanimously by the board.", Status::Rejected),
        ("Deprecated because it is slow.", Status::Deprecated),
        ("Proposed\n\nAccepted since everybody was there.", Status::Accepted),
        ("Proposed\n\nAccepted on 2024-03-05 and is in use.", Status::Accepted),
        ("Binding", Status::Accepted),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
}

#[test]
fn records_beside_which_something_is_done_are_not_what_it_is_done_to() {
    let both = "[ADR-7](0007-y.md) and [ADR-8](0008-z.md)";
    let text = format!("Accepted. Completes `scroll` alongside {both}.");
    assert_eq!(relations(&format!("## Status\n\n{text}")), []);
    let text = format!("Accepted. Completes {both} alongside the team.");
    let done = [(RelationKind::Amends, 7), (RelationKind::Amends, 8)];
    assert_eq!(relations(&format!("## Status\n\n{text}")), done);
}

#[test]
fn a_sentence_below_the_title_may_be_the_status_with_its_day() {
    let read = |text: &str| {
        let record = record(text);
        (record.status(), record.date.map(|date| date.value.to_string()))
    };
    let told = (Some(Status::Accepted), Some("2024-03-05".to_owned()));
    for text in [
        "*Accepted, 2024-03-05. Supersedes nothing; extends\n[ADR-7](0007-y.md).*",
        "Accepted, 2024-03-05. Extends ADR-7.",
        "> Accepted, 2024-03-05.",
    ] {
        assert_eq!(read(text), told, "{text}");
    }
    let extends = "*Accepted, 2024-03-05. Supersedes nothing; extends\n[ADR-7](0007-y.md).*";
    assert_eq!(relations(extends), [(RelationKind::Extends, 7)]);
    for text in [
        "Accepted by most on 2024-03-05. Extends ADR-7.",
        "Accepted after talks. On 2024-03-05 we met.",
        "> Accepted papers, 2024-03-05.",
        "In 2024 we met. Accepted, 2024-03-05.",
    ] {
        assert_eq!(read(text), (None, None), "{text}");
    }
}

#[test]
fn a_remark_on_a_decision_of_another_record_is_about_that_one() {
    let struck = "- Status: ~~Accepted~~ **Superseded** — as an index by ADR-7 (2026-06-16);\n  as a store by \
                  **ADR-8 decision 3** (accepted\n  2026-08-02). **Nothing of it holds.**";
    assert_eq!(record(struck).status(), Some(Status::Superseded));
    for (text, wanted) in [
        (
            "Superseded 2024-03-05 — stored as ADR-8 decision 3 (accepted 2024-04-05)",
            Status::Superseded,
        ),
        ("Proposed 2024-03-05, in meeting 3 (accepted 2024-04-05)", Status::Accepted),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
}

#[test]
fn a_status_in_vietnamese_may_name_its_successor() {
    let text = "- **Trạng thái:** Đã thay thế bởi ADR-0008";
    assert_eq!(record(text).status(), Some(Status::Superseded));
    assert_eq!(relations(text), [(SupersededBy, 8)]);
}

#[test]
fn what_is_counted_beside_a_record_is_none() {
    let numbers = |label: &str| {
        let told = relations(&format!("Supersedes: {label}\n\n## Status\n\nAccepted"));
        told.into_iter().map(|(_, number)| number).collect::<Vec<_>>()
    };
    assert_eq!(numbers("ADR-53 3-tier structure (Free/Pro)"), [53]);
    assert_eq!(numbers("3-use-x, 4-use-y"), [3, 4]);
    assert_eq!(numbers("ADR-53 and 0003-use-x for short"), [53, 3]);
}

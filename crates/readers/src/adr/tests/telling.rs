//! What happened in turn, what was before, and what is noted beside the status.

use super::{record, relations, status};
use crate::adr::relation::RelationKind;
use crate::adr::status::Status;

fn labelled(text: &str) -> Option<Status> {
    record(text).status.map(|status| status.value)
}

#[test]
fn the_last_verb_of_a_story_counts() {
    for (text, wanted) in [
        ("Rejected in May, later accepted (2024-06-01)", Status::Accepted),
        ("Rejected at first, then accepted", Status::Accepted),
        ("Rejected in 2022; accepted in 2023", Status::Accepted),
        ("On hold in May, accepted in June", Status::Accepted),
        ("Deferred, then accepted", Status::Accepted),
        ("Rejected, subsequently accepted", Status::Accepted),
        ("Rejected, then accepted by the board", Status::Accepted),
        ("Abgelehnt im Mai, später angenommen", Status::Accepted),
        ("Rejetée en mai, puis acceptée", Status::Accepted),
        ("Rechazada en mayo, luego aceptada", Status::Accepted),
        ("Accepted, then rejected after the pilot", Status::Rejected),
        ("Accepted and then put on hold", Status::OnHold),
        ("Withdrawn in May, later proposed", Status::Proposed),
        ("Was accepted, now deprecated", Status::Deprecated),
        ("Rejected, later accepted, superseded by ADR-7", Status::Superseded),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
}

#[test]
fn what_comes_later_may_be_about_something_else() {
    for text in [
        "Accepted. Later the pilot was rejected.",
        "Accepted, then the API was deprecated",
        "Accepted, later to be deprecated",
        "Accepted, then maybe deprecated",
        "Accepted, now under review",
        "Accepted in 2021, implemented in 2022",
        "Accepted, later implemented",
        "Accepted; the later option was rejected",
    ] {
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    let gone = "Superseded by ADR-7, then accepted again for the archive";
    assert_eq!(status(gone), Some(Status::Superseded));
    assert_eq!(status("Rejected in 2023, accepted in 2022"), Some(Status::Rejected));
}

#[test]
fn a_state_with_more_behind_it_or_a_doubt_before_it_ends_no_story() {
    for (text, wanted) in [
        ("Rejected unless later accepted", Status::Rejected),
        ("Rejected; later accepted in ADR-7", Status::Rejected),
        ("Rejected, now accepted as ADR-7", Status::Rejected),
        ("Rejected, later accepted by ADR-7", Status::Rejected),
        ("Rejected. Later accepted designs rest on it.", Status::Rejected),
        ("Rejected, now accepted for the pilot", Status::Rejected),
        ("Rejected, later accepted by the mobile team only", Status::Rejected),
        ("Withdrawn, then accepted upstream", Status::Withdrawn),
        ("Deprecated, now accepted custom is gRPC", Status::Deprecated),
        ("Deprecated, later accepted again?", Status::Deprecated),
        ("Rejected in May, accepted in June for the pilot", Status::Rejected),
        ("Accepted, finally rejected options are listed below", Status::Accepted),
        ("Accepted, subsequently rejected ideas are kept", Status::Accepted),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
}

#[test]
fn a_note_on_the_status_is_none() {
    for text in [
        "Accepted. Note: deprecated upstream.",
        "Note: this was deprecated upstream\n\nAccepted",
        "Accepted\n\n> Note: superseded upstream",
        "Accepted\n\n| Status | Remarks |\n|---|---|\n| Accepted | Deprecated upstream |",
    ] {
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    let table = "| Status | Date | Remarks |\n|---|---|---|\n| Accepted | 2024-03-05 | Deprecated upstream |";
    assert_eq!(labelled(table), Some(Status::Accepted));
    let history = "| Date | Status | Author | Remarks |\n|---|---|---|---|\n| 2024-03-05 | Draft | Ann | Begun |";
    assert_eq!(labelled(history), None);
    // A note that says no more than the step, or that names the record, is about it.
    for (text, wanted) in [
        ("Proposed. Note: accepted by the council on 2024-06-01", Status::Accepted),
        ("Proposed\n\nNote: accepted 2024-06-01", Status::Accepted),
        ("Accepted. Note: withdrawn on 2024-06-01.", Status::Withdrawn),
        ("Proposed\n\n> **Note:** This ADR was accepted after a review.", Status::Accepted),
    ] {
        assert_eq!(status(text), Some(wanted), "{text}");
    }
    // Alone it says how far the record is, and a successor is one in a note as well.
    assert_eq!(status("Note: deprecated since May"), Some(Status::Deprecated));
    assert_eq!(status("Accepted\n\nNote: superseded by ADR-7"), Some(Status::Superseded));
}

#[test]
fn a_status_of_another_time_is_not_the_status() {
    for label in ["original", "previous", "initial", "target", "ursprünglich", "former"] {
        assert_eq!(labelled(&format!("- Date: 2024-03-05\n- Status ({label}): Accepted")), None);
        let beside = format!("- Status ({label}): Accepted\n- Status: Rejected");
        assert_eq!(labelled(&beside), Some(Status::Rejected), "{label}");
    }
    for label in ["current", "Zustand", "2024-03-05"] {
        let text = format!("- Status ({label}): Accepted");
        assert_eq!(labelled(&text), Some(Status::Accepted), "{label}");
    }
}

#[test]
fn what_tags_strike_out_is_history() {
    let text = "Status: <s>Superseded by ADR-7</s> Accepted";
    assert_eq!(labelled(text), Some(Status::Accepted));
    assert_eq!(relations(text), []);
    assert_eq!(labelled("Status: <del>Accepted</del> Rejected"), Some(Status::Rejected));
    assert_eq!(labelled("Status: <strike>Draft</strike> Accepted"), Some(Status::Accepted));
    // A tag that nothing ends, and one that strikes nothing.
    assert_eq!(labelled("Status: <s>Accepted"), Some(Status::Accepted));
    assert_eq!(labelled("Status: <span>Accepted</span>"), Some(Status::Accepted));
}

#[test]
fn a_callout_says_what_was_done_to_the_record() {
    let amended = [(RelationKind::AmendedBy, 7)];
    for text in [
        "## Status\n\nAccepted\n\n> [!NOTE] Amended by ADR-7",
        "> [!NOTE]\n> Amended by [ADR-7](0007-y.md)\n\n## Status\n\nAccepted",
        "Status: Accepted\n\n> **Amended by [ADR-7](0007-y.md)** (2024-03-05)",
    ] {
        assert_eq!(relations(text), amended, "{text}");
        assert_eq!(labelled(text), Some(Status::Accepted), "{text}");
    }
    let titled = "## Status\n\nAccepted\n\n!!! warning \"Superseded by ADR-7\"";
    assert_eq!(relations(titled), [(RelationKind::SupersededBy, 7)]);
    assert_eq!(labelled(titled), Some(Status::Superseded));
    for text in [
        "> Amendment (2024-03-05, the style of ADR-7).\n\nStatus: Accepted",
        "> See the boundary (Amendment 7).\n\nStatus: Accepted",
        "> Amends ADR-7\n\nStatus: Accepted",
    ] {
        assert_eq!(relations(text), [], "{text}");
    }
}

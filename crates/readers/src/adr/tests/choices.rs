//! Boxes of whatever shape, one of them ticked.

use super::{record, relations, status};
use crate::adr::relation::RelationKind;
use crate::adr::statement::Doubt;
use crate::adr::status::Status;

fn doubt(text: &str) -> Option<Doubt> {
    record(&format!("## Status\n\n{text}")).states.first().and_then(|state| state.value.doubt)
}

#[test]
fn the_ticked_one_of_several_is_the_status() {
    for text in [
        "( ) Proposed (x) Accepted ( ) Rejected",
        "( ) Proposed (•) Accepted ( ) Rejected",
        "() Proposed (*) Accepted () Rejected",
        "○ Proposed ● Accepted ○ Rejected",
        "◯ Proposed ◉ Accepted ◯ Rejected",
        "[_] Proposed [x] Accepted [_] Rejected",
        "Proposed ( ) Accepted (x) Rejected ( )",
        "Proposed [ ] / Accepted [x] / Rejected [ ]",
        "( ) Proposed\n(x) Accepted\n( ) Rejected",
        "* ( ) Proposed\n* (x) Accepted\n* ( ) Rejected",
        "( ) Vorgeschlagen (x) Angenommen ( ) Abgelehnt",
        "( ) Proposed (x) Accepted ( ) Superseded by ADR-7",
        "[x] Proposed [x] Accepted [ ] Rejected",
        "[x] Accepted",
        "Accepted (x)",
    ] {
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    for text in [
        "- [x] Proposed\n- [x] Accepted\n- [x] Implemented\n- [ ] Deprecated",
        "[x] Proposed [x] Accepted [x] Implemented [ ] Deprecated",
    ] {
        assert_eq!(status(text), Some(Status::Implemented), "{text}");
    }
    assert_eq!(
        status("- [x] Accepted (2024-03-05)\n- [x] Deprecated (2025-03-05)"),
        Some(Status::Deprecated)
    );
}

#[test]
fn none_or_two_that_contradict_each_other_are_a_choice_left_open() {
    for text in [
        "( ) Proposed ( ) Accepted ( ) Rejected",
        "( ) Proposed (x) Accepted (x) Rejected",
        "* (x) Accepted\n* (x) Rejected\n* ( ) Superseded",
        "- [x] Accepted\n- [x] Rejected\n- [ ] Superseded",
    ] {
        assert_eq!((status(text), doubt(text)), (None, Some(Doubt::Choice)), "{text}");
    }
    let raw = record("## Status\n\n- [x] Accepted\n- [x] Rejected").status_raw;
    assert_eq!(raw.as_deref(), Some("Accepted / Rejected"));
}

#[test]
fn an_end_that_is_ticked_behind_what_was_accepted_is_a_step() {
    for (text, wanted) in [
        ("- [x] Proposed\n- [x] Accepted\n- [x] Superseded by ADR-7", Status::Superseded),
        ("- [x] Accepted\n- [x] Superseded by ADR-7", Status::Superseded),
        ("- [x] Proposed\n- [x] Accepted\n- [x] Deprecated\n- [ ] Superseded", Status::Deprecated),
        ("- [x] Accepted\n- [x] Deprecated", Status::Deprecated),
        ("- [x] Accepted\n- [x] Withdrawn", Status::Withdrawn),
        ("* (x) Accepted\n* (x) Deprecated\n* ( ) Superseded", Status::Deprecated),
        ("- [x] Accepted\n- [x] Rejected options documented", Status::Accepted),
        ("Accepted\n\n- [x] Old queue deprecated", Status::Accepted),
    ] {
        assert_eq!((status(text), doubt(text)), (Some(wanted), None), "{text}");
    }
}

#[test]
fn what_is_not_ticked_names_no_successor() {
    assert_eq!(relations("Status: ( ) Proposed (x) Accepted ( ) Superseded by ADR-7"), []);
    assert_eq!(relations("## Status\n\n☐ Proposed | ☑ Accepted | ☐ Superseded by ADR-7"), []);
    assert_eq!(
        relations("Status: ( ) Proposed ( ) Accepted (x) Superseded by ADR-7"),
        [(RelationKind::SupersededBy, 7)]
    );
}

//! Running text: which of its words say something of the record, and which records they name.

use super::*;
use RelationKind::{
    Amends, Extends, SupersededBy, SupersededInPartBy, Supersedes, SupersedesInPart,
};

#[track_caller]
fn related(text: &str, wanted: &[(RelationKind, u64)]) {
    assert_eq!(relations(text), wanted, "{text}");
}

fn state(text: &str) -> Option<Status> {
    record(text).status.map(|status| status.value)
}

#[test]
fn bold_words_amid_a_wrapped_sentence_are_no_label() {
    for text in [
        "- **Estado:** Aceptada\n- **Actualización:** la sección \"Caché\" queda\n  **sustituida por [7](0007-y.md)**. \
         El resto **sigue vigente**.",
        "- **Status:** Accepted\n- **Note:** the cache of the old queue was\n  **superseded by [7](0007-y.md)** in May.",
        "Status: Accepted\n\nThe queue that we know of is\n**replaced by** [7](0007-y.md).",
    ] {
        related(text, &[]);
        assert_eq!(state(text), Some(Status::Accepted), "{text}");
    }
    for text in [
        "**Note:** we know of it\n**Superseded by** [7](0007-y.md)",
        "**Note:** we know of it.\n**superseded by** [7](0007-y.md)",
        "**Note:** we know of it\n**superseded by:** [7](0007-y.md)",
        "**Status:** accepted\n**superseded by** [7](0007-y.md)",
    ] {
        related(text, &[(SupersededBy, 7)]);
    }
}

#[test]
fn a_word_for_a_part_may_be_cut_short() {
    for text in
        ["Aceptada · sustituida parcial. por ADR-7", "Accepted, superseded partial. by ADR-7"]
    {
        related(&format!("Status: {text}"), &[(SupersededInPartBy, 7)]);
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    assert_eq!(status("Superseded. The part by the sea holds"), Some(Status::Superseded));
    assert_eq!(status("Sustituida. Parte de ello vale, por ADR-7"), Some(Status::Superseded));
    related("Status: Sustituida por ADR-7. Parte nueva", &[(SupersededBy, 7)]);
}

#[test]
fn a_verb_that_tells_which_thing_is_meant_is_no_state() {
    for text in
        ["置き換えたテストと追加した行は、どちらも採用した。", "廃止したキューの記録は残す。"]
    {
        assert_eq!(status(&format!("承認済み\n\n{text}")), Some(Status::Accepted), "{text}");
    }
    for text in ["置き換えられた。", "置き換え済み", "置き換え（2024-03-05）"] {
        assert_eq!(status(text), Some(Status::Superseded), "{text}");
    }
    let wrapped = "承認済み\n\n長い行の途中で折り返した文の中の\n廃止という言葉は状態ではない";
    assert_eq!(status(wrapped), Some(Status::Accepted));
    assert_eq!(status("提案\n承認"), Some(Status::Accepted));
}

#[test]
fn names_in_japanese_are_listed_with_joints_of_its_own() {
    for text in [
        "ADR-3 と ADR-4 を置き換える",
        "ADR-3とADR-4を置き換える",
        "ADR-3 および ADR-4 を置き換える",
        "ADR-3 と ADR-4 を supersede",
        "supersedes ADR-3（古いキュー）と ADR-4（古い門）",
        "supersedes ADR-3（古いキュー）および ADR-4（古い門）。",
    ] {
        related(&format!("## Status\n\naccepted — {text}"), &[(Supersedes, 3), (Supersedes, 4)]);
    }
    for text in [
        "supersedes ADR-3 とともに動く門は ADR-4 による",
        "supersedes ADR-3 と門",
        "supersedes ADR-3 as said: ADR-4",
    ] {
        related(&format!("## Status\n\naccepted — {text}"), &[(Supersedes, 3)]);
    }
}

#[test]
fn what_could_be_restored_was_not() {
    let gone = [(SupersededBy, 7)];
    related("## Status\n\nsuperseded-by ADR-7（門を削除。git revert で復元可能）", &gone);
    related("## Status\n\nSuperseded by ADR-7 (gate removed; the old gate can be restored)", &gone);
    related("## Status\n\nWas superseded by ADR-7; restored in 2024", &[]);
}

#[test]
fn a_decision_s_number_behind_a_record_s_name_is_a_part_of_it() {
    related("- Amends: ADR-3 Decision 4", &[(Amends, 3)]);
    related("## Status\n\nAccepted; amends ADR-3 Decision #4", &[(Amends, 3)]);
    related("- Amends: ADR-3, ADR-4", &[(Amends, 3), (Amends, 4)]);
    related("- Amends: ADR-3, Decision 4", &[(Amends, 3), (Amends, 4)]);
    related("- Extends: ADR-3 ADR-4", &[(Extends, 3), (Extends, 4)]);
    // What is added to this record.
    related("## Status\n\nAccepted\n\n追補: 決定 2 と決定 3 は当時のまま", &[]);
    related("- Superseded in part: ADR-3", &[(SupersededInPartBy, 3)]);
    related("- Superseded in part by: ADR-3", &[(SupersededInPartBy, 3)]);
    related("- Partly superseded: ADR-3", &[(SupersededInPartBy, 3)]);
}

#[test]
fn a_list_of_records_may_have_their_titles() {
    let both = [(Supersedes, 3), (Supersedes, 4)];
    for text in [
        "**Supersedes:** ADR-3 Use a Queue, ADR-4 Drop the Queue",
        "**Supersedes:** ADR-0003 The Gate, ADR-0004 The Lock (both)",
        "**Supersedes:** ADR-3 Queue, ADR-4",
    ] {
        related(text, &both);
    }
    related("**Supersedes:** ADR-3 The Queue, ADR-4 stays", &[(Supersedes, 3)]);
    related("**Supersedes:** ADR-3 The Queue, ADR-4, which stays", &[(Supersedes, 3)]);
    related("**Supersedes:** ADR-3 The Queue, written before ADR-4", &[(Supersedes, 3)]);
    related("**Supersedes:** ADR-3 for good, ADR-4 Use a Queue", &[(Supersedes, 3)]);
    related(
        "**Supersedes:** ADR-3 Part of the Queue, ADR-4 Locks",
        &[(SupersedesInPart, 3), (Supersedes, 4)],
    );
}

#[test]
fn a_superseded_record_may_send_to_its_successor() {
    for text in [
        "Superseded — see [ADR-7: A Gate](./0007-gate.md) (renamed)",
        "Superseded, see ADR-7",
        "Superseded (see ADR-7)",
        "Superseded. See ADR-7.",
        "Abgelöst, siehe ADR-7",
        "Remplacée – voir ADR-7",
        "Заменено (см. ADR-7)",
        "已取代，见 ADR-7",
    ] {
        related(&format!("**Status:** {text}"), &[(SupersededBy, 7)]);
        assert_eq!(status(text), Some(Status::Superseded), "{text}");
    }
    for text in [
        "Superseded, see ADR-7 for the reasons",
        "Superseded — see ADR-7 and ADR-8",
        "Superseded — see the notes on ADR-7",
        "Accepted — see ADR-7",
        "Deprecated — see ADR-7",
        "Superseded, see ADR-7 §3",
        "Superseded (see ADR-7, section 3)",
        "Superseded, see ADR 7's context",
        "Superseded, see #7",
        "Superseded, see [7]",
    ] {
        related(&format!("**Status:** {text}"), &[]);
    }
    assert_eq!(status("**Status:** Superseded, see ADR-7 §3"), Some(Status::Superseded));
    related("**Status:** Superseded — see also ADR-7", &[(RelationKind::Related, 7)]);
}

#[test]
fn a_state_in_the_name_of_a_thing_takes_no_day_away() {
    let day = |text: &str| {
        record(&format!("- **Status:** {text}")).date.map(|date| date.value.to_string())
    };
    for text in
        ["Accepted (step 15 final closure, 2026-06-16)", "Accepted (step 15 closure, 2026-06-16)"]
    {
        assert_eq!(day(text).as_deref(), Some("2026-06-16"), "{text}");
    }
    for text in [
        "Accepted (option 2 rejected, 2026-06-16)",
        "Accepted; the old queue was rejected 2026-06-16",
        "Accepted (planned for 2026-06-16)",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn the_first_of_counted_headings_is_no_title() {
    let title = |text: &str| {
        let record =
            sample::record("0009-use-x.md", &format!("Intro.\n\nStatus: Accepted\n\n{text}"));
        record.title.map(|title| title.value)
    };
    assert_eq!(title("## W1 — Mend the gate\n\nA.\n\n## W2 — Tell it\n\nB.\n"), None);
    assert_eq!(title("## Step1: Mend\n\nA.\n\n## Step2: Tell\n\nB.\n"), None);
    for (text, wanted) in [
        ("## Use X\n\nA.\n\n## Context\n\nB.\n", "Use X"),
        ("## S3 for files\n\nA.\n\n## Context\n\nB.\n", "S3 for files"),
        ("## S3 for files\n\nA.\n\n## EC2 for them\n\nB.\n", "S3 for files"),
        ("# W1 — Mend the gate\n\nA.\n\n## W2 — Tell it\n\nB.\n", "W1 — Mend the gate"),
    ] {
        assert_eq!(title(text).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn a_section_of_the_record_s_own_text_is_no_other_record() {
    related("## Status\n\nAccepted; amended by [the addendum](#addendum-2024-03-05)", &[]);
    related("- Amended by: [the addendum](#addendum)", &[]);
    related("- Amended by: [the addendum](0007-addendum.md#why)", &[(RelationKind::AmendedBy, 7)]);
    related("- Amended by: [ABC-5679](https://tickets.example.org/browse/ABC-5679)", &[]);
}

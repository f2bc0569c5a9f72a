//! Several records, parts of one, and records that are kept elsewhere.

use super::{relations, status};
use crate::adr::relation::RelationKind::{
    self, Amends, SupersededBy, SupersededInPartBy, Supersedes, SupersedesInPart,
};
use crate::adr::status::Status;

fn said(text: &str) -> Vec<(RelationKind, u64)> {
    relations(&format!("## Status\n\nAccepted\n\n{text}"))
}

#[track_caller]
fn claims(text: &str, kind: RelationKind, numbers: &[u64]) {
    let wanted: Vec<_> = numbers.iter().map(|&number| (kind, number)).collect();
    assert_eq!(said(text), wanted, "{text}");
}

#[test]
fn several_records_are_named_together() {
    claims("Supersedes both ADR-3 and ADR-4", Supersedes, &[3, 4]);
    claims("Ersetzt sowohl ADR-3 und ADR-4", Supersedes, &[3, 4]);
    claims("Supersedes all of ADR-3", Supersedes, &[3]);
    claims("Supersedes ADRs 3, 4 and 5", Supersedes, &[3, 4, 5]);
    claims("Supersedes neither ADR-3 nor ADR-4", Supersedes, &[]);
}

#[test]
fn a_range_names_each() {
    let all = |text: &str| {
        let mut found = said(text);
        found.sort_by_key(|one| one.1);
        found.into_iter().map(|(kind, number)| (kind == Supersedes, number)).collect::<Vec<_>>()
    };
    for text in [
        "Supersedes ADR 3-5",
        "Supersedes ADR-3 to ADR-5",
        "Supersedes ADR-0003 through ADR-0005.",
        "Supersedes ADR-0003–0005",
        "Supersedes ADRs 3–5",
        "Supersedes ADRs 3 to 5, for cost",
        "Supersedes [ADR-3](0003-a.md) to [ADR-5](0005-c.md)",
        "Ersetzt ADR-3 bis ADR-5",
        "Supersedes: ADR-3 to ADR-5",
        "Supersedes: 0003-0005",
    ] {
        assert_eq!(all(text), [(true, 3), (true, 4), (true, 5)], "{text}");
    }
    for text in [
        "Supersedes ADR-3 to make room",
        "Supersedes ADR-3 to 5 teams' surprise",
        "Supersedes ADR-3 - ADR-5 stays",
        "Supersedes ADR-3-5-replicas",
        "Supersedes ADR-3-5",
        "Supersedes ADR-3 to ADR-900",
        "Supersedes ADR-3 to ADR-2",
    ] {
        assert_eq!(all(text).first(), Some(&(true, 3)), "{text}");
        assert!(!all(text).contains(&(true, 4)), "{text}");
    }
    for text in [
        "Amends ADR-3 to ADR-5 parity",
        "Amends ADR 3–5 weeks",
        "Amends ADR-3 to 5.",
        "Amends ADR-3 to 5: five nodes",
        "Amends the upgrade path from ADR-3 to ADR-5.",
        "Supersedes the step ADR-3 to ADR-5",
    ] {
        let numbers: Vec<u64> = said(text).into_iter().map(|(_, number)| number).collect();
        assert!(!numbers.contains(&4) && !numbers.contains(&5), "{text}: {numbers:?}");
    }
    claims("Supersedes D4-D7", Supersedes, &[]);
    claims("Supersedes D4-D7 of ADR-3", SupersedesInPart, &[3]);
    claims("Supersedes ADR-3 D4-D7", SupersedesInPart, &[3]);
    claims("Supersedes sections 3-5 of ADR-2", SupersedesInPart, &[2]);
}

#[test]
fn what_another_repository_keeps_is_no_target() {
    for remark in [
        " (the platform repo)",
        " (in the platform repo)",
        " in the platform repository",
        " from the platform team repo",
        " (repo: platform)",
    ] {
        let text = format!("Superseded by ADR-7{remark}");
        assert_eq!(status(&text), Some(Status::Superseded), "{text}");
        assert_eq!(relations(&format!("Status: {text}")), [], "{text}");
        let labelled = format!("- Status: Superseded\n- Superseded by: ADR-7{remark}");
        assert_eq!(relations(&labelled), [], "{labelled}");
    }
    for remark in [
        " (PR #12)",
        " (see PR 12)",
        " (repo layout)",
        " (moved to the shared repo)",
        " (our repository)",
        " (same repo)",
        " (mono repo)",
        " (split repo)",
        " (use one repo)",
        " from the main repo",
        " for all repositories",
        " in the repository since May 2024",
    ] {
        let text = format!("Status: Superseded by ADR-7{remark}");
        assert_eq!(relations(&text), [(SupersededBy, 7)], "{text}");
    }
}

#[test]
fn a_piece_of_a_record_is_a_part_of_it() {
    for text in [
        "Supersedes the caching slice in ADR-1",
        "Supersedes the caching part of ADR-1",
        "Supersedes the caching section of [ADR-1](0001-a.md)",
        "Supersedes the caching half of ADR-1",
        "Supersedes the caching portion of ADR-1",
        "This ADR supersedes the caching piece of ADR-1",
        "Supersedes ADR-1 (the caching slice)",
        "Supersedes ADR-1 (second part only)",
        "ADR-1's retry rules are superseded by this record",
        "The retry rules of ADR-1 are superseded by this",
        "The retry rules of ADR-1 have been superseded by this ADR",
        "The retry rules of [ADR-1](0001-a.md) are superseded by this record",
    ] {
        claims(text, SupersedesInPart, &[1]);
    }
    for text in [
        "ADR-1 is superseded by this",
        "The decision of ADR-1 is superseded by this record",
        "Supersedes ADR-1 (see the second part)",
        "Supersedes the approach in ADR-1",
    ] {
        claims(text, Supersedes, &[1]);
    }
}

#[test]
fn a_piece_or_a_title_behind_a_successor_is_the_successors() {
    for behind in [
        "ADR-7 (Use Kafka only)",
        "[ADR-7](0007-y.md) (TLS only)",
        "ADR-7 (caching chapter)",
        "ADR-7 (Thin slices)",
        "ADR-7 (the mobile slice)",
        "ADR-7 D2",
        "[ADR-7](0007-y.md) D2",
        "D2 of ADR-7",
    ] {
        for verb in ["Superseded by", "Replaced by"] {
            let text = format!("{verb} {behind}");
            assert_eq!(status(&text), Some(Status::Superseded), "{text}");
            assert_eq!(relations(&format!("Status: {text}")), [(SupersededBy, 7)], "{text}");
        }
        let labelled = format!("- Status: Superseded\n- Superseded by: {behind}");
        let by_label = relations(&labelled);
        assert!(by_label.iter().all(|&one| one == (SupersededBy, 7)), "{labelled}: {by_label:?}");
    }
    for text in ["Superseded by D2", "Superseded by DD2", "Superseded by decision D2"] {
        assert_eq!(status(text), Some(Status::Superseded), "{text}");
    }
    claims("Supersedes ADR-1 (Use Kafka only)", Supersedes, &[1]);
    claims("Supersedes ADR-1 (Thin slices)", Supersedes, &[1]);
    claims("Supersedes ADR-1 D2", SupersedesInPart, &[1]);
}

#[test]
fn a_part_of_this_record_may_have_a_successor() {
    for text in [
        "The caching half of this decision has been superseded by ADR-7",
        "The retry rules of this decision have been superseded by ADR-7",
        "ADR-7 supersedes the caching part of this decision",
        "ADR-7 replaces the retry rules of this record.",
        "ADR-7 supersedes this decision as far as caching is concerned",
        "The section on retries has been superseded by ADR-7",
    ] {
        claims(text, SupersededInPartBy, &[7]);
        assert_eq!(status(&format!("Accepted. {text}")), Some(Status::Accepted), "{text}");
    }
    for text in [
        "The retry rules were superseded by ADR-7",
        "The retry rules of the decision in ADR-3 were superseded by ADR-7",
        "The first version of this record was superseded by ADR-7",
        "The team replaces the caching part of this decision",
    ] {
        claims(text, SupersededInPartBy, &[]);
    }
    claims("Supersedes the caching part of the decision in ADR-1", SupersedesInPart, &[1]);
}

#[test]
fn a_word_of_a_name_is_no_verb() {
    claims("Amends 0012-changes-to-x.md", Amends, &[12]);
    claims("Amends ADR-0012-superseded-queue", Amends, &[12]);
    assert_eq!(relations("Status: Superseded by 0012-changes-to-x.md"), [(SupersededBy, 12)]);
}

#[test]
fn a_templates_number_is_no_record() {
    for text in ["[ADR-XXXX](XXXX-title.md)", "[ADR-NNN](adr-NNN.md)", "ADR-XXXX"] {
        for label in ["Supersedes", "Superseded by", "Amends"] {
            claims(&format!("{label}: {text}"), Supersedes, &[]);
            let head = format!("- Status: Accepted\n- {label}: {text}");
            assert_eq!(relations(&head), [], "{head}");
        }
        let open = format!("Accepted\n\nSuperseded by: {text}");
        assert_eq!(status(&open), Some(Status::Accepted), "{open}");
    }
    for text in ["n/a", "none", "-", "–", "TBD", "nothing"] {
        for label in ["Supersedes", "Superseded by", "Amends", "Extends"] {
            let head = format!("- Status: Accepted\n- {label}: {text}");
            assert_eq!(relations(&head), [], "{head}");
        }
    }
}

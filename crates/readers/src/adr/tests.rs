use text::markdown::Document;
use text::source::Source;

use crate::adr::read::{self, Reading};
use crate::adr::record::Record;
use crate::adr::relation::{RelationKind, Target};
use crate::adr::status::{OwnWords, Status};

/// A record numbered 9 with these words below its title.
fn record(text: &str) -> Record {
    let source =
        Source::new("0009-use-x.md", format!("# 9. Use X\n\n{text}\n\n## Context\n\nC.\n"));
    match read::read(&Document::parse(&source), "0009-use-x.md", &OwnWords::new()) {
        Reading::Record(record) => *record,
        other => panic!("no record: {other:?}"),
    }
}

fn status(text: &str) -> Option<Status> {
    record(&format!("## Status\n\n{text}")).status.map(|status| status.value)
}

/// Kinds and numbers of what is related.
fn relations(text: &str) -> Vec<(RelationKind, u64)> {
    let number = |target: &Target| target.id().and_then(|id| id.number()).unwrap_or(0);
    let relations = record(text).relations;
    relations.iter().map(|one| (one.kind, number(&one.target))).collect()
}

#[test]
fn a_remark_in_brackets_interrupts_a_clause_and_does_not_begin_one() {
    for text in [
        "Accepted; the back-link (point 1) was superseded by the render seam.",
        "Accepted. Section 1 (names) and section 3 (the tiers) are superseded by ADR-7.",
        "Accepted. The old queue (in two parts) is superseded by ADR-7.",
    ] {
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    assert_eq!(
        status("Accepted (2024-05-01, by vote) superseded by ADR-7"),
        Some(Status::Superseded)
    );
    let in_part = "Status: Accepted\n\n> Section 3 (the translation) is superseded by ADR-7.";
    assert_eq!(relations(in_part), [(RelationKind::SupersededInPartBy, 7)]);
}

#[test]
fn a_remark_behind_another_record_is_about_that_one() {
    for text in [
        "## Links\n\n- [ADR-5: Y](0005-y.md) (superseded by ADR-7)",
        "## Links\n\n- ADR-5: use Y everywhere (must be kept; superseded as a reason by ADR-7)",
        "## Links\n\n- [ADR-5](0005-y.md) - the placement (superseding ADR-7) is a layer",
    ] {
        assert_eq!(relations(text), [], "{text}");
    }
    assert_eq!(
        relations("Status: Accepted (superseded by ADR-7)"),
        [(RelationKind::SupersededBy, 7)]
    );
}

#[test]
fn a_value_that_begins_with_another_verb_says_that() {
    assert_eq!(relations("- Supersedes: refines ADR-7"), [(RelationKind::Amends, 7)]);
    assert_eq!(relations("- Supersedes: ADR-7"), [(RelationKind::Supersedes, 7)]);
}

#[test]
fn a_count_is_no_number_of_a_record() {
    assert_eq!(relations("> **Superseded:** the n=15 was too small."), []);
    assert_eq!(relations("- Amendment: #15 / PR #16 - a nullable column"), []);
    assert_eq!(relations("- Superseded by: #15 (see PR #16)"), [(RelationKind::SupersededBy, 15)]);
}

#[test]
fn labels_at_the_end_of_a_file_are_read() {
    let text = "Status: Accepted\n\n## Decision\n\nD.\n\n## Approval\n\n\
                - **Decision Date**: 2024-03-05\n- **Approved By**: Ann";
    let source = Source::new("0009-use-x.md", format!("# 9. Use X\n\n{text}\n"));
    let own = OwnWords::new();
    let Reading::Record(record) = read::read(&Document::parse(&source), "0009-use-x.md", &own)
    else {
        panic!("no record");
    };
    assert_eq!(record.date.map(|date| date.value.to_string()), Some("2024-03-05".to_owned()));
}

#[test]
fn a_successor_below_the_status_is_the_status() {
    let status = |said: &str| {
        let text =
            format!("# 1. X\n\n## Status\n\n{said}\n\n## Context\n\na\n\n## Decision\n\nb\n");
        let record = record(&text);
        record.status.map(|status| status.value)
    };
    assert_eq!(status("Superseded by: ADR-4"), Some(Status::Superseded));
    assert_eq!(status("Superseded by: [4](0004-x.md)"), Some(Status::Superseded));
    for nobody in ["-", "none", "N/A", ""] {
        assert_eq!(status(&format!("Accepted\n\nSuperseded by: {nobody}")), Some(Status::Accepted));
    }
}

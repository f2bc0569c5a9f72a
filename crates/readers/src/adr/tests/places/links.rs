//! Other records, and the record itself.

use super::*;

#[test]
fn signs_may_lead_from_the_verb_to_the_record() {
    for text in [
        "Superseded → ADR-7",
        "Superseded (2024-03-05) → ADR-7",
        "Obsolete. Replaced by: ADR-7",
        "Заменён ADR-7",
        "Korvattu ADR-7:llä",
    ] {
        let record = record(&format!("## Status\n\n{text}"));
        let newer: Vec<_> =
            record.relations.iter().map(|one| (one.kind, one.target.id())).collect();
        let newer_id = Some(Id::Number(7));
        assert_eq!(newer, [(RelationKind::SupersededBy, newer_id)], "{text}");
        assert_eq!(record.status.map(|status| status.value), Some(Status::Superseded), "{text}");
    }
    assert_eq!(relations("## Status\n\nSuperseded. It led → ADR-7"), []);
}

#[test]
fn the_last_paragraph_may_name_the_records_that_are_replaced() {
    let replaced = |last: &str| {
        let text = format!("# 9. Use X\n\nStatus: Accepted\n\n## Context\n\nA.\n\n{last}\n");
        let record = sample::record("0009-use-x.md", &text);
        let older = record.relations.iter().filter(|one| one.kind == RelationKind::Supersedes);
        older.filter_map(|one| one.target.id()).collect::<Vec<_>>()
    };
    let both = [Id::Number(3), Id::Number(4)];
    assert_eq!(replaced("Supersedes [ADR-3](0003-a.md) and [ADR-4](0004-b.md)."), both);
    assert_eq!(replaced("Remplace [ADR-3](0003-a.md) et [ADR-4](0004-b.md)."), both);
    assert_eq!(replaced("Supersedes the mailer of [ADR-3](0003-a.md) in part."), []);
    assert_eq!(replaced("Replaces [ADR-3](0003-a.md) only where nobody looks."), []);
    assert_eq!(replaced("The yard supersedes [ADR-3](0003-a.md)."), []);
}

#[test]
fn the_name_of_the_file_may_be_the_id() {
    let id = |id: &str| {
        let text = format!("---\nid: {id}\nstatus: accepted\n---\n# Use X\n\n## Decision\n\nA.\n");
        sample::record("DR--meta--queues.md", &text).id.map(|id| id.value.to_string())
    };
    assert_eq!(id("DR--meta--queues").as_deref(), Some("DR--meta--queues"));
    assert_eq!(id("queues"), None);
}

#[test]
fn the_series_of_a_record_goes_without_saying() {
    let newer = |id: &str, path: &str| {
        let text =
            format!("---\ntip: 8\nstatus: Replaced\nsuperseded-by: {id}\n---\n\n# Summary\n\nA.\n");
        let record = sample::record(path, &text);
        record.relations.iter().filter_map(|one| one.target.id()).map(|id| id.to_string()).collect()
    };
    let found: Vec<String> = newer("TIP-29", "tip-0008.md");
    assert_eq!(found, ["29"]);
    let other: Vec<String> = newer("GPT-4", "tip-0008.md");
    assert_eq!(other, [] as [&str; 0]);
    let other: Vec<String> = newer("PAY-ADR-7", "tip-0008.md");
    assert_eq!(other, ["PAY-ADR-7"]);
    let other: Vec<String> = newer("CAP-0029", "tip-0008.md");
    assert_eq!(other, ["CAP-29"]);
}

#[test]
fn a_directory_s_number_may_be_in_the_title() {
    let record = sample::record(
        "111-use-x/vep.md",
        "# VEP 111: Use X\n\n## Context\n\nA.\n\nStatus: Accepted\n",
    );
    assert_eq!(record.id.map(|id| id.value), Some(Id::Series("VEP".to_owned(), 111)));
    assert_eq!(record.title.map(|title| title.value).as_deref(), Some("Use X"));
}

#[test]
fn the_number_of_an_item_or_a_step_is_no_records() {
    for text in [
        "Amendment: 2026-03-03 — Decision item 1 and the note scoped",
        "Amended by: steps 1 and 2 of the plan",
        "Geändert durch: Punkt 3",
        "Amended by: steps 01 and 02",
        "Amended by: steps 001 and 002",
        "Amended by: section 4",
    ] {
        assert_eq!(
            relations(&format!("**Status:** Accepted\n**{}", text.replacen(':', ":**", 1))),
            [],
            "{text}"
        );
    }
    for text in ["section 4 of 0003", "section 4 of ADR-3", "sections 4 and 5 of 0003"] {
        let amends = relations(&format!("**Status:** Accepted\n**Amends:** {text}"));
        assert_eq!(amends, [(RelationKind::Amends, 3)], "{text}");
    }
    let amended = relations("**Status:** Accepted\n**Amended by:** ADR 7, item 2");
    assert_eq!(amended, [(RelationKind::AmendedBy, 7)]);
    let whole =
        relations("**Status:** Accepted\n**Supersedes operationally:** ADR-004 (now realised)");
    assert_eq!(whole, [(RelationKind::Supersedes, 4)]);
    let none = "**Status:** Accepted\n**Supersedes operationally:** none (complements ADR-007)";
    assert_eq!(relations(none), [(RelationKind::Extends, 7)]);
}

use std::path::PathBuf;

use super::*;
use readers::adr::OwnWords;

fn directory(files: &[(&str, &str)]) -> Shelf {
    let mut shelf = Shelf::default();
    for (name, text) in files {
        shelf.found.add_text((*name).to_owned(), text, &OwnWords::new());
    }
    shelf
}

fn planned(files: &Shelf, title: &str, supersedes: &[&str]) -> Result<Plan, RecordError> {
    let supersedes: Vec<String> = supersedes.iter().map(|&one| one.to_owned()).collect();
    let date = Date::from_day(2026, 1, 2).unwrap();
    let (also, force) = (false, false);
    plan(files, &Request { title, template: None, supersedes: &supersedes, also, force, date }, 0)
}

#[test]
fn the_first_record_of_all() {
    let plan = planned(&directory(&[]), " Use  X & Y! ", &[]).unwrap();
    assert_eq!(plan.new.path, "0001-use-x-y.md");
    assert!(
        plan.new.text.starts_with("# 1. Use X & Y!\n\nDate: 2026-01-02\n"),
        "{}",
        plan.new.text
    );
}

#[test]
fn both_sides_of_a_supersession() {
    let old = "# ADR-007: Old\n\n* Status: Accepted (by vote)\n\n## Context\n\n## Decision\n";
    let files = directory(&[("adr-007-old.md", old), ("sub/adr-100-x.md", "# ADR-100: X\n")]);
    let plan = planned(&files, "New", &["7"]).unwrap();
    assert_eq!(plan.new.path, "adr-008-new.md");
    assert!(plan.new.text.starts_with("# ADR-008: New\n"), "{}", plan.new.text);
    let older = "* Supersedes: [ADR-007: Old](adr-007-old.md)\n";
    assert!(plan.new.text.contains(older), "{}", plan.new.text);
    let change = &plan.changes[0];
    let line = "Superseded by [ADR-008: New](adr-008-new.md)";
    let told = format!("{line} (was Accepted (by vote))");
    assert!(change.text.contains(&format!("* Status: {told}\n")), "{}", change.text);
}

#[test]
fn a_superseded_record_is_not_superseded_again() {
    let old =
        "# 7. Old\n\n## Status\n\nSuperseded by [6. Other](0006-other.md)\n\n## Decision\n\nX\n";
    let error = planned(&directory(&[("0007-old.md", old)]), "New", &["7"]).unwrap_err();
    let said = "ADR 7 is superseded already, by ADR 6 (`0007-old.md:5`); supersede the one";
    assert!(error.to_string().starts_with(said), "{error}");
}

#[test]
fn a_day_stands_where_the_other_records_have_theirs() {
    for (old, new) in [
        ("Accepted (2024-03-15)", "Proposed (2026-01-02)"),
        ("Accepted, 15 March 2024", "Proposed, 2 January 2026"),
        ("Accepted - 2024-03-15.", "Proposed - 2026-01-02"),
        ("Принято, 15 нояб 2024", "Предложено, 2 янв 2026"),
        ("Accepted", "Proposed"),
        ("Accepted (2024-03-15, by the board)", "Proposed"),
    ] {
        for head in ["## Status\n\n", "Status: ", "- **Status:** "] {
            let body = "\n\n## Context\n\nA\n\n## Decision\n\nB\n\n## Consequences\n\nC\n";
            let text = |number: u8| format!("# {number}. Old\n\n{head}{old}{body}");
            let texts = [text(1), text(2), text(3)];
            let files = directory(&[
                ("0001-old.md", &*texts[0]),
                ("0002-old.md", &*texts[1]),
                ("0003-old.md", &*texts[2]),
            ]);
            let made = planned(&files, "New", &[]).unwrap();
            let wanted = format!("{head}{new}\n");
            assert!(made.new.text.contains(&wanted), "{wanted}\n{}", made.new.text);
        }
    }
}

#[test]
fn a_status_in_marks_or_in_a_column_is_replaced_as_a_whole() {
    for (old, new) in [
        ("Status: **Accepted** (2024-03-15)", "Status: Proposed (2026-01-02)"),
        ("Status: `Accepted` (2024-03-15)", "Status: Proposed (2026-01-02)"),
        ("**Status: Accepted** (2024-03-15)", "**Status: Proposed (2026-01-02)**"),
        ("Status: **Accepted**", "Status: **Proposed**"),
        ("## Status\n\n**Accepted**", "## Status\n\n**Proposed**\n"),
        (
            "| Field | Value |\n|---|---|\n| Status | **Accepted** |\n| Date | 2024-03-15 |",
            "| Status | **Proposed** |\n| Date | 2026-01-02 |\n",
        ),
        (
            "| Status | Date | Owner |\n|---|---|---|\n| **Accepted** | 2024-03-15 | Ann |",
            "| Status | Date | Owner |\n|---|---|---|\n| **Proposed** | 2026-01-02 | |\n",
        ),
        (
            "| Status | Accepted | Owner | Ann |\n|---|---|---|---|\n| Date | 2024-03-15 | Area | Yard |",
            "| Status | Proposed | Owner | |\n|---|---|---|---|\n| Date | 2026-01-02 |",
        ),
        (
            "| Field | Value | Note |\n|---|---|---|\n| Status | Accepted | by Ann |\n| Date | 2024-03-15 | old |",
            "| Status | Proposed | |\n| Date | 2026-01-02 | |\n",
        ),
        (
            "| Status | Owner |\n|---|---|\n| Accepted (2024-03-15) | Ann |",
            "| Status | Owner |\n|---|---|\n| Proposed (2026-01-02) | |\n",
        ),
    ] {
        let body = "\n\n## Context\n\nA\n\n## Decision\n\nB\n\n## Consequences\n\nC\n";
        let text = |number: u8| format!("# {number}. Old\n\n{old}{body}");
        let texts = [text(1), text(2), text(3)];
        let files = directory(&[
            ("0001-old.md", &*texts[0]),
            ("0002-old.md", &*texts[1]),
            ("0003-old.md", &*texts[2]),
        ]);
        let made = planned(&files, "New", &[]).unwrap();
        assert!(made.new.text.contains(new), "{new}\n{}", made.new.text);
    }
}

#[test]
fn styles_are_followed() {
    let madr = "---\nstatus: accepted\n---\n# Old\n\n## Context and Problem Statement\n\nA\n\n\
                ## Considered Options\n\nB\n\n## Decision Outcome\n\nC\n";
    let files = directory(&[("0009-old.md", madr)]);
    let made = planned(&files, "New", &["0009"]).unwrap();
    assert_eq!(made.new.path, "0010-new.md");
    assert!(made.new.text.contains("\n# New\n") && made.new.text.contains("## Considered Options"));
    assert!(
        made.changes[0].text.starts_with("---\nstatus: superseded by [ADR-0010](0010-new.md)\n")
    );
    let dated = directory(&[("2024-05-06-old/README.md", "# Old\n## Decision\n## Rationale\n")]);
    let made = planned(&dated, "New", &[]).unwrap();
    assert_eq!(made.new.path, "2026-01-02-new/README.md");
    let repeated = directory(&[("12-old/old.md", "# Old\n## Decision\n## Rationale\n")]);
    assert_eq!(planned(&repeated, "New", &[]).unwrap().new.path, "13-new/new.md");
    let unknown = planned(&dated, "New", &["5"]);
    assert_eq!(
        unknown.unwrap_err(),
        RecordError::Unknown { wanted: "5".to_owned(), directories: vec![PathBuf::new()] }
    );
}

//! What the names of files tell.

use text::markdown::Document;
use text::source::Source;
use words::date::Date;

use crate::adr::id::Id;
use crate::adr::name::{Name, from_reference};
use crate::adr::read::{Reading, read};
use crate::adr::status::OwnWords;

fn id(stem: &str) -> Option<String> {
    Name::of(stem).id.map(|id| id.to_string())
}

#[test]
fn every_shape_of_name() {
    for (stem, wanted) in [
        ("0012-use-x", "12"),
        ("0027a-use-x", "27a"),
        ("ADR-020b-use-x", "20b"),
        ("2026-04-09-1-use-x", "2026-04-09-1-use-x"),
        ("012_use_x", "12"),
        ("12. Use x", "12"),
        ("0000-use-x", "0"),
        ("adr-012-use-x", "12"),
        ("ADR-012_use-x", "12"),
        ("ADR0012", "12"),
        ("0012UseX", "12"),
        ("rfc0012_use_x", "12"),
        ("TEAM-ADR-0012-use-x", "TEAM-ADR-12"),
        ("TEAM-ADR-Area-0012-use x", "TEAM-ADR-Area-12"),
        ("DEC-001-use-x", "DEC-1"),
        ("ADR-2025-003-use-x", "ADR-2025-3"),
        ("2025-003-use-x", "2025-3"),
        ("2025-13-use-x", "2025-13"),
        ("2024-05-31-use-x", "2024-05-31-use-x"),
        ("2024-05-use-x", "2024-05-use-x"),
        ("2024-05-31_012-use-x", "12"),
        ("2024-05-31-02-use-x", "2024-05-31-02-use-x"),
        ("20240531-use-x", "20240531-use-x"),
        ("20240531101500-use-x", "20240531101500"),
    ] {
        assert_eq!(id(stem).as_deref(), Some(wanted), "{stem}");
    }
    for stem in ["use-http-2", "2024Roadmap", "use-x", "README", "ADR-XXX_use", "2fa-for-all", ""] {
        assert_eq!(id(stem), None, "{stem}");
    }
    assert_eq!(Name::of("2024-05-31_012-use-x").date, Date::from_day(2024, 5, 31));
    assert_eq!(Name::of("0012-use-x").slug, "use-x");
    assert_eq!(Name::of("adr-012-x").prefix, "adr-");
}

#[test]
fn a_year_before_a_date_or_alone_is_none_of_numbers() {
    assert_eq!(id("ADR-2025-03-01"), Some("2025".to_owned()));
    assert_eq!(from_reference("ADR-2025-003"), Some(Id::Series("ADR-2025".to_owned(), 3)));
}

#[test]
fn references() {
    for text in ["ADR-0012", "adr 12", "#12", "ADR #12", "[0012]", "0012-use-x.md", "./a/12.md"] {
        assert_eq!(from_reference(text), Some(Id::Number(12)), "{text}");
    }
    assert_eq!(from_reference("the next one"), None);
}

#[test]
fn a_page_called_as_an_index_is_a_record_where_something_is_decided() {
    let read = |path: &str, text: &str| {
        let document = Document::parse(&Source::new(path, text));
        matches!(read(&document, path, &OwnWords::default()), Reading::Record(_))
    };
    let record =
        "# Overview page\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n";
    assert!(read("adr/overview.md", record));
    assert!(!read("adr/overview.md", "# Overview\n\n## Status\n\nAccepted\n"));
    let links = "\n- [1](0001-a.md)\n- [2](0002-b.md)\n";
    assert!(!read("adr/overview.md", &format!("{record}{links}")));
}

#[test]
fn a_title_that_ends_with_a_model_is_that_of_a_record_where_all_is_written() {
    let head = "**Status:** the idea is part of the plan; it is built step by step.";
    let text = |title: &str, body: &str| format!("# {title}\n\n{head}\n\n## The idea\n\n{body}\n");
    let is_record = |path: &str, text: &str| matches!(super::file(path, text), Reading::Record(_));
    let titled = "Proposal 001 — Context and Data Model";
    assert!(is_record("001-context-and-data-model/README.md", &text(titled, "Two places.")));
    assert!(!is_record("001-context-and-data-model/README.md", &text(titled, "")));
    for (path, title) in [
        ("0001-gep.md", "1. GEP template"),
        ("0000-gep.md", "0. The long GEP template"),
        ("gep.md", "The long GEP template"),
        ("0004-template.md", "4. Our own short template"),
        ("0004-adr-vorlage.md", "4. Unsere kurze Vorlage"),
        ("0004-model.md", "4. Our own short model"),
    ] {
        assert!(!is_record(path, &text(title, "Two places.")), "{title}");
    }
}

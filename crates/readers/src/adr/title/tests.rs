//! Titles of every style.

use super::*;

fn title(heading: &str, file: &str) -> (Option<String>, Option<String>) {
    let Title { id, words } = Title::of(heading, &Name::of(file));
    (id.map(|id| id.to_string()), words)
}

#[test]
fn every_style_of_numbering() {
    for heading in [
        "12. Use X",
        "12.  Use X",
        "ADR 12: Use X",
        "012 - Use X",
        "ADR 12 - Use X",
        "ADR-12: Use X",
        "ADR-012 – Use X",
        "12: Use X",
        "ADR 12. Use X",
        "ADR 12 Use X",
        "[ADR-12] Use X",
        "ADR #12: Use X",
        "ADR0012: Use X",
        "#12. Use X",
        "12 Use X",
        "RFC 12: Use X",
        "Decision 12: Use X",
        "🎨 ADR-012: Use X",
        "ADR-012 (Storage): Use X",
        "ADR-012 -- Use X",
        "12 --- Use X",
        "RFC-012 (Numeric tower)： Use X",
    ] {
        let wanted = (Some("12".to_owned()), Some("Use X".to_owned()));
        assert_eq!(title(heading, "0012-use-x"), wanted, "{heading}");
    }
    for (heading, id, words) in [
        ("12. .NET for it", "12", ".NET for it"),
        ("5. --release builds", "5", "--release builds"),
        ("ADR-5 -- --release builds", "5", "--release builds"),
        ("27a. Use X", "27a", "Use X"),
        ("ADR-12 (Storage) and more: Use X", "12", "(Storage) and more: Use X"),
        ("ADR-12 (2024): Use X", "12", "(2024): Use X"),
        ("ADR-12 (Draft): Use X", "12", "(Draft): Use X"),
        ("ADR-12 (DB) -> X", "12", "(DB) -> X"),
        ("ADR-12 (Storage)", "12", "(Storage)"),
        ("ADR-017-S1: Use X", "17-S1", "Use X"),
    ] {
        assert_eq!(title(heading, "x"), (Some(id.to_owned()), Some(words.to_owned())));
    }
    let series = (Some("TEAM-ADR-12".to_owned()), Some("Use X".to_owned()));
    assert_eq!(title("TEAM-ADR-0012 - Use X", "x"), series);
    let named = (Some("EP-12".to_owned()), Some("Use X".to_owned()));
    assert_eq!(title("EP-012: Use X", "EP-012-use-x"), named);
    assert_eq!(title("EP-012 — Use X", "0012-use-x"), named);
    for file in ["use-x", "0013-use-x", "12-use-x"] {
        assert_eq!(title("EP-012: Use X", file), (None, Some("EP-012: Use X".to_owned())));
    }
}

#[test]
fn a_heading_of_many_numbers_is_read_in_one_step() {
    let heading = "ADR-1/".repeat(20_000);
    assert!(Title::of(&heading, &Name::of("0001-x")).id.is_none());
}

#[test]
fn what_is_no_number_stays() {
    for heading in [
        "3 tiers are enough",
        "[TEAM-2909] Use X",
        "ADR tooling",
        "1.2 is out",
        "2FA for all",
        "Use ADR",
        "Decision: yes",
        "AWS RFC",
        "ADR TICKET-1074 Use X",
        "ADR-0012..ADR-0031 Gaps",
        "ADR-0012/ADR-0013: Lamps",
    ] {
        assert_eq!(title(heading, "0012-x"), (None, Some(heading.to_owned())), "{heading}");
    }
    assert_eq!(title("ADR 2026-07-11 — Use X", "x"), (None, Some("Use X".to_owned())));
    assert_eq!(title("ADR: Use X", "x"), (None, Some("Use X".to_owned())));
    assert_eq!(title("ADR-XXX: Use X", "x"), (None, Some("Use X".to_owned())));
    for heading in ["Entscheidung: Use X", "決定記録: Use X", "Decisión: Use X", "결정 기록: Use X"]
    {
        assert_eq!(title(heading, "x"), (None, Some("Use X".to_owned())), "{heading}");
    }
    assert_eq!(title("[short title]", "x"), (None, None));
    assert_eq!(title("{short title}", "x"), (None, None));
}

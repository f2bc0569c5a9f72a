use super::*;
use crate::adr::sample;

fn records(files: &[(&str, &str)]) -> Vec<Record> {
    let record = |&(path, heading): &(&str, &str)| {
        let text =
            format!("# {heading}\n\nStatus: Accepted\n\n## Context\n\nA.\n\n## Decision\n\nB.\n");
        sample::record(path, &text)
    };
    files.iter().map(record).collect()
}

/// The file and the heading of the next record.
fn next(files: &[(&str, &str)]) -> [String; 2] {
    let records = records(files);
    let date = Date::from_day(2026, 4, 18).unwrap();
    let (naming, number) = (Naming::of(&records, "adr"), next_number_on(date, &records));
    [naming.path(number, "Use a log", date), naming.heading(number, "Use a log")]
}

#[test]
fn the_next_record_is_named_and_headed_as_the_others() {
    for (files, expected) in [
        (
            &[("shop-backend-001-a.md", "1. A"), ("shop-backend-002-b.md", "2. B")][..],
            ["shop-backend-003-use-a-log.md", "3. Use a log"],
        ),
        (
            &[("20221123-use-x.md", "Use X"), ("20230101-use-y.md", "Use Y")],
            ["20260418-use-a-log.md", "Use a log"],
        ),
        (
            &[("2022-11-23-use-x.md", "Use X"), ("2023-01-01-use-y.md", "Use Y")],
            ["2026-04-18-use-a-log.md", "Use a log"],
        ),
        (
            &[("0001-a.md", "ADR: Use X"), ("0002-b.md", "ADR: Use Y")],
            ["0003-use-a-log.md", "ADR: Use a log"],
        ),
        // The words before a number are the title's own.
        (
            &[("use-http-2.md", "2. Use HTTP 2"), ("0003-b.md", "3. B")],
            ["0004-use-a-log.md", "4. Use a log"],
        ),
    ] {
        assert_eq!(next(files), expected, "{files:?}");
    }
}

#[test]
fn a_title_with_a_day_is_not_told_by_another_record() {
    let naming = Naming::of(&records(&[("0001-a.md", "ADR-0001: A")]), "adr");
    assert_eq!(naming.reference(2, "Use a log"), "ADR-0002: Use a log");
    assert_eq!(naming.reference(2, "Use a log (January 2026)"), "ADR-0002");
}

#[test]
fn a_day_is_no_number_beside_others() {
    let files = [
        ("RFC-001-a.md", "RFC-001: A"),
        ("RFC-002-b.md", "RFC-002: B"),
        ("draft-20260417-c.md", "RFC-003: C"),
    ];
    assert_eq!(next_number(&records(&files)), 4);
    assert!(is_day(20_260_417) && !is_day(20_261_317) && !is_day(2026) && !is_day(12));
}

#[test]
fn a_number_that_is_a_day_is_followed_by_the_day() {
    let files =
        [("ADR-20250930-a.md", "ADR-20250930 — A"), ("ADR-20251231-b.md", "ADR-20251231 — B")];
    assert_eq!(next(&files), ["ADR-20260418-use-a-log.md", "ADR-20260418 — Use a log"]);
    // Another of the same day, and numbers that only look large.
    assert_eq!(next(&[("ADR-20260418-a.md", "ADR-20260418: A")])[0], "ADR-20260419-use-a-log.md");
    assert_eq!(next(&[("20250999-a.md", "20250999. A")])[0], "20251000-use-a-log.md");
}

#[test]
fn a_name_with_capitals_of_its_own_is_no_title_with_capitals() {
    let words = |files: &[(&str, &str)]| next(files)[0].clone();
    let own =
        [("0001-PDF-forms.md", "A"), ("0002-PreScan-again.md", "B"), ("0003-read-in.md", "C")];
    assert_eq!(words(&own), "0004-use-a-log.md");
    assert_eq!(words(&[("0001-read-in.zh-CN.md", "A")]), "0002-use-a-log.md");
    assert_eq!(words(&[("0001-Read-in-PDF.md", "A")]), "0002-Use-a-log.md");
    assert_eq!(words(&[("0001_READ_IN.md", "A")]), "0002_Use_a_log.md");
    let names = [
        ("0001-AWS-Network-Design.md", "A"),
        ("0002-GraphQL-Gateway-For-Clients.md", "B"),
        ("0003-open-points.md", "C"),
    ];
    assert_eq!(words(&names), "0004-Use-a-log.md");
}

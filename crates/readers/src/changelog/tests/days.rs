//! Dates.

use super::*;

#[test]
fn only_what_can_be_nothing_else_is_certain() {
    let table = "| Date | Change | By |\n|---|---|---|\n| 2024-03-05 | One thing | Ann |\n";
    let versions = "| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2024-03-05 | One thing |\n";
    for (text, certain) in [
        (format!("# A\n\n## Change history\n\n{table}"), true),
        (format!("# A\n\n**Revision history:**\n\n{table}"), true),
        (format!("# A\n\n## Revision\n\n{versions}"), true),
        (format!("# A\n\n{versions}"), true),
        (format!("# A\n\n## History\n\n{table}"), false),
        (format!("# A\n\n## Releases of the engine\n\n{versions}"), false),
        ("# A\n\n## Changelog — filled up\n\n- `1.0` 2024-03-05: One\n".to_owned(), false),
        ("# A\n\n### CHANGELOG.md\n\n- v1.2 (2024-03-05) - One\n".to_owned(), false),
        (
            "# A\n\n## Change log\n\n| Date | Change |\n|---|---|\n| Week 1 | One |\n".to_owned(),
            false,
        ),
    ] {
        let found: Vec<bool> = logs(&text).iter().map(|log| log.certain).collect();
        assert!(!found.iter().any(|one| *one != certain), "{text}: {found:?}");
    }
}

#[test]
fn other_dates_of_the_log_settle_day_and_month() {
    let text = "## Changelog\n\n- 18/01/2022: A\n- 11/04/2023: B\n";
    assert_eq!(entries(text), ["2022-01-18 | - | - | A", "2023-04-11 | - | - | B"]);
}

#[test]
fn lines_without_bullets_are_entries_of_their_own() {
    let text = "## Changelog\n\n- 2020-01-01: A\n2020-01-02: B\nmore\n";
    assert_eq!(entries(text), ["2020-01-01 | - | - | A", "2020-01-02 | - | - | B more"]);
}

#[test]
fn a_month_and_two_digits_may_be_a_year() {
    let table = "| Version | Date | Changes |\n|---|---|---|\n| 1.0 | Jan-21 | First |\n";
    let logs = logs(&format!("# Doc\n\n## Change Log\n\n{table}"));
    let when = logs[0].entries[0].date.as_ref().map(|date| date.when);
    assert_eq!(when, Some(None));
}

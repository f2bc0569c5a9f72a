//! Columns that say what an entry is about, or anything else that comes again.

use super::super::steps;
use super::{entries, logs};

fn table(header: &str, rows: &[&str]) -> String {
    let line = "---|".repeat(header.split('|').count());
    let rows: String = rows.iter().flat_map(|row| ["| ", row, " |\n"]).collect();
    format!("# Yard\n\nText.\n\n## Change History\n\n| {header} |\n|{line}\n{rows}")
}

#[test]
fn versions_that_run_together_are_one_series_whatever_stands_beside() {
    let rows = [
        "1.0 | 2024-01-05 | Ann | Crane | First text",
        "1.1 | 2024-02-05 | Bob | Gate | Opens by day",
        "1.2 | 2024-03-05 | Ann | Crane | Lifts by night",
        "1.3 | 2024-04-05 | Bob | Gate | Opens by night",
    ];
    for column in ["Component", "Priority", "Classification", "Sprint", "Department", "Hall"] {
        let header = format!("Version | Date | Author | {column} | Changes");
        let mut newest_first = rows;
        newest_first.reverse();
        for rows in [rows, newest_first] {
            let found = logs(&table(&header, &rows));
            assert_eq!(found[0].entries.len(), 4, "{column}");
            assert!(!found[0].is_of_parts(), "{column}");
            assert!(steps::odd(&found[0]).is_empty(), "{column}");
        }
    }
}

#[test]
fn a_slip_in_one_series_does_not_make_an_unknown_column_name_parts() {
    let rows = [
        "1.0 | 2024-01-05 | High | First text",
        "1.1 | 2024-02-05 | Low | Opens by day",
        "1.1 | 2024-03-05 | High | Lifts by night",
        "1.2 | 2024-04-05 | Low | Opens by night",
    ];
    let found = logs(&table("Version | Date | Priority | Changes", &rows));
    assert!(!found[0].is_of_parts());
    assert!(found[0].entries.iter().all(|entry| entry.part.is_none()));
}

#[test]
fn one_version_that_comes_again_is_a_slip_though_names_of_parts_would_split_it() {
    let rows = [
        "1.0 | 2024-01-05 | Crane | First text",
        "1.1 | 2024-02-05 | Gate | Opens by day",
        "1.1 | 2024-03-05 | Crane | Lifts by night",
        "1.2 | 2024-04-05 | Gate | Opens by night",
    ];
    let header = "Version | Date | Component | Changes";
    assert!(!logs(&table(header, &rows))[0].is_of_parts());
    let apart = [
        "1.0 | 2024-01-05 | Crane | First text",
        "1.0 | 2024-02-05 | Gate | First text",
        "1.1 | 2024-03-05 | Crane | Lifts by night",
        "1.1 | 2024-04-05 | Gate | Opens by night",
    ];
    assert!(logs(&table(header, &apart))[0].is_of_parts());
}

#[test]
fn an_entry_that_names_no_part_is_none_of_its_own() {
    let rows = [
        "1.0 | 2024-01-05 | Crane | First text",
        "1.1 | 2024-02-05 | | Opens by day",
        "1.1 | 2024-03-05 | Crane | Lifts by night",
    ];
    let found = logs(&table("Version | Date | Component | Changes", &rows));
    assert_eq!(found[0].entries.len(), 3);
    assert!(!found[0].is_of_parts());
}

#[test]
fn family_names_below_the_title_of_a_log_are_those_of_people() {
    let rows = [
        "Smith | 1.0 | 2024-01-05 | Created",
        "Jones | 1.1 | 2024-02-05 | Reviewed",
        "Miller | 1.2 | 2024-03-05 | Released",
    ];
    assert_eq!(entries(&table("Name | Version | Date | Comment", &rows)).len(), 3);
}

#[test]
fn a_version_with_dots_before_the_day_is_no_slip() {
    let rows = ["Yard 1.0 | 2024.13.1 (2024-03-05) | First text"];
    let found = entries(&table("Version | Date | Changes", &rows));
    assert_eq!(found, ["2024-03-05 | Yard 1.0 | - | First text"]);
}

#[test]
fn states_of_a_numbered_text_are_entries_of_its_log() {
    let heads = "### RFC 1.1 (2024-02-05)\n\n- Two.\n\n### RFC 1.0 (2024-01-05)\n\n- One.\n";
    let found = entries(&format!("# Yard\n\nText.\n\n## Changelog\n\n{heads}"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(entries(&format!("# Yard\n\nText.\n\n## Records\n\n{heads}")).is_empty());
}

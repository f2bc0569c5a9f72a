//! Tables of what a record states about itself.

use crate::adr::record::Role;
use crate::adr::sample;
use crate::adr::status::Status;

#[test]
fn a_table_may_have_notes_or_several_values_in_a_row() {
    for table in [
        "| Field | Value | Note |\n|---|---|---|\n| Status | Accepted | rejected at first |\n| Date | 2024-03-05 | in spring |",
        "| Status | Accepted | Owner | Ann |\n|---|---|---|---|\n| Date | 2024-03-05 | Area | Yard |",
    ] {
        let text = format!("# 9. Use X\n\n{table}\n\n## Decision\n\nA.\n");
        let record = sample::record("0009-x.md", &text);
        let day = record.date.as_ref().map(|date| date.value.to_string());
        let said = (record.status(), day.as_deref());
        assert_eq!(said, (Some(Status::Accepted), Some("2024-03-05")), "{table}");
    }
    let options = "| Option | Status | Note |\n|---|---|---|\n| A | Rejected | slow |\n| B | Accepted | fast |";
    let text = format!("# 9. Use X\n\n{options}\n\n## Decision\n\nA.\n");
    assert_eq!(sample::record("0009-x.md", &text).status(), None);
}

#[test]
fn a_table_of_html_says_the_same_however_it_is_written() {
    for table in [
        "<table>\n<tr><td>Status</td><td>Accepted</td></tr>\n<tr><td>Date</td><td>2024-03-05</td></tr>\n<tr><td>Deciders</td><td>R&D, Ann</td></tr>\n</table>",
        "<table><tr><td>Status<td>Accepted<tr><td>Date<td>2024-03-05<tr><td>Deciders<td>R&amp;D, Ann</table>",
        "<table><tr><th>Status</th><td><p>Accepted</p></td><tr><th>Date<td>\n<b>2024-03-05</b>\n<tr><th>Deciders<td>R&amp;D<br>Ann</table>",
    ] {
        let text = format!("# 9. Use X\n\n{table}\n\n## Decision\n\nA.\n");
        let record = sample::record("0009-x.md", &text);
        let day = record.date.as_ref().map(|date| date.value.to_string());
        let said = (record.status(), day.as_deref());
        assert_eq!(said, (Some(Status::Accepted), Some("2024-03-05")), "{table}");
        let deciders: Vec<&str> = record.people(Role::Decider).collect();
        assert_eq!(deciders, ["R&D", "Ann"], "{table}");
    }
}

//! Tables of what a record states about itself.

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

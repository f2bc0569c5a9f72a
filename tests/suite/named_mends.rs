//! What findings on records name for whoever mends them: the day's place, the nearest number, the command.

use crate::harness::files::tree_of;
use crate::harness::program::run;

fn record(number: u32, date: &str, status: &str) -> (String, String) {
    let text = format!(
        "# {number}. Use pump {number}\n\nDate: {date}\n\n## Status\n\n{status}\n\n## Context\n\nA pump is loud.\n\n\
         ## Decision\n\nWe use it.\n\n## Consequences\n\nIt is loud.\n"
    );
    (format!("docs/adr/000{number}-pump-{number}.md"), text)
}

/// What `check` says of five records, with one in the place of another.
fn told(other: (String, String)) -> String {
    let mut files: Vec<(String, String)> =
        (1..=5).map(|number| record(number, "2026-03-02", "Accepted")).collect();
    files.retain(|(path, _)| *path != other.0);
    files.push(other);
    run(tree_of(&files).path(), &["check"]).stderr
}

#[test]
fn a_day_that_is_left_open_is_to_be_filled_in_at_its_place() {
    let said = told(record(5, "2026-03-XX", "Accepted"));
    assert!(said.contains("ADR 5 leaves its date open: `2026-03-XX`"), "{said}");
    assert!(said.contains("put the day of the decision in its place"), "{said}");
}

#[test]
fn the_nearest_number_stands_beside_one_that_no_record_has() {
    let said = told(record(2, "2026-03-02", "Superseded by ADR-9"));
    assert!(said.contains("the nearest number of a record here is 5"), "{said}");
    let said = told(record(5, "2026-03-02", "Superseded by ADR-9"));
    assert!(
        said.contains("the nearest number of a record here is 4"),
        "no record is its own\n{said}"
    );
}

#[test]
fn the_command_tells_the_other_side() {
    let said = told(record(2, "2026-03-02", "Accepted\n\nSupersedes [ADR 1](0001-pump-1.md)"));
    let command =
        "mdbook-archdoc adr supersede docs/adr/0001-pump-1.md --by docs/adr/0002-pump-2.md";
    assert!(said.contains(command), "{said}");
    let said = told(record(2, "2026-03-02", "Superseded by [ADR 3](0003-pump-3.md)"));
    let command =
        "mdbook-archdoc adr supersede docs/adr/0002-pump-2.md --by docs/adr/0003-pump-3.md";
    assert!(said.contains(command), "{said}");
}

//! What cannot be known of a record is not held against it.

mod days;
mod links;
mod records;
mod sections;
mod sides;
mod states;

use crate::harness::files::{tree, tree_of};
use crate::harness::program::{findings_of, run};

/// A record with this status, these sections and this line at its end.
fn record(number: u32, status: &str, sections: &[&str], end: &str) -> String {
    let sections: Vec<String> =
        sections.iter().map(|title| format!("## {title}\n\nA pump is loud.\n\n")).collect();
    format!(
        "# {number}. Use pump {number}\n\nDate: 2026-03-02\n\n## Status\n\n{status}\n\n{}{end}\n",
        sections.concat()
    )
}

const NYGARD: [&str; 3] = ["Context", "Decision", "Consequences"];

fn plain(number: u32) -> String {
    record(number, "Accepted", &NYGARD, "")
}

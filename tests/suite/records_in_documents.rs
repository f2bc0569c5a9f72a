//! Records that are sections of documents, each of which numbers its own.

use crate::harness::files::tree;
use crate::harness::program::run;

fn record(number: u32, status: &str) -> String {
    format!(
        "### ADR-00{number}: Use pump {number}\n\n**Status:** {status}\n\n**Context:** A pump is loud.\n\n\
         **Decision:** We use it.\n\n**Consequences:** It is loud.\n\n"
    )
}

fn document(records: &[String]) -> String {
    format!("# Yard\n\n## Architecture Decisions\n\n{}", records.concat())
}

#[test]
fn a_number_is_one_of_the_same_document_first() {
    let yard = document(&[record(1, "Superseded by ADR-002"), record(2, "Accepted")]);
    let hall = document(&[record(1, "Accepted"), record(2, "Accepted")]);
    let files = tree(&[("docs/hall.md", hall.as_str()), ("docs/yard.md", yard.as_str())]);
    let said = run(files.path(), &["check"]).stderr;
    assert!(said.contains("add to docs/yard.md: `Supersedes"), "{said}");
    assert!(!said.contains("add to docs/hall.md"), "{said}");
}

#[test]
fn what_a_document_lacks_is_not_taken_from_one_that_numbers_the_same() {
    let yard = document(&[record(1, "Superseded by ADR-008"), record(2, "Accepted")]);
    let hall = document(&[record(1, "Accepted"), record(8, "Accepted")]);
    let files = tree(&[("docs/hall.md", hall.as_str()), ("docs/yard.md", yard.as_str())]);
    let said = run(files.path(), &["check"]).stderr;
    assert!(!said.contains("one-way"), "{said}");
    let apart = document(&[record(7, "Accepted"), record(8, "Accepted")]);
    let files = tree(&[("docs/later.md", apart.as_str()), ("docs/yard.md", yard.as_str())]);
    let said = run(files.path(), &["check"]).stderr;
    assert!(said.contains("add to docs/later.md: `Supersedes"), "{said}");
}

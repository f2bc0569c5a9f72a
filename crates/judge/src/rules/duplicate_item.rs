//! `duplicate-item`: one id, two items of a table, a list or a row of headings.

use readers::analysis::Analysis;
use readers::trace::Duplicate;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "duplicate-item",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "Two items have the same id.",
    page: include_str!("../../pages/duplicate-item.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let Some(trace) = analysis.asked_trace() else { return };
    findings.extend(trace.duplicates.iter().map(finding));
}

fn finding(duplicate: &Duplicate) -> Finding {
    let Duplicate { kind, document, first, again } = duplicate;
    let (id, kind) = (again.text(), kind.replace('-', " "));
    Finding::new(&RULE, again.clone(), format!("`{id}` is taken: another {kind} has it too"))
        .label("again")
        .related(first.clone(), "first here")
        .note("who cites the id can mean either")
        .help("give one of the two an id of its own")
        .document(document)
}

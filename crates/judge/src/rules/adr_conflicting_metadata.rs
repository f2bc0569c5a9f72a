//! `adr-conflicting-metadata`: two places that disagree about the status or the date.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::{Record, Status};
use readers::analysis::Analysis;
use text::source::Span;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "adr-conflicting-metadata",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "Two places of a decision record contradict each other.",
    page: include_str!("../../pages/adr-conflicting-metadata.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        findings.extend(statuses(record));
        findings.extend(dates(record));
    }
}

fn statuses(record: &Record) -> Option<Finding> {
    let stated: Vec<(Status, Span)> =
        record.states.iter().filter_map(|state| Some((state.value.status?, state.span))).collect();
    let &(first, span) = stated.first()?;
    let &(other, second) = stated.iter().find(|(status, _)| !agree(first, *status))?;
    let message = format!("{} is {first} here and {other} further down", record.name());
    Some(conflict(record, message, [span, second]))
}

/// What is accepted may be implemented as well.
fn agree(a: Status, b: Status) -> bool {
    let done = |status| matches!(status, Status::Accepted | Status::Implemented);
    a == b || (done(a) && done(b))
}

fn dates(record: &Record) -> Option<Finding> {
    let stated: Vec<(Date, Span)> =
        record.dates.iter().filter_map(|date| Some((date.value.exact()?, date.span))).collect();
    let &(first, span) = stated.first()?;
    let &(other, second) = stated.iter().find(|(date, _)| !includes(first, *date))?;
    let message = format!("{} is of {first} here and of {other} further down", record.name());
    Some(conflict(record, message, [span, second]))
}

/// A month agrees with each of its days.
fn includes(a: Date, b: Date) -> bool {
    (a.year, a.month) == (b.year, b.month) && (a.day.is_none() || b.day.is_none() || a.day == b.day)
}

fn conflict(record: &Record, message: String, [first, second]: [Span; 2]) -> Finding {
    Finding::new(&RULE, record.place(first), message)
        .related(record.place(second), "the other one")
        .help("mend the one that is out of date, or leave one of the two out")
}

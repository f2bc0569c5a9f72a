//! `adr-superseded-but-accepted`: a record that names its successor and still counts.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::{RelationKind, Target};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-superseded-but-accepted",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A record names its successor and still counts as accepted.",
    page: include_str!("../../pages/adr-superseded-but-accepted.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    let Some(status) = record.status.as_ref().filter(|status| status.value.is_live()) else {
        return;
    };
    let mut successors = record.related(RelationKind::SupersededBy);
    let records = &analysis.records;
    let Some(successor) =
        successors.find(|successor| match records.resolve(record, &successor.target) {
            Some(other) => records.takes_effect(other),
            None => !is_elsewhere(&successor.target),
        })
    else {
        return;
    };
    let message = format!("{} is {} and superseded", record.cited(), status.value);
    findings.push(
        Finding::new(&RULE, record.place(status.span), message)
            .related(record.place(successor.span), "its successor")
            .help("make the status `superseded`, or take the successor out"),
    );
}

/// Whether a record of another site or repository is named: what became of it is not known here.
fn is_elsewhere(target: &Target) -> bool {
    matches!(target, Target::Link(link) if link.contains("://"))
}

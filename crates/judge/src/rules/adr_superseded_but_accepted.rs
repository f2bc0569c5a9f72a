//! `adr-superseded-but-accepted`: a record that names its successor and still counts.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::{RelationKind, Status};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-superseded-but-accepted",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A record names its successor and still counts as accepted.",
    page: include_str!("../../pages/adr-superseded-but-accepted.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        let Some(status) = &record.status else { continue };
        let gone = matches!(status.value, Status::Superseded | Status::Deprecated | Status::Other);
        let Some(successor) = record.related(RelationKind::SupersededBy).next() else { continue };
        if gone {
            continue;
        }
        let message = format!("{} is {} and superseded", record.name(), status.value);
        findings.push(
            Finding::new(&RULE, record.place(status.span), message)
                .related(record.place(successor.span), "its successor")
                .help("make the status `superseded`, or take the successor out"),
        );
    }
}

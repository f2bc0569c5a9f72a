//! `adr-missing-section`: a section that the style asks for and the record lacks.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::{Part, Record, Status};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-missing-section",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decided record lacks a section of its style.",
    page: include_str!("../../pages/adr-missing-section.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let mut usual = BTreeMap::new();
    for entry in &records.entries {
        let record = &entry.record;
        for &part in record.format.required().iter().filter(|&&part| is_due(record, part)) {
            // Where hardly any record has it, leaving it out is the style.
            let usual =
                usual.entry(part).or_insert_with(|| records.usual(|other| has(other, part)));
            if !usual.is_alone(record) && !usual.expects(record) {
                continue;
            }
            let heading = part.heading(record.format);
            let message = format!("{} has no section \"{heading}\"", record.name());
            findings.push(
                Finding::new(&RULE, record.head(), message)
                    .note("the other sections of its style are there")
                    .help(format!("add `## {heading}`")),
            );
        }
    }
}

/// Open records may lack what comes last, and nobody completes records that no longer count.
fn is_due(record: &Record, part: Part) -> bool {
    let status = record.status.as_ref().map(|status| status.value);
    let counts = matches!(status, Some(Status::Accepted | Status::Implemented));
    counts && !has(record, part)
}

fn has(record: &Record, part: Part) -> bool {
    record.sections.iter().any(|section| section.part.is_some_and(|other| answers(other, part)))
}

/// Sections that say the same under another name.
fn answers(written: Part, asked: Part) -> bool {
    let same: &[Part] = match asked {
        Part::Context => &[Part::Summary, Part::Motivation, Part::Drivers],
        Part::Decision => &[Part::Outcome, Part::Proposal, Part::Approach],
        Part::Options => &[Part::Alternatives, Part::ProsAndCons],
        Part::Consequences => &[Part::ProsAndCons, Part::Drawbacks],
        _ => &[],
    };
    written == asked || same.contains(&written)
}

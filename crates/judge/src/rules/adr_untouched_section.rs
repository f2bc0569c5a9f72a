//! `adr-untouched-section`: a section that nobody has written.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::record::{Section, Unwritten};
use readers::adr::{Part, Record};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-untouched-section",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A section of a decision record is empty or as the template left it.",
    page: include_str!("../../pages/adr-untouched-section.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        for section in record.sections.iter().filter(|section| is_due(record, section)) {
            let what = match section.unwritten {
                Some(Unwritten::Empty) => "is empty",
                Some(Unwritten::Template) => "is as the template left it",
                None => continue,
            };
            let message = format!("\"{}\" {what}", section.title);
            findings.push(
                Finding::new(&RULE, record.place(section.heading), message)
                    .note(format!("{} counts as decided", record.name()))
                    .help("write it, or leave the heading out"),
            );
        }
    }
}

/// The parts that make a decision; an open record may lack what comes last.
fn is_due(record: &Record, section: &Section) -> bool {
    let open = record.status.as_ref().is_none_or(|status| status.value.is_open());
    match section.part {
        Some(Part::Context | Part::Decision | Part::Outcome | Part::Options | Part::Rationale) => {
            !open || section.unwritten == Some(Unwritten::Template)
        }
        Some(Part::Consequences) => !open,
        _ => false,
    }
}

//! `adr-number-mismatch`: a heading that has another number than the file's name.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::Origin;
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-number-mismatch",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record's heading has another number than its file.",
    page: include_str!("../../pages/adr-number-mismatch.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        let named = record.ids.iter().find_map(|id| {
            let named = matches!(id.origin, Origin::FileName | Origin::Directory);
            id.value.number().filter(|_| named)
        });
        let Some(named) = named else { continue };
        let other = record.ids.iter().find(|id| {
            let inside = !matches!(id.origin, Origin::FileName | Origin::Directory);
            inside && id.value.number().is_some_and(|number| number != named)
        });
        let Some(other) = other else { continue };
        let message = format!("this says {}, the file's name says {named}", other.value);
        findings.push(
            Finding::new(&RULE, record.place(other.span), message)
                .note(format!("the file's number counts: the record is listed as {named}"))
                .help("make both the same"),
        );
    }
}

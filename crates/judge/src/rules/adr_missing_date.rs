//! `adr-missing-date`: a record without a date among records that have one.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use words::date::Reading;

pub static RULE: Rule = Rule {
    name: "adr-missing-date",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states no date.",
    page: include_str!("../../pages/adr-missing-date.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let usual = records.usual(|record| record.date.is_some());
    for entry in &records.entries {
        let record = &entry.record;
        // A date that cannot be read is another rule's.
        let stated = record.dates.iter().any(|date| date.value != Reading::Placeholder);
        if record.date.is_some() || stated || !usual.expects(record) {
            continue;
        }
        let blank = record.dates.first().map(|date| record.place(date.span));
        let message = format!("{} states no date", record.name());
        findings.push(
            Finding::new(&RULE, blank.unwrap_or_else(|| record.head()), message)
                .note("most records beside it do")
                .help("add the day of the decision: `Date: 2024-03-05`"),
        );
    }
}

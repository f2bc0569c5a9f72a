//! `adr-ambiguous-date`: a date whose day and month cannot be told apart.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use words::date::Reading;

pub static RULE: Rule = Rule {
    name: "adr-ambiguous-date",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A date in a decision record can be read in two ways.",
    page: include_str!("../../pages/adr-ambiguous-date.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        for date in &record.dates {
            let Reading::Ambiguous { day_first, month_first } = date.value else { continue };
            let place = record.place(date.span);
            let message = format!("`{}` is {day_first} or {month_first}", place.text());
            findings.push(
                Finding::new(&RULE, place, message)
                    .label("day or month first?")
                    .note("the record counts as undated until this is clear")
                    .help(format!("write `{day_first}` or `{month_first}`")),
            );
        }
    }
}

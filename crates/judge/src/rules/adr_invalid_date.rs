//! `adr-invalid-date`: a date that no calendar has.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use words::date::{self, Reading};

pub static RULE: Rule = Rule {
    name: "adr-invalid-date",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A date in a decision record cannot exist.",
    page: include_str!("../../pages/adr-invalid-date.md"),
};

pub(crate) fn check(_: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    for stated in record.dates.iter().filter(|date| date.value == Reading::Impossible) {
        let place = record.place(stated.span);
        let message = format!("`{}` is no date", place.text());
        let help = match date::swapped(place.text()) {
            Some(day) => format!("if day and month changed places, write `{day}`"),
            None => "write the day as `YYYY-MM-DD`".to_owned(),
        };
        findings.push(Finding::new(&RULE, place, message).label("no calendar has it").help(help));
    }
}

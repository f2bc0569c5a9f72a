//! `changelog-invalid-date`: a date that no calendar has, or that lacks its year.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{History, Log};
use words::date::{Date, Reading, swapped};

pub static RULE: Rule = Rule {
    name: "changelog-invalid-date",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A date in a change log cannot be.",
    page: include_str!("../../pages/changelog-invalid-date.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    for date in log.entries.iter().filter_map(|entry| entry.date.as_ref()) {
        if date.when != Some(Reading::Impossible) {
            continue;
        }
        let yearless = !date.text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        let (message, label) = if yearless {
            (format!("the date `{}` lacks its year", date.text), "no year")
        } else {
            (format!("there is no day `{}`", date.text), "no calendar has it")
        };
        let help = match swapped(&date.text) {
            Some(day) => format!("if day and month changed places, write {day}"),
            None => "write the date as YYYY-MM-DD".to_owned(),
        };
        let finding = Finding::new(&RULE, history.place(date.span), message)
            .label(label)
            .note("the entry is shown without a date: what was meant is not guessed")
            .help(help);
        findings.push(finding);
    }
}
